import Diagnostics
import Markup

/// Fences of code that nothing closes.
extension DocumentWriter {
    /// A fence that nothing closes makes code of all that follows.
    ///
    /// The library does not tell, but where the block ends: at the closing fence, else at the last line
    /// of the text or behind that of the list or quotation around it.
    mutating func checkFence(of node: Node) {
        // Behind one that was lost, each that opens was meant to close, and the other way round.
        guard let fence = node.fence, !hasLostFence else { return }
        let line = node.endLine
        let isClosed = line > node.startLine && isFence(line, fence)
        let signs = String(
            repeating: Character(UnicodeScalar(fence.sign)), count: fence.length)
        if isClosed {
            guard isOutside(line, ofItemAround: node) else { return }
            hasLostFence = true
            report(
                "code.unclosed",
                error:
                    "This fence is not closed in its list item, and the ‘\(signs)’ at the margin behind "
                    + "it opens another: indent the code and its last fence as the first.",
                at: map.firstLine(of: node))
            return
        }
        report(
            "code.unclosed", .warning,
            "This fence is never closed, and all that follows it is shown as code: write "
                + "‘\(signs)’ on a line of its own behind the code.", at: map.firstLine(of: node))
    }

    private func isFence(_ line: Int, _ fence: (sign: UInt8, length: Int)) -> Bool {
        var (start, end) = (map.start(ofLine: line), map.end(ofLine: line))
        while end > start, map.bytes[end - 1] == 0x20 || map.bytes[end - 1] == 0x09 { end -= 1 }
        // In a quotation, its marks stand before the fence.
        while start < end, [0x20, 0x09, UInt8(ascii: ">")].contains(map.bytes[start]) { start += 1 }
        return end - start >= fence.length
            && map.bytes[start..<end].allSatisfy { $0 == fence.sign }
    }

    /// Whether a line begins before the text of the list item that a block stands in: it is no part of it
    /// (CommonMark, "List items").
    private func isOutside(_ line: Int, ofItemAround node: Node) -> Bool {
        var item: Node?
        var parent = node.parent
        while let container = parent {
            // Its marks stand before the line.
            guard container.kind != .blockQuote else { return false }
            if container.kind == .item { item = item ?? container }
            parent = container.parent
        }
        let indent = map.start(ofLine: line)..<map.range(ofLine: line).lowerBound
        guard let item, !map.bytes[indent].contains(0x09) else { return false }
        // The marker is one sign wide at least, and a space stands behind it.
        return indent.count < item.startColumn + 1
    }
}
