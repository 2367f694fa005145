import Content
import Diagnostics
import Output
import Rendering
import Site

extension Ledger {
    /// Whether the whole site goes somewhere else: then every address is another one, though no path has changed.
    ///
    /// No file of the site can say that this is meant, so it is a warning, which the next manifest ends.
    func movedSite() -> [Diagnostic] {
        guard let before = old.baseURL.flatMap({ BaseURL($0) }) else { return [] }
        let now = site.site.graph.configuration.baseURL
        // A site that answers at https, too, has kept its addresses.
        guard before.host != now.host || before.path != now.path else { return [] }
        return [
            Diagnostic(
                "ledger.moved-site", .warning,
                "The site was published at ‘\(before.absolute)’ and would be at ‘\(now.absolute)’, so that "
                    + "every address becomes another one. Have the old host lead each of them to the new one, path by path.",
                at: SourceSpan(file: SiteSettings.path))
        ]
    }
}

extension BaseURL {
    fileprivate var host: Substring {
        origin.firstRange(of: "://").map { origin[$0.upperBound...] } ?? origin[...]
    }
}
