import Build
import SiteTesting
import Testing

/// What a setting is refused for is said once, and not again at all that depends on it.
@Suite struct RefusedSettingTests {
    private static let head = "-- site.yaml --\n" + SiteFixture.yaml()

    private static func page(_ text: String) -> String { post("content/posts/a.md", body: text) }

    private static func macros(_ macros: String) -> String {
        MacroTests.settings(macros) + page(#"So $x + \Q_1$ and $\left\Q y \right)$."#)
    }

    @Test(arguments: refusedMacros + refusedSettings)
    func isReportedOnce(mistake: Mistake) async throws { try await mistake.expectReport() }

    private static let refusedMacros = [
        Mistake(
            "a macro with a mistake", macros(#"\Q: '\mathbb{R'"#),
            "site.yaml:6:17: error: This ‘{’ has no ‘}’. [math.malformed-macro]"),
        Mistake(
            "a macro that YAML cuts off, and one that calls it",
            macros(#"\Q: \left| #1 \right|"# + "\n" + #"\S: '\Q{x}'"#),
            #"site.yaml:6:16: error: A comment begins here for YAML, and the macro ends before it. "#
                + #"Write single quotes: ‘'\left| #1 \right|'’. [math.unquoted-macro]"#),
        Mistake(
            "a macro that calls itself", macros(#"\Q: '{\Q}'"#),
            #"site.yaml:6:11: error: ‘\Q’ calls itself, and so would have no end. Write out what it stands "#
                + "for. [math.recursive-macro]"),
        Mistake(
            "a macro without a backslash", macros("Q: 'x'"),
            #"site.yaml:6:5: error: A command begins with a backslash: write ‘\Q’. [math.macro-name]"#
        ),
        Mistake(
            "macros that begin and end what others are in",
            macros(#"\bea: '\begin{align'"#) + page(#"$$\bea a &= b \\ c &= d \end{aligned}$$"#),
            "site.yaml:6:18: error: This ‘{’ has no ‘}’. [math.malformed-macro]"),
        Mistake(
            "macros that are none", head + "math: {macros: 5}\n" + page(#"So $\Q$."#),
            "site.yaml:4:16: error: ‘macros’ is a group of keys, not a single value: write "
                + #"‘\R: '\mathbb{R}'’. [front-matter.wrong-type]"#),
        Mistake(
            "a key that is like macros",
            head + #"math: {macross: {\Q: x}}"# + "\n" + page(#"So $\Q$."#),
            "site.yaml:4:8: error: Unknown key ‘macross’. Did you mean ‘macros’? "
                + "[front-matter.unknown-key]"),
    ]

    private static let prices = page(#"It costs $5 \foo and 6$, or $7 and 8^$."#)
    private static let markup = page("<div>x</div>\n\nIn <b>bold</b>.")

    private static let refusedSettings = [
        Mistake(
            "neither with formulas nor without", head + "math: flase\n" + prices,
            "site.yaml:4:7: error: ‘math’ is either ‘true’ or ‘false’. [front-matter.not-a-flag]"),
        Mistake(
            "a key of another", head + "logo: /files/logo.svg\n" + page("Text."),
            "site.yaml:4:1: error: ‘logo’ is a key of ‘organization’: write it below that, beside ‘name’. "
                + "[front-matter.unknown-key]"),
        Mistake(
            "a key that is like math", head + "maths: false\n" + prices,
            "site.yaml:4:1: error: Unknown key ‘maths’. Did you mean ‘math’? "
                + "[front-matter.unknown-key]"),
        Mistake(
            "HTML neither allowed nor escaped", head + "raw_html: alow\n" + markup,
            "site.yaml:4:11: error: ‘raw_html’ is ‘escape’ or ‘allow’, not ‘alow’. "
                + "[front-matter.unknown-value]"),
        Mistake(
            "a key that is like raw_html", head + "raw_htlm: allow\n" + markup,
            "site.yaml:4:1: error: Unknown key ‘raw_htlm’. Did you mean ‘raw_html’? "
                + "[front-matter.unknown-key]"),
        Mistake(
            "a site.yaml that nobody can read", head + "raw_html: [\n" + markup,
            "site.yaml:5:1: error: This is not YAML. libyaml says: did not find expected node content. "
                + "[yaml.syntax]"),
        // What is read is held to what it says.
        Mistake(
            "another key, and what it says nothing of",
            head + "colour: red\nmath: {macros: {\\R: x}}\n" + page(#"So $\Q$, and <b>."#),
            #"content/posts/a.md:7:5: error: ‘\Q’ is not known in formulas. Did you mean ‘\R’? "#
                + "[math.malformed]",
            "content/posts/a.md:7:14: warning: HTML is shown as it is written, such as ‘<b>’ here: write it "
                + "in Markdown, or set ‘raw_html: allow’ in site.yaml. [html.escaped]",
            "site.yaml:4:1: error: Unknown key ‘colour’. [front-matter.unknown-key]"),
    ]

    @Test("Macros too deep in one another hide none that become too much")
    func depthAndLength() async throws {
        func nested(_ command: String, _ depth: Int) -> String {
            "$" + String(repeating: command + "{", count: depth) + "x"
                + String(repeating: "}", count: depth) + "$"
        }
        let site = SiteFixture(
            MacroTests.settings(#"\h: '{#1}'"# + "\n" + #"\d: '#1#1'"#)
                + Self.page(nested(#"\h"#, 101) + "\n\n" + nested(#"\d"#, 25)))
        let report = try await site.diagnose().split(separator: "\n")
        #expect(report.count == 2)
        #expect(report.first?.contains("Macros stand more than 100 levels deep") == true)
        #expect(report.last?.contains("have become more than is read") == true)
    }
}
