import Build
import SiteTesting
import Testing

/// Macros of a site, from `site.yaml` to its pages.
@Suite struct MacroTests {
    static func settings(_ macros: String) -> String {
        """
        -- site.yaml --
        \(SiteFixture.yaml())\
        math:
          macros:
        \(macros.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))

        """
    }

    @Test("Pages, contents and feeds have what macros stand for")
    func pages() async throws {
        let site = SiteFixture(
            Self.settings(
                #"""
                \R: \mathbb{R}
                \norm: '\left\lVert #1 \right\rVert'
                "\\half": "\\frac12"
                \long: |
                  a
                  + b
                """#)
                + post(
                    "content/posts/a.md", "toc: true",
                    body:
                        "## On $\\R$\n\nText $\\norm{x}$, $\\half$, $\\long$.\n\n## B\n\n## C\n\n## D"
                ))
        let page = try await site.output("posts/a/index.html")
        #expect(page.split(separator: "<mi>ℝ</mi>").count == 3)
        #expect(page.contains("<mo>‖</mo><mi>x</mi><mo>‖</mo>"))
        #expect(page.contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>"))
        #expect(page.contains("<mi>a</mi><mo>+</mo><mi>b</mi>"))
        #expect(page.contains(#"\norm{x}</annotation>"#))
        #expect(try await site.output("feed.xml").contains("<mi>ℝ</mi>"))
    }

    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let mistakes = [
        Mistake(
            "macros that no page uses, each with a mistake",
            settings(
                #"""
                \a: \mathbb{R
                \b: 'a''b \fooo'
                \c: "x \\fooo"
                \d: |
                  a +
                    \fooo
                \e: \e
                \frac: x
                f: x
                """#),
            "site.yaml:6:16: error: This ‘{’ has no ‘}’. [math.malformed-macro]",
            #"site.yaml:7:15: error: ‘\fooo’ is not known in formulas. [math.malformed-macro]"#,
            #"site.yaml:8:12: error: ‘\fooo’ is not known in formulas. [math.malformed-macro]"#,
            #"site.yaml:11:9: error: ‘\fooo’ is not known in formulas. [math.malformed-macro]"#,
            #"site.yaml:12:9: error: ‘\e’ calls itself, and so would have no end. Write out what it stands "#
                + "for. [math.recursive-macro]",
            #"site.yaml:13:5: error: ‘\frac’ has a meaning of its own in formulas, which macros build upon. "#
                + "Take another name. [math.macro-name]",
            #"site.yaml:14:5: error: A command begins with a backslash: write ‘\f’. [math.macro-name]"#
        ),
        Mistake(
            "a chain of macros that grows without bounds",
            settings(
                #"\a: xx"# + "\n"
                    + (1...30).map {
                        let names = (0...30).map { "\\" + String(repeating: "a", count: $0 + 1) }
                        return "\(names[$0]): \(names[$0 - 1])\(names[$0 - 1])"
                    }.joined(separator: "\n")),
            #"site.yaml:17:32: error: Written out, ‘\aaaaaaaaaaaa’ is far longer than any formula. "#
                + "What repeats that often is no matter of a macro. [math.macro-too-large]"),
        Mistake(
            "macros that YAML takes for something else",
            settings(
                #"""
                \a: \left| #1 \right|
                \b: "\nabla"
                \c: {x}
                """#),
            #"site.yaml:6:16: error: A comment begins here for YAML, and the macro ends before it. "#
                + #"Write single quotes: ‘'\left| #1 \right|'’. [math.unquoted-macro]"#,
            #"site.yaml:7:10: error: In double quotes, YAML takes ‘\n’ for a character of its own. "#
                + "Write single quotes. [math.unquoted-macro]",
            #"site.yaml:8:9: error: YAML reads a group of keys here. Put what a macro stands for in "#
                + #"single quotes: ‘\R: '\mathbb{R}'’. [math.unquoted-macro]"#),
        Mistake(
            "macros with each backslash twice, as JavaScript has them",
            settings(
                #"""
                \a: '\\mathbb{R}'
                \b: x_1 \\leq \\frac{#1}{2}
                \c: 'a & b \\'
                \d: 'a \\ b \\cr'
                \e: '\begin{aligned} a \\pi \end{aligned}'
                """#),
            #"site.yaml:6:10: error: In single quotes or none, YAML leaves each backslash as it is, and ‘\\’ ends a "#
                + #"line: write ‘\mathbb’. [math.malformed-macro]"#,
            #"site.yaml:7:13: error: In single quotes or none, YAML leaves each backslash as it is, and ‘\\’ ends a "#
                + #"line: write ‘\leq’. [math.malformed-macro]"#),
        Mistake(
            "an escape that YAML does not have",
            settings(#""\\R": "\R""#),
            "site.yaml:6:13: error: This is not YAML. In double quotes, ‘\\’ begins the name of a character: "
                + "write single quotes, or two backslashes. [yaml.syntax]"),
        Mistake(
            "a mistake in an argument, and one in what a macro stands for",
            settings(#"\norm: '\left| #1 \right|'"# + "\n" + #"\lp: '\left('"#)
                + post("content/posts/a.md", body: #"So $\norm{\fooo}$ and $\lp x$ and $\nrom x$."#),
            #"content/posts/a.md:7:11: error: ‘\fooo’ is not known in formulas. [math.malformed]"#,
            #"content/posts/a.md:7:24: error: This ‘\left’ has no ‘\right’. Write ‘\right.’ where nothing is "#
                + #"to be seen. (‘\lp’ stands for ‘\left(’.) [math.malformed]"#,
            #"content/posts/a.md:7:36: error: ‘\nrom’ is not known in formulas. Did you mean ‘\norm’? "#
                + "[math.malformed]"),
        // Of what cannot be read nobody can say what it lacks.
        Mistake(
            "a site.yaml with a mistake elsewhere, and pages with its macros",
            settings(#"\R: '\mathbb{R}'"#) + "pagination: none\n"
                + post("content/posts/a.md", body: #"So $\R$."#),
            "site.yaml:7:13: error: ‘pagination’ is a whole number from 1 to 1000. "
                + "[front-matter.not-a-number]"),
        Mistake(
            "an unknown key of math",
            "-- site.yaml --\n" + SiteFixture.yaml(settings: "math: {macro: {}}"),
            "site.yaml:4:8: error: Unknown key ‘macro’. Did you mean ‘macros’? "
                + "[front-matter.unknown-key]"),
    ]

    @Test("A page does not grow without bounds by its macros")
    func bounds() async throws {
        let site = SiteFixture(
            Self.settings(#"\a: "# + String(repeating: "a", count: 1000))
                + post("content/posts/a.md", body: String(repeating: #"$\a$ "#, count: 2000)))
        let report = try await site.diagnose()
        #expect(report.split(separator: "\n").count == 1)
        #expect(report.contains("[math.malformed]"))
    }
}
