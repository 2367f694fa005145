import Audit
import Build
import Diagnostics
import Files
import Output
import Rendering
import Site
import SiteTesting
import Testing

/// Nothing that was published vanishes unnoticed, and there is a way to settle each case.
@Suite struct LedgerTests {
    private static let post = SiteTesting.post(
        "content/posts/naming.md", title: "Naming",
        body: "## Why a name\n\nA.\n\n## What it covers\n\nB.")

    private static func thanking(_ people: String) -> String {
        SiteTesting.post(
            "content/posts/a.md", "acknowledgements: [{people: [\(people)], for: comments}]")
    }

    /// A change to a published site, what must be said of it, and what settles it.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let before: String
        let after: String
        let report: [String]
        let settled: String
    }

    static let changes = [
        Change(
            testDescription: "a renamed post", before: post,
            after: SiteTesting.post(
                "content/posts/on-naming.md", title: "Naming",
                body: "## Why a name\n\nA.\n\n## What it covers\n\nB."),
            report: [
                "content/posts/on-naming.md:2:8: error: ‘/posts/naming/’ was published, and nothing stands there now. It may be ‘/posts/on-naming/’: if so, write ‘aliases: [/posts/naming/]’ in ‘content/posts/on-naming.md’. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post(
                "content/posts/on-naming.md", title: "Naming",
                "aliases: [/posts/naming/]\ncitation_key: example2025-naming",
                body: "## Why a name\n\nA.\n\n## What it covers\n\nB.")),
        Change(
            testDescription: "a post with another name and other heads", before: post,
            after: SiteTesting.post(
                "content/posts/foundation.md", body: "## Quite another"),
            report: [
                "content/posts/foundation.md:2:8: error: ‘/posts/naming/’ was published, and nothing stands there now. It may be ‘/posts/foundation/’: if so, write ‘aliases: [/posts/naming/]’ in ‘content/posts/foundation.md’. Then check again: the places that it lacks, such as ‘#what-it-covers’, are told then. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post(
                "content/posts/foundation.md",
                "aliases: [/posts/naming/]\ncitation_key: example2025-naming",
                body: "## Other {#other .was-why-a-name .was-what-it-covers}")),
        Change(
            testDescription: "a post with a number instead of its word, among others",
            before: SiteTesting.post("content/posts/part-two.md"),
            after: ["part-1", "part-2", "part-3"].map { SiteTesting.post("content/posts/\($0).md") }
                .joined(),
            report: [
                "content/posts/part-2.md:2:8: error: ‘/posts/part-two/’ was published, and nothing stands there now. It may be ‘/posts/part-2/’: if so, write ‘aliases: [/posts/part-two/]’ in ‘content/posts/part-2.md’. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post(
                "content/posts/part-2.md",
                "aliases: [/posts/part-two/]\ncitation_key: example2025-part-two")),
        Change(
            testDescription: "a post that is spelled in another way, among others",
            before: SiteTesting.post("content/posts/reflexions.md"),
            after: ["a", "naming", "reflections"].map { SiteTesting.post("content/posts/\($0).md") }
                .joined(),
            report: [
                "content/posts/reflections.md:2:8: error: ‘/posts/reflexions/’ was published, and nothing stands there now. It may be ‘/posts/reflections/’: if so, write ‘aliases: [/posts/reflexions/]’ in ‘content/posts/reflections.md’. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post(
                "content/posts/reflections.md",
                "aliases: [/posts/reflexions/]\ncitation_key: example2025-reflexions")),
        Change(
            testDescription: "a deleted post",
            before: post + SiteTesting.post("content/posts/b.md"),
            after: SiteTesting.post("content/posts/b.md"),
            report: [
                "error: ‘/posts/naming/’ was published, and nothing stands there now. If it has moved, name it under ‘aliases’ of the page that took its place; if it was taken back, keep its page with ‘withdrawn: the reason’. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post(
                "content/posts/naming.md", "withdrawn: It was wrong.\nupdated: 2025-02-01", body: ""
            )
                + SiteTesting.post("content/posts/b.md")),
        Change(
            testDescription: "a post that is a draft again",
            before: post + SiteTesting.post("content/posts/b.md"),
            after: SiteTesting.post("content/posts/naming.md", "draft: true")
                + SiteTesting.post("content/posts/b.md"),
            report: [
                "content/posts/naming.md:1:1: error: ‘/posts/naming/’ was published, and ‘content/posts/naming.md’ is a draft now. To take it back, publish it with ‘withdrawn: the reason’. [ledger.vanished-url]"
            ], settled: post + SiteTesting.post("content/posts/b.md")),
        Change(
            testDescription: "a renamed head", before: post,
            after: post.replacing("## Why a name", with: "## Why it needs a name"),
            report: [
                "content/posts/naming.md:7:1: error: ‘/posts/naming/#why-a-name’ was published, and the page has no such place now. It may be ‘#why-it-needs-a-name’: if so, write ‘{#why-it-needs-a-name .was-why-a-name}’ behind the heading. [ledger.vanished-anchor]"
            ],
            settled: post.replacing(
                "## Why a name",
                with: "## Why it needs a name {#why-it-needs-a-name .was-why-a-name}")),
        Change(
            testDescription: "a moved section",
            before: post + SiteTesting.post("content/posts/b.md", body: "## Other\n\nC."),
            after: SiteTesting.post(
                "content/posts/naming.md", title: "Naming", body: "## Why a name")
                + SiteTesting.post(
                    "content/posts/b.md", body: "## Other\n\nC.\n\n## What it covers\n\nB."),
            report: [
                "content/posts/naming.md:2:8: error: ‘/posts/naming/#what-it-covers’ was published, and the page has no such place now. The section may be in ‘content/posts/b.md’ now: if so, write ‘redirects: {/posts/naming/#what-it-covers: /posts/b/#what-it-covers}’ in site.yaml. [ledger.vanished-anchor]"
            ],
            settled: "-- site.yaml --\n"
                + SiteFixture.yaml(
                    settings: "redirects: {/posts/naming/#what-it-covers: /posts/b/#what-it-covers}"
                )
                + SiteTesting.post(
                    "content/posts/naming.md", title: "Naming", body: "## Why a name")
                + SiteTesting.post(
                    "content/posts/b.md", body: "## Other\n\nC.\n\n## What it covers\n\nB.")),
        Change(
            testDescription: "a renamed topic",
            before: SiteTesting.post("content/posts/a.md", "topics: [foundation models]"),
            after: SiteTesting.post("content/posts/a.md", "topics: [large models]"),
            report: [
                "error: ‘/topics/foundation-models/’ was published, and nothing stands there now. It may be ‘/topics/large-models/’: if so, make ‘content/topics/large-models.md’ with ‘title: large models’ and ‘aliases: [/topics/foundation-models/]’. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post("content/posts/a.md", "topics: [large models]")
                + "-- content/topics/large-models.md --\n---\ntitle: large models\n"
                + "aliases: [/topics/foundation-models/]\n---\n"),
        Change(
            testDescription: "a person whom nobody thanks any more",
            before: thanking("Bo Li, Chi Ng"), after: thanking("Bo Li"),
            report: [
                "error: ‘/people/chi-ng/’ was published, and nothing stands there now: no page speaks of it any more. To lead readers on, write ‘redirects: {/people/chi-ng/: /people/}’ in site.yaml. [ledger.vanished-url]"
            ],
            settled: thanking("Bo Li") + "-- site.yaml --\n" + SiteFixture.yaml()
                + "redirects: {/people/chi-ng/: /people/}\n"),
        Change(
            testDescription: "a bundle that has another name",
            before: SiteTesting.post("content/posts/one/index.md", title: "Bundle")
                + "-- content/posts/one/data.csv --\n1,2\n",
            after: SiteTesting.post("content/posts/two/index.md", title: "Bundle")
                + "-- content/posts/two/data.csv --\n1,2\n",
            report: [
                "content/posts/two/index.md:2:8: error: ‘/posts/one/’ was published, and nothing stands there now. It may be ‘/posts/two/’: if so, write ‘aliases: [/posts/one/]’ in ‘content/posts/two/index.md’. [ledger.vanished-url]"
            ],
            settled: SiteTesting.post(
                "content/posts/two/index.md", title: "Bundle",
                "aliases: [/posts/one/]\ncitation_key: example2025-one")
                + "-- content/posts/two/data.csv --\n1,2\n"),
        Change(
            testDescription: "a deleted file",
            before: post + "-- content/files/report.pdf --\n%PDF\n",
            after: post + "-- content/papers/report.pdf --\n%PDF\n",
            report: [
                "error: The file ‘/files/report.pdf’ was published, and nothing stands there now. It may be ‘/papers/report.pdf’ now. Keep a copy at ‘content/files/report.pdf’, or write where it leads under ‘redirects’ in site.yaml. [ledger.vanished-url]"
            ],
            settled: post + "-- content/papers/report.pdf --\n%PDF\n"
                + "-- content/files/report.pdf --\n%PDF\n"),
        Change(
            testDescription: "an alias that is gone",
            before: SiteTesting.post("content/posts/a.md", "aliases: [/old/place/]"),
            after: SiteTesting.post("content/posts/a.md"),
            report: [
                "error: ‘/old/place/’ was published, and nothing stands there now. If it has moved, name it under ‘aliases’ of the page that took its place; if it was taken back, keep its page with ‘withdrawn: the reason’. [ledger.vanished-url]"
            ], settled: SiteTesting.post("content/posts/a.md", "aliases: [/old/place]")),
    ]

    @Test(arguments: changes)
    func saysWhatVanished(change: Change) async throws {
        let old = try await Self.addresses(SiteFixture(change.before))
        // What has another name may have another key, too, which is no matter of addresses.
        let report = try await Self.report(SiteFixture(change.after), against: old)
            .filter { !$0.hasSuffix("[ledger.changed-key]") }
        #expect(report == change.report)
    }

    @Test(arguments: changes)
    func isSettled(change: Change) async throws {
        let old = try await Self.addresses(SiteFixture(change.before))
        let settled = SiteFixture(change.settled)
        #expect(try await settled.diagnose() == "")
        #expect(try await Self.report(settled, against: old) == [])
    }

    /// A style sheet has a new name with each change; a list has fewer pages; nobody links there.
    @Test func whatOnlyTheProgramNeedsMayVanish() async throws {
        let old = PublishedAddresses(anchors: [
            "assets/main.0123abcd.css": [], "_redirects": [], "posts/page/2/index.html": [],
            "sitemap-2.xml": [], "posts/index.html": [], "posts/naming/index.html": ["fnref-1"],
        ])
        #expect(try await Self.report(SiteFixture(Self.post), against: old) == [])
    }

    /// A page whose front matter has a mistake is reported once, as that.
    @Test func aPageThatCannotBeReadHasNotVanished() async throws {
        let old = try await Self.addresses(SiteFixture(Self.post))
        let broken = Self.post.replacing("date: 2025-01-01", with: "date: soon")
        #expect(try await Self.report(SiteFixture(broken), against: old) == [])
    }

    // MARK: - Old addresses

    @Test func anOldAddressKeepsTheAnchorsOfItsPage() async throws {
        let site = SiteFixture(
            SiteTesting.post(
                "content/posts/a.md", "aliases: [/old/]", body: "## New {#new .was-first}\n\nText.")
        )
        let page = try await site.output("old/index.html")
        #expect(page.contains(#"<p id="new"><a href="/posts/a/#new">New</a></p>"#))
        #expect(page.contains(#"<p id="first"><a href="/posts/a/#first">New</a></p>"#))
        let rendered = try #require(try await site.build().rendered)
        let redirect = try #require(rendered.outputs.first { $0.path == "old/index.html" })
        #expect(rendered.anchors(of: redirect.content) == ["first", "new"])
    }

    @Test func theFilesOfABundleStayAtItsOldAddresses() async throws {
        let site = SiteFixture(
            settings: "citation_files: true",
            SiteTesting.post(
                "content/posts/two/index.md", "aliases: [/one/, /one.html]\ntopics: [t]")
                + SiteTesting.post("content/posts/über-ö/index.md", "aliases: [/drei/]")
                + "-- content/posts/über-ö/data.csv --\n3\n"
                + "-- content/posts/two/data/a.csv --\n1,2\n"
                + "-- content/topics/t.md --\n---\ntitle: t\naliases: [/topics/old/]\n---\n")
        let outputs = try await site.render()
        #expect(outputs["drei/data.csv"] == Array("3\n".utf8))
        #expect(outputs["one/data/a.csv"] != nil)
        #expect(outputs["one/cite.bib"] != nil)
        #expect(outputs["one/data/a.csv"] == outputs["posts/two/data/a.csv"])
        #expect(outputs["one/cite.bib"] == outputs["posts/two/cite.bib"])
        #expect(outputs["topics/old/feed.xml"] == outputs["topics/t/feed.xml"])
        #expect(outputs["topics/old/feed.xml"] != nil)
    }

    @Test func aSocialCardThatIsNoLongerMadeIsNoBrokenPromise() async throws {
        var site = SiteFixture(
            settings: "social_cards: true", SiteTesting.post("content/posts/a.md"))
        site.options.makesImages = true
        let old = try await Self.addresses(site)
        #expect(old.anchors["posts/a/social-card.png"] != nil)
        site.options.makesImages = false
        #expect(try await Self.report(site, against: old).isEmpty)
    }

    static func addresses(_ site: SiteFixture) async throws -> PublishedAddresses {
        let rendered = try #require(try await site.build().rendered)
        return PublishedAddresses(
            anchors: Dictionary(
                uniqueKeysWithValues: rendered.outputs.map {
                    ($0.path, rendered.anchors(of: $0.content))
                }),
            citationKeys: Dictionary(
                uniqueKeysWithValues: rendered.outputs.compactMap { output in
                    rendered.citationKey(of: output.content).map { (output.path, $0) }
                }))
    }

    static func report(
        _ site: SiteFixture, against old: PublishedAddresses
    ) async throws -> [String] {
        let rendered = try #require(try await site.build().provisional)
        var unexpired = site
        unexpired.options.includesExpired = true
        let found = Ledger.diagnostics(
            for: rendered, against: old, unexpired: try await unexpired.build().provisional)
        return site.report(of: found).split(separator: "\n").map { String($0) }
    }
}
