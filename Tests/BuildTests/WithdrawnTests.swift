import SiteTesting
import Testing

/// A page that was withdrawn says why, wherever it is named, and nothing of what it said.
@Suite struct WithdrawnTests {
    private static func site(_ settings: String = "") -> SiteFixture {
        SiteFixture(
            settings: "citation_files: true\n\(settings)",
            """
            -- content/wall.txt --
            A wall.

            """
                + post(
                    "content/posts/wrong.md", title: "Wrong",
                    "topics: [Things]\n"
                        + "withdrawn: The data were wrong.\nsummary: A canary in the summary.\n"
                        + "image: {src: /wall.txt, alt: A canary in the image}",
                    body: "The canary of the text.\n\n## The canary of a head\n\nMore.")
                + post(
                    "content/posts/early.md", title: "Early",
                    "topics: [Things]\nwithdrawn: The data were wrong.",
                    body: "The canary of a first paragraph.")
                + post(
                    "content/posts/right.md", title: "Right", "topics: [Things]",
                    body: "See [the other](wrong.md)."))
    }

    @Test(
        "No output shows the text or the summary of a page that was withdrawn",
        arguments: ["", "feeds: {full: false}"])
    func noOutputShowsIt(settings: String) async throws {
        for (path, bytes) in try await Self.site(settings).render() {
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            #expect(!text.contains("canary"), "\(path) holds a canary")
        }
    }

    @Test(
        "Lists, feeds and metadata say that it was withdrawn, and why",
        arguments: [
            "index.html", "posts/index.html", "topics/things/index.html", "feed.xml", "feed.json",
            "topics/things/feed.xml", "people/ada-example/feed.xml",
        ])
    func everyPlaceSaysSo(path: String) async throws {
        let text = try await Self.site().output(path)
        #expect(text.contains("This publication was withdrawn. The data were wrong."))
    }

    @Test func itsOwnHeadSaysSo() async throws {
        let page = try await Self.site().output("posts/wrong/index.html")
        let words = "This publication was withdrawn. The data were wrong."
        #expect(page.contains("<meta name=\"description\" content=\"\(words)\""))
        #expect(page.contains("<meta property=\"og:description\" content=\"\(words)\""))
        #expect(page.contains("\"description\":\"\(words)\""))
        for key in ["abstract", "wordCount", "hasPart"] { #expect(!page.contains("\"\(key)\"")) }
    }

    @Test func relatedPublicationsAreMarked() async throws {
        let page = try await Self.site().output("posts/right/index.html")
        let related = try #require(page.firstRange(of: "<section class=\"related\">"))
        #expect(page[related.upperBound...].contains("<span class=\"flag\">Withdrawn</span>"))
    }

    @Test func theIntroductionOfAListCanBeWithdrawn() async throws {
        let outputs = try await SiteFixture(
            "-- content/topics/things.md --\n---\ntitle: Things\nwithdrawn: Outdated.\n---\n\n"
                + "The canary of an introduction.\n"
                + post("content/posts/a.md", "topics: [Things]")
        ).render()
        let topic = outputs.text("topics/things/index.html")
        #expect(topic.contains("Things"))
        #expect(!topic.contains("canary"))
    }

    @Test("Nothing leads to a place in a text that is not shown")
    func noLinkLeadsIntoIt() async throws {
        let site = SiteFixture(
            """
            -- content/references.bib --
            @article{a1, title={Cited by both}, author={Li, Bo}, year=2020}
            @article{b2, title={Cited by what was withdrawn}, author={Li, Bo}, year=2021}

            """
                + post(
                    "content/posts/wrong.md",
                    "withdrawn: It was wrong.\nrevisions: [{date: 2025-02-01, kind: retraction, note: All of it, "
                        + "section: part}]",
                    body: "## Part\n\nSee [@a1, p. 1], [@b2] and [this](#part).")
                + post("content/posts/right.md", body: "See [@a1] and [the other](wrong.md)."))
        let outputs = try await site.render()
        #expect(outputs["works/b2/index.html"] == nil)
        for (path, bytes) in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("wrong/#"), "\(path) leads into the text")
            #expect(!text.contains("href=\"#part\""), "\(path) leads into the text")
        }
    }

    @Test("A link into a text that was withdrawn is an error")
    func linksIntoItAreErrors() async throws {
        try await Mistake(
            "a place of a page that was withdrawn",
            post(
                "content/posts/wrong.md", "withdrawn: Wrong.\nupdated: 2025-02-01",
                body: "## Part\n\n[this](#part)")
                + post("content/posts/right.md", body: "See [it](wrong.md#part)."),
            "content/posts/right.md:7:10: error: The page ‘content/posts/wrong.md’ was withdrawn, and ‘#part’ "
                + "with its text: link to the page. [link.unknown-anchor]"
        ).expectReport()
    }

    @Test("The reason for a withdrawal is shown, and leads to no place in the text that is not")
    func linksOfTheReasonAreErrors() async throws {
        let part = "## Part\n\n[this](#part)"
        try await Mistake(
            "places of texts that were withdrawn",
            post(
                "content/posts/wrong.md",
                "withdrawn: See [it](#part) and [that](other.md#part).\nupdated: 2025-02-01",
                body: part)
                + post(
                    "content/posts/other.md", "withdrawn: Wrong.\nupdated: 2025-02-01", body: part),
            "content/posts/wrong.md:5:21: error: This page was withdrawn, and ‘#part’ with its text: delete the "
                + "link. [link.unknown-anchor]",
            "content/posts/wrong.md:5:39: error: The page ‘content/posts/other.md’ was withdrawn, and ‘#part’ "
                + "with its text: link to the page. [link.unknown-anchor]"
        ).expectReport()
    }

    private static let revision =
        "revisions: [{date: 2025-02-01, kind: retraction, note: All of it}]"

    @Test(
        "Feeds have the day of a withdrawal, so that those are told who have read the page",
        arguments: ["updated: 2025-02-01", revision])
    func feedsHaveItsDay(date: String) async throws {
        let site = SiteFixture(
            post("content/posts/wrong.md", "withdrawn: Wrong.\n\(date)")
                + post("content/posts/b.md"))
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render()
        for path in ["feed.xml", "people/ada-example/feed.xml"] {
            let days = outputs.text(path).matches(of: /<updated>2025-02-01T/)
            #expect(days.count == 2, "\(path)")
        }
        #expect(outputs.text("feed.json").contains("\"date_modified\":\"2025-02-01T"))
    }

    @Test("A publication that does not say when it was withdrawn is told; what no feed has is not")
    func aWithdrawalWithoutItsDay() async throws {
        let correction = "revisions: [{date: 2025-02-01, kind: correction, note: A row}]"
        let site = SiteFixture(
            post("content/posts/wrong.md", "\(correction)\nwithdrawn: Wrong.")
                + "-- content/about.md --\n---\ntitle: About\nwithdrawn: Outdated.\n---\n\nText.\n"
                + post("content/posts/draft.md", "draft: true\nwithdrawn: Wrong."))
        #expect(
            try await site.diagnose()
                == "content/posts/wrong.md:6:12: warning: Feeds do not tell those who have read this page that it was "
                + "withdrawn, since it does not say when. Write the day, as in ‘updated: 2026-01-01’. "
                + "[revision.withdrawn-undated]\n")
    }
}
