import Diagnostics

/// `[*see* @key]`: markup within the brackets of a citation, whose words are plain text.
///
/// The parser has taken the brackets apart. Without a word about it, the key would be cited as in a sentence, with
/// the brackets round it.
extension DocumentWriter {
    /// Bytes, and nodes, that the brackets may hold.
    private static let longestCitation = 2000
    private static let mostNodesOfCitation = 60

    mutating func reportCitationMarkup(
        _ text: UnsafeBufferPointer<UInt8>, at open: Int, in node: Node
    ) {
        // What is not closed here goes on to the end of the text.
        guard node.next != nil, text.count - open <= Self.longestCitation,
            text[open...].isOpenBracket, maySearch(Self.longestCitation),
            let plain = plainBrackets(text[open...], in: node)
        else { return }
        let citation = plain.withUnsafeBufferPointer { CitationParser.bracketed($0, at: 0) }
        guard let (citation, end) = citation, end == plain.count,
            let key = citation.items.first?.key,
            !isEscaped(citation, in: node, isBracketed: true),
            !isBracketEscaped(text[open...], in: node)
        else { return }
        let block = blockRange(of: node)
        let shown = String(decoding: plain, as: UTF8.self)
        report(
            "citation.markup",
            error:
                "Words in the brackets of a citation are plain text: write ‘\(shown)’, without emphasis and code. "
                + "Where brackets are meant round a sentence that cites, write ‘\\[’.",
            at: find("@" + key, in: block) ?? firstLine(ofBlockAround: node))
    }

    /// What stands between the brackets without its markup, as far as this is text with emphasis or code.
    private func plainBrackets(
        _ start: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> [UInt8]? {
        var plain = Array(start)
        var depth = start.reduce(0) { $0 + $1.bracketDepth }
        var next = node.next
        for _ in 0..<Self.mostNodesOfCitation {
            guard let node = next, plain.count <= Self.longestCitation else { return nil }
            switch node.kind {
            case .softBreak: plain.append(0x20)
            // What is a key in code is to be shown.
            case .code where node.literal.contains(UInt8(ascii: "@")): return nil
            case .emphasis, .strong, .code, .passage: plain += node.plainText(math).utf8
            case .text:
                for (index, byte) in node.literal.prefix(Self.longestCitation).enumerated() {
                    plain.append(byte)
                    depth += byte.bracketDepth
                    guard depth == 0 else { continue }
                    let isLink =
                        index + 1 < node.literal.count
                        && node.literal[index + 1] == UInt8(ascii: "(")
                    return isLink ? nil : plain
                }
            default: return nil
            }
            next = node.next
        }
        return nil
    }

    /// Whether a backslash stands before the bracket, which the parser has taken away.
    private mutating func isBracketEscaped(
        _ start: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Bool {
        if start.count > 1 { return isEscaped(start.prefix(40), by: ["["], in: node) }
        let block = blockRange(of: node)
        return ["\\[*", "\\[_", "\\[`", "\\[\n"].contains { find($0, in: block) != nil }
    }
}

extension UInt8 {
    fileprivate var bracketDepth: Int {
        self == UInt8(ascii: "[") ? 1 : self == UInt8(ascii: "]") ? -1 : 0
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether the bracket that begins a text is not closed in it.
    fileprivate var isOpenBracket: Bool {
        var depth = 0
        for byte in self {
            depth += byte.bracketDepth
            if depth == 0 { return false }
        }
        return true
    }
}
