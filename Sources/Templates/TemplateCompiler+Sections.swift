/// Sections: parts of a page that are shown once, often or not at all.

import Diagnostics

extension TemplateCompiler {
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
                .optionalRecord, .list, .texts, .dictionary, .ownFields:
                compileBody(nodes, at: bytes) { .ifPresent(path, inverted: true, end: $0) }
            case .text, .url, .html, .json, .date, .number, .record:
                reportAlwaysThere(name, info, at: bytes)
            }
            return
        }
        switch info.type {
        case .flag, .optionalHTML, .optionalDate, .optionalNumber, .dictionary, .ownFields:
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
}
