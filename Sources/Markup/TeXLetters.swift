/// Accents and letters as TeX writes them in ASCII (Knuth, The TeXbook, chapter 9; LaTeX's font encoding T1).

package enum TeXLetters {
    /// Combining marks, by the sign or the letter of their command.
    package static let marks: [Character: Unicode.Scalar] = [
        "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
        "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}",
        "v": "\u{30C}", "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}",
    ]

    /// Letters that have a command of their own.
    package static let letters: [String: String] = [
        "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
        "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
        "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    ]

    /// A letter with the mark of a command, where Unicode has one character for both.
    package static func letter(_ base: Character, with sign: Character) -> Character? {
        guard let mark = marks[sign] else { return nil }
        var text = String(base)
        text.unicodeScalars.append(mark)
        let composed = text.normalized
        return composed.unicodeScalars.count == 1 ? composed.first : nil
    }
}
