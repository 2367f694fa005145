/// Tables, whose rows are lines: what would break a line in one would end the row.

import Diagnostics

extension BodyTranslator {
    /// Looks whether a table begins or ends on the line.
    mutating func lookForTable(from first: Int) {
        let stop = lineEnd(first)
        if firstNonSpace(first) >= stop { isInTable = false }
        guard !isInTable, stop + 1 < end, bytes[first..<stop].contains(UInt8(ascii: "|")) else {
            return
        }
        isInTable = isDelimiterRow(stop + 1)
    }

    /// `|---|:--:|`, which makes the line above it the head of a table.
    private func isDelimiterRow(_ start: Int) -> Bool {
        let line = bytes[start..<lineEnd(start)]
        return line.contains(UInt8(ascii: "-")) && line.contains { "|:".utf8.contains($0) }
            && line.allSatisfy { $0 <= 0x20 || "|:->".utf8.contains($0) }
    }

    mutating func lineBreak(at tag: Range<Int>) {
        while output.last == 0x20 { output.removeLast() }
        if isInTable {
            log.review(
                "import.line-break",
                "A row of a table is one line, so the ‘<br>’ in it became a space: put a comma or a semicolon "
                    + "there, or make two rows of it.", at: tag)
            while index < end, bytes[index] == 0x20 { index += 1 }
            return write(" ")
        }
        write("\\\n")
        if index < end, bytes[index] == 0x0D { index += 1 }
        if index < end, bytes[index] == 0x0A { index += 1 }
        while index < end, bytes[index] == 0x20 { index += 1 }
    }
}
