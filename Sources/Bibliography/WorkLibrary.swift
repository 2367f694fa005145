/// The works that a site's bibliography knows.

package import Diagnostics

package struct WorkLibrary: Sendable {
    /// In the order of the file.
    package private(set) var works: [Work] = []
    private var indexByKey: [String: Int] = [:]

    /// Whether nobody can tell what works there are.
    private var isUnreadable = false
    /// Keys of entries whose own mistake is reported.
    private var unreadKeys: Set<String> = []

    package init() {}

    /// What a file holds that could not be read.
    package static var unreadable: WorkLibrary {
        var library = WorkLibrary()
        library.isUnreadable = true
        return library
    }

    package var keys: [String] { works.map(\.key) }

    /// Whether the bibliography may well have a work that cannot be found: what is wrong is told there, and
    /// not once more for each citation.
    func mayHave(_ key: String) -> Bool { isUnreadable || unreadKeys.contains(key) }

    package func work(for key: String) -> Work? { indexByKey[key].map { works[$0] } }

    /// What is wrong with a work that `default_work` names.
    ///
    /// To look for the key that was meant takes milliseconds in a large bibliography: `suggests` says whether to.
    package func diagnostic(
        forDefaultWork key: String, at span: SourceSpan, suggests: Bool = true
    ) -> Diagnostic? {
        guard work(for: key) == nil, !mayHave(key) else { return nil }
        let hint = suggests ? Spelling.closest(to: key, in: keys) : nil
        return Diagnostic(
            "citation.unknown-key", "The bibliography has no work ‘\(key)’.\(Spelling.hint(hint))",
            at: span, repair: hint)
    }

    /// Reads BibTeX.
    ///
    /// Every mistake of the file is reported, and what can be read is kept.
    package static func parse(
        bibtex bytes: [UInt8], path: String
    ) -> (library: WorkLibrary, diagnostics: [Diagnostic]) {
        let result = BibTeXParser.parse(bytes, path: path)
        // Between entries, what git has left is a comment.
        let conflict = MergeConflict.diagnostic(for: bytes, path: path).map { [$0] } ?? []
        var reader = WorkReader(path: path, diagnostics: conflict + result.diagnostics)
        let works = reader.works(from: result.entries, unread: result.unreadKeys)
        var (library, diagnostics) = collect(works, reader.diagnostics)
        library.unreadKeys = result.unreadKeys
        library.isUnreadable = result.isCutShort
        return (library, diagnostics)
    }

    /// Reads a list of items in CSL-JSON.
    package static func parse(
        cslJSON bytes: [UInt8], path: String
    ) -> (library: WorkLibrary, diagnostics: [Diagnostic]) {
        let (works, diagnostics) = CSLReader.read(bytes, path: path)
        return collect(works, diagnostics)
    }

    private static func collect(
        _ works: [Work], _ found: [Diagnostic]
    ) -> (library: WorkLibrary, diagnostics: [Diagnostic]) {
        var library = WorkLibrary()
        var diagnostics = found
        if let ligature = works.lazy.compactMap(\.ligature).first { diagnostics.append(ligature) }
        for work in works {
            if let other = library.indexByKey[work.key] {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.duplicate-key",
                        "The key ‘\(work.key)’ is given to two works.", at: work.span,
                        notes: [
                            Diagnostic.Note(
                                "The other is here.", at: library.works[other].span)
                        ]))
                continue
            }
            let missing = work.missingFields
            if !missing.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.missing-field", .warning,
                        "‘\(work.key)’ has no \(missing.joined(separator: " and no ")).",
                        at: work.span))
            }
            library.indexByKey[work.key] = library.works.count
            library.works.append(work)
        }
        return (library, diagnostics)
    }
}
