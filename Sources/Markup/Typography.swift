/// Typographic signs for those of a keyboard, in text that is no Markdown: titles and summaries.

import Bytes

extension String {
    /// The text with quotation marks, apostrophes, dashes and ellipses as a typesetter has them.
    ///
    /// As cmark does it for the text of a page: a quote after a space or an opening bracket opens,
    /// every other one closes or is an apostrophe; `--` is an en dash, `---` an em dash. Dashes that
    /// begin a word (`--strict`) are an option of a program and stay.
    package func typographic(_ marks: QuotationMarks) -> String {
        guard hasKeyboardSigns else { return self }
        var setter = TypeSetter(Array(unicodeScalars), marks)
        return setter.set()
    }
}

extension String {
    /// Whether anything could be set in another way: nearly no summary has it.
    fileprivate var hasKeyboardSigns: Bool {
        withUTF8Bytes { bytes in
            var index = 0
            while true {
                index = bytes.firstIndex(from: index) { byte in
                    (byte == 0x22).bit | (byte == 0x27).bit | (byte == 0x2D).bit
                        | (byte == 0x2E).bit
                }
                guard index < bytes.count else { return false }
                let sign = bytes[index]
                if sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") { return true }
                index += 1
                if index < bytes.count, bytes[index] == sign { return true }
            }
        }
    }
}

private struct TypeSetter {
    private let source: [Unicode.Scalar]
    private var quotes: QuoteSetter
    private var result = ""

    init(_ source: [Unicode.Scalar], _ marks: QuotationMarks) {
        self.source = source
        quotes = QuoteSetter(marks)
    }

    mutating func set() -> String {
        var index = 0
        while index < source.count {
            let scalar = source[index]
            let before = result.unicodeScalars.last
            let after = index + 1 < source.count ? source[index + 1] : nil
            switch scalar {
            case "\"":
                let sign = HebrewSign(
                    behind: source[..<index], before: source[(index + 1)...].prefix(200))
                result += quotes.double(before: before, after: after, sign)
            case "'":
                result += quotes.single(
                    before: before, after: after, hasPartner: hasPartner(at: index))
            case "-", ".":
                let length = source[index...].prefix { $0 == scalar }.count
                setRun(of: scalar, index, length)
                index += length - 1
            default:
                if QuotationMarks.all.contains(scalar) {
                    quotes.pass(scalar, before: before, after: after)
                }
                result.unicodeScalars.append(scalar)
            }
            index += 1
        }
        return result
    }

    private func isSpace(at index: Int) -> Bool {
        guard source.indices.contains(index) else { return true }
        return source[index].properties.isWhitespace
    }

    /// Whether a single quote ends within any reasonable distance what this one would begin.
    private func hasPartner(at index: Int) -> Bool {
        if QuoteSetter.isElision(before: source[(index + 1)...]) { return false }
        return source.indices.dropFirst(index + 1).prefix(500).contains { place in
            source[place] == "'" && !isSpace(at: place - 1)
                && (place + 1 >= source.count || !source[place + 1].properties.isAlphabetic)
        }
    }

    /// Hyphens or stops: as many as there are belong together.
    private mutating func setRun(of scalar: Unicode.Scalar, _ index: Int, _ length: Int) {
        // A dash with a space on one side alone is no dash.
        let isBalanced = isSpace(at: index - 1) == isSpace(at: index + length)
        switch (scalar, length) {
        case ("-", 2) where isBalanced: result += "–"
        case ("-", 3) where isBalanced: result += "—"
        case (".", 3): result += "…"
        default: result += String(repeating: Character(scalar), count: length)
        }
    }
}
