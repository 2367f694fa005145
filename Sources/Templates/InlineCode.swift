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
    /// The first of each kind in a piece of literal text that begins in this context.
    func inlineCode(in text: [UInt8]) -> [InlineCode.Kind: Range<Int>] {
        guard syntax == .html else { return [:] }
        var context = self
        var found: [InlineCode.Kind: Range<Int>] = [:]
        // Code that goes on behind a tag of the template was found before it.
        var isAtStart = false
        for index in text.indices {
            let before = context
            context.advance(over: CollectionOfOne(text[index]))
            if context.state == .code, before.state != .code {
                isAtStart = true
            } else if isAtStart, context.state == .code, text[index] > 0x20 {
                isAtStart = false
                let isEnd = text[index...].starts(with: "</".utf8)
                guard !isEnd, let kind = context.kindOfCode, found[kind] == nil else { continue }
                found[kind] = index..<Self.endOfLine(in: text, from: index)
            } else if context.isInValue, !before.isInValue, let kind = context.kindOfAttribute,
                found[kind] == nil
            {
                found[kind] = max(0, index - 1 - context.attribute.count)..<index
            }
        }
        return found
    }

    /// `nil` of data blocks: a browser does not run them.
    private var kindOfCode: InlineCode.Kind? {
        if element.elementsEqual("style".utf8) { return .styleSheet }
        guard element.elementsEqual("script".utf8) else { return nil }
        return ActiveMarkup.isRun(type: String(decoding: type, as: UTF8.self)) ? .script : nil
    }

    private var kindOfAttribute: InlineCode.Kind? {
        if attribute.elementsEqual("style".utf8) { return .style }
        return attribute.starts(with: "on".utf8) ? .handler : nil
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
