import Bytes

/// `[Weltanschauung]{lang=de}` in the texts below one node.
struct BracketedPassages {
    private struct Passage {
        let open: Place
        let close: Place
        /// Behind the braces.
        let end: Int
        let tag: String
    }

    private struct Place {
        let node: Node
        let offset: Int
    }

    /// In the order of their ends: inner ones come before those around them.
    private var found: [Passage] = []

    /// Pairs the brackets: each that closes with the last that is open.
    ///
    /// - Parameters:
    ///   - parent: What the texts stand in.
    ///   - escaped: Tags in braces that are text.
    init(in parent: Node, _ escaped: Set<String>) {
        var opened: [Place] = []
        var child = parent.firstChild
        while let node = child {
            child = node.next
            guard node.kind == .text else { continue }
            Self.wrapLink(before: node, escaped)
            let text = node.literal
            var index = 0
            while index < text.count {
                let place = Place(node: node, offset: index)
                index += 1
                switch text[place.offset] {
                case UInt8(ascii: "["): opened.append(place)
                case UInt8(ascii: "]"):
                    guard let open = opened.popLast(), index < text.count,
                        let (tag, end) = Passages.attribute(in: text, at: index),
                        !escaped.contains(tag)
                    else { continue }
                    found.append(Passage(open: open, close: place, end: end, tag: tag))
                    index = end
                default: break
                }
            }
        }
    }

    /// A link's own brackets do: `[Sein und Zeit](work.md){lang=de}`.
    private static func wrapLink(before text: Node, _ escaped: Set<String>) {
        guard let link = text.previous, link.kind == .link,
            let (tag, end) = Passages.attribute(in: text.literal, at: 0), !escaped.contains(tag),
            let passage = Node.passage(tag)
        else { return }
        link.insertBehind(passage)
        passage.append(link)
        text.setLiteral(String(decoding: text.literal[end...], as: UTF8.self))
    }

    /// Makes a node of each, with what stands between its brackets below it.
    func mark() {
        var cuts: [Node: [Cut]] = [:]
        for (index, passage) in found.enumerated() {
            let (open, close) = (passage.open, passage.close)
            cuts[open.node, default: []].append(
                Cut(range: open.offset..<(open.offset + 1), passage: index, isOpening: true))
            cuts[close.node, default: []].append(
                Cut(range: close.offset..<passage.end, passage: index, isOpening: false))
        }
        var ends = Ends(repeating: (nil, nil), count: found.count)
        for (node, cuts) in cuts { split(node, at: cuts, &ends) }
        for case (let passage?, let end?) in ends {
            while let next = passage.next, next != end { passage.append(next) }
            end.unlink()
        }
    }

    /// What goes from a text, with a node in its place.
    private struct Cut {
        let range: Range<Int>
        let passage: Int
        let isOpening: Bool
    }

    private typealias Ends = [(passage: Node?, end: Node?)]

    /// Parts a text, all at once: a text may have thousands of brackets.
    private func split(_ node: Node, at cuts: [Cut], _ ends: inout Ends) {
        let text = Array(node.literal)
        var start = 0
        var last = node
        func insert(_ next: Node?) -> Node? {
            guard let next else { return nil }
            last.insertBehind(next)
            last = next
            return next
        }
        func insertText(upTo end: Int) {
            guard end > start else { return }
            _ = insert(Node.text(text[start..<end]))
        }
        for cut in cuts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            insertText(upTo: cut.range.lowerBound)
            if cut.isOpening {
                ends[cut.passage].passage = insert(Node.passage(found[cut.passage].tag))
            } else {
                ends[cut.passage].end = insert(Node.text([]))
            }
            start = cut.range.upperBound
        }
        insertText(upTo: text.count)
        node.unlink()
    }
}
