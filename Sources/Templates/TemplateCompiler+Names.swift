/// What names mean: fields of records, forms of dates, positions in lists, constants.

import Diagnostics

extension TemplateCompiler {
    /// What a name was found to be.
    private enum Meaning {
        case field(FieldPath, AnySchema.FieldInfo)
        case date(FieldPath, DateForm)
        case count(FieldPath, isList: Bool)
        case countTest(FieldPath, CountTest, isList: Bool)
        case free(FieldPath)
        case current(isURL: Bool)
        case loopIndex, loopFirst, loopLast
        case constant(TemplateConstant)
    }

    // MARK: - Variables

    mutating func compile(variable path: [String], isRaw: Bool, at bytes: ByteRange) {
        guard let meaning = resolve(path, at: bytes) else {
            // The text goes on as if a value stood here: no second error follows from the first.
            context.advanceOverValue()
            return
        }
        let place: EscapingContext.Place
        switch context.place() {
        case .success(let found): place = found
        case .failure(let refusal):
            report(
                "template.unsafe-place",
                "Nothing may be printed in \(refusal.place): no escaping would be safe there.",
                at: bytes)
            return
        }
        emit(meaning, named: path.joined(separator: "."), isRaw: isRaw, place, at: bytes)
        context.advanceOverValue()
    }

    private mutating func emit(
        _ meaning: Meaning, named name: String, isRaw: Bool, _ place: EscapingContext.Place,
        at bytes: ByteRange
    ) {
        if isRaw {
            guard case .field(let path, let info) = meaning,
                info.type == .html || info.type == .optionalHTML || info.type == .json
            else {
                report(
                    "template.not-html",
                    "‘\(name)’ is not HTML: three braces are for fields of the type HTML. Write "
                        + "‘{{\(name)}}’.", at: bytes)
                return
            }
            let isJSON = info.type == .json
            guard isJSON ? place == .json : context.isBetweenTags else {
                report(
                    "template.unsafe-place",
                    isJSON
                        ? "‘\(name)’ is JSON: it may stand only in "
                            + "‘<script type=\"application/ld+json\">’."
                        : "‘\(name)’ is HTML: it may stand only between tags.", at: bytes)
                return
            }
            emit(.raw(add(path)))
            return
        }
        switch meaning {
        case .field(let path, let info): emit(field: path, info, named: name, place, at: bytes)
        case .date(let path, let form):
            if isTextual(place, name, "a date", at: bytes) { emit(.date(add(path), form, place)) }
        case .count(let path, _): emit(.count(add(path)))
        case .countTest:
            report(
                "template.wrong-type",
                "‘\(name)’ is a question: use it as a section, ‘{{#\(name)}}…{{/\(name)}}’.",
                at: bytes)
        case .free(let path):
            if isTextual(place, name, "a text", at: bytes) {
                emit(.free(add(path), place))
            }
        case .current(let isURL):
            if isURL {
                emit(.currentURL(place))
            } else if isTextual(place, name, "a text", at: bytes) {
                emit(.currentText(place))
            }
        case .loopIndex: emit(.loopIndex)
        case .loopFirst, .loopLast:
            report(
                "template.wrong-type", "‘\(name)’ is a flag: use it as a section.", at: bytes)
        case .constant(let constant):
            if constant.isURL || isTextual(place, name, "a text", at: bytes) {
                emit(constant: constant, place)
            }
        }
    }

    private mutating func emit(
        field path: FieldPath, _ info: AnySchema.FieldInfo, named name: String,
        _ place: EscapingContext.Place, at bytes: ByteRange
    ) {
        switch info.type {
        case .text, .optionalText:
            if isTextual(place, name, "a text", at: bytes) { emit(.text(add(path), place)) }
        case .url, .optionalURL:
            if place == .json { isNotJSON(name, at: bytes) } else { emit(.url(add(path), place)) }
        case .number, .optionalNumber: emit(.number(add(path)))
        case .html, .optionalHTML:
            report(
                "template.html-escaped",
                "‘\(name)’ is HTML: write ‘{{{\(name)}}}’, with three braces.", at: bytes)
        case .json:
            report(
                "template.html-escaped",
                "‘\(name)’ is JSON: write ‘{{{\(name)}}}’, with three braces.", at: bytes)
        case .date, .optionalDate:
            report(
                "template.date-without-form",
                "‘\(name)’ is a date: say in which form, ‘\(name).long’, ‘.iso’, ‘.year’, "
                    + "‘.rfc3339’ or ‘.rfc822’.", at: bytes)
        case .flag:
            report(
                "template.wrong-type",
                "‘\(name)’ is a flag: use it as a section, ‘{{#\(name)}}…{{/\(name)}}’.", at: bytes)
        case .record, .optionalRecord, .list, .texts, .dictionary:
            report(
                "template.wrong-type",
                "‘\(name)’ is a \(info.type.rawValue): print one of its fields, or use it as a "
                    + "section.", at: bytes)
        }
    }

    /// Whether text may stand at a place: not at the start of an address, and not as bare JSON.
    private mutating func isTextual(
        _ place: EscapingContext.Place, _ name: String, _ what: String, at bytes: ByteRange
    ) -> Bool {
        switch place {
        case .address:
            report(
                "template.text-as-address",
                "‘\(name)’ is \(what), and an address would begin with it: only a field of the type "
                    + "URL may.", at: bytes)
            return false
        case .json:
            isNotJSON(name, at: bytes)
            return false
        case .attribute where context.beginsRefreshAddress:
            report(
                "template.text-as-address",
                "‘\(name)’ is \(what), and an address would begin with it: only a field of the type "
                    + "URL may.", at: bytes)
            return false
        case .text, .attribute, .addressPart, .xmlText, .jsonString, .plain: return true
        }
    }

    private mutating func isNotJSON(_ name: String, at bytes: ByteRange) {
        report(
            "template.unsafe-place",
            "‘\(name)’ would be bare JSON here: put quotation marks round it.", at: bytes)
    }

    /// A constant is known now: it becomes literal text, escaped for its place.
    private mutating func emit(constant: TemplateConstant, _ place: EscapingContext.Place) {
        var text: [UInt8] = []
        text.append(constant: constant, at: place)
        emit(.literal(start: program.literals.count, count: text.count))
        program.literals += text
    }

    // MARK: - Sections

    mutating func compile(
        section path: [String], isInverted: Bool, _ nodes: [TemplateNode], at bytes: ByteRange
    ) {
        guard let meaning = resolve(path, at: bytes) else { return }
        let name = path.joined(separator: ".")
        switch meaning {
        case .field(let path, let info):
            compile(section: path, info, named: name, isInverted, nodes, at: bytes)
        case .countTest(let path, let test, let isList):
            let path = add(path)
            compileBody(nodes, at: bytes) {
                .ifCount(path, test, isList: isList, inverted: isInverted, end: $0)
            }
        case .free(let path):
            let path = add(path)
            compileBody(nodes, at: bytes) {
                .ifFree(path, inverted: isInverted, end: $0)
            }
        case .loopFirst: compileBody(nodes, at: bytes) { .ifFirst(inverted: isInverted, end: $0) }
        case .loopLast: compileBody(nodes, at: bytes) { .ifLast(inverted: isInverted, end: $0) }
        case .date, .count, .current, .loopIndex, .constant:
            report(
                "template.wrong-type", "‘\(name)’ is always there: it cannot be a section.",
                at: bytes)
        }
    }

    private mutating func compile(
        section path: FieldPath, _ info: AnySchema.FieldInfo, named name: String,
        _ isInverted: Bool, _ nodes: [TemplateNode], at bytes: ByteRange
    ) {
        let path = add(path)
        if isInverted {
            switch info.type {
            case .flag, .optionalText, .optionalURL, .optionalHTML, .optionalDate, .optionalNumber,
                .optionalRecord, .list, .texts, .dictionary:
                compileBody(nodes, at: bytes) { .ifPresent(path, inverted: true, end: $0) }
            case .text, .url, .html, .json, .date, .number, .record:
                reportAlwaysThere(name, info, at: bytes)
            }
            return
        }
        switch info.type {
        case .flag, .optionalHTML, .optionalDate, .optionalNumber, .dictionary:
            compileBody(nodes, at: bytes) { .ifPresent(path, inverted: false, end: $0) }
        case .optionalText, .optionalURL:
            scopes.append(.text(isURL: info.type == .optionalURL))
            compileBody(nodes, at: bytes) { .withText(path, end: $0) }
            scopes.removeLast()
        case .record, .optionalRecord:
            enter(info, nodes, at: bytes) { .withRecord(path, end: $0) }
        case .list:
            loops += 1
            enter(info, nodes, at: bytes) { .each(path, end: $0) }
            loops -= 1
        case .texts:
            loops += 1
            scopes.append(.text(isURL: false))
            compileBody(nodes, at: bytes) { .eachText(path, end: $0) }
            scopes.removeLast()
            loops -= 1
        case .text, .url, .html, .json, .date, .number: reportAlwaysThere(name, info, at: bytes)
        }
    }

    private mutating func enter(
        _ info: AnySchema.FieldInfo, _ nodes: [TemplateNode], at bytes: ByteRange,
        _ instruction: (Int) -> Instruction
    ) {
        guard let schema = info.record?() else { return }
        scopes.append(.record(schema, frame: frames))
        frames += 1
        compileBody(nodes, at: bytes, instruction)
        frames -= 1
        scopes.removeLast()
    }

    private mutating func reportAlwaysThere(
        _ name: String, _ info: AnySchema.FieldInfo, at bytes: ByteRange
    ) {
        report(
            "template.wrong-type",
            "‘\(name)’ is a \(info.type.rawValue), which is always there: it cannot be a section.",
            at: bytes)
    }

    private mutating func add(_ path: FieldPath) -> PathIndex {
        program.paths.append(path)
        return program.paths.count - 1
    }

    // MARK: - Resolution

    private mutating func resolve(_ path: [String], at bytes: ByteRange) -> Meaning? {
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
