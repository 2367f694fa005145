import SiteTesting
import Testing

/// Pages that are published before anybody wrote their text.
@Suite struct EmptyPageTests {
    @Test(arguments: ["Write here.", "Write here.\n\n<!-- later -->"])
    func aPlaceholderIsNoText(text: String) async throws {
        #expect(
            try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
                == "content/posts/a.md:2:8: warning: ‘Write here.’ is all that readers will see of this page: write its "
                + "text, or ‘draft: true’. [page.placeholder]\n")
    }

    @Test(arguments: ["", "<!-- To be written. -->"])
    func aPublicationHasAText(text: String) async throws {
        #expect(
            try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
                == "content/posts/a.md:2:8: warning: Readers will see no text of this publication: write one, or name the "
                + "file or the place that has it (‘pdf’, ‘doi’). Until then, ‘draft: true’ keeps it back. [page.empty]\n"
        )
    }

    @Test(arguments: [
        "pdf: https://example.net/a.pdf", "doi: 10.1000/1", "summary: A report.",
        "withdrawn: The data were wrong.\nupdated: 2025-02-01",
        "draft: true", "journal: Journal of Walls", "kind: page",
    ])
    func theTextMayStandElsewhere(line: String) async throws {
        #expect(try await SiteFixture(post("content/posts/a.md", line, body: "")).diagnose() == "")
    }

    @Test(arguments: [
        "![A wall.](https://example.net/a.png)", "Write here. Then read.", "> Write here.",
    ])
    func otherTextsAreTexts(text: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
        #expect(!report.contains("[page."), "\(report)")
    }
}
