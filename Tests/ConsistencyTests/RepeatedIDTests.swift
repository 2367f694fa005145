import Build
import Consistency
import SiteTesting
import Testing

/// Links to an id that a page has twice lead to the first.
@Suite struct RepeatedIDTests {
    private static func check(_ text: String) async throws -> String {
        let site = SiteFixture(
            settings: "raw_html: allow", post("content/posts/a.md", title: "A", body: text))
        let built = try await site.build()
        let rendered = try #require(built.rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        return site.report(of: found)
    }

    @Test func aHeadingMayHaveTheIDOfASectionOfTheTheme() async throws {
        #expect(
            try await Self.check("Text.\n\n## Cite this\n\nText.")
                == "content/posts/a.md:9:1: error: ‘posts/a/index.html’ has two elements with the id "
                + "‘cite-this’, and links lead to the first: give the heading another, ‘{#name}’ "
                + "at its end. [consistency.repeated-id]\n")
        #expect(try await Self.check("## Cite this {#citing}\n\nText.") == "")
    }

    @Test func rawHTMLMayHaveOneTwice() async throws {
        #expect(
            try await Self.check("<svg><g id=\"x\"/><g id=\"&#120;\"/></svg>")
                == "content/posts/a.md:1:1: error: ‘posts/a/index.html’ has two elements with the id "
                + "‘x’, and links lead to the first: change it in the text or in the template. "
                + "[consistency.repeated-id]\n")
        #expect(try await Self.check("<a id=\"x\" name=\"x\"></a>") == "")
    }

    /// A section cannot be led on whose id the theme has on that page.
    @Test func aMovedPlaceMayHaveTheIDOfTheTheme() async throws {
        let site = SiteFixture(
            settings: "redirects: {/posts/a/#cite-this: /about/}",
            post("content/posts/a.md", title: "A", body: "Text.")
                + "-- content/about.md --\n---\ntitle: About\n---\n\nText.\n")
        let rendered = try #require(try await site.build().rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        let report = site.report(of: found)
        #expect(report.hasPrefix("site.yaml:"))
        #expect(
            report.contains(
                "delete ‘/posts/a/#cite-this’ from ‘redirects’. [consistency.repeated-id]"))
    }
}
