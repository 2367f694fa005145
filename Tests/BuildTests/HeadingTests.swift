import SiteTesting
import Testing

/// What of a heading other places show.
@Suite struct HeadingTests {
    private static func page(_ text: String, _ setting: String = "") async throws -> String {
        try await SiteFixture(
            """
            \(post("content/posts/a.md", setting, body: text))
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

    /// What the heading says, its name says everywhere; its address stays.
    @Test func aHeadingIsCalledWhatItSays() async throws {
        let page = try await Self.page(
            "> [!THEOREM] {#thm:a}\n> One.\n\n## Proof of [@thm:a]\n\nA.\n\n## *After* @lee & others [@lee]\n\nB.\n\n"
                + "**By @lee.** C.\n\n## On [@sec:x] {#sec:y}\n\nD.\n\n## Of [@sec:y] {#sec:x}\n\nSee [@sec:x].",
            "run_in_heads: true")
        let theorem = "Theorem\u{A0}1"
        expect(
            page,
            holds: [
                "<a href=\"#proof-of-thma\">Proof of \(theorem)</a>",
                "<h2 id=\"proof-of-thma\">Proof of <a",
                "aria-label=\"Permalink: Proof of \(theorem)\"",
                "\"name\":\"Proof of \(theorem)\"",
                "<a href=\"#after-lee--others-lee\"><em>After</em> Lee (2020) &amp; others</a>",
                "aria-label=\"Permalink: After Lee (2020) &amp; others\"",
                "\"name\":\"After Lee (2020) \\u0026 others\"", "\"name\":\"By Lee (2020)\"",
                "\"name\":\"On Of\"", "<a href=\"#sec:x\">Of On</a>",
            ])
        #expect(!page.contains("\0"))
        #expect(!page.contains("@lee<") && !page.contains("of</a>"))
    }

    @Test func anAliasNamesItsPlacesAsTheyAre() async throws {
        let site = SiteFixture(
            post("content/posts/a.md", "aliases: [/old/]", body: "## After @lee\n\nA.")
                + "-- content/references.bib --\n@book{lee, title = {Growth}, author = {Lee, Ada}, year = 2020}\n"
        )
        #expect(try await site.output("old/index.html").contains(">After Lee (2020)<"))
    }
}
