import Bytes
import Diagnostics

/// `%%words%%`, a comment of Obsidian's: here everybody reads it.
extension DocumentWriter {
    mutating func reportPrivateComment(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: percent, in: index..<text.count) {
            let run = text[start...].prefix { $0 == percent }
            index = run.endIndex
            guard run.count == 2, start == 0 || text[start - 1] <= 0x20,
                let end = endOfComment(from: start, in: text, of: node)
            else { continue }
            index = end
            // `%%d%%` is a format, and `%%i%%` a variable of a batch file.
            let inner = text[run.endIndex..<end]
            let isWord =
                inner.count > 2 && inner.suffix(2).elementsEqual([percent, percent])
                && !inner.contains { $0 <= 0x20 }
            let word = text[run.endIndex...].prefix(12).prefix {
                $0.isASCIILetterOrDigit || $0 == 0x20
            }
            let shown = text[start..<word.endIndex]
            guard maySearch(shown.count), !isEscaped(shown, by: ["%"], in: node) else { continue }
            report(
                "text.private-comment", isWord ? .warning : .error,
                "Readers will see this: ‘%%’ begins no comment. Delete it, or write ‘<!-- … -->’, which is left "
                    + "out of the page. For the signs themselves write ‘\\%%’.",
                at: place(of: shown, in: node))
        }
    }

    /// Where the comment ends that may begin at `start`, as far as it stands in this text; `nil` where none does.
    ///
    /// Signs right at words mark these. With a space behind them they begin a line, and others end one; so do those
    /// that are alone on theirs. Else they are an operator (`5 %% 2`) or a command (`%%time`).
    private func endOfComment(
        from start: Int, in text: UnsafeBufferPointer<UInt8>, of node: Node
    ) -> Int? {
        let behind = start + 2
        let beginsLine = start == 0 && (node.previous?.isLineBreak ?? true)
        guard behind < text.count else {
            return beginsLine && (node.next?.isLineBreak ?? true) ? behind : nil
        }
        let isSpaced = text[behind] <= 0x20
        guard beginsLine || !isSpaced else { return nil }
        if let end = text.endOfPercents(from: behind, spaced: isSpaced, node) {
            return end > 0 ? end : nil
        }
        var other = node.next
        var steps = 0
        while let next = other, steps < Self.mostSteps {
            if next.kind == .text,
                let end = next.literal.endOfPercents(from: 0, spaced: isSpaced, next)
            {
                return end > 0 ? text.count : nil
            }
            other = next.next
            steps += 1
        }
        return nil
    }

    /// Nodes that a comment may go over.
    private static let mostSteps = 40
}

private let percent = UInt8(ascii: "%")

extension UnsafeBufferPointer<UInt8> {
    /// Behind two signs that end a comment, where no others stand before them; 0 where some do, and `nil` where there are
    /// none.
    fileprivate func endOfPercents(from start: Int, spaced isSpaced: Bool, _ node: Node) -> Int? {
        var index = start
        while let found = firstIndex(of: percent, in: index..<count) {
            let run = self[found...].prefix { $0 == percent }
            index = run.endIndex
            // `50%` is a number.
            guard run.count > 1 else { continue }
            let before = found > 0 ? self[found - 1] : UInt8(ascii: "x")
            let isEnd =
                isSpaced
                ? index == count && (node.next?.isLineBreak ?? true)
                : before > 0x20 && !before.isASCIIDigit
                    && (index == count || !self[index].isASCIILetterOrDigit)
            return isEnd && run.count == 2 ? index : 0
        }
        return nil
    }
}
