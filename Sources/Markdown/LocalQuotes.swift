import Bytes
import Markup

/// Quotation marks as the page's language has them, and the right way round.
///
/// The library makes English ones of straight quotes, and sees no farther than the text node: it opens
/// a quotation in `*Nature*'s`, and closes one in `("*Nature*")`.
struct LocalQuotes {
    private var quotes: QuoteSetter
    private var marks: QuotationMarks
    /// Those around a passage in another language, which has its own.
    private var outer: [(quotes: QuoteSetter, marks: QuotationMarks)] = []
    private let typed: TypedQuotes?
    /// What the last text of the block ended with; `nil` at its beginning.
    private var previous: Unicode.Scalar?

    /// Whether anything is to be changed.
    static func areNeeded(_ marks: QuotationMarks, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        marks == .english ? standAtSigns(in: source) : hasStraightQuote(source)
    }

    /// Translates all text of a tree, but for the marks that were typed, which are themselves again.
    static func apply(_ marks: QuotationMarks, to root: Node, _ typed: TypedQuotes?) {
        var quotes = LocalQuotes(quotes: QuoteSetter(marks), marks: marks, typed: typed)
        root.forEachNode {
            quotes.visit($0)
        } leaving: {
            quotes.leave($0)
        }
    }

    private mutating func visit(_ node: Node) {
        if let language = node.language {
            outer.append((quotes, marks))
            marks = QuotationMarks(language: language)
            quotes = QuoteSetter(marks)
        }
        switch node.kind {
        case .text: translate(node)
        case .paragraph, .heading, .tableCell:
            quotes = QuoteSetter(marks)
            previous = nil
        case .softBreak, .lineBreak: previous = " "
        // To a quote, these are words.
        case .code, .footnoteReference, .image:
            previous = "x"
            typed?.restore(in: node)
        case .codeBlock, .htmlBlock, .htmlInline, .link: typed?.restore(in: node)
        case .document, .blockQuote, .list, .item, .thematicBreak, .footnoteDefinition, .table,
            .tableHeader, .tableRow, .emphasis, .strong, .passage, .other:
            break
        }
    }

    private mutating func leave(_ node: Node) {
        if node.language != nil, let last = outer.popLast() { (quotes, marks) = last }
    }

    private mutating func translate(_ node: Node) {
        let text = node.literal
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while let found = text.firstIndex(of: 0xE2, in: index..<text.count) {
            index = found + 1
            let own = typedMark(in: text, at: found)
            guard let mark = own == nil ? Self.mark(in: text, at: found) : .closing else {
                continue
            }
            if found > start { previous = text[start..<found].lastScalar }
            result += text[start..<found]
            let rest = text[(found + 3)...]
            if let own {
                quotes.pass(own, before: previous, after: following(rest, in: node))
                result += String(own).utf8
                previous = own
            } else {
                let set = set(mark, in: node, behind: rest, before: text[..<found].suffix(12))
                previous = set.unicodeScalars.last
                result += set.utf8
            }
            start = found + 3
            index = start
        }
        if start < text.count { previous = text[start...].lastScalar }
        guard start > 0 else { return }
        result += text[start...]
        node.setLiteral(String(decoding: result, as: UTF8.self))
    }

    /// A mark of the author's: one of those put aside, or „ and ‚, which the library never makes.
    private func typedMark(
        in text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Unicode.Scalar? {
        if let mark = typed?.mark(in: text, at: index) {
            return Unicode.Scalar(0x2000 | UInt32(mark & 0x3F))
        }
        guard index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
        return text[index + 2] == 0x9E ? "„" : text[index + 2] == 0x9A ? "‚" : nil
    }

    /// What stands behind a mark.
    private func following(
        _ rest: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Unicode.Scalar? {
        rest.isEmpty ? Self.follower(of: node) : rest.prefix(16).firstScalar
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
        _ mark: Mark, in node: Node, behind rest: Slice<UnsafeBufferPointer<UInt8>>,
        before word: Slice<UnsafeBufferPointer<UInt8>>
    ) -> String {
        let next = rest.prefix(16)
        let after = following(rest, in: node)
        let hasPartner: Bool
        switch mark {
        case .double:
            let sign =
                HebrewSign.mayStand(behind: previous, before: after)
                ? HebrewSign(
                    behind: String(decoding: word, as: UTF8.self).unicodeScalars,
                    before: String(decoding: rest.prefix(200), as: UTF8.self).unicodeScalars)
                : nil
            return quotes.double(before: previous, after: after, sign)
        case .opening:
            let word = String(decoding: next, as: UTF8.self).unicodeScalars
            hasPartner = !QuoteSetter.isElision(before: word)
        // What opens right before emphasis, or between letters, is closed by the library.
        case .closing:
            hasPartner =
                next.isEmpty && node.next != nil
                || QuoteSetter.isUnspaced(previous, after: after) && Self.isClosed(in: rest)
        }
        return quotes.single(before: previous, after: after, hasPartner: hasPartner)
    }

    /// Whether a single quote follows, and what begins here is no ending as in `日本's`.
    private static func isClosed(in rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let text = rest.prefix(200)
        let isEnding =
            text.first == UInt8(ascii: "s") && !(text.dropFirst().first?.isASCIILetter ?? false)
        return !isEnding && String(decoding: text, as: UTF8.self).contains("’")
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

    private static func hasStraightQuote(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        source.firstIndex(from: 0) { byte in (byte == 0x22).bit | (byte == 0x27).bit }
            < source.count
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    var firstScalar: Unicode.Scalar? {
        String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first
    }

    var lastScalar: Unicode.Scalar? {
        // Most are ASCII.
        if let last, last < 0x80 { return Unicode.Scalar(last) }
        return String(decoding: suffix(4), as: UTF8.self).unicodeScalars.last
    }
}
