/// How Swift tells the template language what a page has to show.
///
/// A record type declares its fields once, each with its type, a line of documentation and a way to
/// read it. Templates are checked against the declaration when they are loaded; the reference
/// documentation is generated from it; rendering reads fields by number.

package import Bytes
package import Markup

/// A value with named, typed fields that templates can show.
package protocol TemplateRecord: Sendable {
    static var schema: RecordSchema<Self> { get }
}

/// The declaration of a record: its name in the documentation, and its fields.
package struct RecordSchema<Record: TemplateRecord>: Sendable {
    let name: String
    let summary: String
    /// Without their static type.
    let fields: [AnySchema.FieldInfo]

    package init(_ name: String, _ summary: String, _ fields: [Field<Record>]) {
        self.name = name
        self.summary = summary
        self.fields = fields.map {
            AnySchema.FieldInfo(name: $0.name, documentation: $0.documentation, access: $0.access)
        }
    }
}

/// Appends finished HTML.
package typealias HTMLWriter = @Sendable (inout OutputBuffer) -> Void

/// One field of a record: its name in templates, a line of documentation, and how it is read.
package struct Field<Record> {
    /// The record is lent: see ``ReadAccess``.
    package typealias Read<Value> = @Sendable (borrowing Record) -> Value

    let name: String
    let documentation: String
    let access: FieldAccess

    init(_ name: String, _ documentation: String, _ access: FieldAccess) {
        self.name = name
        self.documentation = documentation
        self.access = access
    }
}

extension Field {
    /// Plain text: escaped for wherever it is printed.
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping Read<String>
    ) -> Field {
        Field(name, documentation, TextAccess(.text, read))
    }

    package static func optionalText(
        _ name: String, _ documentation: String, _ read: @escaping Read<String?>
    ) -> Field {
        Field(name, documentation, OptionalTextAccess(.optionalText, read))
    }

    /// A URL: the only text that may begin an `href` or `src`.
    package static func url(
        _ name: String, _ documentation: String, _ read: @escaping Read<String>
    ) -> Field {
        Field(name, documentation, TextAccess(.url, read))
    }

    package static func optionalURL(
        _ name: String, _ documentation: String, _ read: @escaping Read<String?>
    ) -> Field {
        Field(name, documentation, OptionalTextAccess(.optionalURL, read))
    }

    /// Finished HTML, printed with three braces.
    package static func html(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (borrowing Record, inout OutputBuffer) -> Void
    ) -> Field {
        Field(name, documentation, MarkupAccess(.html, write))
    }

    package static func optionalHTML(
        _ name: String, _ documentation: String, isPresent: @escaping Read<Bool>,
        _ write: @escaping @Sendable (borrowing Record, inout OutputBuffer) -> Void
    ) -> Field {
        Field(name, documentation, MarkupAccess(.optionalHTML, isPresent: isPresent, write))
    }

    /// The same for HTML that the record holds as a function; `nil` for none.
    package static func optionalHTML(
        _ name: String, _ documentation: String, _ read: @escaping Read<HTMLWriter?>
    ) -> Field {
        optionalHTML(name, documentation, isPresent: { read($0) != nil }) { read($0)?(&$1) }
    }

    /// Finished JSON, safe inside a script element, printed with three braces there.
    package static func json(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (borrowing Record, inout OutputBuffer) -> Void
    ) -> Field {
        Field(name, documentation, MarkupAccess(.json, write))
    }

    package static func date(
        _ name: String, _ documentation: String, _ read: @escaping Read<Moment>
    ) -> Field {
        Field(name, documentation, DateAccess(.date, read))
    }

    package static func optionalDate(
        _ name: String, _ documentation: String, _ read: @escaping Read<Moment?>
    ) -> Field {
        Field(name, documentation, OptionalDateAccess(.optionalDate, read))
    }

    package static func number(
        _ name: String, _ documentation: String, _ read: @escaping Read<Int>
    ) -> Field {
        Field(name, documentation, NumberAccess(.number, read))
    }

    package static func optionalNumber(
        _ name: String, _ documentation: String, _ read: @escaping Read<Int?>
    ) -> Field {
        Field(name, documentation, OptionalNumberAccess(.optionalNumber, read))
    }

    package static func flag(
        _ name: String, _ documentation: String, _ read: @escaping Read<Bool>
    ) -> Field {
        Field(name, documentation, FlagAccess(.flag, read))
    }

    package static func record<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping Read<Other>
    ) -> Field {
        Field(name, documentation, RecordAccess(.record, read))
    }

    package static func optionalRecord<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping Read<Other?>
    ) -> Field {
        Field(name, documentation, OptionalRecordAccess(.optionalRecord, read))
    }

    package static func list<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping Read<[Other]>
    ) -> Field {
        Field(name, documentation, ListAccess(.list, read))
    }

    /// A list of plain texts, each `{{.}}` inside the section.
    package static func texts(
        _ name: String, _ documentation: String, _ read: @escaping Read<[String]>
    ) -> Field {
        Field(name, documentation, TextsAccess(.texts, read))
    }

    /// Free values of the author's own naming: `{{extra.key}}`.
    ///
    /// Their names cannot be checked; a value that is not there prints nothing.
    package static func dictionary(
        _ name: String, _ documentation: String,
        _ read: @escaping Read<[(key: String, value: String)]>
    ) -> Field {
        Field(name, documentation, DictionaryAccess(.dictionary, read))
    }

    /// Values of the author's own naming, with the types that the site declares for them.
    package static func ownFields(
        _ name: String, _ documentation: String,
        _ read: @escaping Read<[(key: String, value: OwnValue)]>
    ) -> Field {
        Field(name, documentation, OwnFieldsAccess(.ownFields, read))
    }
}
