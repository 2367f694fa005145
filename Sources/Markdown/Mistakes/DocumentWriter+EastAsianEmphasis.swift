import Bytes
import Diagnostics

/// `これは**「強調」**です`: beside a letter, signs of emphasis do not work where a mark of punctuation stands inside of them
/// (CommonMark, "left-flanking delimiter run"); scripts without spaces have a letter there.
extension DocumentWriter {
    /// Of the words and their signs, in bytes.
    private static let longest = 400

    /// - Returns: Whether emphasis was meant by the stars at `index`, which the text shows.
    mutating func reportEastAsianEmphasis(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) -> Bool {
        guard index == 0 || text[index - 1] != star else { return false }
        let run = text[index...].prefix { $0 == star }
        guard run.count <= 2,
            let meant = emphasis(meantBy: run, text)
                ?? emphasis(openedBy: run, text, before: node.next),
            !isEscaped(meant, by: ["*"], in: node), block(around: node).kind != .tableCell
        else { return false }
        let signs = String(decoding: run, as: UTF8.self)
        report(
            "emphasis.not-closed", .warning,
            "Readers will see ‘\(signs)’ here: beside a letter, it does not work where a mark of punctuation stands "
                + "inside of it. Put the mark outside, or a space. For the signs themselves write "
                + "‘\(signs.map { "\\\($0)" }.joined())’.",
            at: place(of: meant, in: node))
        return true
    }

    /// `**「甲」**と**「乙」**。`, whose second signs have opened where they were to close: all of it is emphasized, and what
    /// stands between twice.
    mutating func reportIfMispaired(_ node: Node) {
        guard node.parent?.kind == node.kind, let before = node.previous, before.kind == .text,
            let inside = node.firstChild, inside.kind == .text,
            let last = before.literal[...].lastScalar, last.isMark,
            let next = inside.literal[...].firstScalar, next.isLetter,
            Unicode.Scalar?.some(last).isWide || Unicode.Scalar?.some(next).isWide
        else { return }
        let signs = node.kind == .strong ? "**" : "*"
        let words = String(decoding: before.literal, as: UTF8.self)
        report(
            "emphasis.not-closed", .warning,
            "The ‘\(signs)’ behind ‘\(words.suffix(12))’ does not close: beside a letter, it does not work where a mark "
                + "of punctuation stands inside of it. Put the mark outside, or a space.",
            at: find(words + signs, in: blockRange(of: node)) ?? blockRange(of: node))
    }

    /// The words up to the next signs in the same text, with both.
    private func emphasis(
        meantBy run: Slice<UnsafeBufferPointer<UInt8>>, _ text: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard
            let close = text[run.endIndex...].prefix(Self.longest).firstIndex(of: star)
        else { return nil }
        let end = text[close...].prefix { $0 == star }
        let before = text[..<run.startIndex].lastScalar
        let after = text[end.endIndex...].firstScalar
        guard end.count == run.count,
            isEmphasized(text[run.endIndex..<close], before: before, after: after)
        else { return nil }
        return text[run.startIndex..<end.endIndex]
    }

    /// The words up to the end of the text, where the signs that were to close have opened: `**「甲」**と**「乙」**` emphasizes
    /// what stands between.
    private func emphasis(
        openedBy run: Slice<UnsafeBufferPointer<UInt8>>, _ text: UnsafeBufferPointer<UInt8>,
        before next: Node?
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard let next, next.kind == (run.count == 2 ? .strong : .emphasis),
            let inside = next.firstChild, inside.kind == .text,
            text.count - run.endIndex < Self.longest,
            isEmphasized(
                text[run.endIndex...], before: text[..<run.startIndex].lastScalar,
                after: inside.literal[...].firstScalar)
        else { return nil }
        return text[run.startIndex...]
    }

    /// Whether the words were to be emphasized, and could not be: they end in a mark before a letter, or stand between
    /// marks behind one.
    ///
    /// A name that is half hidden by stars (`张**，李**`) has marks, too.
    private func isEmphasized(
        _ words: Slice<UnsafeBufferPointer<UInt8>>, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> Bool {
        guard
            before.isWide || after.isWide || words.contains(where: { (0xE3...0xED).contains($0) }),
            let first = words.firstScalar, let last = words.lastScalar,
            !first.properties.isWhitespace, !last.properties.isWhitespace, last.isMark,
            first.isLetter || first.opens
        else { return false }
        return after.isLetter || first.opens && before.isLetter
    }
}

private let star = UInt8(ascii: "*")

extension Unicode.Scalar {
    fileprivate var isLetter: Bool {
        properties.isAlphabetic || properties.generalCategory == .decimalNumber
    }

    fileprivate var opens: Bool {
        properties.generalCategory == .openPunctuation
            || properties.generalCategory == .initialPunctuation
    }

    /// Punctuation that may end words.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .closePunctuation, .finalPunctuation, .otherPunctuation: true
        default: false
        }
    }
}

extension Unicode.Scalar? {
    fileprivate var isLetter: Bool { self?.isLetter ?? false }

    /// Of Chinese, Japanese or Korean, signs included.
    fileprivate var isWide: Bool {
        guard let value = self?.value else { return false }
        return (0x3000...0xD7FF).contains(value) || (0xFF00...0xFFEF).contains(value)
    }
}
