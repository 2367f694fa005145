/// Whether what stands between escaped brackets was meant as a formula.
///
/// `\(see above\)`, `\[not a link\]`, `\[x\]` and `file\(s\)` are ordinary Markdown; `\(x_i\)` and
/// `\[ \sum_i x_i \]` are not.

import Bytes
import Math

struct TeXGuess {
    enum Verdict {
        case text
        /// A formula if others of the page are.
        case likely
        case certain
    }

    private let content: [UInt8]
    private let macros: TeXMacros
    /// Whether a letter stands right before it: `f\(x\)`, `a\[i\]`.
    var isAttached = false
    /// Whether a word goes on behind it, of which it may be the letter to press: `\(n\)o`.
    var beginsWord = false
    /// Whether brackets are square: these are escaped wherever they should make no link.
    var isBracketed = false
    /// Whether nothing else stands on its lines.
    var standsAlone = false

    init(_ content: [UInt8], _ macros: TeXMacros) {
        self.content = content
        self.macros = macros
    }

    var verdict: Verdict {
        guard content.contains(where: { $0 > 0x20 }), !content.contains(UInt8(ascii: "`")) else {
            return .text
        }
        if hasCommand { return .certain }
        guard !isAttached else { return beginsWithScript ? .certain : .text }
        guard !isBracketed || standsAlone else { return .text }
        guard !hasWords else { return .text }
        if hasScript || isComparison { return .certain }
        guard isTerse else { return .text }
        return !isBracketed && isVariable && !beginsWord ? .certain : .likely
    }

    /// A command that TeX or the site knows.
    private var hasCommand: Bool {
        var index = 0
        while let sign = content[index...].firstIndex(of: UInt8(ascii: "\\")) {
            index = sign + 1
            while index < content.count, content[index].isASCIILetter { index += 1 }
            let name = String(decoding: content[sign + 1..<index], as: UTF8.self)
            if TeXMath.isCommand(name, macros) { return true }
            if name.isEmpty { index = min(index + 1, content.count) }
        }
        return false
    }

    /// Words of three letters side by side.
    private var hasWords: Bool {
        let words = content.split { $0 <= 0x20 }
        return zip(words, words.dropFirst()).contains { a, b in
            [a, b].allSatisfy { word in
                word.count > 2 && word.allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
            }
        }
    }

    private func byte(_ index: Int) -> UInt8 {
        content.indices.contains(index) ? content[index] : 0
    }

    /// `_2` or `^{-1}`, right behind a word: H\(_2\)O.
    private var beginsWithScript: Bool {
        (byte(0) == UInt8(ascii: "_") || byte(0) == UInt8(ascii: "^"))
            && (byte(1).isASCIIDigit || byte(1) == UInt8(ascii: "{"))
    }

    /// `x_i`, `x_{ij}` or `2^n`, but not `snake_case`, `^_^` and `[^1]`.
    private var hasScript: Bool {
        if beginsWithScript { return !isBracketed }
        return content.indices.contains { index in
            guard content[index] == UInt8(ascii: "_") || content[index] == UInt8(ascii: "^"),
                index > 0
            else { return false }
            let isExponent = content[index] == UInt8(ascii: "^")
            let (before, behind) = (byte(index - 1), byte(index + 1))
            let letters = content[..<index].reversed().prefix { $0.isASCIILetter }.count
            // "mc^2", and what is no word.
            let hasBase =
                before >= 0x80
                || isExponent && (before.isASCIIDigit || ")]}|".utf8.contains(before))
                || (1...(isExponent ? 3 : 1)).contains(letters)
                    && !byte(index - letters - 1).isASCIIDigit
                    && byte(index - letters - 1) != UInt8(ascii: "_")
            let isShort =
                behind.isASCIILetterOrDigit && !byte(index + 2).isASCIILetterOrDigit
                && byte(index + 2) != UInt8(ascii: "_")
            return hasBase
                && (isShort || behind == UInt8(ascii: "{")
                    || isExponent && (behind == UInt8(ascii: "*") || behind.isASCIIDigit))
        }
    }

    /// Letters by themselves, numbers and signs of formulas, and nothing else.
    private var isTerse: Bool {
        var run = 0
        var hasLetter = false
        for byte in content {
            run = byte.isASCIILetter ? run + 1 : 0
            hasLetter = hasLetter || byte.isASCIILetter
            guard run < 2,
                byte.isASCIILetterOrDigit || byte == 0x20 || byte == 0x0A
                    || "+-=<>|,.;()'!*".utf8.contains(byte)
            else { return false }
        }
        return hasLetter
    }

    /// `a = b` or `x + 1`.
    private var isComparison: Bool {
        guard isTerse else { return false }
        let signs = content.filter { $0 > 0x20 }
        return signs.indices.contains { index in
            "=<>+".utf8.contains(signs[index]) && index > 0 && index + 1 < signs.count
                && (signs[index - 1].isASCIILetterOrDigit || signs[index - 1] == 0x29)
                && (signs[index + 1].isASCIILetterOrDigit || "(-.".utf8.contains(signs[index + 1]))
        }
    }

    /// A letter that neither counts a list nor means a plural, a copyright, or a choice.
    private var isVariable: Bool {
        let signs = content.filter { $0 > 0x20 }
        return signs.count == 1 && "fghjklmnpqtuwxyzGHJLNPQTUWYZ".utf8.contains(signs[0])
    }
}
