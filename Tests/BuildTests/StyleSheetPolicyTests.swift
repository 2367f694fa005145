import SiteTesting
import Testing

/// What style sheets load from other sites.
@Suite struct StyleSheetPolicyTests {
    private static func site(_ style: String, _ more: String = "") -> SiteFixture {
        SiteFixture(
            "\(post("content/posts/a.md"))\(more)\n-- templates/assets/site.css --\n\(style)\n")
    }

    /// Or readers would not see them, and their author would, in a preview on another host.
    @Test func whatStyleSheetsLoadIsAllowed() async throws {
        let style = """
            @font-face{font-family:O;src:url(https://fonts.example.net/s/i.woff2) format("woff2"),url('data:font/woff2;base64,AA')}
            .a{background:url("https://cdn.example.net/a.png")} .b{background:url(//img.example.net/b.png)}
            .c { background: url(https://example.org/c.png) }
            """
        let rules = try await Self.site(
            style,
            "\n-- templates/assets/more.css --\n@import url(https://css.example.net/x.css);\n"
        ).output("_headers")
        #expect(
            rules.contains(
                " font-src 'self' https://fonts.example.net data: https://css.example.net;"),
            "\(rules)")
        #expect(rules.contains(" style-src 'self' https://css.example.net;"))
        #expect(
            rules.contains(" img-src 'self' data: https://cdn.example.net https://img.example.net;")
        )
    }
}
