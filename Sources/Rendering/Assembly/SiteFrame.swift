/// What all pages show of the site, made once.

import Content
import Markup
import Site

/// The site's identity and addresses, and the ways from its home page to its sections.
///
/// An object: every page has it, and to hand it on is to copy an address.
package final class SiteFrame: Sendable {
    let title: String
    let tagline: String?
    let description: String?
    let language: String
    /// `ltr` or `rtl`.
    let direction: String
    let wording: Wording
    let contact: String?
    let license: LinkRecord?
    let organization: OrganizationRecord?
    let homeURL: String
    let logoURL: String?
    let addresses: SiteAddresses
    let extra: [(key: String, value: String)]
    /// The feeds of everything, for the head of a page; none in a build with drafts.
    let feeds: [HeadLinkRecord]
    let homeCrumb: LinkRecord
    /// From the home page to each section, with it.
    private let breadcrumbs: [[LinkRecord]]

    init(_ site: ResolvedSite, wording: Wording) {
        let graph = site.graph
        let configuration = graph.configuration
        let base = configuration.baseURL
        title = configuration.title
        tagline = configuration.tagline
        description = configuration.description
        language = configuration.language
        direction = Wording.direction(of: language)
        self.wording = wording
        contact = configuration.contact
        license = configuration.license.map { License.link(for: $0) }
        let marks = QuotationMarks(language: language)
        organization = configuration.organization.map { OrganizationRecord($0, marks) }
        homeURL = Permalink([]).href(under: base)
        logoURL = configuration.organization?.logo.map { base.href(ofSitePath: $0.value) }
        addresses = SiteAddresses(
            topics: GeneratedList.topics.permalink.href(under: base),
            people: GeneratedList.people.permalink.href(under: base),
            acknowledgements: GeneratedList.acknowledgements.permalink.href(under: base),
            archive: GeneratedList.archive.permalink.href(under: base),
            search: configuration.search == nil
                ? nil : OutputPlan.searchPermalink.href(under: base),
            works: site.citedWorks.isEmpty ? nil : GeneratedList.works.permalink.href(under: base),
            atom: base.href(ofOutput: "feed.xml"), jsonFeed: base.href(ofOutput: "feed.json"))
        extra = configuration.extra.compactMap { field in
            if case .text(let text) = field.value { (key: field.key, value: text) } else { nil }
        }
        feeds =
            graph.includesDrafts
            ? []
            : [
                HeadLinkRecord(
                    relation: "alternate", url: base.origin + addresses.atom,
                    type: "application/atom+xml", title: title),
                HeadLinkRecord(
                    relation: "alternate", url: base.origin + addresses.jsonFeed,
                    type: "application/feed+json", title: title),
            ]
        let homeCrumb = LinkRecord(text: wording.words.home, url: homeURL)
        self.homeCrumb = homeCrumb
        breadcrumbs = graph.sections.map { section in
            var way: [LinkRecord] = []
            var next: SiteSection? = section
            while let section = next {
                let language = section.record.flatMap { graph[$0].language }
                way.append(
                    LinkRecord(
                        text: section.title, url: section.permalink.href(under: base),
                        foreign: language.flatMap {
                            $0 == configuration.language
                                ? nil : ForeignText(language: $0, on: configuration.language)
                        }))
                next = section.parent.map { graph[$0] }
            }
            return [homeCrumb] + way.reversed()
        }
    }

    /// Home, then the sections above a page.
    func breadcrumbs(to section: SectionID?) -> [LinkRecord] {
        section.map { breadcrumbs[$0.index] } ?? [homeCrumb]
    }
}

/// Root-relative addresses of the pages every site has.
struct SiteAddresses: Sendable {
    let topics: String
    let people: String
    let acknowledgements: String
    let archive: String
    let search: String?
    let works: String?
    let atom: String
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
    /// Address of a file that site.yaml names: absolute, or a path of the site.
    func href(ofSitePath path: String) -> String {
        guard WebAddress.kind(of: path) == .relative else { return path }
        return href(ofOutput: path.hasPrefix("/") ? String(path.dropFirst()) : path)
    }
}
