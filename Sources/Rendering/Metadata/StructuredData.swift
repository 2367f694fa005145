/// JSON-LD in the vocabulary of schema.org.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    /// What appeared in a journal is an article, as others cite it.
    static func schemaTypes(of page: SitePage) -> [String] {
        if page.source.metadata.journal != nil { return ["ScholarlyArticle"] }
        return switch page.kind {
        case .essay: ["ScholarlyArticle", "BlogPosting"]
        case .report, .brief: ["Report"]
        case .paper: ["ScholarlyArticle"]
        case .news: ["NewsArticle"]
        case .talk: ["PresentationDigitalDocument"]
        case .page: ["WebPage"]
        }
    }

    /// - Parameters:
    ///   - id: The page.
    ///   - url: Its absolute address.
    ///   - license: Its licence.
    ///   - authors: Who wrote it.
    ///   - image: Its hero image.
    /// - Returns: A finished object of JSON-LD.
    func structuredData(
        of id: PageID, at url: String, license: LinkRecord?, authors: [AuthorRecord],
        image: ImageRecord?
    ) -> OutputBuffer {
        let page = graph[id]
        var json = JSONWriter()
        json.object { json in
            json.pair("@context", "https://schema.org")
            let types = Self.schemaTypes(of: page)
            if types.count == 1 {
                json.pair("@type", types[0])
            } else {
                json.array("@type", types) { $0.string($1) }
            }
            json.pair("@id", identifier(of: page, at: url))
            json.pair("url", url)
            json.object("mainEntityOfPage") { json in
                json.type("WebPage")
                json.pair("@id", url)
                writeBreadcrumb(of: page, to: &json)
            }
            json.pair("headline", page.title)
            json.pair("name", page.title)
            json.pair("alternativeHeadline", page.source.metadata.subtitle)
            json.pair("description", summary(of: id))
            json.pair("abstract", page.abstract)
            if let image { json.pair("image", absoluteURL(image.url)) }
            json.pair("datePublished", page.date?.isoDate)
            json.pair("dateModified", revisionDate(of: page)?.isoDate)
            json.pair("inLanguage", page.language ?? configuration.language)
            writeTranslations(of: id, to: &json)
            json.key("isAccessibleForFree")
            json.flag(true)
            json.pair("license", license?.url)
            json.pair("version", page.source.metadata.version)
            json.pair(
                "reportNumber",
                [.report, .numberedPaper].contains(Self.citedKind(of: page))
                    ? page.source.metadata.number : nil)
            if !page.isWithdrawn { json.pair("wordCount", page.source.document.wordCount) }
            writePeople(of: id, authors, to: &json)
            writeTopics(of: page, to: &json)
            writeRoles(of: authors, to: &json)
            writeCorrections(of: page, to: &json)
            writeFunding(of: page, to: &json)
            writeWholes(of: page, to: &json)
            if !page.isWithdrawn { writeCitations(of: id, to: &json) }
            writeFile(of: page, to: &json)
            if !page.isWithdrawn { writeParts(of: id, at: url + "#", to: &json) }
        }
        return json.bytes
    }

    private func writeTopics(of page: SitePage, to json: inout JSONWriter) {
        let origin = configuration.baseURL.origin
        json.array("about", page.topics) { json, topic in
            json.object { json in
                json.type("DefinedTerm")
                json.pair("name", graph[topic].name)
                json.pair("url", origin, graph[topic].href)
            }
        }
    }

    private func writeFile(of page: SitePage, to json: inout JSONWriter) {
        guard let pdf = pdfURL(of: page) else { return }
        json.object("encoding") { json in
            json.type("MediaObject")
            json.pair("contentUrl", absoluteURL(pdf))
            json.pair("encodingFormat", "application/pdf")
        }
    }

    private func writeParts(of id: PageID, at place: String, to json: inout JSONWriter) {
        let outline = graph[id].source.document.outline
        // Read in place: a heading has many parts.
        json.array("hasPart", outline.indices) { json, index in
            json.object { json in
                json.type("WebPageElement")
                json.pair("@id", place, outline[index].anchor.percentEncodedURL)
                json.pair("name", text(of: outline[index], on: id))
            }
        }
    }

    /// The DOI as an address, else the page's own.
    private func identifier(of page: SitePage, at url: String) -> String {
        page.source.metadata.doi.map { DOI.url($0.value) } ?? url
    }

    /// Each translation names its original, and the original each translation.
    private func writeTranslations(of id: PageID, to json: inout JSONWriter) {
        let group = graph[id].translations
        func write(_ version: PageID, to json: inout JSONWriter) {
            let page = graph[version]
            json.object { json in
                json.pair("@type", Self.schemaTypes(of: page)[0])
                let url = absolute(page.href)
                json.pair("@id", identifier(of: page, at: url))
                json.pair("url", url)
                json.pair("inLanguage", graph.language(of: page))
            }
        }
        if group.first == id {
            json.array("workTranslation", Array(group.dropFirst())) { write($1, to: &$0) }
        } else if let original = group.first {
            json.key("translationOfWork")
            write(original, to: &json)
        }
    }

    private func writeFunding(of page: SitePage, to json: inout JSONWriter) {
        json.array("funding", page.source.metadata.funders) { json, funder in
            json.object { json in
                json.type("Grant")
                json.pair("identifier", funder.award)
                json.object("funder") { json in
                    json.type("Organization")
                    json.pair("name", funder.name)
                }
            }
        }
    }

    private func writeWholes(of page: SitePage, to json: inout JSONWriter) {
        let source = page.source
        json.pair("pagination", source.metadata.pages?.value)
        json.key("isPartOf")
        guard let journal = source.metadata.journal else { return writeSeries(of: page, to: &json) }
        json.array { json in
            writeIssue(of: journal, source.metadata, to: &json)
            writeSeries(of: page, to: &json)
        }
    }

    /// The issue as part of the volume, and that as part of the journal.
    private func writeIssue(
        of journal: String, _ metadata: PageMetadata, to json: inout JSONWriter
    ) {
        typealias Part = (type: String, key: StaticString, number: String?)
        let parts: [Part] = [
            ("PublicationIssue", "issueNumber", metadata.issue?.value),
            ("PublicationVolume", "volumeNumber", metadata.volume?.value),
        ].filter { $0.number != nil }
        func write(_ rest: ArraySlice<Part>, to json: inout JSONWriter) {
            json.object { json in
                guard let (type, key, number) = rest.first else {
                    json.type("Periodical")
                    json.pair("name", journal)
                    return
                }
                json.pair("@type", type)
                json.pair(key, number)
                json.key("isPartOf")
                write(rest.dropFirst(), to: &json)
            }
        }
        write(parts[...], to: &json)
    }

    private func writeSeries(of page: SitePage, to json: inout JSONWriter) {
        json.object { json in
            if let series = page.source.metadata.series {
                json.type("CreativeWorkSeries")
                json.pair("name", series.name.value)
                if let part = series.part { json.pair("position", part) }
            } else {
                json.type("WebSite")
                json.pair("name", configuration.title)
                json.pair("url", configuration.baseURL.absolute)
            }
        }
    }

    /// What was put right after publication.
    private func writeCorrections(of page: SitePage, to json: inout JSONWriter) {
        let corrections = page.source.metadata.revisions.filter(\.isNotice)
        json.array("correction", corrections) { json, revision in
            json.object { json in
                json.type("CorrectionComment")
                json.pair("text", revision.note.text)
                json.pair("datePublished", revision.date.isoDate)
            }
        }
    }

    private func writeBreadcrumb(of page: SitePage, to json: inout JSONWriter) {
        let origin = configuration.baseURL.origin
        func write(
            _ position: Int, _ name: String, _ url: String?, to json: inout JSONWriter
        ) {
            json.object { json in
                json.type("ListItem")
                json.pair("position", position)
                json.pair("name", name)
                if let url { json.pair("item", origin, url) }
            }
        }
        let crumbs = frame.breadcrumbs(to: page.section, in: page.language)
        json.object("breadcrumb") { json in
            json.type("BreadcrumbList")
            json.key("itemListElement")
            json.array { json in
                for (index, crumb) in crumbs.enumerated() {
                    write(index + 1, crumb.text, crumb.url, to: &json)
                }
                write(crumbs.count + 1, page.title, page.href, to: &json)
            }
        }
    }
}
