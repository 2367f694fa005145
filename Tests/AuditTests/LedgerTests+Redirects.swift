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
}
