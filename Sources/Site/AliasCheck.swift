import Content
import Diagnostics
import Markup

/// Aliases at the addresses of feeds: what would stand there is a page that leads on, which no program that reads
/// feeds follows.
enum AliasCheck {
    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        graph.pages.flatMap { page in
            page.source.metadata.aliases.compactMap { alias in
                guard let feed = feed(inPlaceOf: alias.value) else { return nil }
                return Diagnostic(
                    "alias.of-feed",
                    "‘\(alias.value)’ is no address of a page, and an alias is one. To have the site’s feed there, write "
                        + "‘\(alias.value): \(feed)’ under ‘redirects’ in site.yaml; to keep another file, put it at "
                        + "‘content\(alias.value)’.",
                    at: SourceSpan(page.path, alias.bytes))
            }
        }
    }

    /// The feed of the site that is of the kind that an address names; `nil` for the address of a page.
    private static func feed(inPlaceOf address: String) -> String? {
        let name = address.lowercased()
        if name.hasSuffix(".xml") { return "/feed.xml" }
        return name.hasSuffix(".json") ? "/feed.json" : nil
    }
}
