/// Tables, whose rows are lines: what would break a line in one would end the row.

import Diagnostics
import Markup

extension BodyTranslator {
    /// Looks whether a table begins or ends on the line.
    mutating func lookForTable(from first: Int) {
        let stop = lineEnd(first)
        namePandocTable(first..<stop)
        if first - index < 4 { nameSpreadsheetRows(first..<stop) }
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

    /// Says once that such a table stays as it is.
    private mutating func namePandocTable(_ line: Range<Int>) {
        let sign = bytes[line.lowerBound]
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            PandocTable.isGridRule(bytes[line])
                || PandocTable.isRuler(bytes[line]) && isBesideText(line),
            said.insert("pandoc-table").inserted
        else { return }
        log.review(
            "import.pandoc-table",
            "A table of Pandoc's stays as it is, and would be no table: write its rows as ‘| … |’, or put them into a "
                + "‘.csv’ file. This is the first.", at: line)
    }

    /// Says once that rows as they are copied from a spreadsheet make no table: lines with as many tabs.
    private mutating func nameSpreadsheetRows(_ line: Range<Int>) {
        let next = min(line.upperBound + 1, end)
        let tabs = tabs(line)
        guard tabs > 0, tabs == self.tabs(next..<lineEnd(next)),
            said.insert("tab-separated").inserted
        else { return }
        log.review(
            "import.tab-separated",
            "Lines with tabs between their words make no table, and stay as they are: write them as ‘| … |’, or put "
                + "them into a ‘.tsv’ file, which ‘![caption](file.tsv)’ shows. This is the first.",
            at: line)
    }

    /// Tabs between the words of a line; 0 for code, the item of a list, or the row of a table.
    private func tabs(_ line: Range<Int>) -> Int {
        let text = bytes[line]
        guard text.contains(0x09), !text.contains(UInt8(ascii: "|")),
            let first = text.first(where: { $0 != 0x20 }), first > 0x20,
            let last = text.lastIndex(where: { $0 > 0x20 }), !isItem(text)
        else { return 0 }
        return text[..<last].count { $0 == 0x09 }
    }

    /// Whether a mark of a list and a tab begin the line.
    private func isItem(_ line: ArraySlice<UInt8>) -> Bool {
        let mark = line.drop { $0 == 0x20 }.prefix { $0 > 0x20 }
        let digits = mark.prefix { (0x30...0x39).contains($0) }
        return mark.count == 1 && "-*+".utf8.contains(mark.first ?? 0)
            || !digits.isEmpty && [[0x2E], [0x29]].contains(Array(mark.dropFirst(digits.count)))
    }

    /// Whether the line above or below is no empty one.
    private func isBesideText(_ line: Range<Int>) -> Bool {
        let above = bytes[..<line.lowerBound].suffix(Self.longest).reversed().drop { $0 == 0x20 }
        let isBelowText = above.dropFirst().drop { $0 == 0x20 || $0 == 0x0D }.first.map {
            $0 != 0x0A
        }
        let next = min(line.upperBound + 1, end)
        return isBelowText ?? false || firstNonSpace(next) < lineEnd(next)
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
