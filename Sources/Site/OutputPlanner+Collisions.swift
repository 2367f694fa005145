/// Outputs that would stand at one place, or where another has to.

import Bibliography
import Content
import Diagnostics
import Files
import Markup

extension OutputPlanner {
    /// Two outputs for one path, after case folding and NFC, so that the site is the same on every
    /// file system; and a file where another output needs a folder.
    func reportCollisions() -> [Diagnostic] {
        var firstByKey: [String: Int] = Dictionary(minimumCapacity: outputs.count)
        var diagnostics: [Diagnostic] = []
        // Two pages at one address have all their files there: that they are two is told once.
        var told: Set<[OutputContent]> = []
        for (index, output) in outputs.enumerated() {
            let key = output.path.collisionKey
            if case .asset(let asset) = output.content,
                let reserved = reserved(key, graph.assets[asset])
            {
                diagnostics.append(reserved)
            }
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
        return diagnostics + reportFilesThatAreFolders(firstByKey) + reportLongNames()
    }

    /// Names that no file system takes: that of a file is as long as it may be, and a smaller copy's is longer.
    private func reportLongNames() -> [Diagnostic] {
        let longest = 255
        return outputs.compactMap { output in
            guard output.path.utf8.count > longest,
                let name = output.path.split(separator: "/").first(where: {
                    $0.utf8.count > longest
                })
            else { return nil }
            let source = source(of: output.content)
            return Diagnostic(
                "path.too-long",
                "The name of \(source.name) would be ‘\(name.prefix(20))…\(name.suffix(20))’, which has "
                    + "\(name.utf8.count) bytes: file systems allow \(longest). Give it a shorter name.",
                at: source.span)
        }
    }

    /// A file where what is written last stands: the manifest, and the index of the search page.
    private func reserved(_ path: String, _ asset: AssetFile) -> Diagnostic? {
        let owner: String
        if path == "manifest.json" {
            owner =
                "the list of all published files stands. A manifest of an app is ‘site.webmanifest’"
        } else if graph.configuration.search != nil,
            path.hasPrefix(OutputPlan.searchIndexFolder + "/")
        {
            owner = "the index of the search page stands. Give it another folder"
        } else {
            return nil
        }
        return Diagnostic(
            "path.collision", "‘\(asset.path)’ would be written to ‘\(path)’, where \(owner).",
            at: SourceSpan(file: asset.path))
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
            let path = graph.assets[index].path
            return ("a copy of ‘\(path)’", SourceSpan(file: path))
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
                + "if they are two, make a record for each, with a ‘slug’."
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
        case .section(let id, _), .atomFeed(.home(let id)), .atomArchive(.home(let id), _):
            .section(id, page: 1)
        case .home, .page, .topicIndex, .peopleIndex, .acknowledgements, .acknowledgementsJSON,
            .archive, .archiveYear, .workIndex, .work, .search, .openSearch, .notFound, .redirect,
            .atomFeed(.site), .atomArchive(.site, _), .jsonFeed, .sitemap, .sitemapPart, .robots,
            .noJekyll, .redirectRules, .headerRules, .bibliographyBibTeX, .bibliographyJSON, .asset,
            .imageCopy, .themeAsset:
            self
        }
    }
}
