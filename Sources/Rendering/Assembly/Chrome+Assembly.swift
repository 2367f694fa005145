/// The frame that every page shares: site, head, breadcrumbs.

import Content
import Markup
import Site

extension RenderedSite {
    /// Root-relative URL of an address of the site.
    func href(_ permalink: Permalink) -> String { permalink.href(under: configuration.baseURL) }

    /// Root-relative URL of an output file.
    func href(ofOutput path: String) -> String {
        (configuration.baseURL.path + path).percentEncodedURL
    }

    /// A root-relative URL made absolute.
    func absolute(_ href: String) -> String { configuration.baseURL.origin + href }

    /// The frame of a page at `permalink`, titled `title`.
    func chrome(
        title: String, permalink: Permalink, breadcrumbs: [LinkRecord] = [],
        language: String? = nil, isDraft: Bool = false, head: HeadRecord
    ) -> Chrome {
        let language = language ?? configuration.language
        var head = head
        head.title = permalink.path == "/" ? title : "\(title) · \(configuration.title)"
        if graph.includesDrafts {
            head.isHiddenFromSearch = true
        } else if configuration.search != nil {
            head.links.append(
                HeadLinkRecord(
                    relation: "search", url: absolute(href(ofOutput: "opensearch.xml")),
                    type: "application/opensearchdescription+xml", title: configuration.title))
        }
        let isForeign = language != configuration.language
        return Chrome(
            site: siteRecord(at: permalink), head: head, language: language,
            direction: isForeign ? Wording.direction(of: language) : direction,
            wording: isForeign ? Wording.of(tag: language) : wording,
            isForeign: isForeign, breadcrumbs: breadcrumbs,
            isPreview: graph.includesDrafts, isDraft: isDraft)
    }

    /// Links that the head of every page of a list has.
    func listHead(_ permalink: Permalink, description: String? = nil, feeds: [HeadLinkRecord] = [])
        -> HeadRecord
    {
        HeadRecord(
            title: "", description: description, canonicalURL: absolute(href(permalink)),
            links: feeds.isEmpty ? siteFeeds : feeds)
    }

    var siteFeeds: [HeadLinkRecord] {
        guard !graph.includesDrafts else { return [] }
        return [
            HeadLinkRecord(
                relation: "alternate", url: absolute(href(ofOutput: "feed.xml")),
                type: "application/atom+xml", title: configuration.title),
            HeadLinkRecord(
                relation: "alternate", url: absolute(href(ofOutput: "feed.json")),
                type: "application/feed+json", title: configuration.title),
        ]
    }

    private func siteRecord(at permalink: Permalink) -> SiteRecord {
        SiteRecord(
            title: configuration.title, tagline: configuration.tagline,
            description: configuration.description, language: configuration.language,
            direction: direction, wording: wording, contact: configuration.contact,
            license: configuration.license.map { License.link(for: $0) },
            organization: configuration.organization.map { organization($0) },
            navigation: configuration.navigation.map { navigation($0, at: permalink) },
            learnMore: configuration.learnMore.map { navigation($0, at: permalink) },
            homeURL: href(Permalink([])),
            logoURL: configuration.organization?.logo.map { siteURL($0.value) },
            addresses: SiteAddresses(
                topics: href(GeneratedList.topics.permalink),
                people: href(GeneratedList.people.permalink),
                acknowledgements: href(GeneratedList.acknowledgements.permalink),
                archive: href(GeneratedList.archive.permalink),
                search: configuration.search == nil ? nil : href(OutputPlan.searchPermalink),
                works: site.citedWorks.isEmpty ? nil : href(GeneratedList.works.permalink),
                atom: href(ofOutput: "feed.xml"), jsonFeed: href(ofOutput: "feed.json")),
            extra: configuration.extra.map { (key: $0.key, value: $0.value) })
    }

    private func navigation(_ link: NavigationLink, at permalink: Permalink) -> LinkRecord {
        guard WebAddress.kind(of: link.url) == .relative else {
            return LinkRecord(text: link.text, url: link.url)
        }
        let path = link.url.hasPrefix("/") ? link.url : "/" + link.url
        let isCurrent = path == "/" ? permalink.path == "/" : permalink.path.hasPrefix(path)
        return LinkRecord(
            text: link.text, url: href(ofOutput: String(path.dropFirst())), isCurrent: isCurrent)
    }

    /// Address of a file that site.yaml names: absolute, or a path of the site.
    func siteURL(_ path: String) -> String {
        guard WebAddress.kind(of: path) == .relative else { return path }
        return href(ofOutput: path.hasPrefix("/") ? String(path.dropFirst()) : path)
    }

    private func organization(_ organization: Organization) -> OrganizationRecord {
        var parents: [LinkRecord] = []
        var parent = organization.parent
        while case .organization(let next) = parent {
            parents.append(LinkRecord(text: next.name, url: next.url))
            parent = next.parent
        }
        return OrganizationRecord(
            name: organization.name, shortName: organization.shortName, url: organization.url,
            parents: parents)
    }

    /// Home, then the sections above a page.
    func breadcrumbs(to section: SectionID?) -> [LinkRecord] {
        var links: [LinkRecord] = []
        var current = section
        while let id = current {
            links.append(
                LinkRecord(text: graph[id].title, url: href(graph[id].permalink)))
            current = graph[id].parent
        }
        return [homeCrumb] + links.reversed()
    }

    var homeCrumb: LinkRecord { LinkRecord(text: wording.words.home, url: href(Permalink([]))) }
}
