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
        guard close + 1 < text.count, "([".utf8.contains(text[close + 1]),
            maySearch(16 * Self.longestLink)
        else { return }
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
        case UInt8(ascii: "("): reportAddress(rest, from: open ?? close, text, in: node)
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

    private mutating func reportAddress(
        _ rest: Slice<UnsafeBufferPointer<UInt8>>, from start: Int,
        _ text: UnsafeBufferPointer<UInt8>, in node: Node
    ) {
        let end = rest.firstIndex(of: UInt8(ascii: ")"))
        // As it was typed.
        let address = String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self)
            .replacing("’", with: "'")
        guard Self.looksLikeAddress(address), !hasBackslash(before: ["[", "]"], around: node)
        else { return }
        let isImage = start > 0 && text[start - 1] == UInt8(ascii: "!")
        var shown = text[start..<(end.map { $0 + 1 } ?? rest.endIndex)]
        let reason: String
        if end == nil || !address.contains(" ") {
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
            !hasBackslash(before: ["[", "]"], around: node)
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

    // MARK: - Emphasis, headings, subscripts

    /// `**` before a word that no other `**` follows.
    ///
    /// Stars behind a word or a number, in a table, or before a formula (`**p<0.05`) tell how sure a result
    /// is.
    mutating func reportStars(_ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node) {
        let end = index + 2
        guard end < text.count, text[index + 1] == UInt8(ascii: "*"), text[end].isLetter,
            index == 0 || text[index - 1] <= 0x20,
            !text[end...].prefix(60).contains(where: { "0123456789<=>".utf8.contains($0) }),
            !hasBackslash(before: ["*"], around: node), block(around: node).kind != .tableCell
        else { return }
        report(
            "emphasis.not-closed", .warning,
            "Readers will see ‘**’ here: bold text ends with ‘**’ right behind a word. For the "
                + "signs themselves write ‘\\*\\*’.",
            at: place(of: text[index..<min(end + 12, text.count)], in: node))
    }

    /// `##Heading` at the beginning of a line.
    mutating func reportHashes(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        let hashes = text.prefix { $0 == UInt8(ascii: "#") }
        guard (2...6).contains(hashes.count), hashes.endIndex < text.count,
            text[hashes.endIndex].isLetter, node.parent?.kind == .paragraph,
            node.previous == nil || node.previous?.kind == .softBreak,
            !hasBackslash(before: ["#"], around: node)
        else { return }
        let signs = String(decoding: hashes, as: UTF8.self)
        report(
            "heading.no-space",
            error: "This is no heading: write a space behind ‘\(signs)’.",
            at: place(of: text[..<min(hashes.endIndex + 12, text.count)], in: node))
    }

    /// `H~2~O`: one tilde strikes out, as two do (GFM, "Strikethrough").
    mutating func reportTilde(_ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node) {
        guard index > 0, text[index - 1].isASCIILetterOrDigit else { return }
        report(
            "strikethrough.in-word", .warning,
            "This strikes text out, within a word: ‘~’ is no subscript. Write a character such as "
                + "‘₂’, or ‘~~’ where the text is to be struck.",
            at: place(of: text[(index - 1)..<min(index + 2, text.count)], in: node))
    }

    // MARK: - Places

    /// Whether a sign is written with a backslash anywhere in the block: then signs in it may be meant.
    private mutating func hasBackslash(before signs: [String], around node: Node) -> Bool {
        let block = blockRange(of: node)
        return signs.contains { find("\\" + $0, in: block) != nil }
    }
}

extension UInt8 {
    /// A letter of ASCII, or the first byte of another character; most signs begin with 0xE2.
    fileprivate var isLetter: Bool { isASCIILetter || self >= 0xC3 && self != 0xE2 }
}
