import Build
import SiteTesting
import Testing

/// A draft cannot leak: the site with drafts on disk is the site with them deleted.
@Suite struct DraftTests {
    /// Published pages that share topics, people, a section and a series with the unpublished ones.
    static let published =
        post(
            "content/posts/a.md", title: "First", date: "2025-01-01",
            "topics: [evaluation]\nseries: {name: S, part: 1}", body: "## One\n\nSee [c](c.md).")
        + post(
            "content/posts/c.md", title: "Third", date: "2025-03-01",
            "topics: [evaluation]\nseries: {name: S, part: 3}", body: "Text.")
        + "-- content/images/shared.txt --\nshared\n"

    static let unpublished: [String] = [
        post(
            "content/posts/canary-draft.md", title: "Canary one", date: "2025-02-01",
            """
            draft: true
            topics: [evaluation, canary-topic]
            series: {name: S, part: 2}
            aliases: [/canary-alias/]
            acknowledgements:
              - people: [Canary Person]
                for: canary-reason
            """, body: "## Canary head\n\nSee [first](a.md). Canary phrase."),
        post(
            "content/posts/canary-bundle/index.md", title: "Canary two", date: "2025-02-02",
            "publish_at: 2031-01-01T00:00:00Z\nimage: {src: canary.png, alt: Canary}")
            + "-- content/posts/canary-bundle/canary.png --\ncanary bytes\n",
        post(
            "content/posts/canary-expired.md", title: "Canary three", date: "2025-02-03",
            "expires_at: 2025-06-01T00:00:00Z"),
        post(
            "content/canary-section/post.md", title: "Canary four", date: "2025-02-04",
            "kind: essay\ndraft: true"),
        "-- content/people/canary-record.md --\n---\ntitle: Canary Record\ndraft: true\n---\n",
    ]

    /// Drafts that nobody has finished.
    static let broken: [String] = [
        post(
            "content/posts/canary-broken/index.md", title: "Canary five", date: "2025-02-30",
            """
            draft: true
            slug: Canary Slug
            topics: canary-topic
            autors: [Canary Person]
            aliases: [/canary-alias/]
            """,
            body: "Canary [^none] and [link](nowhere.md), [file](canary.csv)\n\n![](canary.png)")
            + "-- content/posts/canary-broken/canary.csv --\ncanary\n"
            + "-- content/canary-more/canary.txt --\ncanary\n"
            + "-- content/canary-more/draft.md --\n---\ntitle: \ndraft: true\n---\nCanary.\n",
        "-- content/people/canary-record.md --\n---\norcid: Canary\ndraft: true\n---\n",
    ]

    @Test func draftsPresentEqualDraftsAbsent() async throws {
        let absent = try await SiteFixture(Self.published).render()
        let present = try await SiteFixture(
            Self.published + (Self.unpublished.dropLast() + Self.broken).joined()
        ).render()
        expectSame(present, absent)
    }

    @Test(arguments: Self.unpublished + Self.broken)
    func eachKindOfUnpublishedPageLeavesNoTrace(archive: String) async throws {
        let outputs = try await SiteFixture(Self.published + archive).render()
        for (path, bytes) in outputs {
            #expect(!path.lowercased().contains("canary"))
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            #expect(!text.contains("canary"), "\(path) holds a canary")
        }
    }

    /// Sites from seeds, with unpublished pages linked from each other, in series, with shared topics
    /// and people, records and files.
    @Test(arguments: 0..<50 as Range<UInt64>)
    func randomDraftsPresentEqualDraftsAbsent(seed: UInt64) async throws {
        let site = RandomSite(seed: seed)
        let absent = try await SiteFixture(site.published).render()
        let present = try await SiteFixture(site.published + site.unpublished).render()
        expectSame(present, absent)
    }

    /// The control: the same pages are all over a preview.
    @Test func draftsShowInABuildWithDrafts() async throws {
        var site = SiteFixture(Self.published + Self.unpublished.joined())
        site.options.includesDrafts = true
        let outputs = try await site.render()
        #expect(outputs["posts/canary-draft/index.html"] != nil)
        #expect(outputs["topics/canary-topic/index.html"] != nil)
        #expect(outputs["feed.xml"] == nil)
        #expect(outputs["sitemap.xml"] == nil)
        let page = outputs.text("posts/a/index.html")
        #expect(page.contains("noindex"))
    }
}
