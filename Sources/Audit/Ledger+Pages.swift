import Content
import Diagnostics
import Output
import Rendering
import Site

/// Pages that are gone, and what keeps each of their addresses.
extension Ledger {
    func vanishedPage(_ address: Address) -> Diagnostic {
        guard let successor = successors.successor(of: address) else {
            if let target = self.target(ofMade: address) {
                return Diagnostic(
                    "ledger.vanished-url",
                    "‘\(address.text)’ was published, and nothing stands there now: no page speaks of it any "
                        + "more. To lead readers on, "
                        + redirects([(written(address.text), target)] + feeds(of: address)) + ".",
                    at: nil)
            }
            return Diagnostic(
                "ledger.vanished-url",
                "‘\(address.text)’ was published, and nothing stands there now. If it has moved, name "
                    + "it under ‘aliases’ of the page that took its place; if it was taken back, keep "
                    + "its page with ‘withdrawn: the reason’.", at: nil)
        }
        return Diagnostic(
            "ledger.vanished-url",
            "‘\(address.text)’ was published, and nothing stands there now. It may be "
                + "‘\(successor.address.text)’: if so, \(advice(address, successor))"
                + lostPlaces(of: address, on: successor), at: successor.place.span)
    }

    private func advice(_ address: Address, _ successor: Successors.Page) -> String {
        let alias = written(address.text)
        switch successor.place {
        case .source(let span):
            let page = site.site.plan[successor.address.path].flatMap { site.text(of: $0) }
            let aliases = page.map { site.site.graph[$0].source.metadata.aliases } ?? []
            guard !aliases.isEmpty else {
                return "write ‘aliases: [\(alias)]’ in ‘\(span.path)’."
            }
            return "add ‘\(alias)’ to ‘aliases’ in ‘\(span.path)’."
        case .unrecorded(let path, let name):
            return "make ‘\(path)’ with ‘title: \(name)’ and ‘aliases: [\(alias)]’."
        }
    }

    /// That sections are asked for once it is known on which page they are.
    private func lostPlaces(of address: Address, on successor: Successors.Page) -> String {
        let lost = old.anchors[address.path, default: []].first {
            !successor.anchors.contains($0) && !$0.hasPrefix("fn-") && !$0.hasPrefix("fnref-")
        }
        return lost.map {
            " Then check again: the places that it lacks, such as ‘#\($0)’, are told then."
        }
            ?? ""
    }

    /// Where readers of a person, a topic or a work may go: to the list of its kind, if there is one.
    ///
    /// Such a page was made of what others say, and has no source that could keep it.
    func target(ofMade address: Address) -> String? {
        guard let kind = address.path.split(separator: "/").first,
            ["people", "topics", "works"].contains(kind)
        else { return nil }
        let list = "/\(kind)/"
        let hasList = site.site.plan["\(kind)/index.html"] != nil && list != address.text
        return hasList ? list : "/"
    }
}
