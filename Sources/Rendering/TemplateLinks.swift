/// Links that a site's own templates spell out: a page may go while a template still leads to it.

import Bytes
import Content
package import Diagnostics
package import Site
import Templates

package enum TemplateLinks {
    /// Two hundred links of a theme are enough to read.
    private static let most = 200
    /// To look for an address that is spelled alike takes milliseconds on a large site.
    private static let suggestions = 20

    /// What is wrong with the addresses that the templates of the site's outputs spell out.
    ///
    /// An error, since every page has it; a warning where it stands in a section, which perhaps no page
    /// shows. Templates that nothing is made with are passed over.
    static func diagnostics(for site: RenderedSite) -> [Diagnostic] {
        let found = shown(by: site)
        guard !found.isEmpty else { return [] }
        let finder = AddressFinder(site.site)
        var diagnostics: [Diagnostic] = []
        for shown in found where shown.address.isCertain {
            let address = shown.address
            let wrong = shown.values.lazy.compactMap { value in
                if case .mistake(let mistake) = finder.target(of: value, on: nil) {
                    (value: value, mistake: mistake)
                } else {
                    nil
                }
            }
            // A section may be there for the pages of one language.
            guard diagnostics.count < most, let (value, mistake) = wrong.first,
                !address.isConditional || wrong.count == shown.values.count
            else { continue }
            var diagnostic =
                asset(mistake, address, in: site)
                ?? otherHome(value, address, in: site, finder)
                ?? finder.diagnostic(
                    for: mistake, value, at: address.span,
                    root: address.base.map { _ in rootTag },
                    suggests: diagnostics.count < suggestions)
            if address.isConditional { diagnostic.severity = .warning }
            diagnostics.append(diagnostic)
        }
        return diagnostics
    }

    private static let rootTag = "{{site.root_url}}"

    /// An address that is right from the home page of the site, and was put behind those of other languages, too.
    private static func otherHome(
        _ value: String, _ address: TemplateAddress, in site: RenderedSite, _ finder: AddressFinder
    ) -> Diagnostic? {
        let root = site.frame.addresses.root
        guard address.base == homeField, value != root + address.value,
            case .output = finder.target(of: root + address.value, on: nil)
        else { return nil }
        let home = value.dropLast(address.value.count)
        let repair = rootTag + address.value
        return Diagnostic(
            "link.unknown-address",
            "The site has nothing at ‘\(value)’: ‘{{\(homeField)}}’ is ‘\(home)’ on pages of that language."
                + Spelling.hint(repair), at: address.span, repair: repair)
    }

    /// Where an address stands that a template spells out.
    package struct Place: Sendable {
        package let span: SourceSpan
        /// Whether a build follows it, if it begins at the root.
        package let isFollowed: Bool
    }

    /// Where the addresses stand that the site's own templates spell out; of equal ones, one that a build follows.
    package static func places(of site: RenderedSite) -> [String: Place] {
        Dictionary(
            shown(by: site).flatMap { shown in
                let address = shown.address
                let place = Place(span: address.span, isFollowed: address.isCertain)
                return shown.values.map { ($0, place) }
            }
        ) { first, second in first.isFollowed || !second.isFollowed ? first : second }
    }

    /// The template of the site that stands in the place of a built-in one with an element of this id: others of the
    /// built-in theme lead to it.
    package static func template(withoutID id: String, in site: RenderedSite) -> SourceSpan? {
        let attribute = Array("id=\"\(id)\"".utf8)
        return site.theme.replacedTemplates.first { template in
            template.bytes.withUnsafeBufferPointer { bytes in
                attribute.withUnsafeBufferPointer {
                    bytes.firstRange(of: $0, in: 0..<bytes.count) != nil
                }
            }
        }.map { SourceSpan(file: $0.path) }
    }

    /// Where addresses stand that are spelled out, each place once, by file and place.
    static func addresses(of site: RenderedSite) -> [TemplateAddress] {
        shown(by: site).map(\.address)
    }

    /// An address of a template, and what pages have in its place.
    private struct Shown {
        var address: TemplateAddress
        /// More than one where it begins with the home page of the reader's language; the site's is the first.
        var values: [String] = []
    }

    private static let homeField = "site.home_url"

    /// The same layout is part of every template, and is told once.
    private static func shown(by site: RenderedSite) -> [Shown] {
        let all = site.templates.addresses
        guard !all.isEmpty else { return [] }
        var languages: [String: Set<String>] = [:]
        for output in site.outputs {
            guard let name = site.template(of: output.content) else { continue }
            languages[name, default: []].insert(site.language(of: output.content))
        }
        let root = site.frame.addresses.root
        var byPlace: [SourceSpan: Shown] = [:]
        for (name, addresses) in all {
            guard let languages = languages[name] else { continue }
            let homes = Set(languages.map { site.frame.links(in: $0).homeURL }).sorted()
            for address in addresses {
                let bases: [String]
                switch address.base ?? "" {
                case "": bases = [""]
                case homeField: bases = homes
                case "site.root_url": bases = [root]
                // Where it leads is not known before a page is made.
                default: continue
                }
                var shown = byPlace[address.span] ?? Shown(address: address)
                if shown.address.isConditional { shown.address = address }
                for value in bases.map({ $0 + address.value }) where !shown.values.contains(value) {
                    shown.values.append(value)
                }
                byPlace[address.span] = shown
            }
        }
        return byPlace.values.map { shown in
            // Every home page lies below the site's.
            Shown(
                address: shown.address,
                values: shown.values.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
        }.sorted {
            let (a, b) = ($0.address.span, $1.address.span)
            return a.path == b.path ? a.bytes.lower < b.bytes.lower : a.path < b.path
        }
    }

    /// A file of the theme by the name that it has before it is published.
    private static func asset(
        _ mistake: AddressFinder.Mistake, _ address: TemplateAddress, in site: RenderedSite
    ) -> Diagnostic? {
        guard case .nothing(let path) = mistake,
            let asset = site.theme.assets.first(where: { "assets/" + $0.name == path })
        else { return nil }
        let tag = "{{asset.\(asset.name)}}"
        return Diagnostic(
            "link.unknown-address",
            "The site has nothing at ‘\(address.value)’: a file of the theme is published under a name "
                + "that changes with its content. Write ‘\(tag)’.", at: address.span,
            repair: tag)
    }
}

extension RenderedSite {
    /// The language in which an output's page is framed.
    fileprivate func language(of content: OutputContent) -> String {
        let text: PageID? =
            switch content {
            case .page(let id): id
            case .section(let id, _): graph[id].record
            default: nil
            }
        return text.flatMap { graph[$0].language } ?? configuration.language
    }

    /// The template that makes an output, `nil` for one that no template of a page makes.
    package func template(of content: OutputContent) -> String? {
        switch content {
        case .home: return "home.html"
        case .page(let id):
            let page = graph[id]
            let layout = page.source.metadata.layout.map { "layouts/\($0.value).html" }
            return layout ?? (page.isPublication ? "publication.html" : "page.html")
        case .section(let id, _):
            let name = Self.name(of: graph[id])
            return templates.sections[name] == nil ? "section.html" : "sections/\(name).html"
        case .topicIndex: return "topics.html"
        case .topic: return "topic.html"
        case .peopleIndex: return "people.html"
        case .person: return "person.html"
        case .acknowledgements: return "acknowledgements.html"
        case .archive, .archiveYear: return "archive.html"
        case .workIndex: return "works.html"
        case .work: return "work.html"
        case .search: return "search.html"
        case .notFound: return "404.html"
        case .redirect: return "redirect.html"
        case .socialCard, .acknowledgementsJSON, .openSearch, .atomFeed, .atomArchive, .jsonFeed,
            .sitemap, .sitemapPart, .robots, .noJekyll, .redirectRules, .headerRules,
            .bibliographyBibTeX, .bibliographyJSON, .citationFile, .asset, .imageCopy, .themeAsset:
            return nil
        }
    }
}
