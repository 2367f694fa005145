/// A small reader of JSON (RFC 8259) that knows where each value stands.
///
/// Foundation's would cost start-up time and says nothing of places. Depth is bounded.
package import Bytes

package struct JSONValue: Sendable {
    package indirect enum Content: Sendable {
        case null
        case flag(Bool)
        /// As written: numbers here are years, sizes and identifiers.
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([(key: String, value: JSONValue)])
    }

    package let content: Content
    package let bytes: ByteRange

    /// Why a text is not JSON, and where.
    package struct Failure: Error {
        package let message: String
        package let offset: Int
    }

    package static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.failure("Nothing may follow here.") }
        return value
    }

    package subscript(key: String) -> JSONValue? {
        guard case .object(let pairs) = content else { return nil }
        return pairs.first { $0.key == key }?.value
    }

    package var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    /// A string or a number as text: CSL-JSON allows either for volumes and the like.
    package var text: String? {
        switch content {
        case .string(let text), .number(let text): text
        case .null, .flag, .array, .object: nil
        }
    }

    package var integer: Int? { text.flatMap { Int($0) } }

    package var array: [JSONValue]? {
        if case .array(let values) = content { values } else { nil }
    }

    package var object: [(key: String, value: JSONValue)]? {
        if case .object(let pairs) = content { pairs } else { nil }
    }
}

private struct JSONReader {
    static let maximumDepth = 64

    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    func failure(_ message: String, at offset: Int? = nil) -> JSONValue.Failure {
        JSONValue.Failure(message: message, offset: offset ?? min(index, bytes.count))
    }

    mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    mutating func value(depth: Int) throws(JSONValue.Failure) -> JSONValue {
        skipSpace()
        guard depth < Self.maximumDepth else { throw failure("Values are nested too deep.") }
        guard index < bytes.count else { throw failure("A value should stand here.") }
        let start = index
        let content: JSONValue.Content
        switch bytes[index] {
        case UInt8(ascii: "{"): content = .object(try object(depth: depth))
        case UInt8(ascii: "["): content = .array(try array(depth: depth))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "-"), 0x30...0x39: content = .number(number())
        default: content = try word()
        }
        return JSONValue(content: content, bytes: ByteRange(start, index))
    }

    private mutating func word() throws(JSONValue.Failure) -> JSONValue.Content {
        let words: [(String, JSONValue.Content)] = [
            ("null", .null), ("true", .flag(true)), ("false", .flag(false)),
        ]
        for (word, content) in words where bytes[index...].starts(with: word.utf8) {
            index += word.utf8.count
            return content
        }
        throw failure("A value should stand here.")
    }

    private mutating func number() -> String {
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                index += 1
            default: return String(decoding: bytes[start..<index], as: UTF8.self)
            }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func array(depth: Int) throws(JSONValue.Failure) -> [JSONValue] {
        let start = index
        index += 1
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return values }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return values }
            guard take(",") else {
                throw failure(
                    "A comma or ‘]’ should stand here.", at: index < bytes.count ? index : start)
            }
        }
    }

    private mutating func object(
        depth: Int
    ) throws(JSONValue.Failure) -> [(key: String, value: JSONValue)] {
        let start = index
        index += 1
        var pairs: [(key: String, value: JSONValue)] = []
        skipSpace()
        if take("}") { return pairs }
        while true {
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                throw failure("A key in quotation marks should stand here.")
            }
            let key = try string()
            skipSpace()
            guard take(":") else { throw failure("A colon should stand after ‘\(key)’.") }
            pairs.append((key, try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return pairs }
            guard take(",") else {
                throw failure(
                    "A comma or ‘}’ should stand here.", at: index < bytes.count ? index : start)
            }
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func string() throws(JSONValue.Failure) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw failure("A line break cannot stand in a string.", at: index - 1)
            default: text.append(byte)
            }
        }
        throw failure("This string is never closed.", at: start)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONValue.Failure) {
        guard index < bytes.count else { throw failure("This string is never closed.") }
        let sign = bytes[index]
        index += 1
        switch sign {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
        case UInt8(ascii: "u"):
            var unit = try hex()
            if (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: "\\u".utf8) {
                index += 2
                let low = try hex()
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low &- 0xDC00 & 0x3FF)
            }
            let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
            text.append(contentsOf: String(scalar).utf8)
        default:
            throw failure("‘\\\(Character(Unicode.Scalar(sign)))’ is no escape.", at: index - 2)
        }
    }

    private mutating func hex() throws(JSONValue.Failure) -> UInt32 {
        guard index + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw failure("Four hexadecimal digits should stand here.") }
        index += 4
        return value
    }
}

extension JSONValue {
    /// A text as a JSON string (RFC 8259, section 7).
    package static func quoted(_ text: String) -> String {
        var bytes = OutputBuffer()
        append(quoted: text, to: &bytes)
        return String(decoding: bytes)
    }

    /// Appends a text as a JSON string.
    package static func append(quoted text: String, to output: inout OutputBuffer) {
        output.append(UInt8(ascii: "\""))
        text.withUTF8Bytes { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated()
            where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                output.append(contentsOf: bytes, in: start..<index)
                start = index + 1
                switch byte {
                case 0x0A: output.append("\\n")
                case 0x22, 0x5C:
                    output.append(0x5C)
                    output.append(byte)
                default:
                    let digits = String(byte, radix: 16)
                    output.append(digits.utf8.count == 1 ? "\\u000" : "\\u00")
                    output.append(unescaped: digits)
                }
            }
            output.append(contentsOf: bytes, in: start..<bytes.count)
        }
        output.append(UInt8(ascii: "\""))
    }
}
