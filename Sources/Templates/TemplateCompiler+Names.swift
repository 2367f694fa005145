/// What names mean: fields of records, forms of dates, positions in lists, constants.

import Diagnostics

extension TemplateCompiler {
    /// What a name was found to be.
    enum Meaning {
        case field(FieldPath)
        case date(FieldPath, DateForm)
        case count(FieldPath)
        case countTest(FieldPath, CountTest, isList: Bool)
        case free(FieldPath)
        case current(isURL: Bool)
        case loopIndex, loopFirst, loopLast
        case constant(TemplateConstant)
    }

    /// What a name means here; `nil` after a report.
    ///
    /// - Parameters:
    ///   - path: The names between dots.
    ///   - isRaw: Whether the tag is for HTML.
    ///   - bytes: Of the tag.
    /// - Returns: What it was found to be.
    mutating func resolve(_ path: [String], isRaw: Bool = false, at bytes: ByteRange) -> Meaning? {
        if let constant = library.constants[path.joined(separator: ".")] {
            return .constant(constant)
        }
        switch path[0] {
        case ".": return currentText(at: bytes)
        case "-first": return position(.loopFirst, named: path[0], at: bytes)
        case "-last": return position(.loopLast, named: path[0], at: bytes)
        case "-index": return position(.loopIndex, named: path[0], at: bytes)
        default: return field(path, isRaw: isRaw, at: bytes)
        }
    }

    private mutating func currentText(at bytes: ByteRange) -> Meaning? {
        if case .text(let isURL)? = scopes.last { return .current(isURL: isURL) }
        return unknown(
            "‘.’ is the current text, and there is none here: it may stand in a section over a text.",
            at: bytes)
    }

    private mutating func position(
        _ meaning: Meaning, named name: String, at bytes: ByteRange
    ) -> Meaning? {
        if loops > 0 { return meaning }
        return unknown("‘\(name)’ has a meaning only inside a list.", at: bytes)
    }

    /// The field of the innermost record that has one of this name.
    private mutating func field(_ path: [String], isRaw: Bool, at bytes: ByteRange) -> Meaning? {
        for case .record(let schema, let frame) in scopes.reversed() {
            guard let field = schema.field(path[0]) else { continue }
            return follow(path, 1, from: FieldPath(frame: frame, field: field), at: bytes)
        }
        // No name at all, which the parser has told.
        if path[0].isEmpty || path[0].contains(" ") { return nil }
        let whole = path.joined(separator: ".")
        if let advice = ForeignSyntax.advice(forUnknown: whole) {
            return unknown(advice, at: bytes)
        }
        if path[0] == "asset" { return unknownAsset(whole, at: bytes) }
        let scope = innermostSchema.map { " of \($0.name)" } ?? ""
        return unknown(
            "‘\(whole)’ is no field\(scope) or of what it stands in."
                + hint(forUnknown: path, isRaw: isRaw),
            at: bytes)
    }

    private mutating func unknownAsset(_ whole: String, at bytes: ByteRange) -> Meaning? {
        let hint = Spelling.closest(
            to: whole, in: library.constants.keys.filter { $0.hasPrefix("asset.") }.sorted())
        return unknown(
            "There is no file ‘templates/assets/\(whole.dropFirst("asset.".count))’.\(Spelling.hint(hint))",
            at: bytes)
    }

    // MARK: - Names behind a dot

    /// Follows the names of `path` from the one at `index` on, within a field.
    private mutating func follow(
        _ path: [String], _ index: Int, from field: FieldPath, at bytes: ByteRange
    ) -> Meaning? {
        guard index < path.count else { return .field(field) }
        let name = path[index]
        let isLast = index == path.count - 1
        switch field.type {
        case .record, .optionalRecord:
            guard let schema = field.schema else { return nil }
            guard let next = schema.field(name) else {
                let hint = Spelling.closest(to: name, in: schema.fields.map(\.name))
                return unknown(
                    "\(schema.name) has no field ‘\(name)’.\(Spelling.hint(hint))", at: bytes)
            }
            return follow(path, index + 1, from: field.entered(next), at: bytes)
        case .date, .optionalDate:
            if isLast, let form = DateForm(rawValue: name) { return .date(field, form) }
            return unknownForm(name, of: "date", DateForm.allCases.map(\.rawValue), at: bytes)
        case .list, .texts:
            if isLast, name == "count" { return .count(field) }
            if isLast, let test = CountTest(rawValue: name) {
                return .countTest(field, test, isList: true)
            }
            if field.schema?.field(name) != nil {
                let list = path[..<index].joined(separator: ".")
                let item = path[index...].joined(separator: ".")
                return unknown(
                    "‘\(list)’ is a list: ‘{{#\(list)}}…{{\(item)}}…{{/\(list)}}’ prints ‘\(item)’ of each.",
                    at: bytes)
            }
            return unknownForm(name, of: "list", ["count", "any", "one", "zero"], at: bytes)
        case .number, .optionalNumber:
            if isLast, let test = CountTest(rawValue: name) {
                return .countTest(field, test, isList: false)
            }
            return unknownForm(name, of: "number", CountTest.allCases.map(\.rawValue), at: bytes)
        case .dictionary: return free(path[index...], of: field)
        case .ownFields:
            guard let declared = library.ownFields else { return free(path[index...], of: field) }
            guard let type = declared[name] else {
                let hint = Spelling.closest(to: name, in: declared.keys.sorted())
                return unknown(
                    "‘fields’ in site.yaml has no ‘\(name)’.\(Spelling.hint(hint))", at: bytes)
            }
            let own = field.part { OwnFieldAccess(name, of: $0, type) }
            return follow(path, index + 1, from: own, at: bytes)
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .flag:
            let whole = path.joined(separator: ".")
            return unknown(
                "‘\(whole)’: a \(field.type.rawValue) has no field ‘\(name)’.", at: bytes)
        }
    }

    private func free(_ names: ArraySlice<String>, of field: FieldPath) -> Meaning {
        .free(field.part { FreeValueAccess(names.joined(separator: "."), of: $0) })
    }

    private mutating func unknownForm(
        _ name: String, of what: String, _ known: [String], at bytes: ByteRange
    ) -> Meaning? {
        let hint = Spelling.closest(to: name, in: known)
        return unknown(
            "A \(what) has no form ‘\(name)’; there are \(known.joined(separator: ", "))."
                + Spelling.hint(hint), at: bytes)
    }

    private mutating func unknown(_ message: String, at bytes: ByteRange) -> Meaning? {
        report("template.unknown-name", message, at: bytes)
        return nil
    }
}
