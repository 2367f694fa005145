/// The Content Security Policy of a site: nothing is allowed but what its pages use.

import Content
import Markup
import Site
import Templates

struct ContentPolicy {
    private let site: RenderedSite

    init(of site: RenderedSite) { self.site = site }

    /// The directives, most general first.
    var text: String {
        (directives(sources) + ["base-uri 'none'", "frame-ancestors 'none'"])
            .joined(separator: "; ")
    }

    /// The same for a preview: its script is told of changes, and an editor may show it in a frame.
    var textOfPreview: String {
        var sources = sources
        if sources[.connect]?.contains("'self'") != true {
            sources[.connect, default: []].append("'self'")
        }
        return (directives(sources) + ["base-uri 'none'"]).joined(separator: "; ")
    }

    private func directives(_ sources: [PolicyDirective: [String]]) -> [String] {
        let parts = PolicyDirective.allCases.compactMap { directive -> String? in
            let allowed = sources[directive] ?? []
            // What no directive names is forbidden by the first.
            guard !allowed.isEmpty || directive == .form else { return nil }
            return "\(directive.name) "
                + (allowed.isEmpty ? "'none'" : allowed.joined(separator: " "))
        }
        return ["default-src 'none'"] + parts
    }

    /// What each directive allows, as it is written.
    var sources: [PolicyDirective: [String]] {
        let configuration = site.configuration
        var sources: [PolicyDirective: [String]] = [
            .style: ["'self'"], .font: ["'self'"], .image: ["'self'", "data:"],
            .media: ["'self'"], .script: ["'self'"],
        ]
        func add(_ source: String, to directive: PolicyDirective) {
            guard sources[directive]?.contains(source) != true else { return }
            sources[directive, default: []].append(source)
        }
        if configuration.search != nil {
            // The index is read by WebAssembly, in pieces that are fetched from the site itself.
            add("'wasm-unsafe-eval'", to: .script)
            for directive in [PolicyDirective.connect, .worker, .form] {
                add("'self'", to: directive)
            }
        }
        if configuration.allowsRawHTML {
            // Authors may write HTML: with styles of its own, and with images and films from elsewhere.
            add("'unsafe-inline'", to: .style)
            add("https:", to: .image)
            add("https:", to: .frame)
        }
        let all = Set(sources.filter { $0.value.contains("https:") }.keys)
        for (directive, origin) in mediaOrigins + templateOrigins + styleOrigins
        where !all.contains(directive) {
            add(origin, to: directive)
        }
        for (directive, own) in configuration.policy {
            for source in own { add(source, to: directive) }
        }
        return sources
    }

    /// Where images, films and sounds of other sites come from, sorted.
    private var mediaOrigins: [(directive: PolicyDirective, origin: String)] {
        var origins: [PolicyDirective: Set<String>] = [:]
        func add(_ url: String, as media: Media) {
            guard let origin = Self.origin(of: url) else { return }
            let directive: PolicyDirective = media == .film || media == .sound ? .media : .image
            origins[directive, default: []].insert(origin)
        }
        let (site, graph) = (site.site, site.graph)
        for index in graph.pages.indices {
            let page = site[PageID(index)]
            if case .external(let url)? = page.hero { add(url, as: .image) }
            for (reference, destination) in zip(
                graph[PageID(index)].source.document.references, page.destinations)
            {
                if case .image = reference.kind, case .external(let url) = destination {
                    add(url, as: Media(at: url))
                }
            }
        }
        if let logo = graph.configuration.organization?.logo?.value { add(logo, as: .image) }
        return PolicyDirective.allCases.flatMap { directive in
            (origins[directive] ?? []).sorted().map { (directive, $0) }
        }
    }

    /// What the site's own templates load from elsewhere, where they spell it out.
    private var templateOrigins: [(directive: PolicyDirective, origin: String)] {
        TemplateLinks.addresses(of: site).flatMap { address in
            Self.origin(of: address.value).map { origin in
                Self.directives(for: address.element, address.value).map { ($0, origin) }
            } ?? []
        }
    }

    /// What style sheets of the theme load from elsewhere, and fonts that stand in them.
    private var styleOrigins: [(directive: PolicyDirective, origin: String)] {
        site.theme.assets.filter { $0.name.hasSuffix(".css") }
            .flatMap { StyleSheet.loads(in: $0.bytes) }
            .flatMap { load -> [(directive: PolicyDirective, origin: String)] in
                let isData = load.address.prefix(5).lowercased() == "data:"
                let url = load.address.hasPrefix("//") ? "https:" + load.address : load.address
                guard let origin = isData ? "data:" : Self.origin(of: url),
                    origin != site.configuration.baseURL.origin
                else { return [] }
                return load.directives.map { ($0, origin) }
            }
    }

    /// What an element does with an address; nothing for one that a reader may follow.
    static func directives(for element: String, _ url: String) -> [PolicyDirective] {
        switch element {
        // A script from elsewhere speaks to where it is from.
        case "script": [.script, .connect]
        case "iframe", "frame", "object", "embed": [.frame]
        case "form", "button", "input": [.form]
        case "img", "image", "use": [.image]
        case "source", "video", "audio", "track": [.media, .image]
        // Most links of a head are for readers and robots; style sheets say what they are.
        case "link": url.contains("css") ? [.style, .font] : []
        default: []
        }
    }

    static func origin(of url: String) -> String? {
        BaseURL(String(url.prefix { $0 != "?" && $0 != "#" }))?.origin
    }
}
