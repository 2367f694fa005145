import SiteTesting
import Testing

/// What of a heading other places show.
@Suite struct HeadingTests {
    private static func page(_ text: String) async throws -> String {
        try await SiteFixture(
            """
            \(post("content/posts/a.md", body: text))
            -- content/references.bib --
            @book{lee, title = {Growth}, author = {Lee, Ada}, year = 2020}
            """
        ).output("posts/a/index.html")
    }

    /// Its address stays what it was, and the heading itself cites.
    @Test func contentsShowNoSourceOfACitation() async throws {
        let page = try await Self.page(
            "## *As* shown [see @lee, p. 4] & now [@lee]\n\nA.\n\n## B [at] c@d.org\n\nA.")
        #expect(
            page.contains(
                "<a href=\"#as-shown-see-lee-p-4--now-lee\"><em>As</em> shown &amp; now</a>"))
        #expect(page.contains("<h2 id=\"as-shown-see-lee-p-4--now-lee\"><em>As</em> shown <span"))
        #expect(page.contains("\"name\":\"As shown \\u0026 now\""))
        #expect(page.contains("B [at] c@d.org</a></li>"))
        #expect(!page.contains("@lee"))
    }

    @Test func aHeadingOfACitationAloneKeepsIt() async throws {
        let page = try await Self.page("## [@lee]\n\nA.\n\n## B\n\nA.")
        #expect(page.contains("\"name\":\"[@lee]\""))
    }
}
