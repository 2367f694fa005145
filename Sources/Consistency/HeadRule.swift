/// The head of a page: its canonical address, Highwire tags for scholarly indexes, OpenGraph.

import Markup

enum HeadRule {
    static func differences(_ page: EmittedPage, _ facts: PublicationFacts) -> [Difference] {
        var comparison = Comparison(facts)
        if !page.title.hasPrefix(facts.title), !page.title.plain.contains(facts.title.plain) {
            comparison.compare(.title, in: "the title element", page.title, with: facts.title)
        }
        comparison.compare(
            .address, in: "the canonical address",
            page.headLinks.first { $0.relations == ["canonical"] }?.address, with: facts.url)
        compareOpenGraph(page, facts, &comparison)
        guard facts.isScholarly else {
            // Indexes of scholarship do not want news.
            let tags = page.tags.filter { $0.name.hasPrefix("citation_") }.map(\.name)
            if !tags.isEmpty {
                comparison.compare(.metadata, in: "the head", tags, with: ["no citation tags"])
            }
            return comparison.differences
        }
        func compare(_ fact: Difference.Fact, _ name: String, _ expected: [String]) {
            comparison.compare(fact, in: name, page.tags(name), with: expected)
        }
        compare(.title, "citation_title", [facts.title])
        compare(.authors, "citation_author", facts.authors)
        compare(
            .date, "citation_publication_date", [facts.date.slashedDate])
        compare(.address, "citation_fulltext_html_url", [facts.url])
        compare(.doi, "citation_doi", facts.doi.map { [$0] } ?? [])
        return comparison.differences
    }

    /// A theme may leave these out; it may not say something else.
    private static func compareOpenGraph(
        _ page: EmittedPage, _ facts: PublicationFacts, _ comparison: inout Comparison
    ) {
        func compare(_ fact: Difference.Fact, _ name: String, _ expected: String) {
            guard let found = page.tags(name).first else { return }
            comparison.compare(fact, in: name, found, with: expected)
        }
        compare(.title, "og:title", facts.title)
        compare(.address, "og:url", facts.url)
        compare(.date, "article:published_time", facts.date.rfc3339)
        compare(.date, "article:modified_time", (facts.modified ?? facts.date).rfc3339)
    }
}
