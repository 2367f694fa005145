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
    private var citedWorks: [String] = []

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
        add("acknowledgements.json", .acknowledgementsJSON)
        add("publications.bib", .bibliographyBibTeX)
        add("publications.json", .bibliographyJSON)
        add("robots.txt", .robots)
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

    /// Two outputs for one path, after case folding and NFC, so that the site is the same on every
    /// file system; and a file where another output needs a folder.
    func reportCollisions() -> [Diagnostic] {
        var firstByKey: [String: Int] = Dictionary(minimumCapacity: outputs.count)
        var diagnostics: [Diagnostic] = []
        // Two pages at one address have all their files there: that they are two is told once.
        var told: Set<[OutputContent]> = []
        for (index, output) in outputs.enumerated() {
            let key = output.path.collisionKey
            guard let first = firstByKey[key] else {
                firstByKey[key] = index
                continue
            }
            let (owner, newer) = (outputs[first].content.owner, output.content.owner)
            guard told.insert([owner, newer]).inserted else { continue }
            let (a, b) = (source(of: owner), source(of: newer))
            let (at, other) = b.span == nil ? (a, b) : (b, a)
            diagnostics.append(
                Diagnostic(
                    "path.collision",
                    "\(at.name) and \(other.name) would both be written to ‘\(output.path)’."
                        + advice(owner, newer), at: at.span,
                    notes: [Diagnostic.Note("The other is here.", at: other.span)]))
        }
        return diagnostics + reportFilesThatAreFolders(firstByKey) + reportReserved()
    }

    /// Files where what is written last stands: the manifest, and the index of the search page.
    private func reportReserved() -> [Diagnostic] {
        graph.assets.compactMap { asset in
            let path = graph.outputPath(ofAsset: asset).collisionKey
            let index = OutputPlan.searchIndexFolder + "/"
            let reserved: String
            if path == "manifest.json" {
                reserved =
                    "the list of all published files stands. A manifest of an app is ‘site.webmanifest’"
            } else if graph.configuration.search != nil, path.hasPrefix(index) {
                reserved = "the index of the search page stands. Give it another folder"
            } else {
                return nil
            }
            return Diagnostic(
                "path.collision",
                "‘\(asset.path)’ would be written to ‘\(path)’, where \(reserved).",
                at: SourceSpan(file: asset.path))
        }
    }

    /// A file whose path is that of a folder of other outputs.
    private func reportFilesThatAreFolders(_ indexByKey: [String: Int]) -> [Diagnostic] {
        var seen: Set<Substring> = []
        var diagnostics: [Diagnostic] = []
        for output in outputs {
            for path in output.path.foldersAround {
                guard seen.insert(path).inserted else { break }
                guard let file = indexByKey[String(path).collisionKey] else { continue }
                let (a, b) = (source(of: outputs[file].content), source(of: output.content))
                // Nothing can be written about it in a file that is only copied.
                let isFirst: Bool
                if case .redirect = output.content {
                    isFirst = false
                } else {
                    isFirst = a.span != nil
                }
                let (at, other) = isFirst ? (a, b) : (b, a)
                diagnostics.append(
                    Diagnostic(
                        "path.collision",
                        "\(a.name) would be written to ‘\(path)’, where \(b.name) needs a folder.",
                        at: at.span, notes: [Diagnostic.Note("The other is here.", at: other.span)])
                )
            }
        }
        return diagnostics
    }

    private func source(of content: OutputContent) -> (name: String, span: SourceSpan?) {
        switch content {
        case .page(let id), .citationFile(let id, _), .socialCard(let id):
            let page = graph[id]
            let bytes = page.source.metadata.slug?.bytes ?? page.source.metadata.title.bytes
            return ("‘\(page.path)’", SourceSpan(page.path, bytes))
        case .redirect(let index):
            return source(of: graph.redirects[index])
        case .asset(let index):
            return ("‘\(graph.assets[index].path)’", SourceSpan(file: graph.assets[index].path))
        case .person(let id, _): return ("the person ‘\(graph[id].name)’", graph.place(of: id))
        case .topic(let id, _): return ("the topic ‘\(graph[id].name)’", graph.place(of: id))
        case .section(let id, _):
            let record = graph[id].record.map { graph[$0] }
            return (
                "the section ‘\(graph[id].permalink.path)’",
                record.map { SourceSpan($0.path, $0.source.metadata.title.bytes) }
            )
        case .atomFeed, .atomArchive, .jsonFeed: return ("a feed", nil)
        case .home: return ("the home page", nil)
        case .archive, .archiveYear: return ("the archive", nil)
        case .topicIndex: return ("the index of topics", nil)
        case .peopleIndex: return ("the index of people", nil)
        case .acknowledgements, .acknowledgementsJSON:
            return ("the acknowledgements index", nil)
        case .workIndex: return ("the index of cited works", nil)
        case .work(let index):
            let key = citedWorks[index]
            return ("the page of the cited work ‘\(key)’", graph.works.work(for: key)?.span)
        case .search: return ("the search page", nil)
        case .openSearch, .notFound, .sitemap, .sitemapPart, .robots, .noJekyll, .redirectRules,
            .headerRules,
            .bibliographyBibTeX, .bibliographyJSON:
            return ("a file that every site has", nil)
        case .imageCopy(let index, _):
            return ("a copy of ‘\(graph.assets[index].path)’", nil)
        case .themeAsset: return ("an asset of the theme", nil)
        }
    }

    private func source(of redirect: Redirect) -> (name: String, span: SourceSpan?) {
        switch redirect.target {
        case .page(let id):
            let page = graph[id]
            let alias = page.source.metadata.aliases.first { $0.value == redirect.from }
            return (
                "the alias ‘\(redirect.from)’",
                SourceSpan(page.path, alias?.bytes ?? page.source.metadata.title.bytes)
            )
        case .setting(let index):
            let source = graph.configuration.redirects[index].source
            return (
                "the redirect of ‘\(source.value)’", SourceSpan(SiteSettings.path, source.bytes)
            )
        }
    }

    /// What to do about two names with one address.
    private func advice(_ a: OutputContent, _ b: OutputContent) -> String {
        if case .person = a, case .person = b {
            return
                " If they are one person, write one name in all places, or list both under ‘names’ of a record; "
                + "if they are two, make a record for one, with a ‘slug’."
        }
        if case .topic = a, case .topic = b {
            return " Write one name in all places, or list both under ‘names’ of a record."
        }
        return ""
    }
}

extension OutputContent {
    /// The page that a file goes with: what is wrong with both is wrong with the page.
    fileprivate var owner: OutputContent {
        switch self {
        case .citationFile(let id, _), .socialCard(let id): .page(id)
        case .person(let id, _), .atomFeed(.person(let id)), .atomArchive(.person(let id), _):
            .person(id, page: 1)
        case .topic(let id, _), .atomFeed(.topic(let id)), .atomArchive(.topic(let id), _):
            .topic(id, page: 1)
        case .section(let id, _): .section(id, page: 1)
        case .home, .page, .topicIndex, .peopleIndex, .acknowledgements, .acknowledgementsJSON,
            .archive, .archiveYear, .workIndex, .work, .search, .openSearch, .notFound, .redirect,
            .atomFeed(.site), .atomArchive(.site, _), .jsonFeed, .sitemap, .sitemapPart, .robots,
            .noJekyll, .redirectRules, .headerRules, .bibliographyBibTeX, .bibliographyJSON, .asset,
            .imageCopy, .themeAsset:
            self
        }
    }
}
