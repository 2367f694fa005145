/// The addresses of other sites that a site's pages lead to.

import Bibliography
import Content
import Diagnostics
import Markup
package import Site

/// An address, without its fragment, and the places that name it.
package struct ExternalLink: Sendable {
    package let url: String
    /// At least one, in the order of the sources.
    let places: [SourceSpan]
}

extension ExternalLink {
    /// Every address that published pages, their front matter, site.yaml and the cited works name,
    /// sorted.
    package static func all(of site: ResolvedSite) -> [ExternalLink] {
        var collector = Collector()
        for (index, page) in site.graph.pages.enumerated() {
            let destinations = site[PageID(index)].destinations
            for (reference, destination) in zip(page.source.document.references, destinations) {
                guard case .external(let url) = destination else { continue }
                collector.add(url, SourceSpan(page.path, reference.bytes))
            }
            if let pdf = page.source.metadata.pdf {
                collector.add(pdf.value, SourceSpan(page.path, pdf.bytes))
            }
            for author in page.source.metadata.authors {
                collector.add(author.url, SourceSpan(page.path, author.name.bytes))
            }
            if let url = page.source.metadata.person?.url {
                collector.add(url, SourceSpan(page.path, page.source.metadata.title.bytes))
            }
        }
        let configuration = site.graph.configuration
        for link in configuration.navigation + [configuration.learnMore].compactMap(\.self) {
            collector.add(link.url, link.span)
        }
        for target in (configuration.redirects + configuration.movedPlaces).map(\.target)
        where !target.value.contains(SiteRedirect.splat) {
            collector.add(target.value, SourceSpan(SiteSettings.path, target.bytes))
        }
        for cited in site.citedWorks {
            collector.add(cited.work.url, cited.work.span)
            collector.add(cited.work.doi.map { DOI.url($0) }, cited.work.span)
            collector.add(cited.work.pdf?.url, cited.work.span)
        }
        return collector.links
    }

    private struct Collector {
        private var places: [String: [SourceSpan]] = [:]

        mutating func add(_ url: String?, _ place: SourceSpan) {
            guard let url, WebAddress.kind(of: url) == .web else { return }
            let address = String(url.prefix { $0 != "#" }).percentEncodedURL
            if places[address]?.last != place { places[address, default: []].append(place) }
        }

        var links: [ExternalLink] {
            places.sorted { $0.key.precedes($1.key) }
                .map { ExternalLink(url: $0.key, places: $0.value) }
        }
    }
}
