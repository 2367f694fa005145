import SiteTesting
import Testing

/// Where the authors of a publication work.
@Suite struct AffiliationTests {
    private static func page(_ authors: String) async throws -> String {
        try await SiteFixture(
            settings:
                #"organization: {name: The Center, short_name: TC, ror: "https://ror.org/00f54p054"}"#,
            """
            -- content/posts/a.md --
            ---
            title: A
            date: 2025-01-31
            authors:
            \(authors)
            ---

            Text.
            -- content/people/bo.md --
            ---
            title: Bo Li
            affiliation: [Another <University>, The Center]
            ---
            """
        ).output("posts/a/index.html")
    }

    @Test func eachPlaceIsNamedWithThoseWhoWorkThere() async throws {
        let page = try await Self.page(
            """
              - {name: Ada Example, affiliation: The Center}
              - Bo Li
            """)
        #expect(
            page.contains(
                """
                <ul class="affiliations">
                <li>The Center</li>
                <li>Another &lt;University&gt; (Bo Li)</li>
                </ul>
                """), "\(page)")
        let tag = "<meta name=\"citation_author_institution\" content=\""
        #expect(page.ranges(of: tag).count == 3)
        #expect(
            page.contains(
                #""affiliation":[{"@type":"Organization","name":"Another \u003cUniversity\u003e"},{"@type":"Organization","@id":"https://ror.org/00f54p054","name":"The Center"}]"#
            ), "\(page)")
    }

    @Test func whatGoesWithoutSayingIsNotSaid() async throws {
        let page = try await Self.page(
            """
              - {name: Ada Example, affiliation: The Center}
              - {name: Chi Mensah, affiliation: TC}
              - Dora Falk
            """)
        #expect(!page.contains("class=\"affiliations\""))
        #expect(page.contains(#""affiliation":{"@type":"Organization","@id""#))
    }

    @Test func aPersonWorksWhereTheRecordSays() async throws {
        let page = try await SiteFixture(
            """
            \(post("content/posts/a.md"))
            -- content/people/ada-example.md --
            ---
            title: Ada Example
            role: Fellow
            affiliation: [The Center, The Other Center]
            ---
            """
        ).output("people/ada-example/index.html")
        #expect(page.contains("The Center, The Other Center"))
    }
}
