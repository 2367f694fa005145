/// Records of cited works and of reference lists.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func works() -> WorksRecord {
        let list = GeneratedList.works.permalink
        let introduction = graph.introduction(of: .works)
        let title = title(of: .works)
        return WorksRecord(
            chrome: chrome(
                title: title, permalink: list, breadcrumbs: [frame.homeCrumb],
                head: listHead(list, text: introduction)),
            title: title, body: textWithReferences(of: introduction),
            works: site.citedWorks.map { cited in
                WorkEntryRecord(
                    url: href(SiteGraph.workPermalink(cited.key)),
                    html: PageCitations.html(of: cited.work, wording.words.citation),
                    count: cited.citedBy.count,
                    label: wording.words.citedByCount(cited.citedBy.count))
            })
    }

    func work(_ index: Int) -> WorkRecord {
        let cited = site.citedWorks[index]
        let permalink = SiteGraph.workPermalink(cited.key)
        let title = cited.work.title.isEmpty ? cited.key : cited.work.title
        return WorkRecord(
            chrome: chrome(
                title: title, permalink: permalink, breadcrumbs: breadcrumbs(below: .works),
                head: listHead(permalink)),
            title: title, html: PageCitations.html(of: cited.work, wording.words.citation),
            url: cited.work.doi.map { DOI.url($0) } ?? cited.work.url,
            pdfURL: cited.work.pdf?.url,
            citedBy: cited.citedBy.prefix(ListLimits.lines).map { id, reference in
                WorkCitationRecord(
                    title: graph[id].title, url: graph[id].href,
                    date: graph[id].date, foreign: foreignText(of: graph[id]),
                    places: reference.places.map {
                        LinkRecord(text: $0.text, url: graph[id].href + "#" + $0.anchor)
                    })
            })
    }

    func references(of id: PageID) -> [ReferenceRecord] {
        site[id].references.map { reference in
            ReferenceRecord(
                anchor: reference.anchor,
                html: { $0.append(contentsOf: reference.html) },
                url: href(SiteGraph.workPermalink(reference.key)),
                backLinks: reference.citedAt.enumerated().map {
                    LinkRecord(text: String($0.offset + 1), url: "#" + $0.element)
                })
        }
    }

    /// Where works that a person wrote are cited.
    func citations(of id: PersonID) -> [RelatedRecord] {
        var places: [RelatedRecord] = []
        // Nobody can tell which of two people a bibliography means.
        guard !graph.isShared(name: graph[id].name) else { return [] }
        for cited in site.citedWorks(by: graph[id].name) {
            for (page, _) in cited.citedBy where places.count < ListLimits.lines {
                places.append(
                    RelatedRecord(site: self, page: graph[page], reason: cited.work.title))
            }
        }
        return places
    }
}
