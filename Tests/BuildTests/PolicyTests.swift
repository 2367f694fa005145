import Build
import Diagnostics
import SiteTesting
import Testing

/// What the policy of a site lets its templates load.
@Suite struct PolicyTests {
    private static func site(_ settings: String, footer: String = "") -> SiteFixture {
        SiteFixture(
            settings: settings,
            """
            \(post("content/posts/a.md"))
            -- templates/partials/footer.html --
            <footer>
            \(footer)
            </footer>
            """)
    }

    @Test func whatTemplatesSpellOutIsAllowed() async throws {
        let rules = try await Self.site(
            "description: D",
            footer: """
                <script src="https://stats.example.net/js/a.js" defer></script>
                <iframe src="https://films.example.net/1?x=2" title="A film"></iframe>
                <form action="https://letters.example.net/join" method="post"><button>Join</button></form>
                <link rel="stylesheet" href="https://fonts.example.net/a.css"/>
                <img src="https://img.example.net/a.png" alt="A"/>
                <a href="https://elsewhere.example.net/">Elsewhere</a>
                """
        ).output("_headers")
        expect(
            rules,
            holds: [
                "script-src 'self' https://stats.example.net;",
                "connect-src https://stats.example.net;",
                "frame-src https://films.example.net;", "form-action https://letters.example.net;",
                "style-src 'self' https://fonts.example.net;",
                "font-src 'self' https://fonts.example.net;",
                "img-src 'self' data: https://img.example.net;",
            ])
        #expect(!rules.contains("elsewhere"))
    }

    @Test func aSiteAddsWhatNobodyCanSee() async throws {
        let rules = try await Self.site(
            "policy: {script: [inline, 'https://a.example.net'], connect: ['https://*.example.net']}"
        ).output("_headers")
        #expect(rules.contains("script-src 'self' 'unsafe-inline' https://a.example.net;"))
        #expect(rules.contains("connect-src https://*.example.net;"))
    }

    @Test func whatIsNoOriginIsAnError() async throws {
        let report = try await Self.site(
            """
            policy:
              scripts: ['https://a.example.net']
              image: [inline, "https://a.example.net; script-src *"]
              frame: https://a.example.net
            """
        ).diagnose()
        expect(
            report,
            holds: [
                "site.yaml:5:3: error: Unknown key ‘scripts’. Did you mean ‘script’?",
                "site.yaml:6:11: error: ‘inline’ is no origin",
                "site.yaml:6:19: error: ‘https://a.example.net; script-src *’ is no origin",
                "[front-matter.not-a-list]",
            ])
    }
    /// What a browser refuses to run within pages is told where the template has it.
    @Test(
        arguments: [
            ("<script>f()</script>", "3:9: warning: A script stands within the page"),
            ("<script type=\"module\">\nf()</script>", "4:1: warning: A script stands within"),
            ("<script async>f()</script>", "3:15: warning: A script stands within"),
            ("<a onclick=\"f()\">x</a>", "3:4: warning: A script stands in an attribute"),
            ("<b style=\"color: red\">x</b>", "3:4: warning: Styles stand within the page"),
            ("<style>\np { color: red }\n</style>", "4:1: warning: Styles stand within the page"),
            ("{{#site.contact}}<script>f()</script>{{/site.contact}}", "3:26: warning: A script"),
        ])
    func whatThePolicyStopsIsTold(code: String, expected: String) async throws {
        let site = Self.site("contact: a@example.org", footer: "<p>\n\(code)\n</p>")
        let built = try await site.build()
        #expect(built.diagnostics.map(\.id) == ["template.stopped-code"])
        let report = site.report(of: built.diagnostics)
        #expect(
            report.hasPrefix("templates/partials/footer.html:" + expected), "\(report)")
    }

    @Test(
        arguments: [
            ("", "<script src=\"https://a.example.net/a.js\"></script>"),
            ("", "<script src=\"https://a.example.net/a.js\">\n</script>"),
            ("", "<script src=\"https://a.example.net/a.js\">f()</script>"),
            ("", "<script src=\"{{asset.main.css}}\">f()</script>"),
            ("", "<script type=\"application/json\">{\"a\": 1}</script>"),
            ("", "<script type=\"text/template\"><p>x</p></script>"),
            (
                "",
                "<p data-style=\"a\" data-on=\"b\" once=\"c\" only-if=\"d\" class=\"style onclick\">style=\"x\"</p>"
            ),
            ("", "<!-- <p style=\"color: red\">x</p> -->"), ("", "{{! <script>f()</script> }}"),
            ("policy: {script: [inline]}", "<script>f()</script><p onclick=\"f()\">x</p>"),
            ("policy: {style: [inline]}", "<style>p { color: red }</style>"),
            ("raw_html: allow", "<p style=\"color: red\">x</p>"),
        ])
    func whatItLetsThroughIsNot(settings: String, code: String) async throws {
        #expect(try await Self.site(settings, footer: code).build().diagnostics == [])
    }

    /// Once for each kind, however many there are.
    @Test func muchCodeIsToldOnce() async throws {
        let code = String(repeating: "<p onclick=\"f()\">x</p>\n<script>f()</script>\n", count: 40)
        let built = try await Self.site("description: D", footer: code).build()
        #expect(built.diagnostics.map(\.id) == ["template.stopped-code", "template.stopped-code"])
    }

    // MARK: - Texts

    private static func page(_ settings: String, _ html: String) -> SiteFixture {
        SiteFixture(
            settings: "raw_html: allow" + (settings.isEmpty ? "" : "\n" + settings),
            post("content/posts/a.md", body: "Text.\n\n" + html))
    }

    /// Of texts that may hold HTML as well; a script may be data, and what the policy allows is right.
    @Test(
        arguments: [
            (
                "<div>\n<p>x</p>\n<script>f()</script>\n</div>",
                "11:1: warning: A script stands within the page"
            ),
            ("<script>\nf()\n</script>", "9:1: warning: A script stands within"),
            (
                "> Text\n> with <b id=\"x\" onclick=\"f()\">x</b>.",
                "10:18: warning: A script stands in an attribute"
            ),
            (
                "<script src=\"https://a.example.net/b/c.js\" async></script>",
                "9:9: warning: ‘<script>’ is to be loaded from ‘https://a.example.net’, which the policy in ‘_headers’ "
                    + "stops: allow it with ‘policy: {script: ['https://a.example.net']}’ in site.yaml."
            ),
            (
                "<iframe src=\"http://a.example.net/1\"></iframe>",
                "9:9: warning: ‘<iframe>’ is to be loaded"
            ),
            (
                "<video src=//a.example.net/1.mp4></video>",
                "9:8: warning: ‘<video>’ is to be loaded from ‘https://a"
            ),
            (
                "<form action=\"/join\"></form>",
                "9:7: warning: ‘<form>’ is to be sent to ‘https://example.org’"
            ),
            (
                "<a href=\"javascript:f()\">x</a>",
                "9:4: warning: A script stands in place of an address"
            ),
            (
                "<form action=\" JavaScript:f()\"></form>",
                "9:7: warning: A script stands in place of an address"
            ),
            (
                "<iframe src=\"java&#10;script:f()\"></iframe>",
                "9:9: warning: A script stands in place of an address"
            ),
            ("<object data=\"a.swf\"></object>", "9:9: warning: ‘<object>’ loads something here"),
            (
                "<link rel=\"stylesheet\" href=\"https://a.example.net/a.css\">",
                "9:24: warning: ‘<link>’ is to be loaded"
            ),
        ])
    func whatThePolicyStopsInTextsIsTold(html: String, expected: String) async throws {
        let report = try await Self.page("", html).diagnose()
        #expect(report.hasPrefix("content/posts/a.md:" + expected), "\(report)")
        #expect(report.hasSuffix("[html.stopped-code]\n"))
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test(
        arguments: [
            ("", "<p style=\"color: red\">x</p>\n<style>p { color: red }</style>"),
            (
                "",
                "<iframe src=\"https://films.example.net/1\"></iframe>\n<iframe src=\"/a.html\"></iframe>"
            ),
            (
                "",
                "<iframe srcdoc=\"<p>x</p>\"></iframe>\n<img src=\"https://a.example.net/a.png\">"
            ),
            ("", "<script type=\"application/ld+json\">{\"a\": 1}</script>"),
            (
                "",
                "<script src=\"/scripts/a.js\"></script>\n<script src=\"https://example.org/a.js\"></script>"
            ),
            (
                "",
                "<video src=\"/a.mp4\"></video>\n<a href=\"/\" title=\"javascript:f()\" one=\"1\">x</a>"
            ),
            (
                "",
                "`<script>f()</script>` and \\<script>f()\\</script>\n\n<!-- <script>f()</script> -->"
            ),
            ("policy: {script: [inline]}", "<script>f()</script>\n<p onclick=\"f()\">x</p>"),
            ("policy: {script: [inline]}", "<a href=\"javascript:f()\">x</a>"),
            ("", "<script src=\"/scripts/a.js\">f()</script>"),
            (
                "policy: {script: ['https://a.example.net/b/']}",
                "<script src=\"https://a.example.net/b/c.js\"></script>"
            ),
            (
                "policy: {media: ['https://*.example.net']}",
                "<audio src=\"https://a.example.net/b.mp3\"></audio>"
            ),
            ("policy: {form: ['https://example.org']}", "<form action=\"/join\"></form>"),
        ])
    func whatItLetsThroughInTextsIsNot(settings: String, html: String) async throws {
        let report = try await Self.page(settings, html).diagnose()
        #expect(!report.contains("html.stopped-code"), "\(report)")
    }

    /// A text that is not shown, and HTML that is shown as text.
    @Test func whatNoBrowserReadsIsNot() async throws {
        let site = SiteFixture(
            settings: "raw_html: allow",
            post(
                "content/posts/a.md", "withdrawn: Wrong.\nupdated: 2025-02-01",
                body: "<p onclick=\"f()\">x</p>"))
        #expect(try await site.diagnose() == "")
        let shown = SiteFixture(post("content/posts/a.md", body: "Text <b onclick=\"f()\">x</b>"))
        #expect(try await !shown.diagnose().contains("stopped"))
    }

    @Test func muchCodeInATextIsToldOnce() async throws {
        let html = String(
            repeating: "<p onclick=\"f()\">x</p>\n<script>f()</script>\n\n", count: 400)
        let report = try await Self.page("", html).diagnose()
        #expect(report.split(separator: "\n").count == 2)
    }
}
