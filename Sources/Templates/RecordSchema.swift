/// How Swift tells the template language what a page has to show.
///
/// A record type declares its fields once, each with its type, a line of documentation and a way to
/// read it. Templates are checked against the declaration when they are loaded; the reference
/// documentation is generated from it; rendering reads fields by number.

import Markup

/// A value with named, typed fields that templates can show.
package protocol TemplateRecord: Sendable {
    static var schema: RecordSchema<Self> { get }
}

/// The declaration of a record: its name in the documentation, and its fields.
package struct RecordSchema<Record: Sendable>: Sendable {
    package let name: String
    package let summary: String
    package let fields: [Field<Record>]

    package init(_ name: String, _ summary: String, _ fields: [Field<Record>]) {
        self.name = name
        self.summary = summary
        self.fields = fields
    }
}

/// One field of a record.
package struct Field<Record: Sendable>: Sendable {
    package let name: String
    package let documentation: String
    let access: Access

    /// How a field is read. The case is the field's type.
    enum Access: Sendable {
        case text(@Sendable (Record) -> String)
        case optionalText(@Sendable (Record) -> String?)
        case url(@Sendable (Record) -> String)
        case optionalURL(@Sendable (Record) -> String?)
        case html(@Sendable (Record, inout [UInt8]) -> Void)
        case optionalHTML(
            isPresent: @Sendable (Record) -> Bool, @Sendable (Record, inout [UInt8]) -> Void)
        case json(@Sendable (Record, inout [UInt8]) -> Void)
        case date(@Sendable (Record) -> Moment)
        case optionalDate(@Sendable (Record) -> Moment?)
        case number(@Sendable (Record) -> Int)
        case optionalNumber(@Sendable (Record) -> Int?)
        case flag(@Sendable (Record) -> Bool)
    }

    /// Plain text: escaped for wherever it is printed.
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (Record) -> String
    ) -> Field {
        Field(name: name, documentation: documentation, access: .text(read))
    }
}
