/// The order of the plain pages of a section.

import Bibliography
import Content
import Markup

extension SiteGraph {
    /// What a field says of a page: all values of a declared field are of one type, and numbers come first among
    /// those of others.
    private enum Value: Comparable {
        case number(Int)
        case text(String)
    }

    /// As the `index.md` of the section asks for; pages without the field come last, equal ones by title.
    func inOrder(_ ids: [PageID], of section: SiteSection) -> [PageID] {
        let byTitle = ids.map { (key: SortKey.of(pages[$0.index].title), id: $0) }
            .sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.id)
        guard let order = section.record.flatMap({ pages[$0.index].source.metadata.sortBy?.value })
        else {
            return byTitle
        }
        let placed = byTitle.enumerated().map { place, id in
            (id: id, place: place, value: value(of: order.field, on: pages[id.index]))
        }
        return placed.sorted { a, b in
            switch (a.value, b.value) {
            case (let x?, let y?) where x != y: order.isDescending ? y < x : x < y
            case (nil, _?): false
            case (_?, nil): true
            default: a.place < b.place
            }
        }.map(\.id)
    }

    private func value(of field: PageOrder.Field, on page: SitePage) -> Value? {
        let metadata = page.source.metadata
        switch field {
        case .title: return .text(SortKey.of(page.title))
        case .date: return metadata.date.map { .number($0.value.secondsSince1970) }
        case .own(let name):
            switch metadata.extra.first(where: { $0.key == name })?.value {
            case .text(let text): return Int(text).map { .number($0) } ?? .text(text.lowercased())
            case .date(let date): return .number(date.secondsSince1970)
            case .number(let number): return .number(number)
            case .flag(let flag): return .number(flag ? 0 : 1)
            case .url, .list, nil: return nil
            }
        }
    }
}
