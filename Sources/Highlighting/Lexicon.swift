/// What it takes to tell the comments, strings, numbers and keywords of a language apart.
struct Lexicon: Sendable {
    /// Marks that open and close something, and what may stand between them.
    struct Quotes: Sendable {
        let open: [UInt8]
        let close: [UInt8]
        /// What makes the next byte one of the text, the closing mark too.
        var escape: UInt8?
        /// Whether the closing mark, twice, is one of the text: in `'it''s'`.
        var doubles: Bool { escape == nil && close.count == 1 }
        /// Whether it may go over the end of the line.
        ///
        /// If not, the end of the line closes it: half a string colours no more than its line.
        var isMultiline = false
        /// Whether it holds one character, and is none if it holds more: `'a` of Rust is a lifetime.
        var isCharacter = false

        init(
            _ open: String, _ close: String? = nil, escape: Character? = "\\",
            isMultiline: Bool = false, isCharacter: Bool = false
        ) {
            self.open = Array(open.utf8)
            self.close = Array((close ?? open).utf8)
            self.escape = escape?.asciiValue
            self.isMultiline = isMultiline
            self.isCharacter = isCharacter
        }
    }

    /// No longer than ``longestKeyword``; in lower case where case is ignored.
    let keywords: Set<String>
    /// Whether case makes no difference to keywords.
    let ignoresCase: Bool
    let lineComments: [[UInt8]]
    /// Whether a comment that takes the rest of the line begins only at the start of a word.
    let commentsStartWords: Bool
    /// The marks around a comment of many lines.
    let blockComments: [(open: [UInt8], close: [UInt8])]
    /// Whether such comments stand within each other.
    let nestsComments: Bool
    /// Longer opening marks before shorter ones.
    let quotes: [Quotes]
    /// Signs that make one with the word behind them: `$HOME`, `@property`, `\section`.
    let sigils: [UInt8: CodePart]
    /// What stands in words beside letters and digits, as `.` in R.
    let extraInWords: [UInt8]
    /// The sign behind a key: at the beginning of a line, or behind a string.
    let keySign: UInt8?
    /// Whether digits outside words and strings are numbers; where there is text between, they are its own.
    let hasNumbers: Bool
    /// Whether a quote behind a word or a closing bracket is an operator (a transpose).
    let quotesTranspose: Bool
    /// What it has beside all this.
    let peculiar: Peculiarities
    /// For each byte, whether a comment, a string or a sigil may begin with it.
    let opens: [Bool]

    /// In bytes; as long as a string may be without memory of its own.
    static let longestKeyword = 15

    init(
        _ keywords: String = "", ignoresCase: Bool = false, lineComments: [String] = [],
        commentsStartWords: Bool = false, blockComments: [(String, String)] = [],
        nestsComments: Bool = false, quotes: [Quotes] = [Quotes("\""), Quotes("'")],
        sigils: [Character: CodePart] = [:], extraInWords: String = "", keySign: Character? = nil,
        hasNumbers: Bool = true, quotesTranspose: Bool = false,
        peculiar: Peculiarities = Peculiarities()
    ) {
        self.keywords = Set(keywords.split(whereSeparator: \.isWhitespace).map(String.init))
        self.ignoresCase = ignoresCase
        self.lineComments = lineComments.map { Array($0.utf8) }
        self.commentsStartWords = commentsStartWords
        self.blockComments = blockComments.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.nestsComments = nestsComments
        self.quotes = quotes.sorted { $0.open.count > $1.open.count }
        self.sigils = Dictionary(
            uniqueKeysWithValues: sigils.compactMap { sign, part in
                sign.asciiValue.map { ($0, part) }
            })
        self.extraInWords = Array(extraInWords.utf8)
        self.keySign = keySign?.asciiValue
        self.hasNumbers = hasNumbers
        self.quotesTranspose = quotesTranspose
        self.peculiar = peculiar
        var opens = [Bool](repeating: false, count: 256)
        let marks = self.lineComments + self.blockComments.map(\.open) + self.quotes.map(\.open)
        for mark in marks { opens[Int(mark[0])] = true }
        for sign in self.sigils.keys { opens[Int(sign)] = true }
        for sign in peculiar.signs { opens[Int(sign)] = true }
        self.opens = opens
    }

    func isInWord(_ byte: UInt8) -> Bool { byte.isInWord || extraInWords.contains(byte) }
}
