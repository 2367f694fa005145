/// A start or end tag of HTML as authors write it into Markdown.
struct HTMLTag {
    let name: String
    let isEnd: Bool
    let attributes: [String: String]
    let range: Range<Int>

    /// The tag at `start`, if one is there: `<`, perhaps `/`, and a letter.
    init?(_ bytes: [UInt8], at start: Int, end: Int) {
        var index = start + 1
        isEnd = index < end && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let nameStart = index
        while index < end, Self.isName(bytes[index]) { index += 1 }
        guard index > nameStart, !(0x30...0x39).contains(bytes[nameStart]) else { return nil }
        name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        let attributesStart = index
        let end = min(end, start + BodyTranslator.longest)
        index = Self.close(bytes, from: index, end: end)
        guard index < end, bytes[index] == UInt8(ascii: ">"),
            index == attributesStart || bytes[attributesStart] <= 0x20
                || bytes[attributesStart] == UInt8(ascii: "/")
        else { return nil }
        attributes =
            TagAttributes(String(decoding: bytes[attributesStart..<index], as: UTF8.self)).values
        range = start..<index + 1
    }

    /// Whether what begins at `start` may be a tag, and is longer than is read.
    static func isTooLong(_ bytes: [UInt8], at start: Int, end: Int) -> Bool {
        let limit = start + BodyTranslator.longest
        guard limit < end, start + 1 < end,
            isName(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "/")
        else { return false }
        return close(bytes, from: start + 1, end: limit) == limit
    }

    /// Where a tag is closed, or another begins: outside of quotation marks, before `end`.
    private static func close(_ bytes: [UInt8], from start: Int, end: Int) -> Int {
        var index = start
        var quote: UInt8?
        while index < end {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
                break
            }
            index += 1
        }
        return index
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            0x30...0x39, UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// An element that was begun.
struct OpenElement {
    let tag: HTMLTag
    /// Where its content begins in the output.
    let start: Int
}
