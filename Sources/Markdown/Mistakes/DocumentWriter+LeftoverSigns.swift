import Bytes
import Diagnostics
import Markup

/// Signs of emphasis, headings and subscripts that the parser left in the text.
extension DocumentWriter {
    /// `**` before a word that no other `**` follows.
    ///
    /// Stars behind a word or a number, in a table, or before a formula (`**p<0.05`) tell how sure a result
    /// is.
    mutating func reportStars(_ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node) {
        guard !reportEastAsianEmphasis(text, at: index, in: node) else { return }
        let end = index + 2
        guard end < text.count, text[index + 1] == UInt8(ascii: "*") else { return }
        if text[end] == 0x20 { reportSpacedStars(text, at: index, in: node) }
        let shown = text[index..<(end + text[end...].prefix(10).prefix { $0.isLetter }.count)]
        guard text[end].isLetter, index == 0 || text[index - 1] <= 0x20,
            !text[end...].prefix(60).contains(where: { "0123456789<=>".utf8.contains($0) }),
            !isEscaped(shown, by: ["*"], in: node),
            block(around: node).kind != .tableCell
        else { return }
        reportOpen("**", shown, in: node)
    }

    /// A backtick before a word that no other follows.
    ///
    /// It may be TeX's quotation mark, with an apostrophe behind a later word, or the sign of the ayn, before
    /// a vowel (`` `Umar ``).
    mutating func reportBacktick(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        let rest = text[(index + 1)...]
        guard let first = rest.first, first.isASCIILetter,
            index == 0 || text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: "("),
            !rest.contains(UInt8(ascii: "`")), !text[..<index].contains(UInt8(ascii: "`"))
        else { return }
        let word = rest.prefix(40).prefix { $0 > 0x20 }
        let isCode = word.dropLast().contains { "_.(=/<[{".utf8.contains($0) }
        let shown = text[
            index..<(index + 1 + word.prefix(12).prefix { $0.isASCIILetterOrDigit }.count)]
        guard isCode || !"aeiouAEIOU".utf8.contains(first) && !rest.hasApostropheBehindWord,
            !isEscaped(shown, by: ["`"], in: node),
            // The end of the code is in the cell that is not shown.
            diagnostics.last?.id != "table.extra-cells"
        else { return }
        report(
            "code.open-span", .warning,
            "Readers will see ‘`’ here: code in a sentence ends with ‘`’, too. For the sign itself write "
                + "‘\\`’.", at: place(of: shown, in: node))
    }

    private mutating func reportOpen(
        _ signs: String, _ shown: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) {
        let escaped = signs.map { "\\\($0)" }.joined()
        report(
            "emphasis.not-closed", .warning,
            "Readers will see ‘\(signs)’ here: bold text ends with ‘\(signs)’ right behind a word. For "
                + "the signs themselves write ‘\(escaped)’.", at: place(of: shown, in: node))
    }

    /// `** words **`: signs with spaces inside mark nothing (CommonMark, "Emphasis and strong emphasis").
    ///
    /// A power (`2 ** n ** m`) has single letters or numbers between its signs.
    private mutating func reportSpacedStars(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        let start = index + 3
        guard start < text.count, text[start].isLetter, index == 0 || text[index - 1] <= 0x20,
            let end = text[start...].prefix(Self.longestBold).firstIndex(of: UInt8(ascii: "*")),
            end + 1 < text.count, text[end + 1] == UInt8(ascii: "*"),
            end + 2 == text.count
                || !text[end + 2].isASCIILetterOrDigit
                    && text[end + 2] != UInt8(ascii: "*")
        else { return }
        let words = text[start..<end]
        guard words.prefix(while: { $0.isLetter }).count > 1,
            !words.contains(where: { "0123456789<=>+/()".utf8.contains($0) }),
            !isEscaped(text[index..<end], by: ["*"], in: node),
            block(around: node).kind != .tableCell
        else { return }
        report(
            "emphasis.not-closed", .warning,
            "Readers will see ‘**’ here: write both right at the words, as in ‘**words**’. For the signs "
                + "themselves write ‘\\*\\*’.", at: place(of: text[index..<end + 2], in: node))
    }

    /// More words are seldom set bold at once.
    private static let longestBold = 120

    /// `__` before a word that no other `__` follows.
    ///
    /// A name of a program (`__init`, `__attribute__((x))`) goes on with other signs, or has no word behind
    /// it.
    mutating func reportUnderscores(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        guard let index = text.indices.first(where: { text[$0] == underscore }),
            index + 2 < text.count, text[index + 1] == underscore, text[index + 2].isLetter,
            index == 0 || text[index - 1] <= 0x20
        else { return }
        let words = text[(index + 2)...].prefix(60)
        let word = words.prefix { $0 > 0x20 }
        let shown = text[index..<(index + 2 + min(word.count, 10))]
        guard word.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: ",") || $0 >= 0x80 }),
            words.dropFirst(word.count + 1).first?.isLetter == true,
            !text[(index + 2)...].contains(underscore),
            !isEscaped(shown, by: ["_"], in: node), block(around: node).kind != .tableCell
        else { return }
        reportOpen("__", shown, in: node)
    }

    /// `##Heading` at the beginning of a line, and `#Heading` alone on its own.
    mutating func reportHashes(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        let hashes = text.prefix { $0 == UInt8(ascii: "#") }
        let shown = text[..<min(hashes.endIndex + 12, text.count)]
        // To the parser, only a plain space is one.
        let hasHardSpace = text[hashes.endIndex...].starts(with: "\u{A0}".utf8)
        guard (1...6).contains(hashes.count), hashes.endIndex < text.count,
            text[hashes.endIndex].isLetter || hasHardSpace, node.parent?.kind == .paragraph,
            node.previous == nil || node.previous?.kind == .softBreak,
            hashes.count > 1 || hasHardSpace || isHeading(text[hashes.endIndex...], in: node),
            !isEscaped(shown, by: ["#"], in: node)
        else { return }
        let signs = String(decoding: hashes, as: UTF8.self)
        report(
            "heading.no-space", hashes.count > 1 ? .error : .warning,
            "This is no heading: write a \(hasHardSpace ? "plain space (not U+00A0)" : "space") behind ‘\(signs)’."
                + (hashes.count > 1 ? "" : " For the sign itself write ‘\\#’."),
            at: place(of: shown, in: node))
    }

    /// Whether what stands behind one `#` was meant as a heading, and not as a hashtag.
    ///
    /// It is alone on the first line of its block, and in words: a hashtag is followed by others, ends a
    /// sentence or stands in one, and has its capitals within (`#OpenScience`).
    private func isHeading(_ rest: Slice<UnsafeBufferPointer<UInt8>>, in node: Node) -> Bool {
        guard node.previous == nil, node.next == nil || node.next?.kind == .softBreak,
            // A sentence that goes on is none.
            node.next?.next?.literal.first.map({ (0x61...0x7A).contains($0) }) != true,
            node.parent?.parent?.kind == .document, rest.count <= Self.longestHeading
        else { return false }
        let text = String(decoding: rest, as: UTF8.self)
        let word = text.prefix { !$0.isWhitespace }
        guard let first = word.first, first.isUppercase, let last = text.last,
            !".!,;:…".contains(last), !text.contains("#")
        else { return false }
        return word.dropFirst().allSatisfy { $0.isLowercase || "-’',?".contains($0) }
    }

    private static let longestHeading = 60

    /// `H~2~O` and `5~6 or 7~8`: one tilde strikes out, as two do (GFM, "Strikethrough").
    mutating func reportTilde(_ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node) {
        if isBetweenDigits(index, in: text) || endsBetweenDigits(index, in: text) {
            reportRange(text, at: index, in: node)
            return
        }
        guard index > 0, text[index - 1].isASCIILetterOrDigit else { return }
        report(
            "strikethrough.in-word", .warning,
            "This strikes text out, within a word: ‘~’ is no subscript. Write a character such as "
                + "‘₂’, or ‘~~’ where the text is to be struck.",
            at: place(of: text[(index - 1)..<min(index + 2, text.count)], in: node))
    }

    private mutating func reportRange(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        let number = text[(index + 1)...].prefix(8).prefix { $0.isASCIIDigit }
        let start = isBetweenDigits(index, in: text) ? index - 1 : index
        report(
            "strikethrough.in-word", .warning,
            "This strikes out all up to the next ‘~’. For a range write ‘–’, as in ‘5–6’; for the sign itself write "
                + "‘\\~’, or ‘~~’ where the text is to be struck.",
            at: place(of: text[start..<number.endIndex], in: node))
    }

    private func isBetweenDigits(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        index > 0 && index + 1 < text.count && text[index - 1].isASCIIDigit
            && text[index + 1].isASCIIDigit
    }

    /// Whether the next tilde, which closes, stands in a range.
    private func endsBetweenDigits(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.firstIndex(of: tilde, in: (index + 1)..<text.count)
            .map { isBetweenDigits($0, in: text) } ?? false
    }
}

private let underscore = UInt8(ascii: "_")
private let tilde = UInt8(ascii: "~")

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// `'` or `’` with no letter behind it.
    fileprivate var hasApostropheBehindWord: Bool {
        var index = startIndex
        while index < endIndex {
            let length: Int
            switch self[index] {
            case UInt8(ascii: "'"): length = 1
            case 0xE2 where self[index...].starts(with: "’".utf8): length = 3
            default: length = 0
            }
            if length > 0, index + length == endIndex || !self[index + length].isLetter {
                return true
            }
            index += Swift.max(length, 1)
        }
        return false
    }
}

extension UInt8 {
    /// A letter of ASCII, or the first byte of another character; most signs begin with 0xE2.
    var isLetter: Bool { isASCIILetter || self >= 0xC3 && self != 0xE2 }
}
