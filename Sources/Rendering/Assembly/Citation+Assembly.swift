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
        guard page.isPublication, let date = page.date else { return nil }
        let metadata = page.source.metadata
        let words = wording(of: page).words
        return PublicationExport(
            key: citationKeys[id], kind: Self.citedKind(of: page),
            title: page.title, authors: graph.personNames(of: page), date: date,
            url: absolute(page.href), doi: metadata.doi?.value,
            publisher: configuration.organization?.name ?? configuration.title,
            number: metadata.number, container: metadata.journal ?? metadata.venue,
            volume: metadata.volume?.value, issue: metadata.issue?.value,
            pages: metadata.pages?.value, genre: words.label(page.kind), abstract: page.abstract,
            language: page.language ?? configuration.language,
            keywords: page.topics.map { graph[$0].name },
            license: metadata.license?.value ?? configuration.license,
            version: metadata.version, pdf: pdfURL(of: page).map { absoluteURL($0) },
            words: words.citation)
    }

    /// What a publication is cited as: what names a journal is an article in it, whatever its kind.
    static func citedKind(of page: SitePage) -> PublicationExport.Kind {
        let metadata = page.source.metadata
        if metadata.journal != nil { return .article }
        switch page.kind {
        case .essay, .page: return .post
        case .news: return .news
        case .report, .brief: return .report
        case .paper where metadata.venue != nil: return .conferencePaper
        case .paper: return metadata.number == nil ? .manuscript : .numberedPaper
        case .talk: return .talk
        }
    }

    func citation(of id: PageID) -> CitationRecord? {
        guard !graph[id].isWithdrawn, let export = export(of: id) else { return nil }
        let page = graph[id]
        return CitationRecord(
            export: export,
            sections: page.source.document.outline.map {
                CitedSectionRecord(title: text(of: $0, on: id), anchor: $0.anchor, export: export)
            })
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
