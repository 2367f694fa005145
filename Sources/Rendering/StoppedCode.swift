/// Scripts and styles in a site's own templates that its Content Security Policy stops: on a host that reads
/// `_headers`, they do nothing, and nobody is told.

import Content
import Diagnostics
import Templates

enum StoppedCode {
    /// A warning for each kind in each template.
    static func diagnostics(for site: RenderedSite) -> [Diagnostic] {
        let found = site.templates.inlineCode
        guard !found.isEmpty else { return [] }
        let sources = ContentPolicy(of: site).sources
        func mayBeInline(_ directive: PolicyDirective) -> Bool {
            sources[directive]?.contains("'unsafe-inline'") == true
        }
        let (scripts, styles) = (mayBeInline(.script), mayBeInline(.style))
        var told: Set<String> = []
        return found.filter { code in
            switch code.kind {
            case .script, .handler: !scripts
            case .styleSheet, .style: !styles
            }
        }
        .sorted { ($0.span.path, $0.span.bytes.lower) < ($1.span.path, $1.span.bytes.lower) }
        .filter { told.insert("\($0.kind) \($0.span.path)").inserted }
        .map { code in
            Diagnostic("template.stopped-code", .warning, message(for: code.kind), at: code.span)
        }
    }

    private static func message(for kind: InlineCode.Kind) -> String {
        let stops = "which the policy in ‘_headers’ stops"
        return switch kind {
        case .script:
            "A script stands within the page here, \(stops): write it into ‘templates/assets/name.js’ and "
                + "‘<script src=\"{{asset.name.js}}\" defer></script>’, or allow all such scripts with "
                + "‘policy: {script: [inline]}’ in site.yaml."
        case .handler:
            "A script stands in an attribute here, \(stops): write ‘addEventListener’ into a file "
                + "‘templates/assets/name.js’, or allow all such scripts with ‘policy: {script: [inline]}’ in "
                + "site.yaml."
        case .styleSheet, .style:
            "Styles stand within the page here, \(stops): write them into ‘templates/assets/site.css’, or allow "
                + "them with ‘policy: {style: [inline]}’ in site.yaml."
        }
    }
}
