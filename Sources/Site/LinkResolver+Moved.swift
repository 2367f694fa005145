/// Where links to something that has moved should lead: the site knows where it is now.

import Content
import Diagnostics
import Markup

extension LinkResolver {
    /// A link to a place that `site.yaml` leads on; `nil` for any other.
    mutating func movedAnchor(
        _ anchor: String, on other: SitePage, _ reference: Reference
    ) -> Destination? {
        let redirect = graph.configuration.movedPlaces.first { redirect in
            let path = redirect.source.value
            return redirect.anchor == anchor
                && [path, path + "/"].contains(other.permalink.path)
        }
        guard let redirect else { return nil }
        let link = self.link(to: redirect.target.value, insteadOf: reference)
        return report(
            "link.unknown-anchor",
            "‘#\(anchor)’ has moved: ‘site.yaml’ leads it on to ‘\(redirect.target.value)’. Write ‘\(link)’.",
            reference, repair: link)
    }

    /// An address as the author writes links: by the path of the source where the link has one.
    private func link(to address: String, insteadOf reference: Reference) -> String {
        let isSource =
            WebAddress.kind(of: reference.target) == .relative && !reference.target.hasPrefix("/")
        guard isSource, let target = LinkTarget(ofSite: address, graph.configuration.baseURL),
            let id = movedPage(at: target.decodedPath)
        else { return address }
        let other = graph[id].path
        return target.replacingPath(
            with: other == page.path && !target.isPathAlone
                ? "" : other.relative(to: page.path).percentEncodedInLink)
    }

    /// The source of the page that has the address of another source, which is not there any more, for an old one.
    func sourceMoved(from path: String) -> String? {
        guard path.hasPrefix("content/"), path.hasSuffix(".md") else { return nil }
        var parts = path.dropFirst("content/".count).dropLast(".md".count).split(separator: "/")
        if parts.last == "index" { parts.removeLast() }
        let slugs = parts.compactMap { Slug(slugifying: $0.withoutDate)?.rawValue }
        guard slugs.count == parts.count, !slugs.isEmpty else { return nil }
        return movedPage(at: "/\(slugs.joined(separator: "/"))/").map { graph[$0].path }
    }

    /// The address to which a wildcard of `site.yaml` leads an old one, if something is there.
    func addressMoved(from path: String) -> String? {
        let wildcard = graph.configuration.redirects
            .filter { $0.isWildcard && path.hasPrefix($0.source.value) }
            .max { $0.source.value.utf8.count < $1.source.value.utf8.count }
        guard let wildcard else { return nil }
        let address = wildcard.target.value.replacing(
            SiteRedirect.splat, with: path.dropFirst(wildcard.source.value.count))
        let target = LinkTarget(ofSite: address, graph.configuration.baseURL)
        return target.flatMap { plan.output(at: String($0.decodedPath.dropFirst())) } == nil
            ? nil : address
    }

    /// The page whose text stands at an address, or to which that leads on.
    private func movedPage(at path: String) -> PageID? {
        guard let content = plan.output(at: String(path.dropFirst())).flatMap({ plan[$0] }) else {
            return nil
        }
        guard case .redirect(let index) = content else { return graph.text(of: content) }
        switch graph.redirects[index].target {
        case .page(let id): return id
        case .setting(let index):
            let written = graph.configuration.redirects[index].target.value
            let target = LinkTarget(ofSite: written, graph.configuration.baseURL)
            let content = target.flatMap { plan.output(at: String($0.decodedPath.dropFirst())) }
                .flatMap { plan[$0] }
            return content.flatMap { graph.text(of: $0) }
        }
    }
}
