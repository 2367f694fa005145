import Content
import Diagnostics
import Markup
import Output
import Rendering
import Site

/// Lines of `redirects`: what to write, and those that only some hosts read.
extension Ledger {
    /// Both as they are written in `site.yaml`.
    typealias RedirectLine = (from: String, to: String)

    /// What to do about `redirects`, which is there once.
    func redirects(_ lines: [RedirectLine]) -> String {
        let configuration = site.site.graph.configuration
        let lines = lines.map { "\($0.from): \($0.to)" }
        guard configuration.redirects.isEmpty, configuration.movedPlaces.isEmpty else {
            return
                "add \(lines.map { "‘\($0)’" }.joined(separator: " and ")) to ‘redirects’ in site.yaml"
        }
        return "write ‘redirects: {\(lines.joined(separator: ", "))}’ in site.yaml"
    }

    /// An old address as `aliases` and `redirects` read it: with escapes where it has a sign that no URL has, in
    /// quotes where it has one of YAML's (YAML 1.2.2, section 7.3.3).
    func written(_ address: String) -> String {
        let isPlain = !address.contains { "%?#\\\"<>".contains($0) || $0.isWhitespace }
        let address = isPlain ? address : address.percentEncodedPath
        guard address.contains(where: { ",[]{}':".contains($0) }) else { return address }
        return "'\(address.replacing("'", with: "''"))'"
    }

    /// Lines that a message has at most.
    private static let lines = 10

    /// A warning for each redirect with a `*` that alone keeps addresses: where the host does not read
    /// `_redirects`, nothing stands there.
    ///
    /// Whoever compares with what is published is told once: afterwards, nothing stands there any more.
    func keptByWildcards() -> [Diagnostic] {
        guard !site.site.redirects.wildcards.isEmpty else { return [] }
        var addresses: [SiteRedirect: [Address]] = [:]
        for path in old.anchors.keys.sorted() {
            let address = Address(path)
            guard standing(at: path) == nil, ended[path] == nil, isPromise(path), !isUnread(path),
                !isPartOfFeed(address), !isFeedLedToPage(path),
                let wildcard = site.site.redirects.wildcard(matching: address.text)
            else { continue }
            if case .nowhere? = site.site.redirects.end(of: address.text) { continue }
            addresses[wildcard, default: []].append(address)
        }
        return addresses.map { keptByWildcard($0.key, $0.value) }
    }

    private func keptByWildcard(_ wildcard: SiteRedirect, _ addresses: [Address]) -> Diagnostic {
        let lines = addresses.prefix(Self.lines).map { address in
            let rest = String(address.text.dropFirst(wildcard.source.value.count))
            let target = wildcard.target.value.replacing(
                SiteRedirect.splat, with: rest.percentEncodedPath)
            let isFeed = Self.isFeed(address) && target.hasPrefix("/") && target.hasSuffix("/")
            return "‘\(written(address.text)): \(isFeed ? feed(inPlaceOf: address) : target)’"
        }
        let others = addresses.count - lines.count
        return Diagnostic(
            "ledger.wildcard", .warning,
            "Only ‘\(wildcard.name)’ keeps \(addresses.count == 1 ? "an address that was" : "\(addresses.count) addresses that were") "
                + "published, and only hosts that read ‘_redirects’ know it: on GitHub Pages, in a bucket and on a plain "
                + "web server, nothing stands there. For these, add to ‘redirects’: "
                + lines.joined(separator: ", ")
                + (others > 0 ? ", and so for \(others) more." : "."),
            at: SourceSpan(SiteSettings.path, wildcard.source.bytes))
    }
}
