/// Family names of several words in a byline, which has no comma to tell them from given names.

extension PersonName {
    /// How many words at the end are the family name, particles in small letters apart.
    ///
    /// A particle with a capital letter is a part of it, in Italy, Flanders and America: `De Rossi`, `Van Damme`,
    /// `Du Bois`. So is `Abd` before the name that it serves, `Abd al-Wahhab`.
    static func wordsOfFamily(atEndOf words: [String]) -> Int {
        guard words.count > 1, let last = words.last else { return 1 }
        let article = last.prefix { $0 != "-" }
        if (2...3).contains(article.count), article.count < last.count,
            // Of two words, `Abdul` is the given name.
            isServant(words[words.count - 2], of: words.count > 2 ? servants : ["abd"])
        {
            return 2
        }
        var count = 1
        // Something has to be left as the given name.
        while count < words.count - 1, count < 4,
            capitalParticles.contains(words[words.count - 1 - count])
        {
            count += 1
        }
        // To Vietnamese, `Van` and `Le` are given names.
        let isVietnamese = [words[0], last].contains { vietnameseFamilies.contains(SortKey.of($0)) }
        return count > 1 && isVietnamese ? 1 : count
    }

    /// Where the family name begins that particles in small letters stand in: `Van den Broeck`, `De la Cruz`.
    static func isCapitalParticle(_ word: String) -> Bool { capitalParticles.contains(word) }

    private static let capitalParticles: Set<String> = [
        "De", "Di", "Du", "Del", "Della", "Dello", "Degli", "Dei", "Da", "Dal", "Dalla", "Dos",
        "Das", "La", "Le",
        "Van", "Von", "Vande", "Vander", "Der", "Den", "Ter", "Ten", "Vom", "Zu", "Zur",
    ]

    private static let vietnameseFamilies: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do",
        "ho", "ngo", "duong",
        "ly", "dinh", "truong", "luong", "cao", "anh", "minh", "hung", "dung",
    ]

    /// `ʿAbd`, whatever sign stands for the ayn.
    private static func isServant(_ word: String, of servants: Set<String>) -> Bool {
        servants.contains(word.lowercased().filter { $0.isASCII && $0.isLetter })
    }

    private static let servants: Set<String> = ["abd", "abdul", "abdel"]

    // MARK: - Elision

    /// Moves `d’` of `d’Alembert` and `l’` of `l’Hôpital` from the family name to the particle.
    ///
    /// As with any particle, one with a capital letter is a part of the family name: `D’Annunzio`.
    mutating func partElision() {
        let article = family.prefix { $0.isLowercase && $0.isASCII }
        guard article.endIndex < family.endIndex, Self.elidedArticles.contains(article),
            Self.apostrophes.contains(family[article.endIndex])
        else { return }
        let rest = family.index(after: article.endIndex)
        guard rest < family.endIndex, family[rest].isUppercase else { return }
        particle += (particle.isEmpty ? "" : " ") + family[..<rest]
        family = String(family[rest...])
    }

    /// Whether a particle stands right before its name.
    static func isElided(_ particle: String) -> Bool {
        guard let last = particle.last, apostrophes.contains(last) else { return false }
        let article = particle.dropLast().reversed().prefix { $0 != " " }.reversed()
        return elidedArticles.contains(String(article)[...])
    }

    private static let elidedArticles: Set<Substring> = [
        "d", "l", "dell", "dall", "all", "nell", "sull", "del", "dal",
    ]
    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ"]
}
