/// Values as YAML that ``YAMLReader`` reads back as the same values: for files that the program writes.

package enum YAMLText {
    /// A text without quotes where it needs none, else in double quotes.
    package static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// A list on one line.
    package static func list(_ items: [String]) -> String {
        "[" + items.map { scalar($0) }.joined(separator: ", ") + "]"
    }

    /// Whether a text without quotes is itself: in a list, behind a key, and nothing but a text.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            !first.properties.isWhitespace, !last.properties.isWhitespace, last != ":",
            !"-?:#&*!|>'\"%@`~=<".unicodeScalars.contains(first),
            !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
        else { return false }
        return !text.contains(": ") && !text.contains(" #")
            && text.unicodeScalars.allSatisfy { !",[]{}".unicodeScalars.contains($0) }
            && !text.unicodeScalars.contains { needsEscape($0) }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where needsEscape(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Controls, line breaks of Unicode, and the byte order mark: libyaml refuses or changes them.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
        default: false
        }
    }
}
