/// Names in scripts that have customs of their own, and names that a record says how to split.

import Markup

extension PersonName {
    /// A name in Han, kana or Hangul, which has its family name first: `佐藤 花子`.
    ///
    /// Foreign names are written as they are spoken, given name first, and nothing tells their parts: `ジョン・スミス`
    /// stays whole, and so does whatever begins in katakana or with more syllables than a Korean family name has.
    ///
    /// - Returns: `nil` for a name in another script, and for one with a comma.
    init?(eastAsian name: String) {
        guard NameScript.isEastAsian(name) else { return nil }
        let words = name.split(whereSeparator: \.isWhitespace)
        guard let family = words.first, words.count > 1, !NameScript.isKatakana(family),
            !(NameScript.isHangul(family) && family.count > 2)
        else {
            self.init(given: "", family: words.joined(separator: " "))
            return
        }
        self.init(given: words.dropFirst().joined(separator: " "), family: String(family))
    }

    /// Whether family and given name are written together, in this order: `佐藤花子`.
    var isWrittenTogether: Bool {
        NameScript.isEastAsian(given) && NameScript.isEastAsian(family) && particle.isEmpty
            && suffix.isEmpty && !(NameScript.isKatakana(family) && NameScript.isKatakana(given))
    }

    /// The words of a name; in Arabic, `عبد` (servant of) and the word behind it are one.
    static func words(of name: Substring) -> [String] {
        let words = name.split(whereSeparator: \.isWhitespace).map { String($0) }
        guard words.count > 2 || words.count == 2 && words[0] == servant, words.contains(servant)
        else { return words }
        return words.reduce(into: []) { names, word in
            if names.last == servant {
                names[names.count - 1] += " " + word
            } else {
                names.append(word)
            }
        }
    }

    /// Words before a name that are one with it.
    package static let arabicCompounds = arabicParticles.union([servant])
    static let arabicParticles: Set<String> = [
        "بن", "ابن", "بنت", "آل", "أبو", "ابو", "أبي", "ابي", "أم",
    ]
    private static let servant = "عبد"

    // MARK: - Names with a sort name

    /// The name that a record sorts by: "García Márquez, Gabriel", with the comma of any script.
    package init(sortName: String) {
        self.init(
            splitting: String(sortName.map { Character.foreignCommas.contains($0) ? "," : $0 }))
    }

    /// Splits a spelling of a name where the name that it sorts by has its family name; else as any name.
    ///
    /// The sort name may be in another script, as kana are in Japan: what is cited is the spelling. Where it has words of
    /// the spelling and still does not tell where to part it, it is cited itself.
    package init(splitting name: String, sortedAs other: PersonName?) {
        self = other.flatMap { Self.split(name, sortedAs: $0) } ?? PersonName(splitting: name)
    }

    private static func split(_ name: String, sortedAs other: PersonName) -> PersonName? {
        var words = name.split { $0.isWhitespace || $0 == "," }.map { String($0) }
        let family = other.familyWithParticle.split(separator: " ").map { SortKey.of(String($0)) }
        let given = other.given.split(separator: " ").map { SortKey.of(String($0)) }
        var keys = words.map { SortKey.of($0) }
        var suffix = ""
        if !other.suffix.isEmpty,
            keys.last.map({ SortKey.letters(of: $0) }) == SortKey.letters(of: other.suffix)
        {
            suffix = words.removeLast()
            keys.removeLast()
        }
        // One that is elided is a part of the word behind it.
        let particles =
            other.particle.split(separator: " ").count - (Self.isElided(other.particle) ? 1 : 0)
        /// The spelling with its family name in these words.
        func parts(familyIn range: Range<Int>) -> PersonName {
            let family = words[range]
            var parts = PersonName(
                given: (words[..<range.lowerBound] + words[range.upperBound...])
                    .joined(separator: " "),
                particle: family.prefix(particles).joined(separator: " "),
                family: family.dropFirst(particles).joined(separator: " "), suffix: suffix)
            parts.partElision()
            return parts
        }
        if keys == family + given, !given.isEmpty { return parts(familyIn: 0..<family.count) }
        // The family name at the end will do: `G. García Márquez` has the same.
        if keys.count > family.count, keys.suffix(family.count).elementsEqual(family) {
            return parts(familyIn: (keys.count - family.count)..<keys.count)
        }
        // Or at the beginning: `Mao Zedong`, `Nagy P.`
        if keys.count > family.count, keys.starts(with: family) {
            return parts(familyIn: 0..<family.count)
        }
        // `山田太郎` for `山田, 太郎`.
        if other.isWrittenTogether, keys.joined() == (family + given).joined() { return other }
        return Set(keys).isDisjoint(with: family) ? nil : other
    }
}
