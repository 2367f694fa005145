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
            var previous: UInt8 = 0
            for byte in bytes {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return true }
                if byte == previous, byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                    return true
                }
                previous = byte
            }
            return false
        }
    }
}

private struct TypeSetter {
    private let source: [Unicode.Scalar]
    private let marks: QuotationMarks
    private var result = ""
    /// Double and single quotation marks that are open.
    private var open = 0
    private var innerOpen = 0

    init(_ source: [Unicode.Scalar], _ marks: QuotationMarks) {
        self.source = source
        self.marks = marks
    }

    mutating func set() -> String {
        var index = 0
        while index < source.count {
            let scalar = source[index]
            let length = source[index...].prefix { $0 == scalar }.count
            switch scalar {
            case "\"": setDouble(at: index)
            case "'": setSingle(at: index)
            case "-", ".":
                setRun(of: scalar, index, length)
                index += length - 1
            default: result.unicodeScalars.append(scalar)
            }
            index += 1
        }
        return result
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        source.indices.contains(index) ? source[index] : nil
    }

    private func isSpace(at index: Int) -> Bool {
        scalar(at: index)?.properties.isWhitespace ?? true
    }

    /// Whether a quotation may begin at `index`.
    private func opens(at index: Int) -> Bool {
        guard !isSpace(at: index + 1) else { return false }
        guard let before = scalar(at: index - 1) else { return true }
        return isSpace(at: index - 1) || "([{-–—/\"'".unicodeScalars.contains(before)
    }

    /// Whether the quotation that `quote` would open ends within any reasonable distance.
    private func closesLater(_ quote: Unicode.Scalar, after index: Int) -> Bool {
        source.indices.dropFirst(index + 1).prefix(500).contains { place in
            source[place] == quote && !isSpace(at: place - 1)
                && !(scalar(at: place + 1)?.properties.isAlphabetic ?? false)
        }
    }

    private mutating func setDouble(at index: Int) {
        if opens(at: index), closesLater("\"", after: index) {
            result += marks.opening
            open += 1
        } else if open > 0 {
            result += marks.closing
            open -= 1
        } else {
            // An inch, or a quotation that nobody opened.
            result += "”"
        }
    }

    private mutating func setSingle(at index: Int) {
        if opens(at: index), closesLater("'", after: index) {
            result += marks.innerOpening
            innerOpen += 1
        } else if innerOpen > 0, !(scalar(at: index + 1)?.properties.isAlphabetic ?? false) {
            result += marks.innerClosing
            innerOpen -= 1
        } else {
            result += "’"
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
