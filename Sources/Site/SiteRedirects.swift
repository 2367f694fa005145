package import Content
import Diagnostics
import Markup

/// The redirects of `site.yaml`, with what each leads to.
package struct SiteRedirects: Sendable {
    /// Where an old address leads that a wildcard matches.
    package enum End: Hashable, Sendable {
        /// The output that took its place, by its path.
        case output(String)
        /// Another site, or the one place to which all of them lead.
        case elsewhere
        /// An address of this site at which there is nothing.
        case nowhere(String)
    }

    /// Parallel to the settings; of a target with ``Content/SiteRedirect/splat``, its address with that.
    package let destinations: [Destination]
    /// Those with a wildcard, the longest path first: hosts take the first line that matches.
    package let wildcards: [SiteRedirect]
    /// What has moved from each page to others.
    package let movedPlaces: [PageID: [MovedPlace]]
    let diagnostics: [Diagnostic]
    private let graph: SiteGraph
    private let plan: OutputPlan

    init(of graph: SiteGraph, in plan: OutputPlan) {
        self.graph = graph
        self.plan = plan
        let redirects = graph.configuration.redirects
        wildcards = redirects.filter(\.isWildcard).sorted { a, b in
            let (a, b) = (a.source.value, b.source.value)
            return a.utf8.count == b.utf8.count ? a.precedes(b) : a.utf8.count > b.utf8.count
        }
        var resolver = RedirectResolver(graph: graph, plan: plan, wildcards: wildcards)
        destinations = redirects.map { resolver.destination(of: $0) }
        if !wildcards.isEmpty { resolver.checkWildcards() }
        movedPlaces = resolver.movedPlaces()
        diagnostics = resolver.diagnostics
    }

    /// Where an old address leads by a wildcard; `nil` when none matches.
    package func end(of address: String) -> End? {
        guard let redirect = wildcard(matching: address) else { return nil }
        guard redirect.target.value.contains(SiteRedirect.splat),
            case .site(let target) = target(of: redirect, from: address)
        else { return .elsewhere }
        let path = target.decodedPath
        return plan.output(at: String(path.dropFirst())).map { .output($0) } ?? .nowhere(path)
    }

    /// Whether what a redirect leads to is of this site.
    package func isOfSite(_ target: String) -> Bool {
        LinkTarget(ofSite: target, graph.configuration.baseURL) != nil
    }

    /// The URL to which a host sends readers of an old address by a wildcard; `nil` when none matches.
    package func location(of address: String) -> String? {
        guard let redirect = wildcard(matching: address) else { return nil }
        switch target(of: redirect, from: address) {
        case .elsewhere(let url): return url.percentEncodedURL
        case .site(let target):
            let base = graph.configuration.baseURL
            return (base.href(ofOutput: target.path.dropFirst()) + target.suffix).percentEncodedURL
        }
    }

    private enum Target {
        case site(LinkTarget)
        case elsewhere(String)
    }

    /// The redirect with a `*` that hosts take for an old address.
    package func wildcard(matching address: String) -> SiteRedirect? {
        wildcards.first { address.hasPrefix($0.source.value) }
    }

    private func target(of redirect: SiteRedirect, from address: String) -> Target {
        let rest = address.dropFirst(redirect.source.value.count)
        let url = redirect.target.value.replacing(SiteRedirect.splat, with: rest)
        return LinkTarget(ofSite: url, graph.configuration.baseURL).map { .site($0) }
            ?? .elsewhere(url)
    }
}

extension LinkTarget {
    /// An address of this site, as a path or with its host, from the root of the site; `nil` for another's.
    init?(ofSite address: String, _ base: BaseURL) {
        if WebAddress.kind(of: address) == .relative {
            self.init(address)
            return
        }
        guard let rest = base.pathOnHost(of: address),
            rest.hasPrefix(base.path) || rest + "/" == base.path
        else { return nil }
        self.init("/" + rest.dropFirst(base.path.count))
    }

    var decodedPath: String { path.percentDecoded ?? path }
}
