import Authoring
import Build
import Rendering
import Site
import SiteTesting
import Testing

/// What `imprint list` shows.
@Suite struct ListingTests {
    private static let archive = """
        \(post("content/posts/a.md", title: "First", "topics: [naming]\nacknowledgements: [{people: [Bo Li], for: help}]"))
        \(post("content/posts/b.md", title: "Second \\\"x\\\"", date: "2025-02-02", "draft: true"))
        \(post("content/posts/c.md", title: "Third", "publish_at: 2031-01-01T09:00:00Z"))
        \(post("content/posts/d.md", title: "Fourth", "expires_at: 2025-06-01T00:00:00Z"))
        -- content/idea.md --
        ---
        title: Idea
        draft: true
        ---
        -- content/references.bib --
        @book{k, title={K}, author={A, B}, year={2001}, publisher={P}}
        @book{l, title={L}, author={A, B}, date={-0349}, publisher={P}}
        """

    private func list(_ subject: Listing.Subject, drafts: Bool = false) async throws -> Listing {
        var site = SiteFixture(Self.archive)
        site.options.includesDrafts = drafts
        return Listing(subject, of: try #require(await site.build().provisional?.site))
    }

    @Test func draftsAreListedWithTheirPlaces() async throws {
        #expect(
            try await list(.drafts, drafts: true).json == """
                [
                  {"date": "2025-02-02", "kind": "essay", "title": "Second \\\\”x\\\\”", "authors": ["Ada Example"], "url": "/posts/b/", "path": "content/posts/b.md"},
                  {"date": null, "kind": "page", "title": "Idea", "authors": [], "url": "/idea/", "path": "content/idea.md"}
                ]

                """)
    }

    @Test func scheduledAndExpiredHaveTheirMoments() async throws {
        #expect(
            try await list(.scheduled, drafts: true).tabSeparated
                == "2025-01-01\t2031-01-01T09:00:00Z\tessay\tThird\tAda Example\t/posts/c/\tcontent/posts/c.md\n"
        )
        #expect(
            try await list(.expired, drafts: true).tabSeparated.hasPrefix(
                "2025-01-01\t2025-06-01T00:00:00Z\t"))
    }

    @Test func publishedListsHoldNothingUnpublished() async throws {
        #expect(
            try await list(.publications).tabSeparated
                == "2025-01-01\tessay\tFirst\tAda Example\t/posts/a/\tcontent/posts/a.md\n")
        #expect(
            try await list(.people).tabSeparated
                == "Ada Example\t1\t0\t/people/ada-example/\t\nBo Li\t0\t1\t/people/bo-li/\t\n")
        #expect(try await list(.topics).tabSeparated == "naming\t1\t/topics/naming/\t\n")
        #expect(
            try await list(.works).tabSeparated
                == "k\t2001\tK\t0\tcontent/references.bib\nl\t350 BCE\tL\t0\tcontent/references.bib\n"
        )
        #expect(try await list(.works).json.contains("\"year\": -349,"))
    }

    @Test func tablesFitTheirTerminal() async throws {
        let table = try await list(.publications).table(width: 70)
        #expect(table.split(separator: "\n").allSatisfy { $0.count <= 70 })
        #expect(table.hasPrefix("date        kind   title"))
    }
}
