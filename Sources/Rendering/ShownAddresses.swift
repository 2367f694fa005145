/// Addresses of `site.yaml` and of front matter that pages show, right or wrong.

import Content
package import Diagnostics
package import Site

extension RenderedSite {
    /// An address as pages show it, and where it was written.
    package typealias ShownAddress = (address: String, span: SourceSpan)

    /// On every page.
    package var addressesOfSettings: [ShownAddress] {
        let configuration = graph.configuration
        let links = configuration.navigation + [configuration.learnMore].compactMap(\.self)
        let images = [configuration.organization?.logo, configuration.image?.src]
        return links.map { (configuration.baseURL.href(ofSitePath: $0.url), $0.span) }
            + images.compactMap(\.self).map {
                (
                    configuration.baseURL.href(ofSitePath: $0.value),
                    SourceSpan(SiteSettings.path, $0.bytes)
                )
            }
    }

    /// On the page itself.
    package func addressesOfFrontMatter(of id: PageID) -> [ShownAddress] {
        let page = graph[id]
        let metadata = page.source.metadata
        var shown: [ShownAddress] = metadata.revisions.compactMap(\.section).map {
            ("#" + $0.value, SourceSpan(page.path, $0.bytes))
        }
        if let pdf = metadata.pdf, let url = pdfURL(of: page) {
            shown.append((url, SourceSpan(page.path, pdf.bytes)))
        }
        return shown
    }
}
