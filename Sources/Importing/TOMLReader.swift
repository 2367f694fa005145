/// The part of TOML that front matter uses, as the same nodes that YAML gives.
///
/// Tables, arrays of tables, dotted keys, all strings, arrays over several lines, inline tables;
/// numbers and dates stay as they are written. What is not read is an error at its place, never a
/// guess (https://toml.io/en/v1.0.0).

import Content
import Diagnostics

struct TOMLReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var root = TOMLTable()

    static func read(_ bytes: ArraySlice<UInt8>) throws(YAMLReader.Failure) -> YAMLNode {
        guard bytes.count <= YAMLReader.maximumSize else {
            throw YAMLReader.Failure(
                id: "yaml.too-large",
                message: "This is \(bytes.count) bytes of front matter; at most "
                    + "\(YAMLReader.maximumSize) are read.", offset: bytes.startIndex)
        }
        var reader = TOMLReader(bytes: bytes, index: bytes.startIndex)
        try reader.readDocument()
        return reader.root.node(ByteRange(bytes.startIndex, bytes.endIndex))
    }

    private init(bytes: ArraySlice<UInt8>, index: Int) {
        self.bytes = bytes
        self.index = index
    }

    private func failure(_ message: String, at offset: Int? = nil) -> YAMLReader.Failure {
        YAMLReader.Failure(
            id: "toml.syntax", message: "This is not TOML as it is read here. \(message)",
            offset: offset ?? index)
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace(lines: Bool = false) {
        while let byte = next {
            if byte == 0x20 || byte == 0x09 || byte == 0x0D || (lines && byte == 0x0A) {
                index += 1
            } else if byte == UInt8(ascii: "#") {
                while let byte = next, byte != 0x0A { index += 1 }
                if !lines { return }
            } else {
                return
            }
        }
    }

    private mutating func readDocument() throws(YAMLReader.Failure) {
        var table: [TOMLTable.Key] = []
        while true {
            skipSpace(lines: true)
            guard next != nil else { return }
            if skip("[") {
                let isArray = skip("[")
                table = try keys()
                guard skip("]"), !isArray || skip("]") else {
                    throw failure("The name of a table ends with ‘]’.")
                }
                let isNew = isArray ? root.append(tableAt: table) : root.open(table)
                guard isNew else {
                    throw duplicate(table)
                }
            } else {
                let key = try keys()
                skipSpace()
                guard skip("=") else { throw failure("A key needs ‘=’ and a value behind it.") }
                skipSpace()
                let value = try value(depth: 0)
                guard root.set(value, at: table + key) else { throw duplicate(key) }
            }
            skipSpace()
            guard next == nil || next == 0x0A else {
                throw failure("Something follows a value on its line.")
            }
        }
    }

    private func duplicate(_ keys: [TOMLTable.Key]) -> YAMLReader.Failure {
        YAMLReader.Failure(
            id: "yaml.duplicate-key",
            message: "The key ‘\(keys.map(\.name).joined(separator: "."))’ is given twice.",
            offset: Int(keys.last?.bytes.lower ?? 0))
    }

    /// One key, or several with dots between them.
    private mutating func keys() throws(YAMLReader.Failure) -> [TOMLTable.Key] {
        var keys: [TOMLTable.Key] = []
        repeat {
            skipSpace()
            let start = index
            let name: String
            if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
                name = try string()
            } else {
                while let byte = next, Self.isBare(byte) { index += 1 }
                name = String(decoding: bytes[start..<index], as: UTF8.self)
                guard index > start else { throw failure("A key is expected here.") }
            }
            keys.append(TOMLTable.Key(name: name, bytes: ByteRange(start, index)))
            skipSpace()
        } while skip(".")
        guard keys.count <= YAMLReader.maximumDepth else { throw failure("Keys nest too deep.") }
        return keys
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private mutating func value(depth: Int) throws(YAMLReader.Failure) -> YAMLNode {
        guard depth < YAMLReader.maximumDepth else { throw failure("Brackets nest too deep.") }
        let start = index
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let text = try string()
            return YAMLNode(
                value: .scalar(text, isPlain: false), bytes: ByteRange(start, index))
        case UInt8(ascii: "["):
            return try array(depth: depth)
        case UInt8(ascii: "{"):
            return try inlineTable(depth: depth)
        default:
            while let byte = next, Self.isBare(byte) || ":.+ ".utf8.contains(byte) {
                // A date and a time may have a space between them; nothing else has one inside.
                if byte == 0x20,
                    index - start != 10
                        || !(bytes.indices.contains(index + 1)
                            && (0x30...0x39).contains(bytes[index + 1]))
                {
                    break
                }
                index += 1
            }
            guard index > start else { throw failure("A value is expected here.") }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            guard
                text == "true" || text == "false" || text.first?.isNumber == true
                    || "+-".contains(text.first ?? " ")
            else { throw failure("A text needs quotes.", at: start) }
            return YAMLNode(value: .scalar(text, isPlain: true), bytes: ByteRange(start, index))
        }
    }

    private mutating func array(depth: Int) throws(YAMLReader.Failure) -> YAMLNode {
        let start = index
        index += 1
        var items: [YAMLNode] = []
        while true {
            skipSpace(lines: true)
            if skip("]") { break }
            items.append(try value(depth: depth + 1))
            skipSpace(lines: true)
            if skip(",") { continue }
            guard next == UInt8(ascii: "]") else { throw failure("A list ends with ‘]’.") }
        }
        return YAMLNode(value: .sequence(items), bytes: ByteRange(start, index))
    }

    private mutating func inlineTable(depth: Int) throws(YAMLReader.Failure) -> YAMLNode {
        let start = index
        index += 1
        var table = TOMLTable()
        while true {
            skipSpace()
            if skip("}") { break }
            let key = try keys()
            guard skip("=") else { throw failure("A key needs ‘=’ and a value behind it.") }
            skipSpace()
            let value = try value(depth: depth + 1)
            guard table.set(value, at: key) else { throw duplicate(key) }
            skipSpace()
            if skip(",") { continue }
            guard next == UInt8(ascii: "}") else { throw failure("A group ends with ‘}’.") }
        }
        return table.node(ByteRange(start, index))
    }

    /// A string of any of the four kinds; the index stands at its first quotation mark.
    private mutating func string() throws(YAMLReader.Failure) -> String {
        let start = index
        let quote = bytes[index]
        let isLong = bytes[index...].prefix(3).elementsEqual([quote, quote, quote])
        index += isLong ? 3 : 1
        if isLong {
            _ = skip("\r")
            _ = skip("\n")
        }
        var text: [UInt8] = []
        while let byte = next {
            if byte == quote {
                guard isLong else {
                    index += 1
                    return String(decoding: text, as: UTF8.self)
                }
                if bytes[index...].prefix(3).elementsEqual([quote, quote, quote]) {
                    index += 3
                    return String(decoding: text, as: UTF8.self)
                }
            }
            guard isLong || byte != 0x0A else { break }
            index += 1
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try escape(into: &text)
            } else {
                text.append(byte)
            }
        }
        throw failure("The quotation mark here is not closed.", at: start)
    }

    private mutating func escape(into text: inout [UInt8]) throws(YAMLReader.Failure) {
        let start = index - 1
        guard let byte = next else { return }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = byte == UInt8(ascii: "u") ? 4 : 8
            let digits = String(decoding: bytes[index...].prefix(count), as: UTF8.self)
            guard digits.count == count, let value = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(value)
            else { throw failure("‘\\u’ needs the number of a character.", at: start) }
            index += count
            text += Array(String(scalar).utf8)
        case 0x0A, 0x0D, 0x20:
            // The line goes on: white space up to the next word is dropped.
            while let byte = next, byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09 {
                index += 1
            }
        default:
            throw failure("Write a backslash twice, or use single quotes.", at: start)
        }
    }
}
