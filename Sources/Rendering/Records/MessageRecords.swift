/// What pages show that have little text of their own: 404, redirects, the search.

import Markup
package import Templates

/// A page that only says something: 404, a redirect.
package struct MessageRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    /// Where the reader should go instead.
    var targetURL: String
    var latest: [CardRecord]
    /// Anchors of the new page, for links to places of the old one.
    var places: [MovedPlaceRecord]

    package static let schema = RecordSchema<MessageRecord>(
        "Message", "A page that only says something: not found, moved.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .url("target_url", "Where to go: the new address, or the home page.") {
                $0.targetURL
            },
            .list("latest", "The newest publications.") { $0.latest },
            .list("places", "Of a redirect: the places of the new page.") { $0.places },
        ])
}

/// A place of a page that has moved: an id that the old address keeps, and where it is now.
package struct MovedPlaceRecord: TemplateRecord {
    var anchor: String
    var url: String
    var text: String

    package static let schema = RecordSchema<MovedPlaceRecord>(
        "MovedPlace", "A place of a page that has moved.",
        [
            .text("anchor", "Its id, which the old page must have too.") { $0.anchor },
            .url("url", "Where it is now.") { $0.url },
            .text("text", "The heading, or the id of anything else.") { $0.text },
        ])
}

/// The search page.
package struct SearchRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var indexURL: String

    package static let schema = RecordSchema<SearchRecord>(
        "Search", "The search page.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .url("index_url", "Address of the script that reads the search index.") {
                $0.indexURL
            },
        ])
}
