/// A resolved site and a checked theme: everything that is needed to write any output file.

import Bibliography
package import Bytes
import Content
package import Diagnostics
import Markup
package import Site
import Templates

/// Renders each output on demand.
///
/// Rendering cannot fail: whatever could was found while resolving and while the templates were
/// compiled. A publisher asks for one file at a time, so that the whole output is never in memory; a
/// preview asks for the page that a browser wants.
///
/// An immutable object, like the resolved site in it: records and fragments refer to it by the
/// hundred thousand, from every core, and copies would count references to all that it holds.
package final class RenderedSite: Sendable {
    package let site: ResolvedSite
    let graph: SiteGraph
    let configuration: SiteConfiguration
    package let theme: Theme
    let templates: PageTemplates
    let siteWording: SiteWording
    /// What all pages show of the site.
    let frame: SiteFrame
    /// `imprint 0.1.0`.
    let generator: String
    /// What publications are called in bibliographies.
    let citationKeys: CitationKeys
    /// The authors of each page, for its own page and for every list and feed that it is in.
    let authorRecords: PageCache<[AuthorRecord]>
    /// What each publication's citation gives: on its page, in its files, and in the lists of all.
    let citations: PageCache<WrittenCitation?>
    /// The beginning of each page's entry in feeds: in the site's, its topics' and its authors'.
    let entryBeginnings: PageCache<OutputBuffer>
    /// The first paragraphs with citations, for those that stand for a summary.
    let excerpts: PageCache<String?>

    package init(rendering site: ResolvedSite, theme: Theme, generator: String) {
        self.site = site
        graph = site.graph
        configuration = site.graph.configuration
        self.theme = theme
        templates = theme.templates
        siteWording = SiteWording(site.graph.configuration)
        frame = SiteFrame(site, wording: siteWording)
        self.generator = generator
        citationKeys = CitationKeys(graph)
        authorRecords = PageCache(pages: graph.pages.count)
        citations = PageCache(pages: graph.pages.count)
        entryBeginnings = PageCache(pages: graph.pages.count)
        excerpts = PageCache(pages: graph.pages.count)
    }

    /// The words in the site's language.
    var wording: Wording { siteWording.main }

    package var outputs: [PlannedOutput] { site.plan.outputs }

    /// Whether drafts are part of the site.
    package var isPreview: Bool { graph.includesDrafts }

    /// Appends the whole file to `output`.
    ///
    /// Assets of `content/` and smaller copies of images are the publisher's, and render to nothing; a social
    /// card renders to its drawing, of which the publisher has pixels made.
    package func render(_ content: OutputContent, into output: inout OutputBuffer) {
        let language = configuration.language
        switch content {
        case .home: templates.home.render(home(), language: language, into: &output)
        case .page(let id): renderPage(id, into: &output)
        case .section(let id, let page):
            let list = templates.sections[Self.name(of: graph[id])] ?? templates.section
            list.render(
                section(id, page: page),
                language: graph[id].record.flatMap { graph[$0].language } ?? language,
                into: &output)
        case .topicIndex: templates.topics.render(topicIndex(), language: language, into: &output)
        case .topic(let id, let page):
            templates.topic.render(topic(id, page: page), language: language, into: &output)
        case .peopleIndex:
            templates.people.render(peopleIndex(), language: language, into: &output)
        case .person(let id, let page):
            templates.person.render(person(id, page: page), language: language, into: &output)
        case .acknowledgements(let page):
            templates.acknowledgements.render(
                acknowledgements(page: page), language: language, into: &output)
        case .archive: templates.archive.render(archive(), language: language, into: &output)
        case .archiveYear(let year, let page):
            templates.archive.render(
                archive(year: year, page: page), language: language, into: &output)
        case .workIndex: templates.works.render(works(), language: language, into: &output)
        case .work(let index):
            templates.work.render(work(index), language: language, into: &output)
        case .search: templates.search.render(search(), language: language, into: &output)
        case .openSearch: renderOpenSearch(into: &output)
        case .notFound: templates.notFound.render(notFound(), language: language, into: &output)
        case .redirect(let index):
            templates.redirect.render(redirect(index), language: language, into: &output)
        case .atomFeed(let scope): renderAtomFeed(scope, into: &output)
        case .atomArchive(let scope, let number):
            renderAtomFeed(scope, archive: number, into: &output)
        case .jsonFeed: renderJSONFeed(into: &output)
        case .acknowledgementsJSON: renderAcknowledgementsJSON(into: &output)
        case .sitemap: renderSitemap(into: &output)
        case .sitemapPart(let part): renderSitemapPart(part, into: &output)
        case .robots: renderRobots(into: &output)
        case .noJekyll: break
        case .redirectRules: renderRedirectRules(into: &output)
        case .headerRules: renderHeaderRules(into: &output)
        case .bibliographyBibTeX: renderPublications(as: .bibTeX, into: &output)
        case .bibliographyJSON: renderPublications(as: .cslJSON, into: &output)
        case .citationFile(let id, let format):
            renderCitation(of: id, as: format, into: &output)
        case .themeAsset(let index): output.append(contentsOf: theme.assets[index].bytes)
        case .socialCard(let id): renderSocialCard(of: id, into: &output)
        case .asset, .imageCopy: break
        }
    }

    /// What is wrong between pages and templates.
    package var diagnostics: [Diagnostic] {
        layoutMistakes + repeatedReferencesHeadings + citationKeys.diagnostics
            + TemplateLinks.diagnostics(for: self)
            + PageShape.diagnostics(for: self) + StoppedCode.diagnostics(for: self)
            + StoppedMarkup.diagnostics(for: self)
    }

    private func renderPage(_ id: PageID, into output: inout OutputBuffer) {
        let page = graph[id]
        let template =
            page.source.metadata.layout.flatMap { templates.layouts[$0.value] }
            ?? (page.isPublication ? templates.publication : templates.page)
        template.render(
            publication(id),
            language: page.language ?? configuration.language,
            into: &output)
    }

    /// Ids of a page that links may point at: for the manifest, and so for the ledger.
    ///
    /// An old address has those of the page that it leads to, and a page those of sections that have moved from it.
    package func anchors(of content: OutputContent) -> [String] {
        guard let id = text(of: content), !graph[id].isWithdrawn else { return [] }
        return graph[id].source.document.anchors + movedPlaces(of: id).map(\.anchor)
    }

    /// What readers cite the page of an output by: for the manifest, and so for the ledger.
    package func citationKey(of content: OutputContent) -> String? {
        guard case .page(let id) = content else { return nil }
        return citationKey(of: id)
    }

    /// `nil` of what cannot be cited.
    package func citationKey(of id: PageID) -> String? {
        graph[id].isWithdrawn ? nil : export(of: id)?.key
    }

    /// The page whose text an output shows: its own, that to which it leads, or the introduction of a list.
    package func text(of content: OutputContent) -> PageID? {
        if case .redirect(let index) = content { return page(ledToBy: graph.redirects[index]) }
        return graph.text(of: content)
    }
}
