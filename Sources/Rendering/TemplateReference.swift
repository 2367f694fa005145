/// The reference documentation of the template language's names, generated from the declarations.

import Templates

package enum TemplateReference {
    /// Template files, and the records they show.
    private static let kinds: [(template: String, records: [RecordDocumentation])] = [
        ("home.html", RecordDocumentation.all(from: HomeRecord.self)),
        ("section.html, sections/*.html", RecordDocumentation.all(from: SectionRecord.self)),
        (
            "publication.html, page.html, layouts/*.html",
            RecordDocumentation.all(from: PublicationRecord.self)
        ),
        ("archive.html", RecordDocumentation.all(from: ArchiveRecord.self)),
        ("topics.html, people.html", RecordDocumentation.all(from: IndexRecord.self)),
        ("topic.html", RecordDocumentation.all(from: TopicRecord.self)),
        ("person.html", RecordDocumentation.all(from: PersonRecord.self)),
        ("acknowledgements.html", RecordDocumentation.all(from: AcknowledgementsRecord.self)),
        ("works.html", RecordDocumentation.all(from: WorksRecord.self)),
        ("work.html", RecordDocumentation.all(from: WorkRecord.self)),
        ("search.html", RecordDocumentation.all(from: SearchRecord.self)),
        ("404.html, redirect.html", RecordDocumentation.all(from: MessageRecord.self)),
        ("social-card.svg", RecordDocumentation.all(from: SocialCardRecord.self)),
    ]

    /// Page kinds first, then every other record once.
    private static var sections: [(title: String, record: RecordDocumentation)] {
        var sections = kinds.compactMap { kind in kind.records.first.map { (kind.template, $0) } }
        var seen = Set(sections.map(\.1.name))
        for record in kinds.flatMap(\.records) where seen.insert(record.name).inserted {
            sections.append((record.name, record))
        }
        return sections.map { (title: $0.0, record: $0.1) }
    }

    /// For a terminal.
    package static var text: String {
        sections.map { section in
            let width = section.record.fields.map(\.name.count).max() ?? 0
            let fields = section.record.fields.map { field in
                let gap = String(repeating: " ", count: width - field.name.count)
                return "  \(field.name)\(gap)  \(type(field)): \(field.text)"
            }
            return "\(section.title): \(section.record.summary)\n" + fields.joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    /// A page of the guide: a table for each record.
    package static var markdown: String {
        let introduction = """
            ---
            title: Fields of templates
            subtitle: What each page kind can show.
            toc: true
            ---

            This page is printed by `imprint templates --markdown`, from the declarations that templates are
            checked against. [Templates](templates.md) says how fields are used.


            """
        return introduction + tables
    }

    private static var tables: String {
        sections.map { section in
            let rows = section.record.fields.map { "| `\($0.name)` | \(type($0)) | \($0.text) |" }
            return """
                ## \(section.title) {#record-\(section.record.name.lowercased())}

                \(section.record.summary)

                | field | type | what it is |
                |---|---|---|
                \(rows.joined(separator: "\n"))
                """
        }.joined(separator: "\n\n") + "\n"
    }

    private static func type(_ field: RecordDocumentation.Field) -> String {
        switch field.type {
        case .record, .optionalRecord: "\(field.type.rawValue) \(field.record ?? "")"
        case .list: "list of \(field.record ?? "")"
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .date,
            .optionalDate, .number, .optionalNumber, .flag, .texts, .dictionary,
            .ownFields:
            field.type.rawValue
        }
    }
}
