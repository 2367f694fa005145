/// Reads the site back as it would be published, and compares what it says with the record.
///
/// Byline, metadata, feeds and citation files are made from one record, but a theme stands between
/// the record and the reader: an edit of a template can drop an author from the page and leave the
/// rest as it was, or put an address together that no page has. Linear in the size of the site, and
/// done for `imprint check` alone.

import Bytes
package import Diagnostics
package import Files
package import Rendering
import Site

package enum ConsistencyCheck {
    /// Every difference between what a site says and its record, and every link of its pages that leads
    /// nowhere.
    ///
    /// - Parameters:
    ///   - site: What would be published.
    ///   - files: The sources, where the places of links are looked for.
    ///   - known: What a build has found: it is not said again of pages that show it.
    /// - Returns: What is wrong.
    package static func diagnostics(
        for site: RenderedSite, sources files: (any FileSystem)? = nil,
        besides known: [Diagnostic] = []
    ) async -> [Diagnostic] {
        let record = SiteRecords(of: site)
        let outputs = site.outputs
        let finder = AddressFinder(site.site)
        let reader = LinkReader(finder, outputs)
        let found = await Parallel.map(
            outputs.count, worker: { (buffer: OutputBuffer(), links: reader) }
        ) { worker, index -> Found in
            let content = outputs[index].content
            let rule = rule(for: content, record, site)
            let isPage = site.template(of: content) != nil
            var found = Found()
            guard rule != nil || isPage || content.isDrawing else { return found }
            worker.buffer.removeAll()
            site.render(content, into: &worker.buffer)
            let bytes = [UInt8](worker.buffer)
            found.differences = rule?(bytes, outputs[index].path) ?? []
            if isPage {
                let (template, others) = site.ownTemplates(of: content)
                for number in found.differences.indices {
                    found.differences[number].template = template
                    found.differences[number].otherTemplates = others
                }
                found.links = worker.links.read(bytes, index, of: outputs[index].path)
                found.shape = PageShape.mistake(in: bytes)
            }
            if content.isDrawing { found.drawing = DrawingRule.mistake(in: bytes) }
            return found
        }
        let links = LinkFindings(
            of: found.map(\.links), in: site, finder, files,
            KnownAddresses(of: known, in: site, reader))
        return report(found.flatMap(\.differences)) + links.diagnostics()
            + RepeatedIDs.diagnostics(found.map { $0.links?.repeatedID }, in: site, besides: known)
            + drawings(found.map(\.drawing), outputs)
            + shapes(found.map(\.shape), in: site, besides: known)
    }

    /// What one output shows.
    private struct Found: Sendable {
        var differences: [Difference] = []
        /// Of a page.
        var links: PageLinks?
        /// Why a page is no HTML.
        var shape: PageShape.Mistake?
        /// Why a social card cannot be drawn.
        var drawing: String?
    }

    /// One template draws them all: the first that is wrong shows its mistake.
    private static func drawings(
        _ mistakes: [String?], _ outputs: [PlannedOutput]
    ) -> [Diagnostic] {
        guard let (index, mistake) = mistakes.enumerated().first(where: { $0.element != nil }),
            let mistake
        else { return [] }
        return [
            Diagnostic(
                "template.malformed-drawing",
                "This makes ‘\(outputs[index].path)’ of a drawing that is not well-formed: \(mistake).",
                at: SourceSpan(file: "templates/social-card.svg"),
                notes: Diagnostic.Note.more(mistakes.count { $0 != nil } - 1))
        ]
    }

    /// Those of pages that a build has not tried.
    private static func shapes(
        _ mistakes: [PageShape.Mistake?], in site: RenderedSite, besides known: [Diagnostic]
    ) -> [Diagnostic] {
        let told = Set(known.map(\.message))
        return PageShape.diagnostics(mistakes, in: site).filter { !told.contains($0.message) }
    }

    private typealias Rule = (_ bytes: [UInt8], _ path: String) -> [Difference]

    /// What an output is held to; `nil` for one that says nothing of a publication, nor of other languages.
    private static func rule(
        for content: OutputContent, _ record: SiteRecords, _ site: RenderedSite
    ) -> Rule? {
        switch content {
        case .page, .home, .section:
            guard let id = site.site.graph.text(of: content) else { return nil }
            let facts = record.facts[id]
            let languages = LanguageRule(of: id, in: site)
            guard facts != nil || languages != nil else { return nil }
            return { bytes, _ in
                let page = EmittedPage(reading: bytes)
                return (languages?.differences(page) ?? [])
                    + (facts.map { differences(page, $0) } ?? [])
            }
        case .atomFeed, .atomArchive:
            return { FeedRule.differences($0, record, at: $1) }
        case .jsonFeed: return { JSONFeedRule.differences($0, record, at: $1) }
        case .bibliographyBibTeX:
            return { CitationRule.differences(bibtex: $0, record.published, at: $1) }
        case .bibliographyJSON:
            return { CitationRule.differences(csl: $0, record.published, at: $1) }
        case .citationFile(let id, let format):
            guard let facts = record.facts[id] else { return nil }
            switch format {
            case .bibTeX: return { CitationRule.differences(bibtex: $0, [facts], at: $1) }
            case .cslJSON: return { CitationRule.differences(csl: $0, [facts], at: $1) }
            case .ris: return { CitationRule.differences(ris: $0, facts, at: $1) }
            }
        case .topicIndex, .topic, .peopleIndex, .person, .acknowledgements,
            .acknowledgementsJSON, .archive, .archiveYear, .workIndex, .work, .search, .openSearch,
            .notFound, .redirect, .imageCopy, .socialCard,
            .sitemap, .sitemapPart, .robots, .noJekyll, .redirectRules, .headerRules, .asset,
            .themeAsset:
            return nil
        }
    }

    private static func differences(
        _ page: EmittedPage, _ facts: PublicationFacts
    ) -> [Difference] {
        VisibleRule.differences(page, facts) + HeadRule.differences(page, facts)
            + StructuredDataRule.differences(page, facts) + CitationRule.differences(page, facts)
    }

    /// A template's mistake is on every page: a few pages show it as well as ten thousand, and one does where the
    /// template can be told.
    private static func reports(of difference: Difference) -> Int {
        difference.template == nil ? 5 : 1
    }

    private static func report(_ differences: [Difference]) -> [Diagnostic] {
        var counts: [String: Int] = [:]
        for difference in differences { counts[difference.kind, default: 0] += 1 }
        var shown: [String: Int] = [:]
        return differences.compactMap { difference in
            let number = shown[difference.kind, default: 0] + 1
            let most = reports(of: difference)
            guard number <= most else { return nil }
            shown[difference.kind] = number
            let rest = number == most ? counts[difference.kind, default: 0] - number : 0
            return difference.diagnostic(notes: Diagnostic.Note.more(rest))
        }
    }
}

extension OutputContent {
    /// Whether it is rendered as a drawing, of which pixels are made.
    fileprivate var isDrawing: Bool {
        if case .socialCard = self { return true }
        return false
    }
}
