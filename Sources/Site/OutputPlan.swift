/// Every file of the published site, and what it holds: the one list that links are checked
/// against, collisions are found in, and rendering works through.

import Content
package import Diagnostics
import Markup

/// What one output file holds.
package enum OutputContent: Hashable, Sendable {
    case home
    case page(PageID)
    /// `page` counts from 1, here and below.
    case section(SectionID, page: Int)
    case topicIndex
    case topic(TopicID, page: Int)
    case peopleIndex
    case person(PersonID, page: Int)
    case acknowledgements(page: Int)
    case acknowledgementsJSON
    case archive
    case archiveYear(Int, page: Int)
    case workIndex
    /// Index in ``SiteGraph/citedWorks``.
    case work(Int)
    case search
    /// `opensearch.xml`: how a browser searches the site.
    case openSearch
    case notFound
    /// Index in ``SiteGraph/redirects``.
    case redirect(Int)
    case atomFeed(FeedScope)
    /// Earlier entries of a feed; numbered from 1, the oldest (RFC 5005, section 4).
    case atomArchive(FeedScope, Int)
    case jsonFeed
    /// The sitemap, or the index of several.
    case sitemap
    /// Counted from 1.
    case sitemapPart(Int)
    case robots
    case noJekyll
    case redirectRules
    case headerRules
    case bibliographyBibTeX
    case bibliographyJSON
    /// `cite.bib`, `cite.ris` or `cite.json` beside a publication.
    case citationFile(PageID, CitationFormat)
    /// Index in ``SiteGraph/assets``.
    case asset(Int)
    /// A smaller copy of an image: index in ``SiteGraph/assets``, and pixels.
    case imageCopy(Int, width: Int)
    /// The image of a publication that has none of its own.
    case socialCard(PageID)
    /// Index in the theme's assets.
    case themeAsset(Int)
}

package enum CitationFormat: String, Hashable, Sendable, CaseIterable {
    case bibTeX = "bib"
    case ris = "ris"
    case cslJSON = "json"
}

/// Whose publications a feed lists.
package enum FeedScope: Hashable, Sendable {
    case site
    case topic(TopicID)
    case person(PersonID)
    /// Of what stands below a home page in another language.
    case home(SectionID)
}

/// The documents in which the earlier entries of a feed stay within reach (RFC 5005, section 4).
///
/// Entries are counted from the oldest, so that a full document does not change when new ones come.
package enum FeedArchive {
    /// Documents that a feed of `limit` entries needs beside it.
    package static func count(of entries: Int, limit: Int) -> Int {
        entries > limit ? (entries - 1) / max(1, limit) : 0
    }

    /// The entries of document `number` in a list that begins with the newest.
    package static func range(_ number: Int, of entries: Int, limit: Int) -> Range<Int> {
        let oldest = (number - 1) * limit
        return max(0, entries - oldest - limit)..<max(0, entries - oldest)
    }
}

/// One output file.
package struct PlannedOutput: Hashable, Sendable {
    /// Relative to the output directory, `/` between its parts.
    package let path: String
    package let content: OutputContent

    package init(_ path: String, _ content: OutputContent) {
        self.path = path
        self.content = content
    }
}

/// How many entries lists have.
package enum ListLimits {
    /// Lines on one page of a compact list.
    package static let lines = 200
    /// Publications above which the archive has a page for each year.
    package static let unsplitArchive = 500
    /// URLs of one sitemap file (sitemaps.org).
    package static let sitemapURLs = 50_000
    /// Entries shown for each person in the acknowledgements index.
    package static let thanksEach = 5
}

/// The list of all output files.
package struct OutputPlan: Sendable {
    /// Sorted by the bytes of their paths, each once.
    package let outputs: [PlannedOutput]
    package let diagnostics: [Diagnostic]
    /// Where the search page stands, and the folder that the search program fills.
    package static let searchPermalink = Permalink(generated: "/search/")
    package static let searchIndexFolder = "pagefind"
    /// Beside the page that it is the image of.
    package static let socialCardName = "social-card.png"
    private let contentByPath: [String: OutputContent]

    package subscript(path: String) -> OutputContent? { contentByPath[path] }

    /// The path of the output that hosts show at a path of the site: a file, or the page of a folder, to whose
    /// address with a slash they redirect.
    ///
    /// The letters of the two may be composed in other ways (NFC, NFD), which makes one text of them and two addresses.
    func output(at path: String) -> String? {
        let isFolder = path.isEmpty || path.hasSuffix("/")
        if !isFolder, let file = contentByPath.index(forKey: path) {
            return contentByPath[file].key
        }
        let page = path + (isFolder ? "index.html" : "/index.html")
        return contentByPath.index(forKey: page).map { contentByPath[$0].key }
    }

    /// Plans every output of a site; two for one path are an error that names both.
    package init(
        for graph: SiteGraph, citedWorks: [String], themeAssets: [String],
        imageSizes: [String: PixelSize]
    ) {
        var planner = OutputPlanner(graph: graph)
        planner.planPages()
        planner.planLists()
        planner.planWorks(citedWorks)
        planner.planFeedsAndFiles()
        planner.planAssets(themeAssets)
        planner.planImageCopies(imageSizes)
        planner.planFilesOfAliases()
        planner.planFeedsAtOldAddresses()
        diagnostics = planner.reportCollisions()
        var byPath: [String: OutputContent] = Dictionary(minimumCapacity: planner.outputs.count)
        for output in planner.outputs where byPath[output.path] == nil {
            byPath[output.path] = output.content
        }
        contentByPath = byPath
        outputs = planner.outputs.sorted { $0.path.precedes($1.path) }
    }
}

extension SiteGraph {
    /// Whether an image is made for a page: a publication that has none, on a site that asks for it.
    ///
    /// None for a build with drafts, which nobody is to share.
    package func hasSocialCard(_ id: PageID) -> Bool {
        configuration.makesSocialCards && !includesDrafts && self[id].isPublication
            && self[id].source.metadata.image == nil
    }
}
