/// The pages that posts become, by the names that links have for them.

import Markup

struct ImportedPages {
    private struct Page {
        let path: String
        let title: String
        let language: String?
    }

    private var pages: [Page] = []
    /// Pages by the last part of a name: there may be one in each language.
    private var byName: [String: [Int]] = [:]
    private var byAddress: [String: Int] = [:]

    init() {}

    init(_ posts: [ImportedPost], _ sources: [ImportedFiles.Source]) {
        for (index, (source, post)) in zip(sources, posts).enumerated() {
            pages.append(Page(path: post.path, title: post.title, language: post.language))
            for name in Set([post.slug.rawValue, Self.stem(of: source.shown)]) {
                byName[name, default: []].append(index)
            }
            for address in post.oldAddresses {
                byAddress[Self.plain(address)] = byAddress[Self.plain(address)] ?? index
            }
        }
    }

    /// Where a link leads from a page; `nil` where no page has the name.
    func target(of name: String, from index: Int) -> ImportedTarget? {
        let known = name.hasPrefix("/") ? byAddress[Self.plain(name)] : nil
        guard let found = known ?? named(Self.stem(of: name), from: index) else { return nil }
        // Pages with files beside them stand in folders of their own, one level down.
        let isBundle = pages.indices.contains(index) && pages[index].path.contains("/")
        return ImportedTarget(
            path: (isBundle ? "../" : "") + pages[found].path, title: pages[found].title,
            isCertain: known != nil || !name.hasPrefix("/") || name.hasSuffix(".md"))
    }

    /// The page with a name, in the language of the page that names it if there is one.
    private func named(_ name: String, from index: Int) -> Int? {
        let found = byName[name] ?? []
        let language = pages.indices.contains(index) ? pages[index].language : nil
        return found.first { pages[$0].language == language } ?? found.last
    }

    /// An address without slashes around it, and without the name of the file that a server adds.
    static func plain(_ address: String) -> String {
        var parts = address.split(separator: "/")
        if parts.last == "index.html" { parts.removeLast() }
        return parts.joined(separator: "/")
    }

    /// The last part of a path, without what only servers and file systems need: of
    /// `posts/2021-10-18-walls/index.md` it is `2021-10-18-walls`.
    static func stem(of path: String) -> String {
        var parts = path.split(separator: "/")
        for ending in [".md", ".markdown", ".html", ".qmd"]
        where parts.last?.hasSuffix(ending) == true {
            parts.append(parts.removeLast().dropLast(ending.count))
        }
        if parts.last == "index" || parts.last == "_index", parts.count > 1 { parts.removeLast() }
        return parts.last.map { String($0) } ?? ""
    }
}
