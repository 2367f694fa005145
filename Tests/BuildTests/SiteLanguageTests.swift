import Build
import SiteTesting
import Testing

/// A site whose home page and sections are there in several languages.
@Suite struct SiteLanguageTests {
    static let site =
        """
        -- content/index.md --
        ---
        title: The Center
        ---

        Welcome.
        -- content/de/index.md --
        ---
        title: Das Zentrum
        language: de
        translation_of: ../index.md
        ---

        Willkommen.
        -- content/about.md --
        ---
        title: About
        ---

        Text.
        -- content/de/ueber-uns.md --
        ---
        title: Über uns
        language: de
        translation_of: ../about.md
        ---

        Text.
        -- content/posts/index.md --
        ---
        title: Posts
        ---
        -- content/de/beitraege/index.md --
        ---
        title: Beiträge
        language: de
        translation_of: ../../posts/index.md
        ---

        """
        + post("content/posts/a.md", title: "On a name")
        + post(
            "content/de/beitraege/a.md", title: "Über einen Namen",
            "kind: essay\nlanguage: de\ntranslation_of: ../../posts/a.md")

    static let settings = """
        navigation:
          - {text: Start, url: /}
          - {text: Who we are, url: /about/}
          - {text: Texts, url: /posts/}
          - {text: Deutsch, url: /de/}
          - {text: People, url: /people/}
        """

    private func page(_ path: String) async throws -> String {
        try await SiteFixture(settings: Self.settings, Self.site).output(path)
    }

    /// Page, and the addresses of all its versions.
    @Test(arguments: [
        ("index.html", ["", "de/"]), ("de/index.html", ["", "de/"]),
        ("posts/index.html", ["posts/", "de/beitraege/"]),
        ("de/beitraege/index.html", ["posts/", "de/beitraege/"]),
    ])
    func listsLeadToTheirVersions(path: String, versions: [String]) async throws {
        let html = try await page(path)
        let links = html.matches(of: /<link rel="alternate" hreflang="(.*?)" href="(.*?)"\/>/)
        #expect(
            links.map { "\($0.1) \($0.2)" } == [
                "en https://example.org/\(versions[0])", "de https://example.org/\(versions[1])",
                "x-default https://example.org/\(versions[0])",
            ])
        let other = path.hasPrefix("de/") ? versions[0] : versions[1]
        #expect(html.contains("<a rel=\"alternate\" href=\"/\(other)\" hreflang="))
        // Neither list was translated from the other as a text is.
        #expect(!html.contains("(Original)") && !html.contains("(original)"))
    }

    @Test func theMapOfTheSiteHasThem() async throws {
        let map = try await page("sitemap.xml")
        for path in ["", "de/", "posts/", "de/beitraege/"] {
            let entry = "<loc>https://example.org/\(path)</loc>"
            let line = map.split(separator: "\n").first { $0.contains(entry) } ?? ""
            #expect(line.matches(of: /<xhtml:link rel="alternate" hreflang="/).count == 3)
        }
    }

    /// On every page in German; a link to what has no version, or is for other readers, stays.
    @Test(arguments: ["de/index.html", "de/ueber-uns/index.html", "de/beitraege/a/index.html"])
    func theFrameLeadsOnInTheLanguageOfThePage(path: String) async throws {
        let html = try await page(path)
        #expect(html.contains("<a href=\"/de/\" rel=\"home\">Test Center</a>"))
        let current = path == "de/index.html" ? " aria-current=\"true\"" : ""
        #expect(html.contains("<a href=\"/de/\"\(current) lang=\"de\">Start</a>"))
        #expect(html.contains(" lang=\"de\">Über uns</a>"))
        #expect(html.contains(" lang=\"de\">Beiträge</a>"))
        #expect(html.contains(">Deutsch</a>") && html.contains("<a href=\"/people/\">People</a>"))
        #expect(!html.contains("Who we are"))
    }

    /// A home page that is called as the site is gives it its name in each language.
    @Test func theSiteHasItsNameInTheLanguageOfThePage() async throws {
        let site = SiteFixture(
            Self.site.replacing("title: The Center", with: "title: Test Center"))
        let html = try await site.output("de/ueber-uns/index.html")
        #expect(html.contains("<a href=\"/de/\" rel=\"home\" lang=\"de\">Das Zentrum</a>"))
        #expect(html.contains("<title>Über uns · Das Zentrum</title>"))
        #expect(html.contains("<meta property=\"og:site_name\" content=\"Das Zentrum\"/>"))
        #expect(try await site.output("de/index.html").contains("<title>Das Zentrum</title>"))
        let english = try await site.output("about/index.html")
        #expect(english.contains("rel=\"home\">Test Center</a>"))
    }

    @Test func theFrameOfOtherPagesIsAsItWas() async throws {
        let html = try await page("posts/a/index.html")
        #expect(html.contains("<a href=\"/\" rel=\"home\">Test Center</a>"))
        #expect(html.contains("<a href=\"/about/\">Who we are</a>"))
        #expect(html.contains("<a href=\"/posts/\" aria-current=\"true\">Texts</a>"))
    }

    @Test func theWayToAPageBeginsAtTheHomePageOfItsReaders() async throws {
        func crumbs(_ path: String) async throws -> [String] {
            let html = try await page(path)
            let list = html.firstMatch(of: /<nav class="breadcrumb".*?<\/nav>/.dotMatchesNewlines())
            return (list?.0 ?? "").matches(of: /<a href="(.*?)".*?>(.*?)<\/a>/)
                .map { "\($0.1) \($0.2)" }
        }
        #expect(try await crumbs("de/index.html") == [])
        #expect(try await crumbs("de/beitraege/index.html") == ["/de/ Start"])
        #expect(
            try await crumbs("de/beitraege/a/index.html")
                == ["/de/ Start", "/de/beitraege/ Beiträge"])
        #expect(try await crumbs("posts/a/index.html") == ["/ Home", "/posts/ Posts"])
        let article = try await page("de/beitraege/a/index.html")
        #expect(article.contains("\"name\":\"Start\",\"item\":\"https://example.org/de/\""))
    }

    /// The version for readers of Portuguese is that of Brazil where there is no other; Chinese of Taiwan begins at home in
    /// traditional Chinese.
    @Test func aVarietyIsOfItsLanguage() async throws {
        func translation(_ path: String, _ language: String, of original: String) -> String {
            post(
                path, title: language,
                "kind: essay\nlanguage: \(language)\ntranslation_of: \(original)")
        }
        let portuguese = try await SiteFixture(
            language: "pt",
            post("content/posts/a.md", title: "deutsch", "language: de")
                + translation("content/posts/b.md", "pt-BR", of: "a.md")
        ).output("index.html")
        #expect(portuguese.contains(">pt-BR<") && !portuguese.contains(">deutsch<"))
        let chinese = try await SiteFixture(
            "-- content/index.md --\n---\ntitle: Home\n---\n-- content/zh/index.md --\n---\ntitle: 首頁\n"
                + "language: zh-Hant\ntranslation_of: ../index.md\n---\n"
                + post("content/posts/a.md")
                + translation("content/zh/a.md", "zh-Hant-TW", of: "../posts/a.md")
        ).output("zh/a/index.html")
        #expect(chinese.contains("<a href=\"/zh/\" rel=\"home\">"))
    }

    /// What was withdrawn is nothing to lead to.
    @Test func theNavigationLeadsToNoWithdrawnVersion() async throws {
        let withdrawn = Self.site.replacing(
            "translation_of: ../about.md",
            with: "translation_of: ../about.md\nwithdrawn: It was wrong.")
        let html = try await SiteFixture(settings: Self.settings, withdrawn).output("de/index.html")
        #expect(html.contains("<a href=\"/about/\">Who we are</a>"))
    }

    /// For its readers, the translation of what they have in their language is nothing new.
    @Test func theHomePageHasATextOnce() async throws {
        let html = try await page("index.html")
        #expect(html.contains("On a name") && !html.contains("Über einen Namen"))
        let list = try await page("de/index.html")
        #expect(list.contains("Über einen Namen"))
    }

    /// Of what stands below the home page in it, in the head and the footer of every page in it.
    @Test func eachLanguageHasAFeed() async throws {
        let feed = try await page("de/feed.xml")
        #expect(feed.contains("<title xml:lang=\"de\">Das Zentrum</title>"))
        #expect(feed.contains("<id>https://example.org/de/feed.xml</id>"))
        #expect(
            feed.matches(of: /<entry xml:lang="de">\n<title>(.*?)</).map(\.1) == [
                "Über einen Namen"
            ])
        let html = try await page("de/ueber-uns/index.html")
        #expect(html.contains("<a href=\"/de/feed.xml\">"))
        let links = html.matches(of: /<link rel="alternate" href="(.*?)" type/).map(\.1)
        #expect(
            links == [
                "https://example.org/de/feed.xml", "https://example.org/feed.xml",
                "https://example.org/feed.json",
            ])
        #expect(try await page("feed.xml").matches(of: /<entry/).count == 2)
        #expect(try await !page("posts/a/index.html").contains("/de/feed.xml"))
    }

    /// A language that is not ready leaves no trace.
    @Test func anUnpublishedLanguageLeavesNoTrace() async throws {
        let published =
            post("content/posts/a.md") + "-- content/index.md --\n---\ntitle: Home\n---\n"
        let draft =
            "-- content/de/index.md --\n---\ntitle: Anfang\nlanguage: de\ntranslation_of: ../index.md\n"
            + "draft: true\n---\n"
            + post(
                "content/de/a.md",
                "kind: essay\nlanguage: de\ntranslation_of: ../posts/a.md\ndraft: true")
        expectSame(
            try await SiteFixture(published + draft).render(),
            try await SiteFixture(published).render())
    }

    /// A language begins with its home page, whether or not something that nobody may see yet stands beside it.
    @Test func aHomePageMayBeAlone() async throws {
        let home =
            "-- content/index.md --\n---\ntitle: Home\n---\n-- content/de/index.md --\n---\ntitle: Anfang\n"
            + "language: de\ntranslation_of: ../index.md\n---\n\nWillkommen.\n"
        let alone = try await SiteFixture(home + post("content/posts/a.md")).render()
        #expect(
            alone["de/index.html"].map { String(decoding: $0, as: UTF8.self) }?.contains(
                "Willkommen.") == true)
        expectSame(
            try await SiteFixture(
                home + post("content/posts/a.md")
                    + post("content/de/b.md", "kind: essay\ndraft: true")
            ).render(), alone)
    }

    /// Without a home page in their language, its readers have that of the site.
    @Test func aPageAloneChangesNoHome() async throws {
        let html = try await SiteFixture(
            post("content/posts/a.md")
                + post("content/posts/t.md", "language: de\ntranslation_of: a.md")
        ).output("posts/t/index.html")
        #expect(html.contains("<a href=\"/\" rel=\"home\">"))
        #expect(html.contains("<li><a href=\"/\">Home</a></li>"))
    }

    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    private static let lists =
        "-- content/index.md --\n---\ntitle: The Center\n---\n"
        + "-- content/posts/index.md --\n---\ntitle: Posts\n---\n" + post("content/posts/a.md")

    private static func german(_ path: String, of original: String) -> String {
        "-- content/\(path) --\n---\ntitle: Auf Deutsch\nlanguage: de\n"
            + "translation_of: \(original)\n---\n\nText.\n"
    }

    static let mistakes = [
        Mistake(
            "a list that translates a page",
            lists + german("de/index.md", of: "../posts/a.md")
                + post("content/de/b.md", "kind: essay"),
            "content/de/index.md:4:17: error: ‘content/posts/a.md’ is a page, and this is the introduction of a list, "
                + "‘/de/’: name that of the list it translates, as in ‘../index.md’. "
                + "[translation.not-a-page]"),
        Mistake(
            "the archive, which is there once",
            lists + "-- content/archive.md --\n---\ntitle: Archive\n---\n\nText.\n"
                + german("archiv.md", of: "archive.md"),
            "content/archiv.md:4:17: error: Publications, plain pages, sections and the home page have translations; "
                + "‘content/archive.md’ is none of them. Delete the line. [translation.not-a-page]"),
        Mistake(
            "a home page in another language than the site's",
            "-- content/index.md --\n---\ntitle: Das Zentrum\nlanguage: de\n---\n",
            "content/index.md:3:11: error: The home page is in the language of the site, ‘en’. One in another is the "
                + "‘index.md’ of a folder, as in ‘content/de/index.md’, with ‘translation_of: ../index.md’. "
                + "[language.of-home]"),
    ]

    /// However the path to the home page is written.
    @Test(arguments: ["./../index.md", ".././index.md", "../de/../index.md"])
    func theHomePageIsFound(name: String) async throws {
        let page = try await SiteFixture(
            "-- content/index.md --\n---\ntitle: Home\n---\n"
                + "-- content/de/index.md --\n---\ntitle: Anfang\nlanguage: de\ntranslation_of: \(name)\n---\n"
                + post("content/posts/a.md")
        ).output("de/index.html")
        #expect(page.contains("<html lang=\"de\""))
    }
}
