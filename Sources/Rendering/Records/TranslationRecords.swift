/// The same text in other languages: for readers, and for machines.

import Content
import Markup
import Site
package import Templates

/// A text in another language, as its page names it.
package struct TranslationRecord: TemplateRecord {
    let page: SitePage
    var language: String
    /// What the language calls itself.
    var name: String
    var isOriginal: Bool

    package static let schema = RecordSchema<TranslationRecord>(
        "Translation", "A page's text in another language.",
        [
            .text("language", "BCP 47 tag.") { $0.language },
            .text("direction", "Direction of its text: ltr or rtl.") {
                LanguageTag.direction(of: $0.language)
            },
            .text("name", "The language's name in itself: Deutsch, Français …") { $0.name },
            .text("title", "Its title.") { $0.page.title },
            .url("url", "Its address.") { $0.page.href },
            .flag("is_original", "Whether the others are translated from it; of no list.") {
                $0.isOriginal
            },
            .flag("is_withdrawn", "Whether it was withdrawn.") { $0.page.isWithdrawn },
            .flag("is_draft", "Whether it is not published (previews only).") {
                $0.page.visibility != .published
            },
        ])
}

/// One language of a page for machines: `link rel="alternate" hreflang`.
package struct AlternateRecord: TemplateRecord {
    /// `x-default` for the one of readers of no other.
    package let language: String
    package let url: String

    package static let schema = RecordSchema<AlternateRecord>(
        "Alternate", "A page's address in one language.",
        [
            .text("language", "BCP 47 tag; x-default for the original.") { $0.language },
            .url("url", "The absolute address.") { $0.url },
        ])
}
