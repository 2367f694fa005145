/// Quotation marks and apostrophes that an author has typed, told from those that the library makes of straight
/// ones.
///
/// Both are the same characters in the tree. So the typed ones are others while the library parses: as long, and
/// punctuation, too, so that emphasis and quotes beside them come out as they would.

import Bytes

struct TypedQuotes {
    /// The last byte of the first of four signs, of which a text has none (U+2E00 and following, signs of editors of
    /// manuscripts).
    private let first: UInt8

    /// The text with other signs in place of “ ” ‘ ’; `nil` where none but ’ is typed, which is an apostrophe.
    ///
    /// Also where none of the signs is free, as in no text.
    static func masked(
        _ text: UnsafeBufferPointer<UInt8>
    ) -> (text: [UInt8], quotes: TypedQuotes)? {
        var places: [Int] = []
        var hasQuotation = false
        var free: [UInt8] = (0..<10).map { 0x80 + 4 * $0 }
        var index = 0
        while let found = text.firstIndex(of: 0xE2, in: index..<text.count) {
            index = found + 1
            guard found + 2 < text.count else { break }
            let last = text[found + 2]
            switch (text[found + 1], last) {
            case (0x80, 0x98), (0x80, 0x99), (0x80, 0x9C), (0x80, 0x9D):
                places.append(found)
                hasQuotation = hasQuotation || last != 0x99
            case (0xB8, _): free.removeAll { $0 == last & 0xFC }
            default: break
            }
        }
        guard hasQuotation, let first = free.last(where: { !isReferred($0, in: text) }) else {
            return nil
        }
        let quotes = TypedQuotes(first: first)
        var masked = Array(text)
        for place in places {
            let last = masked[place + 2]
            masked[place + 1] = 0xB8
            masked[place + 2] = first + (last & 1 | (last & 4) >> 1)
        }
        return (masked, quotes)
    }

    /// Whether one of four signs comes of a number: `&#x2E00;`.
    private static func isReferred(_ first: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let value = 0x2E00 + UInt32(first & 0x3F)
        var index = 0
        while let sign = text.firstIndex(of: UInt8(ascii: "&"), in: index..<text.count) {
            index = sign + 1
            guard let reference = NumericReference(in: text, at: sign) else { continue }
            if (value..<value + 4).contains(reference.value) { return true }
        }
        return false
    }

    /// The last byte of the typed mark that stands at `index`: its others are `E2 80`.
    func mark(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0xB8,
            text[index + 2] & 0xFC == first
        else { return nil }
        let number = text[index + 2] & 3
        return 0x98 | number & 1 | (number & 2) << 1
    }

    /// Puts the marks back in what is no text: code, HTML, addresses and titles.
    func restore(in node: Node) {
        node.forEachString { text in
            let bytes = UnsafeBufferPointer(text)
            var index = 0
            while let found = bytes.firstIndex(of: 0xE2, in: index..<bytes.count) {
                index = found + 1
                guard let mark = mark(in: bytes, at: found) else { continue }
                text[found + 1] = 0x80
                text[found + 2] = mark
            }
        }
    }
}
