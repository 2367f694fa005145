/// `opensearch.xml` (OpenSearch 1.1): lets a browser search the site from its address bar.

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func renderOpenSearch(into output: inout OutputBuffer) {
        output.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        output.append(
            "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
        // The specification allows sixteen characters.
        let name = configuration.organization?.shortName ?? configuration.title
        output.append(String(name.prefix(16)), escapedFor: .xmlText)
        output.append("</ShortName>\n<Description>")
        output.append(
            "\(wording.words.search): \(configuration.title)", escapedFor: .xmlText)
        output.append("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n")
        output.append("<Url type=\"text/html\" template=\"")
        output.append(absolute(href(OutputPlan.searchPermalink)), escapedFor: .attribute)
        output.append("?q={searchTerms}\"/>\n</OpenSearchDescription>\n")
    }
}
