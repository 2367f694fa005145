/// Tags that print a value: what may be printed where, and how it is escaped there.

import Bytes
import Diagnostics

extension TemplateCompiler {
    mutating func compile(variable path: [String], isRaw: Bool, at bytes: ByteRange) {
        guard let meaning = resolve(path, isRaw: isRaw, at: bytes) else {
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
        let name = path.joined(separator: ".")
        if place == .address { addressTag = (name, self.path, bytes) }
        if isRaw {
            emit(raw: meaning, named: name, place, at: bytes)
        } else {
            emit(meaning, named: name, place, at: bytes)
        }
        context.advanceOverValue()
    }

    /// A tag of three braces.
    private mutating func emit(
        raw meaning: Meaning, named name: String, _ place: EscapingContext.Place,
        at bytes: ByteRange
    ) {
        guard case .field(let path) = meaning,
            path.type == .html || path.type == .optionalHTML || path.type == .json
        else {
            report(
                "template.not-html",
                "‘\(name)’ is not HTML: three braces are for fields of the type HTML. Write "
                    + "‘{{\(name)}}’.", at: bytes)
            return
        }
        let isJSON = path.type == .json
        guard isJSON ? place == .json : context.isBetweenTags else {
            report(
                "template.unsafe-place",
                isJSON
                    ? "‘\(name)’ is JSON: it may stand only in "
                        + "‘<script type=\"application/ld+json\">’."
                    : "‘\(name)’ is HTML: it may stand only between tags.", at: bytes)
            return
        }
        emit(.raw(program.add(path)))
    }

    private mutating func emit(
        _ meaning: Meaning, named name: String, _ place: EscapingContext.Place, at bytes: ByteRange
    ) {
        switch meaning {
        case .field(let path): emit(field: path, named: name, place, at: bytes)
        case .date(let path, let form):
            if isTextual(place, name, "a date", at: bytes) {
                emit(.date(program.add(path), form, place))
            }
        case .count(let path): emit(.count(program.add(path)))
        case .countTest:
            report(
                "template.wrong-type",
                "‘\(name)’ is a question: use it as a section, ‘{{#\(name)}}…{{/\(name)}}’.",
                at: bytes)
        case .free(let path):
            if isTextual(place, name, "a text", at: bytes) {
                emit(.text(program.add(path), place))
            }
        case .current(let isURL):
            if isURL {
                if mayHoldURL(place, name, at: bytes) { emit(.currentURL(place)) }
            } else if isTextual(place, name, "a text", at: bytes) {
                emit(.currentText(place))
            }
        case .loopIndex: emit(.loopIndex)
        case .loopFirst, .loopLast:
            report(
                "template.wrong-type", "‘\(name)’ is a flag: use it as a section.", at: bytes)
        case .constant(let constant):
            if constant.isURL
                ? mayHoldURL(place, name, at: bytes)
                : isTextual(place, name, "a text", at: bytes)
            {
                // Its value is known now.
                var text = OutputBuffer()
                text.append(constant: constant, at: place)
                append(literal: [UInt8](text))
            }
        }
    }

    private mutating func emit(
        field path: FieldPath, named name: String, _ place: EscapingContext.Place,
        at bytes: ByteRange
    ) {
        switch path.type {
        case .text, .optionalText:
            if isTextual(place, name, "a text", at: bytes) {
                emit(.text(program.add(path), place))
            }
        case .url, .optionalURL:
            if mayHoldURL(place, name, at: bytes) { emit(.url(program.add(path), place)) }
        case .number, .optionalNumber: emit(.number(program.add(path)))
        case .html, .optionalHTML, .json:
            report(
                "template.html-escaped",
                "‘\(name)’ is \(path.type == .json ? "JSON" : "HTML"): write ‘{{{\(name)}}}’, with "
                    + "three braces.", at: bytes)
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
                "‘\(name)’ is \(Self.article(path.type)): \(Self.example(of: path, named: name)).",
                at: bytes)
        }
    }

    /// Whether text may stand at a place: not at the start of an address, and not as bare JSON.
    private mutating func isTextual(
        _ place: EscapingContext.Place, _ name: String, _ what: String, at bytes: ByteRange
    ) -> Bool {
        switch place {
        case .address,
            .attribute where context.beginsRefreshAddress:
            report(
                "template.text-as-address",
                "‘\(name)’ is \(what), and an address would begin with it: only a field of the type "
                    + "URL may.", at: bytes)
            return false
        case .json: return mayHoldURL(place, name, at: bytes)
        case .text, .attribute, .addressPart, .xmlText, .jsonString, .plain: return true
        }
    }

    /// Whether a URL may stand at a place: anywhere that a value may, but not as bare JSON.
    private mutating func mayHoldURL(
        _ place: EscapingContext.Place, _ name: String, at bytes: ByteRange
    ) -> Bool {
        guard place == .json else { return true }
        report(
            "template.unsafe-place",
            "‘\(name)’ would be bare JSON here: put quotation marks round it.", at: bytes)
        return false
    }
}
