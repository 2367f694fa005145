/// Addresses that a template spells out, for a check against the pages that there are.

package import Diagnostics
import Markup

/// The value of an `href`, `src` or the like without a tag in it, or with one at its beginning.
package struct TemplateAddress: Hashable, Sendable {
    /// Name of the field of the type URL that it begins with, `site.root_url`; `nil` where all of it is spelled out.
    package let base: String?
    /// What is spelled out, with entities decoded.
    package let value: String
    /// Name of the element that says it, in small letters.
    package let element: String
    /// Inside of the quotation marks.
    package let span: SourceSpan
    /// Whether it stands in a section, which may not be shown on any page.
    package let isConditional: Bool
    /// Whether it leads somewhere whatever else its tag says: a form may be posted to a program.
    package let isCertain: Bool
}

extension EscapingContext {
    /// An address in a piece of text.
    struct Found {
        let range: Range<Int>
        let element: String
        let isCertain: Bool
        /// Whether a tag stands before it.
        let isBehindTag: Bool
    }

    /// What a piece of literal text holds that checks look for.
    struct Findings {
        var addresses: [Found] = []
        /// The first of each kind.
        var code: [InlineCode.Kind: Range<Int>] = [:]
    }

    /// Moves over a piece of literal text, and tells what it holds.
    ///
    /// A value that goes on in a tag of the template has no end in the piece, and is not read.
    ///
    /// - Parameters:
    ///   - text: The piece.
    ///   - isBehindTag: Whether an address began with the tag before it.
    /// - Returns: What checks look for.
    mutating func advance(lookingAt text: [UInt8], isBehindTag: Bool) -> Findings {
        var findings = Findings()
        guard syntax != .plain else { return findings }
        var start = isBehindTag ? 0 : nil
        // Code that goes on behind a tag of the template was found before it.
        var isAtStartOfCode = false
        var next = 0
        while next < text.count {
            let index = next
            let (wasInValue, wasCode) = (isInValue, state == .code)
            next = advance(at: index, in: text[...])
            switch (wasInValue, isInValue) {
            case (false, true):
                // A value without quotation marks begins with this very byte.
                start = state == .unquotedValue ? index : index + 1
                noteHandler(before: index, in: &findings)
            case (true, false):
                if let start {
                    findings.addresses += addresses(
                        in: text, value: start..<index, isBehindTag: isBehindTag && start == 0)
                }
                start = nil
            case (false, false), (true, true): break
            }
            guard state == .code else { continue }
            if !wasCode {
                isAtStartOfCode = true
            } else if isAtStartOfCode, text[index] > 0x20 {
                isAtStartOfCode = false
                noteCode(at: index, in: text, in: &findings)
            }
        }
        return findings
    }

    /// Those of the attribute that has just ended.
    private func addresses(
        in text: [UInt8], value: Range<Int>, isBehindTag: Bool
    ) -> [Found] {
        let element = String(decoding: element, as: UTF8.self)
        guard let kind = AddressAttribute(attribute.indices, in: attribute, of: element) else {
            return []
        }
        return kind.addresses(in: value, of: MarkupScanner(text)).map {
            Found(
                range: $0, element: element, isCertain: !kind.dependsOnOthers,
                isBehindTag: isBehindTag && $0.lowerBound == value.lowerBound)
        }
    }
}

extension TemplateCompiler {
    /// Moves over a literal text; of a site's own template, it looks for addresses, code, and tags of other languages.
    mutating func advance(over text: [UInt8], at bytes: ByteRange) {
        guard checksText else {
            context.advance(over: text[...])
            return
        }
        if let tag = ForeignSyntax.liquidTag(in: text) {
            report(
                "template.foreign-tag",
                "This is a tag of Liquid, which readers would see: a condition or a list is written "
                    + "‘{{#authors}}…{{/authors}}’, a partial ‘{{>partials/name}}’.",
                at: ByteRange(Int(bytes.lower) + tag.lowerBound, Int(bytes.lower) + tag.upperBound),
                severity: .warning)
        }
        reportHalfTag(in: text, at: bytes)
        // An address goes on right behind the tag that it begins with.
        let base = addressTag.flatMap { tag in
            tag.path == path && tag.bytes.upper == bytes.lower && context.isInValue ? tag : nil
        }
        let findings = context.advance(lookingAt: text, isBehindTag: base != nil)
        for (kind, range) in findings.code {
            let start = Int(bytes.lower) + range.lowerBound
            program.inlineCode.append(
                InlineCode(kind: kind, span: SourceSpan(path, start..<start + range.count)))
        }
        for found in findings.addresses {
            let tag = found.isBehindTag ? base : nil
            let start = Int(bytes.lower) + found.range.lowerBound
            program.addresses.append(
                TemplateAddress(
                    base: tag?.name, value: MarkupScanner(text).text(found.range),
                    element: found.element,
                    span: SourceSpan(
                        path, (tag.map { Int($0.bytes.lower) } ?? start)..<start + found.range.count
                    ),
                    isConditional: sectionDepth > 0, isCertain: found.isCertain))
        }
    }

    /// Of a field that is known, or with the sign of a section: anything else may be text.
    private mutating func reportHalfTag(in text: [UInt8], at bytes: ByteRange) {
        guard let (place, name) = ForeignSyntax.halfTag(in: text) else { return }
        let isSign = "#^/>".utf8.contains(text[place.lowerBound + 1])
        let first = name.prefix { $0 != "." }
        let isKnown = scopes.contains {
            if case .record(let schema, _) = $0 {
                schema.field(String(first)) != nil
            } else {
                false
            }
        }
        var before = context
        before.advance(over: text[..<place.lowerBound])
        guard isSign || isKnown, before.state != .code else { return }
        report(
            "template.unclosed-tag",
            "A tag begins with two braces, and readers would see this one: write ‘{{\(name)}}’.",
            at: ByteRange(Int(bytes.lower) + place.lowerBound, Int(bytes.lower) + place.upperBound))
    }
}
