/// The citations of one page: what stands in the text, and the list of references.

package import Bytes
package import Diagnostics
package import Markup

package struct PageCitations: Sendable {
    /// An entry of the list of references.
    package struct Reference: Sendable {
        package let key: String
        package let work: Work
        /// Id of the entry: `ref-KEY`.
        package let anchor: String
        package let html: OutputBuffer
        /// Ids of the places that cite it, in order.
        package internal(set) var citedAt: [String] = []
        /// Places of the work that are cited, as written, with the id of the citing place.
        package internal(set) var places: [(text: String, anchor: String)] = []

        /// What the id of the entry and those of its places have in common.
        var idPart: Substring { anchor.dropFirst("ref-".count) }
    }

    /// Parallel to the document's citations: what belongs in each slot.
    package private(set) var groups: [Fragment] = []
    /// In the order of the list.
    package private(set) var references: [Reference] = []

    package init() {}

    /// Works out every citation of a page.
    ///
    /// - Parameters:
    ///   - groups: The citations, from the document.
    ///   - defaultWork: The work of citations without a key; whether there is such is asked where it is named.
    ///   - library: The site's bibliography.
    ///   - path: The page's source, for diagnostics.
    ///   - words: What citations say in the language of the page.
    /// - Returns: The citations, and what is wrong with them.
    package static func resolve(
        _ groups: [CitationGroup], defaultWork: String?, library: WorkLibrary,
        path: String, words: CitationWords
    ) -> (citations: PageCitations, diagnostics: [Diagnostic]) {
        guard !groups.isEmpty else { return (PageCitations(), []) }
        var resolver = CitationResolver(
            library: library, path: path, defaultWork: defaultWork, words: words)
        resolver.collect(groups)
        var citations = PageCitations()
        citations.groups = groups.map { resolver.render($0) }
        citations.references = resolver.references
        return (citations, resolver.diagnostics)
    }

    /// Whether both cite the same places of the same works, so that pages about works may stay.
    package func cites(sameAs other: PageCitations) -> Bool {
        references.elementsEqual(other.references) { a, b in
            a.key == b.key && a.html == b.html && a.citedAt == b.citedAt
                && a.places.elementsEqual(b.places, by: ==)
        }
    }

    /// A work's entry as a list of references shows it.
    package static func html(of work: Work, _ words: CitationWords) -> OutputBuffer {
        AuthorDateStyle(words: words).reference(CitedEntry(work: work))
    }

    /// The order of a list of references: by authors, year and title.
    package static func sortKey(of work: Work) -> String {
        let people = work.authors.isEmpty ? work.editors : work.authors
        let names =
            people.isEmpty
            ? SortKey.letters(of: work.publisher ?? work.title)
            : people.map(\.referenceKey).joined(separator: "  ")
        // Undated works stand before dated ones, those in press behind them.
        // Of as many digits each, with room for years before our era.
        let year =
            work.issued.map { String(500_000 + $0.year) } ?? (work.status == nil ? "0" : "999999")
        return "\(names)   \(year)   \(SortKey.of(work.title))   \(work.key)"
    }
}
