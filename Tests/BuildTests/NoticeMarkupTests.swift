import Build
import Foundation
import SiteTesting
import Testing

/// What is said of a page that was corrected or withdrawn may lead to what took its place.
@Suite struct NoticeMarkupTests {
    private static let reason =
        "'See \"[the new one](right.md#new)\", *not* `x < y` or [elsewhere](https://example.com/a?b=1&c=2).'"
    private static let plain = "See “the new one”, not x < y or elsewhere."
    private static let html =
        "See “<a href=\"/posts/right/#new\">the new one</a>”, <em>not</em> <code>x &lt; y</code> or "
        + "<a href=\"https://example.com/a?b=1&amp;c=2\">elsewhere</a>."

    private static func site(_ front: String) -> SiteFixture {
        SiteFixture(
            post("content/posts/wrong.md", title: "Wrong", front, body: "[Self](right.md)")
                + post("content/posts/right.md", title: "Right", body: "## New\n\nText."))
    }

    @Test func aWithdrawalLeadsToWhatTookItsPlace() async throws {
        let site = Self.site("withdrawn: \(Self.reason)\nupdated: 2025-02-01")
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render()
        func text(_ path: String) -> String { String(decoding: outputs[path] ?? [], as: UTF8.self) }
        let page = text("posts/wrong/index.html")
        #expect(page.contains("<strong>This publication was withdrawn.</strong> \(Self.html)</p>"))
        #expect(
            page.contains(
                #"content="This publication was withdrawn. See “the new one”, not x &lt; y"#))
        #expect(
            text("feed.xml").contains("withdrawn. See “the new one”, not x &lt; y or elsewhere."))
        #expect(
            text("feed.json").contains(
                "withdrawn. See “the new one”, not x \\u003c y or elsewhere.\","))
        #expect(text("posts/index.html").contains("withdrawn. See “the new one”, not x &lt; y or"))
    }

    @Test func aCorrectionMayHaveLinks() async throws {
        let site = Self.site(
            "revisions:\n  - {date: 2025-02-01, kind: correction, note: \(Self.reason)}")
        #expect(try await site.diagnose() == "")
        let page = try await site.output("posts/wrong/index.html")
        #expect(page.contains("</time>: \(Self.html)</p>"))
        #expect(page.contains("Correction: \(Self.html)</li>"))
        #expect(page.contains(#""text":"See “the new one”, not x \u003c y or elsewhere.""#))
    }

    @Test("A feed says it before the text, and lists name a retraction")
    func feedsAndLists() async throws {
        let site = Self.site(
            """
            revisions:
              - {date: 2025-02-01, kind: typo, note: A letter}
              - {date: 2025-02-02, kind: retraction, note: \(Self.reason)}
            """)
        let outputs = try await site.render()
        func text(_ path: String) -> String { String(decoding: outputs[path] ?? [], as: UTF8.self) }
        let html = Self.html.replacing("href=\"/", with: "href=\"https://example.org/")
        #expect(
            text("feed.xml").contains(
                "<![CDATA[<p><strong>Retraction</strong>, 2025-02-02: \(html)</p>\n<p>"))
        #expect(text("feed.json").contains("Retraction\\u003c/strong\\u003e, 2025-02-02: See"))
        let flag = "<span class=\"flag\">Retraction</span>"
        for list in [
            "posts/index.html", "archive/index.html", "people/ada-example/index.html",
        ] {
            #expect(text(list).components(separatedBy: flag).count == 2, "\(list)")
        }
    }

    @Test func aPlainPageSaysItToo() async throws {
        let site = SiteFixture(
            "-- content/about.md --\n---\ntitle: About\nwithdrawn: 'See [us](us.md).'\n---\n\nText.\n"
                + "-- content/us.md --\n---\ntitle: Us\n---\n\nText.\n")
        let page = try await site.output("about/index.html")
        #expect(
            page.contains(#"<p>This publication was withdrawn. See <a href="/us/">us</a>.</p>"#))
    }

    /// Texts without markup stay as they were, whatever signs they have.
    @Test(arguments: [
        "Data_set_one: 5 * 3 [sic] & more", "'1. A \\*b\\* <b> # c #'", "'\"Quoted\" -- text...'",
    ])
    func signsAlone(note: String) async throws {
        let written = note.first == "'" ? note : "'\(note)'"
        let page = try await Self.site("withdrawn: \(written)").output("posts/wrong/index.html")
        let shown = String(written.dropFirst().dropLast()).replacing("&", with: "&amp;")
            .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"Quoted\" -- text...", with: "“Quoted” – text…")
        #expect(page.contains("</strong> \(shown)</p>"))
    }

    @Test(arguments: mistakes) func isReported(mistake: Mistake) async throws {
        try await mistake.expectReport()
    }

    private static let mistakes = [
        Mistake(
            "a link to nothing",
            post("content/posts/a.md", "withdrawn: 'See *[it](b.md)*.'\nupdated: 2025-02-01"),
            "content/posts/a.md:5:23: error: There is no page ‘content/posts/b.md’. Did you mean "
                + "‘content/posts/a.md’? [link.unknown-page]"),
        Mistake(
            "a link to a draft",
            post(
                "content/posts/a.md",
                "revisions:\n  - date: 2025-02-01\n    kind: correction\n    note: As [it](d.md) says"
            )
                + post("content/posts/d.md", "draft: true"),
            "content/posts/a.md:8:19: error: ‘content/posts/d.md’ is a draft: a published page cannot link to "
                + "it. [link.to-unpublished]"),
        Mistake(
            "a link with another scheme and one without words",
            post(
                "content/posts/a.md",
                "withdrawn: '[x](javascript:y) [](a.md)'\nupdated: 2025-02-01"),
            "content/posts/a.md:5:17: error: Links to ‘javascript:’ addresses are not allowed; http, https, "
                + "mailto, tel and paths are. [link.refused-scheme]",
            "content/posts/a.md:5:34: error: This link has no words to click on. [link.empty-text]"),
    ]

    @Test func whatHasNoPlaceThereIsShownAndWarnedOf() async throws {
        for text in ["*A* [@key]", "*A* ![b](c.png)", "$x^2$"] {
            let site = Self.site("withdrawn: '\(text)'")
            let report = try await site.diagnose()
            #expect(
                report.contains("‘withdrawn’ may have emphasis, links and code: readers will see"))
            #expect(report.contains("warning"))
            #expect(
                try await site.output("posts/wrong/index.html").contains("</strong> \(text)</p>"))
        }
    }
}
