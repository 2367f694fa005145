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

/// One field of a record.
///
/// The functions that read it take their record `inout` for one reason only: a record is then lent
/// to them, where a plain parameter would be a copy of all its fields for the sake of one.
package struct Field<Record>: Sendable {
    package typealias Read<Value> = @Sendable (inout Record) -> Value

    let name: String
    let documentation: String
    let access: FieldAccess

    static func at(_ address: RecordAddress) -> UnsafeMutablePointer<Record> {
        address.assumingMemoryBound(to: Record.self)
    }
}

extension Field {
    /// Plain text: escaped for wherever it is printed.
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping Read<String>
    ) -> Field {
        Field(name: name, documentation: documentation, access: .text({ read(&at($0).pointee) }))
    }

    package static func optionalText(
        _ name: String, _ documentation: String, _ read: @escaping Read<String?>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalText({ read(&at($0).pointee) }))
    }

    /// A URL: the only text that may begin an `href` or `src`.
    package static func url(
        _ name: String, _ documentation: String, _ read: @escaping Read<String>
    ) -> Field {
        Field(name: name, documentation: documentation, access: .url({ read(&at($0).pointee) }))
    }

    package static func optionalURL(
        _ name: String, _ documentation: String, _ read: @escaping Read<String?>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalURL({ read(&at($0).pointee) }))
    }

    /// Finished HTML, printed with three braces.
    package static func html(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (inout Record, inout [UInt8]) -> Void
    ) -> Field {
        Field(
            name: name, documentation: documentation, access: .html({ write(&at($0).pointee, &$1) })
        )
    }

    package static func optionalHTML(
        _ name: String, _ documentation: String, isPresent: @escaping Read<Bool>,
        _ write: @escaping @Sendable (inout Record, inout [UInt8]) -> Void
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalHTML(
                isPresent: { isPresent(&at($0).pointee) },
                write: { write(&at($0).pointee, &$1) }))
    }

    /// Finished JSON, safe inside a script element, printed with three braces there.
    package static func json(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (inout Record, inout [UInt8]) -> Void
    ) -> Field {
        Field(
            name: name, documentation: documentation, access: .json({ write(&at($0).pointee, &$1) })
        )
    }

    package static func date(
        _ name: String, _ documentation: String, _ read: @escaping Read<Moment>
    ) -> Field {
        Field(name: name, documentation: documentation, access: .date({ read(&at($0).pointee) }))
    }

    package static func optionalDate(
        _ name: String, _ documentation: String, _ read: @escaping Read<Moment?>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalDate({ read(&at($0).pointee) }))
    }

    package static func number(
        _ name: String, _ documentation: String, _ read: @escaping Read<Int>
    ) -> Field {
        Field(name: name, documentation: documentation, access: .number({ read(&at($0).pointee) }))
    }

    package static func optionalNumber(
        _ name: String, _ documentation: String, _ read: @escaping Read<Int?>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalNumber({ read(&at($0).pointee) }))
    }

    package static func flag(
        _ name: String, _ documentation: String, _ read: @escaping Read<Bool>
    ) -> Field {
        Field(name: name, documentation: documentation, access: .flag({ read(&at($0).pointee) }))
    }

    package static func record<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping Read<Other>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .record(
                { AnySchema(Other.self) },
                { address, body in
                    var other = read(&at(address).pointee)
                    withUnsafeMutablePointer(to: &other) { body(UnsafeMutableRawPointer($0)) }
                }))
    }

    package static func optionalRecord<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping Read<Other?>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .optionalRecord(
                { AnySchema(Other.self) },
                { address, body in
                    guard var other = read(&at(address).pointee) else { return }
                    withUnsafeMutablePointer(to: &other) { body(UnsafeMutableRawPointer($0)) }
                }))
    }

    package static func list<Other: TemplateRecord>(
        _ name: String, _ documentation: String, _ read: @escaping Read<[Other]>
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            access: .list(
                { AnySchema(Other.self) }, count: { read(&at($0).pointee).count },
                { address, body in
                    read(&at(address).pointee).withUnsafeBufferPointer { items in
                        for index in items.indices {
                            guard let item = items.baseAddress?.advanced(by: index) else { break }
                            body(UnsafeMutableRawPointer(mutating: item), index, items.count)
                        }
                    }
                }))
    }

    /// A list of plain texts, each `{{.}}` inside the section.
    package static func texts(
        _ name: String, _ documentation: String, _ read: @escaping Read<[String]>
    ) -> Field {
        Field(name: name, documentation: documentation, access: .texts({ read(&at($0).pointee) }))
    }

    /// Free values of the author's own naming: `{{extra.key}}`.
    ///
    /// Their names cannot be checked; a value that is not there prints nothing.
    package static func dictionary(
        _ name: String, _ documentation: String,
        _ read: @escaping Read<[(key: String, value: String)]>
    ) -> Field {
        Field(
            name: name, documentation: documentation, access: .dictionary({ read(&at($0).pointee) })
        )
    }
}
