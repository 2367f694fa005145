import Markup

/// The markup of HTML that titles bring along: CSL-JSON allows some (CSL-JSON specification, "HTML-like
/// formatting tags"), and files of BibTeX that publishers make have it, too.
package enum HTMLText {
    /// Elements of which the text remains.
    private static let plain: Set<Substring> = [
        "i", "b", "em", "strong", "u", "sc", "scp", "italic", "bold", "span",
    ]
    /// Whether the text of an element stands above the line, or below.
    private static let raised: [Substring: Bool] = ["sup": true, "sub": false, "inf": false]

    /// The text without tags, its entities decoded; whatever is no known tag is text.
    package static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return text }
        var plain = ""
        /// Where the text of an open `sub` or `sup` begins.
        var raised: (start: String.Index, isAbove: Bool)?
        for (index, piece) in text.split(separator: "<", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0 else {
                plain += decoded(piece)
                continue
            }
            guard let end = piece.firstIndex(of: ">"), let tag = tag(piece[..<end]) else {
                plain += "<" + decoded(piece)
                continue
            }
            if tag.isEnd, let open = raised {
                let signs = RaisedText.signs(String(plain[open.start...]), isAbove: open.isAbove)
                if let signs { plain.replaceSubrange(open.start..., with: signs) }
                raised = nil
            } else if !tag.isEnd, let isAbove = tag.isAbove {
                raised = (plain.endIndex, isAbove)
            }
            plain += decoded(piece[piece.index(after: end)...])
        }
        return plain
    }

    /// What stands between the brackets of a known tag; those of JATS have a prefix, and `span` alone has
    /// attributes.
    private static func tag(_ text: Substring) -> (isEnd: Bool, isAbove: Bool?)? {
        let isEnd = text.hasPrefix("/")
        var name = isEnd ? text.dropFirst() : text
        if name.hasPrefix("jats:") { name = name.dropFirst("jats:".count) }
        if name.hasPrefix("span ") { name = "span" }
        let isAbove = raised[name]
        return isAbove != nil || plain.contains(name) ? (isEnd, isAbove) : nil
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        // In TeX, `\&amp;` is a sign and the letters behind it.
        return text.split(separator: "\\&", omittingEmptySubsequences: false).map { piece in
            let bytes = Array(piece.utf8)
            return String(decoding: CharacterReference.decode(bytes, bytes.indices), as: UTF8.self)
        }.joined(separator: "\\&")
    }
}
