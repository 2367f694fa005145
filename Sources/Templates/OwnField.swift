/// Fields that a site declares, as templates see them: `{{extra.starts.long}}`.

package import Markup

/// A value below `extra`.
package enum OwnValue: Sendable {
    case text(String)
    case url(String)
    case date(Moment)
    case number(Int)
    case flag(Bool)
    case list([String])
}

extension OwnFieldType {
    /// None has to be there: a page may leave out any.
    var fieldType: FieldType {
        switch self {
        case .text: .optionalText
        case .url: .optionalURL
        case .date: .optionalDate
        case .number: .optionalNumber
        case .flag: .flag
        case .list: .texts
        }
    }
}

/// All of `extra`.
final class OwnFieldsAccess<Record: ~Copyable>:
    ReadAccess<Record, [(key: String, value: OwnValue)]>, @unchecked Sendable
{
    override func own(_ record: RecordAddress, key: String) -> OwnValue? {
        value(in: record).first { $0.key == key }?.value
    }
    override func isPresent(_ record: RecordAddress) -> Bool { !value(in: record).isEmpty }
}

/// A free value: of a site that declares no fields, each is a text.
final class FreeValueAccess: FieldAccess, @unchecked Sendable {
    private let fields: FieldAccess
    private let key: String

    init(_ key: String, of fields: FieldAccess) {
        self.fields = fields
        self.key = key
        super.init(.optionalText)
    }

    override func text(_ record: RecordAddress) -> String? {
        guard case .text(let text)? = fields.own(record, key: key) else { return nil }
        return text
    }
    override func isPresent(_ record: RecordAddress) -> Bool {
        text(record).map { !$0.isEmpty && $0 != "false" } ?? false
    }
}

/// One declared field of `extra`.
final class OwnFieldAccess: FieldAccess, @unchecked Sendable {
    private let fields: FieldAccess
    private let key: String

    init(_ key: String, of fields: FieldAccess, _ type: OwnFieldType) {
        self.fields = fields
        self.key = key
        super.init(type.fieldType)
    }

    override func isPresent(_ record: RecordAddress) -> Bool {
        switch fields.own(record, key: key) {
        case .text(let text), .url(let text): !text.isEmpty
        case .date, .number: true
        case .flag(let isSet): isSet
        case .list(let texts): !texts.isEmpty
        case nil: false
        }
    }
    override func text(_ record: RecordAddress) -> String? {
        switch fields.own(record, key: key) {
        case .text(let text), .url(let text): text
        case .date, .number, .flag, .list, nil: nil
        }
    }
    override func date(_ record: RecordAddress) -> Moment? {
        guard case .date(let date)? = fields.own(record, key: key) else { return nil }
        return date
    }
    override func number(_ record: RecordAddress) -> Int? {
        guard case .number(let number)? = fields.own(record, key: key) else { return nil }
        return number
    }
    override func texts(_ record: RecordAddress) -> [String] {
        guard case .list(let texts)? = fields.own(record, key: key) else { return [] }
        return texts
    }
    override func count(_ record: RecordAddress) -> Int { texts(record).count }
}
