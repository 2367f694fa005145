import Audit
import Build
import Content
import Diagnostics
import SiteTesting
import Testing

/// What will be wrong when a page appears or ends is told while somebody can mend it.
@Suite struct ComingMistakesTests {
    private static let january = "2027-01-15T09:00:00Z"
    private static let march = "2027-03-15T09:00:00Z"

    /// The warnings about the time to come, with their notes.
    private func coming(_ archive: String, drafts: Bool = false) async throws -> [String] {
        var site = SiteFixture(archive)
        site.options.includesDrafts = drafts
        let sources = try await SiteSources(reading: site.files, site.options)
        let built = await BuiltSite(linking: sources, files: site.files)
        #expect(!built.diagnostics.hasErrors, "\(built.diagnostics.map(\.message))")
        let found = await ComingMistakes.diagnostics(
            of: sources, besides: built.diagnostics, site.files, after: site.options.now)
        return found.map { diagnostic in
            let line = site.report(of: [diagnostic]).dropLast()
            return ([String(line)] + diagnostic.notes.map(\.message)).joined(separator: " / ")
        }
    }

    @Test func aScheduledPageIsCheckedAsIfItWereThere() async throws {
        let found = try await coming(
            post("content/posts/a.md", "publish_at: \(Self.january)", body: "[x](nope.md)"))
        #expect(
            found == [
                "content/posts/a.md:8:5: warning: There is no page ‘content/posts/nope.md’. "
                    + "[link.unknown-page] / This holds from \(Self.january) on, when "
                    + "‘content/posts/a.md’ is published."
            ])
    }

    @Test func aLinkToAPageThatEndsIsTold() async throws {
        let found = try await coming(
            post("content/posts/a.md", "expires_at: \(Self.january)")
                + post("content/posts/b.md", body: "[a](a.md)"))
        #expect(
            found == [
                "content/posts/b.md:7:5: warning: ‘content/posts/a.md’ is expired since "
                    + "\(Self.january): a published page cannot link to it. [link.to-unpublished] / "
                    + "This holds from \(Self.january) on, when ‘content/posts/a.md’ expires."
            ])
    }

    /// It is wrong between the two moments alone.
    @Test func aLinkToAPageThatAppearsLaterIsTold() async throws {
        let found = try await coming(
            post("content/posts/a.md", "publish_at: \(Self.january)", body: "[b](b.md)")
                + post("content/posts/b.md", "publish_at: \(Self.march)"))
        #expect(found.count == 1)
        #expect(found.first?.contains("is scheduled for \(Self.march)") == true)
        #expect(found.first?.hasSuffix("on, when ‘content/posts/a.md’ is published.") == true)
    }

    /// Once, however many moments come after.
    @Test func whatStaysWrongIsToldOnce() async throws {
        let others = (1...30).map {
            post(
                "content/posts/p\($0).md",
                "publish_at: 2028-01-\($0 < 10 ? "0" : "")\($0)T00:00:00Z")
        }
        let found = try await coming(
            post("content/posts/a.md", "publish_at: \(Self.january)", body: "[x](nope.md)")
                + others.joined()
                + post("content/posts/z.md", "publish_at: 2029-01-01T00:00:00Z", body: "[y](no.md)")
        )
        #expect(found.map { $0.prefix(20) } == ["content/posts/a.md:8", "content/posts/z.md:8"])
    }

    @Test(arguments: [
        // Both appear together; what is linked appears before.
        post("content/posts/a.md", "publish_at: \(january)", body: "[b](b.md)")
            + post("content/posts/b.md", "publish_at: \(january)", body: "[a](a.md)")
            + post("content/posts/c.md", "publish_at: \(march)", body: "[a](a.md)"),
        // It ends before what it links to does.
        post("content/posts/a.md", "expires_at: \(january)", body: "[b](b.md)")
            + post("content/posts/b.md", "expires_at: \(march)"),
        // A draft will be published by somebody, who is told then.
        post("content/posts/a.md", "draft: true\npublish_at: \(january)", body: "[x](nope.md)"),
    ])
    func rightSitesHaveNone(archive: String) async throws {
        #expect(try await coming(archive) == [])
    }
}
