/// The text of nodes without their markup.

import Bytes

extension Node {
    /// The text below this node, with single spaces for line breaks.
    var plainText: String {
        var bytes = OutputBuffer()
        appendPlainText(to: &bytes, depth: 0)
        return String(decoding: bytes)
    }

    /// The text of this node and its following siblings.
    func plainTextToEnd() -> String {
        var bytes = OutputBuffer()
        var current: Node? = self
        while let node = current {
            node.appendPlainText(to: &bytes, depth: 0)
            current = node.next
        }
        return String(decoding: bytes)
    }

    private func appendPlainText(to bytes: inout OutputBuffer, depth: Int) {
        guard depth <= DocumentWriter.maximumDepth else { return }
        switch kind {
        case .text, .code: bytes.append(contentsOf: literal)
        case .softBreak, .lineBreak: bytes.append(0x20)
        case .footnoteReference, .htmlInline, .htmlBlock: break
        case .document, .blockQuote, .list, .item, .codeBlock, .paragraph, .heading, .thematicBreak,
            .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell, .emphasis, .strong,
            .link, .image, .other:
            var child = firstChild
            while let node = child {
                node.appendPlainText(to: &bytes, depth: depth + 1)
                child = node.next
            }
        }
    }
}
