/// Records of the pages that list publications.

import Content
import Markup
package import Site

extension RenderedSite {
    func home() -> HomeRecord {
        let permalink = Permalink([])
        let source = graph.home
        let title = source.map { graph[$0].title } ?? configuration.title
        let largest = graph.topics.indices.map { TopicID($0) }
            .filter { !graph[$0].publications.isEmpty }
            .sorted { a, b in
                let (countA, countB) = (graph[a].publications.count, graph[b].publications.count)
                return countA == countB ? a < b : countA > countB
            }
        let featured = source.map { site[$0].featured } ?? []
        var head = listHead(
            permalink, text: source,
            description: source.flatMap { graph[$0].abstract }
                ?? configuration.description)
        head.properties = openGraph(
            title: title, type: "website", url: head.canonicalURL, description: head.description)
        head.structuredData = websiteData()
        return HomeRecord(
            chrome: chrome(title: title, permalink: permalink, head: head), title: title,
            subtitle: source.flatMap { graph[$0].source.metadata.subtitle }
                ?? configuration.tagline,
            translations: source.map { translations(of: $0) } ?? [],
            body: textWithReferences(of: source),
            featured: featured.map { card($0) },
            latest: newest(besides: featured).map { card($0) },
            topics: largest.prefix(12).map { term($0) },
            publicationCount: graph.publications.count,
            allPublications: wording.words.allPublications(graph.publications.count),
            extra: extra(of: source))
    }

    /// What the home page shows as new: a text in several languages once, in that of the page.
    private func newest(besides featured: [PageID]) -> some Sequence<PageID> {
        let language = configuration.language
        return graph.publications.lazy
            .filter { [graph] in
                !featured.contains($0) && graph.version(of: $0, in: language) == $0
            }
            .prefix(configuration.pagination)
    }

    func section(_ id: SectionID, page: Int) -> SectionRecord {
        let section = graph[id]
        // The language of its introduction is that of the whole list.
        let introduction = section.record.map { graph[$0] }
        let list = graph.list(of: section)
        let permalink = section.permalink.page(page)
        let description = section.record.flatMap { summary(of: $0) }
        return SectionRecord(
            chrome: chrome(
                title: section.title, permalink: permalink,
                breadcrumbs: graph.isHome(section)
                    ? [] : frame.breadcrumbs(to: section.parent, in: introduction?.language),
                language: introduction?.language,
                head: listHead(
                    permalink, text: page == 1 ? section.record : nil, description: description)),
            title: section.title,
            subtitle: introduction?.source.metadata.subtitle,
            translations: section.record.map { translations(of: $0) } ?? [],
            body: page == 1 ? textWithReferences(of: section.record, on: introduction) : nil,
            items: section.publications[list.range(ofPage: page)].map {
                card($0, on: introduction)
            },
            pages: page == 1
                ? section.pages.map {
                    SectionPageRecord(
                        site: self, id: $0, page: graph[$0],
                        foreign: foreignText(of: graph[$0], on: introduction))
                } : [],
            subsections: page == 1
                ? section.children.map {
                    LinkRecord(
                        text: graph[$0].title, url: href(graph[$0].permalink),
                        foreign: graph[$0].record.flatMap {
                            foreignText(of: graph[$0], on: introduction)
                        })
                } : [],
            pagination: pagination(
                section.permalink, page: page, of: list,
                wording: introduction.map { wording(of: $0) }),
            extra: extra(of: section.record))
    }

    /// All years on one page; on a large site, the years with their counts.
    func archive() -> ArchiveRecord {
        let count = graph.publications.count
        let isSplit = count > ListLimits.unsplitArchive
        let list = GeneratedList.archive.permalink
        let years =
            isSplit
            ? graph.publicationsByYear.map { year, ids in
                YearRecord(
                    year: year, url: href(list.appending("\(year)")), count: ids.count, items: [])
            } : years(graph.publications)
        let introduction = graph.introduction(of: .archive)
        let title = title(of: .archive)
        return ArchiveRecord(
            chrome: chrome(
                title: title, permalink: list, breadcrumbs: [frame.homeCrumb],
                head: listHead(list, text: introduction)), title: title,
            body: textWithReferences(of: introduction), years: years,
            pagination: pagination(list, page: 1, of: SplitList(count, first: count, rest: count)))
    }

    func archive(year: Int, page: Int) -> ArchiveRecord {
        let first = GeneratedList.archive.permalink.appending("\(year)")
        let ids = graph.publicationsByYear.first { $0.year == year }?.ids ?? []
        let list = SplitList(lines: ids.count)
        let title = "\(wording.words.archive) \(year)"
        return ArchiveRecord(
            chrome: chrome(
                title: title, permalink: first.page(page),
                breadcrumbs: breadcrumbs(below: .archive),
                head: listHead(first.page(page))),
            title: title, body: nil, years: years(ids[list.range(ofPage: page)]),
            pagination: pagination(first, page: page, of: list))
    }

    func notFound() -> MessageRecord {
        let permalink = Permalink(generated: "/404.html")
        var head = listHead(permalink)
        head.isHiddenFromSearch = true
        return MessageRecord(
            chrome: chrome(title: wording.words.notFound, permalink: permalink, head: head),
            title: wording.words.notFound, targetURL: href(Permalink([])),
            latest: graph.publications.prefix(5).map { card($0) },
            places: [])
    }

    func search() -> SearchRecord {
        let permalink = OutputPlan.searchPermalink
        var head = listHead(permalink)
        head.isHiddenFromSearch = true
        return SearchRecord(
            chrome: chrome(
                title: wording.words.search, permalink: permalink, breadcrumbs: [frame.homeCrumb],
                head: head), title: wording.words.search,
            indexURL: href(ofOutput: OutputPlan.searchIndexFolder + "/pagefind.js"))
    }

    func redirect(_ index: Int) -> MessageRecord {
        let redirect = graph.redirects[index]
        let url = address(ledToBy: redirect)
        switch site.destination(of: redirect) {
        case .page(let id, let anchor):
            return self.redirect(to: id, at: url, hasPlaces: anchor == nil)
        case .external: return self.redirect(to: url, absolute: url)
        case .local, .asset, .anchor, .broken:
            return self.redirect(to: url, absolute: absolute(url))
        }
    }

    /// Where a redirect leads: root-relative, or on another site.
    package func address(ledToBy redirect: Redirect) -> String {
        switch site.destination(of: redirect) {
        case .page(let id, let anchor):
            graph[id].href + (anchor.map { "#" + $0.percentEncodedURL } ?? "")
        case .local(let url), .asset(let url, _): url
        case .external(let url): url.percentEncodedURL
        // A diagnostic says that it leads nowhere, or round.
        case .anchor, .broken: href(Permalink([]))
        }
    }

    /// The page whose text an old address leads to as a whole, and so to all of its places.
    func page(ledToBy redirect: Redirect) -> PageID? {
        guard case .page(let id, anchor: nil) = site.destination(of: redirect) else { return nil }
        return id
    }

    /// To what is no page with a text of its own.
    private func redirect(to url: String, absolute: String) -> MessageRecord {
        var head = HeadRecord(title: "", canonicalURL: absolute)
        head.isHiddenFromSearch = true
        return MessageRecord(
            chrome: chrome(title: absolute, permalink: Permalink([]), head: head),
            title: wording.words.moved, targetURL: url, latest: [], places: [])
    }

    private func redirect(
        to id: PageID, at url: String, hasPlaces: Bool
    ) -> MessageRecord {
        let target = graph[id]
        var head = HeadRecord(title: "", canonicalURL: absolute(target.href))
        head.isHiddenFromSearch = true
        return MessageRecord(
            chrome: chrome(
                title: target.title, permalink: target.permalink, language: target.language,
                head: head),
            title: wording(of: target).words.moved, targetURL: url, latest: [],
            places: target.isWithdrawn || !hasPlaces ? [] : places(of: id))
    }

    /// Every anchor of a page but those that only its notes use.
    private func places(of id: PageID) -> [MovedPlaceRecord] {
        let page = graph[id]
        var headings: [String: String] = [:]
        for heading in page.source.document.outline {
            for anchor in heading.formerAnchors + [heading.anchor] {
                headings[anchor] = text(of: heading, on: id)
            }
        }
        let anchors = page.source.document.anchors + movedPlaces(of: id).map(\.anchor)
        return anchors.filter { !$0.hasPrefix("fnref-") }.map { anchor in
            MovedPlaceRecord(
                anchor: anchor, url: page.href + "#" + anchor.percentEncodedURL,
                text: headings[anchor] ?? anchor)
        }
    }
}
