/// Arguments that are no formulas: names, lengths, colors, labels.

import Bytes
import Diagnostics

extension TeXParser {
    /// The bytes between the braces that the token opens, as they are.
    mutating func bracedText() -> String {
        let opener = token
        var depth = 1
        var position = token.range.upperBound
        while position < lexer.source.count {
            switch lexer.source[position] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"): position += 1
            default: break
            }
            if depth == 0 { break }
            position += 1
        }
        let end = min(position, lexer.source.count)
        var text = lexer.text(opener.range.upperBound..<end)
        if isExpanded { text.removeAll { $0 == "\u{1}" || $0 == "\u{2}" } }
        lexer.position = min(end + 1, lexer.source.count)
        advance()
        if depth > 0 { reportUnclosed("This ‘{’ has no ‘}’.", at: opener.range) }
        return text
    }

    /// An argument in braces, as it stands there; empty when it is missing.
    mutating func rawArgument(of command: TeXToken) -> String {
        guard token.kind == .open else {
            reportUnclosed(
                "‘\(lexer.text(command.range))’ lacks an argument in braces.", at: command.range)
            return ""
        }
        return bracedText()
    }

    /// The width of `\hspace{1em}` or `\kern 1em`.
    mutating func writtenSpace(_ command: TeXToken) -> MathNode? {
        _ = star()
        let text: String
        if token.kind == .open {
            text = rawArgument(of: command)
        } else {
            var end = token.range.lowerBound
            while lexer.byte(end).isLengthSign { end += 1 }
            while lexer.byte(end) == 0x20 { end += 1 }
            // Units have two letters.
            end = min(end + 2, lexer.source.count)
            text = lexer.text(token.range.lowerBound..<max(end, token.range.lowerBound))
            if Ems(length: text) != nil {
                lexer.position = end
                advance()
            }
        }
        guard let width = Ems(length: text) else {
            reportUnclosed(
                "‘\(lexer.text(command.range))’ needs a length such as ‘1em’ or ‘3mu’.",
                at: command.range.lowerBound..<lexer.position(before: token))
            return nil
        }
        return .space(width)
    }

    /// The color of `\color{red}`, as CSS has it.
    mutating func color(of command: TeXToken) -> String? {
        var isHTML = false
        if isCharacter("[") {
            // `[HTML]{00ff00}` is what CSS writes `#00ff00`.
            let opener = token.range.upperBound
            while !isCharacter("]"), token.kind != .end { advance() }
            isHTML = lexer.text(opener..<token.range.lowerBound) == "HTML"
            advance()
        }
        let place = token.range.lowerBound
        let written = rawArgument(of: command)
        let color = isHTML ? "#" + written : written
        let digits = color.utf8.dropFirst()
        if color.utf8.first == UInt8(ascii: "#"), digits.count == 3 || digits.count == 6,
            digits.allSatisfy({ $0.isASCIIDigit || ($0 | 0x20) &- 0x61 < 6 })
        {
            return color
        }
        if Self.colors.contains(color) { return color }
        guard !written.isEmpty else { return nil }
        report(
            "‘\(written)’ is no color that is known here. Write one of xcolor's names, or ‘#c00’."
                + Spelling.hint(name(like: written, in: Self.colors)),
            at: place..<lexer.position(before: token))
        return nil
    }

    /// The names of xcolor, all of which CSS has too.
    private static let colors = [
        "red", "green", "blue", "cyan", "magenta", "yellow", "black", "gray", "white", "darkgray",
        "lightgray", "brown", "lime", "olive", "orange", "pink", "purple", "teal", "violet",
    ]

    /// `\tag{1}` is shown as (1), `\tag*{1}` as 1.
    mutating func readTag(_ command: TeXToken) {
        let isBare = star()
        guard case .text(let pieces) = text(of: command, in: .plain) else { return }
        if tag != nil {
            report("A line has one ‘\\tag’, and this is its second.", at: command.range)
        }
        tag = WrittenTag(pieces: pieces, isBare: isBare)
    }
}

extension UInt8 {
    fileprivate var isLengthSign: Bool {
        isASCIIDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
    }
}

extension Ems {
    /// `1.5em`; absolute units as at ten points.
    init?(length: String) {
        let text = length.filter { $0 != " " }
        guard text.utf8.count <= 16, let value = Double(text.dropLast(2)), abs(value) < 1000 else {
            return nil
        }
        let unit: Double
        switch text.suffix(2) {
        case "em": unit = 1
        case "ex": unit = 0.43
        case "mu": unit = 1 / 18
        case "pt", "bp", "px": unit = 0.1
        case "pc": unit = 1.2
        case "mm": unit = 0.2845
        case "cm": unit = 2.845
        case "in": unit = 7.227
        default: return nil
        }
        self.init(tenThousandths: Int((value * unit * 10_000).rounded()))
    }
}
