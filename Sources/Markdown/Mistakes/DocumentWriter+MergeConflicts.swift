import Diagnostics

/// What git leaves in a file where two people changed the same lines.
extension DocumentWriter {
    /// `<<<<<<< HEAD` at the beginning of a line, with the `>>>>>>>` that ends it; in code and in HTML it is an example.
    mutating func reportMergeConflict(in root: Node) {
        var index = map.body.lowerBound
        /// Where the next one ends; it is looked for once.
        var end = index - 1
        var blocksOfCode: ArraySlice<Range<Int>>?
        while let found = map.find("<<<<<<< ", in: index..<map.body.upperBound) {
            index = found.upperBound
            let start = found.lowerBound
            guard start == map.body.lowerBound || [0x0A, 0x0D].contains(map.bytes[start - 1]) else {
                continue
            }
            if end < index {
                // Where nothing ends this one, nothing ends another.
                guard let next = map.find("\n>>>>>>> ", in: index..<map.body.upperBound) else {
                    return
                }
                end = next.lowerBound
            }
            var rest = blocksOfCode ?? blocks(ofCodeIn: root)[...]
            rest = rest.drop { $0.upperBound <= start }
            blocksOfCode = rest
            if let block = rest.first, block.contains(start) {
                index = max(index, block.upperBound)
                continue
            }
            report(
                "text.merge-conflict",
                error:
                    "Two versions of the text stand here, as git has left them: keep one, and delete the lines of "
                    + "‘<<<<<<<’, ‘=======’ and ‘>>>>>>>’.",
                at: map.lineRange(around: start))
            return
        }
    }

    /// Where they stand, in order.
    private func blocks(ofCodeIn root: Node) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        root.forEachNode { node in
            guard node.kind == .codeBlock || node.kind == .htmlBlock, node.startLine > 0 else {
                return
            }
            let start = map.start(ofLine: node.startLine)
            blocks.append(start..<max(start, map.end(ofLine: max(node.startLine, node.endLine))))
        }
        return blocks
    }
}
