/// The words of the theme, as templates see them: `{{words.contents}}`.

import Content
package import Templates

/// The theme's words in one language.
///
/// In an array: a template that shows one of them must not copy all.
package struct WordsRecord: TemplateRecord {
    /// In the order of ``ThemeWord``.
    let named: [String]

    package static let schema = RecordSchema<WordsRecord>(
        "Words",
        "The theme's words, in the language of the page or of the site; here in English.",
        zip(ThemeWord.allCases, ThemeWord.allCases.map { Words.english[$0] }).enumerated().map {
            index, word in
            .text(word.0.rawValue, "“\(word.1)”") { $0.named[index] }
        })
}
