/// Addresses that a template spells out, for a check against the pages that there are.

package import Diagnostics
import Markup

/// The value of an `href`, `src` or the like without a tag in it.
package struct TemplateAddress: Hashable, Sendable {
    /// With entities decoded.
    package let value: String
    /// Inside of the quotation marks.
    package let span: SourceSpan
    /// Whether it stands in a section, which may not be shown on any page.
    package let isConditional: Bool
    /// Whether it leads somewhere whatever else its tag says: a form may be posted to a program.
    package let isCertain: Bool
}

extension EscapingContext {
    /// The addresses in a piece of literal text that begins in this context.
    ///
    /// A value that goes on in a tag of the template has no end in the piece, and is not read.
    func addresses(in text: [UInt8]) -> [(range: Range<Int>, isCertain: Bool)] {
        var context = self
        var found: [(range: Range<Int>, isCertain: Bool)] = []
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
    ) -> [(range: Range<Int>, isCertain: Bool)] {
        let element = String(decoding: element, as: UTF8.self)
        guard let kind = AddressAttribute(attribute.indices, in: attribute, of: element) else {
            return []
        }
        return kind.addresses(in: value, of: MarkupScanner(text)).map {
            ($0, !kind.dependsOnOthers)
        }
    }
}

extension TemplateCompiler {
    /// Notes the addresses of a literal text, when its file is one whose addresses are asked for.
    mutating func noteAddresses(in text: [UInt8], at bytes: ByteRange) {
        guard library.checkedPaths.contains(path) else { return }
        for (range, isCertain) in context.addresses(in: text) {
            let start = Int(bytes.lower) + range.lowerBound
            program.addresses.append(
                TemplateAddress(
                    value: MarkupScanner(text).text(range),
                    span: SourceSpan(path, start..<start + range.count),
                    isConditional: sectionDepth > 0, isCertain: isCertain))
        }
    }
}
