import SiteTesting
import Testing

/// Files that hosts and programs ask for by their names.
@Suite struct HostFileTests {
    @Test("Crawlers look for robots.txt at the root of a host, and nowhere else")
    func robots() async throws {
        let post = post("content/posts/a.md")
        let root = try await SiteFixture(post).render()
        #expect(root.text("robots.txt").contains("Sitemap: https://example.org/sitemap.xml"))
        let below = try await SiteFixture(base: "https://example.org/center/", post).render()
        #expect(below["robots.txt"] == nil)
        #expect(below["sitemap.xml"] != nil)
        let own = try await SiteFixture(
            base: "https://example.org/center/", post + "-- content/robots.txt --\nx\n"
        ).render()
        #expect(own["robots.txt"] != nil)
    }

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
