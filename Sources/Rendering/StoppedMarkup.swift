/// HTML of texts (`raw_html: allow`) that the site's Content Security Policy stops: on a host that reads `_headers`,
/// it does nothing, and nobody is told.

import Content
import Diagnostics
import Markup
import Site

struct StoppedMarkup {
    private let sources: [PolicyDirective: [String]]
    private let configuration: SiteConfiguration

    /// A warning for each kind on each page.
    static func diagnostics(for site: RenderedSite) -> [Diagnostic] {
        guard site.configuration.allowsRawHTML else { return [] }
        let pages = site.graph.pages.filter {
            !$0.source.document.activeMarkup.isEmpty && !$0.isWithdrawn
        }
        guard !pages.isEmpty else { return [] }
        let policy = StoppedMarkup(
            sources: ContentPolicy(of: site).sources, configuration: site.configuration)
        return pages.flatMap { page in
            page.source.document.activeMarkup.compactMap { markup in
                policy.message(for: markup.kind).map {
                    Diagnostic(
                        "html.stopped-code", .warning, $0, at: SourceSpan(page.path, markup.bytes))
                }
            }
        }
    }

    /// `nil` of what the policy lets through.
    private func message(for kind: ActiveMarkup.Kind) -> String? {
        let stops = "which the policy in ‘_headers’ stops"
        let file = configuration.baseURL.href(ofOutput: "scripts/name.js")
        let inline = "allow all such scripts with ‘policy: {script: [inline]}’ in site.yaml"
        switch kind {
        case .script:
            return allows("'unsafe-inline'", .script)
                ? nil
                : "A script stands within the page here, \(stops): write it into ‘content/scripts/name.js’ and "
                    + "‘<script src=\"\(file)\" defer></script>’, or \(inline)."
        case .handler:
            return allows("'unsafe-inline'", .script)
                ? nil
                : "A script stands in an attribute here, \(stops): write ‘addEventListener’ into a file "
                    + "‘content/scripts/name.js’, or \(inline)."
        case .scriptAddress:
            return allows("'unsafe-inline'", .script)
                ? nil
                : "A script stands in place of an address here, \(stops): write ‘<button type=\"button\">’ and, in a "
                    + "file ‘content/scripts/name.js’, ‘addEventListener’, or \(inline)."
        case .address(let address, let element): return message(for: address, of: element, stops)
        }
    }

    private func message(for address: String, of element: String, _ stops: String) -> String? {
        // No directive of the policy can name what these load (`object-src`).
        if element == "object" || element == "embed" {
            return "‘<\(element)>’ loads something here, \(stops): write ‘<iframe>’, or a link."
        }
        guard let directive = ContentPolicy.directives(for: element, "css").first else {
            return nil
        }
        let own = configuration.baseURL.origin
        let isRelative = !address.contains(":") && !address.hasPrefix("//")
        let url = address.hasPrefix("//") ? "https:" + address : address
        guard let origin = isRelative ? own : ContentPolicy.origin(of: url),
            !isAllowed(origin, directive), origin != own || !allows("'self'", directive),
            // A page that is read over https may hold one that is.
            !isRelative || !allows("https:", directive)
        else { return nil }
        let advice =
            allows("https:", directive)
            ? "write ‘https:’"
            : "allow it with ‘policy: {\(directive.rawValue): ['\(origin)']}’ in site.yaml"
        let what =
            directive == .form
            ? "is to be sent to ‘\(origin)’" : "is to be loaded from ‘\(origin)’"
        return "‘<\(element)>’ \(what), \(stops): \(advice)."
    }

    private func allows(_ source: String, _ directive: PolicyDirective) -> Bool {
        sources[directive]?.contains(source) == true
    }

    /// By a scheme, a host, or one with a star for its first part (Content Security Policy Level 3, section 6.7.2).
    private func isAllowed(_ origin: String, _ directive: PolicyDirective) -> Bool {
        (sources[directive] ?? []).contains { source in
            if source.hasSuffix(":") { return origin.hasPrefix(source) }
            guard let allowed = ContentPolicy.origin(of: source) else { return false }
            guard let star = allowed.firstRange(of: "*.") else { return allowed == origin }
            return origin.hasPrefix(allowed[..<star.lowerBound])
                && origin.hasSuffix("." + allowed[star.upperBound...])
        }
    }
}
