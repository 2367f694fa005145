/// The works that a publication cites, for machines: Highwire tags and JSON-LD.

import Bibliography
import Content
import Site

extension RenderedSite {
    /// `citation_reference` values: pairs in one attribute, none of them empty.
    func highwireReferences(of id: PageID) -> [String] {
        site[id].references.map { reference in
            let work = reference.work
            var pairs = work.title.isEmpty ? [] : ["citation_title=\(work.title)"]
            pairs += work.authors.map { "citation_author=\($0.display)" }
            if let year = work.issued?.exactYear {
                pairs.append("citation_publication_date=\(year)")
            }
            if let container = work.container {
                pairs.append("\(Self.containerTag(work.kind))=\(container)")
            }
            // A semicolon parts the pairs: in a text it may be a comma, in an identifier it is escaped.
            pairs = pairs.map {
                $0.utf8.contains(UInt8(ascii: ";")) ? $0.replacing(";", with: ",") : $0
            }
            if let doi = work.doi {
                pairs.append("citation_doi=\(doi.replacing(";", with: "%3B"))")
            }
            return pairs.joined(separator: ";")
        }
    }

    func writeCitations(of id: PageID, to json: inout JSONWriter) {
        json.array("citation", site[id].references) { json, reference in
            let work = reference.work
            json.object { json in
                json.pair("@type", Self.schemaType(of: work.kind))
                json.pair("@id", work.doi.map { DOI.url($0) } ?? work.url)
                json.pair("name", work.title)
                json.array("author", work.authors) { json, author in
                    json.object { json in
                        json.type(author.isOrganization ? "Organization" : "Person")
                        json.pair("name", author.display)
                    }
                }
                json.pair("datePublished", work.issued?.exactYear.map { String($0) })
            }
        }
    }

    /// What the journal, proceedings or book is called that holds a work.
    private static func containerTag(_ kind: Work.Kind) -> String {
        switch kind {
        case .article, .preprint: "citation_journal_title"
        case .conferencePaper: "citation_conference_title"
        case .book, .chapter, .report, .thesis, .webpage, .presentation, .other:
            "citation_inbook_title"
        }
    }

    private static func schemaType(of kind: Work.Kind) -> String {
        switch kind {
        case .article, .conferencePaper, .preprint: "ScholarlyArticle"
        case .book: "Book"
        case .chapter: "Chapter"
        case .report: "Report"
        case .thesis: "Thesis"
        case .webpage: "WebPage"
        case .presentation, .other: "CreativeWork"
        }
    }
}
