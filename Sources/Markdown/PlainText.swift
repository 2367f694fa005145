/// The text of nodes without their markup.

import Bytes

extension Node {
    /// The text below this node, with single spaces for line breaks.
    var plainText: String {
        var bytes = OutputBuffer()
        var gaps: ArraySlice<TextGap> = []
        appendPlainText(to: &bytes, &gaps, depth: 0)
        return String(decoding: bytes)
    }

    /// The text of this node and its following siblings.
    ///
    /// A NUL stands for each of the gaps, which are in the order of the text.
    func plainTextToEnd(gaps: [TextGap] = []) -> String {
        var bytes = OutputBuffer()
        var gaps = gaps[...]
        var current: Node? = self
        while let node = current {
            node.appendPlainText(to: &bytes, &gaps, depth: 0)
            current = node.next
        }
        return String(decoding: bytes)
    }

    private func appendPlainText(
        to bytes: inout OutputBuffer, _ gaps: inout ArraySlice<TextGap>, depth: Int
    ) {
        guard depth <= DocumentWriter.maximumDepth else { return }
        switch kind {
        case .text where !gaps.isEmpty: append(around: &gaps, to: &bytes)
        case .text, .code: bytes.append(contentsOf: literal)
        case .softBreak, .lineBreak: bytes.append(0x20)
        case .footnoteReference, .htmlInline, .htmlBlock: break
        case .document, .blockQuote, .list, .item, .codeBlock, .paragraph, .heading, .thematicBreak,
            .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell, .emphasis, .strong,
            .link, .image, .other:
            var child = firstChild
            while let node = child {
                node.appendPlainText(to: &bytes, &gaps, depth: depth + 1)
                child = node.next
            }
        }
    }

    private func append(around gaps: inout ArraySlice<TextGap>, to bytes: inout OutputBuffer) {
        let text = literal
        var start = 0
        while let gap = gaps.first, gap.node == self {
            gaps.removeFirst()
            bytes.append(contentsOf: text, in: start..<gap.source.lowerBound)
            bytes.append(0)
            start = gap.source.upperBound
        }
        bytes.append(contentsOf: text, in: start..<text.count)
    }
}
