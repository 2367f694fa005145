/// Records without their static types: what compiled templates read from.

import Markup

/// A record on the stack of a rendering.
///
/// One object for each record that is entered, none for the values in it.
class AnyRecord {
    // The base class stands for a record without fields; every method is overridden.
    func text(_ field: Int) -> String? { nil }
    func date(_ field: Int) -> Moment? { nil }
    func number(_ field: Int) -> Int? { nil }
    func isPresent(_ field: Int) -> Bool { false }
    func write(_ field: Int, to output: inout [UInt8]) {}
    func record(_ field: Int) -> AnyRecord? { nil }
    func list(_ field: Int) -> [AnyRecord] { [] }
    func texts(_ field: Int) -> [String] { [] }
    func count(_ field: Int) -> Int { 0 }
    func value(_ field: Int, key: String) -> String? { nil }
}

final class BoxedRecord<Record: TemplateRecord>: AnyRecord {
    private let record: Record
    private let fields: [Field<Record>]
    /// Records entered from this one, so that `{{site.title}}` and `{{site.url}}` enter `site` once.
    private var entered: [(field: Int, record: AnyRecord?)] = []

    init(_ record: Record) {
        self.record = record
        fields = Record.schema.fields
    }

    override func text(_ field: Int) -> String? {
        switch fields[field].access {
        case .text(let read), .url(let read): read(record)
        case .optionalText(let read), .optionalURL(let read): read(record)
        case .html, .optionalHTML, .json, .date, .optionalDate, .number, .optionalNumber, .flag,
            .record, .optionalRecord, .list, .texts, .dictionary:
            nil
        }
    }

    override func date(_ field: Int) -> Moment? {
        switch fields[field].access {
        case .date(let read): read(record)
        case .optionalDate(let read): read(record)
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .number,
            .optionalNumber, .flag, .record, .optionalRecord, .list, .texts, .dictionary:
            nil
        }
    }

    override func number(_ field: Int) -> Int? {
        switch fields[field].access {
        case .number(let read): read(record)
        case .optionalNumber(let read): read(record)
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .date,
            .optionalDate, .flag, .record, .optionalRecord, .list, .texts, .dictionary:
            nil
        }
    }

    override func isPresent(_ field: Int) -> Bool {
        switch fields[field].access {
        case .flag(let read): read(record)
        case .optionalText(let read), .optionalURL(let read):
            read(record).map { !$0.isEmpty } ?? false
        case .optionalHTML(let isPresent, _): isPresent(record)
        case .optionalDate(let read): read(record) != nil
        case .optionalNumber(let read): read(record) != nil
        case .optionalRecord: self.record(field) != nil
        case .list, .texts: count(field) > 0
        case .text, .url, .html, .json, .date, .number, .record: true
        case .dictionary(let read): !read(record).isEmpty
        }
    }

    override func write(_ field: Int, to output: inout [UInt8]) {
        switch fields[field].access {
        case .html(let write), .json(let write): write(record, &output)
        case .optionalHTML(let isPresent, let write):
            if isPresent(record) { write(record, &output) }
        case .text, .optionalText, .url, .optionalURL, .date, .optionalDate, .number,
            .optionalNumber, .flag, .record, .optionalRecord, .list, .texts, .dictionary:
            break
        }
    }

    override func record(_ field: Int) -> AnyRecord? {
        if let known = entered.first(where: { $0.field == field }) { return known.record }
        let other: AnyRecord?
        switch fields[field].access {
        case .record(_, let read): other = read(record)
        case .optionalRecord(_, let read): other = read(record)
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .date,
            .optionalDate, .number, .optionalNumber, .flag, .list, .texts, .dictionary:
            other = nil
        }
        entered.append((field, other))
        return other
    }

    override func list(_ field: Int) -> [AnyRecord] {
        guard case .list(_, let read) = fields[field].access else { return [] }
        return read(record)
    }

    override func texts(_ field: Int) -> [String] {
        guard case .texts(let read) = fields[field].access else { return [] }
        return read(record)
    }

    override func count(_ field: Int) -> Int {
        switch fields[field].access {
        case .list(_, let read): read(record).count
        case .texts(let read): read(record).count
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .date,
            .optionalDate, .number, .optionalNumber, .flag, .record, .optionalRecord, .dictionary:
            0
        }
    }

    override func value(_ field: Int, key: String) -> String? {
        guard case .dictionary(let read) = fields[field].access else { return nil }
        return read(record).first { $0.key == key }?.value
    }
}

/// The type of a field, as templates see it.
package enum FieldType: String, Sendable {
    case text, optionalText = "optional text", url = "URL", optionalURL = "optional URL"
    case html = "HTML", optionalHTML = "optional HTML", json = "JSON"
    case date, optionalDate = "optional date", number, optionalNumber = "optional number"
    case flag, record, optionalRecord = "optional record", list, texts = "list of texts"
    case dictionary = "free values"
}

/// A schema without its static type.
///
/// Schemas refer to each other in circles, so those of fields are made when they are asked for.
struct AnySchema: Sendable {
    struct FieldInfo: Sendable {
        let name: String
        let documentation: String
        let type: FieldType
        let record: (@Sendable () -> AnySchema)?
    }

    let name: String
    let summary: String
    let fields: [FieldInfo]
    private let id: ObjectIdentifier

    init<Record: TemplateRecord>(_ type: Record.Type) {
        let schema = Record.schema
        name = schema.name
        summary = schema.summary
        id = ObjectIdentifier(type)
        fields = schema.fields.map { field in
            let (type, record) = Self.describe(field.access)
            return FieldInfo(
                name: field.name, documentation: field.documentation, type: type, record: record)
        }
    }

    func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// Whether two schemas declare the same record type.
    static func == (a: AnySchema, b: AnySchema) -> Bool { a.id == b.id }

    private static func describe<Record>(
        _ access: Field<Record>.Access
    ) -> (FieldType, (@Sendable () -> AnySchema)?) {
        switch access {
        case .text: (.text, nil)
        case .optionalText: (.optionalText, nil)
        case .url: (.url, nil)
        case .optionalURL: (.optionalURL, nil)
        case .html: (.html, nil)
        case .optionalHTML: (.optionalHTML, nil)
        case .json: (.json, nil)
        case .date: (.date, nil)
        case .optionalDate: (.optionalDate, nil)
        case .number: (.number, nil)
        case .optionalNumber: (.optionalNumber, nil)
        case .flag: (.flag, nil)
        case .record(let schema, _): (.record, schema)
        case .optionalRecord(let schema, _): (.optionalRecord, schema)
        case .list(let schema, _): (.list, schema)
        case .texts: (.texts, nil)
        case .dictionary: (.dictionary, nil)
        }
    }
}
