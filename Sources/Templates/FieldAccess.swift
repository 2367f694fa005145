/// Fields without the static types of their records: what compiled templates read from.

import Markup

/// Where a record lies in memory while a template reads it.
typealias RecordAddress = UnsafeMutableRawPointer

/// How a field is read, given the address of its record.
///
/// The case is the field's type. A compiled template holds the functions themselves, so that
/// nothing is looked up, boxed or copied while it runs.
enum FieldAccess: Sendable {
    typealias Read<Value> = @Sendable (RecordAddress) -> Value
    typealias Write = @Sendable (RecordAddress, inout [UInt8]) -> Void
    /// Calls back with the record in the field, or not at all.
    typealias Enter = @Sendable (RecordAddress, (RecordAddress) -> Void) -> Void
    /// Calls back with each record of the list, its index, and how many there are.
    typealias Each = @Sendable (RecordAddress, (RecordAddress, Int, Int) -> Void) -> Void
    typealias Schema = @Sendable () -> AnySchema

    case text(Read<String>)
    case optionalText(Read<String?>)
    case url(Read<String>)
    case optionalURL(Read<String?>)
    case html(Write)
    case optionalHTML(isPresent: Read<Bool>, write: Write)
    case json(Write)
    case date(Read<Moment>)
    case optionalDate(Read<Moment?>)
    case number(Read<Int>)
    case optionalNumber(Read<Int?>)
    case flag(Read<Bool>)
    case record(Schema, Enter)
    case optionalRecord(Schema, Enter)
    case list(Schema, count: Read<Int>, Each)
    case texts(Read<[String]>)
    case dictionary(Read<[(key: String, value: String)]>)

    var type: FieldType {
        switch self {
        case .text: .text
        case .optionalText: .optionalText
        case .url: .url
        case .optionalURL: .optionalURL
        case .html: .html
        case .optionalHTML: .optionalHTML
        case .json: .json
        case .date: .date
        case .optionalDate: .optionalDate
        case .number: .number
        case .optionalNumber: .optionalNumber
        case .flag: .flag
        case .record: .record
        case .optionalRecord: .optionalRecord
        case .list: .list
        case .texts: .texts
        case .dictionary: .dictionary
        }
    }

    /// The schema of the records in the field.
    var schema: Schema? {
        switch self {
        case .record(let schema, _), .optionalRecord(let schema, _), .list(let schema, _, _): schema
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .date,
            .optionalDate, .number, .optionalNumber, .flag, .texts, .dictionary:
            nil
        }
    }
}

// The compiler of templates asks only for what the type of a field has; of anything else there is
// none.
extension FieldAccess {
    func text(_ record: RecordAddress) -> String? {
        switch self {
        case .text(let read), .url(let read): read(record)
        case .optionalText(let read), .optionalURL(let read): read(record)
        default: nil
        }
    }

    func date(_ record: RecordAddress) -> Moment? {
        switch self {
        case .date(let read): read(record)
        case .optionalDate(let read): read(record)
        default: nil
        }
    }

    func number(_ record: RecordAddress) -> Int? {
        switch self {
        case .number(let read): read(record)
        case .optionalNumber(let read): read(record)
        default: nil
        }
    }

    func texts(_ record: RecordAddress) -> [String] {
        if case .texts(let read) = self { read(record) } else { [] }
    }

    func count(_ record: RecordAddress) -> Int {
        switch self {
        case .list(_, let count, _): count(record)
        case .texts(let read): read(record).count
        default: 0
        }
    }

    func value(_ record: RecordAddress, key: String) -> String? {
        guard case .dictionary(let read) = self else { return nil }
        return read(record).first { $0.key == key }?.value
    }

    func isPresent(_ record: RecordAddress) -> Bool {
        switch self {
        case .flag(let read): read(record)
        case .optionalText(let read), .optionalURL(let read):
            read(record).map { !$0.isEmpty } ?? false
        case .optionalHTML(let isPresent, _): isPresent(record)
        case .optionalDate(let read): read(record) != nil
        case .optionalNumber(let read): read(record) != nil
        case .optionalRecord(_, let enter):
            {
                var isThere = false
                enter(record) { _ in isThere = true }
                return isThere
            }()
        case .list, .texts: count(record) > 0
        case .text, .url, .html, .json, .date, .number, .record: true
        case .dictionary(let read): !read(record).isEmpty
        }
    }

    func write(_ record: RecordAddress, to output: inout [UInt8]) {
        switch self {
        case .html(let write), .json(let write): write(record, &output)
        case .optionalHTML(let isPresent, let write):
            if isPresent(record) { write(record, &output) }
        default: break
        }
    }

    func enter(_ record: RecordAddress, _ body: (RecordAddress) -> Void) {
        switch self {
        case .record(_, let enter), .optionalRecord(_, let enter): enter(record, body)
        default: break
        }
    }

    func each(_ record: RecordAddress, _ body: (RecordAddress, Int, Int) -> Void) {
        if case .list(_, _, let each) = self { each(record, body) }
    }
}
