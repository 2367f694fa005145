/// Tags that print a value: what may be printed where, and how it is escaped there.

import Bytes
import Diagnostics

extension TemplateCompiler {
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
        case .record, .optionalRecord, .list, .texts, .dictionary, .ownFields:
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
        var text = OutputBuffer()
        text.append(constant: constant, at: place)
        emit(.literal(start: program.literals.count, count: text.count))
        program.literals += [UInt8](text)
    }
}
