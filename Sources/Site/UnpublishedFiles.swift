/// Files of `content/` that stand in no bundle and yet go with unpublished pages: a draft in one file shows a
/// chart beside it, and nothing that is published does.

import Bibliography
import Bytes
import Content
import Diagnostics
import Files
import Markup

/// The files that are kept back with unpublished pages.
///
/// Mark and sweep: what unpublished pages lead to, by whatever they say, is looked for in all that is published.
/// A finished page or a style sheet among those files leads on to others, and is published itself only if it is
/// found. What only a script names is found in neither. A site without unpublished pages pays nothing.
struct UnpublishedFiles: Sendable {
    /// The files that are kept back, each with the source of an unpublished page that leads to it.
    let owners: [String: String]
    /// Whether any file would be: then the texts of published pages decide what is published.
    let dependOnTexts: Bool

    init(
        of parsed: ParsedSite, in graph: SiteGraph, files: any FileSystem
    ) async {
        guard !graph.withheld.isEmpty else {
            (owners, dependOnTexts) = ([:], false)
            return
        }
        let search = FileSearch(parsed, graph, files)
        let named = search.filesOfUnpublishedPages()
        dependOnTexts = !named.isEmpty
        guard dependOnTexts else {
            owners = [:]
            return
        }
        let published = await search.published(among: named)
        owners = named.filter { !published.contains($0.key) }
    }
}

/// Looks for files in all that is published, and in all that is not.
private struct FileSearch: Sendable {
    private let parsed: ParsedSite
    private let graph: SiteGraph
    private let files: any FileSystem
    /// Files that may be kept back at all.
    private let candidates: Set<String>

    init(_ parsed: ParsedSite, _ graph: SiteGraph, _ files: any FileSystem) {
        self.parsed = parsed
        self.graph = graph
        self.files = files
        candidates = Set(
            graph.assets.lazy.map(\.path).filter {
                graph.bundle(holding: $0) == nil && !Self.isAskedForByName($0)
            })
    }

    /// What hosts and browsers look for by itself: no page has to name it.
    private static func isAskedForByName(_ path: String) -> Bool {
        let names: Set<String> = [
            "robots.txt", "favicon.ico", "favicon.svg", "apple-touch-icon.png", "CNAME", "ads.txt",
            "humans.txt", "_headers", "_redirects",
        ]
        let below = path.dropFirst("content/".count)
        return names.contains(String(below)) || below.hasPrefix(".")
    }

    // MARK: - What is not published

    /// The files that unpublished pages lead to, and those of folders that have no other pages, each with one of these
    /// pages.
    func filesOfUnpublishedPages() -> [String: String] {
        let uses = FileUses(of: candidates, under: graph.configuration.baseURL)
        var owners: [String: String] = [:]
        var found: [String] = []
        func take(_ file: String, with page: String) {
            guard owners.updateValue(page, forKey: file) == nil else { return }
            found.append(file)
        }
        for case let page? in parsed.sources.lazy.map(\.page) where graph.withheld[page.path] != nil
        {
            for file in uses.files(of: page, in: graph.configuration) {
                take(file, with: page.path)
            }
        }
        if !graph.withheldBundles.isEmpty {
            for asset in parsed.assets where WrittenAddresses.mayStand(in: asset.path) {
                guard let page = graph.withheldPage(around: asset.path, in: graph.withheldBundles)
                else { continue }
                for file in self.uses(uses, of: asset.path) { take(file, with: page) }
            }
        }
        for (file, page) in filesAmongUnpublishedPages() { take(file, with: page) }
        while let file = found.popLast() {
            guard let page = owners[file] else { continue }
            for other in self.uses(uses, of: file) where owners[other] == nil {
                take(other, with: page)
            }
        }
        return owners
    }

    /// Files in folders whose pages are all unpublished: of a report that waits, the data that no page shows yet.
    ///
    /// What stands in `content/` itself belongs to the site.
    private func filesAmongUnpublishedPages() -> [(file: String, page: String)] {
        var owners: [String: String] = [:]
        var published: Set<String> = []
        for source in parsed.sources {
            let folder = source.file.folderOfPages
            if graph.withheld[source.file.path] == nil {
                published.insert(folder)
            } else if owners[folder] == nil {
                owners[folder] = source.file.path
            }
        }
        return candidates.sorted { $0.precedes($1) }.compactMap { file in
            for folder in file.foldersAround.lazy.map({ String($0) }) where folder != "content" {
                if published.contains(folder) { return nil }
                if let page = owners[folder] { return (file, page) }
            }
            return nil
        }
    }

    // MARK: - What is published

    /// Those of the files that something published leads to.
    func published(among named: [String: String]) async -> Set<String> {
        let uses = FileUses(of: Set(named.keys), under: graph.configuration.baseURL)
        let pages = graph.pages
        let configuration = graph.configuration
        var found = Set(
            await Parallel.map(pages.count) { uses.files(of: pages[$0].source, in: configuration) }
                .joined())
        let settings = configuration.writtenAddresses + citedAddresses()
        for address in settings { found.formUnion(uses.files(address, from: ["content/"])) }
        for address in templateAddresses() { found.formUnion(uses.files(address, from: [])) }
        for asset in graph.assets where named[asset.path] == nil {
            found.formUnion(self.uses(uses, of: asset.path))
        }
        var rest = Array(found)
        while let file = rest.popLast() {
            for other in self.uses(uses, of: file) where found.insert(other).inserted {
                rest.append(other)
            }
        }
        return found
    }

    /// Of the works that published pages cite.
    private func citedAddresses() -> [String] {
        let keys = graph.pages.flatMap { page in
            page.source.document.citations.flatMap { $0.items.compactMap(\.key) }
                + [page.source.metadata.defaultWork?.value].compactMap(\.self)
        }
        return Set(keys).compactMap { graph.works.work(for: $0)?.url }
    }

    /// What the site's own templates spell out from its root; a tag before it stands for the address of the site.
    ///
    /// A layout that only unpublished pages have is none of what is published.
    private func templateAddresses() -> [String] {
        let paths = (try? files.files(below: "templates").files.map(\.path)) ?? []
        let layouts = Set(graph.pages.compactMap { $0.source.metadata.layout?.value })
        return paths.flatMap { path -> [String] in
            let folder = "templates/layouts/"
            if path.hasPrefix(folder), path.hasSuffix(".html"),
                !layouts.contains(String(path.dropFirst(folder.count).dropLast(".html".count)))
            {
                return []
            }
            return addresses(in: path).map { address in
                guard let tag = address.range(ofLast: "}}") else { return address }
                let rest = address[tag.upperBound...]
                return rest.hasPrefix("/") ? String(rest) : "/" + rest
            }
        }
    }

    // MARK: - Finished pages

    /// The files that a finished page or a style sheet leads to.
    private func uses(_ uses: FileUses, of path: String) -> [String] {
        guard WrittenAddresses.mayStand(in: path) else { return [] }
        let output =
            graph.outputPath(ofAsset: AssetFile(path: path, size: 0))
        return addresses(in: path).flatMap {
            uses.files($0, from: [path, "content/" + output])
        }
    }

    /// What cannot be read leads nowhere; that is said elsewhere.
    private func addresses(in path: String) -> [String] {
        guard WrittenAddresses.mayStand(in: path), let bytes = try? files.read(path) else {
            return []
        }
        return WrittenAddresses.inFile(path, bytes)
    }
}

extension PageFile {
    /// The folder that a page stands in; of a page bundle, the one around it.
    fileprivate var folderOfPages: String {
        let list = role == .sectionIndex ? [slug.rawValue] : []
        return (["content"] + section.map(\.rawValue) + list).joined(separator: "/")
    }
}

extension FileUses {
    /// The files that a page leads to: by its front matter and its text from where its source is, by raw HTML
    /// from where it would be published.
    fileprivate func files(
        of page: ParsedPage, in configuration: SiteConfiguration
    ) -> [String] {
        var found = page.writtenAddresses.flatMap { files($0, from: [page.path]) }
        if configuration.allowsRawHTML {
            let output = "content" + SiteGraph.permalink(of: page).path + "index.html"
            found += WrittenAddresses.inMarkup([UInt8](page.document.body.bytes)).flatMap {
                files($0, from: [output])
            }
        }
        return found
    }
}

extension String {
    fileprivate func range(ofLast text: String) -> Range<Index>? { ranges(of: text).last }
}
