/// Names of people and organizations, and how they are split, written and sorted.

import Bytes
import Markup

/// A name of a person or of an organization.
package struct PersonName: Hashable, Sendable {
    package var given = ""
    /// `van der`, before the family name.
    package var particle = ""
    package var family = ""
    /// A generational suffix such as “Jr”.
    package var suffix = ""
    /// The whole name of an organization; then the parts are empty.
    package var literal = ""

    package init(literal: String) { self.literal = literal }

    package init(given: String, particle: String = "", family: String, suffix: String = "") {
        self.given = given
        self.particle = particle
        self.family = family
        self.suffix = suffix
    }

    private static let particles = arabicParticles.union([
        "van", "von", "de", "da", "del", "della", "der", "den", "di", "la", "le", "du", "dos",
        "das",
        "do", "bin", "ibn", "al", "ter", "ten", "vom", "zu", "zur", "af", "av",
        "’t", "'t", "‘t", "’s", "'s", "‘s", "d’", "d'",
    ])

    /// Whether a word in small letters stands before family names: `van`, `de`.
    package static func isParticle(_ word: some StringProtocol) -> Bool {
        word.first?.isUppercase != true && particles.contains(String(word))
    }

    private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

    private static func isSuffix(_ word: some StringProtocol) -> Bool {
        suffixes.contains(word.lowercased().filter { $0 != "." })
    }

    /// Splits a name as a byline writes it: "Fei-Fei Li", "Ludwig van Beethoven", "Li, Fei-Fei",
    /// "Ann Doe Jr.".
    ///
    /// The last word is the family name, with the particles before it; in Han, kana and Hangul, the first is.
    package init(splitting name: String) {
        if let name = PersonName(eastAsian: name) {
            self = name
            return
        }
        let parts = name.split(separator: ",").map { Self.words(of: $0) }.filter { !$0.isEmpty }
        var (words, suffix) = (parts.first ?? [], "")
        var given: [String] = []
        for part in parts.dropFirst() {
            if part.count == 1, Self.isSuffix(part[0]) { suffix = part[0] } else { given += part }
        }
        if suffix.isEmpty, words.count > (given.isEmpty ? 2 : 1), let last = words.last,
            Self.isSuffix(last)
        {
            suffix = last
            words.removeLast()
        }
        if !given.isEmpty {
            let split = Self.splitParticles(words)
            self.init(
                given: given.joined(separator: " "), particle: split.particle,
                family: split.family, suffix: suffix)
            partElision()
            return
        }
        var family = max(0, words.count - Self.wordsOfFamily(atEndOf: words))
        var start = family
        while start > 0, Self.particles.contains(words[start - 1]) { start -= 1 }
        if start < family, start > 1, Self.isCapitalParticle(words[start - 1]) {
            start -= 1
            family = start
        }
        self.init(
            given: words[..<start].joined(separator: " "),
            particle: words[start..<family].joined(separator: " "),
            family: words.isEmpty ? name : words[family...].joined(separator: " "),
            suffix: suffix)
        partElision()
    }

    private static func splitParticles(_ words: [String]) -> (particle: String, family: String) {
        var count = 0
        while count < words.count - 1,
            words[count].first?.isLowercase ?? false || particles.contains(words[count])
        {
            count += 1
        }
        return (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
    }

    package var isOrganization: Bool { !literal.isEmpty }

    /// Family name with its particle: "van der Berg", "d’Alembert".
    package var familyWithParticle: String {
        if isOrganization { return literal }
        guard !particle.isEmpty else { return family }
        return particle + (Self.isElided(particle) ? "" : " ") + family
    }

    /// As it is spoken, "Fei-Fei Li" or "佐藤花子".
    package var display: String {
        if isOrganization { return literal }
        if isWrittenTogether { return family + given.filter { !$0.isWhitespace } }
        return [given, familyWithParticle, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Initials as APA writes them, with a space between: `F.-F.` and `J. K.` are such.
    ///
    /// A particle behind given names is none of them, and stays whole: `M. da` of “Silva, Maria da”. So does a name
    /// in a script without capital letters.
    package var initials: String { initialsOfBytes ?? initialsOfWords }

    /// The same for names that begin with capital letters of ASCII and go on in those of Latin, as nearly all do; `nil`
    /// for any other.
    ///
    /// By bytes, since every reference and every citation asks for them.
    private var initialsOfBytes: String? {
        var text = OutputBuffer()
        var previous = UInt8(ascii: " ")
        var hasInitial = false
        for byte in given.utf8 {
            switch byte {
            // Within a name: a letter from U+00C0 to U+017F.
            case 0x80...0xBF where hasInitial, 0xC3...0xC5 where hasInitial: break
            case 0x80...: return nil
            case 0x09...0x0D, 0x20, UInt8(ascii: "."), UInt8(ascii: "-"): hasInitial = false
            case 0x41...0x5A, 0x61...0x7A:
                guard !hasInitial else { break }
                if byte >= 0x61, previous != UInt8(ascii: "-") { return nil }
                // `J.R.` are two names, and `X.-Y.` is one.
                if !text.isEmpty { text.append(previous == UInt8(ascii: "-") ? previous : 0x20) }
                text.append(byte)
                text.append(UInt8(ascii: "."))
                hasInitial = true
            default: break
            }
            previous = byte
        }
        return String(decoding: text)
    }

    private var initialsOfWords: String {
        given.split(whereSeparator: \.isWhitespace).compactMap { word in
            if word.first?.isLowercase == true, Self.particles.contains(String(word)) {
                return String(word)
            }
            if !word.unicodeScalars.contains(where: \.properties.isCased) {
                return word.contains(where: \.isLetter) ? String(word) : nil
            }
            let names = word.replacing(".-", with: "-").split(separator: ".").map { name in
                name.split(separator: "-").compactMap { part in part.first { $0.isLetter } }
                    .map { "\($0)." }.joined(separator: "-")
            }
            let text = names.filter { !$0.isEmpty }.joined(separator: " ")
            return text.isEmpty ? nil : text
        }.joined(separator: " ")
    }

    /// With initials, as it stands where nothing is sorted by it; "佐藤花子" stays whole.
    var abbreviated: String {
        if isWrittenTogether { return display }
        return [initials, familyWithParticle].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// With the suffix behind, "Li, F.-F." or "佐藤花子".
    package var inverted: String {
        guard !isOrganization else { return literal }
        guard !isWrittenTogether else { return display }
        var text = familyWithParticle
        if !given.isEmpty { text += (NameScript.isArabic(text) ? "، " : ", ") + initials }
        if !suffix.isEmpty { text += ", " + suffix }
        return text
    }

    /// Sorts by family name, without case and accents; the particle counts for nothing.
    package var sortKey: String {
        SortKey.of(isOrganization ? literal : "\(family) \(given)")
    }

    /// Sorts entries of a list of references, where names begin with their particles: letter by
    /// letter, spaces and hyphens of a family name left out (APA 7, section 9.44).
    package var referenceKey: String {
        let family = SortKey.letters(of: familyWithParticle)
        return given.isEmpty ? family : family + " " + SortKey.of(initials + " " + given)
    }
}
