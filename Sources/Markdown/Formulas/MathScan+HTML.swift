import Bytes

/// Blocks of HTML, which hold no formula (CommonMark, "HTML blocks").
extension MathScan {
    struct HTMLBlock {
        /// What the last line holds; `nil` for a block that ends with a blank line.
        var end: String?
        /// How many containers it stands in.
        var depth = 0
    }

    /// The block that begins here; in a paragraph, a tag of any name begins none.
    func htmlBlock(at start: Int, to end: Int, _ isInParagraph: Bool = true) -> HTMLBlock? {
        guard start + 1 < end, bytes[start] == UInt8(ascii: "<") else { return nil }
        for (opening, closing) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
        where bytes[start..<end].starts(with: opening.utf8) {
            return HTMLBlock(end: closing)
        }
        if bytes[start + 1] == UInt8(ascii: "!") { return HTMLBlock(end: ">") }
        let isClosing = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isClosing ? 2 : 1)
        let nameEnd =
            bytes[nameStart..<end].firstIndex {
                !$0.isASCIILetterOrDigit && $0 != UInt8(ascii: "-")
            }
            ?? end
        guard nameStart < nameEnd, bytes[nameStart].isASCIILetter else { return nil }
        let behind = nameEnd < end ? bytes[nameEnd] : 0x20
        guard behind <= 0x20 || behind == UInt8(ascii: ">") || behind == UInt8(ascii: "/") else {
            return nil
        }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        if !isClosing, ["script", "pre", "style"].contains(name) {
            return HTMLBlock(end: "</\(name)>")
        }
        if Self.blockElements.contains(name) { return HTMLBlock() }
        let isAlone =
            bytes[nameEnd..<end].last { $0 > 0x20 } == UInt8(ascii: ">")
            && bytes.firstIndex(of: UInt8(ascii: "<"), in: nameEnd..<end) == nil
        return isAlone && !isInParagraph ? HTMLBlock() : nil
    }

    func closes(_ block: HTMLBlock, at start: Int, to end: Int) -> Bool {
        guard let sign = block.end else { return start >= end }
        return sign.withUTF8Bytes { sign in
            guard start < end else { return false }
            // Names of elements have either case.
            return bytes[start..<end].indices.contains { index in
                index + sign.count <= end
                    && zip(bytes[index..<index + sign.count], sign).allSatisfy {
                        $0 == $1 || $1.isASCIILetter && $0 | 0x20 == $1
                    }
            }
        }
    }

    /// Elements that begin a block whatever stands behind them.
    private static let blockElements: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption",
        "center",
        "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
        "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
        "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section",
        "source",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}
