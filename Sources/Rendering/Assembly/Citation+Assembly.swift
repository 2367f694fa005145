/// How to cite a publication: on its page, in files, and in the lists of all publications.

package import Bibliography
import Bytes
import Content
import Markup
package import Site

extension RenderedSite {
    /// The facts of a publication that a citation gives.
    package func export(of id: PageID) -> PublicationExport? {
        exports.value(of: id) { makeExport(of: id) }
    }

    private func makeExport(of id: PageID) -> PublicationExport? {
        let page = graph[id]
        guard page.isPublication, let date = page.source.metadata.date?.value else { return nil }
        let kind: PublicationExport.Kind
        switch page.kind {
        case .essay, .page: kind = .essay
        case .report: kind = .report
        case .paper: kind = .paper
        case .brief: kind = .brief
        case .news: kind = .news
        case .talk: kind = .talk
        }
        let names = personNames(of: page)
        var export = PublicationExport(
            key: citationKey(of: page, names, date), kind: kind, title: page.title, authors: names,
            date: date, url: absolute(page.href),
            publisher: configuration.organization?.name ?? configuration.title,
            language: page.source.metadata.language?.value ?? configuration.language,
            words: wording(of: page).words.citation)
        export.doi = page.source.metadata.doi?.value
        export.number = page.source.metadata.number
        export.venue = page.source.metadata.venue
        export.abstract = page.source.metadata.summary
        export.keywords = page.topics.map { graph[$0].name }
        export.license = page.source.metadata.license?.value ?? configuration.license
        export.version = page.source.metadata.version
        export.pdf = pdfURL(of: page).map { absoluteURL($0) }
        return export
    }

    /// The authors, taken apart into given and family names.
    func personNames(of page: SitePage) -> [PersonName] {
        zip(page.source.metadata.authors, page.authors).map { author, id in
            var name =
                author.isOrganization
                ? PersonName(literal: author.name.value)
                : graph[id].citedName(writtenAs: author.name.value)
            name.orcid = author.orcid
            return name
        }
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
        var (bibtex, ris, csl) = (OutputBuffer(), OutputBuffer(), OutputBuffer())
        export.writeBibTeX(to: &bibtex)
        export.writeRIS(to: &ris, lineEnd: "\n")
        export.writeCSL(to: &csl)
        let html = export.html
        return CitationRecord(
            html: html, text: PublicationExport.text(of: html),
            bibtex: String(decoding: bibtex),
            ris: String(decoding: ris),
            cslJSON: String(decoding: csl), inText: export.inText,
            url: export.url, sectionForm: export.words.section("{}"),
            sections: sections(of: graph[id], at: export.url, export.words))
    }

    /// The sections that can be cited by their own addresses.
    private func sections(
        of page: SitePage, at url: String, _ words: CitationWords
    ) -> [CitedSectionRecord] {
        page.source.document.outline.map { heading in
            CitedSectionRecord(
                title: heading.text, label: words.section(heading.text), url: "#" + heading.anchor,
                address: url + "#" + heading.anchor.percentEncodedURL)
        }
    }

    func renderCitation(of id: PageID, as format: CitationFormat, into output: inout OutputBuffer) {
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
    func renderPublications(as format: CitationFormat, into output: inout OutputBuffer) {
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
