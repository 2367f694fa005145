import Content
import Diagnostics
import Files
import Output
import Rendering
import Site

/// Feeds go with the page of a topic or a person, and the documents of their archives with them; other
/// generators name theirs in other ways.
extension Ledger {
    /// The names of feeds: Hugo's is `index.xml`, that of others `atom.xml` or `rss.xml`.
    private static let feedNames: [Substring] = [
        "feed.xml", "index.xml", "atom.xml", "rss.xml", "feed.json",
    ]

    static func isFeed(_ address: Address) -> Bool {
        feedNames.contains(address.name) || isArchive(address)
    }

    private static func isArchive(_ address: Address) -> Bool {
        address.name.hasPrefix("feed-") && address.name.hasSuffix(".xml")
    }

    /// Whether the address of a feed is led on to a page of the site: subscribers get no feed there any more, and are
    /// not told.
    ///
    /// One that is led on to a feed has that feed itself, and what another site has is decided there.
    func isFeedLedToPage(_ path: String) -> Bool {
        let address = Address(path)
        guard !address.isPage, Self.isFeed(address) else { return false }
        let (graph, redirects) = (site.site.graph, site.site.redirects)
        if let content = standing(at: path) {
            guard case .redirect(let index) = content else { return false }
            guard case .setting(let setting) = graph.redirects[index].target else { return true }
            return redirects.isOfSite(graph.configuration.redirects[setting].target.value)
        }
        if case .output(let end)? = redirects.end(of: address.text) { return Address(end).isPage }
        let target = redirects.wildcard(matching: address.text)?.target.value
        return target.map { !$0.contains(SiteRedirect.splat) && redirects.isOfSite($0) } ?? false
    }

    /// The feed that stands where a page led on from its address: for `index.xml/index.html`, at `index.xml`.
    func feed(inPlaceOfPage path: String) -> OutputContent? {
        let page = "/index.html"
        guard path.hasSuffix(page) else { return nil }
        let address = Address(path.dropLast(page.count))
        return Self.isFeed(address) ? site.site.plan[address.path] : nil
    }

    /// Whether an address is the archive of a feed that was published beside it.
    func isPartOfFeed(_ address: Address) -> Bool {
        let feed = "\(address.folder)feed.xml"
        return Self.isArchive(address) && (site.site.plan[feed] != nil || old.anchors[feed] != nil)
    }

    /// Lines for the feeds that stood beside a page which is gone.
    func feeds(of page: Address) -> [RedirectLine] {
        Self.feedNames.map { Address("\(page.folder)\($0)") }.filter {
            old.anchors[$0.path] != nil && finding(at: $0.path) == nil
        }.map { (written($0.text), feed(inPlaceOf: $0)) }
    }

    /// - Parameters:
    ///   - address: Of a feed, or of an archive of one.
    ///   - pages: Those that are gone.
    /// - Returns: `nil` where what is said of another address settles this one, too.
    func vanishedFeed(_ address: Address, _ pages: Set<String>) -> Diagnostic? {
        let page = Address("\(address.folder)index.html")
        let isToldWithPage =
            pages.contains(page.path) && successors.successor(of: page) == nil
            && target(ofMade: page) != nil
        // Readers of the feed itself lose nothing when its archive is in fewer parts.
        guard !isToldWithPage, !isPartOfFeed(address) else { return nil }
        let line = (written(address.text), feed(inPlaceOf: address))
        guard !isFeedLedToPage(address.path) else {
            return Diagnostic(
                "ledger.vanished-url",
                "The feed ‘\(address.text)’ was published, and readers of it are led to a page now, which their programs "
                    + "cannot read. To have the feed there as well, write ‘\(line.0): \(line.1)’ under ‘redirects’ in "
                    + "site.yaml.", at: SourceSpan(file: SiteSettings.path))
        }
        return Diagnostic(
            "ledger.vanished-url",
            "The feed ‘\(address.text)’ was published, and nothing stands there now. To have the feed there as "
                + "well, \(redirects([line])).",
            at: redirect(of: page).map { SourceSpan(SiteSettings.path, $0.source.bytes) })
    }

    private func redirect(of page: Address) -> SiteRedirect? {
        site.site.graph.configuration.redirects.first {
            !$0.isWildcard && ($0.source.value == page.text || $0.source.value + "/" == page.text)
        }
    }

    /// The feed of the page that took the place of an old feed's page, else the nearest above it.
    func feed(inPlaceOf address: Address) -> String {
        guard !address.name.hasSuffix(".json") else { return "/feed.json" }
        let plan = site.site.plan
        let page = Address("\(address.folder)index.html")
        let moved = plan[page.path].flatMap { site.text(of: $0) }
        let folders = [
            redirect(of: page)?.target.value, moved.map { site.site.graph[$0].permalink.path },
            successors.successor(of: page)?.address.text,
        ]
        for case let folder? in folders where folder.hasPrefix("/") && folder.hasSuffix("/") {
            if plan["\(folder.dropFirst())feed.xml"] != nil { return folder + "feed.xml" }
        }
        let folder = address.path.foldersAround.first { plan["\($0)/feed.xml"] != nil }
        return folder.map { "/\($0)/feed.xml" } ?? "/feed.xml"
    }
}
