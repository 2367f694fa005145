/// `{#id .class key="value"}` of Pandoc, as Quarto's texts have it behind headings, images, captions and words.

import Diagnostics
import Markup

/// What stands behind an image.
struct PandocImage {
    /// Whether it is alone in its paragraph: then its words are the caption.
    var isFigure = false
    var alt: String?
    /// In our form.
    var attributes: [String] = []
}

extension BodyTranslator {
    /// Attributes that stand where none are read as a part of something else.
    mutating func readPandocAttributes() -> Bool {
        guard isQuarto, has("{#") || has("{."), let (block, stop) = pandocBlock() else {
            return false
        }
        let whole = index..<stop
        let behind = output.last
        guard
            behind == UInt8(ascii: "]") || behind == UInt8(ascii: ")")
                || firstNonSpace(stop) >= lineEnd(stop)
        else { return false }
        let id = Self.id(of: block)
        nameLost(block, besides: [], at: whole)
        index = stop
        if behind == UInt8(ascii: "]") {
            output.removeLast()
            if let bracket = openingBracket() { output.remove(at: bracket) }
        } else if let id {
            write("{#\(id)}")
        } else {
            while output.last == 0x20 { output.removeLast() }
        }
        return true
    }

    /// The block behind an image whose address has just been read; `nil` in texts of others.
    mutating func readPandocImage(behind address: String) -> PandocImage? {
        guard isQuarto else { return nil }
        var image = PandocImage()
        if let (block, stop) = pandocBlock() {
            image.alt = block.values["fig-alt"] ?? block.values["alt"]
            image.attributes = [Self.id(of: block).map { "#" + $0 }, Self.width(block.values)]
                .compactMap(\.self)
            let measures = Self.width(block.values) == nil ? [] : Self.measures
            nameLost(block, besides: measures.union(["fig-alt", "alt"]), at: index..<stop)
            index = stop
        }
        let start = openingBracket().map { $0 - 1 } ?? 0
        let before = output[..<max(0, start)]
        // The first word ends the search: a line may be long.
        let sign = before.lastIndex { $0 == 0x0A || $0 > 0x20 }
        image.isFigure =
            (sign.map { before[$0] == 0x0A } ?? true) && firstNonSpace(index) >= lineEnd(index)
        return image
    }

    /// A block of attributes at the index, and where it ends.
    private func pandocBlock() -> (block: TagAttributes, end: Int)? {
        guard has("{"), !has("{{"), !has("{%"), !has("{="),
            let close = find("}", from: index, within: 1000),
            !bytes[index..<close].contains(0x0A)
        else { return nil }
        return (TagAttributes(text(index + 1..<close)), close + 1)
    }

    private static func id(of block: TagAttributes) -> String? {
        block.plain.first { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
            .flatMap { label($0, isQuarto: true) ?? Slug($0)?.rawValue }
    }

    private mutating func nameLost(
        _ block: TagAttributes, besides known: Set<String>, at range: Range<Int>
    ) {
        let lost =
            block.plain.filter { !$0.hasPrefix("#") }
            + Set(block.values.keys).subtracting(known).sorted()
        guard !lost.isEmpty, said.insert("attributes \(lost)").inserted else { return }
        log.note(
            "import.attributes-dropped",
            "Attributes were left out: \(lost.joined(separator: ", ")). This is the first place.",
            at: range)
    }
}
