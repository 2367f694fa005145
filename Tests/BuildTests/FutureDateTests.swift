import Build
import Markup
import SiteTesting
import Testing

/// A date that has not come keeps no page back; whoever expects that it does is warned.
@Suite struct FutureDateTests {
    /// The time of the build is 2026-01-01T00:00:00Z.
    @Test(arguments: [
        ("2026-01-02", "2026-01-02T00:00:00Z"),
        ("2026-01-01T00:00:01Z", "2026-01-01T00:00:01Z"),
        ("2025-12-31T23:00:00-02:00", "2025-12-31T23:00:00-02:00"),
    ])
    func isAWarning(date: String, moment: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", date: date))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:3:7: warning: This date has not come, and the page is published "
                + "all the same. To keep it back until then, write ‘publish_at: \(moment)’. "
                + "[front-matter.future-date]\n")
        #expect(try await site.build().rendered != nil)
    }

    @Test(
        "A day that has begun somewhere, and a page that is not published, are none",
        arguments: [
            ("2026-01-01", ""), ("2025-12-31T23:59:59Z", ""), ("2031-01-01", "draft: true"),
            ("2031-01-01", "publish_at: 2031-01-01T00:00:00Z"),
            ("2031-01-01", "publish_at: 2025-12-31T00:00:00Z"),
        ])
    func isNone(date: String, more: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", date: date, more))
        #expect(try await site.diagnose() == "")
    }

    @Test("A revision that has not come, and readers are told of")
    func revision() async throws {
        let fields = """
            updated: 2031-01-01
            revisions: [{date: 2031-01-01, kind: typo, note: Mended}]
            """
        let site = SiteFixture(post("content/posts/a.md", fields))
        #expect(
            try await site.diagnose() == """
                content/posts/a.md:5:10: warning: This date has not come, and readers are told that the \
                page has changed then. [front-matter.future-date]
                content/posts/a.md:6:50: warning: The date of this revision has not come, and readers are \
                told of it already. [front-matter.future-date]

                """)
    }

    @Test func theDayHasBegunSomewhereBeforeItDoesInUTC() async throws {
        var site = SiteFixture(post("content/posts/a.md", date: "2026-01-01"))
        let midnight = SiteFixture.time.secondsSince1970
        site.options.now = Moment(secondsSince1970: midnight - 14 * 3600)
        #expect(try await site.diagnose() == "")
        site.options.now = Moment(secondsSince1970: midnight - 14 * 3600 - 1)
        #expect(try await site.diagnose().contains("front-matter.future-date"))
    }

    @Test func aPreviewDoesNotWarnOfDrafts() async throws {
        var site = SiteFixture(post("content/posts/a.md", date: "2031-01-01", "draft: true"))
        site.options.includesDrafts = true
        #expect(try await site.diagnose() == "")
    }
}
