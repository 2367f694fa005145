/// The declarations of records, as the compiler of templates sees them.

/// The type of a field, as templates see it.
package enum FieldType: String, Sendable {
    case text, optionalText = "optional text", url = "URL", optionalURL = "optional URL"
    case html = "HTML", optionalHTML = "optional HTML", json = "JSON"
    case date, optionalDate = "optional date", number, optionalNumber = "optional number"
    case flag, record, optionalRecord = "optional record", list, texts = "list of texts"
    case dictionary = "free values", ownFields = "your fields"
}

/// A schema without its static type.
///
/// Schemas refer to each other in circles, so those of fields are made when they are asked for.
struct AnySchema: Sendable {
    struct FieldInfo: Sendable {
        let name: String
        let documentation: String
        let access: FieldAccess

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
        fields = schema.fields
    }

    func field(_ name: String) -> FieldAccess? { fields.first { $0.name == name }?.access }

    /// Whether two schemas declare the same record type.
    static func == (a: AnySchema, b: AnySchema) -> Bool { a.id == b.id }
}
