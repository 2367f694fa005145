import Bytes

/// What is said of a character that nobody sees.
package enum ControlCharacter {
    /// `U+0093`.
    package static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// What to do about it.
    package static func advice(_ scalar: Unicode.Scalar) -> String {
        // A program has taken a text in Windows-1252 for Latin-1.
        if let sign = Windows1252.sign(scalar) { return "‘\(sign)’ was probably meant." }
        return "Delete it, and look whether something else was meant."
    }
}

extension String {
    /// As it may be shown on a terminal: what would move the cursor, change colours or turn the order of letters
    /// around is a sign instead, and still one character.
    package var visible: String {
        guard unicodeScalars.contains(where: { Self.sign(for: $0) != nil }) else { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars { shown.append(Self.sign(for: scalar) ?? scalar) }
        return String(shown)
    }

    private static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A: nil
        // Unicode has pictures of the oldest ones.
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x80...0x9F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: nil
        }
    }
}
