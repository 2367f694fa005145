import SiteTesting
import Testing

/// Captions: of figures, which stand in the title of an image, and of tables.
@Suite struct CaptionTests {
    private static let bibliography = """
        -- content/references.bib --
        @book{lamport1994, author = {Leslie Lamport}, title = {LaTeX}, year = 1994, publisher = {AW}}
        -- content/posts/a.png --
        png
        -- content/posts/b.md --
        ---
        title: B
        date: 2025-01-01
        authors: [Ada Example]
        ---

        Text.

        """

    private static func page(_ body: String, _ more: String = "") async throws -> String {
        try await SiteFixture(bibliography + post("content/posts/a.md", more, body: body))
            .output("posts/a/index.html")
    }

    /// The caption of the one figure.
    private static func caption(_ title: String) async throws -> String {
        let page = try await page("Text.\n\n![Alt](a.png \(title)){#fig:a}\n\n[r]: b.md")
        let found = page.firstMatch(of: /(?s)<\/span> (?<text>.*?)<\/figcaption>/)
        return found.map { String($0.text) } ?? "no caption in \(page)"
    }

    @Test("The caption of a figure is a text")
    func markup() async throws {
        let text = try await Self.caption(
            "\"From [B](b.md) and [@lamport1994, p. 3], *E* `c_d`, $x^2$ -- it's <b>\"")
        #expect(text.contains("From <a href=\"/posts/b/\">B</a> and <span class=\"citation\""))
        #expect(text.contains("Lamport"))
        #expect(text.contains(", p. 3"))
        #expect(text.contains("<em>E</em> <code>c_d</code>, <math"))
        #expect(text.hasSuffix("</math> – it’s &lt;b&gt;"))
    }

    @Test(
        "A backslash escapes, a title may have other signs and several lines",
        arguments: [
            (#""A \*b\* \"c\" & \\""#, #"A *b* “c” &amp; \"#),
            ("'A *b* \"c\"'", "A <em>b</em> “c”"),
            ("(A *b* \\(c\\))", "A <em>b</em> (c)"),
            ("\"# No *b* #\"", "# No <em>b</em> #"),
            ("\"- 1. *b*\nand *c*\"", "- 1. <em>b</em> and <em>c</em>"),
            ("\"*b* [w][r]\"", "<em>b</em> <a href=\"/posts/b/\">w</a>"),
            ("\"Plain; (words), 5%.\"", "Plain; (words), 5%."),
            (
                "\"See https://b.org/a\"",
                "See <a class=\"uri\" href=\"https://b.org/a\">https://b.org/a</a>"
            ),
            (#""Of &lt;b&gt; \& 3 < 4""#, "Of &lt;b&gt; &amp; 3 &lt; 4"),
        ])
    func escapes(title: String, expected: String) async throws {
        #expect(try await Self.caption(title) == expected)
    }

    @Test("Of two captions, each is its image's, in a quotation and in a reference, too")
    func several() async throws {
        let page = try await Self.page(
            """
            > ![One](a.png "The *one*
            > of *two*")

            ![Plain](a.png "Plain")

            ![Two][two]

            [two]: a.png "The *other*"
            """)
        #expect(page.contains("<figcaption>The <em>one</em> of <em>two</em></figcaption>"))
        #expect(page.contains("<figcaption>Plain</figcaption>"))
        #expect(page.contains("<figcaption>The <em>other</em></figcaption>"))
    }

    @Test("What a caption cites is among the references, and the feed has the caption, too")
    func references() async throws {
        let site = SiteFixture(
            Self.bibliography
                + post(
                    "content/posts/a.md", body: "![Alt](a.png \"From [@lamport1994], [B](b.md)\")"))
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains("id=\"ref-lamport1994\""))
        let feed = try await site.output("feed.xml")
        #expect(feed.contains("<a href=\"https://example.org/posts/b/\">B</a></figcaption>"))
    }

    @Test("The label of a table's box says what its caption does, in words")
    func tableLabel() async throws {
        let page = try await Self.page(
            """
            | A | B |
            |---|---|
            | 1 | 2 |

            : From [B](b.md) & *E* [@lamport1994], as @lamport1994 has it in [@tbl:a]. {#tbl:a}
            """)
        #expect(
            page.contains(
                "aria-label=\"From B &amp; E (Lamport, 1994), as Lamport (1994) has it in Table\u{A0}1.\""
            ), "\(page)")
    }

    @Test(
        "Mistakes in a caption stand at their place",
        arguments: [
            (
                "![Alt](a.png \"From [B](c.md)\")",
                "content/posts/a.md:7:24: error: There is no page ‘content/posts/c.md’. "
                    + "Did you mean ‘content/posts/a.md’? [link.unknown-page]"
            ),
            (
                "![Alt](a.png \"From [@lamport1995]\")",
                "content/posts/a.md:7:21: error: The bibliography has no work ‘lamport1995’. "
                    + "Did you mean ‘lamport1994’? [citation.unknown-key]"
            ),
            (
                "![Alt](a.png \"By $\\frac{1}$ of *b*\")",
                "content/posts/a.md:7:19: error: ‘\\frac’ lacks an argument: a character, or something in "
                    + "braces. [math.malformed]"
            ),
            (
                "Text.[^n]\n\n![Alt](a.png \"From *b*[^n]\")\n\n[^n]: A note.",
                "content/posts/a.md:9:23: error: The caption of an image cannot hold a footnote: put ‘[^n]’ "
                    + "into the text. [footnote.in-image]"
            ),
        ])
    func mistakes(body: String, report: String) async throws {
        let site = SiteFixture(Self.bibliography + post("content/posts/a.md", body: body))
        #expect(try await site.diagnose() == report + "\n")
    }
}
