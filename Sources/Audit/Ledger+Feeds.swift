import Content
import Diagnostics
import Output
import Rendering
import Site

/// Feeds go with the page of a topic or a person, and the documents of their archives with them.
extension Ledger {
    static func isFeed(_ address: Address) -> Bool {
        address.name == "feed.xml"
            || address.name.hasPrefix("feed-") && address.name.hasSuffix(".xml")
    }

    /// The old address of a page that others made by naming it, for a redirect: with all below it where it had a feed.
    func pattern(ofMade address: Address) -> String {
        old.anchors["\(address.folder)feed.xml"] == nil ? address.text : address.text + "*"
    }

    /// - Parameters:
    ///   - address: Of a feed, or of an archive of one.
    ///   - pages: Those that are gone.
    /// - Returns: `nil` where what is said of another address settles this one, too.
    func vanishedFeed(_ address: Address, _ pages: Set<String>) -> Diagnostic? {
        let page = Address("\(address.folder)index.html")
        // Readers of the feed itself lose nothing when its archive is in fewer parts.
        if address.name != "feed.xml", site.site.plan["\(address.folder)feed.xml"] != nil {
            return nil
        }
        let isSettled =
            pages.contains(page.path) && successors.successor(of: page) == nil
            && target(ofMade: page) != nil
        let isPart = address.name != "feed.xml" && vanished.contains("\(address.folder)feed.xml")
        guard !isSettled, !isPart else { return nil }
        let (advice, span) = advice(forFeedOf: page)
        return Diagnostic(
            "ledger.vanished-url",
            "The feed ‘\(address.text)’ was published, and nothing stands there now. \(advice)",
            at: span)
    }

    private func advice(forFeedOf page: Address) -> (String, SourceSpan?) {
        let redirect = site.site.graph.configuration.redirects.first {
            !$0.isWildcard && ($0.source.value == page.text || $0.source.value + "/" == page.text)
        }
        // A wildcard would stand above the page.
        if redirect == nil, site.site.plan[page.path] != nil {
            return (
                "Write ‘redirects: {/\(page.folder)feed.xml: /feed.xml}’ in site.yaml.", nil
            )
        }
        guard let redirect else {
            return ("Write ‘redirects: {/\(page.folder)*: /}’ in site.yaml.", nil)
        }
        let target = redirect.target.value
        return (
            "In site.yaml, write ‘\(page.text)*: \(target)\(splat(from: page, to: target))’ in place of "
                + "‘\(redirect.name): \(target)’: it leads the page on, too.",
            SourceSpan(SiteSettings.path, redirect.source.bytes)
        )
    }

    /// `:splat` where all that is gone below a page is there below another.
    private func splat(from page: Address, to target: String) -> String {
        guard target.hasPrefix("/"), target.hasSuffix("/") else { return "" }
        let isThere = vanished.lazy.filter { $0.hasPrefix(page.folder) }.allSatisfy { path in
            site.site.plan["\(target.dropFirst())\(path.dropFirst(page.folder.count))"] != nil
        }
        return isThere ? SiteRedirect.splat : ""
    }
}
