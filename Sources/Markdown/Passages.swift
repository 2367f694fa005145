/// Passages in another language than the page: `[Weltanschauung]{lang=de}`, and `{lang=de}` at the end of a paragraph,
/// a quotation, a heading or the caption of a figure.
///
/// They become nodes of their own before anything is made of the tree, so that whatever reads a text (the address of a
/// heading, a summary, quotation marks) finds words there, and no braces. Brackets with attributes are Pandoc's.

import Bytes
import Markup

enum Passages {
    private static let open = Array("{lang=".utf8)
    private static let name = Array("lang=".utf8)

    static func mayStand(in source: UnsafeBufferPointer<UInt8>) -> Bool {
        name.withUnsafeBufferPointer { source.firstRange(of: $0, in: source.indices) } != nil
    }

    /// - Parameters:
    ///   - root: A tree, whose texts are changed.
    ///   - source: What it was made from, for the backslashes that are gone.
    static func mark(in root: Node, _ source: UnsafeBufferPointer<UInt8>) {
        var escapes = EscapedAttributes(source)
        var parents: [Node] = []
        root.forEachNode { node in
            guard node.kind == .text, mayStand(in: node.literal), let parent = node.parent,
                parents.last != parent
            else { return }
            parents.append(parent)
        }
        for parent in parents {
            let escaped = escapes.tags(in: parent)
            if parent.kind == .paragraph { markWhole(parent, escaped) }
            BracketedPassages(in: parent, escaped).mark()
            if parent.kind == .heading { markWords(of: parent, escaped) }
        }
    }

    // MARK: - Braces

    /// `{lang=de}` at a place, whose tag may stand in quotation marks.
    static func attribute(
        in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (tag: String, end: Int)? {
        guard text[start...].starts(with: open) else { return nil }
        let value = text[(start + open.count)...].prefix(longestTag)
            .prefix { $0 > 0x20 && $0 != UInt8(ascii: "}") }
        guard value.endIndex < text.count, text[value.endIndex] == UInt8(ascii: "}") else {
            return nil
        }
        // Smart punctuation has changed straight ones.
        let tag = String(decoding: value, as: UTF8.self).filter { !"\"“”".contains($0) }
        return tag.isEmpty ? nil : (tag, value.endIndex + 1)
    }

    /// The same among the attributes of a heading, `{#anchor lang=de}`, and the braces without it.
    private static func attribute(
        amongOthersIn text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (tag: String, rest: String)? {
        guard text.last == UInt8(ascii: "}") else { return nil }
        var parts = text[(start + 1)..<(text.count - 1)].split(separator: 0x20)
        guard let index = parts.firstIndex(where: { $0.starts(with: name) }) else { return nil }
        let pair = Array(open.prefix(1) + parts.remove(at: index) + "}".utf8)
        guard
            let (tag, end) = pair.withUnsafeBufferPointer({ attribute(in: $0, at: 0) }),
            end == pair.count,
            parts.allSatisfy({ $0.first.map("#.-".utf8.contains) ?? false })
        else { return nil }
        let rest = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        return (tag, rest.isEmpty ? "" : "{\(rest)}")
    }

    private static let longestTag = 60

    // MARK: - Headings and captions

    /// Takes the braces at the end of a heading, which are for its words: a number before them is the page's.
    private static func markWords(of heading: Node, _ escaped: Set<String>) {
        guard let last = heading.lastChild, last.kind == .text,
            let start = last.literal.lastIndex(of: UInt8(ascii: "{")), start > 0,
            last.literal[start - 1] == 0x20, start > 1 || last.previous != nil,
            let (tag, rest) = attribute(amongOthersIn: last.literal, at: start),
            !escaped.contains(tag), let passage = Node.passage(tag)
        else { return }
        last.setLiteral(
            String(String(decoding: last.literal[..<start], as: UTF8.self).trimmingEnd))
        heading.append(passage)
        while let child = heading.firstChild, child != passage { passage.append(child) }
        if !rest.isEmpty, let text = Node.text(Array((" " + rest).utf8)) {
            passage.insertBehind(text)
        }
    }

    // MARK: - Paragraphs and quotations

    /// Takes the braces at the end of a paragraph: at the end of a quotation, they are for all of it.
    private static func markWhole(_ paragraph: Node, _ escaped: Set<String>) {
        guard let last = paragraph.lastChild, last.kind == .text,
            let start = last.literal.lastIndex(of: UInt8(ascii: "{")),
            start == 0 ? last.previous?.isLineBreak != false : last.literal[start - 1] == 0x20,
            let (tag, end) = attribute(in: last.literal, at: start), end == last.literal.count,
            !escaped.contains(tag), mayBeWhole(paragraph)
        else { return }
        let owner = paragraph.quotationThatEnds ?? paragraph
        let isAlone = start == 0 && last.previous == nil
        // Of a paragraph that has nothing else, somebody has to have the language.
        guard !isAlone || owner != paragraph && paragraph.previous != nil, owner.language == nil
        else { return }
        owner.setLanguage(tag)
        guard !isAlone else {
            paragraph.unlink()
            return
        }
        last.setLiteral(
            String(String(decoding: last.literal[..<start], as: UTF8.self).trimmingEnd))
        if start == 0 {
            last.previous?.unlink()
            last.unlink()
        }
    }

    /// Not captions, definitions and figures, which are no paragraphs in the end.
    private static func mayBeWhole(_ paragraph: Node) -> Bool {
        var child = paragraph.firstChild
        if child?.kind == .image, child?.next == paragraph.lastChild { return false }
        var isLineStart = true
        while let node = child {
            if isLineStart, node.kind == .text, node.literal.first == UInt8(ascii: ":") {
                return false
            }
            isLineStart = node.isLineBreak
            child = node.next
        }
        return true
    }
}

extension Node {
    /// The quotation whose last paragraph this is; a callout is none.
    fileprivate var quotationThatEnds: Node? {
        guard next == nil, let quote = parent, quote.kind == .blockQuote,
            quote.firstChild?.firstChild?.literal.starts(with: "[!".utf8) != true
        else { return nil }
        return quote
    }
}

/// Backslashes before braces, which the parser has taken away: these are text.
private struct EscapedAttributes {
    /// `nil` where there is none, as nearly everywhere.
    private let map: SourceMap?
    /// What was found in the last block.
    private var last: (block: Node, tags: Set<String>)?

    private static let sign = Array("\\{lang=".utf8)

    init(_ source: UnsafeBufferPointer<UInt8>) {
        let hasEscapes =
            Self.sign.withUnsafeBufferPointer { source.firstRange(of: $0, in: source.indices) }
            != nil
        map = hasEscapes ? SourceMap(bytes: source, body: source.indices) : nil
    }

    /// Tags in such braces in the block around the texts below a node.
    mutating func tags(in parent: Node) -> Set<String> {
        guard let map else { return [] }
        var block = parent
        while ![.paragraph, .heading, .tableCell].contains(block.kind), let outer = block.parent {
            block = outer
        }
        if let last, last.block == block { return last.tags }
        var tags: Set<String> = []
        var start = map.start(ofLine: block.startLine)
        let end = map.end(ofLine: max(block.startLine, block.endLine))
        while start < end,
            let found = Self.sign.withUnsafeBufferPointer({
                map.bytes.firstRange(of: $0, in: start..<end)
            })
        {
            start = found.upperBound
            if let (tag, _) = Passages.attribute(in: map.bytes, at: found.lowerBound + 1) {
                tags.insert(tag)
            }
        }
        last = (block, tags)
        return tags
    }
}
