/// What all page kinds have in common.

package import Templates

/// The record of a page kind: whatever it shows, it has the chrome.
package protocol PageRecord: TemplateRecord {
    var chrome: Chrome { get }
}

/// The frame of every page.
///
/// An object: each field of the frame is read through it.
package final class Chrome: Sendable {
    let site: SharedRecord<SiteRecord>
    let head: SharedRecord<HeadRecord>
    /// The page's own language, BCP 47.
    let language: String
    let direction: String
    /// The theme's words in the page's language.
    let wording: Wording
    /// Whether the page is not in the site's language: then the frame says its own.
    let isForeign: Bool
    let breadcrumbs: [LinkRecord]
    /// Whether this is a build with drafts, whose every page says so.
    let isPreview: Bool
    /// Whether this very page is not published.
    let isDraft: Bool

    init(
        site: consuming SiteRecord, head: consuming HeadRecord, language: String, direction: String,
        wording: Wording,
        isForeign: Bool, breadcrumbs: [LinkRecord], isPreview: Bool, isDraft: Bool
    ) {
        self.site = SharedRecord(site)
        self.head = SharedRecord(head)
        self.language = language
        self.direction = direction
        self.wording = wording
        self.isForeign = isForeign
        self.breadcrumbs = breadcrumbs
        self.isPreview = isPreview
        self.isDraft = isDraft
    }
}

extension PageRecord {
    /// The declarations that every page kind's schema begins with.
    static var chromeFields: [Field<Self>] {
        [
            .record("site", "The site.", shared: { $0.chrome.site }),
            .record("head", "Metadata for machines.", shared: { $0.chrome.head }),
            .text("language", "BCP 47 tag of the page's language.") { $0.chrome.language },
            .text("direction", "Direction of the page's text: ltr or rtl.") {
                $0.chrome.direction
            },
            .record(
                "words", "The theme's words in the page's language.",
                shared: { $0.chrome.wording.record }),
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
