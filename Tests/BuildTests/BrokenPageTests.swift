import Build
import Diagnostics
import SiteTesting
import Testing

/// A page whose front matter has a mistake: the rest of it is checked in the same run, and its mistake is nobody else's.
@Suite struct BrokenPageTests {
    private static let path = "content/posts/a.md"

    @Test(arguments: [
        Mistake(
            "links, citations and images besides a wrong date",
            post(
                path, date: "2025-02-30", "pdf: none.pdf\nimage: {src: wall.png, alt: A wall}",
                body: "[b](c.md), [@nobody]\n\n![x](y.png)\n\n[top](#one)")
                + post("content/posts/b.md"),
            "\(path):3:7: error: There is no such date or time as ‘2025-02-30’. [date.impossible]",
            "\(path):5:6: error: There is no file ‘content/posts/none.pdf’. [link.unknown-file]",
            "\(path):6:14: error: There is no image ‘content/posts/wall.png’. [image.missing-file]",
            "\(path):9:5: error: There is no page ‘content/posts/c.md’. Did you mean "
                + "‘content/posts/b.md’? [link.unknown-page]",
            "\(path):9:13: error: The bibliography has no work ‘nobody’. [citation.unknown-key]",
            "\(path):11:6: error: There is no image ‘content/posts/y.png’. [image.missing-file]",
            "\(path):13:7: error: This page has no place named ‘#one’. [link.unknown-anchor]"),
        Mistake(
            "what is missing besides a wrong value",
            "-- \(path) --\n---\ntitle: A title\ntopics: x\n---\n",
            "\(path):1:1: error: A publication needs a ‘date’: write ‘date: 2025-01-31’. "
                + "[front-matter.missing-key]",
            "\(path):1:1: error: A publication needs ‘authors’: write ‘authors: [Ada Example]’. "
                + "[front-matter.missing-key]",
            "\(path):3:9: error: ‘topics’ is a list: write ‘topics: [x]’, or one item to a line after ‘- ’. "
                + "[front-matter.not-a-list]"),
        Mistake(
            "a wrong key, which may be what is missed",
            "-- \(path) --\n---\ntitel: A title\ndate: 2025-01-01\nautor: Bo\n---\n",
            "\(path):2:1: error: Unknown key ‘titel’. Did you mean ‘title’? [front-matter.unknown-key]",
            "\(path):4:1: error: Unknown key ‘autor’. Did you mean ‘authors’? "
                + "[front-matter.unknown-key]"),
        Mistake(
            "a wrong kind, which may need no date",
            "-- \(path) --\n---\ntitle: A title\nkind: pages\n---\n",
            "\(path):3:7: error: ‘pages’ is not a kind: use one of essay, report, paper, brief, news, talk, "
                + "page. Did you mean ‘page’? [front-matter.unknown-value]"),
        Mistake(
            "what others have to do with it",
            post(
                path, date: "2025-02-30", "topics: [new]\nslug: x",
                body:
                    "[self](a.md#head), [topic](/topics/new/), [own](/posts/x/), [b](b.md)\n\n## Head"
            )
                + post(
                    "content/posts/b.md", "topics: [old]", body: "[a](a.md#gone), [x](/posts/x/)"),
            "\(path):3:7: error: There is no such date or time as ‘2025-02-30’. [date.impossible]"),
        Mistake(
            "one of which nobody knows when readers see it",
            post(path, "publish_at: 2031-01-01", body: "[b](b.md)")
                + post("content/posts/b.md", "publish_at: 2030-01-01T00:00:00Z"),
            "\(path):5:13: error: ‘publish_at’ needs a time and a zone: ‘2031-01-01T09:00:00Z’. "
                + "[date.needs-time]"),
        Mistake(
            "one of which nobody knows whether it is a draft",
            post(path, "draft: maybe", body: "[b](b.md) [c](c.md) [^n]")
                + post("content/posts/b.md", "draft: true"),
            "\(path):5:8: error: ‘draft’ is either ‘true’ or ‘false’. [front-matter.not-a-flag]",
            "\(path):8:21: error: There is no footnote ‘n’. [footnote.undefined]"),
    ])
    func isCheckedInTheSameRun(mistake: Mistake) async throws { try await mistake.expectReport() }

    /// A draft with all kinds of mistakes, and a file of its own.
    private static let draft =
        post(
            "content/posts/wip/index.md", date: "2025-02-30", "draft: true\nautors: [Bo]",
            body: "Text [^none].\n\n![](plan.png)")
        + "-- content/posts/wip/plan.png --\n"

    /// Who publishes does not wait for who still writes.
    @Test func aDraftKeepsNothingBack() async throws {
        let site = SiteFixture(post("content/posts/a.md") + Self.draft)
        let report = try await site.diagnose()
        let notes = report.split(separator: "\n")
        #expect(notes.count == 4, "\(report)")
        #expect(
            notes.allSatisfy {
                $0.hasPrefix("content/posts/wip/index.md:") && $0.contains(": note: ")
            })
        #expect(report.contains("index.md:3:7: note: There is no such date or time"))
        let absent = try await SiteFixture(post("content/posts/a.md")).render()
        expectSame(try await site.render(), absent)
    }

    @Test func aBuildWithDraftsWaitsForIt() async throws {
        var site = SiteFixture(post("content/posts/a.md", body: "[w](wip/index.md)") + Self.draft)
        site.options.includesDrafts = true
        let built = try await site.build()
        #expect(built.rendered == nil)
        #expect(built.diagnostics.count == 4)
        #expect(built.diagnostics.allSatisfy { $0.severity == .error })
    }

    /// Its text says nothing that is not said of any other draft: published pages cannot use it.
    @Test(arguments: [
        ("[w](wip/index.md)", "7:5", "‘content/posts/wip/index.md’ is a draft"),
        ("[w](/posts/wip/)", "7:5", "‘content/posts/wip/index.md’ is a draft"),
        (
            "![p](wip/plan.png)", "7:6",
            "‘content/posts/wip/plan.png’ belongs to ‘content/posts/wip/index.md’"
        ),
        (
            "[p](/posts/wip/plan.png)", "7:5",
            "‘/posts/wip/plan.png’ belongs to ‘content/posts/wip/index.md’"
        ),
    ])
    func nothingPublishedLeadsToIt(text: String, place: String, start: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", body: text) + Self.draft)
        let report = try await site.diagnose()
        let errors = report.split(separator: "\n").filter { $0.contains(" error: ") }
        #expect(errors.count == 1)
        #expect(
            errors.first?.hasPrefix("content/posts/a.md:\(place): error: \(start)") == true,
            "\(report)")
        #expect(try await site.build().rendered == nil)
    }

    /// What is scheduled will be published without anybody looking.
    @Test func aScheduledPageIsNoDraft() async throws {
        let site = SiteFixture(
            post("content/posts/a.md")
                + post("content/posts/b.md", "publish_at: 2031-01-01T00:00:00Z", body: "[^n]"))
        #expect(
            try await site.diagnose()
                == "content/posts/b.md:8:1: error: There is no footnote ‘n’. [footnote.undefined]\n"
        )
    }

    /// The folder says that it is a draft, as well as the page can.
    @Test func aDraftByItsFolderIsOne() async throws {
        let site = SiteFixture(
            settings: "defaults:\n  notes/:\n    draft: true",
            post("content/posts/a.md")
                + "-- content/notes/n.md --\n---\ntitle: N\ndate: soon\n---\n"
                + "-- content/notes/m.md --\n---\ntitle: N\ndate: soon\ndraft: false\n---\n")
        let report = try await site.diagnose()
        #expect(report.contains("content/notes/n.md:3:7: note: "))
        #expect(report.contains("content/notes/m.md:3:7: error: "))
    }
}
