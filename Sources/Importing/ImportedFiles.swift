/// Several posts together: links between them lead to the pages that they become.

package import Diagnostics
package import Files
import Markup

package struct ImportedFiles {
    /// A file and what people call it.
    package struct Source: Sendable {
        /// In messages, and for what a name says.
        let shown: String
        /// In the file system.
        let path: String

        package init(shown: String, path: String) {
            self.shown = shown
            self.path = path
        }
    }

    package let posts: [ImportedPost]
    /// Works that the texts cite and the new site has not: a file below its folder.
    package let bibliography: NewFile?
    /// What is to be said of the bibliographies that the texts name.
    private let bibliographies: [Diagnostic]
    /// Of files that do not come along.
    private let leftBehind: [Diagnostic]
    /// The folder of the new pages, below `content/`.
    private let section: String
    /// What is to be said of what the settings of old sites give pages.
    private let defaults: [String]

    /// - Parameters:
    ///   - sources: The files, in the order in which they are to be told of.
    ///   - files: Where they are, and the pictures that they show.
    ///   - folder: Where the old site keeps files that an address beginning with `/` names.
    ///   - options: What the files may not say.
    /// - Throws: When one of the files cannot be read.
    package init(
        reading sources: [Source], from files: any FileSystem, folder: String?,
        _ options: ImportOptions
    ) throws(FileSystemError) {
        var contents: [[UInt8]] = []
        for source in sources {
            do throws(FileSystemError) {
                contents.append(try files.read(source.path))
            } catch {
                throw FileSystemError(error.operation, source.shown, reason: error.reason)
            }
        }
        section = options.section
        var finder = OldPlaces(sources.map(\.path), in: files)
        let places = sources.map { finder.place(of: $0.path) }
        var vaults = Vaults(in: files)
        let areInVaults = sources.map { vaults.hold($0.path) }
        defaults = Self.adviceOnDefaults(
            of: sources.indices.compactMap { index in
                places[index].map { (sources[index].path, $0) }
            },
            section: options.section)
        var cited = ImportedBibliography(besides: options.works ?? [], in: files)
        for index in sources.indices { cited.add(sources[index], contents[index], places[index]) }
        bibliography = cited.file(besides: options.bibliography, at: options.bibliographyPath)
        bibliographies =
            cited.diagnostics + [cited.advice(besides: options.bibliography)].compactMap(\.self)
        var options = options
        if !cited.keys.isEmpty { options.works = cited.keys.union(options.works ?? []) }
        func translate(
            _ pages: ImportedPages, _ versions: [Int: ImportedVersion], _ named: Set<Int>
        ) -> [ImportedPost] {
            sources.indices.map { index in
                PostImporter.post(
                    contents[index], path: sources[index].shown, options: options,
                    surroundings: PostSurroundings(
                        index: index, source: sources[index], files: files, folder: folder,
                        pages: pages, version: versions[index], place: places[index],
                        isInVault: areInVaults[index],
                        needsLanguageInName: named.contains(index)))
            }
        }
        // Once to learn what each post becomes, and once more with links to that.
        var first = translate(ImportedPages(), [:], [])
        let groups = ImportedVersions(first, sources, places, options.language)
        let named = groups.namedAlike(first)
        if !named.isEmpty { first = translate(ImportedPages(), [:], named) }
        posts = translate(
            ImportedPages(first, sources), groups.versions(first), named)
        leftBehind = LeftBehind.diagnostics(
            besides: sources, roots: Set(places.compactMap { $0?.root }),
            copied: Set(posts.flatMap(\.files).map(\.source)), files)
    }

    private static func adviceOnDefaults(
        of pages: [(path: String, place: OldPlace)], section: String
    ) -> [String] {
        Dictionary(grouping: pages, by: \.place.root).sorted { $0.key < $1.key }
            .compactMap { root, pages -> String? in
                guard let place = pages.first?.place else { return nil }
                let start = root.count + (place.generator == .hugo ? "content/".count : 0)
                var all = place.configuration.defaults
                if place.generator == .quarto {
                    var known: Set<String> = []
                    all = pages.flatMap(\.place.defaults).filter {
                        known.insert($0.identity).inserted
                    }
                }
                let used = all.map { defaults in
                    (
                        defaults,
                        pages.count { defaults.applies(to: String($0.path.dropFirst(start))) }
                    )
                }
                let name =
                    switch place.generator {
                    case .hugo: "cascade"
                    case .jekyll: "defaults"
                    case .quarto: "_metadata.yml"
                    }
                return OldDefaults.advice(
                    on: name,
                    general: used.filter { $0.1 == pages.count }.map(\.0),
                    special: used.filter { $0.1 > 0 && $0.1 < pages.count }.map(\.0),
                    section: section)
            }
    }

    /// All that is to be said, sorted: also of posts that would be one page.
    package var diagnostics: [Diagnostic] {
        var known: [String: ImportedPost] = [:]
        let taken: [Diagnostic] = posts.compactMap { post in
            // No slug is empty.
            let name = post.isSectionIndex ? "" : post.slug.rawValue
            guard let other = known[name] else {
                known[name] = post
                return nil
            }
            let message =
                post.isSectionIndex
                ? "This would be the page of the section, as ‘\(other.source)’ would: import one section at "
                    + "a time, each into its own folder, or leave this file out."
                : "This would have the address ‘\(post.slug.rawValue)’ that ‘\(other.source)’ has: give one "
                    + "of them another ‘slug’, or import them into different folders."
            return Diagnostic("path.taken", message, at: SourceSpan(file: post.source))
        }
        let leftOut = defaults.map { Diagnostic("import.defaults", .warning, $0, at: nil) }
        return
            (posts.flatMap(\.diagnostics) + taken + leftOut + madeKind + leftBehind
            + bibliographies).sorted()
    }

    /// Once for all that became essays.
    private var madeKind: [Diagnostic] {
        let count = posts.count { $0.hasMadeKind && $0.text != nil }
        guard count > 0 else { return [] }
        let message =
            "‘kind: essay’ was written into \(count.of("page")): outside of ‘content/posts/’, a page that does not "
            + "say its kind is a plain one, and readers see neither its authors nor its date. Write another where "
            + "it fits; one for all of them is ‘defaults: {\(section)/: {kind: news}}’ in site.yaml, without "
            + "these lines."
        return [Diagnostic("import.kind", .warning, message, at: nil)]
    }
}

/// What lies around a post: asked for, not searched.
struct PostSurroundings {
    let index: Int
    let source: ImportedFiles.Source
    let files: any FileSystem
    let folder: String?
    let pages: ImportedPages
    /// What the page is to others in other languages; `nil` for a text in one.
    let version: ImportedVersion?
    /// Where the post stood in a site of Jekyll, Hugo or Quarto.
    let place: OldPlace?
    /// Whether it lies in a vault of Obsidian.
    let isInVault: Bool
    /// Whether the name of the page needs its language, since that of another version is the same.
    let needsLanguageInName: Bool

    /// Whether it is a note of a notebook such as Obsidian: it stands in no site.
    var isNote: Bool { place == nil && source.path.hasSuffix(".md") }

    /// Whether it may be one: also where nothing but the name of a folder says that it was in a site.
    var mayBeNote: Bool { isNote || place?.isGuess == true && source.path.hasSuffix(".md") }

    /// Whether Quarto made a page of it, for which it reads Markdown, too.
    var isQuarto: Bool { place?.generator == .quarto || source.path.hasSuffix(".qmd") }

    /// The page that another generator names so (`2021-10-18-walls`, `/posts/walls/`).
    func link(to name: String) -> ImportedTarget? {
        pages.target(of: name.removingPercentEncoding, from: index)
    }

    /// Where the file is that the text names so.
    func file(_ path: String) -> String? {
        let path = path.removingPercentEncoding
        guard !path.isEmpty, !path.split(separator: "/").contains(".."), !path.hasSuffix("/") else {
            return nil
        }
        let beside = source.path.split(separator: "/").dropLast().joined(separator: "/")
        // The site's own folders, where none is given.
        let folders =
            [folder].compactMap(\.self).map { $0 + "/" }
            + (place.map { place in
                switch place.generator {
                case .jekyll, .quarto: [place.root]
                case .hugo: [place.root + "static/", place.root + "assets/"]
                }
            } ?? [])
        let name = path.drop { $0 == "/" }
        let places =
            (path.hasPrefix("/") ? [] : [beside.isEmpty ? path : beside + "/" + path])
            + folders.map { $0 + name }
        return places.first { files.exists($0) && $0 != source.path && !$0.hasSuffix(".md") }
    }
}

extension String {
    /// `%20` as the space that it stands for.
    fileprivate var removingPercentEncoding: String {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
