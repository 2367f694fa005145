/// The site with every question answered: where each link leads, what each citation says, who cites
/// whom. To render, one must hold one; the only way to have one is to have resolved.

import Bibliography
package import Content
package import Diagnostics
package import Files
package import Markup

package final class ResolvedSite: Sendable {
    package let graph: SiteGraph
    package let plan: OutputPlan
    /// Parallel to `graph.pages`.
    private let resolved: [ResolvedPage]
    /// Keys of the works that published pages cite, in the order of their entries.
    package let citedWorks: [CitedWork]
    /// Indices in ``citedWorks``, by the sort key of an author's name.
    private let worksByAuthor: [String: [Int]]
    package let imageSizes: [String: PixelSize]
    private let dataTables: DataTables
    /// What `site.yaml` leads on.
    package let redirects: SiteRedirects
    /// What hangs on the site as a whole: its settings, its bibliography, the time of the build.
    private let siteDiagnostics: [Diagnostic]
    package let citationWords: CitationWordsByLanguage

    /// What is wrong with links and citations; not what is wrong with a file by itself.
    package var diagnostics: [Diagnostic] {
        graph.diagnostics + plan.diagnostics + resolved.flatMap(\.answers.diagnostics)
            + siteDiagnostics
    }

    /// Answers every reference and citation of a site.
    ///
    /// - Parameters:
    ///   - graph: The linked site.
    ///   - files: Where the sizes of images are read.
    ///   - themeAssets: Output paths of the theme's assets, for collisions.
    ///   - citationWords: What citations say.
    package init(
        resolving graph: SiteGraph, files: any FileSystem, themeAssets: [String],
        citationWords: @escaping CitationWordsByLanguage
    ) async {
        self.citationWords = citationWords
        // Beside the pages, where a core is free: each looks at all of them.
        async let futureDates = FutureDateCheck.diagnostics(for: graph)
        async let pageChecks =
            PlainPageCheck.diagnostics(for: graph) + EmptyPageCheck.diagnostics(for: graph)
            + AliasCheck.diagnostics(for: graph) + WithdrawalCheck.diagnostics(for: graph)
        let citations = await Parallel.map(graph.pages.count) {
            graph.citations(of: graph.pages[$0], citationWords)
        }
        let works = CitedWork.collect(from: citations.map(\.citations), in: graph)
        let images = await ImageSizes.read(graph.assets, from: files)
        let imageSizes = images.byPath
        let pointers = await GitPointer.diagnostics(for: graph.assets, from: files)
        dataTables = await DataTables.read(for: graph, from: files)
        let plan = OutputPlan(
            for: graph, citedWorks: works.map(\.key), themeAssets: themeAssets,
            imageSizes: imageSizes)
        let answers = await Parallel.map(graph.pages.count) { index in
            PageAnswers(
                resolving: graph.pages[index], PageID(index), in: graph, plan: plan,
                imageSizes: imageSizes, citations: citations[index])
        }
        let broken = await Parallel.map(graph.brokenPages.count) { index in
            PageAnswers(
                resolving: graph.brokenPages[index], nil, in: graph, plan: plan,
                imageSizes: imageSizes,
                citations: graph.citations(of: graph.brokenPages[index], citationWords)
            ).diagnostics
        }
        let citedBy = Backlinks.pages(linkingTo: answers, in: graph)
        let neighbours = Neighbours.pages(around: graph)
        resolved = await Parallel.map(
            graph.pages.count, worker: { RelationFinder(graph: graph) }
        ) { finder, index in
            // Publications linked in either direction.
            let linked = Set(answers[index].links).union(citedBy[index])
            let relations =
                graph.pages[index].isPublication
                ? finder.relations(of: PageID(index), linked: linked) : []
            return ResolvedPage(
                answers[index],
                PageSurroundings(
                    citedBy: citedBy[index], relations: relations,
                    neighbours: neighbours[index]))
        }
        self.graph = graph
        self.plan = plan
        self.imageSizes = imageSizes
        citedWorks = works
        worksByAuthor = CitedWork.byAuthor(works)
        redirects = SiteRedirects(of: graph, in: plan)
        siteDiagnostics =
            await futureDates + pageChecks + NavigationCheck.diagnostics(for: graph, plan)
            + SiteImageCheck.diagnostics(for: graph, plan) + DefaultsCheck.diagnostics(for: graph)
            + graph.citationsOfWithheld(works)
            + redirects.diagnostics
            + dataTables.diagnostics + images.diagnostics + pointers + broken.joined()
    }

    /// The site with another text for one of its pages, when nothing but that page depends on it:
    /// the metadata, the anchors, the pages it links to and the works it cites are those of before.
    ///
    /// - Returns: `nil` when more has to be resolved anew.
    package func replacing(_ page: ParsedPage) -> ResolvedSite? {
        guard !graph.filesDependOnTexts, let id = graph.page(atSource: page.path) else {
            return nil
        }
        let old = graph[id].source
        guard old.slug == page.slug, old.role == page.role, old.metadata == page.metadata,
            old.document.anchors == page.document.anchors,
            old.document.dataTableTargets == page.document.dataTableTargets
        else { return nil }
        let graph = graph.replacing(id, with: page)
        let known = resolved[id.index]
        let answers = PageAnswers(
            resolving: graph[id], id, in: graph, plan: plan, imageSizes: imageSizes,
            citations: graph.citations(of: graph[id], citationWords))
        guard answers.links == known.answers.links,
            answers.citations.cites(sameAs: known.citations)
        else { return nil }
        var resolved = resolved
        resolved[id.index] = ResolvedPage(answers, known.surroundings)
        return ResolvedSite(self, graph: graph, resolved: resolved)
    }

    private init(_ site: ResolvedSite, graph: SiteGraph, resolved: [ResolvedPage]) {
        self.graph = graph
        self.resolved = resolved
        plan = site.plan
        imageSizes = site.imageSizes
        dataTables = site.dataTables
        redirects = site.redirects
        citedWorks = site.citedWorks
        worksByAuthor = site.worksByAuthor
        siteDiagnostics = site.siteDiagnostics
        citationWords = site.citationWords
    }

    /// The works that are cited of someone, by the name as a byline has it.
    package func citedWorks(by author: String) -> [CitedWork] {
        (worksByAuthor[SortKey.of(author)] ?? []).map { citedWorks[$0] }
    }

    package subscript(id: PageID) -> ResolvedPage {
        resolved[id.index]
    }

    /// Where an old address leads.
    package func destination(of redirect: Redirect) -> Destination {
        switch redirect.target {
        case .page(let id): .page(id, anchor: nil)
        case .setting(let index): redirects.destinations[index]
        }
    }

    // What fills a page's slots.

    /// The table of the file that one of a page's references leads to.
    package func dataTable(_ reference: Int, of id: PageID) -> DelimitedText? {
        guard case .asset(let address, _) = resolved[id.index].destinations[reference] else {
            return nil
        }
        return dataTables[address]
    }

    /// What stands for one of a page's citations.
    package func citation(_ index: Int, of id: PageID) -> Fragment {
        resolved[id.index].citations.groups[index]
    }

    /// One of the people that a page's acknowledgements name.
    package func mention(_ index: Int, of id: PageID) -> PersonID {
        resolved[id.index].mentions[index]
    }
}
