/// The record of a publication's page, or of a plain page.

import Bibliography
import Bytes
import Content
import Markup
import Site
import Templates

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
            revision($0, of: id, wording, isShown: isShown)
        }
        let neighbours = neighbours(of: id)
        return PublicationRecord(
            chrome: chrome(
                title: page.title, permalink: page.permalink,
                breadcrumbs: frame.breadcrumbs(to: page.section, in: page.language),
                language: page.language,
                isDraft: page.visibility != .published,
                head: pageHead(id, license: license, authors: card.authors)),
            card: card, license: page.isPublication ? license : nil,
            doi: page.source.metadata.doi.map {
                LinkRecord(text: DOI.shownURL($0.value), url: DOI.url($0.value))
            },
            version: page.source.metadata.version, pdf: pdfURL(of: page),
            venue: page.source.metadata.venue, journal: journal(of: page),
            number: page.source.metadata.number, isPublication: page.isPublication,
            translations: translations(of: id),
            contents: isShown && (page.source.metadata.showsContents ?? page.isPublication)
                ? contents(of: id) : [],
            body: body(of: id) ?? { _ in },
            references: isShown ? references(of: id) : [],
            acknowledgements: isShown ? composedAcknowledgements(of: page) : OutputBuffer(),
            funders: page.source.metadata.funders.map {
                FunderRecord(name: $0.name, award: $0.award)
            },
            revisions: revisions,
            notices: revisions.filter { $0.kind == "correction" || $0.kind == "retraction" },
            withdrawn: page.source.metadata.withdrawn?.text,
            withdrawnHTML: page.source.metadata.withdrawn.map { html(of: $0, on: id) },
            citation: citation(of: id),
            series: series(of: id), citedBy: citedBy(id),
            related: page.isPublication ? related(to: id) : [], previous: neighbours.previous,
            next: neighbours.next,
            contributors: card.authors.filter { !$0.contributions.isEmpty },
            affiliations: affiliations(of: card.authors), extra: extra(of: id))
    }

    private func journal(of page: SitePage) -> JournalRecord? {
        let metadata = page.source.metadata
        return metadata.journal.map {
            JournalRecord(
                name: $0, volume: metadata.volume?.value, issue: metadata.issue?.value,
                pages: metadata.pages?.value)
        }
    }

    /// Where the authors work, each place with those who do; nothing that goes without saying.
    private func affiliations(of authors: [AuthorRecord]) -> [AffiliationRecord] {
        var places: [AffiliationRecord] = []
        for author in authors {
            for name in author.affiliations {
                if let index = places.firstIndex(where: { $0.name == name }) {
                    places[index].authors.append(author)
                } else {
                    places.append(AffiliationRecord(name: name, authors: [author]))
                }
            }
        }
        guard places.contains(where: { configuration.organization(named: $0.name) == nil }) else {
            return []
        }
        for index in places.indices {
            places[index].isOfAll = places[index].authors.count == authors.count
        }
        return places
    }

    /// The outline as a tree.
    ///
    /// A heading that skips levels hangs under the nearest one above it.
    private func contents(of id: PageID) -> [ContentsRecord] {
        let outline = graph[id].source.document.outline
        var next = 0
        return takeContents(of: outline, from: &next, below: 0, on: id)
    }

    private func takeContents(
        of outline: [Heading], from next: inout Int, below level: Int, on id: PageID
    ) -> [ContentsRecord] {
        var entries: [ContentsRecord] = []
        while next < outline.count, outline[next].level > level {
            let heading = next
            next += 1
            // At most six deep: as many as there are levels of headings.
            let children = takeContents(
                of: outline, from: &next, below: outline[heading].level, on: id)
            entries.append(
                ContentsRecord(
                    anchor: outline[heading].anchor, html: html(of: outline[heading], on: id),
                    children: children))
        }
        return entries
    }

    /// Writes a sentence of a page's front matter as it stands on that page.
    private func html(of line: FrontMatterLine, on id: PageID) -> HTMLWriter {
        let filler = FragmentFiller(site: site, page: id, place: .ownPage, wording: wording(of: id))
        return { filler.write(line, to: &$0) }
    }

    private func revision(
        _ revision: Revision, of id: PageID, _ wording: Wording, isShown: Bool
    ) -> RevisionRecord {
        RevisionRecord(
            date: revision.date, kind: revision.kind.rawValue,
            label: wording.words.label(revision.kind),
            note: revision.note.text, noteHTML: html(of: revision.note, on: id),
            sectionURL: isShown ? revision.section.map { "#" + $0.value } : nil)
    }

    func pdfURL(of page: SitePage) -> String? {
        guard page.source.metadata.pdf != nil, let id = graph.page(atSource: page.path) else {
            return nil
        }
        switch site[id].pdf {
        case .asset(let url, _), .local(let url), .external(let url): return url
        case .anchor, .page, .broken, nil: return nil
        }
    }

    private func series(of id: PageID) -> SeriesRecord? {
        guard let name = graph[id].source.metadata.series?.name.value,
            let series = graph.series(named: name),
            let position = position(of: id, in: series)
        else { return nil }
        let language = graph.language(of: graph[id])
        let numbers = numbers(in: series)
        return SeriesRecord(
            name: series.name,
            label: wording(of: id).words.partOfSeries(numbers[position], series.name),
            position: numbers[position],
            parts: series.parts.enumerated().map { index, part in
                let isCurrent = index == position
                var link = link(
                    to: isCurrent ? id : graph.version(of: part, in: language), from: id,
                    isCurrent: isCurrent)
                // What a list counts by itself is not said.
                if numbers[index] != (index == 0 ? 1 : numbers[index - 1] + 1) {
                    link.number = numbers[index]
                }
                return link
            })
    }

    /// Of each part its author's number, and without one the next: a part may be a draft still.
    private func numbers(in series: Series) -> [Int] {
        var numbers: [Int] = []
        for part in series.parts {
            numbers.append(graph[part].source.metadata.series?.part ?? (numbers.last ?? 0) + 1)
        }
        return numbers
    }

    private func position(of id: PageID, in series: Series) -> Int? {
        series.parts.firstIndex { $0 == id || graph.areVersions($0, id) }
    }

    /// A page by its title, on another.
    private func link(to target: PageID, from id: PageID, isCurrent: Bool = false) -> LinkRecord {
        let page = graph[target]
        return LinkRecord(
            text: page.title, url: page.href, isCurrent: isCurrent,
            foreign: foreignText(of: page, on: graph[id]))
    }

    /// The parts before and after in its series; else the older and newer publication of its
    /// section.
    private func neighbours(of id: PageID) -> (previous: LinkRecord?, next: LinkRecord?) {
        func link(_ target: PageID?) -> LinkRecord? { target.map { self.link(to: $0, from: id) } }
        if let name = graph[id].source.metadata.series?.name.value,
            let series = graph.series(named: name), let index = position(of: id, in: series),
            series.parts.count > 1
        {
            let language = graph.language(of: graph[id])
            func part(_ index: Int) -> PageID? {
                series.parts.indices.contains(index)
                    ? graph.version(of: series.parts[index], in: language) : nil
            }
            return (link(part(index - 1)), link(part(index + 1)))
        }
        let neighbours = site[id].neighbours
        return (link(neighbours.older), link(neighbours.newer))
    }

    private func citedBy(_ id: PageID) -> [RelatedRecord] {
        let page = graph[id]
        return site[id].citedBy.prefix(ListLimits.lines).map {
            RelatedRecord(site: self, page: graph[$0], namedOn: page, reason: nil)
        }
    }

    private func related(to id: PageID) -> [RelatedRecord] {
        let page = graph[id]
        let wording = wording(of: page)
        return site[id].relations.map { relation in
            var text: String?
            for reason in relation.reasons {
                let words = words(for: reason, wording)
                text = text.map { $0 + "; " + words } ?? words
            }
            return RelatedRecord(
                site: self, page: graph[relation.page], namedOn: page, reason: text)
        }
    }

    /// Why a page is shown beside another, in words.
    private func words(for reason: Relation.Reason, _ wording: Wording) -> String {
        switch reason {
        case .topics(let topics):
            wording.words.alsoAbout(
                wording.words.conjunction.join(topics.lazy.map { self.graph[$0].name }))
        case .people(let people):
            wording.words.alsoBy(
                wording.words.conjunction.join(people.lazy.map { self.graph[$0].name }))
        case .link: wording.words.linked
        }
    }
}
