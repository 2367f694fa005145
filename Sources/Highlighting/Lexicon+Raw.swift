/// What a language has that is no pair of fixed marks on a line.
extension Lexicon {
    /// Of these, few languages have any.
    struct Peculiarities: Sendable {
        /// Texts between `<<WORD` and a line of that word alone.
        var hereDocuments: HereDocuments?
        /// Words behind which a `/` begins a regular expression, as it does behind an operator; `nil` where it is a
        /// sign for division alone.
        var beforePattern: Set<String>?
        /// Words that make a text of what stands between the next sign and its partner, and how many such texts:
        /// `s{a}{b}` of Perl has two.
        var quoteWords: [String: Int] = [:]
        /// Whether `%w[…]` is a text, and with other letters.
        var hasPercentQuotes = false
        /// Whether `r#"…"#` is a text that only the mark with as many `#` ends.
        var hasRawStrings = false
        /// Whether a line that begins with `*` is a comment, unless `///` goes on with it.
        var starBeginsComment = false
        /// Whether `|` and `>` behind a key make a text of the lines that are indented more.
        var hasBlockScalars = false

        /// What begins any of this but words.
        var signs: [UInt8] {
            var signs: [UInt8] = []
            if hereDocuments != nil { signs += "<".utf8 }
            if beforePattern != nil { signs += "/".utf8 }
            if hasPercentQuotes { signs += "%".utf8 }
            if starBeginsComment { signs += "*".utf8 }
            if hasBlockScalars { signs += "|>".utf8 }
            return signs
        }
    }

    /// How the word of such a text may be written.
    enum HereDocuments: Sendable {
        /// `<<EOF`, `<<-'EOF'`, `<< "EOF"`.
        case shell
        /// `<<~EOF`, `<<-EOF`, `<<"EOF"`, and `<<EOF` in capitals: `a << b` adds to a list.
        case script
    }

    static let javaScriptPatterns: Set<String> = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do",
        "instanceof", "yield", "await",
    ]
    static let rubyPatterns: Set<String> = [
        "if", "elsif", "unless", "while", "until", "when", "and", "or", "not", "return", "in",
        "then", "puts",
    ]
    static let perlPatterns: Set<String> = [
        "if", "elsif", "unless", "while", "until", "and", "or", "not", "return", "split", "grep",
        "map", "x", "print",
    ]
    static let perlQuotes = [
        "m": 1, "q": 1, "qq": 1, "qr": 1, "qw": 1, "s": 2, "tr": 2, "y": 2,
    ]
}
