/// Pages that have all that a publication needs, and are none.

import Content
import Diagnostics
import Markup

enum PlainPageCheck {
    /// Warns of pages with a date and authors in a folder other than `posts/` whose kind nothing says: readers see
    /// neither.
    ///
    /// What stands in no folder is a page such as “About”. A layout of the site's own may show both, and of a
    /// translation its original says what it should be.
    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        graph.pages.compactMap { page in
            guard page.source.role == .page, !page.isPublication, !page.source.section.isEmpty
            else {
                return nil
            }
            let metadata = page.source.metadata
            guard metadata.kind == nil, metadata.layout == nil, metadata.translationOf == nil,
                let folder = page.path.split(separator: "/").dropFirst().first,
                let date = metadata.date, !metadata.authors.isEmpty
            else { return nil }
            return Diagnostic(
                "front-matter.no-kind", .warning,
                "This page has a date and authors that no reader sees: outside of ‘content/posts/’, a page that does "
                    + "not say its ‘kind’ is a plain one, in no list or feed of publications. Write ‘kind: essay’ "
                    + "(or report, paper, brief, news, talk); for all of the folder, "
                    + "‘defaults: {\(folder)/: {kind: essay}}’ in site.yaml. A page that is to be plain says "
                    + "‘kind: page’.",
                at: SourceSpan(page.path, date.bytes))
        }
    }
}
