import Bytes
import Diagnostics

/// Lines beside a table that are rows by mistake, and rows that are no table.
extension DocumentWriter {
    /// A text directly below a table is a row of it: a table ends at an empty line (GFM, "Tables").
    mutating func reportTextBelow(_ table: Node, columns: Int) {
        var text: Node?
        var row = table.lastChild
        while let current = row, current.kind == .tableRow, !hasPipe(current) {
            text = current
            row = current.previous
        }
        // In one column, no row needs the sign.
        guard let text, columns > 1 || row?.kind == .tableRow else { return }
        report(
            "table.text-below", .warning,
            "This line is a row of the table above, which ends at an empty line: leave one empty. A row is "
                + "written ‘| … |’.", at: map.range(ofLine: text.startLine))
    }

    private func hasPipe(_ row: Node) -> Bool {
        let line = map.range(ofLine: row.startLine)
        return map.bytes.firstIndex(of: UInt8(ascii: "|"), in: line) != nil
    }

    /// Two lines or more of cells between pipes, without the line of dashes that makes a table of them.
    mutating func reportRows(of paragraph: Node) {
        if reportRowApart(paragraph) || reportLineBlock(paragraph) { return }
        let last = paragraph.endLine
        let block = map.start(ofLine: paragraph.startLine)..<map.end(ofLine: max(last, 1))
        guard last > paragraph.startLine, block.count < 1 << 16, maySearch(block.count) else {
            return
        }
        var first: Range<Int>?
        for number in paragraph.startLine...last {
            let line = map.range(ofLine: number)
            // The first line may stand behind the mark of an item or a quotation.
            let pipe =
                first == nil
                ? map.bytes.firstIndex(of: UInt8(ascii: "|"), in: line)
                : map.bytes[line].firstIndex { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            guard let pipe, isRow(pipe..<line.upperBound, isAlone: false) else { return }
            if first == nil {
                guard pipe == map.body.lowerBound || map.bytes[pipe - 1] != UInt8(ascii: "\\")
                else { return }
                first = pipe..<line.upperBound
            }
        }
        guard let first else { return }
        report(
            "table.no-delimiter-row", .warning,
            "These lines make no table, and are shown as they are written: below the head stands a line of "
                + "dashes, ‘|---|---|’.", at: first)
    }

    /// `| Sing, Muse,`: verse and addresses as Pandoc has them ("line_blocks").
    private mutating func reportLineBlock(_ paragraph: Node) -> Bool {
        let (first, last) = (paragraph.startLine, paragraph.endLine)
        guard first > 0, last > first, last - first < 1000 else { return false }
        for number in first...last {
            let line = map.bytes[map.range(ofLine: number)]
            guard line.first == UInt8(ascii: "|"),
                line.dropFirst().first.map({ $0 == 0x20 }) ?? true,
                !line.dropFirst().contains(UInt8(ascii: "|"))
            else { return false }
        }
        report(
            "text.line-block", .warning,
            "Readers will see these ‘|’, and the lines run together. Write verse as a quotation whose lines end in ‘\\’, as in "
                + "‘> Sing, Muse,\\’.", at: map.range(ofLine: first))
        return true
    }

    /// A row behind a table and an empty line, which has ended it.
    private mutating func reportRowApart(_ paragraph: Node) -> Bool {
        guard let table = paragraph.previous, table.kind == .table, paragraph.startLine > 0 else {
            return false
        }
        let line = map.range(ofLine: paragraph.startLine)
        guard isRow(line, isAlone: true),
            TableRow.allCells(of: UnsafeBufferPointer(rebasing: map.bytes[line]))
                == table.tableAlignments.count
        else { return false }
        report(
            "table.row-apart", .warning,
            "This row is no part of the table above, which has ended at the empty line, and is shown as it is written: "
                + "delete that line.", at: line)
        return true
    }

    /// `| A | B |`: two cells or more, between pipes, and none of them dashes alone.
    private func isRow(_ line: Range<Int>, isAlone: Bool) -> Bool {
        let pipe = UInt8(ascii: "|")
        let text = UnsafeBufferPointer(rebasing: map.bytes[line])
        guard text.first == pipe, let end = text.lastIndex(where: { $0 > 0x20 }), end > 0,
            text[end] == pipe, text[end - 1] != UInt8(ascii: "\\")
        else { return false }
        return TableRow.allCells(of: text) > 1 && !text.isDelimiterRow
            && !areNorms(text[1..<end], isAlone)
    }

    /// `|A| |B|` and `|x| < |y|`: signs of sizes, norms and absolute values, right at what they enclose, with space, or a
    /// sign of arithmetic, between each two; with space alone, they are cells where several lines have words.
    private func areNorms(_ cells: Slice<UnsafeBufferPointer<UInt8>>, _ isAlone: Bool) -> Bool {
        let parts = cells.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return false }
        let isSpaceEnough =
            isAlone
            || stride(from: 0, to: parts.count, by: 2)
                .allSatisfy { parts[$0].count == 1 && parts[$0].allSatisfy(\.isASCIILetter) }
        return parts.enumerated().allSatisfy { index, part in
            guard let first = part.first, let last = part.last else { return false }
            return index % 2 == 0
                ? first > 0x20 && last > 0x20
                : first == 0x20 && last == 0x20 && (isSpaceEnough || part.contains { $0 != 0x20 })
                    || part.allSatisfy {
                        $0 == 0x20 && isSpaceEnough || "+-*/=<>,".utf8.contains($0)
                    }
        }
    }
}
