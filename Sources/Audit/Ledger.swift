/// The ledger: what was once published stays reachable, or somebody decides that it may go.

import Content
package import Diagnostics
import Files
import Markup
package import Output
package import Rendering
import Site

/// Compares the addresses of a site with those that it had when it was last published.
///
/// An address counts as kept when anything stands there now: a page, a redirect that an alias made or
/// `site.yaml`, a page that says why it was withdrawn.
package struct Ledger {
    let site: RenderedSite
    let old: PublishedAddresses
    private(set) var successors: Successors
    /// Outputs of before that lead nowhere now.
    private(set) var vanished: [String] = []
    /// What would stand at each address had no page expired.
    let ended: [String: OutputContent]
    private let unexpired: RenderedSite?

    private init(_ site: RenderedSite, _ old: PublishedAddresses, _ unexpired: RenderedSite?) {
        self.site = site
        self.old = old
        self.unexpired = unexpired
        ended = Dictionary(
            unexpired?.outputs.map { ($0.path, $0.content) } ?? [], uniquingKeysWith: { a, _ in a })
        successors = Successors(of: old, in: site)
        vanished = old.anchors.keys.filter {
            finding(at: $0) == nil && ended[$0] == nil && isPromise($0)
        }.sorted()
        let gone = vanished.filter { !isUnread($0) }.map { Address($0) }
        successors.assign(to: gone.filter { $0.isPage && withheldSource(of: $0) == nil })
    }

    /// Every address and anchor of `old` that leads nowhere on `site`, with the likely new place.
    ///
    /// - Parameters:
    ///   - site: The site as it would be published.
    ///   - old: What was published.
    ///   - unexpired: The same site as it would be if no page had expired, where one has: what only that has is
    ///     gone because a page has ended when its `expires_at` said so, as was announced.
    /// - Returns: What is gone without that.
    package static func diagnostics(
        for site: RenderedSite, against old: PublishedAddresses, unexpired: RenderedSite? = nil
    ) -> [Diagnostic] {
        let ledger = Ledger(site, old, unexpired)
        return
            (ledger.vanishedAddresses() + ledger.keptByWildcards() + ledger.vanishedAnchors()
            + ledger.changedKeys() + ledger.movedSite()).sorted()
    }

    /// What readers find at an address that was published.
    enum Finding {
        case content(OutputContent)
        /// `site.yaml` leads many addresses to one, to a place, or to what has no places: that is decided.
        case elsewhere
    }

    func finding(at path: String) -> Finding? {
        let plan = site.site.plan
        guard !isFeedLedToPage(path) else { return nil }
        if let content = standing(at: path) {
            return redirect(content) != nil && site.text(of: content) == nil
                ? .elsewhere : .content(content)
        }
        switch site.site.redirects.end(of: Address(path).text) {
        case .output(let path): return plan[path].map { .content($0) }
        case .elsewhere: return .elsewhere
        case .nowhere, nil: return nil
        }
    }

    /// What stands at an address whatever the host.
    func standing(at path: String) -> OutputContent? {
        // A redirect of `/report.pdf` is the page of a folder.
        site.site.plan[path] ?? redirect(site.site.plan[path + "/index.html"])
            ?? feed(inPlaceOfPage: path)
    }

    private func redirect(_ content: OutputContent?) -> OutputContent? {
        if case .redirect = content { content } else { nil }
    }

    // MARK: - Addresses

    private func vanishedAddresses() -> [Diagnostic] {
        let pages = Set(vanished.filter { $0.hasSuffix("index.html") })
        return vanished.compactMap { path in
            guard !isUnread(path) else { return nil }
            let address = Address(path)
            if let source = withheldSource(of: address) {
                return becameUnpublished(address, source)
            }
            if let source = site.site.graph.withheldFiles["content" + address.text] {
                return becameUnpublished(file: address, with: source)
            }
            if case .nowhere(let end)? = site.site.redirects.end(of: address.text) {
                return Diagnostic(
                    "ledger.vanished-url",
                    "‘\(address.text)’ was published, and a redirect leads from there to ‘\(end)’, where "
                        + "nothing stands. Write one for this address alone.",
                    at: SourceSpan(file: SiteSettings.path))
            }
            guard address.isPage else { return vanishedFile(address, pages) }
            return vanishedPage(address)
        }
    }

    /// What the program itself writes for hosts and browsers is no address that anybody keeps: nor is
    /// the second page of a list that has become shorter.
    func isPromise(_ path: String) -> Bool {
        guard !Self.isHousekeeping(path) else { return false }
        guard let list = Self.list(continuedAt: path) else { return true }
        return finding(at: list) == nil && old.anchors[list] == nil
    }

    static func isHousekeeping(_ path: String) -> Bool {
        let housekeeping: Set<String> = [
            Manifest.fileName, ".nojekyll", "_headers", "_redirects", "404.html", "robots.txt",
            ".imprint-drafts",
        ]
        if housekeeping.contains(path) || path.hasPrefix("sitemap-") { return true }
        let top = path.split(separator: "/").first
        // The search index is read by its own page alone, and named anew by each build.
        return top == "assets" && hasFingerprint(path) || top == OutputPlan.searchIndexFolder[...]
            // Named by the metadata of its page alone; networks keep copies of what they show.
            || path.hasSuffix("/" + OutputPlan.socialCardName)
    }

    /// The first page of a list, of which `path` is a later one.
    static func list(continuedAt path: String) -> String? {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[parts.count - 3] == "page", Int(parts[parts.count - 2]) != nil
        else { return nil }
        let list = parts.dropLast(3).joined(separator: "/")
        return list.isEmpty ? "index.html" : list + "/index.html"
    }

    /// `main.3f2a9c01.css`: a name that changes with the content.
    private static func hasFingerprint(_ path: String) -> Bool {
        path.split(separator: ".").contains { part in
            part.utf8.count == 8
                && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
    }

    /// Whether a page's source has an error of its own, which is told there.
    ///
    /// People, topics, works and sections that only such a page has are no second mistake.
    func isUnread(_ path: String) -> Bool {
        site.site.graph.unread.mayHave(Address(path).text)
    }

    private func withheldSource(of address: Address) -> String? {
        site.site.graph.withheldPermalinks[address.text]
    }

    private func becameUnpublished(_ address: Address, _ source: String) -> Diagnostic {
        let visibility = site.site.graph.withheld[source]?.description ?? "not published"
        return Diagnostic(
            "ledger.vanished-url",
            "‘\(address.text)’ was published, and ‘\(source)’ is \(visibility) now. To take it back, "
                + "publish it with ‘withdrawn: the reason’.", at: SourceSpan(file: source))
    }

    private func becameUnpublished(file address: Address, with source: String) -> Diagnostic {
        let visibility = site.site.graph.withheld[source]?.description ?? "not published"
        return Diagnostic(
            "ledger.vanished-url",
            "The file ‘\(address.text)’ was published, and is kept back now with ‘\(source)’, which is "
                + "\(visibility) and alone leads to it. Link to it from a published page, or take the link out of "
                + "that one.", at: SourceSpan(file: source))
    }

    /// A file that goes with its page is settled by the page's alias; any other has to stay.
    private func vanishedFile(_ address: Address, _ pages: Set<String>) -> Diagnostic? {
        for folder in address.path.foldersAround {
            let page = String(folder) + "/index.html"
            guard pages.contains(page),
                let successor = successors.successor(of: Address(page))
            else { continue }
            let name = address.path[address.path.index(after: folder.endIndex)...]
            if finding(at: String(successor.address.folder + name)) != nil { return nil }
        }
        if Self.isFeed(address) { return vanishedFeed(address, pages) }
        let moved = successors.file(named: address.name)
        let hint = moved.map { " It may be ‘/\($0)’ now." } ?? ""
        let written = written(address.text)
        let form = written == address.text ? "" : ", as ‘\(written)’"
        return Diagnostic(
            "ledger.vanished-url",
            "The file ‘\(address.text)’ was published, and nothing stands there now.\(hint) Keep a copy "
                + "at ‘content\(address.text)’, or write where it leads under ‘redirects’ in site.yaml\(form).",
            at: nil)
    }

    // MARK: - Anchors

    private func vanishedAnchors() -> [Diagnostic] {
        old.anchors.keys.sorted().flatMap { path -> [Diagnostic] in
            guard let before = old.anchors[path], !before.isEmpty,
                case .content(let content)? = finding(at: path)
            else { return [] }
            let id = site.text(of: content)
            if let id, site.site.graph[id].isWithdrawn { return [] }
            var now = Set(site.anchors(of: content))
            if let unexpired, let content = ended[path] {
                now.formUnion(unexpired.anchors(of: content))
            }
            let gone = before.filter { !now.contains($0) && !$0.hasPrefix("fnref-") }
            guard !gone.isEmpty else { return [] }
            return gone.map { anchor in
                vanished(anchor, of: Address(path), id, all: before, gone: gone)
            }
        }
    }

    private func vanished(
        _ anchor: String, of address: Address, _ id: PageID?, all before: [String], gone: [String]
    ) -> Diagnostic {
        // Nobody shares the address of a note, and no attribute can keep it.
        let severity: Diagnostic.Severity = anchor.hasPrefix("fn-") ? .warning : .error
        let what = "‘\(address.text)#\(anchor)’ was published, and the page has no such place now."
        guard let id else {
            return Diagnostic("ledger.vanished-anchor", severity, what, at: nil)
        }
        let page = site.site.graph[id]
        if let heading = successors.heading(for: anchor, on: id, before: before, gone: gone) {
            return Diagnostic(
                "ledger.vanished-anchor", severity,
                what + " It may be ‘#\(heading.anchor)’: if so, write "
                    + "‘{#\(heading.anchor) .was-\(anchor)}’ behind the heading.",
                at: SourceSpan(page.path, heading.bytes))
        }
        let span = SourceSpan(page.path, page.source.metadata.title.bytes)
        if let other = successors.page(that: anchor, movedToFrom: id) {
            let place = "\(other.permalink.path)#\(anchor)"
            return Diagnostic(
                "ledger.vanished-anchor", severity,
                what
                    + " The section may be in ‘\(other.path)’ now: if so, "
                    + redirects([("\(page.permalink.path)#\(anchor)", place)]) + ".", at: span)
        }
        return Diagnostic(
            "ledger.vanished-anchor", severity,
            what
                + " Write ‘{.was-\(anchor)}’ behind the heading that took its place, or, if that is on another page, "
                + "where it is under ‘redirects’ in site.yaml.", at: span)
    }
}
