/// Rows of values in a file, parted by commas or tabs (RFC 4180).

import Bytes
package import Diagnostics

/// What a file of values says, and what is wrong with it.
///
/// Values are texts; spaces and line breaks in them are the author's.
package struct DelimitedText: Sendable {
    package struct Mistake: Hashable, Sendable {
        package var id: Diagnostic.ID
        package var message: String
        package var bytes: Range<Int>
    }

    /// Rows below the head that one can read in a page.
    private static let maximumRows = 500
    private static let maximumColumns = 100
    /// Mistakes of one file that are enough to read.
    private static let maximumMistakes = 20

    /// All of one width; the first has the heads of the columns.
    package private(set) var rows: [[String]] = []
    /// Of each column, whether it holds nothing but numbers.
    package private(set) var isNumeric: [Bool] = []
    package private(set) var mistakes: [Mistake] = []

    /// Reads a file that is UTF-8.
    package init(_ bytes: [UInt8], separator: UInt8) {
        var reader = RowReader(bytes: bytes, separator: separator)
        read(&reader)
        mistakes += reader.mistakes
        guard mistakes.isEmpty else {
            rows = []
            return
        }
        isNumeric = (rows.first ?? []).indices.map { column in
            let values = rows.dropFirst().lazy.map { $0[column] }.filter { !$0.isBlank }
            return !values.isEmpty && values.allSatisfy(\.isNumber)
        }
    }

    private mutating func read(_ reader: inout RowReader) {
        var blank: Range<Int>?
        while mistakes.count < Self.maximumMistakes, let row = reader.next() {
            // Lines without a value stand at the end of many files, and nowhere else.
            if row.cells == [""], rows.first?.count != 1 || reader.isAtEnd {
                blank = blank ?? row.bytes
                continue
            }
            if let blank {
                return report("table.uneven", "This row is empty: delete its line.", at: blank)
            }
            guard rows.count <= Self.maximumRows else {
                return report(
                    "table.too-large",
                    "From here on there are more than \(Self.maximumRows) rows, too many to read in a page: "
                        + "link to the file, without the ‘!’ before the bracket.", at: row.bytes)
            }
            check(row, reader.separator)
            rows.append(row.cells)
        }
        guard reader.mistakes.isEmpty, mistakes.isEmpty else { return }
        if rows.count < 2 {
            report(
                "table.empty",
                rows.isEmpty
                    ? "There is no value in this file."
                    : "There is no row below the first, which has the heads of the columns.",
                at: 0..<0)
        }
    }

    private mutating func check(_ row: RowReader.Row, _ separator: UInt8) {
        guard let head = rows.first else { return check(head: row, separator) }
        guard row.cells.count != head.count else { return }
        let count = row.cells.count
        report(
            "table.uneven",
            "This row has \(count) value\(count == 1 ? "" : "s"), and the first \(head.count). A value that holds "
                + "the sign between two stands in quotation marks.", at: row.bytes)
    }

    private mutating func check(head: RowReader.Row, _ separator: UInt8) {
        let wanted = separator == UInt8(ascii: ",") ? "commas" : "tabs"
        if head.cells.count > Self.maximumColumns {
            report(
                "table.too-large",
                "There are \(head.cells.count) columns, too many to read in a page: link to the file, without "
                    + "the ‘!’ before the bracket.", at: head.bytes)
        } else if head.cells.count == 1, !head.hasQuotes,
            let other = [Character(","), ";", "\t"].first(where: { head.cells[0].contains($0) })
        {
            let name = other == "\t" ? "tab" : String(other)
            report(
                "table.separator",
                "Values of this file are parted by \(wanted), and here stands ‘\(name)’: "
                    + "save it with \(wanted).", at: head.bytes)
        }
    }

    private mutating func report(_ id: Diagnostic.ID, _ message: String, at bytes: Range<Int>) {
        mistakes.append(Mistake(id: id, message: message, bytes: bytes))
    }
}

/// Reads one row after the other.
private struct RowReader {
    struct Row {
        var cells: [String] = []
        /// Its first line.
        var bytes: Range<Int>
        var hasQuotes = false
    }

    private static let quote = UInt8(ascii: "\"")

    let bytes: [UInt8]
    let separator: UInt8
    private var index: Int
    private(set) var mistakes: [DelimitedText.Mistake] = []

    init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        index = bytes.lengthOfByteOrderMark
    }

    var isAtEnd: Bool { index >= bytes.count }

    /// `nil` at the end, and behind a mistake, after which nobody knows where a value begins.
    mutating func next() -> Row? {
        guard !isAtEnd, mistakes.isEmpty else { return nil }
        var row = Row(bytes: lineFromHere)
        while true {
            let isQuoted = !isAtEnd && bytes[index] == Self.quote
            row.hasQuotes = row.hasQuotes || isQuoted
            guard let cell = isQuoted ? quotedCell() : plainCell() else { return nil }
            row.cells.append(cell)
            guard !isAtEnd, bytes[index] == separator else { break }
            index += 1
        }
        if !isAtEnd { skipLineEnd() }
        return row
    }

    private var lineFromHere: Range<Int> {
        index..<(bytes[index...].firstIndex { Self.isLineEnd($0) } ?? bytes.count)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// LF, CRLF, or CR alone.
    private mutating func skipLineEnd() {
        let isReturn = bytes[index] == 0x0D
        index += 1
        if isReturn, !isAtEnd, bytes[index] == 0x0A { index += 1 }
    }

    private mutating func plainCell() -> String? {
        let start = index
        while !isAtEnd, bytes[index] != separator, !Self.isLineEnd(bytes[index]) {
            guard bytes[index] != Self.quote else {
                report(
                    "This quotation mark does not begin its value: delete what stands before it, or put the "
                        + "whole value in marks and write this one twice, ‘\"\"’.")
                return nil
            }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quotedCell() -> String? {
        let open = index
        var text: [UInt8] = []
        index += 1
        while !isAtEnd {
            let byte = bytes[index]
            if Self.isLineEnd(byte) {
                skipLineEnd()
                text.append(0x0A)
                continue
            }
            index += 1
            if byte != Self.quote {
                text.append(byte)
            } else if !isAtEnd, bytes[index] == Self.quote {
                index += 1
                text.append(byte)
            } else if isAtEnd || bytes[index] == separator || Self.isLineEnd(bytes[index]) {
                return String(decoding: text, as: UTF8.self)
            } else {
                index -= 1
                report(
                    "This quotation mark ends its value, and something follows it: a mark within a value is "
                        + "written twice, ‘\"\"’.")
                return nil
            }
        }
        index = open
        report("This quotation mark is not closed: its value would reach to the end of the file.")
        return nil
    }

    /// Of the mark that is read.
    private mutating func report(_ message: String) {
        mistakes.append(
            DelimitedText.Mistake(id: "table.quotes", message: message, bytes: index..<index + 1))
    }
}

extension String {
    fileprivate var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }

    /// Whether a reader takes the text for a number: `-1,234.5`, `12 %`, `1e9`, with any of the signs that part
    /// thousands.
    fileprivate var isNumber: Bool {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        if text.last == "%" { text.removeLast() }
        if let first = text.first, "+-−".contains(first) { text.removeFirst() }
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        var previous: Character = " "
        for character in text {
            switch character {
            case "0"..."9", ".", ",", "'", "’", " ", "\u{A0}", "\u{202F}": break
            case "e", "E":
                guard previous.isNumber else { return false }
            case "+", "-":
                guard previous == "e" || previous == "E" else { return false }
            default: return false
            }
            previous = character
        }
        return true
    }
}
