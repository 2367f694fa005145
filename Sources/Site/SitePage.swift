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
package struct SitePage: Sendable {
    package internal(set) var source: ParsedPage
    package let permalink: Permalink
    /// Root-relative URL, encoded: asked for with every link to the page.
    package let href: String
    package let kind: PageKind
    package let visibility: Visibility
    /// Parallel to the metadata's authors.
    package internal(set) var authors: [PersonID] = []
    /// Parallel to the metadata's acknowledgement groups, and to the people of each.
    package internal(set) var thanked: [[PersonID]] = []
    /// Without repeats.
    package internal(set) var topics: [TopicID] = []
    package internal(set) var section: SectionID?

    package var path: String { source.path }
    package var metadata: PageMetadata {
        source.metadata
    }
    package var document: Document { source.document }
    package var title: String { source.metadata.title.value }

    /// A page that was written by someone at some time, as opposed to "About", a biography or the
    /// introduction of a section.
    package var isPublication: Bool { source.role == .page && kind != .page }
    package var isWithdrawn: Bool { metadata.withdrawn != nil }

    /// The date that lists sort by.
    ///
    /// Pages without one sort last.
    package var sortDate: Int { metadata.date?.value.secondsSince1970 ?? .min }

    /// The last substantive change: `updated`, else the newest revision that is not a typo, else
    /// the date of publication.
    package var lastChange: Moment? {
        let dates = [metadata.date?.value, metadata.updated?.value].compactMap { $0 }
        let revised = metadata.revisions.filter { $0.kind != .typo }.map(\.date)
        return (dates + revised).max()
    }

    /// What lists and descriptions say: the summary, else the deck, else the first paragraph.
    package var summary: String? {
        metadata.summary ?? metadata.subtitle
            ?? (source.document.excerpt.isEmpty ? nil : source.document.excerpt)
    }
}
