/// What a run has found, for people and for CI.

package import Diagnostics

package struct LinkReport: Sendable {
    private let links: [(link: ExternalLink, verdict: LinkVerdict)]

    package init(_ links: [ExternalLink], _ verdicts: [String: LinkVerdict]) {
        self.links = links.compactMap { link in verdicts[link.url].map { (link, $0) } }
    }

    /// A warning for each link that is gone.
    ///
    /// Never an error, and nothing for any other: what a server elsewhere says today must not keep a
    /// center from publishing.
    package var diagnostics: [Diagnostic] {
        links.compactMap { link, verdict in
            guard verdict.state == .gone else { return nil }
            let others = link.places.dropFirst().prefix(5)
            return Diagnostic(
                "external.gone", .warning, "‘\(link.url)’ is gone: \(verdict.reason).",
                at: link.places.first,
                notes: others.map { Diagnostic.Note("It is named here too.", at: $0) })
        }
    }

    /// One line: `12 external links: 10 fine, 1 moved, 1 gone.`.
    package var summary: String {
        let counts = LinkVerdict.State.allCases.compactMap { state -> String? in
            let count = links.count { $0.verdict.state == state }
            return count == 0 ? nil : "\(count) \(state.rawValue)"
        }
        let noun = links.count == 1 ? "link" : "links"
        return "\(links.count) external \(noun)"
            + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")) + "."
    }

    /// A line for each link that somebody may want to look at.
    package var lines: [String] {
        links.compactMap { link, verdict in
            guard verdict.state != .fine, verdict.state != .gone else { return nil }
            let target = verdict.target.map { " → \($0)" } ?? ""
            let place = link.places.first.map { " (\($0.path))" } ?? ""
            return "\(verdict.state.rawValue): \(link.url)\(target), \(verdict.reason)\(place)"
        }
    }
}
