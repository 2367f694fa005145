import Bytes
import Diagnostics
import Markup

/// The attributes behind images: `![Growth](growth.png){#fig:growth width=50%}`.
///
/// They are taken out of the tree before anything is made of it: whatever is read from the text around an
/// image (what is struck through, the address of a heading, the summary) is read without them.
extension DocumentWriter {
    mutating func takeImageAttributes(from root: Node) {
        guard let image = map.find("![", in: map.body),
            map.find("{", in: image.upperBound..<map.body.upperBound) != nil
        else { return }
        var images: [Node] = []
        root.forEachNode { if $0.kind == .image { images.append($0) } }
        for image in images { takeAttributes(behind: image) }
    }

    /// Behind one image: each costs a look at what follows it.
    private static let mostBlocks = 4

    /// Takes all blocks that follow an image: `{#fig:a}{width=50%}` says what `{#fig:a width=50%}` does.
    private mutating func takeAttributes(behind image: Node) {
        guard let after = image.next, after.kind == .text, after.literal.beginsWithBrace else {
            reportApart(from: image)
            return
        }
        let isAlone = image.previous == nil && image.parent?.kind == .paragraph
        let isEnd = after.next == nil || after.next?.kind == .softBreak
        var rest = String(decoding: after.literal, as: UTF8.self)
        var block: AttributeBlock?
        var count = 0
        while count < Self.mostBlocks,
            let (next, behind) = AttributeBlock.leading(rest, behindImage: true)
        {
            let braces = rest.dropLast(behind.count)
            let isAdjacent = braces.first == "{"
            let endsParagraph =
                isAlone && after.next == nil
                && (behind.allSatisfy(\.isWhitespace) || behind.trimmingEnd.hasSuffix("}"))
            guard isAdjacent || next.width != nil || endsParagraph,
                // The id of a heading or a term may stand behind an image in it.
                !(isEnd && next.namesPlace && isNamedByItsEnd(image)),
                !isEscaped(String(braces), behind: image)
            else { break }
            block = block.map { $0.merging(next) } ?? next
            rest = behind
            count += 1
        }
        if let block {
            imageAttributes[image] = block
            after.setLiteral(rest)
        }
        reportMeantAsWidth(rest, behind: image)
    }

    /// Whether a block at the end of the text that an image stands in belongs to the whole.
    private func isNamedByItsEnd(_ image: Node) -> Bool {
        let block = block(around: image)
        return block.kind == .heading || definitions(below: block) != nil
    }

    /// Of a brace that is meant as text, the parser has taken the backslash away.
    private mutating func isEscaped(_ braces: String, behind image: Node) -> Bool {
        find("\\" + braces.drop { $0 == " " }, in: blockRange(of: image)) != nil
    }

    // MARK: - What is left

    /// `{50%}` and `{width:50%}`.
    private mutating func reportMeantAsWidth(_ rest: String, behind image: Node) {
        let text = rest.drop { $0 == " " }
        guard text.first == "{", let close = text.prefix(60).firstIndex(of: "}") else { return }
        let braces = String(text[...close])
        let inner = braces.dropFirst().dropLast().filter { !$0.isWhitespace }
        guard
            let match = inner.wholeMatch(
                of: /:?(?:[Ww]idth|w)?[:=]?(?<number>[0-9.]+(?:%|px)?);?/),
            // `{1}` may be anything.
            inner.utf8.count > 1,
            !isEscaped(braces, behind: image)
        else { return }
        let number = String(match.number)
        let isRight = (try? ImageWidth(reading: number)) != nil
        let pixels = number.hasSuffix("px") ? String(number.dropLast(2)) : "50%"
        report(
            "image.width",
            error: "‘\(braces)’ is no width: write ‘{width=\(isRight ? number : pixels)}’.",
            at: place(ofBraces: braces, behind: image))
    }

    /// Attributes on the line below an image, or behind a link around it, are nobody's.
    private mutating func reportApart(from image: Node) {
        let isLinked = image.next == nil && image.parent?.kind == .link
        let node: Node? = isLinked ? image.parent?.next : image.next?.next
        guard isLinked || image.next?.kind == .softBreak, let node, node.kind == .text,
            node.literal.first == UInt8(ascii: "{")
        else { return }
        let text = String(decoding: node.literal, as: UTF8.self)
        guard let (_, rest) = AttributeBlock.leading(text, behindImage: true),
            isLinked || rest.allSatisfy(\.isWhitespace)
        else { return }
        let braces = String(text.dropLast(rest.count))
        guard !isEscaped(braces, behind: image) else { return }
        node.setLiteral(rest)
        report(
            "attributes.malformed",
            error: isLinked
                ? "‘\(braces)’ stands behind the link around an image: write it right behind the image, "
                    + "‘[![…](…)\(braces)](…)’."
                : "‘\(braces)’ stands below its image: write it right behind the image, on the same line.",
            at: place(ofBraces: braces, behind: image))
    }

    private mutating func place(ofBraces braces: String, behind image: Node) -> Range<Int> {
        find(braces, in: blockRange(of: image)) ?? firstLine(ofBlockAround: image)
    }
}

extension AttributeBlock {
    /// Whether it gives something an address.
    fileprivate var namesPlace: Bool { id != nil || !formerIDs.isEmpty }

    /// Both in one.
    fileprivate func merging(_ next: AttributeBlock) -> AttributeBlock {
        var both = self
        both.classes += next.classes
        both.mistake = mistake ?? next.mistake
        if let id = next.id {
            if both.id == nil { both.id = id } else { both.mistake = both.mistake ?? "#" + id }
        }
        if let width = next.width {
            if both.width == nil {
                both.width = width
            } else {
                both.mistake = both.mistake ?? "width=" + width
            }
        }
        return both
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var beginsWithBrace: Bool {
        first { $0 != 0x20 } == UInt8(ascii: "{")
    }
}
