/// Whether the elements of a page lie within one another, as its tags say.
///
/// A browser repairs each mistake in its own way, and moves what stands behind it to another place of the page.
package enum ElementNesting {
    package enum Mistake: Hashable, Sendable {
        /// An element whose end is missing, and the end of another that comes first; `nil` at the end of the page.
        case open(tag: Range<Int>, before: Range<Int>?)
        /// An end tag of an element that is not open.
        case stray(tag: Range<Int>)
    }

    private struct Open {
        let name: String
        let tag: Range<Int>
        /// Within `svg` or `math`, where `/>` ends an element, as in XML.
        let isForeign: Bool
    }

    /// The first mistake in a page of HTML.
    ///
    /// Linear in its length.
    package static func mistake(in bytes: [UInt8]) -> Mistake? {
        var scanner = MarkupScanner(bytes)
        var open: [Open] = []
        while let token = scanner.next() {
            switch token.kind {
            case .text: break
            case .start:
                let isForeign =
                    token.name == "svg" || token.name == "math"
                    || open.last.map { $0.isForeign && !isHTML.contains($0.name) } ?? false
                let isEnded = isForeign && bytes[token.range].suffix(2).first == UInt8(ascii: "/")
                guard !isEnded, !void.contains(token.name) else { break }
                if endsParagraph.contains(token.name), open.last?.name == "p" { open.removeLast() }
                open.append(Open(name: token.name, tag: token.range, isForeign: isForeign))
            case .end:
                while let last = open.last, last.name != token.name,
                    endIsOptional.contains(last.name)
                {
                    open.removeLast()
                }
                guard let last = open.popLast() else { return .stray(tag: token.range) }
                guard last.name == token.name else {
                    return open.contains { $0.name == token.name }
                        ? .open(tag: last.tag, before: token.range) : .stray(tag: token.range)
                }
            }
        }
        return open.last { !endIsOptional.contains($0.name) }
            .map { .open(tag: $0.tag, before: nil) }
    }

    /// HTML Standard, "Void elements", and those that were.
    private static let void: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
        "keygen", "link", "meta", "param", "source", "track", "wbr",
    ]
    /// Where HTML goes on within a drawing or a formula ("HTML integration point").
    private static let isHTML: Set<String> = ["foreignobject", "annotation-xml", "desc"]
    /// HTML Standard, "Optional tags": ended by what follows, or by the end of what they are in.
    private static let endIsOptional: Set<String> = [
        "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
        "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
    ]
    /// The same: what ends a paragraph that is open.
    private static let endsParagraph: Set<String> = [
        "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul",
    ]
}
