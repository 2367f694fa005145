import Bytes
import Diagnostics
import Markup

/// Signs that were meant as markup and that the parser left in the text, where readers would see them.
///
/// Whoever means the signs themselves writes a backslash before them, as everywhere in Markdown.
extension DocumentWriter {
    // MARK: - Links

    /// Of the words and of the address, in bytes; what is longer was not written by hand.
    ///
    /// To judge one takes as long as to search ten times as many bytes.
    private static let longestLink = 1000

    /// `[words](my file.md)` and `[words][nowhere]`, from their `]`.
    mutating func reportLink(_ text: UnsafeBufferPointer<UInt8>, at close: Int, in node: Node) {
        guard close + 1 < text.count, maySearch(text[close + 1] == 0x20 ? 0 : 16 * Self.longestLink)
        else { return }
        if text[close + 1] == 0x20 { reportSpacedLink(text, at: close, in: node) }
        guard "([".utf8.contains(text[close + 1]) else { return }
        let before = text[max(0, close - Self.longestLink)..<close]
        let open = before.lastIndex(of: UInt8(ascii: "["))
        // `a[i](x)` and `a[i][j]` are mathematics or code.
        if let open, open > 0,
            text[open - 1].isASCIILetterOrDigit || ")]".utf8.contains(text[open - 1])
        {
            return
        }
        let rest = text[(close + 2)...].prefix(Self.longestLink)
        switch text[close + 1] {
        case UInt8(ascii: "("): reportAddress(rest, from: open, close, text, in: node)
        case UInt8(ascii: "["):
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return }
            let words = open.map { text[($0 + 1)..<close] } ?? text[close..<close]
            let isCollapsed = rest[..<end].isEmpty
            let label = isCollapsed ? words : rest[..<end]
            reportUndefined(
                label, isCollapsed: isCollapsed, from: open ?? close, to: end + 1, text, in: node)
        default: break
        }
    }

    /// `[words] (file.md)`, with a space that parts it.
    ///
    /// A number before an address of the web is that of a source.
    private mutating func reportSpacedLink(
        _ text: UnsafeBufferPointer<UInt8>, at close: Int, in node: Node
    ) {
        let start = close + 3
        guard start < text.count, text[close + 2] == UInt8(ascii: "("),
            maySearch(16 * Self.longestLink),
            let end = text[start...].prefix(Self.longestLink).firstIndex(of: UInt8(ascii: ")")),
            let open = text[max(0, close - Self.longestLink)..<close].lastIndex(
                of: UInt8(ascii: "["))
        else { return }
        let isImage = open > 0 && text[open - 1] == UInt8(ascii: "!")
        let words = text[(open + 1)..<close]
        let address = String(decoding: text[start..<end], as: UTF8.self)
        let shown = text[open..<(end + 1)]
        guard isImage || words.contains(where: { $0.isASCIILetter || $0 >= 0x80 }),
            !address.contains(where: \.isWhitespace), Self.looksLikeAddress(address),
            !isEscaped(shown, by: ["[", "]"], in: node)
        else { return }
        // A source may be named in brackets, and its address of the web behind it; `Node.js` is a name.
        let isSure =
            isImage || ["/", "#", "./", "../"].contains { address.hasPrefix($0) }
            || address.contains(/\.md($|#)/)
        report(
            "link.not-closed", isSure ? .error : .warning,
            "This is no \(isImage ? "image" : "link"): nothing may stand between ‘]’ and ‘(’.",
            at: place(of: shown, in: node))
    }

    private mutating func reportAddress(
        _ rest: Slice<UnsafeBufferPointer<UInt8>>, from open: Int?, _ close: Int,
        _ text: UnsafeBufferPointer<UInt8>, in node: Node
    ) {
        let start = open ?? close
        let end = rest.firstIndex(of: UInt8(ascii: ")"))
        // As it was typed.
        let address = String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self)
            .replacing("’", with: "'")
        var shown = text[start..<(end.map { $0 + 1 } ?? rest.endIndex)]
        guard Self.looksLikeAddress(address), !isEscaped(shown, by: ["[", "]"], in: node)
        else { return }
        let isImage = start > 0 && text[start - 1] == UInt8(ascii: "!")
        let reason: String
        if open == nil, end != nil, !address.contains(" ") {
            reason = "no ‘[’ begins its words in the same text"
        } else if end == nil || !address.contains(" ") {
            reason = "its address has no closing ‘)’"
        } else if address.contains(where: { "\"“”".contains($0) }) {
            reason = "behind the address stands more than a title in quotes"
            // Smart punctuation has changed the quotes.
            shown = shown.prefix { $0 > 0x20 }
        } else {
            reason = "write ‘<\(address)>’, since its address has spaces"
        }
        report(
            "link.not-closed", error: "This is no \(isImage ? "image" : "link"): \(reason).",
            at: place(of: shown, in: node))
    }

    /// Whether what stands between parentheses was meant as an address, and not as words: a path or an
    /// address of the web with spaces behind or in it.
    private static func looksLikeAddress(_ text: String) -> Bool {
        guard let first = text.first, !first.isWhitespace else { return false }
        if "/#<".contains(first) || text.hasPrefix("./") || text.hasPrefix("../") { return true }
        let words = text.split(separator: " ")
        guard let begin = words.first, let end = words.last else { return false }
        // A title may stand behind a file's name; "i.e." is none.
        return begin.contains("://")
            || [begin, end].contains { $0.contains(/\.[A-Za-z][A-Za-z0-9]{1,4}($|#)/) }
    }

    private mutating func reportUndefined(
        _ label: Slice<UnsafeBufferPointer<UInt8>>, isCollapsed: Bool, from start: Int, to end: Int,
        _ text: UnsafeBufferPointer<UInt8>, in node: Node
    ) {
        // Notes and citations are no links, and are judged elsewhere; `[1][2]` are numbers.
        guard let first = label.first, !"^@".utf8.contains(first),
            label.contains(where: { $0.isASCIILetter || $0 >= 0x80 }),
            !isEscaped(text[start..<end], by: ["[", "]"], in: node)
        else { return }
        let name = String(decoding: label, as: UTF8.self)
        let hint =
            diagnostics.count < 20
            ? Spelling.closest(to: name.lowercased(), in: definedLabels) : nil
        // Two brackets may be words: `[sic][my emphasis]`.
        report(
            "link.undefined-label", hint == nil && !isCollapsed ? .warning : .error,
            "No line of this page says where ‘[\(name)]’ leads: write ‘[\(name)]: address’ "
                + "on one of its own, or the address at once: ‘[words](address)’."
                + Spelling.hint(hint),
            at: place(of: text[start..<end], in: node))
    }

    /// The labels of the page's link reference definitions (CommonMark, "Link reference definitions").
    private var definedLabels: Set<String> {
        var labels: Set<String> = []
        var line = map.lineRange(around: map.body.lowerBound)
        while line.lowerBound < map.body.upperBound {
            let text = map.bytes[line].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
            if text.first == UInt8(ascii: "["), text.dropFirst().first != UInt8(ascii: "^"),
                let close = text.firstIndex(of: UInt8(ascii: "]")), close + 1 < text.endIndex,
                text[close + 1] == UInt8(ascii: ":")
            {
                let label = text[(text.startIndex + 1)..<close]
                labels.insert(String(decoding: label, as: UTF8.self).lowercased())
            }
            guard line.upperBound < map.body.upperBound else { break }
            line = map.lineRange(around: line.upperBound + 1)
        }
        return labels
    }

    // MARK: - Places

    /// Whether some signs of a text node are meant, as a backslash before them says.
    ///
    /// The parser has taken it away. What stands in the file as it is has none within; one before it, or one
    /// that parts it, makes it text.
    mutating func isEscaped(
        _ shown: Slice<UnsafeBufferPointer<UInt8>>, by signs: [String], in node: Node
    ) -> Bool {
        let block = blockRange(of: node)
        guard signs.contains(where: { find("\\" + $0, in: block) != nil }),
            maySearch(block.count)
        else { return false }
        return unescapedPlace(of: shown, in: block) == nil
    }

    /// Where a text first stands in a block without a backslash before it; what is equal to it in code is not meant.
    mutating func unescapedPlace(
        of shown: Slice<UnsafeBufferPointer<UInt8>>, in block: Range<Int>
    ) -> Range<Int>? {
        guard let first = shown.first else { return nil }
        var index = block.lowerBound
        while index < block.upperBound {
            let byte = map.bytes[index]
            if byte == first, map.bytes[index..<block.upperBound].starts(with: shown) {
                return index..<(index + shown.count)
            }
            index =
                byte == UInt8(ascii: "`")
                ? endOfCode(at: index, in: block) : index + (byte == UInt8(ascii: "\\") ? 2 : 1)
        }
        return nil
    }
}
