import Bytes
import CCMarkGFM
import Markup

/// Quotation marks as the page's language has them, and the right way round.
///
/// The library makes English ones of straight quotes, and sees no farther than the text node: it opens
/// a quotation in `*Nature*'s`, and closes one in `("*Nature*")`.
struct LocalQuotes {
    private var quotes: QuoteSetter
    private let marks: QuotationMarks
    /// What the last text of the block ended with; `nil` at its beginning.
    private var previous: Unicode.Scalar?

    /// Whether anything is to be changed.
    ///
    /// An author who types quotation marks has chosen them: nobody could tell the typed ones from those
    /// that the library made.
    static func areNeeded(_ marks: QuotationMarks, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        (marks != .english || standAtSigns(in: source)) && !areTyped(in: source)
    }

    /// Translates all text of a tree.
    static func apply(_ marks: QuotationMarks, to root: Node) {
        var quotes = LocalQuotes(quotes: QuoteSetter(marks), marks: marks)
        root.forEachNode { quotes.visit($0) }
    }

    private mutating func visit(_ node: Node) {
        switch node.kind {
        case .text: translate(node)
        case .paragraph, .heading, .tableCell:
            quotes = QuoteSetter(marks)
            previous = nil
        case .softBreak, .lineBreak: previous = " "
        // To a quote, these are words.
        case .code, .footnoteReference, .image: previous = "x"
        case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak,
            .footnoteDefinition, .table, .tableHeader, .tableRow, .htmlInline, .emphasis, .strong,
            .link, .other:
            break
        }
    }

    private mutating func translate(_ node: Node) {
        let text = node.literal
        guard !text.isEmpty else { return }
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let isLast = index == scalars.count - 1
            let after = isLast ? Self.follower(of: node) : scalars[index + 1]
            switch scalar {
            case "“", "”": result += quotes.double(before: previous, after: after)
            case "‘", "’":
                let rest = scalars[(index + 1)...]
                // What opens right before emphasis is closed by the library.
                let hasPartner =
                    scalar == "‘"
                    ? !QuoteSetter.isElision(before: rest) : isLast && node.next != nil
                result += quotes.single(before: previous, after: after, hasPartner: hasPartner)
            default: result.unicodeScalars.append(scalar)
            }
            previous = result.unicodeScalars.last
        }
        if text.firstIndex(of: 0xE2, in: text.indices) != nil { node.setLiteral(result) }
    }

    /// What stands behind a text: a word, unless a line or the block ends there.
    private static func follower(of node: Node) -> Unicode.Scalar? {
        guard let next = node.next else { return nil }
        return next.kind == .softBreak || next.kind == .lineBreak ? " " : "x"
    }

    // MARK: - The source

    /// Whether a quote stands where the library may err: between a sign and a letter or another sign, or
    /// before a short word.
    private static func standAtSigns(in source: UnsafeBufferPointer<UInt8>) -> Bool {
        for quote in [UInt8(ascii: "'"), UInt8(ascii: "\"")] {
            var index = 1
            while let found = source.firstIndex(
                of: quote, in: min(index, source.count)..<source.count)
            {
                index = found + 1
                guard found > 0, index < source.count else { continue }
                let before = source[found - 1]
                // 'n', and '90s.
                if before <= 0x20, quote == UInt8(ascii: "'"), index + 1 < source.count,
                    source[index].isASCIIDigit || source[index + 1] == quote
                {
                    return true
                }
                guard before > 0x20, !before.isASCIILetterOrDigit, source[index] > 0x20 else {
                    continue
                }
                if quote == UInt8(ascii: "'") || !source[index].isASCIILetterOrDigit { return true }
            }
        }
        return false
    }

    /// Whether any of “ ” ‘ „ ‚ « » stands in the source; `’` is an apostrophe as often as not.
    private static func areTyped(in source: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index + 1 < source.count {
            switch (source[index], source[index + 1]) {
            case (0xC2, 0xAB), (0xC2, 0xBB): return true
            case (0xE2, 0x80) where index + 2 < source.count:
                if [0x98, 0x9A, 0x9C, 0x9D, 0x9E, 0xB9, 0xBA].contains(source[index + 2]) {
                    return true
                }
            default: break
            }
            index += 1
        }
        return false
    }
}
