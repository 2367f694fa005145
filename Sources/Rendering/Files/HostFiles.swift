/// Files that static hosts and robots read.

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    /// The Content Security Policy of a preview of the site: what readers will not see is not seen in it.
    package var policyOfPreview: String { ContentPolicy(of: self).textOfPreview }

    func renderRobots(into output: inout OutputBuffer) {
        output.append("User-agent: *\nAllow: /\n\nSitemap: ")
        output.append(unescaped: absolute(href(ofOutput: "sitemap.xml")))
        output.append("\n")
    }

    /// `_redirects`, as Netlify and Cloudflare Pages read it.
    ///
    /// Other hosts serve the redirect pages.
    func renderRedirectRules(into output: inout OutputBuffer) {
        let base = configuration.baseURL
        func append(_ from: String, _ target: String) {
            let from = (base.path + from.drop { $0 == "/" }).percentEncodedURL
            output.append(unescaped: "\(from) \(target) 301\n")
        }
        for redirect in graph.redirects { append(redirect.from, address(ledToBy: redirect)) }
        // Hosts take the first line that matches.
        for redirect in site.redirects.wildcards {
            append(
                redirect.source.value.percentEncodedPath + "*",
                base.href(ofSitePath: redirect.target.value).percentEncodedURL)
        }
    }

    /// `_headers`, as Netlify and Cloudflare Pages read it: what browsers may do with the pages, and
    /// fingerprinted assets kept for a year.
    func renderHeaderRules(into output: inout OutputBuffer) {
        let path = configuration.baseURL.path
        output.append(
            unescaped: """
                \(path)*
                  Content-Security-Policy: \(ContentPolicy(of: self).text)
                  Cross-Origin-Opener-Policy: same-origin
                  Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()
                  Referrer-Policy: strict-origin-when-cross-origin
                  X-Content-Type-Options: nosniff
                """)
        if graph.includesDrafts { output.append("\n  X-Robots-Tag: noindex") }
        output.append(
            unescaped: """

                \(path)assets/*
                  Cache-Control: public, max-age=31536000, immutable

                """)
    }
}
