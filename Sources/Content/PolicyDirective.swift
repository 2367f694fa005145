/// `policy` in `site.yaml`: what pages may load from elsewhere besides what the program finds.

import Diagnostics
import Markup

/// A directive of Content Security Policy Level 3, by the name that it has in `site.yaml`; in the order in which
/// they are written.
package enum PolicyDirective: String, Hashable, Sendable, CaseIterable {
    case style, font, image, media, script, connect, worker, form, frame

    package var name: String {
        switch self {
        case .image: "img-src"
        case .form: "form-action"
        case .style, .font, .media, .script, .connect, .worker, .frame: rawValue + "-src"
        }
    }
}

extension FieldReader {
    mutating func policy(_ pair: YAMLNode.Pair) -> [PolicyDirective: [String]] {
        var policy: [PolicyDirective: [String]] = [:]
        let example = "{script: ['https://stats.example.org']}"
        for pair in pairs(pair.value, for: "policy", example: example) ?? [] {
            guard let directive = PolicyDirective(rawValue: pair.key) else {
                unknownKey(pair, known: PolicyDirective.allCases.map(\.rawValue))
                continue
            }
            policy[directive] = texts(pair).compactMap { source($0, for: directive) }
        }
        return policy
    }

    private mutating func source(_ text: Located<String>, for directive: PolicyDirective) -> String?
    {
        let mayBeInline = directive == .script || directive == .style
        if text.value == "inline", mayBeInline { return "'unsafe-inline'" }
        // A sign that ends a directive would begin another.
        if let url = BaseURL(text.value), !url.absolute.contains(where: { ";,'\"".contains($0) }) {
            return url.path == "/" ? url.origin : url.absolute
        }
        report(
            "site.not-an-origin",
            "‘\(text.value)’ is no origin: write one such as ‘https://stats.example.org’"
                + (mayBeInline ? ", or ‘inline’." : "."), at: text.bytes)
        return nil
    }
}
