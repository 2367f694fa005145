import Audit
import Build
import Markup
import Output
import SiteTesting
import Testing

/// What ends when its `expires_at` says so has not vanished.
extension LedgerTests {
    /// A call for papers, what only it has, and what it shares.
    private static let call =
        SiteTesting.post(
            "content/posts/call/index.md", title: "Call",
            "expires_at: 2025-06-01T00:00:00Z\naliases: [/call/]\ntopics: [calls, t]\npdf: ../../call.pdf\n"
                + "acknowledgements: [{people: [Guest One]}]", body: "## How\n\n[@w]")
        + "-- content/posts/call/form.txt --\nform\n-- content/call.pdf --\npdf\n"
        + "-- content/references.bib --\n@misc{w, title={T}, author={A, B}, year={2020}}\n"
        + SiteTesting.post("content/posts/b.md", "topics: [t]", body: "## Where\n\nB.")

    private static func before(_ archive: String) async throws -> PublishedAddresses {
        var site = SiteFixture(settings: "citation_files: true", archive)
        site.options.now = Moment(secondsSince1970: 1_740_000_000)
        return try await addresses(site)
    }

    private static func after(_ archive: String, against old: PublishedAddresses) async throws
        -> [String]
    {
        try await report(SiteFixture(settings: "citation_files: true", archive), against: old)
    }

    /// Its page, its files, and pages that only it has: of a person, a topic, a work.
    @Test func whatExpiresEndsAsAnnounced() async throws {
        let old = try await Self.before(Self.call)
        for path in [
            "posts/call/index.html", "posts/call/form.txt", "posts/call/cite.bib", "call.pdf",
            "call/index.html", "topics/calls/index.html", "topics/calls/feed.xml",
            "people/guest-one/index.html", "works/w/index.html",
        ] {
            #expect(old.anchors[path] != nil, "\(path)")
        }
        #expect(try await Self.after(Self.call, against: old) == [])
    }

    /// The control: nothing else may go on that day.
    @Test func whatElseVanishesIsCountedOnThatDay() async throws {
        let gone = SiteTesting.post("content/posts/gone.md", "topics: [t]")
        let old = try await Self.before(Self.call + gone)
        let changed = Self.call.replacing("## Where", with: "## Whereto")
        let report = try await Self.after(changed, against: old)
        #expect(report.contains { $0.contains("‘/posts/gone/’ was published") })
        #expect(report.contains { $0.contains("‘/posts/b/#where’ was published") })
        #expect(!report.contains { $0.contains("call") || $0.contains("guest") }, "\(report)")
    }

    @Test func whoseSourceIsDeletedHasVanished() async throws {
        let old = try await Self.before(Self.call)
        let rest = SiteTesting.post("content/posts/b.md", "topics: [t]", body: "## Where\n\nB.")
        let report = try await Self.after(rest, against: old)
        #expect(report.contains { $0.contains("‘/posts/call/’ was published") })
    }

    /// Whoever makes a draft of it has another reason.
    @Test func whatIsADraftHasNotExpired() async throws {
        let old = try await Self.before(Self.call)
        let draft = Self.call.replacing("expires_at:", with: "draft: true\nexpires_at:")
        let report = try await Self.after(draft, against: old)
        #expect(report.contains { $0.contains("‘content/posts/call/index.md’ is a draft now") })
        #expect(
            report.contains {
                $0.contains("The file ‘/call.pdf’ was published, and is kept back now")
            })
    }
}
