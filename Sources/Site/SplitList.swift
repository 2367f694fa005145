import Content

/// A list that stands on several pages when it is long.
///
/// The plan of outputs and the pages themselves read the same one.
package struct SplitList: Sendable {
    /// Entries on all pages.
    package let count: Int
    /// Entries on the first page.
    private let first: Int
    /// Entries on any other.
    private let rest: Int

    package init(_ count: Int, first: Int, rest: Int) {
        self.count = count
        self.first = first
        self.rest = rest
    }

    /// A compact list.
    package init(lines count: Int) {
        self.init(count, first: ListLimits.lines, rest: ListLimits.lines)
    }

    /// How many pages there are: at least one.
    package var pages: Int { count <= first ? 1 : 1 + (count - first + rest - 1) / rest }

    /// The entries on a page, which is counted from 1.
    package func range(ofPage page: Int) -> Range<Int> {
        guard page > 1 else { return 0..<min(count, first) }
        let start = min(count, first + (page - 2) * rest)
        return start..<min(count, start + rest)
    }
}

extension SiteGraph {
    /// The publications of a section, as cards.
    package func list(of section: SiteSection) -> SplitList {
        SplitList(section.publications.count, first: cards, rest: cards)
    }

    /// The publications of a topic: the newest as cards, the others as lines.
    package func list(of topic: Topic) -> SplitList {
        SplitList(topic.publications.count, first: cards, rest: ListLimits.lines)
    }

    /// What a person wrote and was thanked for stands side by side: the longer list decides.
    package func list(of person: Person) -> SplitList {
        SplitList(lines: max(person.wrote.count, person.thanks.count))
    }

    /// The pages of the sitemap.
    package var sitemap: SplitList {
        SplitList(
            sitemapPages.count, first: ListLimits.sitemapURLs, rest: ListLimits.sitemapURLs)
    }

    private var cards: Int { max(1, configuration.pagination) }
}
