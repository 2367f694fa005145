/// Lines of text for a drawing, which has no paragraphs of its own.
///
/// Fonts are known only to the program that draws. What a character takes is estimated instead, from the
/// widest serif that is likely to be there: a line is rather too short than cut off.

struct LineBreaker {
    /// How much room a line has, in thousandths of the size of type.
    let width: Int

    /// The lines of a text, about equally long; `nil` when it needs more of them than `limit`.
    func lines(of text: String, atMost limit: Int) -> [String]? {
        let pieces = Self.pieces(of: text)
        let lines = Self.fill(pieces, width)
        guard lines.count <= limit else { return nil }
        var balanced = lines
        var narrower = width
        while lines.count > 1, narrower > width / 2 {
            narrower -= width / 20
            let attempt = Self.fill(pieces, narrower)
            guard attempt.count == lines.count else { break }
            balanced = attempt
        }
        return balanced
    }

    /// As many lines as are allowed; where there is more text, the last ends in an ellipsis.
    func cutLines(of text: String, to limit: Int) -> [String] {
        var lines = Self.fill(Self.pieces(of: text), width)
        guard lines.count > limit, limit > 0 else { return lines }
        lines.removeSubrange(limit...)
        var last = lines[limit - 1]
        while !last.isEmpty, Self.width(of: last + "…") > width { last.removeLast() }
        while let end = last.last, end.isWhitespace || end.isPunctuation { last.removeLast() }
        lines[limit - 1] = last + "…"
        return lines
    }

    // MARK: - Pieces

    /// What no line ends within, and whether a space stands behind it.
    private struct Piece {
        var text: String
        var width: Int
        var hasSpace: Bool
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var current = ""
        func close(hasSpace: Bool) {
            if !current.isEmpty {
                pieces.append(
                    Piece(text: current, width: width(of: current), hasSpace: hasSpace))
            }
            current = ""
        }
        var previous: Character?
        for character in text {
            if character.isWhitespace, !noBreakSpaces.contains(character) {
                close(hasSpace: true)
                previous = nil
                continue
            }
            if let previous, mayBreak(after: previous, before: character) {
                close(hasSpace: false)
            }
            current.append(character)
            previous = character
        }
        close(hasSpace: false)
        return pieces
    }

    private static let noBreakSpaces: Set<Character> = ["\u{A0}", "\u{202F}", "\u{2007}"]
    private static let opening: Set<Character> = Set("「『（【〈《〔［｛“‘([{")
    /// Punctuation and small letters that do not begin a line in Chinese and Japanese.
    private static let closing: Set<Character> = Set(
        "」』）】〉》〕］｝”’)]}、。，．・：；！？!?,.:;…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜")

    private static func mayBreak(after previous: Character, before next: Character) -> Bool {
        if opening.contains(previous) || closing.contains(next) { return false }
        if isIdeographic(previous) || isIdeographic(next) { return true }
        return "-–—/".contains(previous) && next.isLetter
    }

    private static func fill(_ pieces: [Piece], _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        var space = 0
        for piece in pieces {
            if !line.isEmpty, used + space + piece.width > width {
                lines.append(line)
                (line, used, space) = ("", 0, 0)
            }
            if piece.width > width {
                // A word longer than a line is broken anywhere rather than cut off.
                for character in piece.text {
                    let needed = Self.width(of: character)
                    if used + needed > width, !line.isEmpty {
                        lines.append(line)
                        (line, used) = ("", 0)
                    }
                    line.append(character)
                    used += needed
                }
            } else {
                if space > 0 { line += " " }
                line += piece.text
                used += space + piece.width
            }
            space = piece.hasSpace ? Self.width(of: " ") : 0
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    // MARK: - Widths

    private static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation { return 1300 }
        if isIdeographic(character) { return 1000 }
        switch scalar.value {
        case 0x20, 0x21, 0x27...0x29, 0x2C...0x2E, 0x3A, 0x3B, 0x49, 0x5B, 0x5D, 0x66, 0x69, 0x6A,
            0x6C, 0x72, 0x74:
            return 420
        case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: return 960
        case 0x41...0x5A: return 760
        case 0x2014: return 1000
        case 0..<0x250: return scalar.properties.isUppercase ? 780 : 620
        case 0x370..<0x590: return scalar.properties.isUppercase ? 800 : 680
        case 0x590..<0x700: return 640
        default: return 760
        }
    }

    /// Characters of Chinese, Japanese and Korean, which fill a square and between which a line may end.
    private static func isIdeographic(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }
}
