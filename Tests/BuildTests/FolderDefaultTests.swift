import Build
import SiteTesting
import Testing

/// `defaults` of site.yaml: front matter that a folder gives its pages.
@Suite struct FolderDefaultTests {
    private static func site(_ defaults: String, _ archive: String) -> SiteFixture {
        SiteFixture(settings: "defaults:\n" + defaults, archive)
    }

    // MARK: - What a page has

    private static let reports =
        "  reports/:\n    kind: report\n    license: CC-BY-4.0\n    venue: Reports of the center\n"
        + "    funders: [A Foundation]\n"

    @Test func aPageHasWhatItsFolderGives() async throws {
        let given = try await Self.site(Self.reports, post("content/reports/a.md")).render()
        let written = try await SiteFixture(
            post(
                "content/reports/a.md",
                "kind: report\nlicense: CC-BY-4.0\nvenue: Reports of the center\n"
                    + "funders: [A Foundation]")
        ).render()
        expectSame(given, written)
    }

    @Test func pagesWithFilesOfTheirOwnHaveItToo() async throws {
        let page = try await Self.site(
            Self.reports,
            post("content/reports/2027/walls/index.md")
                + "-- content/reports/2027/walls/data.txt --\nData\n"
        ).output("reports/2027/walls/index.html")
        expect(page, holds: ["A Foundation", "creativecommons.org/licenses/by/4.0"])
    }

    @Test func aPageGoesBeforeItsFolderAndAnInnerFolderBeforeAnOuterOne() async throws {
        let site = Self.site(
            // The order of the file does not count.
            "  reports/2027:\n    venue: Inner\n" + Self.reports,
            post("content/reports/2027/a.md")
                + post("content/reports/2027/b.md", title: "B", "venue: Own\nlicense: CC0-1.0"))
        let outputs = try await site.render()
        let (inner, own) = (
            outputs.text("reports/2027/a/index.html"), outputs.text("reports/2027/b/index.html")
        )
        expect(inner, holds: ["Inner", "A Foundation", "licenses/by/4.0"])
        expect(own, holds: ["Own", "A Foundation", "publicdomain/zero/1.0"])
        #expect(!own.contains("Inner") && !own.contains("licenses/by/4.0"))
        #expect(!inner.contains("Reports of the center"))
    }

    @Test func aFolderIsNotOneThatBeginsWithItsName() async throws {
        let outputs = try await Self.site(
            Self.reports,
            post("content/reports/a.md") + post("content/reports-2027/b.md", "kind: essay")
        ).render()
        #expect(!outputs.text("reports-2027/b/index.html").contains("A Foundation"))
    }

    @Test func switchesDecideHowTheTextIsRead() async throws {
        let body = "**Method.** We looked.\n\n## One\n\nText.\n"
        let page = try await Self.site(
            "  posts/: {run_in_heads: true, numbered: true, language: de}",
            post("content/posts/a.md", body: body + "\n\"Wort\"")
        ).output("posts/a/index.html")
        expect(page, holds: ["lang=\"de\"", "„Wort“", "id=\"method\"", "<h2 id=\"one\"><span"])
    }

    @Test func extraIsJoinedKeyByKey() async throws {
        let layout = """
            -- templates/layouts/event.html --
            {{<layout}}{{$main}}<p>{{extra.place}}, {{extra.seats}}</p>{{/main}}{{/layout}}
            """
        let outputs = try await SiteFixture(
            settings: """
                defaults:
                  events/: {layout: event, extra: {place: Hall, seats: 40}}
                fields: {place: text, seats: number}
                """,
            """
            -- content/events/a.md --
            ---
            title: A
            extra: {seats: 12}
            ---
            -- content/events/b.md --
            ---
            title: B
            ---
            \(layout)
            """
        ).render()
        expect(outputs.text("events/a/index.html"), holds: ["<p>Hall, 12</p>"])
        expect(outputs.text("events/b/index.html"), holds: ["<p>Hall, 40</p>"])
    }

    @Test func citationsWithoutAKeyPointIntoTheWorkOfTheFolder() async throws {
        let page = try await Self.site(
            "  posts/: {default_work: book}",
            post("content/posts/a.md", body: "So it is [p. 4](@).")
                + FolderDefaultMistakeTests.book
        ).diagnose()
        #expect(page == "")
    }

    // MARK: - The list page of a folder

    private static let list =
        "-- content/reports/index.md --\n---\ntitle: All reports\n---\n\nIntro.\n"

    @Test func theListPageHasTheLanguageAndNothingElse() async throws {
        let outputs = try await Self.site(
            "  reports/: {kind: report, language: de, layout: own, toc: true}",
            Self.list + post("content/reports/a.md") + post("content/reports/b.md", title: "B")
                + "-- templates/layouts/own.html --\n{{<layout}}{{$main}}<p>Own</p>{{/main}}{{/layout}}\n"
        ).render()
        expect(outputs.text("reports/index.html"), holds: ["lang=\"de\"", "Intro."])
        expect(outputs.text("reports/a/index.html"), holds: ["<p>Own</p>"])
    }

    // MARK: - Drafts

    private static let canaries =
        post("content/canary/a.md", title: "Canary one", body: "Canary phrase.")
        + "-- content/canary/b/wall.txt --\ncanary bytes\n"
        + post(
            "content/canary/b/index.md", title: "Canary two", "kind: essay\nseries: {name: Canary}")
        + "-- content/canary/index.md --\n---\ntitle: Canary list\n---\n\nCanary words.\n"

    private static let keepingBack = [
        "draft: true", "publish_at: 2031-01-01T00:00:00Z", "expires_at: 2025-06-01T00:00:00Z",
    ]

    @Test(arguments: keepingBack)
    func whatAFolderKeepsBackLeavesNoTrace(line: String) async throws {
        let absent = try await SiteFixture(DraftTests.published).render()
        let site = Self.site(
            "  canary/: {kind: essay, \(line)}", DraftTests.published + Self.canaries)
        expectSame(try await site.render(), absent)
        var preview = site
        preview.options.includesDrafts = true
        let outputs = try await preview.render()
        #expect(outputs["canary/a/index.html"] != nil && outputs["canary/b/wall.txt"] != nil)
        expect(outputs.text("canary/index.html"), holds: ["Canary words."])
    }

    @Test func aPageMaySayThatItIsNoDraft() async throws {
        let outputs = try await Self.site(
            "  reports/: {kind: report, draft: true}",
            post("content/reports/a.md", "draft: false")
                + post("content/reports/b.md", title: "Canary") + Self.list
        ).render()
        #expect(outputs["reports/a/index.html"] != nil && outputs["reports/b/index.html"] == nil)
        // Whoever publishes the list says so there.
        #expect(!outputs.text("reports/index.html").contains("Intro."))
    }

    @Test func aPublishedPageCannotLinkToADraftOfAFolder() async throws {
        let report = try await Self.site(
            "  reports/: {kind: report, draft: true}",
            post("content/reports/a.md") + post("content/posts/b.md", body: "[A](../reports/a.md)")
        ).diagnose()
        expect(
            report,
            holds: ["‘content/reports/a.md’ is a draft: a published page cannot link to it."])
    }
}
