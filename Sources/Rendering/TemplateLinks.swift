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
        let found = addresses(of: site)
        guard !found.isEmpty else { return [] }
        let addresses = AddressFinder(site.site)
        var diagnostics: [Diagnostic] = []
        for address in found where address.isCertain {
            guard diagnostics.count < most,
                case .mistake(let mistake) = addresses.target(of: address.value, on: nil)
            else { continue }
            var diagnostic =
                asset(mistake, address, in: site)
                ?? addresses.diagnostic(
                    for: mistake, address.value, at: address.span,
                    suggests: diagnostics.count < suggestions)
            if address.isConditional { diagnostic.severity = .warning }
            diagnostics.append(diagnostic)
        }
        return diagnostics
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
            addresses(of: site).map { ($0.value, Place(span: $0.span, isFollowed: $0.isCertain)) }
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

    /// Each place once, by file and place: the same layout is part of every template.
    static func addresses(of site: RenderedSite) -> [TemplateAddress] {
        let all = site.templates.addresses
        guard !all.isEmpty else { return [] }
        let used = Set(site.outputs.compactMap { site.template(of: $0.content) })
        var byPlace: [SourceSpan: TemplateAddress] = [:]
        for (name, addresses) in all where used.contains(name) {
            for address in addresses where byPlace[address.span]?.isConditional != false {
                byPlace[address.span] = address
            }
        }
        return byPlace.values.sorted {
            $0.span.path == $1.span.path
                ? $0.span.bytes.lower < $1.span.bytes.lower : $0.span.path < $1.span.path
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
