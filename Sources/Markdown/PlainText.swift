/// The text of nodes without their markup.

import Bytes

extension Node {
    /// The text below this node, with single spaces for line breaks and formulas as they are written.
    func plainText(_ math: MathText?) -> String {
        var bytes = OutputBuffer()
        var gaps: ArraySlice<TextGap> = []
        appendPlainText(to: &bytes, &gaps, math, depth: 0)
        return String(decoding: bytes)
    }

    /// The text of this node and its following siblings.
    ///
    /// A NUL stands for each of the gaps, which are in the order of the text.
    func plainTextToEnd(gaps: [TextGap] = [], _ math: MathText?) -> String {
        var bytes = OutputBuffer()
        var gaps = gaps[...]
        var current: Node? = self
        while let node = current {
            node.appendPlainText(to: &bytes, &gaps, math, depth: 0)
            current = node.next
        }
        return String(decoding: bytes)
    }

    /// The text of this node and its following siblings, up to one that is none of them.
    func plainText(upTo end: Node?, _ math: MathText?) -> String {
        var text = ""
        var current: Node? = self
        while let node = current, node != end {
            text += node.plainText(math)
            current = node.next
        }
        return text
    }

    private func appendPlainText(
        to bytes: inout OutputBuffer, _ gaps: inout ArraySlice<TextGap>, _ math: MathText?,
        depth: Int
    ) {
        guard depth <= DocumentWriter.maximumDepth else { return }
        switch kind {
        case .text where !gaps.isEmpty || math != nil: append(around: &gaps, math, to: &bytes)
        case .text, .code: bytes.append(contentsOf: literal)
        case .softBreak, .lineBreak: bytes.append(0x20)
        case .footnoteReference, .htmlInline, .htmlBlock: break
        case .document, .blockQuote, .list, .item, .codeBlock, .paragraph, .heading, .thematicBreak,
            .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell, .emphasis, .strong,
            .link, .image, .passage, .other:
            var child = firstChild
            while let node = child {
                node.appendPlainText(to: &bytes, &gaps, math, depth: depth + 1)
                child = node.next
            }
        }
    }

    private func append(
        around gaps: inout ArraySlice<TextGap>, _ math: MathText?, to bytes: inout OutputBuffer
    ) {
        let text = literal
        func append(_ range: Range<Int>) {
            if let math {
                math.append(text, in: range, as: .tex, to: &bytes)
            } else {
                bytes.append(contentsOf: text, in: range)
            }
        }
        var start = 0
        while let gap = gaps.first, gap.node == self {
            gaps.removeFirst()
            append(start..<gap.source.lowerBound)
            bytes.append(0)
            start = gap.source.upperBound
        }
        append(start..<text.count)
    }
}
