import SiteTesting
import Testing

/// Links whose address is a work: the words are the author's, whatever is among them.
@Suite struct CitationLinkTests {
    private static let site = SiteFixture(
        """
        -- content/references.bib --
        @article{a1, title={A}, author={Li, Bo}, year=2020, journal={J}}
        -- content/posts/x.png --
        x

        """ + post("content/posts/a.md", body: "[![A wall](x.png) in *it*](<@a1>) and $x$."))

    @Test("An image among them keeps its address, in feeds too")
    func imageKeepsItsAddress() async throws {
        let page = try await Self.site.output("posts/a/index.html")
        #expect(
            page.contains("<a href=\"#ref-a1\" role=\"doc-biblioref\"><img src=\"/posts/x.png\""))
        #expect(page.contains(" in <em>it</em></a>"))
        let feed = try await Self.site.output("feed.xml")
        #expect(feed.contains("<img src=\"https://example.org/posts/x.png\""))
        #expect(!feed.contains("src=\"\""))
    }
}
