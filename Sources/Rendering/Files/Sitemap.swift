/// `sitemap.xml` (sitemaps.org): canonical addresses, with a `lastmod` only where it is true.

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func renderSitemap(into output: inout OutputBuffer) {
        let parts = graph.sitemap.pages
        guard parts > 1 else {
            write(urls: graph.sitemapPages[...], withLists: true, to: &output)
            return
        }
        output.append(Self.declaration)
        output.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for part in 1...parts {
            output.append("<sitemap><loc>")
            output.append(
                absolute(href(ofOutput: "sitemap-\(part).xml")), escapedFor: .xmlText)
            output.append("</loc></sitemap>\n")
        }
        output.append("</sitemapindex>\n")
    }

    func renderSitemapPart(_ part: Int, into output: inout OutputBuffer) {
        write(
            urls: graph.sitemapPages[graph.sitemap.range(ofPage: part)], withLists: false,
            to: &output)
    }

    private static let declaration: StaticString =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

    private func write(
        urls: ArraySlice<PageID>, withLists: Bool, to output: inout OutputBuffer
    ) {
        output.append(Self.declaration)
        output.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
        if graph.hasTranslations {
            output.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
        }
        output.append(">\n")
        if withLists {
            write(url: href(Permalink([])), of: graph.home, changed: nil, to: &output)
            for section in graph.sections {
                write(url: href(section.permalink), of: section.record, changed: nil, to: &output)
            }
            for topic in graph.topics { write(url: topic.href, changed: nil, to: &output) }
            for person in graph.people { write(url: person.href, changed: nil, to: &output) }
        }
        for id in urls {
            write(url: graph[id].href, of: id, changed: graph[id].lastChange, to: &output)
        }
        output.append("</urlset>\n")
    }

    private func write(
        url: String, of text: PageID? = nil, changed: Moment?, to output: inout OutputBuffer
    ) {
        output.append("<url><loc>")
        output.append(absolute(url), escapedFor: .xmlText)
        output.append("</loc>")
        if let changed {
            output.append("<lastmod>")
            changed.withISODate { output.append(contentsOf: $0) }
            output.append("</lastmod>")
        }
        for alternate in text.map({ alternates(of: $0) }) ?? [] {
            output.append("<xhtml:link rel=\"alternate\" hreflang=\"")
            output.append(alternate.language, escapedFor: .attribute)
            output.append("\" href=\"")
            output.append(url: alternate.url)
            output.append("\"/>")
        }
        output.append("</url>\n")
    }
}
