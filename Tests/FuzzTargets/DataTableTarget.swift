import Content

/// A file of values: all rows are of one width, and say the same once they are written and read again.
enum DataTableTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let text = Array(bytes.dropFirst())
        // Files that are not UTF-8 never come so far.
        guard String(validating: text, as: UTF8.self) != nil else { return }
        let isTSV = first & 1 != 0
        let table = DelimitedText(text, isTSV: isTSV)
        for mistake in table.mistakes {
            precondition(mistake.bytes.upperBound <= text.count, "a place past the end")
            precondition(!mistake.message.isEmpty)
        }
        precondition(table.rows.isEmpty != table.mistakes.isEmpty, "rows, or a reason why not")
        precondition(table.rows.allSatisfy { $0.count == table.rows[0].count }, "uneven rows")
        precondition(table.isNumeric.count == table.rows.first?.count ?? 0, "uneven columns")
        guard !table.rows.isEmpty else { return }
        let sign = isTSV ? "\t" : ","
        let written = table.rows.map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: sign)
        }.joined(separator: "\n")
        let again = DelimitedText(Array(written.utf8), isTSV: isTSV)
        precondition(again.rows == table.rows, "rows changed on the way")
    }
}
