import Bytes
import Content
import Markup
import Site

extension FragmentFiller {
    /// The table of a file: as one of the text looks, with nothing but text in its cells.
    func writeTable(of index: Int, to output: inout OutputBuffer) {
        guard let table = site.dataTable(index, of: page) else { return }
        // Nothing is published of it; a preview shows at its place what is missing.
        guard let head = table.rows.first else {
            for mistake in table.mistakes {
                output.append("<p class=\"notice\">")
                output.append(mistake.message, escapedFor: .htmlText)
                output.append("</p>\n")
            }
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
                write(line: line, to: &output)
            }
            output.append(isHead ? "</th>\n" : "</td>\n")
        }
        output.append("</tr>\n")
    }

    /// Addresses may be broken behind their slashes, so that their column leaves room for others.
    private func write(line: Substring, to output: inout OutputBuffer) {
        for (number, word) in line.split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            if number > 0 { output.append(" ") }
            guard word.utf8.count >= Self.longWord else {
                output.append(String(word), escapedFor: .htmlText)
                continue
            }
            var part = word[...]
            while let end = part.dropLast().firstIndex(where: { "/?&=_".contains($0) }) {
                let next = part[end...].firstIndex { !"/?&=_".contains($0) } ?? part.endIndex
                output.append(String(part[..<next]), escapedFor: .htmlText)
                part = part[next...]
                if !part.isEmpty { output.append("<wbr />") }
            }
            output.append(String(part), escapedFor: .htmlText)
        }
    }

    /// Bytes from which on a word is wider than a column need be.
    private static let longWord = 24
}
