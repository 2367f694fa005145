/// An id that two elements of a page have: links lead to the first of them, and the HTML Standard allows one.
///
/// Within a text, ids are given out once. A heading can have that of a section which the theme adds.

import Content
import Diagnostics
import Markup
import Rendering
import Site

enum RepeatedIDs {
    /// More is a template's mistake, which a few pages show.
    private static let most = 5

    /// - Parameters:
    ///   - ids: Of each output of the site, one that it has twice.
    ///   - site: What would be published.
    ///   - known: What a build has found: ids that a text gives twice.
    /// - Returns: The first few.
    static func diagnostics(
        _ ids: [String?], in site: RenderedSite, besides known: [Diagnostic]
    ) -> [Diagnostic] {
        let told = Set(known.filter { $0.id == "anchor.duplicate" }.compactMap(\.span?.path))
        var found: [(index: Int, id: String)] = []
        for (index, id) in ids.enumerated() {
            guard let id else { continue }
            let text = site.text(of: site.outputs[index].content).map { site.site.graph[$0].path }
            if text.map(told.contains) != true { found.append((index, id)) }
        }
        return found.prefix(most).enumerated().map { number, item in
            let (index, id) = item
            let output = site.outputs[index]
            let page = site.text(of: output.content).map { site.site.graph[$0] }
            let heading = page?.source.document.outline.first { $0.anchor == id }
            let moved = site.text(of: output.content)
                .flatMap { site.site.redirects.movedPlaces[$0] }?.first { $0.anchor == id }
            var advice = "change it in the text or in the template"
            var span = page.map { SourceSpan($0.path, heading?.bytes ?? ByteRange(0, 0)) }
            if heading != nil {
                advice = "give the heading another, ‘{#name}’ at its end"
            } else if let moved {
                advice = "the theme has it, so delete ‘\(moved.source.name)’ from ‘redirects’"
                span = SourceSpan(SiteSettings.path, moved.source.source.bytes)
            }
            var diagnostic = Diagnostic(
                "consistency.repeated-id",
                "‘\(output.path)’ has two elements with the id ‘\(id)’, and links lead to the first: \(advice).",
                at: span)
            if number == most - 1 {
                diagnostic.notes = Diagnostic.Note.more(found.count - most)
            }
            return diagnostic
        }
    }
}
