/// How to cite a publication: on its page, in files, and in the lists of all publications.

package import Bibliography
import Bytes
import Content
import Markup
package import Site

/// The citation of a publication, and what several outputs have of it in the same bytes.
final class WrittenCitation: Sendable {
    let export: PublicationExport
    let bibTeX: OutputBuffer
    /// One item of CSL-JSON.
    let csl: OutputBuffer

    init(_ export: PublicationExport) {
        self.export = export
        var bibTeX = OutputBuffer()
        export.writeBibTeX(to: &bibTeX)
        bibTeX.shrink()
        self.bibTeX = bibTeX
        var csl = OutputBuffer()
        export.writeCSL(to: &csl)
        csl.shrink()
        self.csl = csl
    }
}

extension RenderedSite {
    /// The facts of a publication that a citation gives.
    package func export(of id: PageID) -> PublicationExport? { written(citation: id)?.export }

    private func written(citation id: PageID) -> WrittenCitation? {
        citations.value(of: id) { makeExport(of: id).map { WrittenCitation($0) } }
    }

    private func makeExport(of id: PageID) -> PublicationExport? {
        let page = graph[id]
        guard page.isPublication, let date = page.date else { return nil }
        let source = page.source
        let wording = wording(of: page)
        return PublicationExport(
            key: citationKeys[id], kind: Self.citedKind(of: page),
            title: page.title, authors: graph.personNames(of: page), date: date,
            url: absolute(page.href), doi: source.metadata.doi?.value,
            publisher: configuration.organization?.name ?? configuration.title,
            number: source.metadata.number,
            container: source.metadata.journal ?? source.metadata.venue,
            volume: source.metadata.volume?.value, issue: source.metadata.issue?.value,
            pages: source.metadata.pages?.value, genre: wording.words.label(page.kind),
            abstract: page.abstract, language: page.language ?? configuration.language,
            keywords: page.topics.map { graph[$0].name },
            license: source.metadata.license?.value ?? configuration.license,
            version: source.metadata.version, pdf: pdfURL(of: page).map { absoluteURL($0) },
            words: wording.words.citation)
    }

    /// What a publication is cited as: what names a journal is an article in it, whatever its kind.
    static func citedKind(of page: SitePage) -> PublicationExport.Kind {
        let source = page.source
        if source.metadata.journal != nil { return .article }
        switch page.kind {
        case .essay, .page: return .post
        case .news: return .news
        case .report, .brief: return .report
        case .paper where source.metadata.venue != nil: return .conferencePaper
        case .paper: return source.metadata.number == nil ? .manuscript : .numberedPaper
        case .talk: return .talk
        }
    }

    func citation(of id: PageID) -> CitationRecord? {
        let page = graph[id]
        guard !page.isWithdrawn, let written = written(citation: id) else { return nil }
        let formatted = written.export.formatted
        return CitationRecord(
            written: written, html: formatted.html, inText: formatted.inText,
            sections: page.source.document.outline.map {
                CitedSectionRecord(
                    title: text(of: $0, on: id), anchor: $0.anchor, export: written.export)
            })
    }

    func renderCitation(of id: PageID, as format: CitationFormat, into output: inout OutputBuffer) {
        guard let written = written(citation: id) else { return }
        switch format {
        case .bibTeX: output.append(contentsOf: written.bibTeX)
        case .ris: written.export.writeRIS(to: &output)
        case .cslJSON:
            output.append("[")
            output.append(contentsOf: written.csl)
            output.append("]\n")
        }
    }

    /// Every publication, newest first.
    func renderPublications(as format: CitationFormat, into output: inout OutputBuffer) {
        if format == .cslJSON { output.append("[") }
        var isFirst = true
        for id in graph.publications where !graph[id].isWithdrawn {
            guard let written = written(citation: id) else { continue }
            switch format {
            case .bibTeX:
                if !isFirst { output.append("\n") }
                output.append(contentsOf: written.bibTeX)
            case .ris: written.export.writeRIS(to: &output)
            case .cslJSON:
                output.append(isFirst ? "\n" : ",\n")
                output.append(contentsOf: written.csl)
            }
            isFirst = false
        }
        if format == .cslJSON { output.append("\n]\n") }
    }
}
