/// Where a post stood in the site that it comes from: what its folders say of its address and its language.

import Content
import Files
import Markup

struct OldPlace {
    enum Generator { case jekyll, hugo, quarto }

    let generator: Generator
    /// The folder of the old site, with a slash at its end unless it is the root.
    let root: String
    /// Jekyll's categories that folders give; with Hugo, the sections; with Quarto, all below its root.
    let folders: [String]
    let configuration: OldConfiguration
    /// Of `content/de/posts/walls.md`.
    private(set) var language: String?
    /// What the old site gives the page where it does not say it, what is closest to it last.
    var defaults: [OldDefaults] = []

    /// Whether it stood among Jekyll's `_drafts`, which no build publishes unless it is asked to.
    var isAmongDrafts = false

    /// Whether that makes it a draft.
    var isDraft: Bool { defaults.compactMap(\.isDraft).last ?? false }

    /// Whether the settings name the page as a draft.
    var isNamedDraft: Bool { defaults.contains(where: \.namesDrafts) }

    /// The page of a folder around it that is a draft, where Zola holds back all that is in the folder.
    ///
    /// (https://www.getzola.org/documentation/content/section/: a draft is not loaded, nor is what is below it.)
    var draftSection: String?

    /// Whether nothing but the name of a folder says where it stood.
    var isGuess: Bool { generator == .hugo && !configuration.isFound }

    /// Whether it may have stood in a site of Zola, and not of Hugo.
    var mayBeZola: Bool { generator == .hugo && (configuration.isZola || isGuess) }

    /// For a file that says its address itself.
    static let unknown = OldPlace(
        generator: .jekyll, root: "", folders: [], configuration: OldConfiguration(), language: nil)

    /// Whether the settings name the language of a text that does not say.
    var knowsDefault: Bool { configuration.defaultLanguage != nil }

    /// The language of a text that does not say: as the settings have it, else that of the new site, else Hugo's own.
    func defaultLanguage(_ other: String?) -> String {
        (configuration.defaultLanguage ?? other ?? "en").lowercased()
    }

    /// A path without the folder of its language, which the versions of a text have in common.
    func shared(_ path: String) -> String {
        guard let language else { return path }
        return path.replacing(
            "\(root)content/\(language)/", with: "\(root)content/", maxReplacements: 1)
    }
}

/// Finds the places of posts; the settings of each site are read once.
struct OldPlaces {
    private let files: any FileSystem
    private var configurations: [String: OldConfiguration] = [:]
    private var languages: [String: Set<String>] = [:]
    /// Folders in which other languages than those of the posts were looked for.
    private var listed: Set<String> = []
    /// What the pages of folders hand down in Hugo, and folders in Quarto, by the paths of the files that say it.
    private var handedDown: [String: [OldDefaults]] = [:]
    /// Pages of folders that are drafts themselves.
    private var draftSections: Set<String> = []
    private var vaults: Vaults

    init(_ paths: [String], in files: any FileSystem) {
        self.files = files
        vaults = Vaults(in: files)
        for path in paths {
            guard let (root, folders) = Self.hugo(path), let tag = folders.first.map({ String($0) })
            else { continue }
            if LanguageName.isTag(tag) { languages[root, default: []].insert(tag) }
        }
    }

    mutating func place(of path: String) -> OldPlace? {
        guard !path.hasSuffix(".qmd") else { return quarto(path) }
        guard var place = jekyll(path) ?? hugo(path), !place.isGuess || !isOfOthers(path) else {
            // Quarto makes pages of Markdown and R Markdown, too.
            let isRead = [".md", ".markdown", ".rmd"].contains { path.lowercased().hasSuffix($0) }
            return isRead ? quarto(path) : nil
        }
        let isHugo = place.generator == .hugo
        let within = String(path.dropFirst(place.root.count + (isHugo ? "content/".count : 0)))
        place.defaults = place.configuration.defaults.filter { $0.applies(to: within) }
        if isHugo { readSections(around: within, in: place.root + "content/", into: &place) }
        return place
    }

    /// Whether a folder `content` belongs to a project of Quarto, or to a vault, as with Quartz.
    private mutating func isOfOthers(_ path: String) -> Bool {
        quarto(path) != nil || vaults.hold(path)
    }

    /// What the pages of the folders around a page hand down, from the outermost on.
    private mutating func readSections(
        around page: String, in content: String, into place: inout OldPlace
    ) {
        var folder = content
        for part in [""] + page.split(separator: "/").dropLast().map({ $0 + "/" }) {
            folder += part
            let source = folder + "_index.md"
            guard source != content + page else { continue }
            place.defaults += cascade(of: source).filter { $0.applies(to: page) }
            if place.mayBeZola, place.draftSection == nil, draftSections.contains(source) {
                place.draftSection = String(source.dropFirst(place.root.count))
            }
        }
    }

    private mutating func cascade(of source: String) -> [OldDefaults] {
        if let known = handedDown[source] { return known }
        var found: [OldDefaults] = []
        if files.exists(source), let bytes = try? files.read(source),
            case .mapping(let pairs)? = PostSource(bytes, path: source).root?.value
        {
            found = pairs.filter { $0.key.lowercased() == "cascade" }
                .flatMap { OldDefaults.hugo($0.value) }
            if pairs.contains(where: { $0.key == "draft" && $0.value.flag == true }) {
                draftSections.insert(source)
            }
        }
        handedDown[source] = found
        return found
    }

    /// What Quarto's project and the folders around a page give it, from the outermost on.
    private mutating func handedDown(inQuarto root: String, _ folders: [String]) -> [OldDefaults] {
        var found = settings(ofQuarto: root)
        for count in 0...folders.count {
            let folder = folders[..<count].joined(separator: "/")
            for name in ["_metadata.yml", "_metadata.yaml"] {
                let source = root + (folder.isEmpty ? "" : folder + "/") + name
                let known =
                    handedDown[source]
                    ?? OldConfiguration.root(source, in: files).map {
                        [OldDefaults(quartoFolder: folder, $0)]
                    } ?? []
                handedDown[source] = known
                found += known
            }
        }
        return found
    }

    private mutating func settings(ofQuarto root: String) -> [OldDefaults] {
        if let known = handedDown[root] { return known }
        let found = Self.quartoNames.compactMap { OldConfiguration.root(root + $0, in: files) }
            .flatMap { OldDefaults.quarto(project: $0) }
        handedDown[root] = found
        return found
    }

    /// The folder with `content/`, and the folders below that.
    private static func hugo(_ path: String) -> (root: String, folders: [Substring])? {
        let parts = path.split(separator: "/").dropLast()
        guard let content = parts.lastIndex(of: "content") else { return nil }
        return (folder(parts[..<content]), Array(parts[(content + 1)...]))
    }

    private static func folder(_ parts: ArraySlice<Substring>) -> String {
        parts.map { $0 + "/" }.joined()
    }

    private mutating func hugo(_ path: String) -> OldPlace? {
        guard let (root, folders) = Self.hugo(path) else { return nil }
        let settings = configuration(root) { OldConfiguration(hugo: root, in: $0) }
        var language: String?
        if let tag = folders.first.map({ String($0) }), LanguageName.isTag(tag),
            settings.languages.contains(tag.lowercased()) || tags(in: root).count > 1
        {
            language = tag
        }
        return OldPlace(
            generator: .hugo, root: root,
            folders: folders.dropFirst(language == nil ? 0 : 1).map { String($0) },
            configuration: settings, language: language)
    }

    /// The languages that have folders in `content/`.
    private mutating func tags(in root: String) -> Set<String> {
        let known = languages[root] ?? []
        // Of one alone, others may be there that are not imported; once is enough to look.
        guard known.count == 1, listed.insert(root).inserted,
            let listing = try? files.files(below: root + "content")
        else {
            return known
        }
        let prefix = (root + "content/").utf8.count
        let tags = listing.files.compactMap { file in
            file.path.utf8.dropFirst(prefix).firstIndex(of: UInt8(ascii: "/")).map {
                String(file.path[..<$0].utf8.dropFirst(prefix)) ?? ""
            }
        }
        languages[root] = known.union(tags.filter { LanguageName.isTag($0) })
        return languages[root] ?? []
    }

    private mutating func jekyll(_ path: String) -> OldPlace? {
        let parts = path.split(separator: "/").dropLast()
        guard let posts = parts.lastIndex(where: { $0 == "_posts" || $0 == "_drafts" }) else {
            return nil
        }
        // Folders above `_posts` are categories, as far up as the site goes.
        let start = depth(of: OldConfiguration.jekyllNames, above: parts[..<posts]) ?? posts
        let root = Self.folder(parts[..<start])
        var place = OldPlace(
            generator: .jekyll, root: root, folders: parts[start..<posts].map { String($0) },
            configuration: configuration(root) { OldConfiguration(jekyll: root, in: $0) },
            language: nil)
        place.isAmongDrafts = parts[posts] == "_drafts"
        return place
    }

    static let quartoNames = ["_quarto.yml", "_quarto.yaml"]

    private mutating func quarto(_ path: String) -> OldPlace? {
        let parts = path.split(separator: "/").dropLast()
        guard let start = depth(of: Self.quartoNames, above: parts) else { return nil }
        var place = OldPlace(
            generator: .quarto, root: Self.folder(parts[..<start]),
            folders: parts[start...].map { String($0) }, configuration: OldConfiguration(),
            language: nil)
        let within = String(path.dropFirst(place.root.count))
        place.defaults = handedDown(inQuarto: place.root, place.folders).filter {
            $0.applies(to: within)
        }
        return place
    }

    /// How deep the nearest folder is that has one of some files.
    private func depth(of names: [String], above parts: ArraySlice<Substring>) -> Int? {
        stride(from: parts.endIndex, through: max(0, parts.endIndex - 8), by: -1).first { depth in
            names.contains { files.exists(Self.folder(parts[..<depth]) + $0) }
        }
    }

    private mutating func configuration(
        _ root: String, _ read: (any FileSystem) -> OldConfiguration
    ) -> OldConfiguration {
        if let known = configurations[root] { return known }
        let made = read(files)
        configurations[root] = made
        return made
    }
}
