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
}

extension EscapingContext {
    /// Attributes whose value leads a reader or a browser to one file.
    private static let links: Set<String> = ["href", "src", "poster", "xlink:href"]
    /// Those whose value leads to several, of which a browser takes one.
    private static let lists: Set<String> = ["srcset", "imagesrcset"]

    /// The whole values of such attributes in a piece of literal text that begins in this context.
    ///
    /// One that goes on in a tag of the template has no end in the piece, and is not among them.
    func addresses(in text: [UInt8]) -> [Range<Int>] {
        var context = self
        var found: [Range<Int>] = []
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
    private func addresses(in text: [UInt8], value: Range<Int>) -> [Range<Int>] {
        let name = String(decoding: attribute, as: UTF8.self)
        if Self.lists.contains(name) { return AddressList.sourceSet(in: text, value) }
        let isLink =
            element.elementsEqual("object".utf8) && name == "data"
            || !element.elementsEqual("base".utf8) && Self.links.contains(name)
        return isLink ? [value] : []
    }
}

extension TemplateCompiler {
    /// Notes the addresses of a literal text, when its file is one whose addresses are asked for.
    mutating func noteAddresses(in text: [UInt8], at bytes: ByteRange) {
        guard library.checkedPaths.contains(path) else { return }
        for value in context.addresses(in: text) {
            let range = text.withoutSpace(around: value)
            let start = Int(bytes.lower) + range.lowerBound
            program.addresses.append(
                TemplateAddress(
                    value: MarkupScanner(text).text(range),
                    span: SourceSpan(path, start..<start + range.count),
                    isConditional: sectionDepth > 0))
        }
    }
}
