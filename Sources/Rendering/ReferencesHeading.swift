/// Headings of texts for a list of references, which the program makes below each text that cites.

import Bibliography
import Content
import Diagnostics
import Markup
import Site

extension RenderedSite {
    /// A warning for each text that ends in two headings of the same words.
    var repeatedReferencesHeadings: [Diagnostic] {
        graph.pages.enumerated().compactMap { index, page in
            let id = PageID(index)
            guard !site[id].references.isEmpty, !page.isWithdrawn else { return nil }
            let title = wording(of: page).words.references.lowercased()
            let outline = page.source.document.outline
            guard let index = outline.lastIndex(where: { $0.text.lowercased() == title }),
                outline[(index + 1)...].allSatisfy({ $0.level > outline[index].level })
            else { return nil }
            let heading = outline[index]
            return Diagnostic(
                "heading.references", .warning,
                "The works that the text cites are listed below it, under a heading of the same words: delete "
                    + "this one, or call it otherwise.", at: SourceSpan(page.path, heading.bytes))
        }
    }
}
