/// What may have been meant by a name that no record here has.

import Diagnostics

extension TemplateCompiler {
    /// ` Did you mean ‘date.long’?`, or where a field of the name stands; nothing when nothing is near.
    ///
    /// What the record here has goes first, since a name of what it stands in would pass and show something else.
    ///
    /// - Parameters:
    ///   - path: Of which the first name is unknown.
    ///   - isRaw: Whether the tag is for HTML.
    /// - Returns: A sentence that follows another.
    func hint(forUnknown path: [String], isRaw: Bool) -> String {
        guard diagnostics.count < TemplateParser.maximumDiagnostics else { return "" }
        let schemas = scopes.reversed().compactMap { scope -> AnySchema? in
            if case .record(let schema, _) = scope { schema } else { nil }
        }
        if path.count == 1 {
            if let own = schemas.first.flatMap({ Self.hint(for: path[0], in: $0, isRaw: isRaw) }) {
                return own
            }
            if let place = Self.place(of: path[0], in: schemas) { return place }
        }
        let whole = path.joined(separator: ".")
        let known = schemas.flatMap { $0.fields.map(\.name) } + library.constants.keys.sorted()
        if let closest = Spelling.closest(to: whole, in: known) { return Spelling.hint(closest) }
        guard path.count > 1 else { return "" }
        let rest = path.dropFirst()
        if let closest = Spelling.closest(to: path[0], in: known) {
            return Spelling.hint(([closest] + rest).joined(separator: "."))
        }
        // `page.title`, of other programs, is `title`.
        let hasRest = rest.first.map { name in schemas.contains { $0.field(name) != nil } }
        return hasRest == true ? Spelling.hint(rest.joined(separator: ".")) : ""
    }

    /// What a record has in the place of a name: that within one of its fields, one that is spelled alike, or its HTML.
    private static func hint(for name: String, in schema: AnySchema, isRaw: Bool) -> String? {
        if let place = place(of: name, in: [schema]) { return place }
        if let closest = Spelling.closest(to: name, in: schema.fields.map(\.name)) {
            return Spelling.hint(closest)
        }
        let html = schema.fields.filter {
            $0.access.type == .html || $0.access.type == .optionalHTML
        }
        return isRaw && !html.isEmpty ? " Did you mean \(oneOf(html.map(\.name)))?" : nil
    }

    /// Fields of this very name in what the fields here hold, as `long` is a form of `date`.
    private static func place(of name: String, in schemas: [AnySchema]) -> String? {
        var dotted: [String] = []
        var lists: [String] = []
        for field in schemas.flatMap(\.fields) {
            switch field.access.type {
            case .date, .optionalDate:
                if DateForm(rawValue: name) != nil { dotted.append("\(field.name).\(name)") }
            case .record, .optionalRecord:
                if field.has(name) { dotted.append("\(field.name).\(name)") }
            case .list:
                if field.has(name) { lists.append("{{#\(field.name)}}…{{/\(field.name)}}") }
            case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .number,
                .optionalNumber, .flag, .texts, .dictionary, .ownFields:
                break
            }
        }
        guard !dotted.isEmpty || !lists.isEmpty else { return nil }
        return (dotted.isEmpty ? "" : " Did you mean \(oneOf(dotted))?")
            + (lists.isEmpty ? "" : " It has a meaning within \(oneOf(lists)).")
    }

    /// ‘a’, ‘b’ or ‘c’, and no more than three.
    private static func oneOf(_ names: [String]) -> String {
        let quoted = names.prefix(3).map { "‘\($0)’" }
        return quoted.count == 1
            ? quoted[0]
            : quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
    }

    // MARK: - Types

    /// "a text", "HTML", "free values".
    static func article(_ type: FieldType) -> String {
        switch type {
        case .html, .json, .dictionary, .ownFields: type.rawValue
        case .optionalText, .optionalURL, .optionalHTML, .optionalDate, .optionalNumber,
            .optionalRecord:
            "an \(type.rawValue)"
        case .text, .url, .date, .number, .flag, .record, .list, .texts: "a \(type.rawValue)"
        }
    }

    /// How a field that cannot be printed is shown: by what it holds.
    static func example(of path: FieldPath, named name: String) -> String {
        let part = path.schema?.fields.first { $0.access.type == .text }?.name ?? "name"
        return switch path.type {
        case .texts: "write ‘{{#\(name)}}{{.}}{{/\(name)}}’, which prints each"
        case .list:
            "write ‘{{#\(name)}}…{{/\(name)}}’, and within it one of its fields, such as ‘{{\(part)}}’"
        case .record, .optionalRecord: "print one of its fields, such as ‘{{\(name).\(part)}}’"
        case .dictionary, .ownFields: "print one of them, such as ‘{{\(name).key}}’"
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .date,
            .optionalDate, .number, .optionalNumber, .flag:
            "print it, ‘{{\(name)}}’"
        }
    }

    /// What to write for a section over what is always there.
    static func advice(insteadOfSection name: String, _ type: FieldType) -> String {
        switch type {
        case .text, .url: "Print it without one, ‘{{\(name)}}’."
        case .html, .json: "Print it without one, ‘{{{\(name)}}}’."
        case .date: "Print it without one, ‘{{\(name).long}}’."
        case .number: "Ask whether there are any, ‘{{#\(name).any}}…{{/\(name).any}}’."
        case .record, .optionalText, .optionalURL, .optionalHTML, .optionalDate, .optionalNumber,
            .flag, .optionalRecord, .list, .texts, .dictionary, .ownFields:
            "Delete its tags."
        }
    }
}

extension AnySchema.FieldInfo {
    /// Whether the records in it have a field of a name.
    fileprivate func has(_ name: String) -> Bool { access.schema?().field(name) != nil }
}
