import SiteTesting
import Testing

/// Files that hosts and programs ask for by their names.
@Suite struct HostFileTests {
    @Test("An alias is the old address of a page, not of a feed")
    func aliasesOfFeeds() async throws {
        let report = try await SiteFixture(
            post(
                "content/posts/a.md",
                "aliases: [/old/, /index.xml, /feeds/ALL.JSON, /old.xml/, /a.html]")
        ).diagnose()
        #expect(
            report
                == """
                content/posts/a.md:5:18: error: ‘/index.xml’ is no address of a page, and an alias is one. To have the site’s feed there, write ‘/index.xml: /feed.xml’ under ‘redirects’ in site.yaml; to keep another file, put it at ‘content/index.xml’. [alias.of-feed]
                content/posts/a.md:5:30: error: ‘/feeds/ALL.JSON’ is no address of a page, and an alias is one. To have the site’s feed there, write ‘/feeds/ALL.JSON: /feed.json’ under ‘redirects’ in site.yaml; to keep another file, put it at ‘content/feeds/ALL.JSON’. [alias.of-feed]

                """)
    }
}
