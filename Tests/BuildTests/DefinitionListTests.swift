import Build
import Content
import Markup
import Rendering
import Site
import SiteTesting
import Testing

/// Definitions, from the text of a page to what is made of it.
@Suite struct DefinitionListTests {
    private static func site(link: String = "foundation-model") -> SiteFixture {
        SiteFixture(
            """
            \(post("content/posts/a.md", body: "See [it](glossary.md#\(link))."))
            -- content/posts/glossary.md --
            ---
            title: Glossary
            date: 2025-01-02
            authors: [Ada Example]
            ---

            Foundation model {#foundation-model .was-big-model}
            : A model trained on *broad* data.

              It has [a section](#more).

            Adaptation
            : What follows.

            The first paragraph.

            ## More

            """)
    }

    @Test("A term with an id can be linked to, by its old id too")
    func links() async throws {
        let page = try await Self.site().output("posts/a/index.html")
        #expect(page.contains("<a href=\"/posts/glossary/#foundation-model\">it</a>"))
        let old = try await Self.site(link: "big-model").output("posts/a/index.html")
        #expect(old.contains("<a href=\"/posts/glossary/#big-model\">it</a>"))
        let problems = try await Self.site(link: "fundation-model").diagnose()
        #expect(problems.contains("link.unknown-anchor"))
        #expect(problems.contains("Did you mean ‘#foundation-model’?"))
    }

    @Test("The term is marked as defined here, and shows its address")
    func page() async throws {
        let page = try await Self.site().output("posts/glossary/index.html")
        #expect(
            page.contains(
                "<dt id=\"foundation-model\"><span id=\"big-model\"></span><dfn>Foundation model</dfn>"
                    + "<a class=\"anchor\" href=\"#foundation-model\" "
                    + "aria-label=\"Permalink: Foundation model\"></a></dt>\n<dd>\n<p>A model"))
        #expect(page.contains("<dt>Adaptation</dt>\n<dd>What follows.</dd>"))
        #expect(page.contains("<meta name=\"description\" content=\"The first paragraph.\""))
    }

    @Test("In a feed, ids and addresses are those of elsewhere")
    func feed() async throws {
        let feed = try await Self.site().output("feed.xml")
        #expect(feed.contains("<dt id=\"glossary-foundation-model\">"))
        #expect(feed.contains("href=\"https://example.org/posts/glossary/#more\""))
    }

    @Test("Anchors of terms are known to the ledger")
    func anchors() async throws {
        let rendered = try #require(try await Self.site().build().rendered)
        let document = try #require(
            rendered.site.graph.pages.first { $0.title == "Glossary" }?.source.document)
        #expect(document.hasAnchor("foundation-model"))
        #expect(document.hasAnchor("big-model"))
    }

    @Test(
        "What is no definition is said at its line",
        arguments: [
            (
                "Le modèle a deux propriétés que nous étudions dans cet article\n: la première.",
                "7:1: warning: This line is long for a term", "definition.long-term"
            ),
            (
                "- one\n\n: none", "9:1: error: A colon begins a definition, but no term stands",
                "definition.no-term"
            ),
            (
                "A\n: one\nB\n: two", "9:1: error: Does this line go on with the definition",
                "definition.unclear-line"
            ),
            (
                "A\n:   one\n\n  two",
                "10:3: error: This is indented, but does not belong to the definition above it, whose "
                    + "text begins 4 columns behind the term: indent it by 4, or not at all.",
                "definition.indentation"
            ),
            (
                "Les modèles sont entraînés sur des données\ntrès larges : on en distingue deux\n: ceux de langue.",
                "7:1: error: These lines read as one sentence", "definition.long-term"
            ),
            (
                "Models are of two sorts, large\nModels that are small\n: by size.",
                "7:1: error: These lines read as one sentence", "definition.long-term"
            ),
            (
                "![A](https://example.net/x.png)\n: Figure 1. A caption",
                "7:1: error: A picture is no term. Its caption is written in it",
                "definition.no-term"
            ),
            (
                "Term\n: def\n---", "8:1: error: A colon begins a definition, but not here",
                "definition.indentation"
            ),
            (
                "Term\n: def\n| a | b |\n|---|---|\n| 1 | 2 |",
                "8:1: error: A colon begins a definition, but not here", "definition.indentation"
            ),
        ])
    func mistakes(text: String, message: String, id: String) async throws {
        let problems = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
        #expect(problems.contains("content/posts/a.md:" + message))
        #expect(problems.contains("[\(id)]"))
        #expect(problems.split(separator: "\n").count == 1)
    }

    @Test(
        "What stands behind definitions and is not indented is no part of them",
        arguments: [
            "[^a]: A note.", "[^a]: A note.\n\n    Its second paragraph.",
            "[^a]: A note.\n\n[r]: #", "[r]: #\n\n[^a]: A note.", "## Heading\n\n[^a]: A note.",
            "```\ncode\n```\n\n[^a]: A note.",
            "> A quotation\n\n[^a]: A note.", "| A | B |\n|---|---|\n| 1 | 2 |\n\n[^a]: A note.",
            "1. A list\n\n[^a]: A note.", "<!-- A comment -->\n\n[^a]: A note.",
            "---\n\n[^a]: A note.",
        ])
    func behind(rest: String) async throws {
        for definition in [
            "Term\n: Definition.", "Term\n\n: Definition.", "> Term\n> : Definition.",
        ] {
            let text = "Text.[^a]\n\n\(definition)\n\n\(rest)"
            let site = SiteFixture(post("content/posts/a.md", body: text))
            #expect(try await site.diagnose() == "", "\(text)")
        }
    }

    @Test("Another definition of a term may follow code", arguments: ["\n", ""])
    func behindCode(blank: String) async throws {
        let text = "Term\n:   One.\n\n        code\n\(blank)\n:   Two."
        #expect(try await SiteFixture(post("content/posts/a.md", body: text)).diagnose() == "")
    }

    private static func page(_ text: String) async throws -> String {
        try await SiteFixture(post("content/posts/a.md", body: text)).output("posts/a/index.html")
    }

    @Test(
        "Notes, which the parser moves, are not what follows a list",
        arguments: [
            "A claim.[^1]\n\n[^1]: A note.\n\nTerm\n: Definition.",
            "A claim.[^1]\n\nTerm\n: Definition.\n\n  [^1]: A note.",
        ])
    func notes(text: String) async throws {
        let page = try await Self.page(text)
        #expect(page.contains("<dt>Term</dt>\n<dd>"))
        #expect(page.contains("A note."))
    }

    @Test(
        "Terms in several lines, and tables and rules apart from definitions, are no mistakes",
        arguments: [
            ("Colour\ncolor\n: def", "<dt>Colour</dt>\n<dt>color</dt>"),
            ("Doe, Jane\nRoe, Richard\n: def", "<dt>Doe, Jane</dt>\n<dt>Roe, Richard</dt>"),
            ("A term of many, many words {#a}\nand more\n: def", "<dt>and more</dt>"),
            ("Term\n: def\n\n---", "<dd>def</dd>\n</dl>\n<hr />"),
            ("Term\n: def\n\n| a | b |\n|---|---|\n| 1 | 2 |", "<dd>def</dd>\n</dl>\n<div class"),
            (": Caption\n| a | b |\n|---|---|\n| 1 | 2 |", "<figcaption>Caption</figcaption>"),
        ])
    func noMistakes(text: String, html: String) async throws {
        #expect(try await Self.page(text).contains(html))
    }

    @Test("A formula of a term may go over two lines")
    func formula() async throws {
        let page = try await Self.page("One\n$a +\nb$ two\nThree {#three}\n: def")
        #expect(page.split(separator: "<dt").count == 4)
        #expect(page.contains("<dt>One</dt>\n<dt><math"))
        #expect(page.contains("</math> two</dt>\n<dt id=\"three\">"))
    }

    @Test("The name of a term's address has no keys, tildes or attributes in it")
    func permalink() async throws {
        let page = try await Self.page(
            "Term ~~x~~ ![A](https://example.net/x.png){width=50%} [@sec:a] {#q}\n: def\n\n## A {#sec:a}\n\nText."
        )
        #expect(page.contains("aria-label=\"Permalink: Term x A\""))
    }

    @Test("Where a page has no paragraph, the first definition describes it")
    func summary() async throws {
        let text = "Term\n: A *first* one [@sec:a].\n\nOther\n: A second one."
        let page = try await Self.page(text + "\n\n## A {#sec:a}\n\n- one")
        #expect(page.contains("<meta name=\"description\" content=\"A first one A.\""))
        let loose = try await Self.page("Term\n\n: A first one.\n\n  More.")
        #expect(loose.contains("<meta name=\"description\" content=\"A first one.\""))
        let quoted = try await Self.page("> Term\n> : Quoted.\n\nA paragraph.")
        #expect(quoted.contains("<meta name=\"description\" content=\"A paragraph.\""))
    }
}
