/// Fields without the static types of their records: what compiled templates read from.

import Bytes
import Markup

/// Where a record lies in memory while a template reads it.
///
/// Threads share records, so nothing is written there.
typealias RecordAddress = UnsafeRawPointer

/// Where the records of a list lie, one behind the other.
struct RecordList {
    let first: RecordAddress
    let stride: Int
    let count: Int

    subscript(index: Int) -> RecordAddress { first + index * stride }
}

/// How a field is read, given the address of its record.
///
/// One object for each declared field. A compiled template calls it where it lies: an enum with
/// functions in it is copied before one can be called, and to count references that all cores share
/// took longer than what the functions do.
///
/// The compiler of templates asks only for what the type of a field has; of anything else there is
/// none. Subclasses have constants alone, and so are safe to share.
class FieldAccess: @unchecked Sendable {
    let type: FieldType

    init(_ type: FieldType) { self.type = type }

    /// The schema of the records in the field.
    var schema: (@Sendable () -> AnySchema)? { nil }

    func isPresent(_ record: RecordAddress) -> Bool { true }
    func text(_ record: RecordAddress) -> String? { nil }
    /// Writes the text as it stands at a place; nothing where there is none.
    func write(
        textOf record: RecordAddress, at place: EscapingContext.Place, to output: inout OutputBuffer
    ) {
        if let text = text(record) { output.append(text, at: place) }
    }
    /// The same for a URL.
    func write(
        urlOf record: RecordAddress, at place: EscapingContext.Place, to output: inout OutputBuffer
    ) {
        if let url = text(record) { output.append(url: url, at: place) }
    }
    func date(_ record: RecordAddress) -> Moment? { nil }
    func number(_ record: RecordAddress) -> Int? { nil }
    func texts(_ record: RecordAddress) -> [String] { [] }
    func count(_ record: RecordAddress) -> Int { 0 }
    /// One of the values in the field.
    func own(_ record: RecordAddress, key: String) -> OwnValue? { nil }
    func write(_ record: RecordAddress, to output: inout OutputBuffer) {}
    /// Calls back with the record in the field, or not at all.
    func enter(_ record: RecordAddress, _ body: (RecordAddress) -> Void) {}
    /// Calls back with where the records of a list lie, unless it is empty.
    func list(_ record: RecordAddress, _ body: (RecordList) -> Void) {}
}

extension RecordAddress {
    /// The record at the address, to be lent.
    @inline(__always)
    func of<Record: ~Copyable>(_ type: Record.Type = Record.self) -> UnsafePointer<Record> {
        assumingMemoryBound(to: Record.self)
    }
}

/// A field of one value.
///
/// Its function borrows the record, where a plain parameter would be a copy of all its fields for the
/// sake of one. To lend what lies at an address would copy it as well, but for `~Copyable`: in all
/// classes of fields a record is what cannot be copied.
class ReadAccess<Record: ~Copyable, Value>: FieldAccess, @unchecked Sendable {
    private let read: @Sendable (borrowing Record) -> Value

    init(_ type: FieldType, _ read: @escaping @Sendable (borrowing Record) -> Value) {
        self.read = read
        super.init(type)
    }

    /// What the record has in the field.
    @inline(__always)
    final func value(in record: RecordAddress) -> Value { read(record.of().pointee) }
}

/// Text, or a URL.
final class TextAccess<Record: ~Copyable>: ReadAccess<Record, String>, @unchecked Sendable {
    override func text(_ record: RecordAddress) -> String? { value(in: record) }
    override func write(
        textOf record: RecordAddress, at place: EscapingContext.Place, to output: inout OutputBuffer
    ) {
        output.append(value(in: record), at: place)
    }
    override func write(
        urlOf record: RecordAddress, at place: EscapingContext.Place, to output: inout OutputBuffer
    ) {
        output.append(url: value(in: record), at: place)
    }
}

final class OptionalTextAccess<Record: ~Copyable>: ReadAccess<Record, String?>, @unchecked Sendable
{
    override func text(_ record: RecordAddress) -> String? { value(in: record) }
    override func isPresent(_ record: RecordAddress) -> Bool {
        text(record).map { !$0.isEmpty } ?? false
    }
}

final class DateAccess<Record: ~Copyable>: ReadAccess<Record, Moment>, @unchecked Sendable {
    override func date(_ record: RecordAddress) -> Moment? { value(in: record) }
}

final class OptionalDateAccess<Record: ~Copyable>: ReadAccess<Record, Moment?>, @unchecked Sendable
{
    override func date(_ record: RecordAddress) -> Moment? { value(in: record) }
    override func isPresent(_ record: RecordAddress) -> Bool { date(record) != nil }
}

final class NumberAccess<Record: ~Copyable>: ReadAccess<Record, Int>, @unchecked Sendable {
    override func number(_ record: RecordAddress) -> Int? { value(in: record) }
}

final class OptionalNumberAccess<Record: ~Copyable>: ReadAccess<Record, Int?>, @unchecked Sendable {
    override func number(_ record: RecordAddress) -> Int? { value(in: record) }
    override func isPresent(_ record: RecordAddress) -> Bool { number(record) != nil }
}

final class FlagAccess<Record: ~Copyable>: ReadAccess<Record, Bool>, @unchecked Sendable {
    override func isPresent(_ record: RecordAddress) -> Bool { value(in: record) }
}

final class TextsAccess<Record: ~Copyable>: ReadAccess<Record, [String]>, @unchecked Sendable {
    override func texts(_ record: RecordAddress) -> [String] { value(in: record) }
    override func count(_ record: RecordAddress) -> Int { texts(record).count }
    override func isPresent(_ record: RecordAddress) -> Bool { count(record) > 0 }
}

final class DictionaryAccess<Record: ~Copyable>: ReadAccess<Record, [(key: String, value: String)]>,
    @unchecked Sendable
{
    override func own(_ record: RecordAddress, key: String) -> OwnValue? {
        value(in: record).first { $0.key == key }.map { .text($0.value) }
    }
    override func isPresent(_ record: RecordAddress) -> Bool {
        !value(in: record).isEmpty
    }
}

/// HTML and JSON, which write themselves.
final class MarkupAccess<Record: ~Copyable>: FieldAccess, @unchecked Sendable {
    typealias Write = @Sendable (borrowing Record, inout OutputBuffer) -> Void
    private let isThere: (@Sendable (borrowing Record) -> Bool)?
    private let writeField: Write

    init(
        _ type: FieldType, isPresent: (@Sendable (borrowing Record) -> Bool)? = nil,
        _ write: @escaping Write
    ) {
        isThere = isPresent
        writeField = write
        super.init(type)
    }

    override func isPresent(_ record: RecordAddress) -> Bool {
        isThere?(record.of().pointee) ?? true
    }
    override func write(_ record: RecordAddress, to output: inout OutputBuffer) {
        if isPresent(record) { writeField(record.of().pointee, &output) }
    }
}

final class RecordAccess<Record: ~Copyable, Other: TemplateRecord>: ReadAccess<Record, Other>,
    @unchecked Sendable
{
    override var schema: (@Sendable () -> AnySchema)? { { AnySchema(Other.self) } }
    override func enter(_ record: RecordAddress, _ body: (RecordAddress) -> Void) {
        withUnsafePointer(to: value(in: record)) { body(RecordAddress($0)) }
    }
}

final class OptionalRecordAccess<Record: ~Copyable, Other: TemplateRecord>: ReadAccess<
    Record, Other?
>,
@unchecked Sendable
{
    override var schema: (@Sendable () -> AnySchema)? { { AnySchema(Other.self) } }
    override func isPresent(_ record: RecordAddress) -> Bool {
        value(in: record) != nil
    }
    override func enter(_ record: RecordAddress, _ body: (RecordAddress) -> Void) {
        guard let other = value(in: record) else { return }
        withUnsafePointer(to: other) { body(RecordAddress($0)) }
    }
}

final class ListAccess<Record: ~Copyable, Other: TemplateRecord>: ReadAccess<Record, [Other]>,
    @unchecked Sendable
{
    override var schema: (@Sendable () -> AnySchema)? { { AnySchema(Other.self) } }
    override func count(_ record: RecordAddress) -> Int { value(in: record).count }
    override func isPresent(_ record: RecordAddress) -> Bool { count(record) > 0 }
    override func list(_ record: RecordAddress, _ body: (RecordList) -> Void) {
        value(in: record).withUnsafeBufferPointer { items in
            guard let first = items.baseAddress, !items.isEmpty else { return }
            body(
                RecordList(
                    first: RecordAddress(first), stride: MemoryLayout<Other>.stride,
                    count: items.count))
        }
    }
}
