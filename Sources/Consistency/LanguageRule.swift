/// The languages of a page, as its head tells search engines of them.

import Content
import Diagnostics
import Rendering
import Site

/// Each version names all of them and itself, or search engines believe none.
struct LanguageRule: Sendable {
    private let expected: [String]
    private let output: String
    private let span: SourceSpan

    /// - Returns: `nil` for a page in one language.
    init?(of id: PageID, in site: RenderedSite) {
        expected = Self.list(site.alternates(of: id).map { ($0.language, $0.url) })
        guard !expected.isEmpty else { return nil }
        let page = site.site.graph[id]
        output = page.permalink.path
        let metadata = page.source.metadata
        span = SourceSpan(page.path, metadata.translationOf?.bytes ?? metadata.title.bytes)
    }

    func differences(_ page: EmittedPage) -> [Difference] {
        // A feed has a language, too, and is no version of the page.
        let found = page.headLinks.filter { $0.type == nil || $0.type == "text/html" }
            .compactMap { link in link.language.map { ($0, link.address) } }
        var comparison = Comparison(of: output, span)
        comparison.compare(
            .language, in: "the head", Self.list(found), with: expected)
        return comparison.differences
    }

    private static func list(_ links: [(language: String, address: String)]) -> [String] {
        links.map { "\($0.language) \($0.address)" }.sorted()
    }
}
