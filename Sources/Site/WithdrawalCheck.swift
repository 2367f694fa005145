import Content
import Diagnostics
import Markup

/// Withdrawals that nobody is told of: a feed has an entry with the dates that the page says (RFC 4287, section 4.2.15),
/// and a program that has read the entry shows it again when one of them is new.
enum WithdrawalCheck {
    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        graph.pages.compactMap { page in
            guard page.isWithdrawn, let reason = page.source.metadata.withdrawn, page.isPublication,
                page.visibility == .published, page.source.metadata.updated == nil,
                !page.isRetracted
            else { return nil }
            return Diagnostic(
                "revision.withdrawn-undated", .warning,
                "Feeds do not tell those who have read this page that it was withdrawn, since it does not say when. Write the "
                    + "day, as in ‘updated: \(graph.now.isoDate)’.",
                at: SourceSpan(page.path, reason.bytes))
        }
    }
}
