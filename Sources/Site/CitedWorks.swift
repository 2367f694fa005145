/// Works that published pages cite, and where.

package import Bibliography
import Content
import Diagnostics
import Markup

/// What citations say, by the BCP 47 tag of a language.
package typealias CitationWordsByLanguage = @Sendable (String) -> CitationWords

/// A work with the publications that cite it.
package struct CitedWork: Sendable {
    package let key: String
    package let work: Work
    /// Newest first; each with the places of the work it points at.
    package internal(set) var citedBy: [(page: PageID, reference: PageCitations.Reference)]

    /// Every cited work, in the order of a list of references.
    ///
    /// What was withdrawn cites nothing: the places that its text points from are not shown.
    static func collect(from citations: [PageCitations], in graph: SiteGraph) -> [CitedWork] {
        var byKey: [String: CitedWork] = [:]
        for id in graph.publications
            + graph.pages.indices.map({ PageID($0) }).filter({
                !graph[$0].isPublication
            }) where !graph[id].isWithdrawn
        {
            for reference in citations[id.index].references {
                byKey[
                    reference.key,
                    default: CitedWork(key: reference.key, work: reference.work, citedBy: [])
                ].citedBy.append((id, reference))
            }
        }
        return byKey.values.map { ($0, PageCitations.sortKey(of: $0.work)) }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Indices of works, by the sort keys of their authors' names.
    static func byAuthor(_ works: [CitedWork]) -> [String: [Int]] {
        var byAuthor: [String: [Int]] = [:]
        for (index, cited) in works.enumerated() {
            for name in Set(cited.work.authors.map { SortKey.of($0.display) }) {
                byAuthor[name, default: []].append(index)
            }
        }
        return byAuthor
    }
}

extension SiteGraph {
    /// The citations of one page, resolved.
    func citations(
        of page: SitePage, _ words: CitationWordsByLanguage
    ) -> (citations: PageCitations, diagnostics: [Diagnostic]) {
        var (citations, diagnostics) = PageCitations.resolve(
            page.source.document.citations,
            defaultWork: page.source.metadata.defaultWork?.value, library: works, path: page.path,
            words: words(page.language ?? configuration.language))
        // A folder's is looked up once for all of its pages.
        if let work = page.source.metadata.defaultWork,
            !page.source.metadata.inherited.contains(.defaultWork),
            let problem = works.diagnostic(
                forDefaultWork: work.value, at: SourceSpan(page.path, work.bytes))
        {
            diagnostics.append(problem)
        }
        for brackets in page.source.document.bracketedKeys where diagnostics.count < 200 {
            let isKnown = brackets.keys.allSatisfy { works.work(for: $0) != nil }
            if brackets.isInCitation {
                let key = brackets.keys.joined()
                guard isKnown || Self.hasYear(key) else { continue }
                diagnostics.append(
                    Diagnostic(
                        "citation.no-sign",
                        "‘\(key)’ has no ‘@’, and would be shown as it is written: write ‘@\(key)’ to cite it.",
                        at: SourceSpan(page.path, brackets.bytes), repair: "@" + key))
                continue
            }
            guard isKnown else { continue }
            let written = "[\(brackets.keys.map { "@" + $0 }.joined(separator: "; "))]"
            let span = SourceSpan(page.path, brackets.bytes)
            diagnostics.append(
                Diagnostic(
                    "citation.no-sign", .warning,
                    "The bibliography has what stands in these brackets: write ‘\(written)’ to cite it, or a "
                        + "backslash before the bracket.", at: span,
                    repair: written))
        }
        return (citations, diagnostics)
    }

    /// Whether a word ends as keys do that are made of a name and a year, and no place in a work: `lamport1994a`.
    private static func hasYear(_ key: String) -> Bool {
        key.wholeMatch(of: /[A-Za-z]{3,}[A-Za-z:_-]*(?:19|20)[0-9]{2}[a-z]?/) != nil
    }
}
