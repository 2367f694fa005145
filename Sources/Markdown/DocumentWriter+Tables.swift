import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    /// Writes a table with the caption before or after it, and returns the block to go on with.
    mutating func write(table node: Node, caption before: TableCaption?) -> Node? {
        var caption = before
        var next = node.next
        if caption == nil, let after = next, after.kind == .paragraph {
            caption = TableCaption(after)
            if caption != nil { next = after.next }
        }
        startLine()
        if let caption {
            let line = map.firstLine(of: caption.paragraph)
            openFigure("table", caption.block, of: .table, at: line)
            out.append("<figcaption>")
            writeFormerIDs(of: caption.block, at: line)
            let isNumbered = writeNumber(of: caption.block, .table)
            caption.hideMarkers()
            let first = caption.paragraph.firstChild
            if isNumbered, let first, first.kind == .text {
                let text = String(decoding: first.literal.prefix(60), as: UTF8.self)
                reportNumber(inCaption: text, of: .table, at: line)
            }
            let gaps = writeRecordingGaps(from: first)
            out.append("</figcaption>\n")
            writeRows(of: node, label: first?.plainTextToEnd(gaps: gaps, math), gaps)
        } else {
            reportCaption(beside: node, of: .table)
            writeRows(of: node, label: nil, [])
        }
        if caption != nil { out.append("</figure>\n") }
        return next
    }

    /// Writes a label, in which a NUL stands for each of the slots.
    mutating func write(label: String, _ slots: [Fragment.Slot]) {
        guard !slots.isEmpty else {
            out.append(label, escapedFor: .attribute)
            return
        }
        let pieces = label.split(separator: "\0", omittingEmptySubsequences: false)
        out.append(String(pieces.first ?? ""), escapedFor: .attribute)
        for (slot, piece) in zip(slots, pieces.dropFirst()) {
            out.append(slot.words)
            out.append(String(piece), escapedFor: .attribute)
        }
    }

    /// Opens what a wide table is moved in, named for those who cannot see it.
    mutating func openScroll(label: String?, _ gaps: [TextGap]) {
        out.append(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        if let label { write(label: label, gaps.map(\.slot)) } else { out.append(.word(.table)) }
        out.append("\">\n")
    }

    private mutating func writeRows(of node: Node, label: String?, _ gaps: [TextGap]) {
        let alignments = node.tableAlignments
        reportTextBelow(node, columns: alignments.count)
        openScroll(label: label, gaps)
        out.append("<table>\n")
        var isInBody = false
        var row = node.firstChild
        while let current = row {
            let isHeader = current.kind == .tableHeader
            if isHeader {
                out.append("<thead>\n")
            } else if !isInBody {
                isInBody = true
                out.append("<tbody>\n")
            }
            if !isHeader { checkCells(of: current, columns: alignments.count) }
            out.append("<tr>\n")
            var cell = current.firstChild
            var column = 0
            while let content = cell {
                // A head without a text names nothing.
                let isHead = isHeader && content.firstChild != nil
                out.append(isHead ? "<th" : "<td")
                switch column < alignments.count ? alignments[column] : 0 {
                case UInt8(ascii: "l"): out.append(" class=\"left\"")
                case UInt8(ascii: "c"): out.append(" class=\"center\"")
                case UInt8(ascii: "r"): out.append(" class=\"right\"")
                default: break
                }
                if isHead { out.append(" scope=\"col\"") }
                out.append(">")
                writeInlines(of: content)
                out.append(isHead ? "</th>\n" : "</td>\n")
                cell = content.next
                column += 1
            }
            out.append(isHeader ? "</tr>\n</thead>\n" : "</tr>\n")
            row = current.next
        }
        out.append(isInBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    }

    /// The library drops the cells for which a row has no column.
    private mutating func checkCells(of row: Node, columns: Int) {
        let line = map.range(ofLine: row.startLine)
        let cells = TableRow.cells(of: UnsafeBufferPointer(rebasing: map.bytes[line]))
        guard cells > columns else { return }
        report(
            "table.extra-cells", .warning,
            "This row has \(cells) cells, of which the table shows \(columns): its head has no more. "
                + "Where ‘|’ parts no cells, write ‘\\|’, in code too.", at: line)
    }
}

enum TableRow {
    /// How many cells a line has, empty ones too.
    static func allCells(of line: UnsafeBufferPointer<UInt8>) -> Int {
        let pipe = UInt8(ascii: "|")
        let text = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
        var cells = 1
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == pipe, index > text.startIndex,
                text[(index + 1)...].contains(where: { $0 > 0x20 })
            {
                cells += 1
            }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return cells
    }

    /// How many cells a line has up to the last that holds anything, as the library counts them: in code, too,
    /// a pipe parts two.
    static func cells(of line: UnsafeBufferPointer<UInt8>) -> Int {
        let pipe = UInt8(ascii: "|")
        var (start, end) = (0, line.count)
        // Behind the marks of a quotation.
        while start < end, line[start] <= 0x20 || line[start] == UInt8(ascii: ">") { start += 1 }
        while end > start, line[end - 1] <= 0x20 { end -= 1 }
        if start < end, line[start] == pipe { start += 1 }
        var cells = 0
        // Nothing is lost with an empty cell at the end.
        var filled = 0
        while start < end {
            switch line[start] {
            case pipe: cells += 1
            case UInt8(ascii: "\\"):
                filled = cells + 1
                start += 1
            case 0...0x20: break
            default: filled = cells + 1
            }
            start += 1
        }
        return filled
    }
}

/// `: Caption {#tbl:x}` as a paragraph beside a table (Pandoc's form).
struct TableCaption {
    let paragraph: Node
    let block: AttributeBlock?
    private let first: Node
    private let last: Node
    private let lastRest: String?

    init?(_ paragraph: Node) {
        guard paragraph.kind == .paragraph, let first = paragraph.firstChild,
            let last = paragraph.lastChild, first.kind == .text, first.literal.first == 0x3A,
            first.literal.count > 1 ? first.literal[1] == 0x20 : first != last
        else { return nil }
        self.paragraph = paragraph
        self.first = first
        self.last = last
        let trailing =
            last.kind == .text ? AttributeBlock.trailing(last.literal) : nil
        block = trailing?.block
        lastRest = trailing?.rest
    }

    /// Takes the colon and the attributes out of the text.
    func hideMarkers() {
        if let lastRest { last.setLiteral(lastRest) }
        first.setLiteral(
            String(String(decoding: first.literal, as: UTF8.self).dropFirst().drop { $0 == " " }))
    }
}
