/// Sections that stand on other pages now: their places stay, and lead on.

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func movedPlaces(of id: PageID) -> [MovedPlace] { site.redirects.movedPlaces[id] ?? [] }

    /// A line for each place, behind the text: it is no part of that, and so in no feed and not found by the search.
    func write(_ places: [MovedPlace], of id: PageID, to output: inout OutputBuffer) {
        let word = wording(of: id).words.movedSection
        for place in places {
            let target = target(of: place.destination)
            output.append("<p id=\"")
            output.append(place.anchor, escapedFor: .attribute)
            output.append("\" data-pagefind-ignore=\"\">")
            output.append(word, escapedFor: .htmlText)
            output.append(": <a href=\"")
            output.append(url: target.url)
            output.append("\">")
            output.append(target.text, escapedFor: .htmlText)
            output.append("</a></p>\n")
        }
    }

    private func target(of destination: Destination) -> (url: String, text: String) {
        switch destination {
        case .page(let id, let anchor):
            let page = graph[id]
            guard let anchor else { return (page.href, page.title) }
            let heading = page.source.document.outline.first {
                $0.anchor == anchor || $0.formerAnchors.contains(anchor)
            }
            let text = heading.map { "\(page.title) · \(self.text(of: $0, on: id))" } ?? page.title
            return ("\(page.href)#\(anchor.percentEncodedURL)", text)
        case .local(let url), .asset(let url, _): return (url, absolute(url))
        case .external(let url): return (url.percentEncodedURL, url)
        // A diagnostic says that it leads nowhere, and no page shows it.
        case .anchor, .broken: return (href(Permalink([])), configuration.title)
        }
    }
}
