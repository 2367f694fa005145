/// Atom feeds (RFC 4287): the site's and each topic's with whole texts, each person's with
/// summaries.

import Content
import Markup
import Site

extension RenderedSite {
    func renderAtomFeed(_ scope: FeedScope, into output: inout [UInt8]) {
        let feed = feed(scope)
        let entries = feed.publications.prefix(configuration.feedLimit)
        output.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        output.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        output.append(configuration.language, escapedFor: .attribute)
        output.append("\">\n")
        element("title", feed.title, &output)
        if let tagline = configuration.tagline { element("subtitle", tagline, &output) }
        element("id", feed.selfURL, &output)
        link("self", feed.selfURL, type: "application/atom+xml", &output)
        link("alternate", feed.pageURL, type: "text/html", &output)
        element("updated", updated(entries).rfc3339, &output)
        output.append("<author>")
        element("name", configuration.organization?.name ?? configuration.title, &output)
        element("uri", configuration.organization?.url ?? configuration.baseURL.absolute, &output)
        output.append("</author>\n")
        if let license = configuration.license { element("rights", license, &output) }
        element("generator", generator, &output)
        for id in entries { entry(id, isFull: feed.isFull, &output) }
        output.append("</feed>\n")
    }

    private struct Feed {
        var title: String
        var selfURL: String
        var pageURL: String
        var publications: [PageID]
        var isFull: Bool
    }

    private func feed(_ scope: FeedScope) -> Feed {
        func url(below permalink: Permalink) -> String {
            absolute(href(ofOutput: permalink.path.dropFirst() + "feed.xml"))
        }
        switch scope {
        case .site:
            return Feed(
                title: configuration.title, selfURL: url(below: Permalink([])),
                pageURL: configuration.baseURL.absolute, publications: graph.publications,
                isFull: configuration.feedsInFull)
        case .topic(let id):
            return Feed(
                title: "\(configuration.title): \(graph[id].name)",
                selfURL: url(below: graph[id].permalink), pageURL: absolute(graph[id].href),
                publications: graph[id].publications, isFull: configuration.feedsInFull)
        case .person(let id):
            return Feed(
                title: "\(configuration.title): \(graph[id].name)",
                selfURL: url(below: graph[id].permalink), pageURL: absolute(graph[id].href),
                publications: graph[id].wrote, isFull: false)
        }
    }

    /// The newest change of any entry: never the time of the build.
    func updated(_ entries: some Sequence<PageID>) -> Moment {
        entries.compactMap { graph[$0].lastChange }.max() ?? Moment(secondsSince1970: 0)
    }

    private func entry(_ id: PageID, isFull: Bool, _ output: inout [UInt8]) {
        let page = graph[id]
        let url = absolute(page.href)
        output.append("<entry>\n")
        element("title", page.title, &output)
        element("id", url, &output)
        link("alternate", url, type: "text/html", &output)
        if let date = page.metadata.date?.value { element("published", date.rfc3339, &output) }
        if let change = page.lastChange { element("updated", change.rfc3339, &output) }
        for author in authors(of: page) {
            output.append("<author>")
            element("name", author.name, &output)
            if let uri = author.orcidURL ?? author.url.map({ absolute($0) }) {
                element("uri", uri, &output)
            }
            output.append("</author>\n")
        }
        for topic in page.topics {
            output.append("<category term=\"")
            output.append(graph[topic].name, escapedFor: .attribute)
            output.append("\" scheme=\"")
            output.append(url: absolute(href(GeneratedList.topics.permalink)))
            output.append("\"/>\n")
        }
        if let summary = page.summary { element("summary", summary, &output) }
        if isFull, !page.isWithdrawn {
            output.append("<content type=\"html\">")
            output.append(feedHTML(of: id), escapedFor: .xmlText)
            output.append("</content>\n")
        }
        output.append("</entry>\n")
    }

    /// The whole text with absolute addresses.
    func feedHTML(of id: PageID) -> [UInt8] {
        var html: [UInt8] = []
        let filler = FragmentFiller(
            site: site, page: id, place: .elsewhere, wording: wording(of: id))
        filler.write(graph[id].document.body, to: &html)
        writeFeedReferences(of: id, filler, to: &html)
        return html
    }

    private func element(_ name: StaticString, _ text: String, _ output: inout [UInt8]) {
        output.append("<")
        output.append(name)
        output.append(">")
        output.append(text, escapedFor: .xmlText)
        output.append("</")
        output.append(name)
        output.append(">\n")
    }

    private func link(
        _ relation: StaticString, _ url: String, type: StaticString, _ output: inout [UInt8]
    ) {
        output.append("<link rel=\"")
        output.append(relation)
        output.append("\" type=\"")
        output.append(type)
        output.append("\" href=\"")
        output.append(url: url)
        output.append("\"/>\n")
    }
}

extension [UInt8] {
    mutating func append(_ bytes: [UInt8], escapedFor place: Escaping) {
        bytes.withUnsafeBufferPointer { append($0, escapedFor: place) }
    }
}
