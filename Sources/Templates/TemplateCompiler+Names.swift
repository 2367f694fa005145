/// What names mean: fields of records, forms of dates, positions in lists, constants.

import Diagnostics

extension TemplateCompiler {
    /// What a name was found to be.
    enum Meaning {
        case field(FieldPath, AnySchema.FieldInfo)
        case date(FieldPath, DateForm)
        case count(FieldPath, isList: Bool)
        case countTest(FieldPath, CountTest, isList: Bool)
        case free(FieldPath)
        case current(isURL: Bool)
        case loopIndex, loopFirst, loopLast
        case constant(TemplateConstant)
    }

    mutating func add(_ path: FieldPath) -> PathIndex { program.add(path) }

    mutating func resolve(_ path: [String], at bytes: ByteRange) -> Meaning? {
        if let constant = library.constants[path.joined(separator: ".")] {
            return .constant(constant)
        }
        switch path[0] {
        case ".":
            if case .text(let isURL)? = scopes.last { return .current(isURL: isURL) }
            report(
                "template.unknown-name",
                "‘.’ is the current text, and there is none here: it may stand in a section over a "
                    + "text.", at: bytes)
            return nil
        case "-first", "-last", "-index":
            guard loops > 0 else {
                report(
                    "template.unknown-name", "‘\(path[0])’ has a meaning only inside a list.",
                    at: bytes)
                return nil
            }
            return path[0] == "-first" ? .loopFirst : path[0] == "-last" ? .loopLast : .loopIndex
        default: break
        }
        for case .record(let schema, let frame) in scopes.reversed() {
            guard let index = schema.index(of: path[0]) else { continue }
            let info = schema.fields[index]
            let field = FieldPath(frame: frame, field: info.access)
            return resolve(path.dropFirst(), from: field, info, path, at: bytes)
        }
        reportUnknown(path[0], path, at: bytes)
        return nil
    }

    /// Follows the names behind a dot.
    private mutating func resolve(
        _ rest: ArraySlice<String>, from field: FieldPath, _ info: AnySchema.FieldInfo,
        _ path: [String], at bytes: ByteRange
    ) -> Meaning? {
        guard let name = rest.first else { return .field(field, info) }
        switch info.type {
        case .record, .optionalRecord:
            guard let schema = info.record?() else { return nil }
            guard let index = schema.index(of: name) else {
                let hint = Spelling.closest(to: name, in: schema.fields.map(\.name))
                report(
                    "template.unknown-name",
                    "\(schema.name) has no field ‘\(name)’.\(Spelling.hint(hint))", at: bytes)
                return nil
            }
            let next = FieldPath(
                frame: field.frame, steps: field.steps + [field.field],
                field: schema.fields[index].access)
            return resolve(rest.dropFirst(), from: next, schema.fields[index], path, at: bytes)
        case .date, .optionalDate:
            if rest.count == 1, let form = DateForm(rawValue: name) { return .date(field, form) }
            return unknownForm(name, of: "date", DateForm.allCases.map(\.rawValue), at: bytes)
        case .list, .texts:
            if rest.count == 1, name == "count" { return .count(field, isList: true) }
            if rest.count == 1, let test = CountTest(rawValue: name) {
                return .countTest(field, test, isList: true)
            }
            return unknownForm(name, of: "list", ["count", "any", "one", "zero"], at: bytes)
        case .number, .optionalNumber:
            if rest.count == 1, let test = CountTest(rawValue: name) {
                return .countTest(field, test, isList: false)
            }
            return unknownForm(name, of: "number", CountTest.allCases.map(\.rawValue), at: bytes)
        case .dictionary:
            return .free(
                FieldPath(
                    frame: field.frame, steps: field.steps, field: field.field,
                    key: rest.joined(separator: ".")))
        case .ownFields:
            guard let declared = library.ownFields else {
                return .free(
                    FieldPath(
                        frame: field.frame, steps: field.steps, field: field.field,
                        key: rest.joined(separator: ".")))
            }
            guard let type = declared[name] else {
                let hint = Spelling.closest(to: name, in: declared.keys.sorted())
                report(
                    "template.unknown-name",
                    "‘fields’ in site.yaml has no ‘\(name)’.\(Spelling.hint(hint))", at: bytes)
                return nil
            }
            let own = AnySchema.FieldInfo(
                name: name, documentation: "",
                access: OwnFieldAccess(name, of: field.field, type))
            return resolve(
                rest.dropFirst(),
                from: FieldPath(frame: field.frame, steps: field.steps, field: own.access), own,
                path,
                at: bytes)
        case .text, .optionalText, .url, .optionalURL, .html, .optionalHTML, .json, .flag:
            report(
                "template.unknown-name",
                "‘\(path.joined(separator: "."))’: a \(info.type.rawValue) has no field ‘\(name)’.",
                at: bytes)
            return nil
        }
    }

    private mutating func unknownForm(
        _ name: String, of what: String, _ known: [String], at bytes: ByteRange
    ) -> Meaning? {
        let hint = Spelling.closest(to: name, in: known)
        report(
            "template.unknown-name",
            "A \(what) has no form ‘\(name)’; there are \(known.joined(separator: ", "))."
                + Spelling.hint(hint), at: bytes)
        return nil
    }

    private mutating func reportUnknown(_ name: String, _ path: [String], at bytes: ByteRange) {
        var known: [String] = []
        for case .record(let schema, _) in scopes.reversed() { known += schema.fields.map(\.name) }
        known += library.constants.keys.sorted()
        let hint =
            Spelling.closest(to: path.joined(separator: "."), in: known)
            ?? Spelling.closest(to: name, in: known)
        let scope = innermostSchema.map { " of \($0.name)" } ?? ""
        report(
            "template.unknown-name",
            "‘\(path.joined(separator: "."))’ is no field\(scope) or of what it stands in."
                + Spelling.hint(hint), at: bytes)
    }
}
