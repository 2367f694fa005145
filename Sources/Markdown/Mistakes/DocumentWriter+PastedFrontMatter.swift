import Bytes
import Diagnostics

/// A second front matter at the beginning of the text, as it comes with a page that was pasted whole: to Markdown, it
/// is a rule and a heading.
extension DocumentWriter {
    /// More has none.
    private static let mostLines = 200

    /// - Returns: Its last line; 0 where there is none.
    mutating func reportPastedFrontMatter() -> Int {
        guard map.body.lowerBound > 0, let first = firstWrittenLine, isRule(first),
            let last = endOfFrontMatter(behind: first)
        else { return 0 }
        report(
            "front-matter.repeated",
            error:
                "A second front matter stands here, and readers would see it as a heading: put what it says into that "
                + "at the beginning of the file, and delete it.", at: map.range(ofLine: first))
        return last
    }

    private var firstWrittenLine: Int? {
        var line = 1
        while map.start(ofLine: line) < map.body.upperBound, line < Self.mostLines {
            if !map.range(ofLine: line).isEmpty { return line }
            line += 1
        }
        return nil
    }

    /// The `---` behind keys, at least one of them, and what belongs to them.
    private func endOfFrontMatter(behind first: Int) -> Int? {
        for line in (first + 1)...(first + Self.mostLines) {
            let start = map.start(ofLine: line)
            guard start < map.body.upperBound else { return nil }
            if line > first + 1, isRule(line) { return line }
            let range = map.range(ofLine: line)
            let isPart =
                range.isEmpty || range.lowerBound > start
                || map.bytes[range].first == UInt8(ascii: "-")
            guard isKey(range) || line > first + 1 && isPart else { return nil }
        }
        return nil
    }

    private func isRule(_ line: Int) -> Bool {
        let text = map.bytes[map.start(ofLine: line)..<map.end(ofLine: line)]
        return text.starts(with: "---".utf8) && text.dropFirst(3).allSatisfy { $0 <= 0x20 }
    }

    /// `key:` or `key: value`; a word with a capital begins a sentence.
    private func isKey(_ line: Range<Int>) -> Bool {
        let key = map.bytes[line].prefix { $0.isASCIILetterOrDigit || "_-".utf8.contains($0) }
        guard let first = key.first, (0x61...0x7A).contains(first), key.endIndex < line.upperBound,
            map.bytes[key.endIndex] == UInt8(ascii: ":")
        else { return false }
        return key.endIndex + 1 == line.upperBound || map.bytes[key.endIndex + 1] == 0x20
    }
}
