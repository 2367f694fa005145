import Bytes
import Diagnostics

/// `---` right below a paragraph makes a heading of it (CommonMark, "Setext headings"); as a rule, it was to be a line
/// across the page.
extension DocumentWriter {
    /// Says so where the heading has several lines, or is a sentence that ends in a full stop.
    mutating func reportUnderlinedText(_ heading: Node, _ text: String) {
        guard heading.headingLevel == 2, heading.startLine > lastLineOfPastedFrontMatter,
            let underline = underline(of: heading), !isBelowRuler(heading),
            // A definition in it has been reported.
            unreadDefinitions.isDisjoint(with: heading.startLine...underline)
        else { return }
        guard underline > heading.startLine + 1 || Self.isSentence(text) else { return }
        report(
            "heading.underlined-text", .warning,
            "‘---’ right below a text makes a heading of it: for a line across the page, leave one empty between "
                + "them. A heading is written ‘## …’.", at: map.range(ofLine: underline))
    }

    private static func isSentence(_ text: String) -> Bool {
        if text.hasSuffix("。") { return true }
        let words = text.split(separator: " ")
        guard words.count > 3, let last = words.last, last.hasSuffix(".") else { return false }
        // "… of the U.S.A.", "Meier et al."
        return !last.dropLast().contains(".")
            && !["al.", "etc.", "Inc.", "Ltd.", "Jr."].contains(last)
    }

    /// The line of hyphens below a heading; `nil` for one that begins with `##`.
    private func underline(of heading: Node) -> Int? {
        let start = map.start(ofLine: heading.startLine) + max(0, heading.startColumn - 1)
        guard heading.startLine > 0, start < map.body.upperBound,
            map.bytes[start] != UInt8(ascii: "#")
        else { return nil }
        let last = max(heading.endLine, heading.startLine) + 1
        return (heading.startLine + 1..<last + 1).first { line in
            let text = map.bytes[map.range(ofLine: line)]
                .drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
            return text.first == UInt8(ascii: "-")
                && text.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
        }
    }
}
