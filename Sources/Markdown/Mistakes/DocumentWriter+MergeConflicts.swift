import Diagnostics

/// What git leaves in a file where two people changed the same lines.
extension DocumentWriter {
    /// `<<<<<<< HEAD` at the beginning of a line, with the `>>>>>>>` that ends it; in code it is an example.
    mutating func reportMergeConflict(in root: Node) {
        var index = map.body.lowerBound
        while let found = map.find("<<<<<<< ", in: index..<map.body.upperBound) {
            index = found.upperBound
            let line = map.lineRange(around: found.lowerBound)
            guard line.lowerBound == found.lowerBound,
                map.find("\n>>>>>>> ", in: index..<map.body.upperBound) != nil
            else { continue }
            guard !isCode(line.lowerBound, in: root) else { continue }
            report(
                "text.merge-conflict",
                error:
                    "Two versions of the text stand here, as git has left them: keep one, and delete the lines of "
                    + "‘<<<<<<<’, ‘=======’ and ‘>>>>>>>’.", at: line)
            return
        }
    }

    private func isCode(_ offset: Int, in root: Node) -> Bool {
        var isCode = false
        root.forEachNode { node in
            guard !isCode, node.kind == .codeBlock, node.startLine > 0 else { return }
            isCode =
                (map.start(
                    ofLine: node.startLine)..<map.end(ofLine: max(node.startLine, node.endLine)))
                .contains(offset)
        }
        return isCode
    }
}
