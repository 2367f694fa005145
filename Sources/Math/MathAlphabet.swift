/// Alphabets of formulas, which Unicode has letter by letter.

enum MathAlphabet: Sendable {
    case roman, bold, italic, doubleStruck, calligraphic, script, fraktur, sansSerif, monospace

    /// Whether letters side by side are a word, and not factors.
    var makesWords: Bool {
        switch self {
        case .roman, .bold, .italic, .sansSerif, .monospace: true
        case .doubleStruck, .calligraphic, .script, .fraktur: false
        }
    }

    /// `symbol` in this alphabet; as it is where the alphabet has no such letter.
    ///
    /// Bold is what `\boldsymbol` adds to an alphabet.
    func rendering(_ symbol: MathSymbol, isBold: Bool) -> MathSymbol {
        var result = symbol
        if self == .roman, !isBold {
            if symbol.element == .identifier { result.element = .upright }
            return result
        }
        if self == .italic, !isBold {
            // A single letter is slanted by the browser.
            if symbol.element == .upright { result.element = .identifier }
            return result
        }
        // Capital Greek letters stand upright, and so do bold ones.
        let isUpright = symbol.element == .upright
        var text = String.UnicodeScalarView()
        for scalar in symbol.text.unicodeScalars {
            guard let letter = letter(for: scalar, isBold: isBold, isUpright: isUpright) else {
                return symbol
            }
            text.append(letter)
            if let hand = hand(of: scalar, isBold: isBold) { text.append(hand) }
        }
        result.text = String(text)
        if isUpright { result.element = .identifier }
        return result
    }

    /// What tells the two script alphabets of TeX apart, which Unicode has as one: U+FE00 asks for the chancery hand
    /// of `\mathcal`, U+FE01 for the roundhand of `\mathscr` (StandardizedVariants.txt, capital letters alone).
    ///
    /// KaTeX and MathJax have a font of each; MathML Core leaves it to these signs, and so does Typst. Fonts that have
    /// one hand alone, as most do, show that for both.
    private func hand(of scalar: Unicode.Scalar, isBold: Bool) -> Unicode.Scalar? {
        guard !isBold, ("A"..."Z").contains(scalar) else { return nil }
        switch self {
        case .calligraphic: return "\u{FE00}"
        case .script: return "\u{FE01}"
        case .roman, .bold, .italic, .doubleStruck, .fraktur, .sansSerif, .monospace: return nil
        }
    }

    /// A word in slanted letters, which a browser would set upright; a single letter stays.
    static func slanted(_ word: String) -> String {
        guard word.unicodeScalars.count > 1 else { return word }
        var text = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            text.append(italic.letter(for: scalar, isBold: false, isUpright: false) ?? scalar)
        }
        return String(text)
    }

    private func letter(
        for scalar: Unicode.Scalar, isBold: Bool, isUpright: Bool
    ) -> Unicode.Scalar? {
        switch scalar {
        case "A"..."Z", "a"..."z":
            let isSmall = scalar.value >= 0x61
            let index = scalar.value - (isSmall ? 0x61 : 0x41)
            let start = latin(isBold: isBold, isUpright: isUpright)
            return Self.holes(start + index + (isSmall ? 26 : 0))
        case "0"..."9":
            guard let zero = zero(isBold: isBold) else { return nil }
            return Unicode.Scalar(zero + scalar.value - 0x30)
        default:
            guard let greek = Self.greekIndex(scalar) else { return nil }
            guard let start = greekStart(isBold: isBold, isUpright: isUpright) else { return nil }
            return Unicode.Scalar(start + greek)
        }
    }

    /// Where the alphabet has its `A`, 26 before its `a`.
    private func latin(isBold: Bool, isUpright: Bool) -> UInt32 {
        switch self {
        case .roman, .bold: 0x1D400
        case .italic: !isBold ? 0x1D434 : isUpright ? 0x1D400 : 0x1D468
        case .doubleStruck: 0x1D538
        case .calligraphic, .script: isBold ? 0x1D4D0 : 0x1D49C
        case .fraktur: isBold ? 0x1D56C : 0x1D504
        case .sansSerif: isBold ? 0x1D5D4 : 0x1D5A0
        case .monospace: 0x1D670
        }
    }

    private func zero(isBold: Bool) -> UInt32? {
        switch self {
        case .roman, .bold: 0x1D7CE
        case .italic: isBold ? 0x1D7CE : nil
        case .doubleStruck: 0x1D7D8
        case .sansSerif: isBold ? 0x1D7EC : 0x1D7E2
        case .monospace: 0x1D7F6
        case .calligraphic, .script, .fraktur: isBold ? 0x1D7CE : nil
        }
    }

    /// Where the alphabet has its capital alpha, if it has Greek letters.
    private func greekStart(isBold: Bool, isUpright: Bool) -> UInt32? {
        switch self {
        case .roman, .bold: 0x1D6A8
        case .italic: isBold ? (isUpright ? 0x1D6A8 : 0x1D71C) : 0x1D6E2
        case .sansSerif: isBold ? 0x1D756 : nil
        case .doubleStruck, .calligraphic, .script, .fraktur, .monospace: isBold ? 0x1D71C : nil
        }
    }

    /// The place of a letter in Unicode's mathematical Greek: capitals, nabla, small letters,
    /// variants.
    private static func greekIndex(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x391...0x3A9: scalar.value - 0x391
        case 0x2207: 25
        case 0x3B1...0x3C9: scalar.value - 0x3B1 + 26
        case 0x2202: 51
        case 0x3F5: 52
        case 0x3D1: 53
        case 0x3F0: 54
        case 0x3D5: 55
        case 0x3F1: 56
        case 0x3D6: 57
        default: nil
        }
    }

    /// Letters that Unicode had before it had the alphabets stand elsewhere.
    private static func holes(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x1D455: "ℎ"
        case 0x1D49D: "ℬ"
        case 0x1D4A0: "ℰ"
        case 0x1D4A1: "ℱ"
        case 0x1D4A3: "ℋ"
        case 0x1D4A4: "ℐ"
        case 0x1D4A7: "ℒ"
        case 0x1D4A8: "ℳ"
        case 0x1D4AD: "ℛ"
        case 0x1D4BA: "ℯ"
        case 0x1D4BC: "ℊ"
        case 0x1D4C4: "ℴ"
        case 0x1D506: "ℭ"
        case 0x1D50B: "ℌ"
        case 0x1D50C: "ℑ"
        case 0x1D515: "ℜ"
        case 0x1D51D: "ℨ"
        case 0x1D53A: "ℂ"
        case 0x1D53F: "ℍ"
        case 0x1D545: "ℕ"
        case 0x1D547: "ℙ"
        case 0x1D548: "ℚ"
        case 0x1D549: "ℝ"
        case 0x1D551: "ℤ"
        default: Unicode.Scalar(value)
        }
    }
}
