/// Pages that are published before anybody wrote their text.

import Content
import Diagnostics
import Markup

enum EmptyPageCheck {
    /// Warns of the words that a new page begins with, and of publications without any.
    ///
    /// What a reader gets may stand elsewhere: in a PDF, under a DOI, in a layout or fields of the site's own. A summary
    /// or an image says something, too.
    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        graph.pages.compactMap { page in
            guard page.source.role == .page, !page.isWithdrawn, !page.source.metadata.isDraft else {
                return nil
            }
            let place = SourceSpan(page.path, page.source.metadata.title.bytes)
            if page.source.document.wordCount < 4,
                page.source.document.excerpt == Placeholder.text
            {
                return Diagnostic(
                    "page.placeholder", .warning,
                    "‘\(Placeholder.text)’ is all that readers will see of this page: write its text, or ‘draft: true’.",
                    at: place)
            }
            guard page.isPublication, isEmpty(page.source) else { return nil }
            return Diagnostic(
                "page.empty", .warning,
                "Readers will see no text of this publication: write one, or name the file or the place that has it "
                    + "(‘pdf’, ‘doi’). Until then, ‘draft: true’ keeps it back.", at: place)
        }
    }

    private static func isEmpty(_ source: ParsedPage) -> Bool {
        guard source.document.isEmpty else { return false }
        let metadata = source.metadata
        return metadata.pdf == nil && metadata.doi == nil
            && metadata.summary == nil && metadata.image == nil && metadata.journal == nil
            && metadata.layout == nil && metadata.extra.isEmpty
    }
}
