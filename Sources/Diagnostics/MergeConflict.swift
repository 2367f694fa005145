import Bytes

/// What git leaves in a file where two people changed the same lines (git-merge(1), “How conflicts are presented”).
package enum MergeConflict {
    /// A line that begins or ends the two versions.
    package struct Mark {
        /// `<<<<<<< HEAD`; else `>>>>>>> branch`.
        package let isFirst: Bool
        /// The line without its break.
        package let line: Range<Int>
        /// Whether a name for a version stands behind the signs, as git writes one, and nothing else.
        package let isNamed: Bool
    }

    package static let message =
        "Two versions of the text stand here, as git has left them: keep one, and delete the lines of "
        + "‘<<<<<<<’, ‘=======’ and ‘>>>>>>>’."

    /// Of a file in which no line of the author's own begins so.
    package static func diagnostic(for bytes: [UInt8], path: String) -> Diagnostic? {
        bytes.withUnsafeBufferPointer { mark(in: $0, $0.indices) }
            .map { Diagnostic("text.merge-conflict", message, at: SourceSpan(path, $0.line)) }
    }

    /// The next line that begins with seven of either sign and a space, in a range that begins where a line does.
    package static func mark(
        in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Mark? {
        var index = range.lowerBound
        while index < range.upperBound {
            let start = bytes.firstIndex(from: index) { ($0 == 0x3C).bit | ($0 == 0x3E).bit }
            guard start < range.upperBound else { return nil }
            let signs = bytes[start..<range.upperBound].prefix { $0 == bytes[start] }
            index = signs.endIndex
            guard signs.count == 7, index < range.upperBound, bytes[index] == 0x20,
                start == range.lowerBound || [0x0A, 0x0D].contains(bytes[start - 1])
            else { continue }
            let name = bytes[(index + 1)..<range.upperBound].prefix { $0 != 0x0A && $0 != 0x0D }
            return Mark(
                isFirst: bytes[start] == 0x3C, line: start..<name.endIndex,
                isNamed: isName(String(decoding: name, as: UTF8.self)))
        }
        return nil
    }

    /// `HEAD`, `1a2b3c4 (Mend the wall)`, and what `git stash` says.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count == 1 || ["Updated upstream", "Stashed changes"].contains(text)
            || words.dropFirst().first?.first == "(" && words.last?.last == ")"
    }
}
