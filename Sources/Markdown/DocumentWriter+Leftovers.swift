import Bytes
import Diagnostics
import Markup

/// Signs that were meant as markup and that the parser left in the text, where readers would see them.
///
/// Whoever means the signs themselves writes a backslash before them, as everywhere in Markdown.
extension DocumentWriter {
    // MARK: - Links

    /// Of the words and of the address, in bytes; what is longer was not written by hand.
    private static let longestLink = 1000

    /// `[words](my file.md)` and `[words][nowhere]`, from their `]`.
    mutating func reportLink(_ text: UnsafeBufferPointer<UInt8>, at close: Int, in node: Node) {
        guard close + 1 < text.count, "([".utf8.contains(text[close + 1]),
            maySearch(2 * Self.longestLink)
        else { return }
        let before = text[max(0, close - Self.longestLink)..<close]
        let open = before.lastIndex(of: UInt8(ascii: "["))
        // `a[i](x)` and `a[i][j]` are mathematics or code.
        if let open, open > 0, text[open - 1].isASCIILetterOrDigit { return }
        let rest = text[(close + 2)...].prefix(Self.longestLink)
        switch text[close + 1] {
        case UInt8(ascii: "("): reportAddress(rest, from: open ?? close, text, in: node)
        case UInt8(ascii: "["):
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return }
            let words = open.map { text[($0 + 1)..<close] } ?? text[close..<close]
            let label = rest[..<end].isEmpty ? words : rest[..<end]
            reportUndefined(label, from: open ?? close, to: end + 1, text, in: node)
        default: break
        }
    }

    private mutating func reportAddress(
        _ rest: Slice<UnsafeBufferPointer<UInt8>>, from start: Int,
        _ text: UnsafeBufferPointer<UInt8>, in node: Node
    ) {
        let end = rest.firstIndex(of: UInt8(ascii: ")"))
        let address = rest[..<(end ?? rest.endIndex)]
        guard let first = address.first, first > 0x20, address.looksLikeAddress,
            !hasBackslash(before: ["[", "]"], around: node)
        else { return }
        let isImage = start > 0 && text[start - 1] == UInt8(ascii: "!")
        var shown = text[start..<(end.map { $0 + 1 } ?? rest.endIndex)]
        let reason: String
        if end == nil || !address.contains(UInt8(ascii: " ")) {
            reason = "its address has no closing ‘)’"
        } else if address.contains(where: { $0 == UInt8(ascii: "\"") || $0 >= 0x80 }) {
            reason = "behind the address stands more than a title in quotes"
            // Smart punctuation has changed the quotes.
            shown = shown.prefix { $0 > 0x20 }
        } else {
            let path = String(decoding: address, as: UTF8.self)
            reason = "write ‘<\(path)>’, since its address has spaces"
        }
        report(
            "link.not-closed", error: "This is no \(isImage ? "image" : "link"): \(reason).",
            at: place(of: shown, in: node))
    }

    private mutating func reportUndefined(
        _ label: Slice<UnsafeBufferPointer<UInt8>>, from start: Int, to end: Int,
        _ text: UnsafeBufferPointer<UInt8>, in node: Node
    ) {
        // Notes and citations are no links, and are judged elsewhere; `[1][2]` are numbers.
        guard let first = label.first, !"^@".utf8.contains(first),
            label.contains(where: { $0.isASCIILetter || $0 >= 0x80 }),
            !hasBackslash(before: ["[", "]"], around: node)
        else { return }
        let name = String(decoding: label, as: UTF8.self)
        let hint = Spelling.closest(to: name.lowercased(), in: definedLabels)
        report(
            "link.undefined-label",
            error: "No line of this page says where ‘[\(name)]’ leads: write ‘[\(name)]: address’ "
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

    /// `**` that neither opens nor closes anything.
    ///
    /// Stars behind a number, in a table, or before a formula (`**p<0.05`) tell how sure a result is.
    mutating func reportStars(_ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node) {
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "*"),
            index == 0 || text[index - 1] != UInt8(ascii: "*")
        else { return }
        let end = text[index...].firstIndex { $0 != UInt8(ascii: "*") } ?? text.endIndex
        let after = text[end...]
        let opens =
            after.first.map(\.isLetter) == true && (index == 0 || text[index - 1] <= 0x20)
            && !after.prefix(12).contains { "0123456789<=>".utf8.contains($0) }
        let closes = index > 0 && text[index - 1].isLetter && end - index == 2
        guard opens || closes, !hasBackslash(before: ["*"], around: node),
            block(around: node).kind != .tableCell
        else { return }
        let context =
            opens ? text[index..<min(end + 12, text.count)] : text[max(0, index - 12)..<end]
        report(
            "emphasis.not-closed", .warning,
            "Readers will see ‘**’ here: bold text begins with ‘**’ before a word and ends with "
                + "‘**’ right behind one. For the signs themselves write ‘\\*\\*’.",
            at: place(of: context, in: node))
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
    /// A letter of ASCII, or a byte of any other character.
    fileprivate var isLetter: Bool { isASCIILetter || self >= 0x80 }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether there is a sign in it that addresses and paths have and prose between parentheses has not.
    fileprivate var looksLikeAddress: Bool {
        for (index, byte) in zip(indices, self) {
            if "/#<".utf8.contains(byte) { return true }
            let next = index + 1 < endIndex ? self[index + 1] : 0x20
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"), next > 0x20, next != 0x2E {
                return true
            }
        }
        return false
    }
}
