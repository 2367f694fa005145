import SiteTesting
import Testing

/// Publications that the home page shows first.
@Suite struct FeaturedTests {
    private static func site(_ featured: String) -> SiteFixture {
        SiteFixture(
            """
            -- content/index.md --
            ---
            title: Home
            featured: [\(featured)]
            ---
            \(post("content/posts/a.md"))
            \(post("content/posts/b.md"))
            -- content/about.md --
            ---
            title: About
            ---
            -- content/posts/c.md --
            ---
            title: C
            date: 2025-01-01
            authors: [Ada Example]
            draft: true
            ---
            """)
    }

    @Test func theHomePageShowsThemFirstAndOnce() async throws {
        let home = try await Self.site("posts/a.md").output("index.html")
        let featured = try #require(home.firstRange(of: "<h2 id=\"featured\""))
        let first = try #require(home.firstRange(of: "<h3><a href=\"/posts/a/\""))
        let latest = try #require(home.firstRange(of: "<h2 id=\"latest\""))
        let other = try #require(home.firstRange(of: "<h3><a href=\"/posts/b/\""))
        #expect(featured.lowerBound < first.lowerBound && first.lowerBound < latest.lowerBound)
        #expect(latest.lowerBound < other.lowerBound)
        #expect(home.ranges(of: "href=\"/posts/a/\"").count == 1)
        #expect(try await !Self.site("").output("index.html").contains("featured"))
    }

    @Test func whatIsNoPublicationIsAnError() async throws {
        let report = try await Self.site("posts/aa.md, about.md, posts/c.md").diagnose()
        expect(
            report,
            holds: [
                "content/index.md:3:12: error: There is no page ‘content/posts/aa.md’.",
                "content/index.md:3:25: error: ‘featured’ names the files of publications, and ‘about.md’ is none.",
                "content/index.md:3:35: error: ‘content/posts/c.md’ is a draft",
            ])
    }
}
