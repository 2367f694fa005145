/// The site with every question answered: where each link leads, what each citation says, who cites
/// whom. To render, one must hold one; the only way to have one is to have resolved.

package import Bibliography
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
        graph.diagnostics + plan.diagnostics + resolved.flatMap(\.diagnostics)
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
        var pages = await Parallel.map(graph.pages.count) { index in
            ResolvedPage(
                resolving: graph.pages[index], PageID(index), in: graph, plan: plan,
                imageSizes: imageSizes, citations: citations[index])
        }
        let broken = await Parallel.map(graph.brokenPages.count) { index in
            ResolvedPage(
                resolving: graph.brokenPages[index], nil, in: graph, plan: plan,
                imageSizes: imageSizes,
                citations: graph.citations(of: graph.brokenPages[index], citationWords)
            ).diagnostics
        }
        Backlinks.connect(&pages, in: graph)
        let linked = pages
        let relations = await Parallel.map(
            graph.pages.count, worker: { RelationFinder(graph: graph) }
        ) { finder, index in
            graph.pages[index].isPublication
                ? finder.relations(of: PageID(index), linked: linked[index].linked) : []
        }
        for index in pages.indices { pages[index].relations = relations[index] }
        Neighbours.connect(&pages, in: graph)
        self.graph = graph
        self.plan = plan
        self.imageSizes = imageSizes
        resolved = pages
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
        var new = ResolvedPage(
            resolving: graph[id], id, in: graph, plan: plan, imageSizes: imageSizes,
            citations: graph.citations(of: graph[id], citationWords))
        guard new.links == resolved[id.index].links,
            new.citations.cites(sameAs: resolved[id.index].citations)
        else { return nil }
        new.adoptNeighbours(of: resolved[id.index])
        var resolved = resolved
        resolved[id.index] = new
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

    // What fills a page's slots, each without a copy of all the others.

    /// Where one of a page's references leads.
    package func destination(_ reference: Int, of id: PageID) -> Destination {
        resolved[id.index].destinations[reference]
    }

    /// The table of the file that one of a page's references leads to.
    package func dataTable(_ reference: Int, of id: PageID) -> DelimitedText? {
        guard case .asset(let address, _) = destination(reference, of: id) else { return nil }
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

/// The answers for one page.
package struct ResolvedPage: Sendable {
    /// Parallel to the document's references.
    package let destinations: [Destination]
    /// Parallel to the document's mentions.
    package let mentions: [PersonID]
    package let hero: Destination?
    package let pdf: Destination?
    /// Of the addresses below `extra`, in their order.
    package let extra: [Destination]
    /// The publications that the home page shows first.
    package let featured: [PageID]
    package let citations: PageCitations
    /// Pages of this site that link here, newest first.
    package internal(set) var citedBy: [PageID] = []
    package internal(set) var relations: [Relation] = []
    /// The publication before and after it in its section.
    package internal(set) var older: PageID?
    package internal(set) var newer: PageID?
    /// Pages that this one links to.
    let links: [PageID]
    let diagnostics: [Diagnostic]

    /// Publications linked in either direction.
    var linked: Set<PageID> { Set(links).union(citedBy) }

    /// `id` is `nil` for a page that is no part of the site.
    init(
        resolving page: SitePage, _ id: PageID?, in graph: SiteGraph, plan: OutputPlan,
        imageSizes: [String: PixelSize],
        citations: (citations: PageCitations, diagnostics: [Diagnostic])
    ) {
        var resolver = LinkResolver(
            graph: graph, plan: plan, imageSizes: imageSizes, page: page)
        destinations = resolver.destinations()
        hero = page.source.metadata.image.map { resolver.hero($0) }
        pdf = page.source.metadata.pdf.map { resolver.pdf($0) }
        extra = resolver.extra()
        featured = resolver.featured()
        resolver.checkMetadata()
        diagnostics = citations.diagnostics + resolver.diagnostics
        mentions = page.source.document.mentions.compactMap { graph.person(named: $0) }
        var links: [PageID] = []
        for case .page(let target, _) in destinations where target != id && !links.contains(target)
        {
            links.append(target)
        }
        self.links = links
        self.citations = citations.citations
    }

    /// What other pages have to do with this one.
    fileprivate mutating func adoptNeighbours(of old: ResolvedPage) {
        citedBy = old.citedBy
        relations = old.relations
        older = old.older
        newer = old.newer
    }
}

/// "Cited by": links read backwards.
enum Backlinks {
    static func connect(_ pages: inout [ResolvedPage], in graph: SiteGraph) {
        for (index, page) in pages.enumerated() where graph.pages[index].source.role == .page {
            for target in page.links where !graph.areVersions(PageID(index), target) {
                pages[target.index].citedBy.append(PageID(index))
            }
        }
        for index in pages.indices { graph.sortNewestFirst(&pages[index].citedBy) }
    }
}

/// The publications before and after each one, by date, in the section it stands in.
///
/// A text in several languages has one place, that of its original: nobody wants to read next what they have
/// just read. From each version the way leads on in its language.
enum Neighbours {
    static func connect(_ pages: inout [ResolvedPage], in graph: SiteGraph) {
        var newest: [SectionID: PageID] = [:]
        for id in graph.publications {
            guard let section = graph[id].section, isFirst(id, in: section, graph) else { continue }
            if let newer = newest[section] {
                forEachVersion(of: id, in: section, graph) {
                    pages[$0.index].newer = neighbour(newer, of: $0, graph)
                }
                forEachVersion(of: newer, in: section, graph) {
                    pages[$0.index].older = neighbour(id, of: $0, graph)
                }
            }
            newest[section] = id
        }
    }

    /// Whether a page stands for its text in a section: the first of the versions there.
    private static func isFirst(_ id: PageID, in section: SectionID, _ graph: SiteGraph) -> Bool {
        let group = graph[id].translations
        return group.isEmpty || group.first { stands($0, in: section, graph) } == id
    }

    /// Calls a function with each version of a text in a section, without an array of them: most texts have one.
    private static func forEachVersion(
        of id: PageID, in section: SectionID, _ graph: SiteGraph, _ body: (PageID) -> Void
    ) {
        let group = graph[id].translations
        guard !group.isEmpty else { return body(id) }
        for version in group where stands(version, in: section, graph) { body(version) }
    }

    private static func stands(
        _ id: PageID, in section: SectionID, _ graph: SiteGraph
    ) -> Bool {
        graph[id].section == section && graph[id].isPublication
    }

    private static func neighbour(
        _ id: PageID, of version: PageID, _ graph: SiteGraph
    ) -> PageID {
        graph.hasTranslations ? graph.version(of: id, in: graph.language(of: graph[version])) : id
    }
}
