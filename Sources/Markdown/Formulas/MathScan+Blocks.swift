import Bytes

/// What a line begins.
extension MathScan {
    /// Bytes of `-` or `12.` before a space.
    func widthOfMarker(at start: Int, to end: Int) -> Int? {
        var index = start
        while index < end, index - start < 9, bytes[index].isASCIIDigit { index += 1 }
        guard index < end else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            guard index == start else { return nil }
        case UInt8(ascii: "."), UInt8(ascii: ")"): guard index > start else { return nil }
        default: return nil
        }
        guard index + 1 == end || isSpace(index + 1) else { return nil }
        return index + 1 - start
    }

    /// Bytes of `[^note]:`.
    func widthOfNoteMark(at start: Int, to end: Int) -> Int? {
        guard start + 1 < end, bytes[start] == UInt8(ascii: "["),
            bytes[start + 1] == UInt8(ascii: "^"),
            let close = bytes.firstIndex(of: UInt8(ascii: "]"), in: start..<end),
            close + 1 < end, bytes[close + 1] == UInt8(ascii: ":")
        else { return nil }
        return close + 2 - start
    }

    func fence(at start: Int, to end: Int) -> (sign: UInt8, length: Int)? {
        guard start < end else { return nil }
        let sign = bytes[start]
        guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
        let length = run(at: start, to: end)
        guard length >= 3 else { return nil }
        // With another backtick it is code in a line.
        let isCode =
            sign == UInt8(ascii: "`")
            && bytes.firstIndex(of: sign, in: start + length..<end) != nil
        return isCode ? nil : (sign, length)
    }

    func closes(_ fence: Fence, at start: Int, to end: Int) -> Bool {
        guard start < end, bytes[start] == fence.sign else { return false }
        let length = run(at: start, to: end)
        return length >= fence.length && bytes[start + length..<end].allSatisfy { $0 <= 0x20 }
    }

    func isHeading(at start: Int, to end: Int) -> Bool {
        guard start < end, bytes[start] == UInt8(ascii: "#") else { return false }
        let length = run(at: start, to: end)
        return length <= 6 && (start + length == end || isSpace(start + length))
    }

    /// `[name]: address`, whose dollars belong to the address; a footnote has a text.
    func isDefinition(at start: Int, to end: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "["), start + 1 < end,
            bytes[start + 1] != UInt8(ascii: "^"),
            let close = bytes.firstIndex(of: UInt8(ascii: "]"), in: start..<end)
        else { return false }
        return close + 1 < end && bytes[close + 1] == UInt8(ascii: ":")
    }

    /// Whether a line ends the paragraph before it.
    func beginsBlock(at start: Int, to end: Int) -> Bool {
        switch bytes[start] {
        case UInt8(ascii: ">"): return true
        case UInt8(ascii: "#"): return isHeading(at: start, to: end)
        case UInt8(ascii: "["): return widthOfNoteMark(at: start, to: end) != nil
        case UInt8(ascii: "<"): return htmlBlock(at: start, to: end) != nil
        case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "+"), UInt8(ascii: "1"):
            if widthOfMarker(at: start, to: end) != nil { return true }
            return isRule(at: start, to: end)
        default: return false
        }
    }

    /// Whether a line is nothing but `***`, or underlines the heading above it.
    func isRule(at start: Int, to end: Int) -> Bool {
        switch bytes[start] {
        case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            bytes[start..<end].allSatisfy { $0 == bytes[start] || $0 <= 0x20 }
        default: false
        }
    }

    /// `:--|--:`, below the header of a table.
    func isDelimiterRow(at start: Int, to end: Int) -> Bool {
        let row = bytes[start..<end]
        return row.allSatisfy { "|:- \t".utf8.contains($0) } && row.contains(UInt8(ascii: "-"))
            && (row.contains(UInt8(ascii: "|")) || row.contains(UInt8(ascii: ":")))
    }
}
