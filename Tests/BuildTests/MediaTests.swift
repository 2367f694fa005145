import SiteTesting
import Testing

/// Films and sounds, written like images.
@Suite struct MediaTests {
    private static func site(_ body: String) -> SiteFixture {
        SiteFixture(
            """
            -- content/posts/a/index.md --
            ---
            title: A
            date: 2025-01-31
            authors: [Ada Example]
            ---

            \(body)
            -- content/posts/a/talk.mp4 --
            x
            -- content/posts/a/talk.MP3 --
            x
            -- content/posts/a/data.csv --
            x
            -- content/posts/a/scan.tiff --
            x
            """)
    }

    @Test func aFilmAndASoundHaveControls() async throws {
        let outputs = try await Self.site(
            """
            ![A talk "about" walls](talk.mp4 "The talk."){#fig:talk width=50%}

            ![The same](talk.MP3)

            ![Elsewhere](https://films.example.net/a.webm?x=1) See [@fig:talk].
            """
        ).render()
        let page = outputs.text("posts/a/index.html")
        expect(
            page,
            holds: [
                "<video controls=\"\" preload=\"metadata\" src=\"/posts/a/talk.mp4\" aria-label=\"A talk “about” walls\" class=\"width-50\"></video>",
                "<figcaption><span class=\"label\">Figure 1.</span> The talk.</figcaption>",
                "<audio controls=\"\" preload=\"none\" src=\"/posts/a/talk.MP3\" aria-label=\"The same\"></audio>",
                "src=\"https://films.example.net/a.webm?x=1\"",
            ])
        #expect(!page.contains("<img"))
        let rules = outputs.text("_headers")
        #expect(rules.contains("media-src 'self' https://films.example.net;"))
        #expect(rules.contains("img-src 'self' data:;"))
    }

    @Test func whatNoBrowserShowsIsAnError() async throws {
        let report = try await Self.site(
            "![Data](data.xlsx)\n\n![Scan](scan.tiff)\n\n![](talk.mp4)"
        )
        .diagnose()
        expect(
            report,
            holds: [
                "index.md:7:9: error: ‘data.xlsx’ is no image, film or sound: to link to it, write no ‘!’",
                "index.md:9:9: error: Browsers do not show ‘scan.tiff’: save it as PNG",
                "index.md:11:5: error: This image has no alternative text",
            ])
    }
}
