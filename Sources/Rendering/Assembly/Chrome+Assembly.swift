/// The frame that every page shares: site, head, breadcrumbs.

import Content
import Markup
import Site

extension RenderedSite {
    /// Root-relative URL of an address of the site.
    func href(_ permalink: Permalink) -> String { permalink.href(under: configuration.baseURL) }

    /// Root-relative URL of an output file.
    func href(ofOutput path: String) -> String {
        configuration.baseURL.href(ofOutput: path)
    }

    /// A root-relative URL made absolute.
    func absolute(_ href: String) -> String { configuration.baseURL.origin + href }

    /// The frame of a page at `permalink`, titled `title`.
    func chrome(
        title: String, permalink: Permalink, breadcrumbs: [LinkRecord] = [],
        language: String? = nil, isDraft: Bool = false, head: consuming HeadRecord
    ) -> Chrome {
        let language = language ?? configuration.language
        let links = frame.links(in: language)
        let isNameOfSite = permalink.path == "/" || title == links.title
        head.title = isNameOfSite ? title : "\(title) · \(links.title)"
        if graph.includesDrafts {
            head.isHiddenFromSearch = true
        } else if configuration.search != nil {
            head.links.append(
                HeadLinkRecord(
                    relation: "search", url: absolute(href(ofOutput: "opensearch.xml")),
                    type: "application/opensearchdescription+xml", title: configuration.title))
        }
        let isForeign = language != configuration.language
        if let feed = links.feed { head.links.insert(feed, at: 0) }
        return Chrome(
            site: siteRecord(at: permalink, links), head: head, language: language,
            direction: isForeign ? LanguageTag.direction(of: language) : frame.direction,
            wording: isForeign ? siteWording.of(tag: language) : wording,
            isForeign: isForeign, breadcrumbs: breadcrumbs,
            isPreview: graph.includesDrafts, isDraft: isDraft)
    }

    /// The head of a page of a list, which may show a text and have a feed of its own in place of the
    /// site's.
    func listHead(
        _ permalink: Permalink, text: PageID? = nil, description: String? = nil,
        feed: (url: String, subject: String)? = nil
    ) -> HeadRecord {
        let feeds = feed.map { feed in
            [
                HeadLinkRecord(
                    relation: "alternate", url: absolute(feed.url), type: "application/atom+xml",
                    title: "\(configuration.title): \(feed.subject)")
            ]
        }
        var head = HeadRecord(
            title: "", description: description, canonicalURL: absolute(href(permalink)),
            links: feeds ?? frame.feeds)
        if let text {
            addStyles(for: text, to: &head)
            head.alternates = alternates(of: text)
        }
        return head
    }

    /// Home, then a list that every site has.
    func breadcrumbs(below list: GeneratedList) -> [LinkRecord] {
        [frame.homeCrumb, LinkRecord(text: name(of: list), url: href(list.permalink))]
    }

    /// The title of a list's introduction, else its name.
    func title(of list: GeneratedList) -> String {
        graph.introduction(of: list).map { graph[$0].title } ?? name(of: list)
    }

    private func name(of list: GeneratedList) -> String {
        switch list {
        case .topics: wording.words.topics
        case .people: wording.words.people
        case .acknowledgements: wording.words.acknowledgements
        case .archive: wording.words.archive
        case .works: wording.words.works
        }
    }

    /// What the text of a page needs beside the style of all pages, where it is shown.
    func addStyles(for text: PageID, to head: inout HeadRecord) {
        guard !graph[text].isWithdrawn else { return }
        let source = graph[text].source
        head.hasMath = source.document.hasMath
        head.hasHighlights = source.document.hasHighlights
        head.links += imageWidthLinks(for: text)
    }

    /// The site as a page shows it: the navigation knows where it stands, and leads on in its language.
    private func siteRecord(at permalink: Permalink, _ links: FrameLinks) -> SiteRecord {
        SiteRecord(
            frame: frame, links: links, navigation: links.navigation(at: permalink),
            learnMore: links.learnMore(at: permalink))
    }
}
