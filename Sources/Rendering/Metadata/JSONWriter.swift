/// Writes JSON in the order it is told, safe inside a `script` element as well.

import Bytes
import Markup

/// Keys keep the order in which they are written: `JSONEncoder`'s changes from run to run.
struct JSONWriter {
    private(set) var bytes = OutputBuffer()
    /// Whether the next value of the current object or array needs a comma before it.
    private var needsComma = false

    init() {}

    /// Writes an object at the end of `output`, where what is written already stays.
    static func object(to output: inout OutputBuffer, _ body: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        swap(&json.bytes, &output)
        json.object(body)
        swap(&json.bytes, &output)
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// The quotation mark at the beginning of a string, behind the comma that may belong there.
    private mutating func openString() {
        if needsComma { bytes.append(",\"") } else { bytes.append(UInt8(ascii: "\"")) }
        needsComma = true
    }

    mutating func key(_ name: StaticString) {
        openString()
        bytes.append(name)
        bytes.append("\":")
        needsComma = false
    }

    mutating func string(_ value: String) {
        openString()
        bytes.append(value, escapedFor: .json)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A string in two parts: an address and its beginning.
    mutating func string(_ value: String, _ rest: String) {
        openString()
        bytes.append(value, escapedFor: .json)
        bytes.append(rest, escapedFor: .json)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func number(_ value: Int) {
        separate()
        bytes.append(number: value)
    }

    mutating func flag(_ value: Bool) {
        separate()
        bytes.append(value ? "true" : "false")
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        nest(UInt8(ascii: "{"), body, UInt8(ascii: "}"))
    }

    mutating func array(_ body: (inout JSONWriter) -> Void) {
        nest(UInt8(ascii: "["), body, UInt8(ascii: "]"))
    }

    @inline(__always)
    private mutating func nest(
        _ open: UInt8, _ body: (inout JSONWriter) -> Void, _ close: UInt8
    ) {
        separate()
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    /// Pairs that another writer has written as an object.
    mutating func pairs(of object: JSONWriter) {
        object.bytes.withUnsafeBufferPointer { object in
            guard object.count > 2 else { return }
            separate()
            bytes.append(contentsOf: object, in: 1..<object.count - 1)
        }
    }

    mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    // Pairs, the form most is written in.

    /// What an object of JSON-LD is: a word of its vocabulary, in which nothing is escaped.
    mutating func type(_ name: StaticString) {
        key("@type")
        openString()
        bytes.append(name)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func pair(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    mutating func pair(_ name: StaticString, _ value: String, _ rest: String) {
        key(name)
        string(value, rest)
    }

    mutating func pair(_ name: StaticString, _ value: String?) {
        if let value { pair(name, value) }
    }

    mutating func pair(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    mutating func array<Values: Collection>(
        _ name: StaticString, _ values: Values, _ body: (inout JSONWriter, Values.Element) -> Void
    ) {
        guard !values.isEmpty else { return }
        key(name)
        array { json in for value in values { body(&json, value) } }
    }
}
