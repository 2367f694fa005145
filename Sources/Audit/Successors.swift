import Content
import Diagnostics
import Markup
import Output
import Rendering
import Site

/// Where the pages and places of an older version of a site are likely to be now.
///
/// Only pages that the older version did not have can have taken the place of one that is gone.
struct Successors {
    /// Where an alias would be written.
    enum Place {
        case source(SourceSpan)
        /// A topic or a person without a record, and the record to make.
        case unrecorded(path: String, name: String)

        var span: SourceSpan? {
            switch self {
            case .source(let span): span
            case .unrecorded: nil
            }
        }
    }

    struct Page {
        let address: Address
        let place: Place
        let anchors: Set<String>
        let words: Set<Substring>
    }

    private let site: RenderedSite
    private let old: PublishedAddresses
    private var pages: [Page] = []
    /// Indices in `pages` by what they may be known by: words of their names, and anchors.
    private var byClue: [Substring: [Int]] = [:]
    private var bySection: [Substring: [Int]] = [:]
    /// How many pages of a folder are gone.
    private var goneInSection: [Substring: Int] = [:]
    /// Indices in `pages` of what took the place of each page that is gone, by the path of that.
    private var assigned: [String: Int] = [:]
    private var fileByName: [Substring: String] = [:]
    /// Pages by the anchors that they did not have before.
    private var pageByNewAnchor: [String: PageID] = [:]

    init(of old: PublishedAddresses, in site: RenderedSite) {
        self.site = site
        self.old = old
        var now: Set<String> = []
        for output in site.outputs {
            now.insert(output.path)
            add(output)
        }
        for path in old.anchors.keys where !now.contains(path) {
            let address = Address(path)
            if address.isPage { goneInSection[address.section, default: 0] += 1 }
        }
    }

    private mutating func add(_ output: PlannedOutput) {
        let isNew = old.anchors[output.path] == nil
        let anchors = site.anchors(of: output.content)
        if case .page(let id) = output.content {
            let before = Set(old.anchors[output.path] ?? [])
            for anchor in anchors where !before.contains(anchor) {
                pageByNewAnchor[anchor] = pageByNewAnchor[anchor] ?? id
            }
        }
        guard isNew else { return }
        let address = Address(output.path)
        guard let place = place(of: output.content) else {
            if !address.isPage { fileByName[address.name] = output.path }
            return
        }
        let words = Self.words(address.name)
        let clues = words.map { $0 } + anchors.map { $0[...] } + [address.name]
        for clue in Set(clues) where byClue[clue, default: []].count < 16 {
            byClue[clue, default: []].append(pages.count)
        }
        bySection[address.section, default: []].append(pages.count)
        pages.append(
            Page(address: address, place: place, anchors: Set(anchors), words: words))
    }

    /// Where the alias of a page would stand; `nil` for what cannot have one.
    private func place(of content: OutputContent) -> Place? {
        let graph = site.site.graph
        func source(_ id: PageID) -> Place {
            .source(SourceSpan(graph[id].path, graph[id].source.metadata.title.bytes))
        }
        switch content {
        case .page(let id): return source(id)
        case .section(let id, page: 1): return graph[id].record.map { source($0) }
        case .topic(let id, page: 1):
            return graph[id].record.map { source($0) }
                ?? .unrecorded(
                    path: "content/topics/\(Address(graph[id].permalink.outputPath).name).md",
                    name: graph[id].name)
        case .person(let id, page: 1):
            return graph[id].record.map { source($0) }
                ?? .unrecorded(
                    path: "content/people/\(Address(graph[id].permalink.outputPath).name).md",
                    name: graph[id].name)
        case .home, .section, .topicIndex, .topic, .peopleIndex, .person, .acknowledgements,
            .acknowledgementsJSON, .archive, .archiveYear, .workIndex, .work, .search, .openSearch,
            .imageCopy, .socialCard, .notFound, .redirect, .atomFeed, .atomArchive, .jsonFeed,
            .sitemap,
            .sitemapPart, .robots, .noJekyll,
            .redirectRules,
            .headerRules, .bibliographyBibTeX, .bibliographyJSON, .citationFile, .asset,
            .themeAsset:
            return nil
        }
    }

    // MARK: - Pages

    /// The new page that most likely took the place of one that is gone.
    func successor(of gone: Address) -> Page? { assigned[gone.path].map { pages[$0] } }

    /// Finds for each page that is gone the new one that shares most with it: its name, words of it, its anchors.
    ///
    /// No page takes the place of two: an alias that is written for the wrong one leads its readers astray.
    mutating func assign(to gone: [Address]) {
        let likely = gone.indices.flatMap { place in
            scores(of: gone[place]).map { (place: place, page: $0.page, score: $0.score) }
        }.sorted { ($1.score, $0.place, $0.page) < ($0.score, $1.place, $1.page) }
        var taken: Set<Int> = []
        for pair in likely where assigned[gone[pair.place].path] == nil {
            if taken.insert(pair.page).inserted { assigned[gone[pair.place].path] = pair.page }
        }
        for address in gone where assigned[address.path] == nil {
            guard let page = neighbour(of: address, besides: taken) else { continue }
            taken.insert(page)
            assigned[address.path] = page
        }
    }

    /// The new pages that share enough with one that is gone.
    private func scores(of gone: Address) -> [(page: Int, score: Double)] {
        let anchors = old.anchors[gone.path] ?? []
        let words = Self.words(gone.name)
        let clues = Set(words.map { $0 } + anchors.map { $0[...] } + [gone.name])
        return Set(clues.flatMap { byClue[$0] ?? [] }).sorted().compactMap { index in
            let page = pages[index]
            var score = page.address.name == gone.name ? 3.0 : 0
            score += 2 * Self.likeness(words, page.words)
            score += 3 * Self.likeness(Set(anchors), page.anchors)
            if page.address.section == gone.section { score += 0.25 }
            return score >= 1 ? (index, score) : nil
        }
    }

    /// New pages of a folder among which a name that is spelled alike is looked for; in a larger folder, names
    /// are alike by chance.
    private static let neighbours = 100

    private func neighbour(of gone: Address, besides taken: Set<Int>) -> Int? {
        let all = bySection[gone.section] ?? []
        guard all.count <= Self.neighbours else { return nil }
        let here = all.filter { !taken.contains($0) }
        let name = Spelling.closest(
            to: String(gone.name), in: here.lazy.map { String(pages[$0].address.name) })
        if let name { return here.first { pages[$0].address.name == name } }
        // One is gone and one is new in the same folder: most likely it has another name.
        return all.count == 1 && goneInSection[gone.section] == 1 ? here.first : nil
    }

    /// Numbers that titles have in words, by their digits.
    private static let numbers: [Substring: Substring] = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "ten": "10", "ii": "2", "iii": "3", "iv": "4", "vi": "6",
    ]

    /// The words of a name, in which `two` and `2` are the same.
    private static func words(_ name: Substring) -> Set<Substring> {
        Set(name.split(separator: "-").map { numbers[$0] ?? $0 })
    }

    /// What two sets share, from 0 to 1.
    private static func likeness<Element>(_ a: Set<Element>, _ b: Set<Element>) -> Double {
        let shared = a.intersection(b).count
        return shared == 0 ? 0 : Double(shared) / Double(a.count + b.count - shared)
    }

    /// A new file with the name of one that is gone.
    func file(named name: Substring) -> String? { fileByName[name] }

    // MARK: - Anchors

    /// The heading of a page that has most likely taken the place of one that is gone.
    func heading(
        for anchor: String, on id: PageID, before: [String], gone: [String]
    ) -> Heading? {
        let known = Set(before)
        let new = site.site.graph[id].source.document.outline.filter { !known.contains($0.anchor) }
        if let near = Spelling.closest(to: anchor, in: new.map(\.anchor)) {
            return new.first { $0.anchor == near }
        }
        let words = Set(anchor.split(separator: "-"))
        let shares = new.map { Self.likeness(words, Set($0.anchor.split(separator: "-"))) }
        if let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] > 0.2 {
            return new[best]
        }
        return new.count == 1 && gone.count == 1 ? new[0] : nil
    }

    /// Another page that has an anchor now which it did not have before.
    func page(that anchor: String, movedToFrom id: PageID) -> SitePage? {
        guard let other = pageByNewAnchor[anchor], other != id else { return nil }
        return site.site.graph[other]
    }
}
