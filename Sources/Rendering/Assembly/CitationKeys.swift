/// What publications are called in bibliographies.

import Bibliography
import Bytes
import Content
import Diagnostics
import Markup
import Site

/// The keys of a site's publications: `liang2021-reflections`, each once.
///
/// `publications.bib` has them all, and BibTeX refuses a file with one key twice. Two pages of one author and
/// year have the same slug where they stand in different folders, as translations often do; and a slug in
/// Chinese or Arabic has nothing that every version of BibTeX can read.
///
/// A key that front matter says is the page's whatever others are there: a key that depends on other pages cannot
/// stay the same for good unless somebody writes it down, which the ledger asks for.
struct CitationKeys: Sendable {
    private let graph: SiteGraph
    /// Those whose names alone are not theirs alone.
    private let numbered: Set<PageID>
    /// Those that say their key, by it; in small letters, since to BibTeX keys have no case.
    private let own: [String: [PageID]]

    init(_ graph: SiteGraph) {
        self.graph = graph
        var bySlug: [String: [PageID]] = [:]
        var numbered: Set<PageID> = []
        var own: [String: [PageID]] = [:]
        for id in graph.publications {
            if let key = Self.ownKey(of: graph[id]) {
                own[key.lowercased(), default: []].append(id)
                continue
            }
            let slug = Self.ascii(graph[id].source.slug.rawValue)
            if slug.isEmpty { numbered.insert(id) } else { bySlug[slug, default: []].append(id) }
        }
        for ids in bySlug.values where ids.count > 1 {
            let byName = Dictionary(grouping: ids) { Self.name(of: graph[$0], in: graph) }
            // The oldest keeps its key when others come.
            for ids in byName.values {
                numbered.formUnion(ids.sorted { Self.precedes($0, $1, graph) }.dropFirst())
            }
        }
        // Digits may be somebody's slug.
        let names = Set(numbered.map { Self.numberedName(of: graph[$0], in: graph) })
        if !names.isEmpty {
            for ids in bySlug.values {
                numbered.formUnion(
                    ids.filter { names.contains(Self.name(of: graph[$0], in: graph)) })
            }
        }
        if !own.isEmpty {
            for ids in bySlug.values {
                numbered.formUnion(ids.filter { own[Self.name(of: graph[$0], in: graph)] != nil })
            }
        }
        self.numbered = numbered
        self.own = own
    }

    /// The key of a publication: what it says itself; else family name, year and slug in ASCII, and digits of its
    /// address where these are not enough.
    subscript(id: PageID) -> String {
        Self.ownKey(of: graph[id])
            ?? (numbered.contains(id)
                ? Self.numberedName(of: graph[id], in: graph) : Self.name(of: graph[id], in: graph))
    }

    /// Keys that two pages say, or that are made of what another is.
    var diagnostics: [Diagnostic] {
        guard !own.isEmpty else { return [] }
        let made = Dictionary(
            numbered.map { (Self.numberedName(of: graph[$0], in: graph), $0) },
            uniquingKeysWith: { a, _ in a })
        return own.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .flatMap { key, ids -> [Diagnostic] in
                let sorted = ids.map { graph[$0] }.sorted { $0.path < $1.path }
                let others = made[key].map { [graph[$0]] } ?? []
                guard let first = (others + sorted).first else { return [] }
                return sorted.filter { $0.path != first.path }.map { page in
                    Diagnostic(
                        "citation-key.taken",
                        "‘\(first.path)’ has this key, too, and BibTeX refuses a file with one key twice: write "
                            + "another, or leave it out.",
                        at: SourceSpan(
                            page.path, page.source.metadata.citationKey?.bytes ?? ByteRange(0, 0)))
                }
            }
    }

    private static func ownKey(of page: SitePage) -> String? {
        page.source.metadata.citationKey?.value
    }

    private static func numberedName(of page: SitePage, in graph: SiteGraph) -> String {
        let name = name(of: page, in: graph)
        let digits = String(page.permalink.path.utf8.fingerprint, radix: 16).prefix(8)
        return name.hasSuffix("-") ? name + digits : "\(name)-\(digits)"
    }

    private static func name(of page: SitePage, in graph: SiteGraph) -> String {
        let family =
            page.authors.isEmpty
            ? "" : graph.personName(ofAuthor: 0, of: page).familyWithParticle
        let year = page.date.map { String($0.year) } ?? ""
        return "\(ascii(family))\(year)-\(ascii(page.source.slug.rawValue))"
    }

    private static func precedes(_ a: PageID, _ b: PageID, _ graph: SiteGraph) -> Bool {
        func order(_ id: PageID) -> (Int, Int, PageID) {
            (graph[id].sortDate, graph[id].source.metadata.translationOf == nil ? 0 : 1, id)
        }
        return order(a) < order(b)
    }

    /// Letters, digits and hyphens, as far as ASCII has them.
    private static func ascii(_ text: String) -> String {
        // As nearly every slug is, and every second name.
        (text.isASCII ? text : SortKey.of(text)).withUTF8Bytes { letters in
            String(unsafeUninitializedCapacity: letters.count) { key in
                var count = 0
                for byte in letters where byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") {
                    key[count] = byte.isASCIILetter ? byte | 0x20 : byte
                    count += 1
                }
                return count
            }
        }
    }
}

extension SiteGraph {
    /// The authors, taken apart into given and family names.
    func personNames(of page: SitePage) -> [PersonName] {
        page.authors.indices.map { personName(ofAuthor: $0, of: page) }
    }

    fileprivate func personName(ofAuthor index: Int, of page: SitePage) -> PersonName {
        // Read in place: an author has many parts.
        let source = page.source
        let name = source.metadata.authors[index].name.value
        return source.metadata.authors[index].isOrganization
            ? PersonName(literal: name) : self[page.authors[index]].citedName(writtenAs: name)
    }
}
