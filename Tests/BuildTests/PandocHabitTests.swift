import SiteTesting
import Testing

/// What authors bring along from Pandoc, R Markdown and Quarto.
@Suite struct PandocHabitTests {
    private static let works =
        "-- content/references.bib --\n@book{k, title={A}, author={Kay, Bo}, year=2020, publisher={P}}\n"

    @Test func aHeadingWithoutNumber() async throws {
        let page = try await SiteFixture(
            post(
                "content/posts/a.md", "numbered: true",
                body:
                    "## One\n\n## Two {#sec:two .unnumbered}\n\n## Three {-}\n\n## Four\n\n[@sec:two]"
            )
        ).output("posts/a/index.html")
        #expect(page.contains("<h2 id=\"sec:two\">Two<"))
        #expect(page.contains("<h2 id=\"three\">Three<"))
        #expect(page.contains("<h2 id=\"four\"><span class=\"number\">2</span> Four<"))
        #expect(page.contains("<a href=\"#sec:two\">Two</a>"))
    }

    @Test func aHeadingForReferences() async throws {
        let site = SiteFixture(
            Self.works + post("content/posts/a.md", body: "[@k]\n\n## References"))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:9:1: warning: The works that the text cites are listed below it, "
                + "under a heading of the same words: delete this one, or call it otherwise. "
                + "[heading.references]\n")
        let others = SiteFixture(
            Self.works + post("content/posts/a.md", body: "[@k]\n\n## Literatur")
                + post("content/posts/b.md", body: "Text.\n\n## References\n\nA list."))
        #expect(try await others.diagnose() == "")
    }

    @Test func aTableOfAnotherSite() async throws {
        let site = SiteFixture(post("content/posts/a.md", body: "![A](https://b.org/data.csv)"))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:7:6: error: ‘https://b.org/data.csv’ is no image, and a table is made "
                + "of a file of this site alone: save it beside the page. To link to it, write no ‘!’ before "
                + "the bracket. [image.not-shown]\n")
    }

    @Test(arguments: ["{r}", "{python, echo=FALSE}", "{r setup, include=FALSE}"])
    func codeThatIsRun(info: String) async throws {
        let language = info.contains("python") ? "python" : "r"
        let site = SiteFixture(
            settings: "highlight: true",
            post("content/posts/a.md", body: "```\(info)\nx # y\n```\n\n```\(info)\n```"))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:7:1: warning: Code is shown here, and never run: write ‘\(language)’ "
                + "without braces, and what comes of it as text, table or image. [code.not-run]\n")
        let page = try await site.output("posts/a/index.html")
        #expect(
            page.contains("<code class=\"language-\(language)\">x <span class=\"code-comment\"># y")
        )
    }

    @Test func aBlockForAnotherFormat() async throws {
        let site = SiteFixture(post("content/posts/a.md", body: "```{=latex}\n\\newpage\n```"))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:7:1: warning: Readers will see this as code: nothing is passed on to ‘latex’ here. "
                + "Delete the block, or write what it stands for in Markdown. [code.raw-block]\n")
    }

    @Test func verse() async throws {
        let site = SiteFixture(
            post("content/posts/a.md", body: "| Sing, Muse,\n|   the wall.\n|\n| End."))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:7:1: warning: Readers will see these ‘|’, and the lines run together. Write verse as a "
                + "quotation whose lines end in ‘\\’, as in ‘> Sing, Muse,\\’. [text.line-block]\n")
    }

    @Test func attributesOfASpan() async throws {
        let report = try await SiteFixture(
            post("content/posts/a.md", body: "A [mot]{role=x}, f[x]{y}, {a=b} and [a]{1=2}.")
        ).diagnose()
        #expect(
            report.hasPrefix("content/posts/a.md:7:8: error: ‘{role=x}’ belongs to nothing here"))
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test(arguments: ["[!KEY FINDINGS]", "[!Key findings] More"])
    func aTitleInTheBrackets(head: String) async throws {
        let report = try await SiteFixture(
            post("content/posts/a.md", body: "> \(head)\n> Text.")
        ).diagnose()
        #expect(
            report.contains("A title stands behind the brackets, as in ‘[!NOTE] Key findings’."))
    }

    /// Somebody's note in a quotation.
    @Test(arguments: ["[!a b]", "[!see above] He says", "[!not clear]"])
    func wordsInBracketsAreText(head: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", body: "> \(head)\n> Text."))
        #expect(try await site.diagnose() == "")
        #expect(try await site.output("posts/a/index.html").contains("<blockquote>\n<p>\(head)"))
    }

    @Test(arguments: [
        ("tab:a", "tbl:a"), ("Fig:a", "fig:a"), ("lemma:a", "lem:a"), ("app:a", "sec:a"),
    ])
    func labelsOfLaTeX(written: String, meant: String) async throws {
        #expect(
            try await SiteFixture(
                Self.works + post("content/posts/a.md", body: "[@\(written)], [@k]")
            ).diagnose()
                == "content/posts/a.md:7:2: error: The bibliography has no work ‘\(written)’. For a part of this page, "
                + "write ‘[@\(meant)]’ here and ‘{#\(meant)}’ behind that part. [citation.unknown-key]\n"
        )
    }

    @Test func aColonBehindAKey() async throws {
        let page = try await SiteFixture(
            Self.works + post("content/posts/a.md", body: "[@k: 355]")
        ).output("posts/a/index.html")
        #expect(page.contains(">Kay, 2020</a>, 355)"))
    }

    @Test(arguments: ["{.python #id .numberLines}", "python {data-x=1}", "python"])
    func codeThatIsShown(info: String) async throws {
        let site = SiteFixture(
            settings: "highlight: true",
            post("content/posts/a.md", body: "```\(info)\nx # y\n```"))
        #expect(try await site.diagnose() == "")
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains("<code class=\"language-python\">x <span class=\"code-comment\"># y"))
    }
}
