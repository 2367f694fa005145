/// Citations in brackets that go over the end of a line: `[see @a;`, and `@b]` on the next.
///
/// To the parser, these are two texts with a break between. They are joined, with the line break in them, so that
/// all that reads a text has the whole citation before it, and lines can still be counted.

import Bytes

struct WrappedCitations {
    /// Bytes that brackets may hold, as within a line.
    private static let longest = 2000
    private static let mostLines = 40

    private let math: MathText?

    /// Joins the texts of a tree where a bracket with an `@` in it is open at the end of a line.
    static func join(in root: Node, _ math: MathText?) {
        var texts: [Node] = []
        root.forEachNode { node in
            if node.kind == .text, node.next?.kind == .softBreak,
                node.literal.contains(UInt8(ascii: "[")),
                openBracket(of: Array(node.literal), from: 0) != nil
            {
                texts.append(node)
            }
        }
        let citations = WrappedCitations(math: math)
        var joined: Set<Node> = []
        for text in texts where !joined.contains(text) { citations.join(from: text, &joined) }
    }

    private func join(from first: Node, _ joined: inout Set<Node>) {
        var text = Array(first.literal)
        var start = 0
        var last = first
        while let open = Self.openBracket(of: text, from: start),
            let rest = rest(of: text[open.place...], depth: open.depth, behind: first, last)
        {
            last = rest.last ?? last
            for node in rest {
                if node.kind == .softBreak {
                    text.append(0x0A)
                    start = text.count
                } else {
                    text += node.literal
                }
                node.unlink()
                joined.insert(node)
            }
        }
        if start > 0 { first.setLiteral(String(decoding: text, as: UTF8.self)) }
    }

    /// The first bracket that is not closed in a text, and how many are not.
    private static func openBracket(
        of text: [UInt8], from start: Int
    ) -> (place: Int, depth: Int)? {
        var open: [Int] = []
        for index in start..<text.count {
            switch text[index] {
            case UInt8(ascii: "["): open.append(index)
            case UInt8(ascii: "]"): _ = open.popLast()
            default: break
            }
        }
        return open.first.map { ($0, open.count) }
    }

    /// The breaks and texts behind a text up to the one that closes its bracket; `nil` where another node stands
    /// between, or nothing is cited.
    private func rest(
        of inner: ArraySlice<UInt8>, depth: Int, behind first: Node, _ last: Node
    ) -> [Node]? {
        var nodes: [Node] = []
        var (depth, length) = (depth, inner.count)
        var hasSign = inner.contains(UInt8(ascii: "@"))
        // The line that is joined last.
        var previous = last
        while let softBreak = first.next(behind: nodes.last), softBreak.kind == .softBreak,
            let text = softBreak.next, text.kind == .text, nodes.count < 2 * Self.mostLines,
            math?.isUnfinished(previous.literal) != true
        {
            nodes += [softBreak, text]
            previous = text
            length += text.literal.count
            guard length <= Self.longest else { return nil }
            for byte in text.literal {
                switch byte {
                case UInt8(ascii: "@"): hasSign = true
                case UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "]"): depth -= 1
                default: break
                }
                if depth == 0 { return hasSign ? nodes : nil }
            }
        }
        return nil
    }
}

extension Node {
    fileprivate func next(behind last: Node?) -> Node? { last == nil ? next : last?.next }
}
