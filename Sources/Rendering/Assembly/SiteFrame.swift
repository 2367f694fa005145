/// What all pages show of the site, made once.

import Content
import Markup
import Site

/// The site's identity and addresses, and the ways from its home page to its sections.
///
/// An object: every page has it, and to hand it on is to copy an address.
package final class SiteFrame: Sendable {
    let tagline: String?
    let description: String?
    let language: String
    /// `ltr` or `rtl`.
    let direction: String
    let wording: Wording
    let contact: String?
    let license: LinkRecord?
    let organization: OrganizationRecord?
    let logoURL: String?
    let addresses: SiteAddresses
    let extra: [(key: String, value: String)]
    /// The feeds of everything, for the head of a page; none in a build with drafts.
    let feeds: [HeadLinkRecord]
    /// In the language of the site.
    private let links: FrameLinks
    private let linksByLanguage: [String: FrameLinks]
    /// From the home page to each section, with both.
    private let ways: [[LinkRecord]]

    init(_ site: ResolvedSite, wording siteWording: SiteWording) {
        let graph = site.graph
        let configuration = graph.configuration
        let base = configuration.baseURL
        tagline = configuration.tagline
        description = configuration.description
        language = configuration.language
        direction = LanguageTag.direction(of: language)
        wording = siteWording.main
        contact = configuration.contact
        license = configuration.license.map { License.link(for: $0) }
        let marks = QuotationMarks(language: language)
        organization = configuration.organization.map { OrganizationRecord($0, marks) }
        logoURL = configuration.organization?.logo.map { base.href(ofSitePath: $0.value) }
        addresses = SiteAddresses(
            root: Permalink([]).href(under: base),
            topics: GeneratedList.topics.permalink.href(under: base),
            people: GeneratedList.people.permalink.href(under: base),
            acknowledgements: GeneratedList.acknowledgements.permalink.href(under: base),
            archive: GeneratedList.archive.permalink.href(under: base),
            search: configuration.search == nil
                ? nil : OutputPlan.searchPermalink.href(under: base),
            works: site.citedWorks.isEmpty ? nil : GeneratedList.works.permalink.href(under: base),
            jsonFeed: base.href(ofOutput: "feed.json"))
        extra = configuration.extra.compactMap { field in
            if case .text(let text) = field.value { (key: field.key, value: text) } else { nil }
        }
        links = FrameLinks(site, wording)
        feeds =
            graph.includesDrafts
            ? []
            : [
                HeadLinkRecord(
                    relation: "alternate", url: base.origin + links.atomURL,
                    type: "application/atom+xml", title: configuration.title),
                HeadLinkRecord(
                    relation: "alternate", url: base.origin + addresses.jsonFeed,
                    type: "application/feed+json", title: configuration.title),
            ]
        linksByLanguage = links.byLanguage(site, siteWording)
        let home = links.home
        ways = graph.sections.map { section in
            var way: [LinkRecord] = []
            var next: SiteSection? = section
            // A home page in another language is one: the way begins there.
            while let section = next, !graph.isHome(section) {
                let language = section.record.flatMap { graph[$0].language }
                way.append(
                    LinkRecord(
                        text: section.title, url: section.permalink.href(under: base),
                        foreign: graph.foreignInFrame(language)))
                next = section.parent.map { graph[$0] }
            }
            return [home] + way.reversed()
        }
    }

    /// The ways home and along the navigation, from a page in a language.
    ///
    /// Those of `zh-Hant` for `zh-Hant-TW`, by lookup (RFC 4647, section 3.4).
    func links(in language: String) -> FrameLinks {
        guard !linksByLanguage.isEmpty else { return links }
        var range = language[...]
        while true {
            if let links = linksByLanguage[String(range)] { return links }
            guard let hyphen = range.lastIndex(of: "-") else { return links }
            range = range[..<hyphen]
        }
    }

    /// Home, in the language of the page, then the sections above it.
    func breadcrumbs(to section: SectionID?, in language: String?) -> [LinkRecord] {
        var way = section.map { ways[$0.index] } ?? [links.home]
        if let language { way[0] = links(in: language).home }
        return way
    }

    /// On a list in the language of the site, which stands below the home page.
    var homeCrumb: LinkRecord { links.home }
}

/// Root-relative addresses of the pages every site has.
struct SiteAddresses: Sendable {
    let root: String
    let topics: String
    let people: String
    let acknowledgements: String
    let archive: String
    let search: String?
    let works: String?
    let jsonFeed: String
}

extension OrganizationRecord {
    /// As pages show it; metadata and citations have its names as they were typed.
    fileprivate init(_ organization: Organization, _ marks: QuotationMarks) {
        self.init(
            name: organization.name.typographic(marks),
            shortName: organization.shortName?.typographic(marks), url: organization.url,
            parents: organization.parents.map {
                LinkRecord(text: $0.name.typographic(marks), url: $0.url)
            })
    }
}

extension BaseURL {
    /// Address of a file that site.yaml names: absolute, or a path of the site, which is published in NFC.
    func href(ofSitePath path: String) -> String {
        guard WebAddress.kind(of: path) == .relative else { return path }
        return href(ofOutput: path.normalized.drop { $0 == "/" })
    }
}
