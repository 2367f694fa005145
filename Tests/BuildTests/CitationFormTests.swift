import SiteTesting
import Testing

/// Citations in brackets that go over lines, and those with markup.
@Suite struct CitationFormTests {
    private static func site(_ text: String) -> SiteFixture {
        SiteFixture(
            """
            -- content/references.bib --
            @book{k, title={A}, author={Kay, Bo}, year=2020, publisher={P}}
            @book{j, title={B}, author={Jay, Al}, year=2021, publisher={P}}

            """ + post("content/posts/a.md", body: text))
    }

    @Test(
        arguments: [
            ("A [see\n@k, p.\n4].", "A (see Kay, 2020, p. 4)."),
            (
                "A [@k、p. 4; @k，p. 5; @k، p. 6].",
                "A (Kay, 2020, p. 4; Kay, 2020, p. 5; Kay, 2020, p. 6)."
            ),
            ("A [@k;\n@j]\nB [see\n@k; *x*].", nil),
            (
                "A [@k;\n@j]\nB [see\n@k; @j] c",
                "A (Kay, 2020; Jay, 2021)\nB (see Kay, 2020; Jay, 2021) c"
            ),
            ("> A [@k;\n>   @j].", "A (Kay, 2020; Jay, 2021)."),
            ("A [b\nc] @k.", "A [b\nc] Kay (2020)."),
            ("A [b \\@k\nc].", "A [b @k\nc]."),
            ("$x\ny$ [see $a\nb$ @k].", nil),
        ] as [(String, String?)])
    func overLines(text: String, shown: String?) async throws {
        guard let shown else {
            _ = try await Self.site(text).diagnose()
            return
        }
        let page = try await Self.site(text).output("posts/a/index.html")
        let words = page.replacing(#/<[^>]*>/#, with: "")
        #expect(words.contains("\n\(shown)\n"))
    }

    /// A line behind such a citation is told as the line that it is.
    @Test func linesAreCounted() async throws {
        let report = try await Self.site("A [@k;\n@j].\n• One\n• Two").diagnose()
        #expect(report.hasPrefix("content/posts/a.md:9:1: warning: This is no list"))
    }

    @Test(arguments: [
        ("A [*see* @k, p. 4].", "7:10", "[see @k, p. 4]"),
        ("A [@k, *passim*; @j].", "7:4", "[@k, passim; @j]"),
        ("A [see\n`x` **and** @j].", "8:13", "[see x and @j]"),
    ])
    func markup(text: String, place: String, plain: String) async throws {
        #expect(
            try await Self.site(text).diagnose()
                == "content/posts/a.md:\(place): error: Words in the brackets of a citation are plain "
                + "text: write ‘\(plain)’, without emphasis and code. Where brackets are meant round a "
                + "sentence that cites, write ‘\\[’. [citation.markup]\n")
    }

    @Test(arguments: [
        "A \\[*see* @k].", "A \\[see *this*, @k].", "[*Note*: below]. And @k.",
        "[*x* a@b.org] [@k]",
        "[*a*](https://b.org/) [@k]", "[*a* \\@k]", "[0, *x*) @k [1]", "`[*see* @k]`",
    ])
    func nothingIsSaidOf(text: String) async throws {
        #expect(try await Self.site(text).diagnose() == "")
    }

    @Test(arguments: [
        ("A (@k, p. 3).", "7:3", "[@k, p. 3]"), ("A (@k)", "7:3", "[@k]"),
        ("(@k; @j, pp. 4–5)", "7:1", "[@k; @j, pp. 4–5]"),
        ("B [@k] (@k)", "7:8", "[@k]"),
    ])
    func parenthesesAreTheCitations(text: String, place: String, repair: String) async throws {
        #expect(
            try await Self.site(text).diagnose()
                == "content/posts/a.md:\(place): warning: Readers will see parentheses within parentheses: a citation "
                + "brings its own. Write ‘\(repair)’. [citation.in-parentheses]\n")
    }

    @Test func bracketsWithinBracketsAreAPlace() async throws {
        #expect(
            try await Self.site("A [see @k [p. 3]].").diagnose()
                == "content/posts/a.md:7:8: warning: Readers will see brackets within parentheses: a comma stands before "
                + "a place. Write ‘[@k, p. 3]’. [citation.brackets]\n")
    }

    /// Sentences in parentheses, and words in brackets.
    @Test(arguments: [
        "A (see @k for more).", "A (@k says so).", "A (@k, who says so).", "A (@k [p. 3]).",
        "A (@k and @j)",
        "A [@k, p. 3 [sic]].", "A [@k, [translated]].", "(@k, p. 3 (of 4))", "a \\(@k and b",
        "A [@k, p. 3].",
    ])
    func sentencesMayCite(text: String) async throws {
        #expect(try await Self.site(text).diagnose() == "")
    }

    /// LaTeX's space in a place.
    @Test func aTieInAPlaceIsTold() async throws {
        #expect(
            try await Self.site("A [@k, p.~7] b [@j, p. 7] and @k [S.~4].").diagnose()
                .split(separator: "\n").map { $0.prefix(30) + $0.suffix(16) }
                == [
                    "content/posts/a.md:7:10: warni[text.latex-tie]",
                    "content/posts/a.md:7:35: warni[text.latex-tie]",
                ])
    }
}
