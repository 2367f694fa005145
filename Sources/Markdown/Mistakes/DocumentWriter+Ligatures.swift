import Bytes
import Diagnostics
import Markup

/// Letters that a PDF has joined to one character (`ﬁ` in “eﬃcient”), which no search for the word finds.
extension DocumentWriter {
    /// Said once a page.
    ///
    /// One that stands by itself is spoken of, and one that is written `&#xFB01;` is meant.
    mutating func reportLigature(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: 0xEF, in: index..<text.count) {
            index = start + 1
            guard let letters = Ligature.letters(at: start, in: text) else { continue }
            let end = start + 3
            guard Self.isBehindLetter(start, in: text) || end < text.count && text[end].isLetter
            else { continue }
            let word = Self.word(around: start, in: text)
            let written = String(decoding: word, as: UTF8.self)
            guard maySearch(word.count), let found = find(written, in: blockRange(of: node))
            else { continue }
            signs.remove(.ligature)
            let sign = String(decoding: text[start..<end], as: UTF8.self)
            let plain = Ligature.plain(written)
            report(
                "text.ligature", .warning,
                Ligature.message(sign, letters, plain)
                    + ", and so wherever else one stands on this page.",
                at: found, repair: plain)
            return
        }
    }

    private static func isBehindLetter(
        _ index: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard index > 0 else { return false }
        // The first byte of a character is not far.
        let first = text[max(0, index - 4)..<index].lastIndex { $0 & 0xC0 != 0x80 }
        return first.map { text[$0].isLetter } ?? false
    }

    /// As far as it is one in a line; nobody writes longer ones.
    private static func word(
        around index: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        let before = text[..<index].suffix(40).reversed().prefix { $0.isWordPart }.count
        let behind = text[index...].prefix(40).prefix { $0.isWordPart }.count
        var start = index - before
        var end = index + behind
        // No part of a character.
        while start < index, text[start] & 0xC0 == 0x80 { start += 1 }
        while end < text.count, end > index, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text[start..<max(end, index + 3)]
    }
}

extension UInt8 {
    /// A letter of ASCII, or a part of another character; of those, most signs begin with 0xE2.
    fileprivate var isWordPart: Bool { isASCIILetter || self >= 0x80 && self != 0xE2 }
}
