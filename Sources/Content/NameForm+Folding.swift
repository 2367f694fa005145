/// Spellings that are one to their readers, and several names to a program.

import Markup

extension NameForm {
    /// The same for all spellings of a name that differ in what writers leave out or type in another way.
    ///
    /// Vowel marks and the stretching of Arabic (U+064B to U+0652, U+0670, U+0640), the hamza on alif, the dots of a
    /// final ya, letters of full and half width (Unicode Standard Annex 15, NFKC).
    ///
    /// - Parameters:
    ///   - key: Without capital letters, in Normalization Form C.
    ///   - isName: Whether it is a person's, where Han, kana and Hangul are written with and without a space.
    /// - Returns: The key itself where all of it is in ASCII.
    package static func folded(_ key: String, isName: Bool) -> String {
        guard !key.utf8.allSatisfy({ $0 < 0x80 }) else { return key }
        var scalars = String.UnicodeScalarView()
        for scalar in key.unicodeScalars {
            switch scalar.value {
            case 0x640, 0x64B...0x652, 0x670: continue
            case 0x622, 0x623, 0x625: scalars.append("\u{627}")
            case 0x649: scalars.append("\u{64A}")
            case 0x3000: scalars.append(" ")
            case 0xFF01...0xFF5E:
                scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
            case 0xFF65...0xFF9F: scalars.append(katakana[Int(scalar.value - 0xFF65)])
            default: scalars.append(scalar)
            }
        }
        let folded = String(scalars).normalized
        return isName && NameScript.isEastAsian(folded)
            ? folded.filter { !$0.isWhitespace } : folded
    }

    /// Of half width from U+FF65 on, as it is of full width; the last two are marks on the letter before.
    private static let katakana = Array(
        "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}"
            .unicodeScalars)
}
