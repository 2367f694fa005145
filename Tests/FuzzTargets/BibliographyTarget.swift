import Bibliography
import Diagnostics

/// Both formats of a bibliography; what was read is formatted too.
enum BibliographyTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        let read = [
            WorkLibrary.parse(bibtex: bytes, path: "a.bib"),
            WorkLibrary.parse(cslJSON: bytes, path: "a.json"),
        ]
        for (library, diagnostics) in read {
            for case let span? in diagnostics.map(\.span) {
                precondition(span.bytes.range.upperBound <= bytes.count, "a span past the end")
            }
            for work in library.works {
                precondition(!work.key.isEmpty, "a work without a key")
                _ = PageCitations.html(of: work, .english)
                _ = PageCitations.sortKey(of: work)
            }
        }
    }
}
