/// How Swift tells the template language what a page has to show.
///
/// A record type declares its fields once, each with its type, a line of documentation and a way to
/// read it. Templates are checked against the declaration when they are loaded; the reference
/// documentation is generated from it; rendering reads fields by number.

package import Markup

/// A value with named, typed fields that templates can show.
package protocol TemplateRecord: Sendable {
    static var schema: RecordSchema<Self> { get }
}

/// The declaration of a record: its name in the documentation, and its fields.
package struct RecordSchema<Record: TemplateRecord>: Sendable {
    let name: String
    let summary: String
    let fields: [Field<Record>]

    package init(_ name: String, _ summary: String, _ fields: [Field<Record>]) {
        self.name = name
        self.summary = summary
        self.fields = fields
    }
}

/// One field of a record.
package struct Field<Record>: Sendable {
    let name: String
    let documentation: String
    let access: Access

    /// How a field is read.
    ///
    /// The case is the field's type.
    enum Access: Sendable {
        case text(@Sendable (Record) -> String)
        case optionalText(@Sendable (Record) -> String?)
        case url(@Sendable (Record) -> String)
        case optionalURL(@Sendable (Record) -> String?)
        case html(@Sendable (Record, inout [UInt8]) -> Void)
        case optionalHTML(
            isPresent: @Sendable (Record) -> Bool,
            write: @Sendable (Record, inout [UInt8]) -> Void)
        case json(@Sendable (Record, inout [UInt8]) -> Void)
        case date(@Sendable (Record) -> Moment)
        case optionalDate(@Sendable (Record) -> Moment?)
        case number(@Sendable (Record) -> Int)
        case optionalNumber(@Sendable (Record) -> Int?)
        case flag(@Sendable (Record) -> Bool)
        case record(@Sendable () -> AnySchema, @Sendable (Record) -> AnyRecord)
        case optionalRecord(@Sendable () -> AnySchema, @Sendable (Record) -> AnyRecord?)
        case list(@Sendable () -> AnySchema, @Sendable (Record) -> [AnyRecord])
        case texts(@Sendable (Record) -> [String])
        case dictionary(@Sendable (Record) -> [(key: String, value: String)])
    }
}

extension Field {
    /// Plain text: escaped for wherever it is printed.
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> String
    ) -> Field {
        Field(name: name, documentation: documentation, access: .text(read))
    }

    package static func optionalText(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> String?
    ) -> Field {
        Field(name: name, documentation: documentation, access: .optionalText(read))
    }

    /// A URL: the only text that may begin an `href` or `src`.
    package static func url(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> String
    ) -> Field {
        Field(name: name, documentation: documentation, access: .url(read))
    }

    package static func optionalURL(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> String?
    ) -> Field {
        Field(name: name, documentation: documentation, access: .optionalURL(read))
    }

    /// Finished HTML, printed with three braces.
    package static func html(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (Record, inout [UInt8]) -> Void
    ) -> Field {
        Field(name: name, documentation: documentation, access: .html(write))
    }

    package static func optionalHTML(
        _ name: String, _ documentation: String, isPresent: @escaping @Sendable (Record) -> Bool,
        _ write: @escaping @Sendable (Record, inout [UInt8]) -> Void
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalHTML(isPresent: isPresent, write: write))
    }

    /// Finished JSON, safe inside a script element, printed with three braces there.
    package static func json(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (Record, inout [UInt8]) -> Void
    ) -> Field {
        Field(name: name, documentation: documentation, access: .json(write))
    }

    package static func date(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Moment
    ) -> Field {
        Field(name: name, documentation: documentation, access: .date(read))
    }

    package static func optionalDate(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Moment?
    ) -> Field {
        Field(name: name, documentation: documentation, access: .optionalDate(read))
    }

    package static func number(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Int
    ) -> Field {
        Field(name: name, documentation: documentation, access: .number(read))
    }

    package static func optionalNumber(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Int?
    ) -> Field {
        Field(name: name, documentation: documentation, access: .optionalNumber(read))
    }

    package static func flag(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Bool
    ) -> Field {
        Field(name: name, documentation: documentation, access: .flag(read))
    }

    package static func record<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Other
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .record({ AnySchema(Other.self) }, { BoxedRecord(read($0)) }))
    }

    package static func optionalRecord<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> Other?
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalRecord({ AnySchema(Other.self) }, { read($0).map(BoxedRecord.init) }))
    }

    package static func list<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> [Other]
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .list({ AnySchema(Other.self) }, { read($0).map(BoxedRecord.init) }))
    }

    /// A list of plain texts, each `{{.}}` inside the section.
    package static func texts(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> [String]
    ) -> Field {
        Field(name: name, documentation: documentation, access: .texts(read))
    }

    /// Free values of the author's own naming: `{{extra.key}}`.
    ///
    /// Their names cannot be checked; a value that is not there prints nothing.
    package static func dictionary(
        _ name: String, _ documentation: String,
        _ read: @escaping @Sendable (Record) -> [(key: String, value: String)]
    ) -> Field {
        Field(name: name, documentation: documentation, access: .dictionary(read))
    }
}
