/// Quotation marks of a word processor around a whole value. YAML knows straight ones alone, and takes these for a
/// part of the text.

enum TypographicQuotes {
    /// Opening marks, each with what may close it: English, German, and what Word makes of a mark without a space
    /// before it.
    private static let marks: [Character: [Character]] = [
        "“": ["”"], "„": ["“", "”"], "”": ["”"], "‘": ["’"], "‚": ["‘", "’"],
    ]
    private static let double: Set<Character> = ["“", "”", "„"]

    /// What stands between the marks that enclose a value.
    ///
    /// A value with other marks in it, “X” and “Y”, only begins and ends with a quotation. One that opens double marks
    /// and never closes them was cut at a comma of a list.
    ///
    /// - Parameter text: A value that was written without straight quotation marks.
    /// - Returns: `nil` for any other value.
    static func content(of text: String) -> String? {
        // The first byte of each of the marks.
        guard text.utf8.first == 0xE2, let first = text.first, let closing = marks[first] else {
            return nil
        }
        let rest = text.dropFirst()
        let isDouble = double.contains(first)
        if let last = rest.last, closing.contains(last) {
            let content = rest.dropLast()
            let hasMarks = content.contains {
                isDouble ? double.contains($0) : $0 == "‘" || $0 == "‚"
            }
            return hasMarks || content.isEmpty ? nil : String(content)
        }
        return isDouble && !rest.contains(where: double.contains) ? String(rest) : nil
    }
}
