import Output
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

    private static func errors(_ redirects: String, _ new: String = new) async throws -> [String] {
        try await report(redirects, new).filter { !$0.hasSuffix("[ledger.wildcard]") }
    }

    @Test func redirectsKeepAddresses() async throws {
        let rest = "/blog/: /posts/, /files/a.pdf: /posts/a/"
        #expect(try await Self.report("\(rest), /blog/a/: /posts/a/, /blog/b/: /posts/c/") == [])
        #expect(try await Self.errors("\(rest), /blog/*: /archive/") == [])
        #expect(try await Self.errors("\(rest), /blog/*: 'https://example.com/:splat'") == [])
        #expect(try await Self.errors("/files/*: /archive/, /blog/*: /archive/") == [])
    }

    @Test func aWildcardKeepsWhatStandsWhereItLeads() async throws {
        #expect(
            try await Self.errors("/files/*: /archive/, /blog/*: '/posts/:splat'") == [
                "site.yaml:1:1: error: ‘/blog/b/’ was published, and a redirect leads from there to "
                    + "‘/posts/b/’, where nothing stands. Write one for this address alone. "
                    + "[ledger.vanished-url]"
            ])
    }

    /// Of a page that took the place of another, the places are asked for; where an author names a place, or
    /// leads many pages to one, nobody can.
    @Test func placesAreKeptWhereAPageLeadsToAPage() async throws {
        let other = Self.new.replacing("## One", with: "## Two")
        let lost = try await Self.errors(
            "/files/*: /archive/, /blog/b/: /posts/c/, /blog/*: '/posts/:splat'", other)
        #expect(lost.count == 1)
        #expect(
            lost.first?.contains("‘/blog/a/#one’ was published, and the page has no such") == true)
        let rest = "/files/*: /archive/, /blog/b/: /posts/c/, /blog/: /posts/"
        #expect(try await Self.errors("\(rest), /blog/a/: /posts/a/", other).count == 1)
        #expect(try await Self.errors("\(rest), /blog/a/: '/posts/a/#two'", other) == [])
        #expect(try await Self.errors("\(rest), /blog/*: /posts/a/", other) == [])
    }

    @Test(
        "What only a line of _redirects keeps is told, once, with the lines that keep it on every host"
    )
    func aWildcardIsNoPromiseOfEveryHost() async throws {
        let rest = "/files/a.pdf: /posts/a/"
        let report = try await Self.report(
            "\(rest), /blog/b/: /posts/c/, /blog/*: '/posts/:splat'")
        #expect(
            report == [
                "site.yaml:4:59: warning: Only ‘/blog/*’ keeps an address that was published, and only hosts that "
                    + "read ‘_redirects’ know it: on GitHub Pages, in a bucket and on a plain web server, nothing "
                    + "stands there. For these, add to ‘redirects’: ‘/blog/a/: /posts/a/’. "
                    + "[ledger.wildcard]"
            ])
        #expect(
            try await Self.report(
                "\(rest), /blog/b/: /posts/c/, /blog/*: '/posts/:splat', /blog/: /posts/, "
                    + "/blog/a/: /posts/a/") == [])
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

    @Test(
        "A topic that is gone is told with its feed, and the lines for both are those of every host"
    )
    func aTopicIsToldWithItsFeed() async throws {
        let found = try await Self.report(topic: "", besides: "topics: [doors]")
        #expect(found.count == 1)
        #expect(
            found.first?.contains(
                "write ‘redirects: {/topics/walls/: /topics/, /topics/walls/feed.xml: /feed.xml}’ in site."
            )
                == true)
        #expect(
            try await Self.report(
                topic: "",
                "redirects: {/topics/walls/: /topics/, /topics/walls/feed.xml: /feed.xml}",
                besides: "topics: [doors]") == [])
        let added = try await Self.report(
            topic: "", "redirects: {/x/: /archive/}", besides: "topics: [doors]")
        #expect(
            added.first?.contains(
                "add ‘/topics/walls/: /topics/’ and ‘/topics/walls/feed.xml: /feed.xml’ to ‘redirects’ in"
            )
                == true)
    }

    @Test("Where a redirect settles a topic alone, the feed is told with the line that keeps it")
    func aRedirectOfThePageIsNoneOfItsFeed() async throws {
        #expect(
            try await Self.report(topic: "doors", "redirects: {/topics/walls/: /topics/doors/}")
                == [
                    "site.yaml:4:13: error: The feed ‘/topics/walls/feed.xml’ was published, and nothing stands there "
                        + "now. To have the feed there as well, add ‘/topics/walls/feed.xml: "
                        + "/topics/doors/feed.xml’ to ‘redirects’ in site.yaml. [ledger.vanished-url]"
                ])
        #expect(
            try await Self.report(
                topic: "doors",
                "redirects: {/topics/walls/: /topics/doors/, /topics/walls/feed.xml: "
                    + "/topics/doors/feed.xml}") == [])
        let archive = try await Self.report(
            topic: "doors", "redirects: {/topics/walls/: /archive/}")
        #expect(archive.count == 1)
        #expect(archive.first?.contains("add ‘/topics/walls/feed.xml: /feed.xml’ to") == true)
    }

    @Test("The feeds of other generators become the feed of the site")
    func feedsOfOtherGenerators() async throws {
        let old = PublishedAddresses(anchors: [
            "index.xml": [], "posts/index.xml": [], "tags/walls/index.xml": [],
            "tags/walls/index.html": [], "data.xml": [],
        ])
        let pages =
            post("content/posts/a.md", "topics: [walls]")
            + "-- content/topics/walls.md --\n---\ntitle: walls\naliases: [/tags/walls/]\n---\n"
        let found = try await Self.report(SiteFixture(pages), against: old)
        #expect(found.count == 4)
        for line in [
            "/index.xml: /feed.xml", "/posts/index.xml: /feed.xml",
            "/tags/walls/index.xml: /topics/walls/feed.xml",
        ] {
            #expect(found.contains { $0.contains("write ‘redirects: {\(line)}’ in site.yaml") })
        }
        #expect(found.contains { $0.contains("Keep a copy at ‘content/data.xml’") })
    }

    @Test("A feed that is led on to a page is not kept: its readers cannot read one")
    func aFeedThatLeadsToAPage() async throws {
        let old = PublishedAddresses(anchors: ["blog/index.xml": [], "blog/index.html": []])
        func report(_ redirects: String) async throws -> [String] {
            let yaml = "-- site.yaml --\n" + SiteFixture.yaml() + "redirects: {\(redirects)}\n"
            return try await Self.report(
                SiteFixture(yaml + post("content/posts/a.md")), against: old)
        }
        let lost =
            "site.yaml:1:1: error: The feed ‘/blog/index.xml’ was published, and readers of it are led to a page now, "
            + "which their programs cannot read. To have the feed there as well, write ‘/blog/index.xml: /feed.xml’ "
            + "under ‘redirects’ in site.yaml. [ledger.vanished-url]"
        #expect(try await report("/blog/: /posts/, /blog/index.xml: /posts/") == [lost])
        #expect(
            try await report("/blog/: /posts/, /blog/index.xml: 'https://example.org/posts/'")
                == [lost])
        let wildcard = try await report("/blog/*: /archive/")
        #expect(wildcard.filter { $0.contains("error") } == [lost])
        #expect(!wildcard.contains { $0.contains("[ledger.wildcard]") && $0.contains("index.xml") })
        for kept in [
            "/feed.xml", "'https://feeds.example.com/all'", "'https://feeds.example.com/index.xml'",
        ] {
            #expect(try await report("/blog/: /posts/, /blog/index.xml: \(kept)") == [], "\(kept)")
        }
    }

    @Test("A feed may take the place of a page that led on from its address")
    func aFeedInPlaceOfAPage() async throws {
        func site(_ target: String) -> SiteFixture {
            SiteFixture(
                settings: "redirects: {/index.xml: \(target)}", post("content/posts/a.md"))
        }
        let old = try await Self.addresses(site("/posts/"))
        #expect(old.anchors["index.xml/index.html"] != nil)
        #expect(try await Self.report(site("/feed.xml"), against: old) == [])
    }

    // MARK: - Advice to be pasted

    @Test("Where a page has aliases, the old address is to be added to them")
    func anAliasIsAddedToOthers() async throws {
        let found = try await Self.report(
            SiteFixture(post("content/posts/on-naming.md", "aliases: [/first/]")),
            against: PublishedAddresses(anchors: ["posts/naming old/index.html": ["one"]]))
        #expect(
            found == [
                "content/posts/on-naming.md:2:8: error: ‘/posts/naming old/’ was published, and nothing stands there "
                    + "now. It may be ‘/posts/on-naming/’: if so, add ‘/posts/naming%20old/’ to ‘aliases’ in "
                    + "‘content/posts/on-naming.md’. Then check again: the places that it lacks, such as ‘#one’, are "
                    + "told then. [ledger.vanished-url]"
            ])
    }

    @Test("An old file is told in the form in which a redirect has it")
    func anOldFileWithASpace() async throws {
        let found = try await Self.report(
            SiteFixture(post("content/posts/a.md")),
            against: PublishedAddresses(anchors: ["Files Alt/Bericht Ä.pdf": []]))
        #expect(
            found.first?.contains(
                "under ‘redirects’ in site.yaml, as ‘/Files%20Alt/Bericht%20%C3%84.pdf’. [") == true
        )
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
