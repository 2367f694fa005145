/// The words of the theme, as templates see them: `{{words.contents}}`.

import Content
package import Templates

/// The theme's words in one language.
///
/// The words lie in a class: a template that shows one of them must not copy all.
package struct WordsRecord: TemplateRecord {
    let wording: Wording

    package static let schema = RecordSchema<WordsRecord>(
        "Words",
        "The theme's words, in the language of the page or of the site; here in English.",
        zip(ThemeWord.allCases, Wording.of(.english).named).enumerated().map { index, word in
            .text(word.0.rawValue, "“\(word.1)”") { $0.wording.named[index] }
        })
}
