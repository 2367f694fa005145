/// What a page must say.

import Diagnostics
import Markup

extension MetadataDecoder {
    /// A page has a title, and a publication its date and its authors.
    ///
    /// A key that is written has its own mistake, and one that is not known may be what is missed.
    mutating func checkMissing(
        besides pairs: [YAMLNode.Pair], _ file: PageFile, at place: ByteRange
    ) {
        func isWritten(_ key: String) -> Bool { pairs.contains { $0.key == key } }
        let lacksTitle = metadata.title.value.isEmpty && !isWritten("title")
        let kind = metadata.kind?.value ?? .assumed(for: file.role, in: file.section)
        let isPublication =
            file.role == .page && kind != .page && (metadata.kind != nil || !isWritten("kind"))
        let lacksDate = isPublication && metadata.date == nil && !isWritten("date")
        let lacksAuthors = isPublication && metadata.authors.isEmpty && !isWritten("authors")
        guard lacksTitle || lacksDate || lacksAuthors,
            !reader.diagnostics.contains(where: { $0.id == "front-matter.unknown-key" })
        else { return }
        if lacksTitle {
            reader.report(
                "front-matter.missing-title", "The page has no title: write ‘title: …’.", at: place)
        }
        if lacksDate { reportMissing("a ‘date’: write ‘date: 2025-01-31’.", at: place) }
        if lacksAuthors {
            reportMissing("‘authors’: write ‘authors: [Ada Example]’.", at: place)
        }
    }

    private mutating func reportMissing(_ what: String, at place: ByteRange) {
        reader.report(
            "front-matter.missing-key", "A publication needs " + what, at: place,
            notes: [originOfKind].compactMap(\.self))
    }

    /// Why a page is a publication of which its own front matter does not say so.
    private var originOfKind: Diagnostic.Note? {
        guard metadata.inherited.contains(.kind), let kind = metadata.kind else { return nil }
        return Diagnostic.Note(
            "‘defaults’ of its folder give it ‘kind: \(kind.value.rawValue)’.",
            at: SourceSpan(SiteSettings.path, kind.bytes))
    }
}
