import Bytes

/// A character by its number, as HTML and Markdown write it: `&#233;`, `&#xE9;`.
struct NumericReference {
    let value: UInt32
    /// With the ampersand and the semicolon.
    let range: Range<Int>

    /// What begins with an ampersand at `start`; `nil` for anything else (CommonMark, "Entity and numeric character
    /// references").
    init?(in text: UnsafeBufferPointer<UInt8>, at start: Int) {
        guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = text[start + 2] | 0x20 == UInt8(ascii: "x")
        let digits = text[(start + (isHexadecimal ? 3 : 2))...].prefix(8)
            .prefix { $0 != UInt8(ascii: ";") }
        guard digits.count <= (isHexadecimal ? 6 : 7), digits.endIndex < text.count,
            text[digits.endIndex] == UInt8(ascii: ";"), digits.first != UInt8(ascii: "+"),
            digits.first != UInt8(ascii: "-"),
            let value = UInt32(
                String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        self.value = value
        range = start..<digits.endIndex + 1
    }

    /// The character, if no text holds it.
    var control: Unicode.Scalar? {
        guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
        return String(scalar).firstControl
    }
}
