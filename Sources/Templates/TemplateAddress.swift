/// Addresses that a template spells out, for a check against the pages that there are.

package import Diagnostics
import Markup

/// The value of an `href`, `src` or the like without a tag in it.
package struct TemplateAddress: Hashable, Sendable {
    /// With entities decoded.
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
    }

    /// The addresses in a piece of literal text that begins in this context.
    ///
    /// A value that goes on in a tag of the template has no end in the piece, and is not read.
    func addresses(in text: [UInt8]) -> [Found] {
        var context = self
        var found: [Found] = []
        var start: Int?
        for index in text.indices {
            let wasInValue = context.isInValue
            context.advance(over: CollectionOfOne(text[index]))
            switch (wasInValue, context.isInValue) {
            case (false, true):
                // A value without quotation marks begins with this very byte.
                start = context.state == .unquotedValue ? index : index + 1
            case (true, false):
                if let start { found += context.addresses(in: text, value: start..<index) }
                start = nil
            case (false, false), (true, true): break
            }
        }
        return found
    }

    /// Those of the attribute that has just ended.
    private func addresses(
        in text: [UInt8], value: Range<Int>
    ) -> [Found] {
        let element = String(decoding: element, as: UTF8.self)
        guard let kind = AddressAttribute(attribute.indices, in: attribute, of: element) else {
            return []
        }
        return kind.addresses(in: value, of: MarkupScanner(text)).map {
            Found(range: $0, element: element, isCertain: !kind.dependsOnOthers)
        }
    }
}

extension TemplateCompiler {
    /// Looks at a literal text of a site's own template: for its addresses, and for tags of other languages.
    mutating func look(at text: [UInt8], at bytes: ByteRange) {
        guard library.checkedPaths.contains(path) else { return }
        if let tag = ForeignSyntax.liquidTag(in: text) {
            report(
                "template.foreign-tag",
                "This is a tag of Liquid, which readers would see: a condition or a list is written "
                    + "‘{{#authors}}…{{/authors}}’, a partial ‘{{>partials/name}}’.",
                at: ByteRange(Int(bytes.lower) + tag.lowerBound, Int(bytes.lower) + tag.upperBound),
                severity: .warning)
        }
        reportHalfTag(in: text, at: bytes)
        for (kind, range) in context.inlineCode(in: text) {
            let start = Int(bytes.lower) + range.lowerBound
            program.inlineCode.append(
                InlineCode(kind: kind, span: SourceSpan(path, start..<start + range.count)))
        }
        for found in context.addresses(in: text) {
            let start = Int(bytes.lower) + found.range.lowerBound
            program.addresses.append(
                TemplateAddress(
                    value: MarkupScanner(text).text(found.range), element: found.element,
                    span: SourceSpan(path, start..<start + found.range.count),
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
