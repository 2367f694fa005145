/// Text inside of formulas, where spaces count and letters are no variables.

import Diagnostics

extension TeXParser {
    /// `\text{…}`, with formulas between dollar signs inside.
    mutating func text(of command: TeXToken, in font: TextPiece.Font) -> MathNode {
        var pieces = TextPieces(font: font)
        guard token.kind == .open else {
            // A single character is an argument, too.
            if token.kind == .character {
                pieces.append(lexer.text(token.range).utf8)
                advance()
            } else {
                _ = argument(of: command)
            }
            return .text(pieces.finished)
        }
        let opener = token
        lexer.position = token.range.upperBound
        openings.append(.brace)
        readText(into: &pieces, openedBy: opener)
        openings.removeLast()
        advance()
        return .text(pieces.finished)
    }

    /// Reads up to the brace that closes the text, and the brace.
    private mutating func readText(into pieces: inout TextPieces, openedBy opener: TeXToken) {
        var depth = 0
        while lexer.position < lexer.source.count {
            let byte = lexer.source[lexer.position]
            lexer.position += 1
            switch byte {
            case UInt8(ascii: "}"):
                if depth == 0 { return }
                depth -= 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "%"):
                lexer.skipComment()
                lexer.position = min(lexer.position + 1, lexer.source.count)
            case UInt8(ascii: "$"): readFormula(into: &pieces)
            case UInt8(ascii: "\\"): readTextCommand(into: &pieces)
            case UInt8(ascii: "~"): pieces.append("\u{A0}".utf8)
            case UInt8(ascii: "-") where pieces.joinDash(): break
            case UInt8(ascii: "`"):
                pieces.append(continues(with: byte) ? "“".utf8 : "‘".utf8)
            case UInt8(ascii: "'"):
                pieces.append(continues(with: byte) ? "”".utf8 : "’".utf8)
            case TeXExpander.start, TeXExpander.end: if !isExpanded { pieces.appendSpace() }
            case 0...0x20: pieces.appendSpace()
            default: pieces.append(CollectionOfOne(byte))
            }
        }
        token = TeXToken(kind: .end, range: lexer.source.count..<lexer.source.count)
        reportUnclosed("This ‘{’ has no ‘}’.", at: opener.range)
    }

    /// Reads one more `byte`, if it comes next.
    private mutating func continues(with byte: UInt8) -> Bool {
        guard lexer.byte(lexer.position) == byte else { return false }
        lexer.position += 1
        return true
    }

    private mutating func readFormula(into pieces: inout TextPieces) {
        let opener = lexer.position - 1..<lexer.position
        let outer = (alphabet, isBold)
        (alphabet, isBold) = (nil, false)
        openings.append(.dollar)
        advance()
        let nodes = row()
        openings.removeLast()
        (alphabet, isBold) = outer
        if token.kind == .dollar {
            lexer.position = token.range.upperBound
        } else {
            lexer.position = token.range.lowerBound
            reportUnclosed("This ‘$’ begins a formula without an end.", at: opener)
        }
        pieces.append(.group(nodes))
    }

    private mutating func readTextCommand(into pieces: inout TextPieces) {
        lexer.position -= 1
        token = lexer.next()
        let name = commandName
        if case .text(let font)? = TeXCommand.named(name) {
            let command = token
            advance()
            var node: MathNode?
            descend { node = $0.text(of: command, in: font) }
            if case .text(let inner)? = node { pieces.append(inner) }
            lexer.position = token.range.lowerBound
            return
        }
        if token.kind == .rowBreak || name.first?.isWhitespace == true {
            return pieces.appendSpace()
        }
        if name.first?.isLetter == true, lexer.byte(lexer.position) <= 0x20 {
            // The space behind a word of TeX ends it.
            lexer.position = min(lexer.position + 1, lexer.source.count)
        }
        switch name {
        case "$", "%", "&", "#", "_", "{", "}": pieces.append(name.utf8)
        case ",": pieces.append("\u{2009}".utf8)
        case "quad": pieces.append("\u{2003}".utf8)
        case "qquad": pieces.append("\u{2003}\u{2003}".utf8)
        case "ldots", "dots", "textellipsis": pieces.append("…".utf8)
        case "textbackslash": pieces.append("\\".utf8)
        case "textless": pieces.append("<".utf8)
        case "textgreater": pieces.append(">".utf8)
        case "textbar": pieces.append("|".utf8)
        case "textasciitilde": pieces.append("~".utf8)
        case "textunderscore": pieces.append("_".utf8)
        case "textendash": pieces.append("–".utf8)
        case "textemdash": pieces.append("—".utf8)
        case "/", "-": break
        default:
            reportUnknown(at: token.range) { _ in
                "‘\\\(name)’ is no command of text. Write signs and accented letters as "
                    + "themselves, and formulas between dollar signs."
            }
        }
    }
}

/// The parts of a text while it is read.
private struct TextPieces {
    let font: TextPiece.Font
    private var pieces: [TextPiece] = []
    private var words: [UInt8] = []

    init(font: TextPiece.Font) { self.font = font }

    mutating func append(_ bytes: some Sequence<UInt8>) { words.append(contentsOf: bytes) }

    /// A space, unless there is one.
    mutating func appendSpace() {
        if words.last != 0x20 { words.append(0x20) }
    }

    /// Makes a longer dash of the one before, and says whether there was one.
    mutating func joinDash() -> Bool {
        if words.last == UInt8(ascii: "-") {
            words.removeLast()
            words.append(contentsOf: "–".utf8)
        } else if words.suffix(3).elementsEqual("–".utf8) {
            words.removeLast(3)
            words.append(contentsOf: "—".utf8)
        } else {
            return false
        }
        return true
    }

    mutating func append(_ formula: MathNode) {
        finishWords()
        pieces.append(.formula(formula))
    }

    mutating func append(_ inner: [TextPiece]) {
        finishWords()
        pieces += inner
    }

    private mutating func finishWords() {
        guard !words.isEmpty else { return }
        pieces.append(.words(String(decoding: words, as: UTF8.self), font))
        words = []
    }

    var finished: [TextPiece] {
        var copy = self
        copy.finishWords()
        return copy.pieces
    }
}
