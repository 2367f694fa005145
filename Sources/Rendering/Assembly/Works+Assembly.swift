/// Records of cited works, of reference lists, and of how to cite a publication.

import Bibliography
import Content
import Markup
import Site

extension RenderedSite {
    func works() -> WorksRecord {
        let list = GeneratedList.works.permalink
        let introduction = graph.introduction(of: .works)
        let title = introduction.map { graph[$0].title } ?? wording.words.works
        return WorksRecord(
            chrome: chrome(
                title: title, permalink: list, breadcrumbs: [homeCrumb], head: listHead(list)),
            title: title,
            works: site.citedWorks.map { cited in
                WorkEntryRecord(
                    url: href(SiteGraph.workPermalink(cited.key)),
                    html: PageCitations.html(of: cited.work), count: cited.citedBy.count,
                    label: wording.words.citedByCount(cited.citedBy.count))
            })
    }

    func work(_ index: Int) -> WorkRecord {
        let cited = site.citedWorks[index]
        let permalink = SiteGraph.workPermalink(cited.key)
        let title = cited.work.title.isEmpty ? cited.key : cited.work.title
        return WorkRecord(
            chrome: chrome(
                title: title, permalink: permalink,
                breadcrumbs: [
                    homeCrumb,
                    LinkRecord(text: wording.words.works, url: href(GeneratedList.works.permalink)),
                ], head: listHead(permalink)),
            title: title, html: PageCitations.html(of: cited.work),
            url: cited.work.doi.map { "https://doi.org/" + $0 } ?? cited.work.url,
            pdfURL: cited.work.pdf?.url,
            citedBy: cited.citedBy.prefix(ListLimits.lines).map { id, reference in
                WorkCitationRecord(
                    title: graph[id].title, url: graph[id].href,
                    date: graph[id].metadata.date?.value,
                    places: reference.places.map {
                        LinkRecord(text: $0.text, url: graph[id].href + "#" + $0.anchor)
                    })
            })
    }

    func references(of id: PageID) -> [ReferenceRecord] {
        site[id].citations.references.map { reference in
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
        let name = SortKey.of(graph[id].name)
        return site.citedWorks.filter { cited in
            cited.work.authors.contains { SortKey.of($0.display) == name }
        }.flatMap { cited in
            cited.citedBy.map { page, _ in
                RelatedRecord(
                    title: graph[page].title, url: graph[page].href,
                    date: graph[page].metadata.date?.value,
                    language: foreignLanguage(of: graph[page]), reason: cited.work.title)
            }
        }.prefix(ListLimits.lines).map { $0 }
    }

    // MARK: - Feeds and metadata

    /// The list of references at the end of a text that stands in a feed.
    func writeFeedReferences(of id: PageID, _ filler: FragmentFiller, to html: inout [UInt8]) {
        let references = site[id].citations.references
        guard !references.isEmpty else { return }
        // Harvesters look for this heading, alone, with a list behind it.
        html.append("<h2>")
        html.append(filler.wording.words.references, escapedFor: .htmlText)
        html.append("</h2>\n<ol>\n")
        for reference in references {
            html.append("<li>")
            html.append(contentsOf: reference.html)
            html.append("</li>\n")
        }
        html.append("</ol>\n")
    }

    /// `citation_reference` values: pairs in one attribute, none of them empty.
    func highwireReferences(_ page: SitePage) -> [String] {
        guard let id = graph.page(atSource: page.path) else { return [] }
        return site[id].citations.references.map { reference in
            let work = reference.work
            var pairs = ["citation_title=\(work.title)"]
            pairs += work.authors.map { "citation_author=\($0.display)" }
            if let year = work.issued?.year { pairs.append("citation_publication_date=\(year)") }
            if let container = work.container {
                pairs.append("citation_journal_title=\(container)")
            }
            if let doi = work.doi { pairs.append("citation_doi=\(doi)") }
            return pairs.map { $0.replacing(";", with: ",") }.joined(separator: ";")
        }
    }

    func writeCitations(of id: PageID, to json: inout JSONWriter) {
        json.array("citation", site[id].citations.references) { json, reference in
            let work = reference.work
            json.object { json in
                json.pair("@type", "CreativeWork")
                json.pair("@id", work.doi.map { "https://doi.org/" + $0 } ?? work.url)
                json.pair("name", work.title)
                json.array("author", work.authors) { json, author in
                    json.object { json in
                        json.pair("@type", author.isOrganization ? "Organization" : "Person")
                        json.pair("name", author.display)
                    }
                }
                json.pair("datePublished", work.issued.map { String($0.year) })
            }
        }
    }

    // MARK: - Cite this

    func export(of id: PageID) -> PublicationExport? {
        let page = graph[id]
        guard page.isPublication, let date = page.metadata.date?.value else { return nil }
        let kind: PublicationExport.Kind
        switch page.kind {
        case .essay, .page: kind = .essay
        case .report: kind = .report
        case .paper: kind = .paper
        case .brief: kind = .brief
        case .news: kind = .news
        case .talk: kind = .talk
        }
        let names = zip(page.metadata.authors, page.authors).map { author, id in
            var name =
                author.isOrganization
                ? PersonName(literal: author.name.value)
                : graph[id].citedName(writtenAs: author.name.value)
            name.orcid = author.orcid
            return name
        }
        var export = PublicationExport(
            key: citationKey(of: page, names, date), kind: kind, title: page.title, authors: names,
            date: date, url: absolute(page.href),
            publisher: configuration.organization?.name ?? configuration.title,
            language: page.metadata.language?.value ?? configuration.language)
        export.doi = page.metadata.doi?.value
        export.number = page.metadata.number
        export.venue = page.metadata.venue
        export.abstract = page.metadata.summary
        export.keywords = page.topics.map { graph[$0].name }
        export.license = page.metadata.license?.value ?? configuration.license
        export.version = page.metadata.version
        export.pdf = pdfURL(of: page).map { absoluteURL($0) }
        return export
    }

    /// `liang2021reflections`: family name, year, slug, in ASCII.
    private func citationKey(of page: SitePage, _ names: [PersonName], _ date: Moment) -> String {
        let text =
            SortKey.of(names.first?.familyWithParticle ?? "") + String(date.year) + "-"
            + SortKey.of(page.source.slug.rawValue)
        let key = text.utf8.filter { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
            default: false
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    func citation(of id: PageID) -> CitationRecord? {
        guard !graph[id].isWithdrawn, let export = export(of: id) else { return nil }
        var (bibtex, ris, csl) = ([UInt8](), [UInt8](), [UInt8]())
        export.writeBibTeX(to: &bibtex)
        export.writeRIS(to: &ris, lineEnd: "\n")
        export.writeCSL(to: &csl)
        return CitationRecord(
            html: export.html, text: export.text, bibtex: String(decoding: bibtex, as: UTF8.self),
            ris: String(decoding: ris, as: UTF8.self),
            cslJSON: String(decoding: csl, as: UTF8.self))
    }

    func renderCitation(of id: PageID, as format: CitationFormat, into output: inout [UInt8]) {
        guard let export = export(of: id) else { return }
        switch format {
        case .bibTeX: export.writeBibTeX(to: &output)
        case .ris: export.writeRIS(to: &output)
        case .cslJSON:
            output.append("[")
            export.writeCSL(to: &output)
            output.append("]\n")
        }
    }

    /// Every publication, newest first.
    func renderPublications(as format: CitationFormat, into output: inout [UInt8]) {
        if format == .cslJSON { output.append("[") }
        var isFirst = true
        for id in graph.publications where !graph[id].isWithdrawn {
            guard let export = export(of: id) else { continue }
            switch format {
            case .bibTeX:
                if !isFirst { output.append("\n") }
                export.writeBibTeX(to: &output)
            case .ris: export.writeRIS(to: &output)
            case .cslJSON:
                output.append(isFirst ? "\n" : ",\n")
                export.writeCSL(to: &output)
            }
            isFirst = false
        }
        if format == .cslJSON { output.append("\n]\n") }
    }
}
