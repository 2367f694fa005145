/// Scripts in which names of people are written by customs of their own.
///
/// Names in Han, kana and Hangul have the family name first and nothing between the two; scripts without capital
/// letters have no initials (W3C, “Personal names around the world”).
package enum NameScript {
    /// Whether a text is in Han, kana and Hangul alone, white space aside.
    package static func isEastAsian(_ text: some StringProtocol) -> Bool {
        // The first byte of nearly every name tells it.
        guard let first = text.utf8.first, first >= 0xE1 else { return false }
        return text.unicodeScalars.allSatisfy { isEastAsian($0) || $0.properties.isWhitespace }
    }

    /// Whether a text is in katakana alone, as foreign names are; also with the dot between their parts.
    package static func isKatakana(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.value {
                case 0x30A0...0x30FF, 0x31F0...0x31FF, 0xFF65...0xFF9F: true
                default: false
                }
            }
    }

    /// Whether a text is in Han alone, as Chinese names and most of Japanese ones are.
    package static func isHan(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { isHan($0) }
    }

    /// Whether a text is in Hangul alone.
    package static func isHangul(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { isHangul($0) }
    }

    /// Whether a text begins with an Arabic letter.
    package static func isArabic(_ text: some StringProtocol) -> Bool {
        switch text.unicodeScalars.first?.value ?? 0 {
        case 0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Kana, Bopomofo, and kana of half width.
        case 0x3041...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xFF65...0xFF9F: true
        default: isHan(scalar) || isHangul(scalar)
        }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // 々 and 〇 stand for letters.
        case 0x2E80...0x2FDF, 0x3005, 0x3007, 0x3021...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
        default: false
        }
    }
}
