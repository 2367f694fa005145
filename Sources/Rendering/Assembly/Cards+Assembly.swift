/// Publications as cards and as lines of compact lists.

import Bytes
import Content
import Markup
import Site
import Templates

extension RenderedSite {
    /// A publication in a list, which is in the language of the page that introduces it, else in the site's.
    func card(_ id: PageID, on list: SitePage? = nil) -> CardRecord {
        let page = graph[id]
        let wording = list.map { self.wording(of: $0) } ?? wording
        return CardRecord(
            title: page.title, url: page.href, subtitle: page.source.metadata.subtitle,
            summary: summary(of: id), kind: page.kind.rawValue,
            kindLabel: wording.words.label(page.kind),
            date: page.date ?? graph.now, updated: revisionDate(of: page),
            authors: authors(of: id), foreign: foreignText(of: page, on: list),
            topics: page.topics.map { LinkRecord(text: graph[$0].name, url: graph[$0].href) },
            image: heroImage(of: id), isWithdrawn: page.isWithdrawn,
            isRetracted: page.isRetracted,
            isDraft: page.visibility != .published, extra: extra(of: id))
    }

    func entry(_ id: PageID, reason: String? = nil) -> EntryRecord {
        EntryRecord(site: self, id: id, page: graph[id], reason: reason)
    }

    /// The date of the last substantive change, when it is later than the publication.
    func revisionDate(of page: SitePage) -> Moment? {
        guard let change = page.lastChange, let date = page.date,
            (change.year, change.month, change.day) != (date.year, date.month, date.day)
        else { return nil }
        return change
    }

    func authors(of id: PageID) -> [AuthorRecord] {
        authorRecords.value(of: id) { makeAuthors(of: graph[id]) }
    }

    private func makeAuthors(of page: SitePage) -> [AuthorRecord] {
        let conjunction = wording(of: page).words.conjunction
        // Read in place: an author has many parts, and a record of only a few. Pages that are no
        // publications may name authors, too, who are not linked with them.
        let authors = page.source.metadata.authors
        return zip(authors.indices, page.authors).map { index, id in
            let person = graph[id]
            let record = person.record.flatMap { graph[$0].source.metadata.person }
            return AuthorRecord(
                name: authors[index].name.value,
                separator: conjunction.separator(before: index, of: authors.count),
                url: person.href, role: authors[index].role,
                affiliations: authors[index].affiliations.isEmpty
                    ? record?.affiliations ?? [] : authors[index].affiliations,
                orcidURL: (authors[index].orcid ?? record?.orcid).map {
                    Identifier.url(ofORCID: $0)
                },
                isEqualContributor: authors[index].isEqualContributor,
                isCorresponding: authors[index].isCorresponding,
                contributions: authors[index].contributions.map { contribution($0) })
        }
    }

    private func contribution(_ role: String) -> LinkRecord {
        LinkRecord(
            text: role.prefix(1).uppercased() + role.dropFirst(), url: ContributorRole.url(role))
    }

    /// The hero image with its measures, when the file gives them; none of a page that was withdrawn.
    func heroImage(of id: PageID) -> ImageRecord? {
        guard !graph[id].isWithdrawn, let image = graph[id].source.metadata.image,
            let destination = site[id].hero
        else { return nil }
        switch destination {
        case .asset(let url, let size):
            return ImageRecord(
                url: url, alt: image.alt, width: size?.width, height: size?.height,
                sources: size.map { ImageCopies.sources(of: url, $0, configuration) }?.nilIfEmpty,
                caption: image.caption, credit: image.credit)
        case .external(let url):
            return ImageRecord(
                url: url, alt: image.alt, caption: image.caption, credit: image.credit)
        case .anchor, .page, .local, .broken: return nil
        }
    }

    /// The words for a page, in its language.
    func wording(of page: SitePage) -> Wording {
        page.language.map { siteWording.of(tag: $0) } ?? wording
    }

    func wording(of id: PageID) -> Wording { wording(of: graph[id]) }

    /// Groups a newest-first run of publications by year.
    func years(_ ids: some Sequence<PageID>) -> [YearRecord] {
        var years: [YearRecord] = []
        for id in ids {
            let year = graph[id].date?.year ?? 0
            if years.last?.year != year {
                years.append(YearRecord(year: year, url: nil, count: 0, items: []))
            }
            years[years.count - 1].count += 1
            years[years.count - 1].items.append(entry(id))
        }
        return years
    }

    /// Where a page of a split list stands; `permalink` is the list's first page.
    func pagination(
        _ permalink: Permalink, page: Int, of list: SplitList, wording: Wording? = nil
    ) -> PaginationRecord {
        func url(_ number: Int) -> String? {
            (1...list.pages).contains(number) ? href(permalink.page(number)) : nil
        }
        return PaginationRecord(
            number: page, count: list.pages, total: list.count,
            label: (wording ?? self.wording).words.pageOf(page, list.pages),
            newer: url(page - 1), older: url(page + 1))
    }

    /// Writes the text of a page as it stands on its own page; none of a page that was withdrawn.
    func body(of id: PageID?) -> HTMLWriter? {
        guard let id, !graph[id].isWithdrawn else { return nil }
        let moved = movedPlaces(of: id)
        guard !graph[id].source.document.body.isEmpty || !moved.isEmpty else { return nil }
        let filler = FragmentFiller(site: site, page: id, place: .ownPage, wording: wording(of: id))
        let fragment = graph[id].source.document.body
        guard !moved.isEmpty else { return { filler.write(fragment, to: &$0) } }
        return { output in
            filler.write(fragment, to: &output)
            self.write(moved, of: id, to: &output)
        }
    }

    /// Writes the text that introduces a list, with the works that it cites: a list has no other place for
    /// them, and its citations would lead nowhere.
    ///
    /// A text in another language than the list says so.
    func textWithReferences(
        of id: PageID?, on list: SitePage? = nil
    ) -> HTMLWriter? {
        guard let id, let text = introduction(id) else { return nil }
        guard let foreign = foreignText(of: graph[id], on: list) else { return text }
        return { output in
            output.append("<div lang=\"")
            output.append(foreign.language, escapedFor: .attribute)
            output.append("\" dir=\"")
            output.append(unescaped: LanguageTag.direction(of: foreign.language))
            output.append("\">\n")
            text(&output)
            output.append("</div>\n")
        }
    }

    private func introduction(_ id: PageID) -> HTMLWriter? {
        guard let text = body(of: id) else { return nil }
        let references = references(of: id)
        guard !references.isEmpty else { return text }
        let title = wording(of: id).words.references
        return { output in
            text(&output)
            output.append(
                "<section class=\"references\" role=\"doc-bibliography\">\n<h2 id=\"reference-list\">"
            )
            output.append(title, escapedFor: .htmlText)
            output.append("</h2>\n<ol>\n")
            for reference in references {
                output.append("<li id=\"")
                output.append(reference.anchor, escapedFor: .attribute)
                output.append("\">")
                reference.html(&output)
                output.append("</li>\n")
            }
            output.append("</ol>\n</section>\n")
        }
    }
}
