import Bytes
import Diagnostics

/// `==words==`, which other programs set on a coloured ground.
extension DocumentWriter {
    /// More is seldom marked at once.
    private static let longest = 240

    mutating func reportHighlights(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: equals, in: index..<text.count) {
            let run = text[start...].prefix { $0 == equals }
            index = run.endIndex
            // `a==b` compares.
            guard run.count == 2, start == 0 || !text[start - 1].isASCIILetterOrDigit,
                let end = endOfHighlight(from: index, in: text, of: node)
            else { continue }
            index = end
            let word = text[run.endIndex...].prefix(12).prefix { $0.isASCIILetterOrDigit }
            let shown = text[start..<word.endIndex]
            guard maySearch(shown.count), !isEscaped(shown, by: ["="], in: node) else { continue }
            // Other signs follow that the parser has read.
            let marked = end == text.count ? find("==*", in: blockRange(of: node)) : nil
            report(
                "text.highlight", .warning,
                "Readers will see ‘==’ here: nothing is highlighted. Write ‘**words**’ for what is important. For "
                    + "the signs themselves write ‘\\==’.", at: marked ?? place(of: shown, in: node)
            )
        }
    }

    /// Behind the signs that end what begins behind others, as far as it stands in this text.
    private func endOfHighlight(
        from start: Int, in text: UnsafeBufferPointer<UInt8>, of node: Node
    ) -> Int? {
        guard start < text.count else {
            // `==**words**==`
            guard let marked = node.next, marked.kind == .strong || marked.kind == .emphasis,
                let end = marked.next, end.kind == .text
            else { return nil }
            return end.literal.starts(with: "==".utf8) ? start : nil
        }
        guard text[start].isLetter || text[start].isASCIIDigit,
            let close = text[start...].prefix(Self.longest).firstIndex(of: equals)
        else { return nil }
        let run = text[close...].prefix { $0 == equals }
        guard run.count == 2, text[close - 1] > 0x20,
            run.endIndex == text.count || !text[run.endIndex].isASCIILetterOrDigit
        else { return nil }
        return run.endIndex
    }
}

private let equals = UInt8(ascii: "=")
