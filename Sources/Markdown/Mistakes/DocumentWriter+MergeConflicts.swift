import Bytes
import Diagnostics

/// What git leaves in a file where two people changed the same lines.
extension DocumentWriter {
    /// `<<<<<<< HEAD` at the beginning of a line, with the `>>>>>>>` that ends it, or what is left of the two; in code
    /// and in HTML it is an example.
    mutating func reportMergeConflict(in root: Node) {
        guard map.find("<<<<<<<", in: map.body) != nil || map.find(">>>>>>>", in: map.body) != nil
        else { return }
        var index = map.body.lowerBound
        var first: Range<Int>?
        var code: ArraySlice<Range<Int>>?
        while let mark = MergeConflict.mark(in: map.bytes, index..<map.body.upperBound) {
            let start = mark.line.lowerBound
            index = mark.line.upperBound
            let rest = (code ?? rangesOfCode(in: root)[...]).drop { $0.upperBound <= start }
            code = rest
            if let range = rest.first, range.contains(start) {
                index = max(index, range.upperBound)
                continue
            }
            guard mark.isFirst ? mark.isNamed : first != nil || isAlone(mark) else {
                if mark.isFirst { first = first ?? mark.line }
                continue
            }
            report("text.merge-conflict", error: MergeConflict.message, at: first ?? mark.line)
            return
        }
    }

    /// Whether a `>>>>>>>` is what is left of a conflict: as Markdown it is a quotation in six others, which would
    /// not begin and end with one line.
    private func isAlone(_ mark: MergeConflict.Mark) -> Bool {
        let sign = UInt8(ascii: ">")
        let next = map.bytes[mark.line.upperBound..<map.body.upperBound]
            .first { $0 != 0x0A && $0 != 0x0D }
        guard mark.isNamed, next != sign else { return false }
        let before = map.bytes[map.body.lowerBound..<mark.line.lowerBound]
            .lastIndex { $0 != 0x0A && $0 != 0x0D }
        return before.map { map.bytes[map.lineRange(around: $0)].first != sign } ?? true
    }

    /// Where blocks and spans of code and HTML stand, in order.
    private mutating func rangesOfCode(in root: Node) -> [Range<Int>] {
        var blocks: [(range: Range<Int>, isCode: Bool)] = []
        root.forEachNode { node in
            guard [.codeBlock, .htmlBlock, .paragraph].contains(node.kind), node.startLine > 0
            else { return }
            let start = map.start(ofLine: node.startLine)
            let end = map.end(ofLine: max(node.startLine, node.endLine))
            blocks.append((start..<max(start, end), node.kind != .paragraph))
        }
        return blocks.flatMap { $0.isCode ? [$0.range] : spansOfCode(in: $0.range) }
    }

    private mutating func spansOfCode(in block: Range<Int>) -> [Range<Int>] {
        let tick = UInt8(ascii: "`")
        var spans: [Range<Int>] = []
        var index = block.lowerBound
        while let start = map.bytes.firstIndex(of: tick, in: index..<block.upperBound) {
            if start > block.lowerBound, map.bytes[start - 1] == UInt8(ascii: "\\") {
                index = start + 1
                continue
            }
            index = endOfCode(at: start, in: block)
            spans.append(start..<index)
        }
        return spans
    }
}
