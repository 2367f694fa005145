import SiteTesting
import Testing

/// An address is kept by a redirect of `site.yaml`, too.
extension LedgerTests {
    private static let old =
        post("content/blog/a.md", body: "## One\n\nText.") + post("content/blog/b.md")
        + "-- content/files/a.pdf --\n%PDF\n"
    private static let new =
        post("content/posts/a.md", body: "## One\n\nText.") + post("content/posts/c.md")

    private static func report(_ redirects: String, _ new: String = new) async throws -> [String] {
        let old = try await addresses(SiteFixture(old))
        let yaml = "-- site.yaml --\n" + SiteFixture.yaml() + "redirects: {\(redirects)}\n"
        return try await report(SiteFixture(yaml + new), against: old)
    }

    @Test func redirectsKeepAddresses() async throws {
        let rest = "/blog/: /posts/, /files/a.pdf: /posts/a/"
        #expect(try await Self.report("\(rest), /blog/a/: /posts/a/, /blog/b/: /posts/c/") == [])
        #expect(try await Self.report("\(rest), /blog/*: /archive/") == [])
        #expect(try await Self.report("\(rest), /blog/*: 'https://example.com/:splat'") == [])
        #expect(try await Self.report("/files/*: /archive/, /blog/*: /archive/") == [])
    }

    @Test func aWildcardKeepsWhatStandsWhereItLeads() async throws {
        #expect(
            try await Self.report("/files/*: /archive/, /blog/*: '/posts/:splat'") == [
                "site.yaml:1:1: error: ‘/blog/b/’ was published, and a redirect leads from there to "
                    + "‘/posts/b/’, where nothing stands. Write one for this address alone. "
                    + "[ledger.vanished-url]"
            ])
    }

    /// Of a page that took the place of another, the places are asked for; where an author names a place, or
    /// leads many pages to one, nobody can.
    @Test func placesAreKeptWhereAPageLeadsToAPage() async throws {
        let other = Self.new.replacing("## One", with: "## Two")
        let lost = try await Self.report(
            "/files/*: /archive/, /blog/b/: /posts/c/, /blog/*: '/posts/:splat'", other)
        #expect(lost.count == 1)
        #expect(
            lost.first?.contains("‘/blog/a/#one’ was published, and the page has no such") == true)
        let rest = "/files/*: /archive/, /blog/b/: /posts/c/, /blog/: /posts/"
        #expect(try await Self.report("\(rest), /blog/a/: /posts/a/", other).count == 1)
        #expect(try await Self.report("\(rest), /blog/a/: '/posts/a/#two'", other) == [])
        #expect(try await Self.report("\(rest), /blog/*: /posts/a/", other) == [])
    }

    // MARK: - Feeds

    private static func report(
        topic: String, _ redirects: String = "", besides: String = ""
    ) async throws -> [String] {
        let old = try await addresses(
            SiteFixture(
                post("content/posts/a.md", "topics: [walls]") + post("content/posts/b.md", besides))
        )
        let yaml = "-- site.yaml --\n" + SiteFixture.yaml() + redirects
        return try await report(
            SiteFixture(
                yaml + "\n" + post("content/posts/a.md", "topics: [\(topic)]")
                    + post("content/posts/b.md", besides)),
            against: old)
    }

    @Test("A topic that is gone is settled with its feed, by one line")
    func oneLineSettlesATopicAndItsFeed() async throws {
        let found = try await Self.report(topic: "", besides: "topics: [doors]")
        #expect(found.count == 1)
        #expect(
            found.first?.contains("write ‘redirects: {/topics/walls/*: /topics/}’ in site") == true)
        #expect(
            try await Self.report(
                topic: "", "redirects: {/topics/walls/*: /topics/}", besides: "topics: [doors]")
                == [])
    }

    @Test(
        "Where a redirect settles a topic alone, the feed is told with the line that settles both")
    func aRedirectOfThePageIsNoneOfItsFeed() async throws {
        #expect(
            try await Self.report(topic: "doors", "redirects: {/topics/walls/: /topics/doors/}")
                == [
                    "site.yaml:4:13: error: The feed ‘/topics/walls/feed.xml’ was published, and nothing stands there "
                        + "now. In site.yaml, write ‘/topics/walls/*: /topics/doors/:splat’ in place of "
                        + "‘/topics/walls/: /topics/doors/’: it leads the page on, too. [ledger.vanished-url]"
                ])
        #expect(
            try await Self.report(
                topic: "doors", "redirects: {/topics/walls/*: '/topics/doors/:splat'}") == [])
        let archive = try await Self.report(
            topic: "doors", "redirects: {/topics/walls/: /archive/}")
        #expect(archive.count == 1)
        #expect(archive.first?.contains("write ‘/topics/walls/*: /archive/’ in place of") == true)
    }

    @Test("No page is told to have taken the place of two")
    func noSuccessorOfTwo() async throws {
        let old = try await Self.addresses(
            SiteFixture(post("content/wall-report.md") + post("content/wall-report-2024.md")))
        let found = try await Self.report(
            SiteFixture(post("content/wall-report-of-2024.md")), against: old)
        #expect(found.count == 2)
        #expect(
            found.filter { $0.contains("It may be ‘/wall-report-of-2024/’") }.map {
                $0.contains("‘/wall-report-2024/’ was published")
            } == [true])
    }
}
