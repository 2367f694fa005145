/// Which words a page has: those of its language, in English where there are none.

/// A language that the theme speaks.
enum ThemeLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case arabic = "ar"
    case japanese = "ja"

    /// By the first subtag of a BCP 47 tag.
    init?(tag: String) { self.init(rawValue: tag.prefix { $0 != "-" && $0 != "_" }.lowercased()) }
}

/// The words of one language.
///
/// A class, so that to hand it on is to copy an address.
final class Wording: Sendable {
    let words: Words

    private init(_ words: Words) { self.words = words }

    static func of(_ language: ThemeLanguage) -> Wording {
        switch language {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .arabic: arabic
        case .japanese: japanese
        }
    }

    /// The words for a BCP 47 tag; English for languages that the theme does not speak.
    static func of(tag: String) -> Wording { of(ThemeLanguage(tag: tag) ?? .english) }

    private static let english = Wording(.english)
    private static let german = Wording(.german)
    private static let french = Wording(.french)
    private static let spanish = Wording(.spanish)
    private static let arabic = Wording(.arabic)
    private static let japanese = Wording(.japanese)

    /// `rtl` for languages written from right to left, by their script or their first subtag.
    static func direction(of language: String) -> String {
        let parts = language.lowercased().split(separator: "-")
        let scripts: Set<Substring> = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"]
        if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
            return scripts.contains(script) ? "rtl" : "ltr"
        }
        let languages: Set<Substring> = [
            "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb",
        ]
        return languages.contains(parts.first ?? "") ? "rtl" : "ltr"
    }
}
