/// Which words a page has: those of its language, in English where there are none.

import Content
import Templates

/// A language that the theme speaks.
enum ThemeLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case arabic = "ar"
    case japanese = "ja"
    case italian = "it"
    case portuguese = "pt"
    case dutch = "nl"
    case chinese = "zh"

    /// By the first subtag of a BCP 47 tag; Chinese is in simplified characters alone.
    init?(tag: String) {
        let subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
        guard let language = Self(rawValue: subtags.first.map(String.init) ?? "") else {
            return nil
        }
        if language == .chinese,
            subtags.contains(where: { ["hant", "tw", "hk", "mo"].contains($0) })
        {
            return nil
        }
        self = language
    }
}

/// The words of one language.
///
/// A class, so that to hand it on is to copy an address.
final class Wording: Sendable {
    let words: Words
    /// Those that have a name, as templates ask for them.
    let record: SharedRecord<WordsRecord>

    init(_ words: Words) {
        self.words = words
        record = SharedRecord(WordsRecord(named: ThemeWord.allCases.map { words[$0] }))
    }

    static func of(_ language: ThemeLanguage) -> Wording {
        switch language {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .arabic: arabic
        case .japanese: japanese
        case .italian: italian
        case .portuguese: portuguese
        case .dutch: dutch
        case .chinese: chinese
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
    private static let italian = Wording(.italian)
    private static let portuguese = Wording(.portuguese)
    private static let dutch = Wording(.dutch)
    private static let chinese = Wording(.chinese)
}

/// The words of a site in each language: the theme's, and the site's own in their place.
struct SiteWording: Sendable {
    /// In the site's language.
    let main: Wording
    /// Where the site has words of its own, by the tag in lower case.
    private let own: [String: Wording]

    init(_ configuration: SiteConfiguration) {
        var own: [String: Wording] = [:]
        // Those of a language hold for all its regions, and are made first.
        for site in configuration.words.sorted(by: { $0.language.count < $1.language.count })
        where !site.words.isEmpty {
            var words = Self.wording(site.language, own).words
            for (word, text) in site.words { words[word] = text }
            own[site.language.lowercased()] = Wording(words)
        }
        self.own = own
        main = Self.wording(configuration.language, own)
    }

    func of(tag: String) -> Wording { own.isEmpty ? .of(tag: tag) : Self.wording(tag, own) }

    /// By the whole tag, else by its beginnings (RFC 4647, section 3.4).
    private static func wording(_ tag: String, _ own: [String: Wording]) -> Wording {
        var part = tag.lowercased()[...]
        while true {
            if let wording = own[String(part)] { return wording }
            guard let dash = part.lastIndex(of: "-") else { return .of(tag: tag) }
            part = part[..<dash]
        }
    }
}
