/// What a new page shows as examples: an example that the site refuses would teach a mistake.

import Content
import Diagnostics

/// Names that pages of a site have, the most frequent first.
struct SiteExamples {
    /// A topic that the page may have; `nil` where none is allowed yet.
    let topic: String?
    /// Without those whose name two people have, who are told apart by more than it.
    let people: [String]

    init(of site: ParsedSite) {
        let pages = site.sources.compactMap(\.page).filter { !$0.metadata.isDraft }
        topic = Self.topic(among: pages, site.configuration)
        people = Self.people(among: pages)
    }

    /// One that has a record goes before all that pages name without one.
    private static func topic(
        among pages: [ParsedPage], _ configuration: SiteConfiguration?
    ) -> String? {
        let named = pages.flatMap { $0.metadata.topics.map(\.value) }
        let recorded = titles(of: pages, .topic)
        guard recorded.isEmpty else {
            let known = Set(recorded)
            return byFrequency(recorded + named.filter { known.contains($0) }).first
        }
        guard let configuration, !configuration.topicsAreControlled else { return nil }
        return byFrequency(named).first ?? "evaluation"
    }

    private static func people(among pages: [ParsedPage]) -> [String] {
        let authors = pages.flatMap(\.metadata.authors).filter { !$0.isOrganization }
        let thanked = pages.flatMap(\.metadata.acknowledgements).filter {
            $0.kind != .funding && $0.kind != .compute
        }
        .flatMap { $0.people.map(\.value) }
        let recorded = titles(of: pages, .person)
        let namesakes = Dictionary(grouping: recorded, by: \.self).filter { $1.count > 1 }.keys
        let told = Dictionary(grouping: authors, by: \.name.value)
            .filter { Set($1.map(\.orcid)).count > 1 }.keys
        let ambiguous = Set(namesakes).union(told)
        return byFrequency(authors.map(\.name.value) + thanked + recorded)
            .filter { !ambiguous.contains($0) }
    }

    private static func titles(of pages: [ParsedPage], _ role: ParsedPage.Role) -> [String] {
        pages.filter { $0.role == role }.map(\.metadata.title.value)
    }

    private static func byFrequency(_ names: [String]) -> [String] {
        Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            .sorted { $0.value == $1.value ? $0.key.precedes($1.key) : $0.value > $1.value }
            .map(\.key)
    }
}
