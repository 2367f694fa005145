import SiteTesting
import Testing

/// Text that was written for another program, or that one has spoilt: readers would see it.
@Suite struct ForeignTextTests {
    private static func diagnose(_ body: String, _ more: String = "") async throws -> [String] {
        let site = SiteFixture(
            """
            -- content/references.bib --
            @book{lamport1994, author = {Leslie Lamport}, title = {LaTeX}, year = 1994, publisher = {AW}}
            @book{knuth, author = {Donald Knuth}, title = {TeX}, year = 1984, publisher = {AW}}

            """ + post("content/posts/a.md", more, body: body))
        return try await site.diagnose().split(separator: "\n").map {
            // The beginning of a message tells which it is.
            String($0.replacing("content/posts/a.md:", with: ""))
        }
    }

    /// Place, severity and id of each.
    private static func problems(_ body: String) async throws -> [String] {
        try await diagnose(body).map { line in
            let id = line.split(separator: " ").last ?? ""
            let severity = line.contains(" error: ") ? "error" : "warning"
            return "\(line.prefix { $0 != " " }) \(severity) \(id)"
        }
    }

    @Test(
        "Each is said at its place",
        arguments: [
            ("Text {{< youtube x >}} and", ["7:6: warning [text.template-code]"]),
            ("{{% note \"a\" %}} b", ["7:1: warning [text.template-code]"]),
            ("Text {{<youtube x>}}", ["7:6: warning [text.template-code]"]),
            ("Text\n{% include x.html %}", ["8:1: warning [text.template-code]"]),
            ("See {{ site.title | upcase }}.", ["7:5: warning [text.template-code]"]),
            ("Text^[A *short* note.]", ["7:5: error [footnote.inline]"]),
            ("\\^[a b] and $x^[a b]$ and ^[a-z]+ or x^[1]", []),
            (
                "Text[^a b].\n\n[^a b]: A note.",
                ["7:5: error [footnote.spaces]"]
            ),
            (
                "[a](http://localhost:1313/x/) <http://127.0.0.1>",
                ["7:5: warning [link.own-machine]", "7:32: warning [link.own-machine]"]
            ),
            ("[a](https://localhost.example.org/) [b](https://100.example.org/)", []),
            ("Text. {#here}", ["7:7: error [attributes.misplaced]"]),
            ("[a b]{.smallcaps #c} d", ["7:6: error [attributes.misplaced]"]),
            ("> Text\n> {#quote}", ["8:3: error [attributes.misplaced]"]),
            ("Text. \\{#here} `{#code}` {#if x} {.5} {# a} $x_{.a}$", []),
            (
                "::: {.callout-note}\nText.\n:::",
                ["7:1: error [text.colon-fence]", "9:1: error [text.colon-fence]"]
            ),
            (
                ":::note\n\nText.\n\n:::\n",
                ["7:1: error [text.colon-fence]", "11:1: error [text.colon-fence]"]
            ),
            ("|A|B|\n|---|\n|1|2|", ["8:1: error [table.delimiter-row]"]),
            ("| **A** | B | |\n| :-- | --- |\n| 1 | 2 |", ["8:1: error [table.delimiter-row]"]),
            ("Text.\nA | B\n---|---|---\n1 | 2", ["9:1: error [table.delimiter-row]"]),
            ("An unclosed **emphasis here.", ["7:13: warning [emphasis.not-closed]"]),
            ("Of `a **b` or **b here", ["7:15: warning [emphasis.not-closed]"]),
            ("A `code span unclosed.", ["7:3: warning [code.open-span]"]),
            ("Call `a.b() now.", ["7:6: warning [code.open-span]"]),
            ("Text.[^a]\n\n[^a]:\n", ["9:1: error [footnote.empty]"]),
            ("Text.[^a]\n\n[^a]:\n\nMore.", ["9:1: error [footnote.empty]"]),
            ("1.Item\n2.Item", ["7:1: warning [list.no-space]"]),
            ("1)Eine\n\n2)Andere", ["7:1: warning [list.no-space]"]),
            ("1.\u{A0}One\n2.\u{A0}Two", ["7:1: warning [list.no-space]"]),
            ("-\u{A0}One\n-\u{A0}Two", ["7:1: warning [list.no-space]"]),
            ("*\u{A0}One", ["7:1: warning [list.no-space]"]),
            ("##\u{A0}Head", ["7:1: error [heading.no-space]"]),
            ("#\u{A0}Head", ["7:1: warning [heading.no-space]"]),
            ("• One\n• Two", ["7:1: warning [list.bullet]"]),
            (
                "So:\n• One\n• Two\n\n• Three",
                ["8:1: warning [list.bullet]", "11:1: warning [list.bullet]"]
            ),
            ("A \u{FFFD} and \u{FFFD}.", ["7:3: warning [text.lost-character]"]),
            ("The cafÃ© of Ã¼", ["7:8: warning [text.mojibake]"]),
            ("Itâ€™s", ["7:3: warning [text.mojibake]"]),
            ("As \\cite{lamport1994} has it", ["7:4: error [text.latex-command]"]),
            (
                "See \\ref{fig:a}.\\footnote{A note}",
                ["7:5: error [text.latex-command]", "7:17: error [text.latex-command]"]
            ),
            ("As [lamport1994] has it.", ["7:4: warning [citation.no-sign]"]),
        ])
    func isSaid(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(
        "What may be meant is left alone",
        arguments: [
            "`{{< youtube x >}}`, \\{{< a >}} and \\{% b %}",
            "    {{< youtube x >}}\n\n```\n::: {.note}\n{% x %}\n\\cite{a} \u{FFFD} Ã©\n1.Item\n2.Item\n```",
            "A set {{1, 2}, {3}} and {{name}} and 100 {% of %",
            "$x_{{a}}$ and $\\text{a}$",
            "A time:::no fence, and ::",
            "\\::: {.note}",
            "|x| is |y|\n\n|A|B|\n|---|---|\n|1|2|",
            "A | B\n\nText ---\n| --- |",
            "5 * 3, 2*n, *nix, the *args and a* star\n\n*Corresponding author.",
            "Ada* and Bo *Equal contribution.", "On *BSD and as *Page, see",
            "Of `a **b`, \\**b and `{#id}` with \\{#id}, and `as {#id}` with \\{#id}",
            "\\*emphasis and *closed one*.",
            "| *p | b |\n|---|---|\n| a *star here | b |",
            "TeX has `quotes'\n\nthe `Umar, she\n\nHawai`i\n\na ` alone\n\n`` x ` y `` and `a` of `b`",
            "\\`code alone",
            "1.5 of 2\n\n1.x and 2.x\n\n1.Item alone\n\n1.e4 e5\n2.Nf3 Nc6",
            "Ada • Bo\n• Cy • Di",
            "One &#xFFFD; that is meant", "Of [^0-9], [^a-zA-Z]+ and [^\\n]*",
            "The pattern \"[^0-9]\" and '[^1-2]'",
            "Set array[i]{n=3}, the set [0,1]{x=0} and f[x]{y=2} = 3.",
            "IRMÃ» MÃE Â ÂME façade São £5 à â € dürfen",
            "`\\cite{a}`\n\nAs \\\\cite{a} and C:\\url and \\{cite}",
            "[knuth] and [GPT-4] and [sic] and [1990] and a[lamport1994] and `[lamport1994]` and "
                + "[lamport1994](https://b.org/)\n\nAs \\[lamport1994] and [lamport1994\\]",
        ])
    func isLeftAlone(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    @Test("With raw HTML, what is in it is not looked at")
    func rawHTML() async throws {
        let site = SiteFixture(
            settings: "raw_html: allow",
            post("content/posts/a.md", body: "<pre>\n{{< x >}} \\cite{a}\n::: b\n</pre>\n"))
        #expect(try await site.diagnose() == "")
    }

    @Test(
        "The message says what to write",
        arguments: [
            ("As \\citep{a, b}", "write ‘[@a; @b]’"),
            ("As \\citet{a}", "write ‘@a’"),
            ("As \\ref{tbl:x}", "write ‘[@tbl:x]’, and ‘{#tbl:x}’ behind what is meant"),
            ("As \\emph{x}", "write ‘*x*’"),
            ("The cafÃ© is", "‘é’ was meant"),
            ("Itâ€™s", "‘’’ was meant"),
            ("As [lamport1994]", "write ‘[@lamport1994]’"),
            ("|A|B|\n|---|\n|1|2|", "the line has 1 cell, and its head above 2. Write ‘|---|---|’"),
            ("Follow @openai", "If this is no citation, write ‘\\@openai’."),
            ("Follow @lamport1995", "Did you mean ‘lamport1994’?"),
        ])
    func advice(body: String, expected: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1)
        #expect(report.first?.contains(expected) == true, "\(report)")
    }

    @Test(
        "An escaped sign cites nothing, in brackets too",
        arguments: [
            "[\\@nokey], [see \\@nokey, pp. 3--4] and \\@nokey",
            "[\\@eq:x] and \\@eq:x",
            "`[\\@nokey]` is how [\\@nokey] is written",
        ])
    func escapedSign(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    @Test("Beside an escaped sign, others are what they were")
    func unescapedSign() async throws {
        #expect(
            try await Self.problems("[\\@nokey] and [@nokey]; \\@else, @other") == [
                "7:16: error [citation.unknown-key]", "7:33: error [citation.unknown-key]",
            ])
        #expect(
            try await Self.problems("[\\@eq:x], “a” and [@eq:x]") == [
                "7:20: error [cross-reference.unknown]"
            ])
    }

    @Test("Markdown in front matter is seen as it is written")
    func frontMatter() async throws {
        let found = try await Self.diagnose(
            "Text.",
            """
            subtitle: On *emph* and C*
            summary: "By [@lamport1994]"
            revisions:
              - {date: 2025-02-01, kind: correction, note: "See [@lamport1994]."}
              - {date: 2025-02-01, kind: correction, note: "A* search, C* algebras, $5 and $10, a[1](x y)"}
            """)
        #expect(
            found == [
                "5:11: warning: ‘subtitle’ is plain text: readers will see ‘*emph*’ as it is written. Write it "
                    + "without the signs. [front-matter.markup]",
                "6:10: warning: ‘summary’ is plain text: readers will see ‘[@lamport1994]’ as it is written. "
                    + "Write it without the signs. What links or cites stands in the text of the page. "
                    + "[front-matter.markup]",
                "8:48: warning: ‘note’ may have emphasis, links and code: readers will see ‘[@lamport1994]’ as "
                    + "it is written. What shows, cites or is a formula stands in the text of the page. "
                    + "[front-matter.markup]",
            ])
    }
}
