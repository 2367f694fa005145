/// What `imprint list` shows: rows of one kind of thing, in a stable order.

import Bibliography
import Content
import Diagnostics
import Markup
package import Site

package struct Listing: Sendable {
    package enum Subject: String, CaseIterable, Sendable {
        case drafts, scheduled, expired, publications, people, topics, works
    }

    enum Value: Hashable, Sendable {
        case text(String)
        case number(Int)
        /// As ISO 8601 counts it, for programs; and the years as readers see them: `350 BCE`.
        case year(Int, shown: String)
        case list([String])
        /// There is none: `null` in JSON, an empty cell in a table.
        case none

        static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .none }
    }

    /// Names of the columns, and keys of the JSON objects.
    let columns: [String]
    let rows: [[Value]]

    /// - Parameters:
    ///   - subject: What to list.
    ///   - site: The site with its drafts, which only the lists of unpublished pages show.
    package init(_ subject: Subject, of site: ResolvedSite) {
        switch subject {
        case .drafts: self.init(pages: site.graph) { $0 == .draft }
        case .scheduled: self.init(pages: site.graph, when: "publish_at") { $0.isScheduled }
        case .expired: self.init(pages: site.graph, when: "expired_at") { $0.isExpired }
        case .publications: self.init(pages: site.graph) { $0 == .published }
        case .people: self.init(peopleOf: site.graph)
        case .topics: self.init(topicsOf: site.graph)
        case .works: self.init(worksOf: site)
        }
    }

    private init(columns: [String], rows: [[Value]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Publications, and unpublished pages of every kind; newest first.
    private init(
        pages graph: SiteGraph, when: String? = nil, _ includes: (Visibility) -> Bool
    ) {
        let others = graph.pages.indices.map { PageID($0) }.filter {
            !graph[$0].isPublication && graph[$0].visibility != .published
        }
        columns = ["date"] + [when].compactMap { $0 } + ["kind", "title", "authors", "url", "path"]
        rows = (graph.publications + others).map { graph[$0] }.filter { includes($0.visibility) }
            .map { page in
                let moment: [Value] =
                    when == nil ? [] : [.optional(page.visibility.moment?.rfc3339)]
                return [.optional(page.date?.isoDate)] + moment + [
                    .text(page.kind.rawValue), .text(page.title),
                    .list(page.source.metadata.authors.map(\.name.value)),
                    .text(page.permalink.path),
                    .text(page.path),
                ]
            }
    }

    private init(peopleOf graph: SiteGraph) {
        self.init(
            columns: ["name", "publications", "thanks", "url", "path"],
            rows: graph.people.sorted { $0.sortKey < $1.sortKey }.map { person in
                [
                    .text(person.name), .number(person.wrote.count), .number(person.thanks.count),
                    .text(person.permalink.path), .optional(person.record.map { graph[$0].path }),
                ]
            })
    }

    private init(topicsOf graph: SiteGraph) {
        self.init(
            columns: ["name", "publications", "url", "path"],
            rows: graph.topics.sorted { $0.sortKey < $1.sortKey }.map { topic in
                [
                    .text(topic.name), .number(topic.publications.count),
                    .text(topic.permalink.path), .optional(topic.record.map { graph[$0].path }),
                ]
            })
    }

    private init(worksOf site: ResolvedSite) {
        let cited = Dictionary(
            site.citedWorks.map { ($0.key, Set($0.citedBy.map(\.page)).count) },
            uniquingKeysWith: { a, _ in a })
        let words = site.citationWords(site.graph.configuration.language)
        self.init(
            columns: ["key", "year", "title", "cited_by", "path"],
            rows: site.graph.works.works.map { work in
                [
                    .text(work.key),
                    work.issued.map { .year($0.year, shown: words.years($0)) } ?? .none,
                    .text(work.title), .number(cited[work.key] ?? 0), .text(work.span.path),
                ]
            })
    }
}

extension Visibility {
    fileprivate var isScheduled: Bool {
        if case .scheduled = self { true } else { false }
    }
    fileprivate var isExpired: Bool {
        if case .expired = self { true } else { false }
    }
}
