/// What all page kinds have in common.

package import Templates

/// The record of a page kind: whatever it shows, it has the chrome.
package protocol PageRecord: TemplateRecord {
    var chrome: Chrome { get }
}

/// The frame of every page.
package struct Chrome: Sendable {
    var site: SiteRecord
    var head: HeadRecord
    /// The page's own language, BCP 47.
    var language: String
    var direction: String
    /// The theme's words in the page's language.
    var wording: Wording
    /// Whether the page is not in the site's language: then the frame says its own.
    var isForeign: Bool
    var breadcrumbs: [LinkRecord]
    /// Whether this is a build with drafts, whose every page says so.
    var isPreview: Bool
    /// Whether this very page is not published.
    var isDraft: Bool
}

extension PageRecord {
    /// The declarations that every page kind's schema begins with.
    static var chromeFields: [Field<Self>] {
        [
            .record("site", "The site.") { $0.chrome.site },
            .record("head", "Metadata for machines.") { $0.chrome.head },
            .text("language", "BCP 47 tag of the page's language.") { $0.chrome.language },
            .text("direction", "Direction of the page's text: ltr or rtl.") {
                $0.chrome.direction
            },
            .record("words", "The theme's words in the page's language.") {
                WordsRecord(wording: $0.chrome.wording)
            },
            .flag("is_foreign", "Whether the page is not in the site's language.") {
                $0.chrome.isForeign
            },
            .list("breadcrumbs", "The way from the home page to this one, without this one.") {
                $0.chrome.breadcrumbs
            },
            .flag("is_preview", "Whether the site was built with drafts.") {
                $0.chrome.isPreview
            },
            .flag("is_draft", "Whether this page is not published (previews only).") {
                $0.chrome.isDraft
            },
        ]
    }
}
