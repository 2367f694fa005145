import Bytes
import Diagnostics

/// Reads one row of a file of values after the other (RFC 4180, section 2).
struct RowReader {
    struct Row {
        var cells: [String] = []
        /// Its first line.
        var bytes: Range<Int>
        var hasQuotes = false
    }

    static let quote = UInt8(ascii: "\"")

    let bytes: [UInt8]
    let separator: UInt8
    private var index: Int
    private(set) var mistakes: [DelimitedText.Mistake] = []

    init(bytes: [UInt8], from start: Int, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        index = start
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

    static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

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
