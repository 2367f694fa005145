/// People, topics, sections and series: what publications have in common.

package import Bibliography
package import Content
import Markup

/// Someone who wrote a publication, was thanked in one, or has a record.
///
/// An immutable object, as ``SitePage`` is.
package final class Person: Sendable {
    package let name: String
    package let permalink: Permalink
    package let href: String
    /// The page of `content/people/` about them.
    package let record: PageID?
    /// In parts, as citations need it.
    let citedName: PersonName
    /// That of a record, which says of each spelling where its family name is.
    let sortName: PersonName?
    /// Sorts by family name.
    package let sortKey: String
    /// Newest first.
    package let wrote: [PageID]
    /// The same by when it appeared, as feeds have it.
    package let entries: [PageID]
    /// Newest first.
    package let thanks: [Thanks]

    init(
        name: String, permalink: Permalink, href: String, record: PageID?, citedName: PersonName,
        sortName: PersonName?, sortKey: String, wrote: [PageID] = [], entries: [PageID] = [],
        thanks: [Thanks] = []
    ) {
        self.name = name
        self.permalink = permalink
        self.href = href
        self.record = record
        self.citedName = citedName
        self.sortName = sortName
        self.sortKey = sortKey
        self.wrote = wrote
        self.entries = entries
        self.thanks = thanks
    }

    func with(wrote: [PageID], entries: [PageID], thanks: [Thanks]) -> Person {
        Person(
            name: name, permalink: permalink, href: href, record: record, citedName: citedName,
            sortName: sortName, sortKey: sortKey, wrote: wrote, entries: entries,
            thanks: thanks)
    }

    /// The parts of the name as a byline writes it.
    package func citedName(writtenAs written: String) -> PersonName {
        written == name ? citedName : PersonName(splitting: written, sortedAs: sortName)
    }
}

/// One occasion on which a person was thanked.
package struct Thanks: Hashable, Sendable {
    package let page: PageID
    /// What the page's acknowledgements say of the group that the person is in.
    package let reason: String?
    package let kind: AcknowledgementGroup.Kind
}

/// A topic with the publications on it.
///
/// An immutable object, as ``SitePage`` is.
package final class Topic: Sendable {
    package let name: String
    package let permalink: Permalink
    package let href: String
    /// The page of `content/topics/` about it.
    package let record: PageID?
    package let sortKey: String
    private let links: Links

    /// What becomes known while the graph is made.
    struct Links: Sendable {
        var publications: [PageID] = []
        var entries: [PageID] = []
        var broader: TopicID?
        var narrower: [TopicID] = []
        var related: [TopicID] = []
    }

    init(
        name: String, permalink: Permalink, href: String, record: PageID?, sortKey: String,
        links: Links = Links()
    ) {
        self.name = name
        self.permalink = permalink
        self.href = href
        self.record = record
        self.sortKey = sortKey
        self.links = links
    }

    func with(_ links: Links) -> Topic {
        Topic(
            name: name, permalink: permalink, href: href, record: record, sortKey: sortKey,
            links: links)
    }

    /// Newest first.
    package var publications: [PageID] { links.publications }
    /// The same by when they appeared, as feeds have them.
    package var entries: [PageID] { links.entries }
    package var broader: TopicID? { links.broader }
    package var narrower: [TopicID] { links.narrower }
    /// Named in the record first, then those that share most publications.
    package var related: [TopicID] { links.related }
}

/// A folder of `content/` with its own listing.
package struct SiteSection: Sendable {
    package let permalink: Permalink
    package let title: String
    /// The folder's `index.md`.
    package let record: PageID?
    package internal(set) var parent: SectionID?
    /// Publications here and below, newest first.
    package internal(set) var publications: [PageID] = []
    /// Plain pages directly here, by title or as `sort_by` of the record says.
    package internal(set) var pages: [PageID] = []
    package internal(set) var children: [SectionID] = []
}

/// Publications that belong together in an order.
package struct Series: Sendable {
    package let name: String
    package internal(set) var parts: [PageID]
}

/// An old address at which a page leads on.
package struct Redirect: Sendable {
    package enum Target: Hashable, Sendable {
        /// The page whose alias it is.
        case page(PageID)
        /// Index in ``Content/SiteConfiguration/redirects``.
        case setting(Int)
    }

    /// Where it is written, relative to the output directory: `old/index.html`.
    package let outputPath: String
    /// As written, without the path of the base URL.
    package let from: String
    package let target: Target

    /// A path that ends in `/` or has no extension of a page redirects from a folder.
    init(from: String, path: String, target: Target) {
        let path = path.split(separator: "/").joined(separator: "/")
        let isFile = path.hasSuffix(".html") || path.hasSuffix(".htm")
        outputPath = isFile ? path : path + "/index.html"
        self.from = from
        self.target = target
    }
}
