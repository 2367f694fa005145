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
}
