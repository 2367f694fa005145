/// Two dollars that enclose TeX, and that Pandoc's rules take for no formula (see ``MathScan``).
///
/// Prices and names of variables stand between dollars, too: only what TeX alone is written like is judged.

import Bytes
import Math

struct LeftDollars {
    enum Reason {
        /// A letter or a digit stands before the first.
        case attached
        /// A space stands inside.
        case spaces
        /// A digit stands behind the last.
        case digit
    }

    let reason: Reason
    /// The TeX, without spaces at its ends.
    let tex: String

    init?(
        in text: UnsafeBufferPointer<UInt8>, from open: Int, to close: Int, _ macros: TeXMacros,
        isAmongFormulas: Bool
    ) {
        let content = text[(open + 1)..<close]
        guard let first = content.first, let last = content.last,
            // Those of a formula that was found.
            content.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        let trimmed = Array(content.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
        let isAttached = open > 0 && text[open - 1].isASCIILetterOrDigit
        let isBeforeDigit = close + 1 < text.count && text[close + 1].isASCIIDigit
        let beginsWord = close + 1 < text.count && text[close + 1].isASCIILetter
        if isAttached {
            reason = .attached
        } else if first == 0x20 || last == 0x20 {
            reason = .spaces
        } else if isBeforeDigit {
            reason = .digit
        } else {
            return nil
        }
        var guess = TeXGuess(trimmed, macros)
        let isBehindWord = isAttached && isAmongFormulas && Self.isBehindWord(text[..<open])
        guess.isAttached = isAttached && !isBehindWord
        // "$c_d, $x": names of variables, of which the next begins here.
        guard !beginsWord || trimmed.contains(UInt8(ascii: "\\")) else { return nil }
        let isLetter = trimmed.count == 1 && trimmed[0].isASCIILetter
        guard guess.verdict == .certain || isBehindWord && isLetter, !Self.isMoney(trimmed),
            !Self.hasWord(trimmed)
        else { return nil }
        tex = String(decoding: trimmed, as: UTF8.self)
    }

    /// Whether a word of a sentence ends there, as in `Then$z$`, and no currency: `US$`.
    private static func isBehindWord(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let word = text.reversed().prefix(30).prefix { $0.isASCIILetter }
        guard word.count > 1, word.dropLast().allSatisfy({ $0 > 0x60 }) else { return false }
        let before = text.dropLast(word.count).last
        return before.map { $0 <= 0x20 || $0 == UInt8(ascii: "(") } ?? true
    }

    /// "5 = C", of "$5 = C$7": what begins with a number, and has no sign of TeX's.
    private static func isMoney(_ tex: [UInt8]) -> Bool {
        guard let first = tex.first, first.isASCIIDigit || first == UInt8(ascii: ".") else {
            return false
        }
        return !tex.contains { "\\^_{".utf8.contains($0) }
    }

    /// Whether a word stands there that is neither a command nor in braces: "$a_b and $c_d".
    private static func hasWord(_ tex: [UInt8]) -> Bool {
        var (depth, run, isCommand) = (0, 0, false)
        for byte in tex {
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
            guard byte.isASCIILetter else {
                (run, isCommand) = (0, byte == UInt8(ascii: "\\"))
                continue
            }
            run += 1
            if run > 2, !isCommand, depth == 0 { return true }
        }
        return false
    }
}

/// A formula that is several words, as of prices with a dollar before and behind: "The $100 note and the 50$ note".
enum FormulaOfWords {
    /// Names of functions that are written as words by mistake.
    private static let operators: Set<String> = [
        "arg", "cos", "deg", "det", "dim", "div", "exp", "gcd", "inf", "ker", "lim", "log", "max",
        "min", "mod", "sin", "sup", "tan",
    ]

    static func isLikely(_ tex: UnsafeBufferPointer<UInt8>) -> Bool {
        guard tex.count > 6, !tex.contains(where: { "\\^_{}=<>+|&".utf8.contains($0) }) else {
            return false
        }
        let words = tex.split { $0 <= 0x20 }.map { word in
            word.last.map { ".,;:".utf8.contains($0) } ?? false ? word.dropLast() : word
        }
        return zip(words, words.dropFirst()).contains { a, b in
            isWord(a) && isWord(b) && max(a.count, b.count) > 2
        }
    }

    private static func isWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.count > 1
            && word.dropFirst().allSatisfy { $0 >= 0x80 || $0.isASCIILetter && $0 > 0x60 }
            && word[word.startIndex].isASCIILetter
            && !operators.contains(String(decoding: word, as: UTF8.self))
    }
}

/// A dollar without another.
enum OpenDollar {
    /// Whether TeX begins behind it, and neither a price nor the name of a variable; on a page without formulas, `$x` may be
    /// anything.
    static func beginsFormula(
        in text: UnsafeBufferPointer<UInt8>, from open: Int, to content: Int, isAmongFormulas: Bool
    ) -> Bool {
        guard content + 1 < text.count else { return false }
        let (first, second) = (text[content], text[content + 1])
        if first == UInt8(ascii: "\\") { return second.isASCIILetter }
        // `df$x`, and `US$ x`.
        let isAttached = open > 0 && (text[open - 1].isASCIILetterOrDigit || text[open - 1] >= 0x80)
        guard isAmongFormulas, !isAttached, first.isASCIILetter, !second.isASCIILetterOrDigit else {
            return false
        }
        let rest = text[(content + 1)...].prefix(4).drop { $0 == 0x20 }
        if let sign = rest.first, "=<>^_\\".utf8.contains(sign) { return true }
        // Thousands and millions of dollars.
        return second == 0x20 && !"kKmMbBtT".utf8.contains(first)
    }
}
