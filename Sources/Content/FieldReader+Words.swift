/// `words` in `site.yaml`: what a site says in place of the theme's words.

import Markup

extension FieldReader {
    /// Words of the site's language; those of another stand in a group below its tag.
    mutating func words(_ pair: YAMLNode.Pair, siteLanguage: String) -> [SiteWords] {
        var own = SiteWords(language: siteLanguage, words: [:])
        var others: [SiteWords] = []
        for pair in pairs(pair.value, for: "words", example: "{topics: Research areas}") ?? [] {
            guard case .mapping(let pairs) = pair.value.value, ThemeWord(rawValue: pair.key) == nil
            else {
                read(pair, into: &own)
                continue
            }
            guard let language = language(Located(pair.key, at: pair.keyBytes)) else { continue }
            var words = SiteWords(language: language.value, words: [:])
            for pair in pairs { read(pair, into: &words) }
            others.append(words)
        }
        return [own] + others
    }

    private mutating func read(_ pair: YAMLNode.Pair, into words: inout SiteWords) {
        guard let word = ThemeWord(rawValue: pair.key) else {
            unknownKey(pair, known: ThemeWord.allCases.map(\.rawValue))
            return
        }
        words.words[word] = self.words(pair)?.typographic(QuotationMarks(language: words.language))
    }
}
