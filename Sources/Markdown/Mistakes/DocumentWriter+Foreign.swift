import Bytes
import Diagnostics
import Markup

/// What means nothing here: code of templates, attributes without an owner, commands of LaTeX, characters that a
/// program has lost. Readers would see it.
extension DocumentWriter {
    mutating func reportForeign(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        if signs.contains(.templateCode) { reportTemplateCode(in: text, of: node) }
        if signs.contains(.attributes) { reportAttributes(in: text, of: node) }
        if signs.contains(.bareLabel) { reportBareLabels(in: text, of: node) }
        if signs.contains(.command) { reportCommands(in: text, of: node) }
        if signs.contains(.accent) { reportAccents(inBlockAround: node) }
        if signs.contains(.dollar) { reportDollars(in: text, of: node) }
        if signs.contains(.lostCharacter) { reportLostCharacter(in: text, of: node) }
        if signs.contains(.mojibake) { reportMojibake(in: text, of: node) }
        if signs.contains(.controlReference) { reportControl(in: text, of: node) }
        if signs.contains(.percents) { reportPrivateComment(in: text, of: node) }
        if signs.contains(.equalsSigns) { reportHighlights(in: text, of: node) }
        if signs.contains(.caret) {
            reportSuperscripts(in: text, of: node)
            reportBlockName(in: text, of: node)
        }
        if signs.contains(.privateUse) { reportPrivateUse(in: text, of: node) }
        if signs.contains(.ligature) { reportLigature(in: text, of: node) }
        if signs.contains(.emptyReference) {
            reportEmptyReferences(in: text, of: node)
            reportBoldEmptyReference(in: text, of: node)
        }
        if signs.contains(.reviewMark) {
            reportReviewMarks(in: text, of: node)
            reportTextChanges(in: text, of: node)
        }
    }

    // MARK: - Templates

    /// `{{< youtube x >}}`, `{% include x %}`, `{{ site.title }}`.
    private mutating func reportTemplateCode(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: UInt8(ascii: "{"), in: index..<text.count) {
            index = start + 1
            guard
                let code = TemplateCode(
                    in: text, at: start, isBeforeTag: node.next?.kind == .htmlInline)
            else { continue }
            index = code.end
            // Smart punctuation may have changed what stands behind the first word.
            let shown = text[start..<code.endOfName]
            guard maySearch(shown.count), !isEscaped(shown, by: ["{"], in: node) else { continue }
            let name = String(decoding: shown, as: UTF8.self)
            report(
                "text.template-code", .warning,
                "‘\(name)’ begins code for a template of another generator, and is shown as it is written: "
                    + "write what it stood for. For the signs themselves write ‘\\\(name)’.",
                at: place(of: shown, in: node))
        }
    }

    // MARK: - Attributes

    /// `{#name}` or `{.class}` where there is nothing that could have one.
    private mutating func reportAttributes(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: UInt8(ascii: "{"), in: index..<text.count) {
            index = start + 1
            let inner = text[index...].prefix(100).prefix { $0 != UInt8(ascii: "}") }
            guard inner.endIndex < text.count, text[inner.endIndex] == UInt8(ascii: "}"),
                AttributeBlock.isPlain(inner) || inner.starts(with: "lang=".utf8)
                    || start > 0 && text[start - 1] == UInt8(ascii: "]")
                        && AttributeBlock.isPair(inner)
            else { continue }
            // Smart punctuation may have changed the quotation marks of a value.
            let changed = inner.firstIndex { $0 >= 0x80 } ?? inner.endIndex
            let shown = text[start..<changed]
            guard maySearch(shown.count), !isEscaped(shown, by: ["{"], in: node) else { continue }
            let written = String(
                String(decoding: text[start...inner.endIndex], as: UTF8.self)
                    .map { "“”".contains($0) ? "\"" : $0 })
            // What is meant for an equation, or stands in a fence of Pandoc's, has its own advice.
            guard !written.hasPrefix("{#eq:"), text[..<start].first != UInt8(ascii: ":") else {
                continue
            }
            let owner =
                written.contains("lang=")
                ? "‘{lang=…}’ alone stands right behind brackets around words of another language, or "
                    + "at the end of a paragraph or a quotation in it"
                : "it stands at the end of a heading, a caption or the first line of a callout, or behind "
                    + "a picture"
            report(
                "attributes.misplaced",
                error:
                    "‘\(written)’ belongs to nothing here, and is shown as it is written: \(owner). "
                    + "For the signs themselves write ‘\\\(written)’.",
                at: place(of: shown, in: node))
        }
    }

    // MARK: - Characters

    private mutating func reportLostCharacter(
        in text: UnsafeBufferPointer<UInt8>, of node: Node
    ) {
        let sign = "\u{FFFD}"
        // One that is written `&#xFFFD;` is meant.
        guard sign.withUTF8Bytes({ text.firstRange(of: $0, in: text.indices) }) != nil,
            let found = find(sign, in: blockRange(of: node))
        else { return }
        signs.remove(.lostCharacter)
        report(
            "text.lost-character", .warning,
            "A character was lost here: ‘\u{FFFD}’ stands where a program could not read one. Write what "
                + "was meant, here and where else it stands on this page.", at: found)
    }

    private mutating func reportMojibake(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: 0xC3, in: index..<text.count) {
            index = start + 1
            guard let length = Mojibake.length(in: text, at: start) else { continue }
            signs.remove(.mojibake)
            let shown = text[start..<(start + length)]
            let name = String(decoding: shown, as: UTF8.self)
            let meaning = Mojibake.meaning(of: name).map { " ‘\($0)’ was meant." } ?? ""
            report(
                "text.mojibake", .warning,
                "‘\(name)’ is one character that a program has read in another encoding.\(meaning) Open the "
                    + "original as UTF-8 and copy the text again.", at: place(of: shown, in: node))
            return
        }
    }

    /// `&#147;`, which browsers take for a sign of Windows-1252, and Markdown for a character that nobody sees.
    private mutating func reportControl(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var start = 0
        while let index = text.firstControl(from: start) {
            start = index + 1
            guard
                let control = String(decoding: text[index...].prefix(3), as: UTF8.self)
                    .unicodeScalars.first,
                let place = place(ofReferenceTo: control, in: blockRange(of: node))
            else { continue }
            referenceCursor = place.upperBound
            report(
                "text.control-character",
                error:
                    "‘\(String(decoding: map.bytes[place], as: UTF8.self))’ is the control character "
                    + "\(ControlCharacter.name(control)), which no page may hold. "
                    + ControlCharacter.advice(control), at: place)
        }
    }

    /// Where the next reference to a character stands; `nil` for a character that stands in the file itself (which was
    /// found when it was read), or in place of a formula.
    private mutating func place(
        ofReferenceTo character: Unicode.Scalar, in block: Range<Int>
    ) -> Range<Int>? {
        guard maySearch(block.count) else { return nil }
        var index = block.contains(referenceCursor) ? referenceCursor : block.lowerBound
        while let sign = map.bytes.firstIndex(of: UInt8(ascii: "&"), in: index..<block.upperBound) {
            index = sign + 1
            if let reference = NumericReference(in: map.bytes, at: sign),
                reference.control == character
            {
                return reference.range
            }
        }
        return nil
    }
}

/// Code of Hugo's and Quarto's shortcodes, of Liquid (Jekyll), Jinja and Nunjucks (Eleventy).
private struct TemplateCode {
    var end: Int
    /// Behind its first word.
    var endOfName: Int
    /// Whether it can be nothing else.
    var isSure: Bool

    private static let longest = 400

    init?(in text: UnsafeBufferPointer<UInt8>, at start: Int, isBeforeTag: Bool) {
        guard start + 2 < text.count else {
            // To the parser, the rest of `{{<youtube x>}}` is a tag.
            guard isBeforeTag, start + 2 == text.count, text[start + 1] == UInt8(ascii: "{") else {
                return nil
            }
            (end, endOfName, isSure) = (text.count, text.count, true)
            return
        }
        let rest = text[start...].prefix(Self.longest)
        let close: StaticString
        var inner = start + 2
        isSure = true
        switch (text[start + 1], text[start + 2]) {
        case (UInt8(ascii: "{"), UInt8(ascii: "<")): (close, inner) = (">}}", start + 3)
        case (UInt8(ascii: "{"), UInt8(ascii: "%")): (close, inner) = ("%}}", start + 3)
        case (UInt8(ascii: "%"), _): close = "%}"
        case (UInt8(ascii: "{"), 0x20): (close, isSure) = ("}}", false)
        default: return nil
        }
        guard let end = Self.end(of: close, in: text, from: inner, to: rest.endIndex) else {
            return nil
        }
        let word = text[inner..<end].drop { $0 == 0x20 || "-/".utf8.contains($0) }
        let name = word.prefix { $0.isASCIILetterOrDigit || "._-$".utf8.contains($0) }
        // A template prints what has a name; `{{ 1, 2 }}` is a set.
        guard let first = name.first, first.isASCIILetter || first == UInt8(ascii: "."),
            isSure || text[end - 1 - close.utf8CodeUnitCount] == 0x20
        else { return nil }
        (self.end, endOfName) = (end, name.endIndex)
    }

    private static func end(
        of close: StaticString, in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int? {
        guard start <= end else { return nil }
        return close.withUTF8Buffer { text.firstRange(of: $0, in: start..<end)?.upperBound }
    }
}
