/// The places where text meets a syntax, and how each is escaped.
///
/// On bytes, never on `Character`s: a quote followed by a combining mark is one `Character` that is
/// not equal to a quote, and a browser still sees the quote.

import Bytes

package enum Escaping: Hashable, Sendable {
    /// Text between HTML tags, and RCDATA such as `title`.
    case htmlText
    /// A value between double quotes, in HTML and XML alike.
    case attribute
    /// Text between XML tags. Characters that XML 1.0 forbids are dropped.
    case xmlText
    /// Inside a CDATA section of XML, whose end is written so that it ends none. Characters that XML
    /// 1.0 forbids are dropped.
    case cdata
    /// A JSON string (without its quotes) inside a `script` element: `<`, `>`, `&`, U+2028 and
    /// U+2029 are escaped too, so that no content can end the element.
    case json
}

extension OutputBuffer {
    /// Appends text, escaped for the place where it will stand.
    package mutating func append(_ text: String, escapedFor place: Escaping) {
        text.withUTF8Bytes { append($0, escapedFor: place) }
    }

    /// Appends UTF-8 text, escaped for the place where it will stand.
    package mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, escapedFor place: Escaping
    ) {
        // Most texts stand for themselves.
        let first = place.firstCandidate(in: text, from: 0)
        guard first < text.count else { return append(contentsOf: text) }
        append(text, escapedFor: place, from: first)
    }

    /// Appends text in which nothing before `first` is escaped.
    @inline(never)
    private mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, escapedFor place: Escaping, from first: Int
    ) {
        var start = 0
        var index = first
        let count = text.count
        while index < count {
            let byte = text[index]
            if let (replacement, length) = place.replacement(for: byte, in: text, at: index) {
                append(contentsOf: text, in: start..<index)
                append(replacement)
                if replacement.utf8CodeUnitCount == 0, place == .json, byte < 0x20 {
                    appendUnicodeEscape(byte)
                }
                index += length
                start = index
            } else {
                index += 1
            }
            index = place.firstCandidate(in: text, from: index)
        }
        append(contentsOf: text, in: start..<count)
    }

    private mutating func appendUnicodeEscape(_ byte: UInt8) {
        append("\\u00")
        append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        let low = byte & 15
        append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
}

extension Escaping {
    /// The first byte at or after `start` that may have to be replaced; the end of the text when
    /// there is none.
    fileprivate func firstCandidate(
        in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        // Without branches: each is 1 or 0 for a byte, so that the compiler looks at many at once.
        // `<` and `>` differ in one bit, and so do `"` and `&`.
        switch self {
        case .htmlText, .xmlText:
            text.firstIndex(from: start) { byte in
                (byte | 0x02 == 0x3E).bit | (byte == 0x26).bit | (byte == 0xEF).bit
                    | ((byte < 0x20).bit & (byte != 0x0A).bit)
            }
        case .attribute:
            text.firstIndex(from: start) { byte in
                (byte | 0x02 == 0x3E).bit | (byte | 0x04 == 0x26).bit
                    | (byte == 0x27).bit | (byte == 0xEF).bit
                    | ((byte < 0x20).bit & (byte != 0x0A).bit)
            }
        case .cdata:
            text.firstIndex(from: start) { byte in
                (byte == 0x5D).bit | (byte == 0xEF).bit
                    | ((byte < 0x20).bit & (byte != 0x0A).bit)
            }
        case .json:
            text.firstIndex(from: start) { byte in
                (byte | 0x02 == 0x3E).bit | (byte | 0x04 == 0x26).bit
                    | (byte == 0x5C).bit | (byte == 0xE2).bit | (byte < 0x20).bit
            }
        }
    }
}

extension Escaping {
    /// What stands for the character that begins at `index`, and how many bytes that character
    /// has; `nil` when it stands for itself here.
    fileprivate func replacement(
        for byte: UInt8, in text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (StaticString, Int)? {
        switch self {
        case .cdata:
            switch byte {
            // The brackets go into one section, the `>` into the next.
            case UInt8(ascii: "]") where text.holds(byte, byte, UInt8(ascii: ">"), at: index):
                return ("]]]]><![CDATA[>", 3)
            case 0x09, 0x0A: return nil
            // What is left out must not let its neighbours meet in `]]>`.
            case 0..<0x20: return ("]]><![CDATA[", 1)
            case 0xEF where text.holdsNoncharacter(at: index): return ("]]><![CDATA[", 3)
            default: return nil
            }
        case .htmlText, .attribute, .xmlText:
            switch byte {
            case UInt8(ascii: "&"): return ("&amp;", 1)
            case UInt8(ascii: "<"): return ("&lt;", 1)
            case UInt8(ascii: ">"): return ("&gt;", 1)
            case UInt8(ascii: "\""): return self == .attribute ? ("&quot;", 1) : nil
            case UInt8(ascii: "'"): return self == .attribute ? ("&#39;", 1) : nil
            case 0x09, 0x0A: return nil
            // A carriage return would be normalized by every parser; the rest of C0 is forbidden.
            case 0..<0x20: return ("", 1)
            case 0xEF where text.holdsNoncharacter(at: index): return ("", 3)
            default: return nil
            }
        case .json:
            switch byte {
            case UInt8(ascii: "\""): return ("\\\"", 1)
            case UInt8(ascii: "\\"): return ("\\\\", 1)
            case UInt8(ascii: "&"): return ("\\u0026", 1)
            case UInt8(ascii: "<"): return ("\\u003c", 1)
            case UInt8(ascii: ">"): return ("\\u003e", 1)
            case 0x0A: return ("\\n", 1)
            case 0x09: return ("\\t", 1)
            case 0x0D: return ("\\r", 1)
            case 0..<0x20: return ("", 1)
            case 0xE2 where text.holds(0xE2, 0x80, 0xA8, at: index): return ("\\u2028", 3)
            case 0xE2 where text.holds(0xE2, 0x80, 0xA9, at: index): return ("\\u2029", 3)
            default: return nil
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// U+FFFE or U+FFFF, which XML forbids.
    fileprivate func holdsNoncharacter(at index: Int) -> Bool {
        holds(0xEF, 0xBF, 0xBE, at: index) || holds(0xEF, 0xBF, 0xBF, at: index)
    }

    fileprivate func holds(_ a: UInt8, _ b: UInt8, _ c: UInt8, at index: Int) -> Bool {
        index + 2 < count && self[index] == a && self[index + 1] == b && self[index + 2] == c
    }
}
