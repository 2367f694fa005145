/// The first heading of a text that has no title in front matter.

import Diagnostics
import Markup

extension BodyTranslator {
    /// Takes a heading of level 1 at the beginning of the text for its title, which is words alone.
    mutating func takeTitle(from start: Int) -> String? {
        index = start
        while index < end, bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x20 {
            index += 1
        }
        guard has("# ") else { return nil }
        let line = index..<lineEnd(index)
        let heading = withoutClosingSigns(line.lowerBound + 2..<line.upperBound)
        let title = Self.words(of: part(heading))
        guard !title.isEmpty else { return nil }
        let isWhole = title == text(heading).collapsingWhitespace
        log.note(
            "import.title-from-heading",
            "There is no title in front matter; the first heading became the title"
                + (isWhole ? "." : ", as words alone: ‘\(title)’."), at: line)
        index = line.upperBound
        return title
    }

    /// Without the `#` that may close a heading, behind a space (CommonMark 0.31.2, section 4.2).
    private func withoutClosingSigns(_ heading: Range<Int>) -> Range<Int> {
        let trimmed = bytes[heading].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? heading.lowerBound
        let line = heading.lowerBound..<trimmed
        let stop = bytes[line].lastIndex { $0 != UInt8(ascii: "#") }
        guard let stop else { return heading.lowerBound..<heading.lowerBound }
        return bytes[stop] <= 0x20 ? heading.lowerBound..<stop : line
    }

    /// What readers see of a line of Markdown: no links, no marks, no label.
    private static func words(of made: String) -> String {
        var words = PlainCaption.withoutLinks(made.replacing("![", with: "[")).words
            .collapsingWhitespace
        if words.hasSuffix("}"), let label = words.ranges(of: "{#").last {
            words = String(words[..<label.lowerBound]).collapsingWhitespace
        }
        if words.count(where: { $0 == "`" }) > 1 { words.removeAll { $0 == "`" } }
        // In a formula, signs mean other things.
        return words.contains("$") ? words : PlainEmphasis.words(of: words)
    }
}
