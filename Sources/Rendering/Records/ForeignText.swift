/// A text in another language than the one around it.
///
/// Records have it under `text_language` and `text_direction`: in a list, a name of the record goes before the same
/// one of the page, and `{{language}}` has to remain the page's in templates that were written before. (That
/// publications in lists have a `language` themselves is older.)

import Markup

/// How such a text is marked.
///
/// An object, so that the many records that are not foreign carry one word for it.
final class ForeignText: Sendable {
    /// BCP 47.
    let language: String
    /// `ltr` or `rtl`, when the text around it runs the other way.
    let direction: String?

    init(language: String, on surrounding: String) {
        self.language = language
        let direction = LanguageTag.direction(of: language)
        self.direction = direction == LanguageTag.direction(of: surrounding) ? nil : direction
    }
}
