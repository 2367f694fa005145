/// Names as BibTeX and BibLaTeX write them.

import Markup

/// The parts of a name (BibTeX: "First von Last", "von Last, First", "von Last, Jr, First").
enum BibTeXName {
    /// `nil` for a name that is empty, or has more commas than the grammar knows.
    static func parse(_ text: String) -> PersonName? {
        var name = parts(of: text)
        // Braces say what belongs together.
        if !text.contains("{") { name?.partElision() }
        return name
    }

    private static func parts(of text: String) -> PersonName? {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        // A name wholly in braces is an organization.
        if trimmed.hasPrefix("{"), trimmed.hasSuffix("}"), closes(trimmed) {
            return PersonName(literal: TeXText.decode(String(trimmed.dropFirst().dropLast())).text)
        }
        let parts = splitCommas(trimmed)
        if let name = extended(parts) { return name }
        let decode = { (words: ArraySlice<String>) in
            TeXText.decode(words.joined(separator: " ")).text
        }
        switch parts.count {
        case 1:
            let words = splitWords(parts[0])
            // BibTeX knows neither the order of these names nor Arabic's compounds; braces say what belongs together.
            if let first = trimmed.utf8.first, first >= 0xD8, !trimmed.contains("{") {
                let whole = decode(words[...])
                if NameScript.isEastAsian(whole) || NameScript.isArabic(whole) {
                    return PersonName(splitting: whole)
                }
            }
            guard words.count > 1 else { return PersonName(given: "", family: decode(words[...])) }
            // von: the lower-case words before the last.
            let start = words.dropLast().firstIndex(where: isLowercase)
            guard let start else {
                let count = PersonName.wordsOfFamily(atEndOf: words.map { decode([$0]) })
                return PersonName(
                    given: decode(words.dropLast(count)), family: decode(words.suffix(count)))
            }
            if start > 1, PersonName.isCapitalParticle(words[start - 1]) {
                return PersonName(
                    given: decode(words[..<(start - 1)]), family: decode(words[(start - 1)...]))
            }
            let end = words.dropLast().lastIndex(where: isLowercase).map { $0 + 1 } ?? start
            return PersonName(
                given: decode(words[..<start]), particle: decode(words[start..<end]),
                family: decode(words[end...]))
        case 2...3:
            let words = splitWords(parts[0])
            let end = words.dropLast().lastIndex(where: isLowercase).map { $0 + 1 } ?? 0
            let suffix = parts.count > 2 ? TeXText.decode(parts[1]).text : ""
            return PersonName(
                given: TeXText.decode(parts[parts.count - 1]).text,
                particle: decode(words[..<end]), family: decode(words[end...]), suffix: suffix)
        default: return nil
        }
    }

    /// `family=Beethoven, given=Ludwig, prefix=van`: a name in parts (BibLaTeX manual, section 3.4).
    private static func extended(_ parts: [String]) -> PersonName? {
        var values: [String: String] = [:]
        for part in parts {
            guard let sign = part.firstIndex(of: "=") else { return nil }
            let key = part[..<sign].trimmed
            values[key] = TeXText.decode(part[part.index(after: sign)...].trimmed).text
        }
        guard let family = values["family"] else { return nil }
        return PersonName(
            given: values["given"] ?? "", particle: values["prefix"] ?? "", family: family,
            suffix: values["suffix"] ?? "")
    }

    /// Whole names with commas between them, joined as BibTeX joins them.
    ///
    /// - Returns: `nil` for what may be one name: all with one comma, since nobody can tell `Ann Lee, Bob Ray` from
    ///   `Van Dyke, Mary Jane`; and of three parts, those with a suffix, which is a word (`Jr`) or begins with a small
    ///   letter (`the Elder`).
    static func joined(_ text: String) -> String? {
        guard text.utf8.count(where: { $0 == UInt8(ascii: ",") }) > 1 else { return nil }
        var parts = splitCommas(text.trimmed).map(\.trimmed)
        // The comma before the last `and` of a list in English.
        let endsWithComma = parts.count > 2 && parts.last == ""
        if endsWithComma { parts.removeLast() }
        let names = parts.map(splitWords)
        guard parts.count > 2 || endsWithComma,
            names.allSatisfy({ $0.count > 1 && !$0[0].hasPrefix("{") && !isLowercase($0[0]) })
        else { return nil }
        // `Lee A, Ray B`, as medical journals cite.
        let areInverted = names.allSatisfy { $0.last.map(isInitials) ?? false }
        return names.map { words in
            areInverted
                ? words.dropLast().joined(separator: " ") + ", " + words.suffix(1).joined()
                : words.joined(separator: " ")
        }.joined(separator: " and ")
    }

    private static func isInitials(_ word: String) -> Bool {
        let letters = word.filter { $0 != "." }
        return (1...3).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }

    /// The names of a list: joined by `and`, outside of braces.
    static func list(_ text: String) -> [String] {
        var parts: [String] = []
        var current: [Substring] = []
        var depth = 0
        for piece in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            if depth == 0, piece.lowercased() == "and" {
                parts.append(current.joined(separator: " "))
                current = []
            } else {
                depth += piece.count { $0 == "{" } - piece.count { $0 == "}" }
                current.append(piece)
            }
        }
        return parts + [current.joined(separator: " ")]
    }

    /// Whether a word belongs to the von part: its first letter is small.
    ///
    /// A word in braces is of no case, unless the braces hold an accented letter (`{\'e}`).
    private static func isLowercase(_ word: String) -> Bool {
        if word.hasPrefix("{"), !word.hasPrefix("{\\") { return false }
        let plain = word.contains("\\") ? TeXText.decode(word).text : word
        return plain.first { $0.isLetter }?.isLowercase ?? false
    }

    /// Whether the first brace closes at the very end.
    private static func closes(_ text: String) -> Bool {
        var depth = 0
        for (offset, character) in text.enumerated() {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0 { return offset == text.count - 1 }
        }
        return false
    }

    private static func splitCommas(_ text: String) -> [String] { split(text) { $0 == "," } }

    private static func splitWords(_ text: String) -> [String] {
        split(text) { $0 == " " || $0 == "~" }.filter { !$0.isEmpty }
    }

    private static func split(_ text: String, at isSeparator: (Character) -> Bool) -> [String] {
        var parts = [""]
        var depth = 0
        var isCommand = false
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            // `\~n` is a letter, and no space.
            if depth == 0, !(isCommand && character == "~"), isSeparator(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            isCommand = character == "\\" && !isCommand
        }
        return parts.map { $0.trimmed }
    }
}

extension StringProtocol {
    /// Without white space at either end; U+00A0 counts.
    var trimmed: String {
        let text = drop(while: \.isWhitespace)
        var end = text.endIndex
        while end > text.startIndex, text[text.index(before: end)].isWhitespace {
            end = text.index(before: end)
        }
        return String(text[..<end])
    }
}
