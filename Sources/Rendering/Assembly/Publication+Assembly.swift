/// The record of a publication's page, or of a plain page.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func publication(_ id: PageID) -> PublicationRecord {
        let page = graph[id]
        var card = card(id)
        // A card is in the language of its list, the page in its own.
        let wording = wording(of: page)
        card.kindLabel = wording.words.label(page.kind)
        let license = (page.source.metadata.license?.value ?? configuration.license).map {
            License.link(for: $0)
        }
        let isShown = !page.isWithdrawn
        let revisions = page.source.metadata.revisions.sorted { $0.date > $1.date }.map {
            revision($0, wording)
        }
        let neighbours = neighbours(of: id)
        return PublicationRecord(
            chrome: chrome(
                title: page.title, permalink: page.permalink,
                breadcrumbs: frame.breadcrumbs(to: page.section),
                language: page.language,
                isDraft: page.visibility != .published,
                head: pageHead(id, license: license, authors: card.authors)),
            card: card, license: page.isPublication ? license : nil,
            doi: page.source.metadata.doi.map {
                LinkRecord(
                    text: "https://doi.org/" + $0.value, url: "https://doi.org/" + $0.value)
            },
            version: page.source.metadata.version, pdf: pdfURL(of: page),
            venue: page.source.metadata.venue,
            number: page.source.metadata.number, isPublication: page.isPublication,
            contents: isShown && (page.source.metadata.showsContents ?? page.isPublication)
                ? contents(of: page) : [],
            body: body(of: id) ?? { _ in },
            references: isShown ? references(of: id) : [],
            acknowledgements: isShown ? composedAcknowledgements(of: page) : OutputBuffer(),
            funders: page.source.metadata.funders.map {
                FunderRecord(name: $0.name, award: $0.award)
            },
            revisions: revisions,
            notices: revisions.filter { $0.kind == "correction" || $0.kind == "retraction" },
            withdrawn: page.source.metadata.withdrawn?.value, citation: citation(of: id),
            series: series(of: id), citedBy: citedBy(id),
            related: page.isPublication ? related(to: id) : [], previous: neighbours.previous,
            next: neighbours.next,
            contributors: card.authors.filter { !$0.contributions.isEmpty },
            extra: page.source.metadata.extra.map { (key: $0.key, value: $0.value) })
    }

    /// The outline as a tree.
    ///
    /// A heading that skips levels hangs under the nearest one above it.
    private func contents(of page: SitePage) -> [ContentsRecord] {
        var rest = page.source.document.outline[...]
        return Self.takeContents(from: &rest, below: 0)
    }

    private static func takeContents(
        from rest: inout ArraySlice<Heading>, below level: Int
    ) -> [ContentsRecord] {
        var entries: [ContentsRecord] = []
        while let heading = rest.first, heading.level > level {
            rest.removeFirst()
            // At most six deep: as many as there are levels of headings.
            let children = takeContents(from: &rest, below: heading.level)
            entries.append(
                ContentsRecord(
                    url: "#" + heading.anchor, html: heading.html, children: children))
        }
        return entries
    }

    private func revision(_ revision: Revision, _ wording: Wording) -> RevisionRecord {
        RevisionRecord(
            date: revision.date, kind: revision.kind.rawValue,
            label: wording.words.label(revision.kind),
            note: revision.note, sectionURL: revision.section.map { "#" + $0.value })
    }

    func pdfURL(of page: SitePage) -> String? {
        guard let pdf = page.source.metadata.pdf?.value else { return nil }
        switch WebAddress.kind(of: pdf) {
        case .web, .contact, .refused: return pdf
        case .relative:
            return pdf.hasPrefix("/")
                ? href(ofOutput: String(pdf.dropFirst())) : page.href + pdf.percentEncodedURL
        }
    }

    private func series(of id: PageID) -> SeriesRecord? {
        guard let name = graph[id].source.metadata.series?.name.value,
            let series = graph.series(named: name),
            let position = series.parts.firstIndex(of: id)
        else { return nil }
        return SeriesRecord(
            name: series.name,
            label: wording(of: id).words.partOfSeries(position + 1, series.name),
            position: position + 1,
            parts: series.parts.map {
                LinkRecord(text: graph[$0].title, url: graph[$0].href, isCurrent: $0 == id)
            })
    }

    /// The parts before and after in its series; else the older and newer publication of its
    /// section.
    private func neighbours(of id: PageID) -> (previous: LinkRecord?, next: LinkRecord?) {
        func link(_ id: PageID?) -> LinkRecord? {
            id.map { LinkRecord(text: graph[$0].title, url: graph[$0].href) }
        }
        if let name = graph[id].source.metadata.series?.name.value,
            let parts = graph.series(named: name)?.parts, let index = parts.firstIndex(of: id),
            parts.count > 1
        {
            return (
                link(index > 0 ? parts[index - 1] : nil),
                link(index + 1 < parts.count ? parts[index + 1] : nil)
            )
        }
        return (link(site[id].older), link(site[id].newer))
    }

    private func citedBy(_ id: PageID) -> [RelatedRecord] {
        site[id].citedBy.prefix(ListLimits.lines).map {
            RelatedRecord(site: self, page: graph[$0], reason: nil)
        }
    }

    private func related(to id: PageID) -> [RelatedRecord] {
        let wording = wording(of: id)
        return site[id].relations.map { relation in
            let reasons = relation.reasons.map { reason in
                switch reason {
                case .topics(let topics):
                    wording.words.alsoAbout(
                        wording.words.conjunction.join(topics.map { graph[$0].name }))
                case .people(let people):
                    wording.words.alsoBy(
                        wording.words.conjunction.join(people.map { graph[$0].name }))
                case .link: wording.words.linked
                }
            }
            return RelatedRecord(
                site: self, page: graph[relation.page],
                reason: reasons.isEmpty ? nil : reasons.joined(separator: "; "))
        }
    }
}
