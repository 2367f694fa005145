import SiteTesting
import Testing

/// Code in a page, with and without color.
@Suite struct CodeTests {
    private static func site(_ setting: String, _ text: String) -> SiteFixture {
        SiteFixture(settings: setting, post("content/posts/a.md", body: text))
    }

    private static let python = "```python\nif x < 1: pass  # small\n```\n"

    @Test("With ‘highlight: true’, code is in colour, and its page has the style sheet for it")
    func highlighted() async throws {
        let page = try await Self.site("highlight: true", Self.python).output("posts/a/index.html")
        #expect(
            page.contains(
                "<code class=\"language-python\"><span class=\"code-keyword\">if</span> x &lt; "))
        #expect(page.contains("<span class=\"code-comment\"># small</span>\n</code></pre>"))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"/assets/code."))
    }

    @Test(
        "Without it, and in a language that is unknown, code is plain",
        arguments: [
            ("highlight: false", python), ("", python),
            ("highlight: true", "```text\nif x < 1: pass  # small\n```\n"),
            ("highlight: true", "    if x < 1: pass  # small\n"),
        ])
    func plain(setting: String, text: String) async throws {
        let page = try await Self.site(setting, text).output("posts/a/index.html")
        #expect(page.contains(">if x &lt; 1: pass  # small\n</code></pre>"))
        #expect(!page.contains("/assets/code."))
    }

    @Test("A language that looks misspelled is a warning, at its fence")
    func misspelled() async throws {
        let report = try await Self.site("highlight: true", "Text.\n\n```pyhton\nx\n```\n")
            .diagnose()
        #expect(
            report.contains(
                "warning: Code in ‘pyhton’ is shown without colours: no such language is known. Did you "
                    + "mean ‘python’? [code.language]"), "\(report)")
        for other in ["mermaid", "text", "csv", "plaintext", "console", "output"] {
            let site = Self.site("highlight: true", "```\(other)\nx\n```\n")
            #expect(try await site.diagnose() == "")
        }
        #expect(try await Self.site("", "```pyhton\nx\n```\n").diagnose() == "")
    }

    @Test("‘highlight’ is true or false")
    func wrongSetting() async throws {
        let report = try await Self.site("highlight: python", Self.python).diagnose()
        #expect(report.contains("site.yaml:4:12: error: "), "\(report)")
    }
}
