import Bytes
import Markup

/// A drawing (`svg`) of HTML that is open while a text is written.
///
/// A browser ends a drawing at the first element of HTML in it, closed or not (HTML Standard, "The rules for
/// parsing tokens in foreign content"): one without its end tag does not reach to the end of a page.
struct RawDrawing {
    /// Where the last tag of a text stood: a paragraph ends a drawing of the one before it.
    var block: Node?
    /// How many drawings are open in each other, from the outermost in: one number for the page, and one for each
    /// element in them that holds HTML again (`foreignObject`).
    private var depths: [Int] = []

    var isOpen: Bool { !depths.isEmpty }

    /// Whether a drawing may begin in a piece of HTML.
    static func mayBegin(in html: UnsafeBufferPointer<UInt8>) -> Bool {
        html.holdsTag(beginningWith: "svg")
    }

    /// Reads the next tag.
    ///
    /// - Parameters:
    ///   - token: The tag, or a text.
    ///   - bytes: What it stands in.
    mutating func pass(_ token: MarkupScanner.Token, in bytes: [UInt8]) {
        switch token.kind {
        case .text: return
        case .start:
            if depth > 0, Self.htmlNames.contains(token.name) { depth = 0 }
            guard !bytes[token.range].suffix(2).elementsEqual("/>".utf8) else { return }
            if token.name == "svg" {
                depth += 1
            } else if depth > 0, Self.holders.contains(token.name) {
                depths.append(0)
            }
        case .end:
            if token.name == "svg" {
                // What holds HTML in it was perhaps not closed.
                if depth == 0, depths.count > 1 { depths.removeLast() }
                if depth > 0 { depth -= 1 }
            } else if depths.count > 1, Self.holders.contains(token.name) {
                depths.removeLast()
            } else if depth > 0, Self.htmlNames.contains(token.name) {
                // Of an element around it.
                depth = 0
            }
        }
    }

    /// The last of ``depths``, which has none when no drawing is open.
    private var depth: Int {
        get { depths.last ?? 0 }
        set {
            if depths.count > 1 {
                depths[depths.count - 1] = newValue
            } else {
                depths = newValue > 0 ? [newValue] : []
            }
        }
    }

    private static let holders: Set<String> = ["foreignobject", "desc", "title"]

    /// The elements of HTML that end a drawing.
    private static let htmlNames: Set<String> = [
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
        "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
        "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
        "sub", "sup", "table", "tt", "u", "ul", "var",
    ]
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a start tag has a name that begins with three small letters.
    func holdsTag(beginningWith letters: StaticString) -> Bool {
        var start = 0
        while let sign = firstIndex(of: UInt8(ascii: "<"), in: start..<count) {
            start = sign + 1
            let name = self[start..<Swift.min(start + 3, count)]
            let isFound = letters.withUTF8Buffer { name.elementsEqual($0) { $0 | 0x20 == $1 } }
            if isFound { return true }
        }
        return false
    }
}
