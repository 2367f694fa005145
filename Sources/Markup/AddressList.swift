/// Addresses within values that hold more than one, or more than an address: where each stands.

import Bytes

package enum AddressList {
    /// The addresses of `srcset` (HTML Standard, "Parsing a srcset attribute").
    ///
    /// - Parameters:
    ///   - bytes: What the value stands in.
    ///   - value: The value.
    /// - Returns: Where each stands, without its width or density.
    package static func sourceSet(in bytes: [UInt8], _ value: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = value.lowerBound
        while true {
            while index < value.upperBound, bytes[index] <= 0x20 || bytes[index] == comma {
                index += 1
            }
            guard index < value.upperBound else { return found }
            let start = index
            while index < value.upperBound, bytes[index] > 0x20 { index += 1 }
            var end = index
            while end > start, bytes[end - 1] == comma { end -= 1 }
            found.append(start..<end)
            guard end == index else { continue }
            while index < value.upperBound, bytes[index] != comma { index += 1 }
        }
    }

    /// Where `<meta http-equiv="refresh">` leads (HTML Standard, "Shared declarative refresh steps").
    ///
    /// - Parameters:
    ///   - bytes: What the value stands in.
    ///   - value: The value of `content`.
    /// - Returns: Where the address stands; `nil` when the page only loads itself again.
    package static func refresh(in bytes: [UInt8], _ value: Range<Int>) -> Range<Int>? {
        var index = value.lowerBound
        func skip(_ isSkipped: (UInt8) -> Bool) {
            while index < value.upperBound, isSkipped(bytes[index]) { index += 1 }
        }
        skip { $0 <= 0x20 || $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        skip { $0 <= 0x20 || $0 == comma || $0 == UInt8(ascii: ";") }
        let start = index
        if begins(bytes, at: index, with: "url") {
            index += 3
            skip { $0 <= 0x20 }
            if index < value.upperBound, bytes[index] == UInt8(ascii: "=") {
                index += 1
                skip { $0 <= 0x20 }
            } else {
                index = start
            }
        }
        guard index < value.upperBound else { return nil }
        var end = value.upperBound
        if isQuote(bytes[index]) {
            let quote = bytes[index]
            index += 1
            end = bytes[index..<end].firstIndex(of: quote) ?? end
        }
        return index < end ? bytes.withoutSpace(around: index..<end) : nil
    }

    /// The addresses of a style sheet, or of a part of one: `url(…)`, and what `@import` names.
    ///
    /// - Parameters:
    ///   - bytes: What it stands in.
    ///   - value: The style sheet.
    ///   - importsOnly: Whether to leave out what is no `@import`.
    /// - Returns: Where each stands, inside of its quotation marks.
    package static func style(
        in bytes: [UInt8], _ value: Range<Int>, importsOnly: Bool = false
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = value.lowerBound
        var isImport = false
        while index < value.upperBound {
            let byte = bytes[index]
            if isQuote(byte) {
                let inner = string(in: bytes, at: index, to: value.upperBound)
                if isImport { found.append(inner) }
                isImport = false
                index = inner.upperBound + 1
            } else if byte == UInt8(ascii: "/"),
                bytes[index..<value.upperBound].starts(with: "/*".utf8)
            {
                index = endOfComment(in: bytes, from: index + 2, to: value.upperBound)
            } else if begins(bytes, at: index, with: "url("), index + 4 <= value.upperBound {
                let (inner, end) = address(in: bytes, from: index + 4, to: value.upperBound)
                if isImport || !importsOnly { found.append(inner) }
                isImport = false
                index = end
            } else {
                if begins(bytes, at: index, with: "@import") { isImport = true }
                if byte == UInt8(ascii: ";") { isImport = false }
                index += 1
            }
        }
        return found
    }

    /// Whether a word in small letters begins at a place, in any case.
    package static func begins(_ bytes: [UInt8], at index: Int, with word: StaticString) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy {
                let byte = bytes[index + $0]
                return byte == word[$0] || byte.isASCIILetter && byte | 0x20 == word[$0]
            }
        }
    }

    private static let comma = UInt8(ascii: ",")

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    /// Inside of the quotation marks of a string, which ends with its line at the latest.
    private static func string(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int> {
        var index = start + 1
        while index < end, bytes[index] != bytes[start], bytes[index] != 0x0A {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return start + 1..<max(start + 1, min(index, end))
    }

    /// An address behind `url(`, and where to read on: behind its quotation mark, which opens no other string.
    private static func address(
        in bytes: [UInt8], from start: Int, to end: Int
    ) -> (inner: Range<Int>, end: Int) {
        let first = bytes[start..<end].firstIndex { $0 > 0x20 } ?? end
        if first < end, isQuote(bytes[first]) {
            let inner = string(in: bytes, at: first, to: end)
            return (inner, inner.upperBound + 1)
        }
        let close = bytes[first..<end].firstIndex(of: UInt8(ascii: ")")) ?? end
        return (bytes.withoutSpace(around: first..<close), close)
    }

    private static func endOfComment(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var index = min(start, end)
        while index + 1 < end {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
                return index + 2
            }
            index += 1
        }
        return end
    }
}
