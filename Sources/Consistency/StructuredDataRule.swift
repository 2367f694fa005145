/// JSON-LD: the publication as an item of schema.org.

import Bibliography
import Diagnostics
import Markup
import Rendering

enum StructuredDataRule {
    static func differences(_ page: EmittedPage, _ facts: PublicationFacts) -> [Difference] {
        var comparison = Comparison(facts)
        let item = page.structuredData.lazy.compactMap { StructuredItem.read($0) }.first
        let doi = facts.doi.map { DOI.url($0) }
        func compare(_ fact: Difference.Fact, _ key: String, _ expected: String?) {
            let found = item?[key]?.string
            if found == nil, expected == nil { return }
            comparison.compare(fact, in: "‘\(key)’ of JSON-LD", found, with: expected ?? "nothing")
        }
        compare(.title, "headline", facts.title)
        comparison.compare(
            .authors, in: "‘author’ of JSON-LD", item.map(authors) ?? [], with: facts.authors)
        compare(.date, "datePublished", facts.date.isoDate)
        compare(.date, "dateModified", facts.modified?.isoDate)
        compare(.license, "license", facts.license)
        compare(.doi, "@id", doi ?? facts.url)
        compare(.address, "url", facts.url)
        return comparison.differences
    }

    private static func authors(_ item: JSONValue) -> [String] {
        guard let author = item["author"] else { return [] }
        return (author.array ?? [author]).compactMap { $0["name"]?.string }
    }
}
