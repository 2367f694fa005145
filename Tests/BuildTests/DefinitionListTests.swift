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
                "7:1: error: This line is long for a term", "definition.long-term"
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
        ])
    func mistakes(text: String, message: String, id: String) async throws {
        let problems = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
        #expect(problems.contains("content/posts/a.md:" + message))
        #expect(problems.contains("[\(id)]"))
        #expect(problems.split(separator: "\n").count == 1)
    }
}
