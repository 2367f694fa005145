/// Atom feeds (RFC 4287) and their archives (RFC 5005): the site's and each topic's with whole
/// texts, archives and each person's with summaries.

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    /// - Parameters:
    ///   - scope: Whose feed it is.
    ///   - archive: Which of the documents with earlier entries; `nil` for the feed itself.
    ///   - output: Where it is written.
    func renderAtomFeed(_ scope: FeedScope, archive: Int? = nil, into output: inout OutputBuffer) {
        let feed = feed(scope)
        let limit = configuration.feedLimit
        let count = FeedArchive.count(of: feed.publications.count, limit: limit)
        let range =
            archive.map { FeedArchive.range($0, of: feed.publications.count, limit: limit) }
            ?? 0..<min(limit, feed.publications.count)
        let entries = feed.publications[range]
        output.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        output.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        if archive != nil {
            output.append(" xmlns:fh=\"http://purl.org/syndication/history/1.0\"")
        }
        output.append(" xml:lang=\"")
        output.append(configuration.language, escapedFor: .attribute)
        output.append("\">\n")
        output.element("title", feed.title, language: feed.language)
        if let subtitle = feed.subtitle {
            output.element("subtitle", subtitle, language: feed.language)
        }
        // An archive is a part of the feed, and bears its id.
        output.element("id", feed.url(archive: nil))
        if archive != nil { output.append("<fh:archive/>\n") }
        output.link("self", feed.url(archive: archive), type: "application/atom+xml")
        output.link("alternate", feed.pageURL, type: "text/html")
        writeArchiveLinks(feed, archive, count, to: &output)
        output.element("updated", updated(entries).rfc3339)
        output.append("<author>")
        output.element("name", configuration.organization?.name ?? configuration.title)
        output.element("uri", configuration.organization?.url ?? configuration.baseURL.absolute)
        output.append("</author>\n")
        if let license = configuration.license {
            output.element("rights", License.link(for: license).text)
        }
        output.element("generator", generator)
        // Archives hold every text of the site. Where they are asked for in full, they do so once, in
        // the site's own.
        let isFull =
            archive == nil ? feed.isFull : scope == .site && configuration.feedArchivesInFull
        for id in entries { writeEntry(id, isFull: isFull, to: &output) }
        output.append("</feed>\n")
    }

    /// The way from the newest entries to the oldest and back.
    private func writeArchiveLinks(
        _ feed: Feed, _ archive: Int?, _ count: Int, to output: inout OutputBuffer
    ) {
        func link(_ relation: StaticString, _ number: Int?) {
            output.link(relation, feed.url(archive: number), type: "application/atom+xml")
        }
        guard let archive else {
            if count > 0 { link("prev-archive", count) }
            return
        }
        link("current", nil)
        if archive > 1 { link("prev-archive", archive - 1) }
        if archive < count { link("next-archive", archive + 1) }
    }

    private struct Feed {
        var title: String
        var subtitle: String?
        /// Of these, where it is not the site's.
        var language: String?
        /// Absolute address of the folder in which the feed stands.
        var folder: String
        var pageURL: String
        var publications: [PageID]
        var isFull: Bool

        func url(archive: Int?) -> String {
            folder + (archive.map { "feed-\($0).xml" } ?? "feed.xml")
        }
    }

    private func feed(_ scope: FeedScope) -> Feed {
        func folder(_ permalink: Permalink) -> String {
            absolute(href(ofOutput: String(permalink.path.dropFirst())))
        }
        switch scope {
        case .site:
            return Feed(
                title: configuration.title, subtitle: configuration.tagline,
                folder: folder(Permalink([])),
                pageURL: configuration.baseURL.absolute, publications: graph.entries,
                isFull: configuration.feedsInFull)
        case .topic(let id):
            return Feed(
                title: "\(configuration.title): \(graph[id].name)", subtitle: configuration.tagline,
                folder: folder(graph[id].permalink), pageURL: absolute(graph[id].href),
                publications: graph[id].entries, isFull: configuration.feedsInFull)
        case .person(let id):
            return Feed(
                title: "\(configuration.title): \(graph[id].name)", subtitle: configuration.tagline,
                folder: folder(graph[id].permalink), pageURL: absolute(graph[id].href),
                publications: graph[id].entries, isFull: false)
        case .home(let id):
            let section = graph[id]
            let page = section.record.map { graph[$0] }
            return Feed(
                title: section.title, subtitle: page?.source.metadata.subtitle,
                language: page?.language, folder: folder(section.permalink),
                pageURL: absolute(href(section.permalink)),
                publications: graph.feedOrder(section.publications),
                isFull: configuration.feedsInFull)
        }
    }

    /// The newest change of any entry: never the time of the build.
    func updated(_ entries: some Sequence<PageID>) -> Moment {
        entries.compactMap { graph[$0].feedUpdate }.max() ?? Moment(secondsSince1970: 0)
    }
}
