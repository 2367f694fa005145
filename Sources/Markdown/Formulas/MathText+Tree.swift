import Bytes

extension MathText {
    /// Puts the source back where a word has come to stand in code, HTML or an address.
    ///
    /// A formula of which one line stands there is none, on its other lines, too.
    mutating func restore(in root: Node) {
        var torn: Set<Int> = []
        // A definition may serve thousands of links, each of which has its address.
        var budget = 1 << 20 + 4 * body.count
        func restored(_ text: String) -> String? {
            guard text.contains(byte: mark) else { return nil }
            guard budget > 0 else { return "" }
            let text = self.restored(text, as: .source)
            budget -= text.utf8.count
            return text
        }
        func restoreLiteral(of node: Node) {
            let text = node.literal
            guard text.firstIndex(of: mark, in: text.indices) != nil else { return }
            forEachWord(of: text) { _, number in torn.insert(owner(of: number)) }
            node.setLiteral(self.restored(String(decoding: text, as: UTF8.self), as: .source))
        }
        root.forEachNode { node in
            switch node.kind {
            case .code, .htmlInline, .htmlBlock: restoreLiteral(of: node)
            case .codeBlock:
                restoreLiteral(of: node)
                if let info = restored(node.info) { node.setInfo(info) }
            case .link, .image:
                if let url = restored(node.url) { node.setURL(url) }
                if let title = restored(node.title) { node.setTitle(title) }
            case .document, .blockQuote, .list, .item, .paragraph, .heading, .thematicBreak,
                .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell, .text, .softBreak,
                .lineBreak, .emphasis, .strong, .footnoteReference, .passage, .other:
                break
            }
        }
        tornFormulas.formUnion(torn)
    }

    /// The formulas of a paragraph that consists of nothing else but display formulas.
    func displayFormulas(of paragraph: Node) -> [Formula]? {
        var found: [Formula] = []
        var child = paragraph.firstChild
        while let node = child {
            child = node.next
            guard node.kind != .softBreak else { continue }
            guard node.kind == .text else { return nil }
            let text = node.literal
            var index = 0
            while index < text.count {
                if text[index] == 0x20 {
                    index += 1
                    continue
                }
                guard let (number, end) = segment(in: text, at: index) else { return nil }
                index = end
                switch part(at: number) {
                case nil: continue
                case .formula(let formula) where formula.kind == .display: found.append(formula)
                case .formula, .text: return nil
                }
            }
        }
        return found.isEmpty ? nil : found
    }
}
