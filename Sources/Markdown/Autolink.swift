/// Bare URLs and e-mail addresses in text (GFM, "Autolinks (extension)").
struct Autolink {
    /// The bytes of the text that become the link.
    let range: Range<Int>
    /// What is put before the text to make the URL: `http://`, `mailto:`, or nothing.
    let prefix: String

    /// A link that begins at `index` with `www.`, `http://` or `https://`, and ends before `mark`: a formula is no
    /// part of an address.
    init?(webIn text: UnsafeBufferPointer<UInt8>, at index: Int, upTo mark: UInt8?) {
        let prefix: String
        let start: Int
        if text.holds("www.", at: index) {
            // Only at the start of a line, after white space or one of `*_~(`.
            guard index == 0 || text[index - 1] <= 0x20 || "*_~(".utf8.contains(text[index - 1])
            else { return nil }
            (prefix, start) = ("http://", index)
        } else if text.holds("http://", at: index) {
            (prefix, start) = ("", index + 7)
        } else if text.holds("https://", at: index) {
            (prefix, start) = ("", index + 8)
        } else {
            return nil
        }
        guard prefix.isEmpty == false || index == 0 || !text[index - 1].isWordByte,
            let domain = Self.domainEnd(in: text, from: start)
        else { return nil }
        var end = domain
        while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"),
            text[end] != mark,
            text[end] < 0x80
                || !text.holdsTypographicSign(at: end) && !text.holdsWideSign(at: end)
        {
            end += 1
        }
        range = index..<Self.trimmed(text, index..<end)
        guard range.upperBound > start else { return nil }
        self.prefix = prefix
    }

    /// An e-mail address around the `@` at `index`, no earlier than `floor`.
    init?(mailIn text: UnsafeBufferPointer<UInt8>, at index: Int, from floor: Int) {
        var start = index
        while start > floor, text[start - 1].isWordByte || ".+-_".utf8.contains(text[start - 1]) {
            start -= 1
        }
        guard start < index else { return nil }
        var end = index + 1
        var dots = 0
        while end < text.count {
            if text[end] == UInt8(ascii: ".") {
                guard end + 1 < text.count, text[end + 1].isWordByte else { break }
                dots += 1
            } else if !(text[end].isWordByte || text[end] == UInt8(ascii: "-")
                || text[end] == UInt8(ascii: "_"))
            {
                break
            }
            end += 1
        }
        // The last byte is neither `-` nor `_`, and there is a dot.
        guard dots > 0, end > index + 1, text[end - 1].isWordByte else { return nil }
        range = start..<end
        prefix = "mailto:"
    }

    /// Many times what a domain may be long (RFC 1035, 2.3.4): where one is none, the next may begin within it, and
    /// reads the same bytes.
    private static let longestDomain = 1000

    /// The end of a valid domain: segments of letters, digits, `-` and `_` with at least one dot, no
    /// `_` in the last two.
    private static func domainEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var end = start
        var dots = 0
        var underscores = (last: 0, beforeLast: 0)
        while end < text.count {
            guard end - start < longestDomain else { return nil }
            switch text[end] {
            case UInt8(ascii: "."):
                dots += 1
                underscores = (0, underscores.last)
            case UInt8(ascii: "_"): underscores.last += 1
            case UInt8(ascii: "-"): break
            case 0x80...0xFF
            where !text.holdsTypographicSign(at: end) && !text.holdsWideSign(at: end):
                break
            case let byte where byte.isWordByte: break
            default:
                return dots > 0 && underscores == (0, 0) ? end : nil
            }
            end += 1
        }
        return dots > 0 && underscores == (0, 0) ? end : nil
    }

    /// Punctuation at the end belongs to the sentence, and so does a closing parenthesis without
    /// its opening one, and what looks like an entity.
    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        // Closing parentheses without an opening one, counted once: none of what else is left out is either.
        var unopened: Int?
        while end > range.lowerBound {
            switch text[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ")"):
                let part = text[range.lowerBound..<end]
                let count =
                    unopened
                    ?? part.count { $0 == UInt8(ascii: ")") }
                    - part.count { $0 == UInt8(ascii: "(") }
                guard count > 0 else { return end }
                unopened = count - 1
                end -= 1
            case UInt8(ascii: ";"):
                var start = end - 1
                while start > range.lowerBound, text[start - 1].isWordByte { start -= 1 }
                guard start > range.lowerBound, start < end - 1,
                    text[start - 1] == UInt8(ascii: "&")
                else { return end }
                end = start - 1
            default: return end
            }
        }
        return end
    }
}

extension UnsafeBufferPointer<UInt8> {
    func holds(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= count else { return false }
        return text.withUTF8Buffer { self[index..<index + $0.count].elementsEqual($0) }
    }

    /// A comma, a stop, a bracket or a space of a script without spaces, as wide as its letters, or a comma of Arabic: it
    /// stands right behind an address, and in none.
    func holdsWideSign(at index: Int) -> Bool {
        guard index + 1 < count else { return false }
        switch self[index] {
        // ، ؛ ؟
        case 0xD8: return [0x8C, 0x9B, 0x9F].contains(self[index + 1])
        case 0xE3, 0xEF:
            guard index + 2 < count else { return false }
            let last = self[index + 2]
            switch (self[index], self[index + 1]) {
            // U+3000 to U+3002, and the brackets U+3008 to U+301B.
            case (0xE3, 0x80): return last <= 0x82 || (0x88...0x9B).contains(last)
            // ！ to ／, ： to ＠, ［ to ｠; but － and ＿ may be a part.
            case (0xEF, 0xBC):
                return (0x81...0x8F).contains(last) && last != 0x8D || (0x9A...0xA0).contains(last)
                    || (0xBB...0xBD).contains(last)
            case (0xEF, 0xBD): return (0x9B...0xA5).contains(last)
            default: return false
            }
        default: return false
        }
    }

    /// A curly quote or an ellipsis, which smart punctuation has made of a sign that would have
    /// ended a URL.
    func holdsTypographicSign(at index: Int) -> Bool {
        guard self[index] == 0xE2, index + 2 < count, self[index + 1] == 0x80 else { return false }
        switch self[index + 2] {
        case 0x98, 0x99, 0x9C, 0x9D, 0xA6: return true
        default: return false
        }
    }
}
