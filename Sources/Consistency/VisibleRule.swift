/// A reader finds the title, the authors in order, the dates, the licence and the DOI on the page.

import Bibliography
import Markup

enum VisibleRule {
    static func differences(_ page: EmittedPage, _ facts: PublicationFacts) -> [Difference] {
        var comparison = Comparison(facts)
        comparison.compare(.title, in: "the heading", page.heading, with: facts.title)
        comparison.compare(
            .authors, in: "the byline", byline(page, facts.authors), with: facts.authors)
        comparison.compare(
            .date, in: "the first time element",
            page.times.first.map { String($0.prefix(10)) }, with: facts.date.isoDate)
        if let modified = facts.modified?.isoDate {
            let said = page.times.first { $0.hasPrefix(modified) }
            comparison.compare(
                .date, in: "the time of the revision", said.map { String($0.prefix(10)) },
                with: modified)
        }
        // The frame of the page may name the licence of the site beside the page's own.
        if let license = facts.license, !facts.isWithdrawn {
            comparison.compare(
                .license, in: "the licence", nearest(license, page.links("license")), with: license)
        }
        if let doi = facts.doi {
            let url = DOI.url(doi)
            comparison.compare(
                .doi, in: "the DOI",
                nearest(url, page.links.filter { $0.address.hasPrefix("https://doi.org/") }),
                with: url)
        }
        return comparison.differences
    }

    /// The address itself, when any link leads there; else where the first leads.
    private static func nearest(_ url: String, _ links: [EmittedPage.Link]) -> String? {
        (links.first { $0.address == url } ?? links.first)?.address
    }

    /// As many names as there are authors: marked as such, else found in the text in this order.
    private static func byline(_ page: EmittedPage, _ authors: [String]) -> [String] {
        let marked = page.links("author")
        guard marked.isEmpty else { return marked.prefix(authors.count).map(\.text) }
        var rest = page.afterHeading.plain[...]
        return authors.filter { name in
            guard let place = rest.firstRange(of: name.plain) else { return false }
            rest = rest[place.upperBound...]
            return true
        }
    }
}
