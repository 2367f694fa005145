/// Headings: the title is the only one of level 1 here.

import Diagnostics
import Markup

extension BodyTranslator {
    /// Finds out whether the text has headings of level 1: then all of them go one level down.
    mutating func findHeadings(from start: Int) {
        var line = start
        var fence: UInt8?
        var found: Range<Int>?
        while line < end, found == nil {
            let first = firstNonSpace(line)
            if first < end, has("```", at: first) || has("~~~", at: first) {
                fence = fence == nil ? bytes[first] : fence == bytes[first] ? nil : fence
            } else if fence == nil, first - line < 4, first < end {
                let isTop = has("# ", at: first)
                let isUnderlined =
                    line > start && isUnderline(first, UInt8(ascii: "=")) && !isAfterBlankLine(line)
                if isTop || isUnderlined { found = line..<lineEnd(line) }
            }
            line = lineEnd(line) + 1
        }
        guard let found else { return }
        headingShift = 1
        log.note(
            "import.headings-moved",
            "The title is the page's only heading of level 1: every heading went one level down.",
            at: found)
    }

    /// Moves the heading on a line one level down; `false` when the rest of the line is still to be read.
    mutating func shiftHeading(from first: Int) -> Bool {
        if bytes[first] == UInt8(ascii: "#") {
            if isHeading(first) { output.append(UInt8(ascii: "#")) }
            return false
        }
        guard first - index < 4, !isAfterBlankLine(index) else { return false }
        if isUnderline(first, UInt8(ascii: "=")) {
            // A line of `=` below a heading means level 1: one of `-` means level 2.
            output += Array(repeating: UInt8(ascii: "-"), count: 3)
            index = lineEnd(index)
            return true
        }
        // There is no line for level 3: what was underlined gets its signs in front.
        guard isUnderline(first, UInt8(ascii: "-")), let start = underlinedText() else {
            return false
        }
        let words = String(decoding: output[start...], as: UTF8.self).collapsingWhitespace
        output.removeSubrange(start...)
        write("### \(words)\n")
        index = min(lineEnd(index) + 1, end)
        return true
    }

    /// Where the paragraph begins in what was written that a line of hyphens makes a heading.
    ///
    /// `nil` below a quotation, a list, a table or a heading, where such a line is none of it.
    private func underlinedText() -> Int? {
        guard output.last == 0x0A else { return nil }
        var start = output.count - 1
        while start > 0, output.count - start < Self.longest {
            let line = output[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let text = output[line..<start].drop { $0 == 0x20 }
            guard let sign = text.first else { break }
            if start < output.count - 1, Self.endsBefore(text) { return start + 1 }
            if ">|#`~<".utf8.contains(sign) || Self.beginsItem(text) { return nil }
            start = line
            // The line break before it.
            guard line > 0, !output[..<line].dropLast().isEmpty else { return line }
            if output[line - 2] == 0x0A { return line }
            start = line - 1
        }
        return nil
    }

    /// Whether a paragraph may begin right below a line: below a heading, its underline, a rule or code.
    private static func endsBefore(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: "#") }
        return rest.count < line.count && rest.first == 0x20
            || line.allSatisfy { "-=*_ ".utf8.contains($0) }
            || line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8)
    }

    /// Whether a line begins the item of a list.
    static func beginsItem(_ text: ArraySlice<UInt8>) -> Bool {
        let rest =
            "-*+".utf8.contains(text.first ?? 0)
            ? text.dropFirst()
            : text.drop { (0x30...0x39).contains($0) }.dropFirst()
        let isNumber = (0x30...0x39).contains(text.first ?? 0)
        return ("-*+".utf8.contains(text.first ?? 0) || isNumber) && rest.first == 0x20
    }

    private func isHeading(_ start: Int) -> Bool {
        let count = run(at: start)
        return count < 6 && start + count < end && bytes[start + count] == 0x20
    }

    private func isUnderline(_ start: Int, _ sign: UInt8) -> Bool {
        let line = start..<lineEnd(start)
        let trimmed = bytes[line].drop { $0 == 0x20 }
        let signs = trimmed.prefix { $0 == sign }
        return !signs.isEmpty && trimmed.dropFirst(signs.count).allSatisfy { $0 <= 0x20 }
    }
}
