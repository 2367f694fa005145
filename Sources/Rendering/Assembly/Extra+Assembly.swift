/// The fields of a site's own naming.

import Content
import Markup
import Site
import Templates

extension RenderedSite {
    /// What a page says below `extra`, with its addresses as they are from anywhere in the site.
    func extra(of id: PageID?) -> [(key: String, value: OwnValue)] {
        guard let id else { return [] }
        let page = graph[id]
        guard !page.source.metadata.extra.isEmpty else { return [] }
        var destinations = site[id].extra.makeIterator()
        return page.source.metadata.extra.map { field in
            switch field.value {
            case .text(let text): (field.key, .text(text))
            case .url: (field.key, .url(address(of: destinations.next() ?? .broken, on: page)))
            case .date(let date): (field.key, .date(date))
            case .number(let number): (field.key, .number(number))
            case .flag(let isSet): (field.key, .flag(isSet))
            case .list(let texts): (field.key, .list(texts))
            }
        }
    }

    private func address(of destination: Destination, on page: SitePage) -> String {
        switch destination {
        case .anchor(let anchor): "\(page.href)#\(anchor)"
        case .page(let id, let anchor): graph[id].href + (anchor.map { "#" + $0 } ?? "")
        case .asset(let url, _), .local(let url), .external(let url): url
        // Nothing is rendered for publication while a link is broken; a preview shows the page.
        case .broken: "#"
        }
    }
}
