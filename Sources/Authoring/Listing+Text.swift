/// A listing for people, for programs that read lines, and for programs that read JSON.

import Diagnostics

extension Listing {
    /// Columns side by side, cut to fit `width`.
    ///
    /// The column that has to give way is the widest one, as often as need be.
    package func table(width: Int) -> String {
        let cells = [columns] + rows.map { $0.map(\.text) }
        var widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let gaps = 2 * (columns.count - 1)
        while widths.reduce(gaps, +) > max(width, 60), let widest = widths.max(), widest > 12,
            let column = widths.firstIndex(of: widest)
        {
            widths[column] -= 1
        }
        return cells.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let width = widths[column]
                let text = cell.count > width ? cell.prefix(width - 1) + "…" : cell[...]
                line += text
                if column < row.count - 1 {
                    line += String(repeating: " ", count: width - text.count + 2)
                }
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// One row to a line, its cells between tabs, without a head: for `cut` and `awk`.
    package var tabSeparated: String {
        rows.map { row in
            row.map { $0.text.replacing("\t", with: " ") }.joined(separator: "\t") + "\n"
        }.joined()
    }

    /// A list of objects, the same keys in each, in the order of the columns.
    package var json: String {
        let objects = rows.map { row in
            let pairs = zip(columns, row).map { "\(JSONValue.quoted($0)): \($1.json)" }
            return "  {" + pairs.joined(separator: ", ") + "}"
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }
}

extension Listing.Value {
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .year(_, let shown): shown
        case .list(let texts): texts.joined(separator: ", ")
        case .none: ""
        }
    }

    fileprivate var json: String {
        switch self {
        case .text(let text): JSONValue.quoted(text)
        case .number(let number), .year(let number, _): String(number)
        case .list(let texts):
            "[" + texts.map { JSONValue.quoted($0) }.joined(separator: ", ") + "]"
        case .none: "null"
        }
    }
}
