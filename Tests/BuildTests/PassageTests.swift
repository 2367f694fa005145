import SiteTesting
import Testing

/// Passages in another language than the page.
@Suite struct PassageTests {
    private func body(_ text: String, _ frontMatter: String = "") async throws -> String {
        try await SiteFixture(post("content/posts/a.md", frontMatter, body: text))
            .output("posts/a/index.html")
    }

    @Test(arguments: [
        ("His [Weltanschauung]{lang=de}.", "<p>His <span lang=\"de\">Weltanschauung</span>.</p>"),
        ("[mot]{lang=\"FR-fr\"}", "<span lang=\"fr-FR\">mot</span>"),
        (
            "Two, [un *deux* `x`]{lang=fr} and [zwei]{lang=de}.",
            "<span lang=\"fr\">un <em>deux</em> <code>x</code></span> and <span lang=\"de\">zwei</span>."
        ),
        ("*[Geist]{lang=de} it is*", "<em><span lang=\"de\">Geist</span> it is</em>"),
        (
            "[Er sagte [oui]{lang=fr}.]{lang=de}",
            "<span lang=\"de\">Er sagte <span lang=\"fr\">oui</span>.</span>"
        ),
        ("He said [שלום]{lang=he}.", "<span lang=\"he\" dir=\"rtl\">שלום</span>"),
        (
            "[كلمة *[word]{lang=en}*]{lang=ar}",
            "<span lang=\"ar\" dir=\"rtl\">كلمة <em><span lang=\"en\" dir=\"ltr\">word</span></em></span>"
        ),
        ("a [b [c]{lang=de} d", "a [b <span lang=\"de\">c</span> d"),
        (
            "| A | B |\n|---|---|\n| [eins]{lang=de} | x |",
            "<td><span lang=\"de\">eins</span></td>"
        ),
        (
            "[Sein und Zeit](https://b.org/sz){lang=de} says",
            "<span lang=\"de\"><a href=\"https://b.org/sz\">Sein und Zeit</a></span> says"
        ),
        ("Text.[^n]\n\n[^n]: The [Wort]{lang=de}.", "<p>The <span lang=\"de\">Wort</span>."),
    ])
    func wordsInBrackets(text: String, html: String) async throws {
        #expect(try await body(text).contains(html))
    }

    @Test(arguments: [
        ("Ein Satz. {lang=de}", "<p lang=\"de\">Ein Satz.</p>"),
        ("Ein Satz.\n{lang=de}", "<p lang=\"de\">Ein Satz.</p>"),
        ("> Ein Satz. {lang=de}", "<blockquote lang=\"de\">\n<p>Ein Satz.</p>"),
        (
            "> Eins.\n>\n> Zwei.\n>\n> {lang=de}",
            "<blockquote lang=\"de\">\n<p>Eins.</p>\n<p>Zwei.</p>\n</blockquote>"
        ),
        (
            "> Eins. {lang=de}\n>\n> Somebody",
            "<blockquote>\n<p lang=\"de\">Eins.</p>\n<p>Somebody</p>"
        ),
        ("- Eins. {lang=de}\n- two", "<li><span lang=\"de\">Eins.</span></li>"),
        ("> שלום. {lang=he}", "<blockquote lang=\"he\" dir=\"rtl\">"),
        ("> [!NOTE]\n> Ein Satz. {lang=de}", "<p lang=\"de\">Ein Satz.</p>"),
    ])
    func paragraphsAndQuotations(text: String, html: String) async throws {
        #expect(try await body(text).contains(html))
    }

    @Test func aRunInHeadKeepsItsLanguage() async throws {
        let page = try await body("**Head.** Ein Satz. {lang=de}", "run_in_heads: true")
        #expect(page.contains("<p lang=\"de\">Ein Satz.</p></div>"))
    }

    /// Marks within are those of its language, and those around it the page's.
    @Test func quotationMarks() async throws {
        let page = try await body(
            "\"One\" and [er sagte \"nein\", dann \"ja\"]{lang=de}, \"two\".\n\n> \"Oui\". {lang=fr}\n\n\"End\"."
        )
        #expect(
            page.contains(
                "“One” and <span lang=\"de\">er sagte „nein“, dann „ja“</span>, “two”."))
        #expect(page.contains("<p>«\u{202F}Oui\u{202F}».</p>"))
        #expect(page.contains("<p>“End”.</p>"))
        let german = try await body("\"Eins\" und [\"two\"]{lang=en}", "language: de")
        #expect(german.contains("„Eins“ und <span lang=\"en\">“two”</span>"))
    }

    /// What is made of a text elsewhere has its words alone.
    @Test func headingsAndSummaries() async throws {
        let page = try await body(
            "The *[Geist]{lang=de}* of it.\n\n## On [Bildung]{lang=de}\n\nText.\n\n## More\n\nText."
        )
        #expect(page.contains("<h2 id=\"on-bildung\">On <span lang=\"de\">Bildung</span><a"))
        #expect(
            page.contains("<a href=\"#on-bildung\">On <span lang=\"de\">Bildung</span></a>"))
        #expect(page.contains("<meta name=\"description\" content=\"The Geist of it.\"/>"))
    }

    @Test(arguments: [
        (
            "## Weltanschauung {lang=de}",
            "<h2 id=\"weltanschauung\"><span lang=\"de\">Weltanschauung</span><a"
        ),
        (
            "## \"So\" *und* [cosi]{lang=it} {#sec:so .was-alt lang=\"de\"}",
            "<span lang=\"de\">„So“ <em>und</em> <span lang=\"it\">cosi</span></span><a"
        ),
        ("## Geist {lang=de #geist}", "<h2 id=\"geist\"><span lang=\"de\">Geist</span><a"),
        ("## שלום {.unnumbered lang=he}", "><span lang=\"he\" dir=\"rtl\">שלום</span><a"),
        ("Sein {lang=de}\n---", "<h2 id=\"sein\"><span lang=\"de\">Sein</span><a"),
    ])
    func wholeHeadings(text: String, html: String) async throws {
        let page = try await body(text + "\n\nText.\n\n## More\n\nText.")
        #expect(page.contains(html))
        let words = html.firstMatch(of: /<span.*<\/span>/).map { String($0.output) } ?? ""
        #expect(page.contains("\">" + words + "</a>"), "The contents list")
        #expect(!page.contains("lang=" + "de}") && !page.contains("{" + "#"))
    }

    @Test(arguments: [
        ("Die Grenzen {lang=de}", "<figcaption><span lang=\"de\">Die Grenzen</span></figcaption>"),
        (
            "Die *Grenzen* {lang=de}",
            "<figcaption><span lang=\"de\">Die <em>Grenzen</em></span></figcaption>"
        ),
    ])
    func wholeCaptions(title: String, html: String) async throws {
        let page = try await SiteFixture(
            post("content/posts/a/index.md", body: "![A](x.png \"\(title)\")")
                + "-- content/posts/a/x.png --\nx\n"
        ).output("posts/a/index.html")
        #expect(page.contains(html))
    }

    @Test func aTagThatIsNone() async throws {
        let report = try await SiteFixture(
            post(
                "content/posts/a.md",
                body: "The [Geist]{lang=german} and\n[x]{lang=qq}.\n\n> Satz. {lang=deutsch}")
        ).diagnose()
        #expect(
            report
                == """
                content/posts/a.md:7:18: error: ‘german’ is no language tag: write ‘de’ (BCP 47). [language.malformed]
                content/posts/a.md:8:10: error: ‘qq’ is no language tag: write ‘en’, ‘de’ or ‘pt-BR’ (BCP 47). [language.malformed]
                content/posts/a.md:10:15: error: ‘deutsch’ is no language tag: write ‘de’ (BCP 47). [language.malformed]

                """)
    }

    /// Braces that nothing takes are told, and lose nothing.
    @Test(arguments: [
        "*[mot*]{lang=fr}", "mot]{lang=fr}", "[mot]{lang=fr .x}", "[mot] {lang=fr} more",
        "## {lang=fr}", "## Head {lang=fr x}", "## Head{lang=fr}", "{lang=fr}",
        "![A](x.png) {lang=fr}",
    ])
    func bracesWithoutWords(text: String) async throws {
        let report = try await SiteFixture(
            post("content/posts/a/index.md", body: text) + "-- content/posts/a/x.png --\nx\n"
        ).diagnose()
        #expect(report.contains("{lang=fr"))
        #expect(report.contains("[attributes.m"))
    }

    @Test func bracesThatAreText() async throws {
        let site = SiteFixture(
            post(
                "content/posts/a.md",
                body:
                    "Write `[mot]{lang=fr}` or [mot]\\{lang=fr}, f[x]{y}; [so]{lang=de}.\n\nA [mot]{lang=fr}."
            ))
        #expect(try await site.diagnose() == "")
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains("<code>[mot]{lang=fr}</code> or [mot]{lang=fr}, f[x]{y}; <span"))
        #expect(page.contains("A <span lang=\"fr\">mot</span>."))
    }

    /// Many of them, and deep ones, take no longer than their length.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("[a]{lang=de} ", "", 5_000), ("[", "]{lang=de}", 2_000), ("a]{lang=de} ", "", 5_000),
            ("*[a]{lang=de}* \\{lang=fr}\n", "", 1_000), ("# a {#b lang=de} ", " {lang=de}", 1_000),
            ("# a {lang=de}\n", "", 1_000),
        ])
    func hostileTexts(head: String, tail: String, count: Int) async throws {
        let text = String(repeating: head, count: count) + String(repeating: tail, count: count)
        _ = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
    }
}
