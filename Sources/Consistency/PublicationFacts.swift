/// What the record says of each publication, for comparison with what is emitted.

import Bibliography
import Content
import Diagnostics
import Markup
import Rendering
import Site

struct PublicationFacts: Sendable {
    let title: String
    /// In order.
    let authors: [String]
    let date: Moment
    /// When it is later than the publication.
    let modified: Moment?
    /// When it appeared, and when it changed last, as feeds say it.
    let appeared: Moment
    let updated: Moment
    /// Address of the licence.
    let license: String?
    let doi: String?
    /// Absolute.
    let url: String
    /// `/posts/a/`.
    let path: String
    /// Whether scholarly indexes are told of it.
    let isScholarly: Bool
    let isWithdrawn: Bool
    let citation: PublicationExport
    let span: SourceSpan

    init?(of id: PageID, in site: RenderedSite) {
        let page = site.site.graph[id]
        guard page.isPublication, let date = page.date,
            let citation = site.export(of: id)
        else { return nil }
        let configuration = site.site.graph.configuration
        title = page.title
        authors = page.source.metadata.authors.map(\.name.value)
        self.date = date
        appeared = page.appearance ?? date
        updated = page.feedUpdate ?? date
        modified = page.lastChange.flatMap { $0.isoDate == date.isoDate ? nil : $0 }
        license = (page.source.metadata.license?.value ?? configuration.license)
            .flatMap { License.url(for: $0) }
        doi = page.source.metadata.doi?.value
        url = configuration.baseURL.origin + page.href
        path = page.permalink.path
        isWithdrawn = page.isWithdrawn
        isScholarly = page.kind != .news && !page.isWithdrawn
        self.citation = citation
        span = SourceSpan(page.path, page.source.metadata.title.bytes)
    }
}

/// The records of a site's publications.
struct SiteRecords: Sendable {
    let facts: [PageID: PublicationFacts]
    private let byURL: [String: PublicationFacts]
    /// Those in the lists of all publications, newest first.
    let published: [PublicationFacts]
    /// Addresses that several publications would have: a build says so, and nothing is to be said of either.
    private let shared: Set<String>

    init(of site: RenderedSite) {
        var facts: [PageID: PublicationFacts] = [:]
        for id in site.site.graph.publications { facts[id] = PublicationFacts(of: id, in: site) }
        var byAddress: [String: [PageID]] = [:]
        for (id, facts) in facts { byAddress[facts.url, default: []].append(id) }
        shared = Set(byAddress.lazy.filter { $0.value.count > 1 }.map(\.key))
        for id in byAddress.values.filter({ $0.count > 1 }).joined() { facts[id] = nil }
        self.facts = facts
        byURL = Dictionary(facts.values.map { ($0.url, $0) }) { first, _ in first }
        published = site.site.graph.publications.compactMap { facts[$0] }
            .filter { !$0.isWithdrawn }
    }

    /// What a feed says otherwise of the publication at an address.
    func differences(
        of entry: String, at address: String, in output: String,
        _ compare: (PublicationFacts, inout Comparison) -> Void
    ) -> [Difference] {
        if shared.contains(address) { return [] }
        guard let facts = byURL[address] else {
            return [
                Difference(
                    fact: .address, place: entry, output: output, found: address,
                    expected: "a publication", span: nil)
            ]
        }
        var comparison = Comparison(facts, at: output)
        compare(facts, &comparison)
        return comparison.differences
    }
}
