package import Content
import Files
import Markup

/// Lists that every site has, at addresses of their own.
package enum GeneratedList: CaseIterable, Hashable, Sendable {
    case topics, people, acknowledgements, archive, works

    package var permalink: Permalink {
        switch self {
        case .topics: Permalink(generated: "/topics/")
        case .people: Permalink(generated: "/people/")
        case .acknowledgements: Permalink(generated: "/acknowledgements/")
        case .archive: Permalink(generated: "/archive/")
        case .works: Permalink(generated: "/works/")
        }
    }
}

extension SiteGraph {
    /// `content/index.md`, whose text stands on the home page.
    package var home: PageID? {
        pages.firstIndex { $0.source.role == .home }.map { PageID($0) }
    }

    /// A page of the sources at the address of a list introduces the list: `content/archive.md`,
    /// or `content/topics/index.md`.
    package func introduction(of list: GeneratedList) -> PageID? {
        pages.firstIndex { page in
            page.permalink == list.permalink && page.source.role != .home
        }.map { PageID($0) }
    }

    /// The page of a cited work.
    package static func workPermalink(_ key: String) -> Permalink {
        Permalink(generated: "/works/\(termSlug(key))/")
    }

    /// Where a file of `content/` is published: the same path, in NFC.
    package func outputPath(ofAsset asset: AssetFile) -> String {
        let path = asset.composedPath
        guard let slash = path.firstIndex(of: "/") else { return path }
        let below = path[path.index(after: slash)...]
        // A bundle's files stand beside its page, whose folder has lost its date prefix.
        guard let bundle = bundle(holding: path) else { return String(below) }
        let rest = path.dropFirst(bundle.source.count + 1)
        return String(bundle.permalink.path.dropFirst() + rest)
    }

    func bundle(holding path: String) -> (source: String, permalink: Permalink)? {
        for folder in path.foldersAround {
            if let page = pageBySourcePath[folder + "/index.md"], self[page].source.bundle != nil {
                return (String(folder), self[page].permalink)
            }
        }
        return nil
    }

    /// Pages that the sitemap lists: those with a text of their own.
    package var sitemapPages: [PageID] {
        pages.indices.map { PageID($0) }.filter {
            self[$0].source.role == .page && !self[$0].isWithdrawn
        }
    }
}
