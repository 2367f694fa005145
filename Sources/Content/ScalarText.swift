/// A scalar as it is written in a YAML file, with its quotes, escapes and line breaks.

import Bytes
import Diagnostics

struct ScalarText {
    private let source: [UInt8]
    private let start: Int
    private let end: Int

    init(_ bytes: ByteRange, of source: [UInt8]) {
        self.source = source
        start = min(Int(bytes.lower), source.count)
        end = max(start, min(Int(bytes.upper), source.count))
    }

    private var quote: UInt8? {
        guard start < end else { return nil }
        return source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'")
            ? source[start] : nil
    }

    /// `\n` in double quotes, where only `\\` and `\"` are what they look like.
    var escapeThatIsNoBackslash: (text: String, bytes: ByteRange)? {
        guard quote == UInt8(ascii: "\"") else { return nil }
        var index = start + 1
        while index + 1 < end {
            guard source[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            let next = source[index + 1]
            if next != UInt8(ascii: "\\"), next != UInt8(ascii: "\""), next > 0x20 {
                let text = String(decoding: source[index...index + 1], as: UTF8.self)
                return (text, ByteRange(index, index + 2))
            }
            index += 2
        }
        return nil
    }

    /// A comment on the line where a text without quotes ends (YAML 1.2, 6.6: `#` behind a space).
    var commentBehind: ByteRange? {
        var index = end
        while index < source.count, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
        guard index > end, index < source.count, source[index] == UInt8(ascii: "#") else {
            return nil
        }
        var last = index
        while last < source.count, source[last] != 0x0A, source[last] != 0x0D { last += 1 }
        while source[last - 1] <= 0x20 { last -= 1 }
        return ByteRange(index, last)
    }

    /// Where bytes of the value stand in the file; `nil` where that cannot be told.
    func bytes(of range: Range<Int>, in value: String) -> ByteRange? {
        var index = start + (quote == nil ? 0 : 1)
        var lower: Int?
        for (place, byte) in value.utf8.enumerated() {
            if byte <= 0x20 {
                // Line breaks and indentation have become a space or a line break.
                while index < end, source[index] <= 0x20 { index += 1 }
                if place == range.lowerBound { lower = index }
                if place + 1 == range.upperBound { break }
                continue
            }
            while index < end, source[index] <= 0x20 || isBlockMark(index) { index += 1 }
            if place == range.lowerBound { lower = index }
            if isEscape(index) { index += 1 }
            guard index < end, source[index] == byte else { return nil }
            index += 1
            if place + 1 >= range.upperBound { break }
        }
        guard let lower else { return nil }
        return ByteRange(lower, max(lower, range.isEmpty ? lower : index))
    }

    /// The second backslash or quote is what the two stand for.
    private func isEscape(_ index: Int) -> Bool {
        guard let quote, index + 1 < end else { return false }
        return quote == UInt8(ascii: "'")
            ? source[index] == quote && source[index + 1] == quote
            : source[index] == UInt8(ascii: "\\")
    }

    /// `|` and `>` with what follows on the line, before a text on lines of its own.
    private func isBlockMark(_ index: Int) -> Bool {
        guard source[start] == UInt8(ascii: "|") || source[start] == UInt8(ascii: ">") else {
            return false
        }
        return !source[start...index].contains(0x0A)
    }
}
