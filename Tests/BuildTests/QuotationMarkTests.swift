import SiteTesting
import Testing

/// Straight quotes of a text become those of its language, in the text and around it.
@Suite struct QuotationMarkTests {
    static func page(_ language: String, _ text: String) async throws -> String {
        try await SiteFixture(
            """
            -- content/posts/a.md --
            ---
            title: The "first" step isn't small
            subtitle: "What 'first' means"
            summary: "\\"First\\" -- explained."
            date: 2025-01-01
            authors: [Conor O'Brien]
            language: \(language)
            ---
            \(text)
            """
        ).output("posts/a/index.html")
    }

    @Test func theTitleAndWhatGoesWithIt() async throws {
        let page = try await Self.page("en", "Text.")
        #expect(page.contains("<h1>The “first” step isn’t small</h1>"))
        #expect(page.contains("What ‘first’ means"))
        #expect(page.contains("<meta name=\"description\" content=\"“First” – explained.\"/>"))
        #expect(page.contains("\"headline\":\"The “first” step isn’t small\""))
        // A name is compared with other names, and stays as it was typed.
        #expect(page.contains(">Conor O'Brien</a>"))
    }

    /// What pages show; data has the names as they were typed.
    @Test func theOrganizationAndTheNavigation() async throws {
        let page = try await SiteFixture(
            settings: """
                organization: {name: "L'Institut", url: "https://a.org/", parent: {name: "L'Université"}}
                navigation: [{text: "What's new", url: /archive/}]
                learn_more: {text: "It's here", url: "https://b.org/"}
                """,
            """
            \(post("content/posts/a.md"))
            """
        ).output("posts/a/index.html")
        for shown in ["L’Institut</a>", "Part of L’Université<", ">What’s new<", ">It’s here<"] {
            #expect(page.contains(shown))
        }
        #expect(page.contains("\"name\":\"L'Institut\""))
    }

    @Test func aNameInTheAcknowledgementsIsFound() async throws {
        let page = try await SiteFixture(
            post(
                "content/posts/a.md", "acknowledgements: [{people: [Flann O'Brien], for: reading}]",
                body: "## Acknowledgements\n\nWe thank Flann O'Brien's team.")
        ).output("posts/a/index.html")
        #expect(page.contains(">Flann O’Brien</a>’s team"))
    }

    @Test(
        "The language decides",
        arguments: [
            ("en", "“One ‘two’ three”, it’s “so <em>well</em> said”."),
            ("de", "„One ‚two‘ three“, it’s „so <em>well</em> said“."),
            (
                "fr",
                "«\u{202F}One «\u{202F}two\u{202F}» three\u{202F}», it’s "
                    + "«\u{202F}so <em>well</em> said\u{202F}»."
            ),
            ("es", "«One “two” three», it’s «so <em>well</em> said»."),
        ])
    func text(language: String, html: String) async throws {
        let text = #"""
            "One 'two' three", it's "so *well* said". `"Code"`
            """#
        let page = try await Self.page(language, text)
        #expect(page.contains("<p>\(html) <code>\"Code\"</code></p>"))
    }

    @Test(
        "What stands before decides, not the emphasis behind",
        arguments: [
            ("*Nature*'s paper doesn't.", "<em>Nature</em>’s paper doesn’t."),
            ("`f`'s value isn't \"it\"'s.", "<code>f</code>’s value isn’t “it”’s."),
            ("U.S.'s policy, C++'s, isn't", "U.S.’s policy, C++’s, isn’t"),
            ("(\"*Nature*\", 2020)", "(“<em>Nature</em>”, 2020)"),
            ("(\"`x`\") and (\"...\")", "(“<code>x</code>”) and (“…”)"),
            ("\"'*A*'\" and ('90s) it's", "“‘<em>A</em>’” and (’90s) it’s"),
            ("Rock 'n' roll; 5'10\" (\"so\")", "Rock ’n’ roll; 5’10” (“so”)"),
            ("(\"'*A*' b\")", "(“‘<em>A</em>’ b”)"),
            ("*\"(x)\"* said.", "<em>“(x)”</em> said."),
        ])
    func besideSigns(text: String, html: String) async throws {
        let page = try await Self.page("en", text)
        #expect(page.contains("<p>\(html)</p>"))
    }

    @Test(arguments: [
        (
            "fr", "l'\"*Étranger*\" (\"*b*\")",
            "l’«\u{202F}<em>Étranger</em>\u{202F}» («\u{202F}<em>b</em>\u{202F}»)"
        ),
        ("de", "*Spiegel*'s geht's (\"*b*\")", "<em>Spiegel</em>’s geht’s („<em>b</em>“)"),
        ("ja", "彼は\"日本\"と", "彼は“日本”と"),
        ("ja", "です。\"English\"も『\"引用\"』と", "です。“English”も『“引用”』と"),
        ("ja", "と'単'も'語'と日本'sの", "と‘単’も‘語’と日本’sの"),
        ("ar", "كـ'علم' و'عداد'.", "كـ‘علم’ و‘عداد’."),
        ("ko", "한국어 **\"강조\"**를", "한국어 **“강조”**를"),
        ("en", "\"p < 0.05*\".", "“p &lt; 0.05*”."),
        ("ar", "قال و\"اقتباس\"، و\"*اثنان*\".", "قال و“اقتباس”، و“<em>اثنان</em>”."),
        ("he", "ה\"ממשלה\" ול\"בנק\" של צה\"ל", "ה“ממשלה” ול“בנק” של צה”ל"),
        ("he", "\"צה\"ל אמר\" וב\"כ", "“צה”ל אמר” וב”כ"),
        ("de", "a=\"b\"", "a=„b“"),
    ])
    func besideSigns(language: String, text: String, html: String) async throws {
        let page = try await Self.page(language, text)
        #expect(page.contains("<p>\(html)</p>"))
    }

    @Test(
        "What is typed stays, and makes no others of straight ones",
        arguments: [
            ("de", "“So it's”, \"said\".", "“So it’s”, „said“."),
            ("en", "„Wort“ (\"*b*\") isn't", "„Wort“ (“<em>b</em>”) isn’t"),
            ("de", "„Wort\" und \"Wort“, ‚so' it’s", "„Wort“ und „Wort“, ‚so‘ it’s"),
            ("sv", "”Ord\" och \"ord”", "”Ord” och ”ord”"),
            ("fr", "« Mot » \"mot\"", "« Mot » «\u{202F}mot\u{202F}»"),
            ("de", "**“a”**b *”c“* \"d\"", "**“a”**b <em>”c“</em> „d“"),
            ("de", "“\"a\" &#x2E24; `“b”` <“c”>", "“„a“ ⸤ <code>“b”</code> &lt;“c”&gt;"),
        ])
    func typed(language: String, text: String, html: String) async throws {
        let page = try await Self.page(language, text)
        #expect(page.contains("<p>\(html)</p>"))
    }

    /// Nothing but text has its quotes set, and none of the rest shows how they are told apart.
    @Test func typedQuotesInWhatIsNoText() async throws {
        let page = try await Self.page(
            "de",
            """
            “A” [b](https://b.org/“x” '“t” "u"') "c" ![“d” "e"](https://b.org/e.png '“f” "g"')

            ![“h”](https://b.org/i.png '“j” "k" *l*')

            ```
            “m” "n"
            ```

            <div title="“o”">“p”</div>
            """)
        for text in ["⸀", "⸁", "⸂", "⸃", "⸤", "⸥", "⸦", "⸧"] { #expect(!page.contains(text)) }
        #expect(page.contains("“m” \"n\""), "\(page)")
        #expect(page.contains("„c“"))
        #expect(page.contains("“j” „k“ <em>l</em>"))
    }

    @Test(arguments: ["en", "de", "fr", "es"])
    func anAnchorIsTheSameInAnyLanguage(language: String) async throws {
        let page = try await Self.page(language, "## The \"small\" 'print'\n\nText.")
        #expect(page.contains("<h2 id=\"the-small-print\">"))
    }
}

/// Typographic marks in front matter that belong to the text.
@Suite struct QuotationMarkValueTests {
    @Test(arguments: [
        "“X” and Y", "On “X”", "“X” and “Y”", "‘X’ and ‘Y’", "’Tis the season", "‘Tis the season",
        "\"“I have a dream”\"", "'‘X’'", "X’s", "»X«", "27”",
    ])
    func standAsTheyAre(title: String) async throws {
        #expect(try await SiteFixture(post("content/posts/a.md", title: title)).diagnose() == "")
    }
}
