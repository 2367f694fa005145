/// The Content Security Policy of a site: nothing is allowed but what its pages use.

import Content
import Markup
import Site

struct ContentPolicy {
    private let site: ResolvedSite

    init(of site: ResolvedSite) { self.site = site }

    /// The directives, most general first.
    var text: String {
        let configuration = site.graph.configuration
        let searches = configuration.search != nil
        var directives = [
            "default-src 'none'", "style-src 'self'", "font-src 'self'",
            "img-src " + (["'self'", "data:"] + imageOrigins).joined(separator: " "),
            "media-src 'self'",
        ]
        if searches {
            // The index is read by WebAssembly, in pieces that are fetched from the site itself.
            directives += [
                "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'",
                "form-action 'self'",
            ]
        } else {
            directives += ["script-src 'self'", "form-action 'none'"]
        }
        if configuration.allowsRawHTML {
            // Authors may write HTML: with styles of its own, and with images and films from elsewhere.
            directives[1] = "style-src 'self' 'unsafe-inline'"
            directives[3] = "img-src 'self' data: https:"
            directives.append("frame-src https:")
        }
        directives += ["base-uri 'none'", "frame-ancestors 'none'"]
        return directives.joined(separator: "; ")
    }

    /// Where images of other sites come from, sorted.
    private var imageOrigins: [String] {
        var origins: Set<String> = []
        func add(_ url: String) {
            if let base = BaseURL(String(url.prefix { $0 != "?" && $0 != "#" })) {
                origins.insert(base.origin)
            }
        }
        for index in site.graph.pages.indices {
            let page = site[PageID(index)]
            if case .external(let url)? = page.hero { add(url) }
            for (reference, destination) in zip(
                site.graph[PageID(index)].source.document.references, page.destinations)
            {
                if case .image = reference.kind, case .external(let url) = destination { add(url) }
            }
        }
        if let logo = site.graph.configuration.organization?.logo?.value { add(logo) }
        return origins.sorted()
    }
}
