/// Metadata of a page for machines: Highwire tags, OpenGraph, Signposting, JSON-LD. Every value is
/// taken from the same records as the visible byline, so that they cannot disagree.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func pageHead(
        _ id: PageID, license: LinkRecord?, authors: [AuthorRecord]
    ) -> HeadRecord {
        let page = graph[id]
        let description = summary(of: id).map { Self.shortened($0) }
        var head = HeadRecord(
            title: page.title, description: description, canonicalURL: absolute(page.href))
        head.isHiddenFromSearch = page.visibility != .published
        let image = heroImage(of: id)
        let shared = image ?? socialCard(of: id)
        head.properties = openGraph(
            title: page.title, type: page.isPublication ? "article" : "website",
            url: head.canonicalURL, description: description, image: shared,
            language: page.language)
        head.links.reserveCapacity(16)
        head.links += frame.feeds
        addStyles(for: id, to: &head)
        head.alternates = alternates(of: id)
        guard page.isPublication else { return head }
        addArticleProperties(of: page, to: &head.properties)
        if page.kind != .news, !page.isWithdrawn, let export = export(of: id) {
            head.meta = highwire(id, authors, export)
        }
        // Zotero takes a page with a title of its own for a journal article otherwise.
        switch Self.citedKind(of: page) {
        case .post: head.meta.append(MetaRecord(name: "prism.genre", content: "blogEntry"))
        case .talk: head.meta.append(MetaRecord(name: "DC.type", content: "presentation"))
        case .news, .report, .manuscript, .numberedPaper, .article, .conferencePaper: break
        }
        addSignposting(of: page, at: head.canonicalURL, license: license, authors, to: &head.links)
        head.structuredData = structuredData(
            of: id, at: head.canonicalURL, license: license, authors: authors, image: image)
        return head
    }

    /// About as much as a search result shows, cut between words.
    private static func shortened(_ text: String) -> String {
        guard let end = end(ofCharacters: 300, in: text) else { return text }
        let start = text[..<end]
        guard let space = start.lastIndex(of: " ") else { return start + "…" }
        return start[..<space] + "…"
    }

    /// Where so many characters end; `nil` of a text that has no more.
    private static func end(ofCharacters count: Int, in text: String) -> String.Index? {
        guard text.utf8.count > count else { return nil }
        // Bytes of ASCII are characters, but for a line break of two, as far as one behind the end.
        let plain = text.withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { ($0 >= 0x80).bit | ($0 == 0x0D).bit }
        }
        if plain > count { return text.utf8.index(text.startIndex, offsetBy: count) }
        let end = text.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex)
        return end == text.endIndex ? nil : end
    }

    /// The four that ogp.me requires, where there is an image, and those that help.
    func openGraph(
        title: String, type: String, url: String, description: String?, image: ImageRecord? = nil,
        language: String? = nil
    ) -> [MetaRecord] {
        var properties: [MetaRecord] = []
        properties.reserveCapacity(16)
        properties += [
            MetaRecord(name: "og:title", content: title),
            MetaRecord(name: "og:type", content: type),
            MetaRecord(name: "og:url", content: url),
            MetaRecord(
                name: "og:site_name",
                content: frame.links(in: language ?? configuration.language).title),
        ]
        if let description {
            properties.append(MetaRecord(name: "og:description", content: description))
        }
        if let image {
            add(image, to: &properties)
        } else if let image = configuration.image {
            add(
                ImageRecord(
                    url: configuration.baseURL.href(ofSitePath: image.src.value), alt: image.alt),
                to: &properties)
        }
        return properties
    }

    private func add(_ image: ImageRecord, to properties: inout [MetaRecord]) {
        properties.append(MetaRecord(name: "og:image", content: absoluteURL(image.url)))
        if let width = image.width, let height = image.height {
            properties.append(MetaRecord(name: "og:image:width", content: "\(width)"))
            properties.append(MetaRecord(name: "og:image:height", content: "\(height)"))
        }
        if !image.alt.isEmpty {
            properties.append(MetaRecord(name: "og:image:alt", content: image.alt))
        }
        // The one network that does not read OpenGraph for the size of its cards.
        properties.append(MetaRecord(name: "twitter:card", content: "summary_large_image"))
    }

    private func addArticleProperties(of page: SitePage, to properties: inout [MetaRecord]) {
        if let date = page.date {
            properties.append(
                MetaRecord(name: "article:published_time", content: date.rfc3339))
        }
        if let change = revisionDate(of: page) {
            properties.append(
                MetaRecord(name: "article:modified_time", content: change.rfc3339))
        }
        if let section = page.section {
            properties.append(
                MetaRecord(name: "article:section", content: graph[section].title))
        }
        for author in page.authors {
            properties.append(
                MetaRecord(name: "article:author", content: absolute(graph[author].href)))
        }
        for topic in page.topics {
            properties.append(MetaRecord(name: "article:tag", content: graph[topic].name))
        }
    }

    /// Google Scholar's inclusion guidelines: title, authors in order, each followed by what
    /// belongs to it, date with slashes; a report names its institution.
    ///
    /// No empty tag.
    private func highwire(
        _ id: PageID, _ authors: [AuthorRecord], _ export: PublicationExport
    ) -> [MetaRecord] {
        let page = graph[id]
        guard let date = page.date, !page.source.metadata.authors.isEmpty
        else {
            return []
        }
        var tags = [MetaRecord(name: "citation_title", content: page.title)]
        tags.reserveCapacity(16)
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { tags.append(MetaRecord(name: name, content: value)) }
        }
        for author in authors {
            add("citation_author", author.name)
            for affiliation in author.affiliations {
                add("citation_author_institution", affiliation)
            }
            add("citation_author_orcid", author.orcidURL)
        }
        add("citation_publication_date", date.slashedDate)
        Self.addHighwireSource(of: export, add)
        add("citation_doi", page.source.metadata.doi?.value)
        add("citation_language", page.language ?? configuration.language)
        add("citation_pdf_url", pdfURL(of: page).map { absoluteURL($0) })
        add("citation_fulltext_html_url", export.url)
        for topic in page.topics { add("citation_keywords", graph[topic].name) }
        for reference in highwireReferences(of: id) { add("citation_reference", reference) }
        return tags
    }

    /// Where a publication appeared.
    private static func addHighwireSource(
        of export: PublicationExport, _ add: (_ name: String, _ value: String?) -> Void
    ) {
        switch export.kind {
        case .report, .numberedPaper:
            add("citation_technical_report_institution", export.publisher)
            add("citation_technical_report_number", export.number)
        case .article: add("citation_journal_title", export.container)
        case .conferencePaper: add("citation_conference_title", export.container)
        case .post, .news, .manuscript, .talk: break
        }
        add("citation_volume", export.volume)
        add("citation_issue", export.issue)
        add("citation_firstpage", export.pageRange?.first)
        add("citation_lastpage", export.pageRange?.last)
        add("citation_publisher", export.publisher)
    }

    /// FAIR Signposting (signposting.org/FAIR): what a machine needs to know about a landing page.
    private func addSignposting(
        of page: SitePage, at address: String, license: LinkRecord?, _ authors: [AuthorRecord],
        to links: inout [HeadLinkRecord]
    ) {
        func add(_ relation: String, _ url: String?, type: String? = nil) {
            if let url { links.append(HeadLinkRecord(relation: relation, url: url, type: type)) }
        }
        add("cite-as", page.source.metadata.doi.map { DOI.url($0.value) })
        add("type", "https://schema.org/AboutPage")
        add("type", "https://schema.org/" + Self.schemaTypes(of: page)[0])
        for author in authors {
            add("author", author.orcidURL ?? author.url.map { absolute($0) })
        }
        add("license", license?.url)
        if let pdf = pdfURL(of: page) {
            add("item", absoluteURL(pdf), type: "application/pdf")
        }
        if configuration.writesCitationFiles {
            add("describedby", address + "cite.bib", type: "application/x-bibtex")
            add(
                "describedby", address + "cite.ris", type: "application/x-research-info-systems")
            add(
                "describedby", address + "cite.json",
                type: "application/vnd.citationstyles.csl+json")
        }
    }

    /// A root-relative URL made absolute; an absolute one as it is.
    func absoluteURL(_ url: String) -> String { url.hasPrefix("/") ? absolute(url) : url }
}
