/// Sections: parts of a page that are shown once, often or not at all.

import Diagnostics

extension TemplateCompiler {
    mutating func compile(
        section path: [String], isInverted: Bool, _ nodes: [TemplateNode], at bytes: ByteRange
    ) {
        guard let meaning = resolve(path, at: bytes) else { return }
        let name = path.joined(separator: ".")
        switch meaning {
        case .field(let path):
            if isInverted {
                compile(inverted: path, named: name, nodes, at: bytes)
            } else {
                compile(section: path, named: name, nodes, at: bytes)
            }
        case .countTest(let path, let test, let isList):
            let path = program.add(path)
            compileBody(nodes, at: bytes) {
                .ifCount(path, test, isList: isList, inverted: isInverted, end: $0)
            }
        case .free(let path):
            let path = program.add(path)
            compileBody(nodes, at: bytes) { .ifPresent(path, inverted: isInverted, end: $0) }
        case .loopFirst: compileBody(nodes, at: bytes) { .ifFirst(inverted: isInverted, end: $0) }
        case .loopLast: compileBody(nodes, at: bytes) { .ifLast(inverted: isInverted, end: $0) }
        case .date(let path, _) where path.type == .optionalDate:
            let date = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
            report(
                "template.wrong-type",
                "‘\(name)’ is a form of a date: a section is over the date itself, ‘{{#\(date)}}…{{/\(date)}}’.",
                at: bytes)
        case .count:
            let list = name.dropLast(".count".count)
            report(
                "template.wrong-type",
                "‘\(name)’ is a number: a section that asks for it is ‘{{#\(list).any}}…{{/\(list).any}}’.",
                at: bytes)
        case .date, .current, .loopIndex, .constant:
            report(
                "template.wrong-type", "‘\(name)’ is always there: it cannot be a section.",
                at: bytes)
        }
    }

    private mutating func compile(
        inverted path: FieldPath, named name: String, _ nodes: [TemplateNode], at bytes: ByteRange
    ) {
        switch path.type {
        case .flag, .optionalText, .optionalURL, .optionalHTML, .optionalDate, .optionalNumber,
            .optionalRecord, .list, .texts, .dictionary, .ownFields:
            let path = program.add(path)
            compileBody(nodes, at: bytes) { .ifPresent(path, inverted: true, end: $0) }
        case .text, .url, .html, .json, .date, .number, .record:
            reportAlwaysThere(name, path.type, at: bytes)
        }
    }

    private mutating func compile(
        section path: FieldPath, named name: String, _ nodes: [TemplateNode], at bytes: ByteRange
    ) {
        let index = program.add(path)
        switch path.type {
        case .flag, .optionalHTML, .optionalDate, .optionalNumber, .dictionary, .ownFields:
            compileBody(nodes, at: bytes) { .ifPresent(index, inverted: false, end: $0) }
        case .optionalText, .optionalURL:
            enter(.text(isURL: path.type == .optionalURL), nodes, at: bytes) {
                .withText(index, end: $0)
            }
        case .record, .optionalRecord:
            enter(recordsOf: path, nodes, at: bytes) { .withRecord(index, end: $0) }
        case .list:
            loops += 1
            enter(recordsOf: path, nodes, at: bytes) { .each(index, end: $0) }
            loops -= 1
        case .texts:
            loops += 1
            enter(.text(isURL: false), nodes, at: bytes) { .eachText(index, end: $0) }
            loops -= 1
        case .text, .url, .html, .json, .date, .number:
            reportAlwaysThere(name, path.type, at: bytes)
        }
    }

    private mutating func enter(
        recordsOf path: FieldPath, _ nodes: [TemplateNode], at bytes: ByteRange,
        _ instruction: (Int) -> Instruction
    ) {
        guard let schema = path.schema else { return }
        let frame = frames
        frames += 1
        enter(.record(schema, frame: frame), nodes, at: bytes, instruction)
        frames -= 1
    }

    private mutating func enter(
        _ scope: Scope, _ nodes: [TemplateNode], at bytes: ByteRange,
        _ instruction: (Int) -> Instruction
    ) {
        scopes.append(scope)
        compileBody(nodes, at: bytes, instruction)
        scopes.removeLast()
    }

    private mutating func reportAlwaysThere(_ name: String, _ type: FieldType, at bytes: ByteRange)
    {
        report(
            "template.wrong-type",
            "‘\(name)’ is \(Self.article(type)), which is always there: it cannot be a section. "
                + Self.advice(insteadOfSection: name, type), at: bytes)
    }
}
