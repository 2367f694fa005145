/// A page of the site, in its place.

package import Content
package import Markup

/// Index of a page in ``SiteGraph/pages``.
package struct PageID: Hashable, Comparable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
    package static func < (a: PageID, b: PageID) -> Bool { a.index < b.index }
}

/// Index of a person in ``SiteGraph/people``.
package struct PersonID: Hashable, Comparable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
    package static func < (a: PersonID, b: PersonID) -> Bool { a.index < b.index }
}

/// Index of a topic in ``SiteGraph/topics``.
package struct TopicID: Hashable, Comparable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
    package static func < (a: TopicID, b: TopicID) -> Bool { a.index < b.index }
}

/// Index of a section in ``SiteGraph/sections``.
package struct SectionID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// A parsed page with its address and its links to people and topics.
///
/// An immutable object, like all that is looked at for every line of a list: from several cores,
/// copying a value and counting its references takes longer than the look.
package final class SitePage: Sendable {
    /// What its file says.
    ///
    /// Metadata and document are read in it, never passed on by a property here: that would copy the
    /// dozens of strings and lists in them at every look.
    package let source: ParsedPage
    package let permalink: Permalink
    /// Root-relative URL, encoded: asked for with every link to the page.
    package let href: String
    package let kind: PageKind
    package let visibility: Visibility
    // What lists show of a page stands here too: a list of a thousand pages asks each for it, and what
    // is found in the metadata is found in another place of memory for each.
    package let title: String
    package let date: Moment?
    /// BCP 47 tag, when the page names one.
    package let language: String?
    package let isWithdrawn: Bool
    /// Whether its revisions have a retraction; its text still stands, below the notice.
    package let isRetracted: Bool
    /// The last substantive change: `updated`, else the newest revision that is not a typo, else
    /// the date of publication.
    package let lastChange: Moment?
    /// When readers could see it first, as far as its file says: its date, or `publish_at` where that is later.
    package let appearance: Moment?
    private let links: Links

    /// What becomes known while the graph is made.
    struct Links: Sendable {
        var authors: [PersonID] = []
        var thanked: [[PersonID]] = []
        var topics: [TopicID] = []
        var section: SectionID?
        var translations: [PageID] = []
    }

    init(
        source: ParsedPage, permalink: Permalink, href: String, visibility: Visibility,
        links: Links = Links()
    ) {
        self.source = source
        self.permalink = permalink
        self.href = href
        kind = source.kind
        self.visibility = visibility
        self.links = links
        title = source.metadata.title.value
        date = source.metadata.date?.value
        language = source.metadata.language?.value
        isWithdrawn = source.metadata.withdrawn != nil
        isRetracted = source.metadata.revisions.contains { $0.kind == .retraction }
        let dates = [date, source.metadata.updated?.value].compactMap(\.self)
        let revised = source.metadata.revisions.filter { $0.kind != .typo }.map(\.date)
        lastChange = (dates + revised).max()
        appearance = date.map { max($0, source.metadata.publishAt?.value ?? $0) }
    }

    /// The same page with other links.
    ///
    /// What is known of its source is not looked up again: that would be another place of memory for each.
    private init(_ page: SitePage, links: Links) {
        source = page.source
        permalink = page.permalink
        href = page.href
        kind = page.kind
        visibility = page.visibility
        title = page.title
        date = page.date
        language = page.language
        isWithdrawn = page.isWithdrawn
        isRetracted = page.isRetracted
        lastChange = page.lastChange
        appearance = page.appearance
        self.links = links
    }

    /// The same page with another text.
    func with(source: ParsedPage) -> SitePage {
        SitePage(
            source: source, permalink: permalink, href: href, visibility: visibility, links: links)
    }

    /// The same page with more links.
    func with(_ link: (inout Links) -> Void) -> SitePage {
        var links = links
        link(&links)
        return SitePage(self, links: links)
    }

    /// Parallel to the metadata's authors.
    package var authors: [PersonID] { links.authors }
    /// Parallel to the metadata's acknowledgement groups, and to the people of each.
    package var thanked: [[PersonID]] { links.thanked }
    /// Without repeats.
    package var topics: [TopicID] { links.topics }
    package var section: SectionID? { links.section }
    /// The same text in every language that it is published in, this page included: the original, then
    /// its translations by language.
    ///
    /// Empty for a page in one language.
    package var translations: [PageID] { links.translations }

    /// The last change that readers of feeds are told of: to appear is one (RFC 4287, section 4.2.15).
    package var feedUpdate: Moment? {
        guard let lastChange, let appearance else { return lastChange ?? appearance }
        return max(lastChange, appearance)
    }

    package var path: String { source.path }

    /// A page that was written by someone at some time, as opposed to "About", a biography or the
    /// introduction of a section.
    package var isPublication: Bool { source.role == .page && kind != .page }

    /// The date that lists sort by.
    ///
    /// Pages without one sort last.
    package var sortDate: Int { date?.secondsSince1970 ?? .min }

    /// What lists and descriptions say: the summary, else the deck, else the first paragraph.
    ///
    /// Of a page that was withdrawn, the reason alone: its words are what was taken back. The paragraph has gaps
    /// for its citations, which `RenderedSite` fills.
    package var summaryWithGaps: String? {
        source.metadata.withdrawn?.text ?? abstract ?? source.metadata.subtitle
            ?? (source.document.excerpt.isEmpty ? nil : source.document.excerpt)
    }

    /// The summary as its authors wrote it; none of a page that was withdrawn.
    package var abstract: String? { isWithdrawn ? nil : source.metadata.summary }
}
