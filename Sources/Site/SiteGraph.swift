/// The site as a whole: which pages there are, where, by whom, about what.

package import Bibliography
package import Content
package import Diagnostics
package import Files
package import Markup

/// The published pages in their places, linked by people, topics, sections and series.
///
/// Drafts never enter it (unless a preview asks for them), so nothing that is made from it can show
/// one: no list, count, neighbour or feed needs a check of its own.
package struct SiteGraph: Sendable {
    package let configuration: SiteConfiguration
    package let works: WorkLibrary
    package let now: Moment
    package let includesDrafts: Bool
    /// Every page with a Markdown source, biographies and introductions too, by path.
    package internal(set) var pages: [SitePage]
    /// Newest first; the same date by path.
    package internal(set) var publications: [PageID] = []
    /// The same by when they appeared, as feeds have them.
    package private(set) var entries: [PageID] = []
    /// Whether any page appeared later than its date says.
    private var hasHeldBack = false
    /// Years, newest first, with the publications of each.
    package private(set) var publicationsByYear: [(year: Int, ids: [PageID])] = []
    package internal(set) var people: [Person] = []
    package internal(set) var topics: [Topic] = []
    package internal(set) var sections: [SiteSection] = []
    package internal(set) var series: [Series] = []
    package internal(set) var redirects: [Redirect] = []
    /// Whether any text is there in several languages.
    package internal(set) var hasTranslations = false
    /// Files published as they are; those of an unpublished page's bundle are not among them.
    package internal(set) var assets: [AssetFile]
    /// Page sources that are kept back, and why: so that a link to one can say so.
    package internal(set) var withheld: [String: Visibility]
    /// Addresses of pages that are kept back.
    package internal(set) var withheldPermalinks: [String: String]
    /// Folders of bundles that are kept back, with their pages' sources.
    package internal(set) var withheldBundles: [String: String]
    /// Files outside of every bundle that are kept back, each with the source of an unpublished page that leads to it.
    package private(set) var withheldFiles: [String: String] = [:]
    /// Whether what the texts of published pages lead to decides which files are published.
    private(set) var filesDependOnTexts = false
    package let unread: UnreadPages
    /// Those of the unread whose text can be checked even so, as if readers saw them; no part of the site.
    private(set) var brokenPages: [SitePage] = []
    /// What is wrong with the links between pages, people and topics.
    package internal(set) var diagnostics: [Diagnostic]

    var pageBySourcePath: [String: PageID]
    var personByName: [String: PersonID] = [:]
    /// Names of several people, by their keys.
    var namesakes: [String: [PersonID]] = [:]
    var topicByName: [String: TopicID] = [:]
    var seriesByName: [String: Int] = [:]

    /// Puts every visible page in its place and links them with each other.
    package init(
        linking parsed: ParsedSite, configuration: SiteConfiguration, now: Moment,
        includesDrafts: Bool = false, includesExpired: Bool = false
    ) async {
        self.configuration = configuration
        works = parsed.works
        self.now = now
        self.includesDrafts = includesDrafts
        diagnostics = []
        pages = []
        withheld = [:]
        withheldPermalinks = [:]
        withheldBundles = [:]
        unread = UnreadPages(
            Dictionary(
                parsed.sources.filter { $0.page(includingDrafts: includesDrafts) == nil }
                    .map {
                        let slug = $0.brokenPage?.slug ?? $0.file.slug
                        return ($0.file.path, Permalink($0.file.section + [slug]).path)
                    },
                uniquingKeysWith: { a, _ in a }))
        pageBySourcePath = Dictionary(minimumCapacity: parsed.sources.count)
        for file in parsed.sources {
            let read = file.page(includingDrafts: includesDrafts)
            guard let source = read ?? file.brokenPage else { continue }
            let visibility = Visibility(of: source, at: now)
            let permalink = Self.permalink(of: source)
            guard
                includesDrafts || visibility == .published
                    || includesExpired && visibility.isExpired
            else {
                guard read != nil else { continue }
                withheld[source.path] = visibility
                withheldPermalinks[permalink.path] = source.path
                if let bundle = source.bundle { withheldBundles[bundle] = source.path }
                continue
            }
            let page = SitePage(
                source: source, permalink: permalink,
                href: permalink.href(under: configuration.baseURL), visibility: visibility)
            guard read != nil else {
                brokenPages.append(page)
                continue
            }
            pageBySourcePath[source.path] = PageID(pages.count)
            pages.append(page)
        }
        assets = Self.assets(parsed.assets, outside: withheldBundles)
        publications = pages.indices.map { PageID($0) }.filter { pages[$0.index].isPublication }
        sortNewestFirst(&publications)
        hasHeldBack = publications.contains { self[$0].appearance != self[$0].date }
        entries = feedOrder(publications)
        for id in publications {
            let year = self[id].date?.year ?? 0
            if publicationsByYear.last?.year != year { publicationsByYear.append((year, [])) }
            publicationsByYear[publicationsByYear.count - 1].ids.append(id)
        }
        // Beside the topics and sections: each looks into all pages for the first time.
        let unlinked = self
        async let people = PeopleLinks(of: unlinked)
        linkTopics()
        linkSections()
        adopt(await people)
        linkTranslations()
        linkSeries()
        linkRedirects()
    }

    /// The same graph without the files that only unpublished pages lead to.
    package func keepingBackFiles(
        of parsed: ParsedSite, in files: any FileSystem
    ) async -> SiteGraph {
        let kept = await UnpublishedFiles(of: parsed, in: self, files: files)
        guard kept.dependOnTexts else { return self }
        var graph = self
        graph.filesDependOnTexts = true
        graph.withheldFiles = kept.owners
        graph.assets.removeAll { kept.owners[$0.path] != nil }
        return graph
    }

    /// The same graph with another text for one of its pages, whose metadata is the same.
    func replacing(_ id: PageID, with source: ParsedPage) -> SiteGraph {
        var graph = self
        graph.pages[id.index] = pages[id.index].with(source: source)
        return graph
    }

    package subscript(id: PageID) -> SitePage {
        pages[id.index]
    }
    package subscript(id: PersonID) -> Person {
        people[id.index]
    }
    package subscript(id: TopicID) -> Topic {
        topics[id.index]
    }
    package subscript(id: SectionID) -> SiteSection {
        sections[id.index]
    }

    package func page(atSource path: String) -> PageID? { pageBySourcePath[path] }

    /// The person known by a name, whatever its case and spacing.
    package func person(named name: String) -> PersonID? {
        if let person = personByName[name] { return person }
        let key = Self.nameKey(name)
        return personByName[key] ?? namesakes[key]?.first
    }

    package func topic(named name: String) -> TopicID? {
        topicByName[name] ?? topicByName[Self.nameKey(name)]
    }

    package func series(named name: String) -> Series? {
        seriesByName[Self.nameKey(name)].map { series[$0] }
    }

    /// Two spellings of a name with the same key are one name.
    static func nameKey(_ name: String) -> String { name.collapsingWhitespace.collisionKey }

    /// By date, newest first; then by path, so that the order is total.
    func sortNewestFirst(_ ids: inout [PageID]) {
        // By themselves: a closure that has the whole graph copies it.
        let pages = pages
        ids.sort { a, b in
            let (dateA, dateB) = (pages[a.index].sortDate, pages[b.index].sortDate)
            return dateA == dateB ? a < b : dateA > dateB
        }
    }

    /// Publications, newest first, in the order of feeds: by when they appeared.
    ///
    /// A page that was held back is new to readers whatever its date, and enters the newest document of a feed, never
    /// an archive, which should not change (RFC 5005, section 4).
    package func feedOrder(_ ids: [PageID]) -> [PageID] {
        // Of most sites, the same array.
        guard hasHeldBack else { return ids }
        return ids.enumerated().sorted { a, b in
            let (momentA, momentB) = (self[a.element].appearance, self[b.element].appearance)
            return momentA == momentB
                ? a.offset < b.offset
                : (momentA?.secondsSince1970 ?? .min) > (momentB?.secondsSince1970 ?? .min)
        }.map(\.element)
    }

    static func permalink(of source: ParsedPage) -> Permalink {
        source.role == .home ? Permalink([]) : Permalink(source.section + [source.slug])
    }

    /// The assets that are not files of an unpublished bundle.
    ///
    /// A file belongs to the nearest bundle above it.
    private static func assets(
        _ assets: [AssetFile], outside bundles: [String: String]
    ) -> [AssetFile] {
        guard !bundles.isEmpty else { return assets }
        return assets.filter { asset in
            !asset.path.foldersAround.contains { bundles[String($0)] != nil }
        }
    }
}
