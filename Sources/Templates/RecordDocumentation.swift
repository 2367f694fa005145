/// What `imprint templates` and the guide say of a record: generated from its declaration.
package struct RecordDocumentation: Sendable {
    package struct Field: Sendable {
        package let name: String
        package let type: FieldType
        /// Name of the record that a record or list field holds.
        package let record: String?
        package let text: String
    }

    package let name: String
    package let summary: String
    package let fields: [Field]

    /// A record and all records reachable from it, each once, in the order they are met.
    package static func all<Record: TemplateRecord>(from record: Record.Type)
        -> [RecordDocumentation]
    {
        var documented: [RecordDocumentation] = []
        var queue = [AnySchema(record)]
        while !queue.isEmpty {
            let schema = queue.removeFirst()
            guard !documented.contains(where: { $0.name == schema.name }) else { continue }
            let records = schema.fields.map { $0.access.schema?() }
            documented.append(
                RecordDocumentation(
                    name: schema.name, summary: schema.summary,
                    fields: zip(schema.fields, records).map { field, record in
                        Field(
                            name: field.name, type: field.access.type, record: record?.name,
                            text: field.documentation)
                    }))
            queue += records.compactMap { $0 }
        }
        return documented
    }
}
