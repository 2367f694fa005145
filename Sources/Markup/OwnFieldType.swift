/// The types of fields that a site declares under `fields` in `site.yaml`: for front matter and templates alike.

package enum OwnFieldType: String, Hashable, Sendable, CaseIterable {
    case text, date, number, flag
    /// A file or a page, from the page that says it, or an address elsewhere.
    case url
    /// Texts.
    case list
}
