import Build
import SiteTesting
import Testing

/// Publications in several languages.
@Suite struct TranslationTests {
    static let original = post("content/posts/a.md", title: "On a name", body: "## One\n\nText.")
    static let german = post(
        "content/de/a.md", title: "Über einen Namen",
        "kind: essay\nlanguage: de\ntranslation_of: ../posts/a.md")
    static let arabic = post(
        "content/posts/a-ar.md", title: "عن اسم", "language: AR\ntranslation_of: a.md")

    private func pages(_ archive: String) async throws -> (String) -> String {
        let outputs = try await SiteFixture(archive).render()
        return { String(decoding: outputs[$0] ?? [], as: UTF8.self) }
    }

    /// Every page of the group names all of them and itself (and the original once more), or robots believe none.
    @Test(arguments: ["posts/a", "de/a", "posts/a-ar"])
    func everyPageLeadsToAllLanguages(path: String) async throws {
        let page = try await pages(Self.original + Self.german + Self.arabic)
        let html = page("\(path)/index.html")
        let links = html.matches(of: /<link rel="alternate" hreflang="(.*?)" href="(.*?)"\/>/)
        #expect(
            links.map { "\($0.1) \($0.2)" } == [
                "en https://example.org/posts/a/", "ar https://example.org/posts/a-ar/",
                "de https://example.org/de/a/", "x-default https://example.org/posts/a/",
            ])
        let map = page("sitemap.xml")
        let entry = "<loc>https://example.org/\(path)/</loc>"
        let line = map.split(separator: "\n").first { $0.contains(entry) } ?? ""
        #expect(line.matches(of: /<xhtml:link rel="alternate" hreflang="/).count == 4)
        #expect(map.contains("xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""))
    }

    /// Page, what stands below its byline.
    @Test(arguments: [
        (
            "posts/a",
            """
            Other languages: <a rel="alternate" href="/posts/a-ar/" hreflang="ar" lang="ar" \
            dir="rtl">العربية</a> · <a rel="alternate" href="/de/a/" hreflang="de" lang="de" \
            dir="ltr">Deutsch</a></p>
            """
        ),
        (
            "de/a",
            """
            Andere Sprachen: <a rel="alternate" href="/posts/a/" hreflang="en" lang="en" \
            dir="ltr">English</a> (Original) · <a
            """
        ),
        ("posts/a-ar", "لغات أخرى: <a rel=\"alternate\" href=\"/posts/a/\""),
    ])
    func readersSeeTheOtherLanguages(path: String, line: String) async throws {
        let page = try await pages(Self.original + Self.german + Self.arabic)
        #expect(page("\(path)/index.html").contains(line))
    }

    @Test func machinesAreToldWhichIsTheOriginal() async throws {
        let page = try await pages(
            post("content/posts/a.md", "doi: 10.1000/1") + Self.german + Self.arabic)
        #expect(
            page("posts/a/index.html").contains(
                """
                "workTranslation":[{"@type":"ScholarlyArticle",\
                "@id":"https://example.org/posts/a-ar/","url":"https://example.org/posts/a-ar/",\
                "inLanguage":"ar"},{
                """))
        #expect(
            page("de/a/index.html").contains(
                """
                "translationOfWork":{"@type":"ScholarlyArticle","@id":"https://doi.org/10.1000/1",\
                "url":"https://example.org/posts/a/","inLanguage":"en"}
                """))
    }

    @Test func plainPagesHaveTranslationsToo() async throws {
        let page = try await pages(
            "-- content/about.md --\n---\ntitle: About\n---\n\nText.\n"
                + "-- content/ueber.md --\n---\ntitle: Über uns\nlanguage: de\n"
                + "translation_of: about.md\n---\n\nText.\n")
        #expect(page("about/index.html").contains(">Deutsch</a>"))
        #expect(page("ueber/index.html").contains(">English</a> (Original)"))
        #expect(page("ueber/index.html").contains("hreflang=\"x-default\""))
    }

    /// A page without translations, and the sitemap of a site without any, say nothing of languages.
    @Test func whoHasNoneSaysNothing() async throws {
        let alone = post("content/posts/b.md", title: "Alone", date: "2023-01-01")
        let outputs = try await SiteFixture(alone).render()
        for (path, bytes) in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("hreflang") && !text.contains("xhtml"), "\(path)")
        }
        let page = try await pages(alone + Self.original + Self.german)
        #expect(!page("posts/b/index.html").contains("hreflang"))
    }

    /// The way to a tombstone is marked as one, and no answer to a search.
    @Test func whatWasWithdrawnIsMarked() async throws {
        let page = try await pages(
            Self.original + Self.arabic
                + post(
                    "content/posts/w.md", "language: de\ntranslation_of: a.md\nwithdrawn: Wrong."))
        let html = page("posts/a/index.html")
        #expect(html.contains(">Deutsch</a> <span class=\"flag\">Withdrawn</span>"))
        #expect(!html.contains("hreflang=\"de\" href=\"https:"))
        #expect(!page("posts/w/index.html").contains("hreflang=\"ar\" href=\"https:"))
    }

    /// Tags of the translations, and the names under which the original (in English) shows them.
    @Test(arguments: [
        (["fr"], ["Français"]), (["pt-br"], ["Português"]),
        (["sr-Latn", "sr"], ["Српски", "Srpski"]),
        (["pt-PT", "pt-BR"], ["Português (Brasil)", "Português (Portugal)"]),
        (["de-LI", "de"], ["Deutsch", "Deutsch (LI)"]), (["tlh"], ["tlh"]),
        (["en-GB"], ["British English"]), (["zh-Hant"], ["繁體中文"]),
        (["zh-Hans", "zh-Hant-TW"], ["简体中文", "繁體中文"]),
        (["zh-Hant-HK", "zh-Hant-TW"], ["繁體中文 (HK)", "繁體中文 (TW)"]),
        (["uz-Arab", "uz-Latn"], ["O‘zbek (Arab)", "O‘zbek (Latn)"]),
    ])
    func languagesHaveTheirOwnNames(tags: [String], names: [String]) async throws {
        let translations = tags.enumerated().map { index, tag in
            post("content/posts/t\(index).md", "language: \(tag)\ntranslation_of: a.md")
        }
        let page = try await pages(Self.original + translations.joined())
        let links = page("posts/a/index.html").matches(of: /hreflang="[^"]*" lang=.*?>(.*?)<\/a>/)
        #expect(links.map { String($0.1) } == names)
    }

    @Test func aThemeShowsThemInItsOwnWay() async throws {
        let page = try await pages(
            Self.original + Self.german
                + "-- templates/publication.html --\n<!doctype html><title>x</title>{{#translations}}<i lang=\"{{language}}\">"
                + "{{name}}: {{title}}</i>{{#is_original}}!{{/is_original}}{{/translations}}\n")
        #expect(page("de/a/index.html").contains("<i lang=\"en\">English: On a name</i>!"))
        #expect(page("posts/a/index.html").contains("<i lang=\"de\">Deutsch: Über einen Namen</i>"))
    }

    // MARK: - Drafts

    /// Not published in one way or another.
    static let unpublished = [
        "draft: true", "publish_at: 2031-01-01T00:00:00Z", "expires_at: 2025-12-01T00:00:00Z",
    ]

    @Test(arguments: unpublished)
    func anUnpublishedTranslationLeavesNoTrace(line: String) async throws {
        let published = Self.original + Self.german
        let french = post(
            "content/posts/fr.md", title: "Sur un nom",
            "language: fr\ntranslation_of: a.md\n\(line)")
        // Alone, and as one of several.
        for rest in [Self.original, published] {
            let absent = try await SiteFixture(rest).render()
            let present = try await SiteFixture(rest + french).render()
            expectSame(present, absent)
        }
        var preview = SiteFixture(published + french)
        preview.options.includesDrafts = true
        let html = try await preview.output("posts/a/index.html")
        #expect(html.contains(">Français</a> <span class=\"flag\">Draft</span>"))
        #expect(html.contains("hreflang=\"fr\" href=\"https://example.org/posts/fr/\""))
    }

    @Test(arguments: unpublished)
    func aPublishedPageTranslatesNothingUnpublished(line: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", line) + Self.german)
        let report = try await site.diagnose()
        #expect(report.hasPrefix("content/de/a.md:7:17: error: ‘content/posts/a.md’ is "))
        #expect(report.contains("[link.to-unpublished]"))
        #expect(try await site.build().rendered == nil)
    }
}
