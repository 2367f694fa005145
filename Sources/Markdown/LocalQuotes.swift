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
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while let found = text.firstIndex(of: 0xE2, in: index..<text.count) {
            index = found + 1
            guard let mark = Self.mark(in: text, at: found) else { continue }
            if found > start { previous = text[start..<found].lastScalar }
            result += text[start..<found]
            let set = set(mark, in: node, behind: text[(found + 3)...])
            previous = set.unicodeScalars.last
            result += set.utf8
            start = found + 3
            index = start
        }
        if start < text.count { previous = text[start...].lastScalar }
        guard start > 0 else { return }
        result += text[start...]
        node.setLiteral(String(decoding: result, as: UTF8.self))
    }

    /// “ and ” are double, ‘ opens, and ’ closes or is an apostrophe.
    private enum Mark { case double, opening, closing }

    private static func mark(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Mark? {
        guard index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
        switch text[index + 2] {
        case 0x9C, 0x9D: return .double
        case 0x98: return .opening
        case 0x99: return .closing
        default: return nil
        }
    }

    private mutating func set(
        _ mark: Mark, in node: Node, behind rest: Slice<UnsafeBufferPointer<UInt8>>
    ) -> String {
        let next = rest.prefix(16)
        let after = next.isEmpty ? Self.follower(of: node) : next.firstScalar
        let hasPartner: Bool
        switch mark {
        case .double: return quotes.double(before: previous, after: after)
        case .opening:
            let word = String(decoding: next, as: UTF8.self).unicodeScalars
            hasPartner = !QuoteSetter.isElision(before: word)
        // What opens right before emphasis is closed by the library.
        case .closing: hasPartner = next.isEmpty && node.next != nil
        }
        return quotes.single(before: previous, after: after, hasPartner: hasPartner)
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
            var code = CodeScan()
            var index = 1
            while index < source.count,
                let found = source.firstIndex(of: quote, in: index..<source.count)
            {
                index = found + 1
                if mayErr(at: found, in: source), !code.isCode(at: found, in: source) {
                    return true
                }
            }
        }
        return false
    }

    private static func mayErr(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + 2 < source.count else { return false }
        let (before, quote, after) = (source[index - 1], source[index], source[index + 1])
        let isSingle = quote == UInt8(ascii: "'")
        // 'n', and '90s.
        if before <= 0x20 {
            return isSingle && (after.isASCIIDigit || source[index + 2] == quote)
        }
        return !before.isASCIILetterOrDigit && after > 0x20
            && (isSingle || !after.isASCIILetterOrDigit)
    }

    /// Tells code from text, for places that come in order.
    ///
    /// As near as it has to be: what is taken for text costs time, and what is taken for code leaves a
    /// quote as the library has set it.
    private struct CodeScan {
        private var position = 0
        private var isInFence = false

        mutating func isCode(at place: Int, in source: UnsafeBufferPointer<UInt8>) -> Bool {
            while position < place,
                let start = source.firstIndex(of: UInt8(ascii: "`"), in: position..<place)
            {
                var end = start
                while end < source.count, source[end] == UInt8(ascii: "`") { end += 1 }
                position = end
                if end - start >= 3, start == 0 || source[start - 1] <= 0x20 {
                    isInFence.toggle()
                } else if !isInFence {
                    let line = source[end...].prefix { $0 != 0x0A }
                    let close = line.firstIndex(of: UInt8(ascii: "`")) ?? end
                    if close > place { return true }
                    position = max(end, close + 1)
                }
            }
            return isInFence
        }
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

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate var firstScalar: Unicode.Scalar? {
        String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first
    }

    fileprivate var lastScalar: Unicode.Scalar? {
        // Most are ASCII.
        if let last, last < 0x80 { return Unicode.Scalar(last) }
        return String(decoding: suffix(4), as: UTF8.self).unicodeScalars.last
    }
}
