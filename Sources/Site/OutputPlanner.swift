/// Makes an ``OutputPlan``: one method for each part of the site.

import Bibliography
import Content
import Diagnostics
import Markup

struct OutputPlanner {
    let graph: SiteGraph
    var outputs: [PlannedOutput] = []
    /// Pages that introduce a list which the program makes: `content/archive.md` has its text above
    /// the archive, not a page of its own.
    private let introductions: Set<PageID>
    private(set) var citedWorks: [String] = []

    init(graph: SiteGraph) {
        self.graph = graph
        introductions = Set(
            GeneratedList.allCases.compactMap { graph.introduction(of: $0) })
    }

    private mutating func add(_ path: String, _ content: OutputContent) {
        outputs.append(PlannedOutput(path, content))
    }

    private mutating func add(_ permalink: Permalink, _ content: OutputContent) {
        add(permalink.outputPath, content)
    }

    mutating func planPages() {
        add(Permalink([]), .home)
        for (index, page) in graph.pages.enumerated() {
            let id = PageID(index)
            guard page.source.role == .page, !introductions.contains(id) else { continue }
            add(page.permalink, .page(id))
            if graph.configuration.writesCitationFiles, page.isPublication {
                for format in CitationFormat.allCases {
                    add(
                        page.permalink.path.dropFirst() + "cite." + format.rawValue,
                        .citationFile(id, format))
                }
            }
            if graph.hasSocialCard(id) {
                add(page.permalink.path.dropFirst() + OutputPlan.socialCardName, .socialCard(id))
            }
        }
        for (index, redirect) in graph.redirects.enumerated() {
            add(redirect.outputPath, .redirect(index))
        }
    }

    private mutating func addPages(
        _ permalink: Permalink, _ list: SplitList, _ content: (Int) -> OutputContent
    ) {
        for page in 1...list.pages { add(permalink.page(page), content(page)) }
    }

    mutating func planLists() {
        for (index, section) in graph.sections.enumerated()
        where !GeneratedList.allCases.contains(where: { $0.permalink == section.permalink }) {
            addPages(section.permalink, graph.list(of: section)) {
                .section(SectionID(index), page: $0)
            }
        }
        add(GeneratedList.topics.permalink, .topicIndex)
        for (index, topic) in graph.topics.enumerated() {
            addPages(topic.permalink, graph.list(of: topic)) { .topic(TopicID(index), page: $0) }
        }
        add(GeneratedList.people.permalink, .peopleIndex)
        for (index, person) in graph.people.enumerated() {
            addPages(person.permalink, graph.list(of: person)) {
                .person(PersonID(index), page: $0)
            }
        }
        let thanked = graph.people.count { !$0.thanks.isEmpty }
        addPages(GeneratedList.acknowledgements.permalink, SplitList(lines: thanked)) {
            .acknowledgements(page: $0)
        }
        planArchive()
    }

    private mutating func planArchive() {
        add(GeneratedList.archive.permalink, .archive)
        guard graph.publications.count > ListLimits.unsplitArchive else { return }
        for (year, ids) in graph.publicationsByYear {
            let permalink = GeneratedList.archive.permalink.appending("\(year)")
            addPages(permalink, SplitList(lines: ids.count)) { .archiveYear(year, page: $0) }
        }
    }

    mutating func planWorks(_ keys: [String]) {
        citedWorks = keys
        guard !keys.isEmpty else { return }
        add(GeneratedList.works.permalink, .workIndex)
        for (index, key) in keys.enumerated() {
            add(SiteGraph.workPermalink(key), .work(index))
        }
    }

    mutating func planFeedsAndFiles() {
        add("404.html", .notFound)
        if graph.configuration.search != nil { add(OutputPlan.searchPermalink, .search) }
        add(".nojekyll", .noJekyll)
        add("_headers", .headerRules)
        guard !graph.includesDrafts else { return }
        if graph.configuration.search != nil { add("opensearch.xml", .openSearch) }
        add("_redirects", .redirectRules)
        planFeed(.site, at: Permalink([]), of: graph.publications)
        add("feed.json", .jsonFeed)
        for (index, topic) in graph.topics.enumerated() where !topic.publications.isEmpty {
            planFeed(.topic(TopicID(index)), at: topic.permalink, of: topic.publications)
        }
        for (index, person) in graph.people.enumerated() where !person.wrote.isEmpty {
            planFeed(.person(PersonID(index)), at: person.permalink, of: person.wrote)
        }
        for (index, section) in graph.sections.enumerated() where graph.hasFeed(section) {
            planFeed(.home(SectionID(index)), at: section.permalink, of: section.publications)
        }
        add("acknowledgements.json", .acknowledgementsJSON)
        add("publications.bib", .bibliographyBibTeX)
        add("publications.json", .bibliographyJSON)
        // Crawlers ask for one at the root of a host alone (RFC 9309, section 2.3).
        if graph.configuration.baseURL.path == "/" { add("robots.txt", .robots) }
        add("sitemap.xml", .sitemap)
        let parts = graph.sitemap.pages
        guard parts > 1 else { return }
        for part in 1...parts { add("sitemap-\(part).xml", .sitemapPart(part)) }
    }

    private mutating func planFeed(
        _ scope: FeedScope, at permalink: Permalink, of publications: [PageID]
    ) {
        let folder = permalink.path.dropFirst()
        add(folder + "feed.xml", .atomFeed(scope))
        let count = FeedArchive.count(
            of: publications.count, limit: graph.configuration.feedLimit)
        for number in 0..<count {
            add(folder + "feed-\(number + 1).xml", .atomArchive(scope, number + 1))
        }
    }

    mutating func planAssets(_ themeAssets: [String]) {
        for (index, path) in themeAssets.enumerated() { add(path, .themeAsset(index)) }
        for (index, asset) in graph.assets.enumerated() {
            let path = graph.outputPath(ofAsset: asset)
            // A site that brings its own robots.txt means it.
            if path == "robots.txt" { outputs.removeAll { $0.content == .robots } }
            add(path, .asset(index))
        }
    }

    /// Smaller copies of images, in the widths that the site asks for.
    mutating func planImageCopies(_ sizes: [String: PixelSize]) {
        guard !graph.configuration.imageWidths.isEmpty else { return }
        for (index, asset) in graph.assets.enumerated() {
            guard let size = sizes[asset.path] else { continue }
            let path = graph.outputPath(ofAsset: asset)
            for width in ImageCopies.widths(of: path, size, graph.configuration) {
                add(ImageCopies.path(of: path, width: width), .imageCopy(index, width: width))
            }
        }
    }
}
