/// Words without the signs that emphasize them in Markdown.

enum PlainEmphasis {
    /// `In *Proceedings of C\*-Algebras*` as readers see it: without pairs of signs, and without the backslashes before
    /// others (CommonMark 0.31.2, sections 2.4 and 6.2).
    ///
    /// Stricter than that of `*`: nothing begins behind a letter, and nothing ends before one.
    static func words(of text: String) -> String {
        var pieces: [Substring] = []
        // Where each run of signs that may begin something stands among the pieces.
        var openers: [Substring: [Int]] = [:]
        var before: Character = " "
        var rest = text[...]
        while let first = rest.first {
            var piece = rest.prefix { !"*_\\".contains($0) }
            if !piece.isEmpty {
                rest = rest[piece.endIndex...]
            } else if first == "\\" {
                rest = rest.dropFirst()
                piece = rest.prefix(1)
                if piece.first?.isASCIISign == true {
                    rest = rest.dropFirst()
                } else {
                    piece = "\\"
                }
            } else {
                piece = rest.prefix { $0 == first }
                rest = rest[piece.endIndex...]
                let after = rest.first ?? " "
                if !before.isWhitespace, !after.isOfWord, let opener = openers[piece]?.popLast() {
                    pieces[opener] = ""
                    piece = ""
                } else if !before.isOfWord, !after.isWhitespace {
                    openers[piece, default: []].append(pieces.count)
                }
            }
            pieces.append(piece)
            before = piece.last ?? first
        }
        return pieces.joined()
    }
}

extension Character {
    fileprivate var isOfWord: Bool { isLetter || isNumber }

    fileprivate var isASCIISign: Bool { isASCII && (isPunctuation || isSymbol) }
}
