/// The titles of images that are captions, read as texts.
///
/// To the parser, a title is plain text (CommonMark, "Links"), but a reader takes a caption for a text like
/// that of a table: it names a source, cites, holds a formula. So the titles that show any sign of markup
/// are parsed once more, all in one go, each as the content of a heading: the only block that is a single
/// line whatever it begins with. A page without such a title pays for a look at its images.
///
/// What is parsed is the title as it stands in the file, between its quotation marks: there a backslash is
/// still before the sign that it escapes, and formulas are still words.

import Bytes

struct FigureCaptions: ~Copyable {
    /// The caption of each image that has one with markup.
    private(set) var captions: [Node: FigureCaption] = [:]
    /// Whether the captions would take the parser too long.
    private(set) var isTooComplex = false
    /// What holds the captions, for what is done to a whole tree.
    private(set) var root: Node?
    private let tree: CMarkTree?

    /// Looks through the tree of a text, before formulas are put back where they are none.
    init(
        of root: Node, in map: SourceMap, _ text: UnsafeBufferPointer<UInt8>, _ math: MathText?,
        _ options: MarkdownParser.Options
    ) {
        guard map.find("![", in: map.body) != nil else {
            tree = nil
            return
        }
        let titles = Self.titles(below: root, in: map, math)
        guard !titles.isEmpty else {
            tree = nil
            return
        }
        let source = Self.source(of: titles, definitions: text)
        var parsed: CMarkTree?
        source.withUnsafeBufferPointer { source in
            guard ComplexityGuard.refusal(of: source, limits: options.limits) == nil else { return }
            parsed = CMarkTree(parsing: source, quotes: options.quotes)
        }
        let captionRoot = parsed?.root
        self.root = captionRoot
        isTooComplex = captionRoot == nil
        var heading = captionRoot?.firstChild
        for title in titles {
            while let other = heading, other.kind != .heading { heading = other.next }
            guard let text = heading else { break }
            captions[title.image] = FigureCaption(text: text, place: title.place)
            heading = text.next
        }
        tree = parsed
    }

    // MARK: - Titles

    private struct Title {
        let image: Node
        let text: [UInt8]
        let place: Range<Int>
    }

    /// The titles with markup of images that begin a paragraph: figures, and a few that will be none.
    private static func titles(below root: Node, in map: SourceMap, _ math: MathText?) -> [Title] {
        var titles: [Title] = []
        var stack = [root]
        while let node = stack.popLast() {
            if let next = node.next { stack.append(next) }
            switch node.kind {
            case .document, .blockQuote, .list, .item, .footnoteDefinition:
                if let child = node.firstChild { stack.append(child) }
            case .paragraph:
                guard let image = node.firstChild, image.kind == .image,
                    mayHoldMarkup(image.titleBytes)
                else { continue }
                titles.append(title(of: image, in: node, map, math))
            case .heading, .codeBlock, .htmlBlock, .thematicBreak, .table, .tableHeader, .tableRow,
                .tableCell, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
                .link, .image, .footnoteReference, .passage, .other:
                break
            }
        }
        return titles
    }

    private static func title(
        of image: Node, in paragraph: Node, _ map: SourceMap, _ math: MathText?
    ) -> Title {
        let whole = image.titleBytes
        if let place = place(ofTitle: image, in: paragraph, map) {
            let source = math?.masked(place) ?? Array(map.bytes[place])
            // Without an escape, nothing but its lines may part it from what the parser has read.
            let isExact =
                source.contains { [UInt8(ascii: "\\"), UInt8(ascii: "&")].contains($0) }
                || source.filter { $0 > 0x20 && $0 != UInt8(ascii: ">") }
                    == whole.filter { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            if isExact {
                let sign = map.bytes[place.upperBound]
                return Title(
                    image: image, text: inOneLine(unescaping(sign, in: source)), place: place)
            }
        }
        return Title(
            image: image, text: inOneLine(Array(whole)), place: map.firstLine(of: paragraph))
    }

    /// Where the title stands between its signs, of an image that nothing but attributes follows.
    private static func place(
        ofTitle image: Node, in paragraph: Node, _ map: SourceMap
    ) -> Range<Int>? {
        let start = map.start(ofLine: paragraph.startLine)
        let end = map.end(ofLine: max(paragraph.startLine, paragraph.endLine))
        guard start < end,
            let last = map.bytes[start..<end].lastIndex(of: UInt8(ascii: ")")),
            let close = map.bytes[start..<last].lastIndex(where: { $0 > 0x20 })
        else { return nil }
        let open: UInt8
        switch map.bytes[close] {
        case UInt8(ascii: ")"): open = UInt8(ascii: "(")
        case UInt8(ascii: "\""), UInt8(ascii: "'"): open = map.bytes[close]
        default: return nil
        }
        // A title holds none of its own signs but behind a backslash.
        var index = close - 1
        while index > start {
            if map.bytes[index] == open {
                let slashes = map.bytes[start..<index].reversed().prefix {
                    $0 == UInt8(ascii: "\\")
                }
                if slashes.count.isMultiple(of: 2) { return index + 1..<close }
            }
            index -= 1
        }
        return nil
    }

    /// Takes the backslash from the sign that would end the title: within, it is a sign as others.
    private static func unescaping(_ sign: UInt8, in title: [UInt8]) -> [UInt8] {
        let backslash = UInt8(ascii: "\\")
        guard sign != UInt8(ascii: ")"), title.contains(backslash) else { return title }
        var text: [UInt8] = []
        var index = 0
        while index < title.count {
            if title[index] == backslash, index + 1 < title.count {
                if title[index + 1] != sign { text.append(backslash) }
                index += 1
            }
            text.append(title[index])
            index += 1
        }
        return text
    }

    /// A line break, and what stands before the text of the next line, is a space.
    private static func inOneLine(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
        var line: [UInt8] = []
        var isAtStart = false
        for byte in text {
            if byte == 0x0A || byte == 0x0D {
                if !isAtStart { line.append(0x20) }
                isAtStart = true
            } else if !isAtStart || byte > 0x20 && byte != UInt8(ascii: ">") {
                isAtStart = false
                line.append(byte)
            }
        }
        return line
    }

    // MARK: - Source

    /// The captions as the headings of a text of their own, behind the addresses that the page gives to labels.
    private static func source(
        of titles: [Title], definitions text: UnsafeBufferPointer<UInt8>
    ) -> [UInt8] {
        var source: [UInt8] = []
        if titles.contains(where: { $0.text.contains(UInt8(ascii: "[")) }) {
            var index = 0
            while index < text.count {
                let end = text.firstIndex(of: 0x0A, in: index..<text.count) ?? text.count
                if isDefinition(text[index..<end]) { source += text[index..<end] + [0x0A, 0x0A] }
                index = end + 1
            }
        }
        for title in titles {
            source += "# ".utf8
            source += title.text
            // So that a `#` at the end is one.
            source += " #\n\n".utf8
        }
        return source
    }

    /// `[label]: address` on a line.
    private static func isDefinition(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^"),
            let close = line.firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex
        else { return false }
        return line[close + 1] == UInt8(ascii: ":")
    }

    /// Bytes that may be markup, begin an address, or become another character.
    private static let signs: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in 0..<0x20 { table[byte] = true }
        table[0x7F] = true
        for byte in "*_`[]<&\\~@!\"'".utf8 { table[Int(byte)] = true }
        return table
    }()

    private static func mayHoldMarkup(_ title: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in title.enumerated() {
            if signs[Int(byte)] { return true }
            guard index + 1 < title.count else { break }
            switch (byte, title[index + 1]) {
            case (UInt8(ascii: "-"), UInt8(ascii: "-")), (UInt8(ascii: "."), UInt8(ascii: ".")),
                (UInt8(ascii: ":"), UInt8(ascii: "/")), (UInt8(ascii: "w"), UInt8(ascii: "w")),
                (UInt8(ascii: "{"), UInt8(ascii: "l")):
                return true
            default: break
            }
        }
        return false
    }
}

/// The title of an image as a text.
struct FigureCaption {
    /// Its inlines are the caption's.
    let text: Node
    /// Where the title stands in the file; the first line of its paragraph where it cannot be found.
    let place: Range<Int>
}
