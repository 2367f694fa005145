import Bytes

/// U+FB00 to U+FB06 (Unicode, “Alphabetic Presentation Forms”): one character for two or three letters.

package enum Ligature {
    private static let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    package static func begins(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        letters(at: index, in: text) != nil
    }

    /// Of one that begins in UTF-8 at `index`.
    package static func letters(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> String? {
        guard index + 2 < text.count, text[index] == 0xEF, text[index + 1] == 0xAC,
            (0x80...0x86).contains(text[index + 2])
        else { return nil }
        return letters[Int(text[index + 2] - 0x80)]
    }

    /// A text with letters in their place.
    package static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            if let letters = letters(scalar) {
                plain += letters
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// What is wrong with the first word that has one; one that stands by itself is spoken of.
    package static func mistake(in text: String) -> String? {
        // Nearly no text has the byte with which each begins.
        guard text.contains(byte: 0xEF) else { return nil }
        for word in text.split(whereSeparator: { !$0.isLetter }) where word.count > 1 {
            for scalar in word.unicodeScalars {
                guard let letters = letters(scalar) else { continue }
                return message(String(scalar), letters, plain(String(word))) + "."
            }
        }
        return nil
    }

    package static func message(_ sign: String, _ letters: String, _ plain: String) -> String {
        "‘\(sign)’ is one character for ‘\(letters)’, as text copied from a PDF has it, and who looks for the word does "
            + "not find it: write ‘\(plain)’"
    }

    private static func letters(_ scalar: Unicode.Scalar) -> String? {
        (0xFB00...0xFB06).contains(scalar.value) ? letters[Int(scalar.value - 0xFB00)] : nil
    }
}
