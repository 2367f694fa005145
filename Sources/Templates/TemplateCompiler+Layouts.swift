/// Inheritance: a template that fills the blocks of a layout.

import Diagnostics

extension TemplateCompiler {
    mutating func compile(parent name: String, _ nodes: [TemplateNode], at bytes: ByteRange) {
        guard let (file, template) = library.template(name, from: path) else {
            reportMissing(name, what: "layout", at: bytes)
            return
        }
        guard !inclusions.contains(where: { $0.name == file }) else {
            report(
                "template.endless-recursion", "‘\(file)’ is its own layout: it would never end.",
                at: bytes)
            return
        }
        let outerOverrides = overrides
        var given: [(name: String, bytes: ByteRange)] = []
        for node in nodes {
            // Only blocks count between the tags of a layout (Mustache's inheritance).
            guard case .block(let block, let body) = node.kind else {
                reportOutside(node, of: file)
                continue
            }
            given.append((block, node.bytes))
            if overrides[block] == nil { overrides[block] = Override(nodes: body, path: path) }
        }
        let outerBlocks = declaredBlocks
        declaredBlocks = []
        include(file, template, tag: bytes) { compiler in compiler.compile(template.nodes) }
        let known = declaredBlocks
        for block in given where !known.contains(block.name) {
            let hint = Spelling.closest(to: block.name, in: known.sorted())
            report(
                "template.unknown-block",
                "‘\(file)’ has no block ‘\(block.name)’.\(Spelling.hint(hint))", at: block.bytes)
        }
        declaredBlocks = outerBlocks.union(known)
        overrides = outerOverrides
    }

    private mutating func reportOutside(_ node: TemplateNode, of layout: String) {
        if case .text(let text) = node.kind, text.allSatisfy({ $0 <= 0x20 }) { return }
        report(
            "template.outside-blocks",
            "This stands outside of the blocks of ‘\(layout)’, and no page shows it: move it into one of them.",
            at: node.bytes, severity: .warning)
    }

    mutating func reportMissing(_ name: String, what: String, at bytes: ByteRange) {
        let sameName = library.names.first {
            $0.hasSuffix("/" + name) || $0.hasSuffix("/\(name).html")
        }
        let hint =
            sameName.map { $0.hasSuffix(".html") ? String($0.dropLast(".html".count)) : $0 }
            ?? Spelling.closest(to: name, in: library.names)
        let ending = path.split(separator: ".").last.map { "." + $0 } ?? ""
        let file = name.hasSuffix(ending) ? name : name + ending
        report(
            "template.missing",
            "There is no \(what) ‘\(name)’: it would be the file ‘templates/\(file)’.\(Spelling.hint(hint))",
            at: bytes)
    }
}
