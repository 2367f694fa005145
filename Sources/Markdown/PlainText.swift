/// The text of nodes without their markup.

extension Node {
    /// The text below this node, with single spaces for line breaks.
    var plainText: String {
        var bytes: [UInt8] = []
        appendPlainText(to: &bytes, depth: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of this node and its following siblings.
    func plainTextToEnd() -> String {
        var bytes: [UInt8] = []
        var current: Node? = self
        while let node = current {
            node.appendPlainText(to: &bytes, depth: 0)
            current = node.next
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendPlainText(to bytes: inout [UInt8], depth: Int) {
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
