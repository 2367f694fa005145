import Bytes
import Content
import Markup
import Site

extension FragmentFiller {
    /// The table of a file: as one of the text looks, with nothing but text in its cells.
    func writeTable(of index: Int, to output: inout OutputBuffer) {
        guard let table = site.dataTable(index, of: page), let head = table.rows.first else {
            return
        }
        output.append("<table>\n<thead>\n")
        write(row: head, table.isNumeric, isHead: true, to: &output)
        output.append("</thead>\n<tbody>\n")
        for row in table.rows.dropFirst() {
            write(row: row, table.isNumeric, isHead: false, to: &output)
        }
        output.append("</tbody>\n</table>\n")
    }

    private func write(
        row: [String], _ isNumeric: [Bool], isHead: Bool, to output: inout OutputBuffer
    ) {
        output.append("<tr>\n")
        for (cell, isNumeric) in zip(row, isNumeric) {
            // A head without a text names nothing.
            let isHead = isHead && !cell.isEmpty
            output.append(isHead ? "<th" : "<td")
            if isNumeric { output.append(" class=\"right\"") }
            if isHead { output.append(" scope=\"col\"") }
            output.append(">")
            for (number, line) in cell.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if number > 0 { output.append("<br />") }
                output.append(String(line), escapedFor: .htmlText)
            }
            output.append(isHead ? "</th>\n" : "</td>\n")
        }
        output.append("</tr>\n")
    }
}
