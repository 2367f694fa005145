/// An accent or a letter as TeX writes it, in a source of Markdown: `\"o`, `\'{e}`, `\c{c}`, `{\o}`, `\ss{}`.
///
/// Of a sign behind a backslash, Markdown leaves the sign. A backslash before a quotation mark may be there for
/// another reason: `don\'t` and `\"so\"` come of programs that write Markdown, and `l\'eau` is French.

import Bytes
import Markup

struct TeXAccent {
    /// What was meant.
    let letter: String
    /// With the braces that belong to it.
    let range: Range<Int>
    /// The sign behind the backslash, which is shown in its place; `nil` for a command of letters, which is shown whole.
    let sign: Character?
    /// Whether it can be nothing else.
    let isCertain: Bool

    init?(in bytes: UnsafeBufferPointer<UInt8>, at slash: Int, within block: Range<Int>) {
        let reader = Reader(bytes: bytes, slash: slash, block: block)
        guard let accent = reader.accent ?? reader.ownLetter else { return nil }
        self = accent
    }

    fileprivate init(_ letter: String, _ range: Range<Int>, sign: Character?, isCertain: Bool) {
        self.letter = letter
        self.range = range
        self.sign = sign
        self.isCertain = isCertain
    }
}

/// Apostrophes with a backslash before them, as programs write them that escape each: `it\'s`, `citta\'`, `\'so`.
///
/// Where a text has one, any other is such, too. In code they are a program's.
enum EscapedApostrophes {
    static func exist(in map: SourceMap) -> Bool {
        var fence: Slice<UnsafeBufferPointer<UInt8>>?
        for number in 1...map.lineCount {
            let line = map.range(ofLine: number)
            let text = map.bytes[line].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
            if let open = fence {
                if isEnd(text, of: open) { fence = nil }
            } else if let open = Self.fence(text) {
                fence = open
            } else if exist(in: map.bytes, line) {
                return true
            }
        }
        return false
    }

    /// The signs with which a block of code begins: behind backticks, no other may stand (CommonMark, “Fenced code
    /// blocks”), so that a span of code at the beginning of a line begins none.
    private static func fence(
        _ text: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard let sign = text.first, "`~".utf8.contains(sign) else { return nil }
        let signs = text.prefix { $0 == sign }
        guard signs.count > 2, sign != tick || !text[signs.endIndex...].contains(tick) else {
            return nil
        }
        return signs
    }

    private static func isEnd(
        _ text: Slice<UnsafeBufferPointer<UInt8>>, of fence: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        let signs = text.prefix { $0 == fence[fence.startIndex] }
        return signs.count >= fence.count && text[signs.endIndex...].allSatisfy { $0 <= 0x20 }
    }

    private static let tick = UInt8(ascii: "`")

    private static func exist(in bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
        var index = body.lowerBound
        while let slash = bytes.firstIndex(of: UInt8(ascii: "\\"), in: index..<body.upperBound) {
            index = min(slash + 2, body.upperBound)
            guard index == slash + 2, bytes[slash + 1] == UInt8(ascii: "'") else { continue }
            if isInCode(slash, body, bytes) { continue }
            let word = bytes[index..<body.upperBound].prefix(4).prefix { $0.isASCIILetter }
            let ending = String(decoding: word, as: UTF8.self)
            let isBehindWord = slash > body.lowerBound && bytes[slash - 1].isLetter
            if isBehindWord {
                let isAtEnd = word.isEmpty && (index == body.upperBound || isEnd(bytes[index]))
                if isAtEnd || ["s", "t", "ll", "re", "ve"].contains(ending) { return true }
            } else if word.count > 1, slash == body.lowerBound || bytes[slash - 1] <= 0x20 {
                return true
            }
        }
        return false
    }

    private static func isInCode(
        _ slash: Int, _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var rest = bytes[line.lowerBound..<slash].suffix(longestCode)
        /// How many backticks the span began with that is open.
        var open = 0
        while let start = rest.firstIndex(of: tick) {
            let ticks = rest[start...].prefix { $0 == tick }
            open = open == 0 ? ticks.count : open == ticks.count ? 0 : open
            rest = rest[ticks.endIndex...]
        }
        return open > 0
    }

    /// In bytes: a paragraph on one line is not read again for each of its apostrophes.
    private static let longestCode = 200

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20 || ".,;:!?)".utf8.contains(byte)
    }
}

private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let slash: Int
    let block: Range<Int>

    private func byte(_ index: Int) -> UInt8 { block.contains(index) ? bytes[index] : 0x20 }

    private func isLetter(_ index: Int) -> Bool {
        // A letter of ASCII, or a byte of one beyond; quotation marks and dashes begin with 0xE2.
        let byte = byte(index)
        return byte.isASCIILetter || byte >= 0x80 && byte != 0xE2
    }

    /// Whether a letter stands right beside a range, or beside braces around it.
    private func isInWord(_ range: Range<Int>) -> Bool {
        isLetter(range.lowerBound - 1) || isLetter(range.upperBound)
    }

    /// A letter with a mark on it.
    var accent: TeXAccent? {
        let sign = byte(slash + 1)
        guard sign.isASCIILetter || "\"'`^~=.".utf8.contains(sign) else { return nil }
        let mark = Character(UnicodeScalar(sign))
        if byte(slash + 2) == UInt8(ascii: "{"), let (base, end) = argument(from: slash + 3),
            let letter = TeXLetters.letter(base, with: mark)
        {
            let range = withBraces(slash..<end)
            guard isInWord(range) || !sign.isASCIILetter && base.isUppercase else { return nil }
            // `\\d{n}` and `\\b{2}` are regular expressions as well, and `\\"{x}` a text with a variable.
            let isCertain =
                sign == UInt8(ascii: "\"")
                ? "aeiouyAEIOUY".contains(base)
                : !sign.isASCIILetter || "cHvk".utf8.contains(sign)
            return TeXAccent(
                String(letter), range, sign: sign.isASCIILetter ? nil : mark, isCertain: isCertain)
        }
        let base = byte(slash + 2)
        guard !sign.isASCIILetter, base.isASCIILetter,
            let letter = TeXLetters.letter(Character(UnicodeScalar(base)), with: mark)
        else { return nil }
        let plain = slash..<slash + 3
        let range = withBraces(plain)
        if range != plain {
            return TeXAccent(String(letter), range, sign: mark, isCertain: true)
        }
        guard isLikely(sign, base) else { return nil }
        return TeXAccent(String(letter), range, sign: mark, isCertain: false)
    }

    /// A letter in braces, or `\i`, behind the open one; and where the braces end.
    private func argument(from start: Int) -> (base: Character, end: Int)? {
        var index = start
        if byte(index) == UInt8(ascii: "\\") {
            index += 1
            guard "ij".utf8.contains(byte(index)) else { return nil }
        }
        guard byte(index).isASCIILetter, byte(index + 1) == UInt8(ascii: "}") else { return nil }
        return (Character(UnicodeScalar(byte(index))), index + 2)
    }

    /// The same with the braces right around it.
    private func withBraces(_ range: Range<Int>) -> Range<Int> {
        guard byte(range.lowerBound - 1) == UInt8(ascii: "{"),
            byte(range.upperBound) == UInt8(ascii: "}")
        else { return range }
        return range.lowerBound - 1..<range.upperBound + 1
    }

    /// `{\o}` or `\o{}`.
    var ownLetter: TeXAccent? {
        let name = bytes[slash + 1..<min(slash + 4, block.upperBound)].prefix { $0.isASCIILetter }
        guard let letter = TeXLetters.letters[String(decoding: name, as: UTF8.self)] else {
            return nil
        }
        var range = withBraces(slash..<name.endIndex)
        if range.lowerBound == slash {
            guard byte(name.endIndex) == UInt8(ascii: "{"),
                byte(name.endIndex + 1) == UInt8(ascii: "}")
            else { return nil }
            range = slash..<name.endIndex + 2
        }
        guard isInWord(range) else { return nil }
        return TeXAccent(letter, range, sign: nil, isCertain: true)
    }

    // MARK: - Without braces

    /// Whether a sign within a word is an accent, and neither an apostrophe nor a sign that is shown on purpose.
    private func isLikely(_ sign: UInt8, _ base: UInt8) -> Bool {
        guard isLetter(slash - 1) else { return false }
        let isVowel = "aeiouyAEIOUY".utf8.contains(base)
        switch sign {
        case UInt8(ascii: "\""): return isVowel
        // Between vowels it parts them in Arabic and Hawaiian names: `Sa\'id`.
        case UInt8(ascii: "'"):
            return isVowel && !"aeiouAEIOU".utf8.contains(byte(slash - 1))
                && !isApostrophe(before: base)
        // An okina stands between vowels: Hawai\`i.
        case UInt8(ascii: "`"):
            return base | 0x20 == UInt8(ascii: "e")
                || isVowel && !"aeiouAEIOU".utf8.contains(byte(slash - 1))
        case UInt8(ascii: "^"): return isVowel && isLetter(slash + 3)
        case UInt8(ascii: "~"): return "nao".utf8.contains(base | 0x20) && isLetter(slash + 3)
        default: return false
        }
    }

    /// What stands before an apostrophe and a vowel in French, Italian, Catalan and English, and in names.
    private static let elided: Set<String> = [
        "all", "anch", "aujourd", "bell", "buon", "c", "com", "cos", "d", "dall", "dell", "dov",
        "entr", "gl", "grand", "hawai", "j", "jusqu", "l", "lorsqu", "m", "ma", "mezz", "n", "nell",
        "nient", "nessun", "o", "presqu", "puisqu", "qu", "quand", "quell", "quelqu", "quest",
        "quoiqu", "qur", "s", "sant", "senz", "sott", "sull", "t", "tutt", "un", "v", "xi", "y",
    ]

    private func isApostrophe(before base: UInt8) -> Bool {
        var start = slash
        while start > block.lowerBound, slash - start < 12, isLetter(start - 1) { start -= 1 }
        let word = String(decoding: bytes[start..<slash], as: UTF8.self)
        // "d'Alembert" and "O'Odham"; in a word of capitals, all are.
        let isName =
            base < 0x60 && word.utf8.last.map { $0 > 0x60 || word.utf8.count == 1 } ?? false
        return isName || Self.elided.contains(word.lowercased())
    }
}
