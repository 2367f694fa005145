/// Scripts and styles that a template writes into pages: a Content Security Policy stops them unless it says otherwise.

package import Diagnostics
import Markup

/// A piece of a template that a browser may refuse to run (Content Security Policy Level 3, section 4.2.3).
package struct InlineCode: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What stands in a `script`.
        case script
        /// An attribute such as `onclick`.
        case handler
        /// What stands in a `style`.
        case styleSheet
        /// A `style` of an element.
        case style
    }

    package let kind: Kind
    package let span: SourceSpan
}

extension EscapingContext {
    /// Notes what begins in a `script` or `style` that was just entered.
    func noteCode(at index: Int, in text: [UInt8], in findings: inout Findings) {
        guard syntax == .html, !text[index...].starts(with: "</".utf8), let kind = kindOfCode,
            findings.code[kind] == nil
        else { return }
        findings.code[kind] = index..<Self.endOfLine(in: text, from: index)
    }

    /// Notes the attribute whose value begins here.
    func noteHandler(before index: Int, in findings: inout Findings) {
        guard syntax == .html, let kind = kindOfAttribute, findings.code[kind] == nil else {
            return
        }
        findings.code[kind] = max(0, index - 1 - attribute.count)..<index
    }

    /// `nil` of data blocks, and of what stands in a script that is loaded: a browser does not run them.
    private var kindOfCode: InlineCode.Kind? {
        if element.elementsEqual("style".utf8) { return .styleSheet }
        guard element.elementsEqual("script".utf8), !hasSource else { return nil }
        return ActiveMarkup.isRun(type: String(decoding: type, as: UTF8.self)) ? .script : nil
    }

    private var kindOfAttribute: InlineCode.Kind? {
        if attribute.elementsEqual("style".utf8) { return .style }
        return ActiveMarkup.isHandler(attribute) ? .handler : nil
    }

    private static func endOfLine(in text: [UInt8], from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D,
            text[end] != UInt8(ascii: "<")
        {
            end += 1
        }
        return max(end, start + 1)
    }
}
