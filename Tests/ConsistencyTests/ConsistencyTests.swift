import Build
import Consistency
import Diagnostics
import SiteTesting
import Testing

/// An edit of a theme that makes a page say something else than its record turns the check red.
@Suite struct ConsistencyTests {
    /// Two authors, a revision, a DOI, and a title that every format has to escape.
    static let site =
        """
        -- content/posts/a.md --
        ---
        title: "R&D: 50% of $5_{x} “quoted” <b> it's"
        date: 2025-01-31
        updated: 2025-02-03
        kind: report
        doi: 10.1000/a_b
        authors:
          - Jonas van der Wiel
          - Ann Doe Jr.
          - {name: The Center, organization: true}
          - 山田 太郎
        topics: [x]
        ---

        Text.

        """
        + post("content/posts/b.md", title: "Second", date: "2025-01-01", "kind: news")

    private static func check(_ archive: String) async throws -> [String] {
        let built = try await SiteFixture(
            base: "https://example.org/sub/", settings: "license: CC-BY-4.0\ncitation_files: true",
            archive
        ).build()
        #expect(built.diagnostics.map(\.message) == [])
        let rendered = try #require(built.rendered)
        return await ConsistencyCheck.diagnostics(for: rendered)
            .map { "\($0.id.rawValue): \($0.message)" }
    }

    @Test func theBuiltInThemeAgreesWithTheRecord() async throws {
        #expect(try await Self.check(Self.site) == [])
    }

    /// TeX joins some signs where they stand twice; braces between them keep them apart.
    @Test(arguments: [
        ("The --verbose flag", "The -{}-verbose flag"), ("a ---b", "a -{}-{}-b"),
        ("A >> g,,", "A >{}> g,{},"), ("A << B", "A {<}{<} B"),
        ("?`So!`", "?\\textasciigrave{}So!\\textasciigrave{}"),
        ("A well-known, e.g., x->y", "A well-known, e.g., x->y"),
    ])
    func signsThatTeXJoinsComeBack(title: String, expected: String) async throws {
        let site = SiteFixture(
            settings: "citation_files: true",
            post("content/posts/a.md", title: "'\(title.replacing("'", with: "''"))'"))
        let rendered = try #require(try await site.build().rendered)
        #expect(await ConsistencyCheck.diagnostics(for: rendered).map(\.message) == [])
        let bibtex = try await site.render()["publications.bib"].map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(bibtex?.contains("title = {{\(expected)}}") == true, "\(bibtex ?? "")")
    }

    @Test("In BibTeX, a name with “and” is one", arguments: ["", ", organization: true"])
    func names(flag: String) async throws {
        let site = post("content/posts/a.md").replacing(
            "[Ada Example]",
            with: "[{name: Center for Science and Policy\(flag)}, Ann Sand]")
        #expect(try await Self.check(site) == [])
    }

    /// A text of a template of the built-in theme, what an edit makes of it, and what is said.
    struct Edit: Sendable, CustomTestStringConvertible {
        let file: String
        let text: String
        let replacement: String
        let expected: String
        var testDescription: String { expected }

        init(_ file: String, _ text: String, _ replacement: String, _ expected: String) {
            self.file = file
            self.text = text
            self.replacement = replacement
            self.expected = expected
        }
    }

    static let edits = [
        Edit(
            "publication.html", "<h1>{{title}}</h1>", "<h1>{{kind_label}}</h1>",
            "consistency.title: On ‘/posts/a/’, the heading says ‘Report’, and the record"),
        Edit(
            "publication.html", "<h1>{{title}}</h1>", "",
            "consistency.title: On ‘/posts/a/’, the heading does not say"),
        Edit(
            "partials/byline.html", "{{name}}</a>",
            "{{#affiliation}}{{.}}{{/affiliation}}{{^affiliation}}We{{/affiliation}}</a>",
            "consistency.authors: On ‘/posts/a/’, the byline says ‘We; We; We; We’, and the record"),
        Edit(
            "publication.html", "{{>partials/byline}}", "",
            "consistency.authors: On ‘/posts/a/’, the byline does not say"),
        Edit(
            "publication.html", "datetime=\"{{date.iso}}\"", "datetime=\"{{date.year}}\"",
            "consistency.date: On ‘/posts/a/’, the first time element says ‘2025’, and the record ‘2025-01-31’."
        ),
        Edit(
            "publication.html", "datetime=\"{{updated.iso}}\"", "datetime=\"{{date.iso}}\"",
            "consistency.date: On ‘/posts/a/’, the time of the revision does not say ‘2025-02-03’."),
        Edit(
            "publication.html", "{{bibtex}}", "{{ris}}",
            "consistency.title: On ‘/posts/a/’, BibTeX does not say"),
        Edit(
            "publication.html", "{{ris}}", "{{text}}",
            "consistency.title: On ‘/posts/a/’, RIS does not say"),
        Edit(
            "layout.html", "href=\"{{head.canonical_url}}\"", "href=\"{{site.home_url}}\"",
            "consistency.address: On ‘/posts/a/’, the canonical address says ‘/sub/’, and the record ‘https://example.org/sub/posts/a/’."
        ),
        Edit(
            "layout.html", "<meta name=\"{{name}}\" content=\"{{content}}\"/>", "",
            "consistency.authors: On ‘/posts/a/’, citation_author does not say ‘Jonas van der Wiel; Ann Doe Jr.; The Center; 山田 太郎’."
        ),
        Edit(
            "layout.html", "{{{head.structured_data}}}", "{}",
            "consistency.authors: On ‘/posts/a/’, ‘author’ of JSON-LD does not say"),
        Edit(
            "layout.html", "<title>{{head.title}}</title>", "<title>{{site.title}}</title>",
            "consistency.title: On ‘/posts/a/’, the title element says ‘Test Center’, and the record"
        ),
        Edit(
            "layout.html", "{{$head}}",
            "<meta name=\"citation_title\" content=\"{{site.title}}\"/>{{$head}}",
            "consistency.metadata: On ‘/posts/b/’, the head says ‘citation_title’, and the record ‘no citation tags’."
        ),
    ]

    @Test(arguments: edits)
    func anEditOfAThemeIsFound(edit: Edit) async throws {
        let source = try #require(BuiltInTheme.files.first { $0.path == edit.file })
        let text = String(decoding: source.bytes, as: UTF8.self)
        #expect(text.contains(edit.text), "the theme has changed: adapt this case")
        let edited = text.replacing(edit.text, with: edit.replacement)
        let found = try await Self.check(Self.site + "-- templates/\(edit.file) --\n\(edited)\n")
        #expect(found.contains { $0.hasPrefix(edit.expected) }, "\(found.joined(separator: "\n"))")
    }

    @Test func aThemeThatShowsTheTitleAlone() async throws {
        let template = """
            -- templates/publication.html --
            {{<layout}}{{$main}}<h1>{{title}}</h1>{{/main}}{{/layout}}

            """
        let found = try await Self.check(Self.site + template)
        #expect(
            found.filter { $0.contains("/posts/a/") } == [
                "consistency.authors: On ‘/posts/a/’, the byline does not say ‘Jonas van der Wiel; "
                    + "Ann Doe Jr.; The Center; 山田 太郎’.",
                "consistency.date: On ‘/posts/a/’, the first time element does not say ‘2025-01-31’.",
                "consistency.date: On ‘/posts/a/’, the time of the revision does not say ‘2025-02-03’.",
                "consistency.doi: On ‘/posts/a/’, the DOI does not say ‘https://doi.org/10.1000/a_b’.",
            ])
    }

    /// Every copy of the licence on a page may be lost but the one in its footer.
    @Test func aWrongLicenceIsFound() async throws {
        let own = Self.site.replacing("doi:", with: "license: CC0-1.0\ndoi:")
        let source = try #require(BuiltInTheme.files.first { $0.path == "publication.html" })
        let text = String(decoding: source.bytes, as: UTF8.self)
        let edited = text.replacing("rel=\"license\" ", with: "")
        let found = try await Self.check(own + "-- templates/publication.html --\n\(edited)\n")
        #expect(
            found == [
                "consistency.license: On ‘/posts/a/’, the licence says "
                    + "‘https://creativecommons.org/licenses/by/4.0/’, and the record "
                    + "‘https://creativecommons.org/publicdomain/zero/1.0/’."
            ])
    }

    /// Versions of a text and of the home page.
    static let languages =
        "-- content/index.md --\n---\ntitle: Home\n---\n"
        + "-- content/de/index.md --\n---\ntitle: Anfang\nlanguage: de\ntranslation_of: ../index.md\n---\n"
        + post("content/posts/a.md")
        + post("content/de/a.md", "kind: essay\nlanguage: de\ntranslation_of: ../posts/a.md")

    /// A feed has a language, and is no version of the page.
    @Test func aThemeMayTellTheLanguageOfItsFeed() async throws {
        let source = try #require(BuiltInTheme.files.first { $0.path == "layout.html" })
        let feed =
            "<link rel=\"alternate\" type=\"application/atom+xml\" hreflang=\"en\" href=\"/sub/feed.xml\">"
        let edited = String(decoding: source.bytes, as: UTF8.self)
            .replacing("</head>", with: feed + "</head>")
        #expect(edited.contains(feed))
        #expect(
            try await Self.check(Self.languages + "-- templates/layout.html --\n\(edited)\n") == [])
    }

    /// Each version has to name all, or search engines believe none.
    @Test func aThemeThatNamesNoLanguagesIsFound() async throws {
        #expect(try await Self.check(Self.languages) == [])
        let source = try #require(BuiltInTheme.files.first { $0.path == "layout.html" })
        let text = String(decoding: source.bytes, as: UTF8.self)
        let line = "<link rel=\"alternate\" hreflang=\"{{language}}\" href=\"{{url}}\"/>"
        #expect(text.contains(line), "the theme has changed: adapt this case")
        let edited = text.replacing(line, with: "")
        let found = try await Self.check(
            Self.languages + "-- templates/layout.html --\n\(edited)\n")
        #expect(
            found == [
                "consistency.language: On ‘/de/a/’, the head does not say ‘de https://example.org/sub/de/a/; "
                    + "en https://example.org/sub/posts/a/; x-default https://example.org/sub/posts/a/’."
            ])
    }

    /// No two works of `publications.bib` have one key.
    ///
    /// Not those of one slug, and not those whose slugs are not in ASCII. The oldest keeps the key that it had
    /// when it was alone.
    @Test func everyPublicationHasAKeyOfItsOwn() async throws {
        let site =
            post("content/posts/a.md", date: "2025-05-01")
            + post("content/notes/a.md", date: "2025-02-01", "kind: essay")
            + post("content/talks/a.md", date: "2024-02-01", "kind: talk")
            + post("content/posts/模型.md") + post("content/posts/数据.md")
        #expect(try await Self.check(site) == [])
        let list = try await SiteFixture(site).output("publications.bib")
        let keys = list.matches(of: /@[a-z]+\{(.*?),/).map { String($0.1) }
        #expect(Set(keys).count == 5, "\(keys)")
        let digits = try #require(keys.first { $0.contains("2025-a-") }).dropFirst(
            "example2025-".count)
        #expect(
            try await Self.check(site + post("content/posts/\(digits).md", date: "2025-03-03"))
                == [])
        let alone = try await SiteFixture(
            post("content/notes/a.md", date: "2025-02-01", "kind: essay")
        )
        .output("publications.bib")
        let key = try #require(alone.firstMatch(of: /@[a-z]+\{(.*?),/)).1
        #expect(keys.contains(String(key)))
    }

    /// One mistake in a template is told a few times, not for every page of a large site.
    @Test func oneMistakeIsNotToldAThousandTimes() async throws {
        let pages = (1...30).map { post("content/posts/p\($0).md", title: "Page \($0)") }
        let site = SiteFixture(pages.joined() + "-- templates/partials/byline.html --\nWe\n")
        let found = await ConsistencyCheck.diagnostics(
            for: try #require(try await site.build().rendered))
        #expect(found.map(\.span?.path) == ["templates/partials/byline.html"])
        #expect(found.first?.notes.last?.message.hasPrefix("The same holds of 29 more") == true)
    }

    /// The template is the place to mend, and not the front matter of the page that shows it first.
    @Test func aLayoutIsToldWhatItLacks() async throws {
        let layout =
            "{{<layout}}{{$main}}{{>partials/byline}}<h1>{{title}} | {{site.title}}</h1>{{/main}}{{/layout}}"
        let pages = ["a", "b"].map { post("content/posts/\($0).md", title: "T", "layout: wide") }
        let archive =
            pages.joined() + post("content/posts/c.md", title: "C")
            + "-- templates/layouts/wide.html --\n\(layout)\n"
        func check(_ more: String) async throws -> [Diagnostic] {
            let built = try await SiteFixture(archive + more).build()
            return await ConsistencyCheck.diagnostics(for: try #require(built.rendered))
        }
        let found = try await check("")
        #expect(Set(found.map(\.span?.path)) == ["templates/layouts/wide.html"])
        #expect(
            found.map(\.id.rawValue).sorted() == ["consistency.date", "consistency.title"])
        let title = found.first { $0.id == "consistency.title" }
        #expect(
            title?.message
                == "On ‘/posts/a/’, the heading says ‘T | Test Center’, and the record ‘T’.")
        #expect(title?.notes.map(\.span?.path) == ["content/posts/a.md", nil])
        // Of several, that of the page's kind comes first.
        let partial = "-- templates/partials/footer.html --\n<p id=\"secondary-navigation\">x</p>\n"
        let both = try await check(partial)
        #expect(Set(both.map(\.span?.path)) == ["templates/layouts/wide.html"])
        #expect(
            both.first?.notes.contains { $0.span?.path == "templates/partials/footer.html" } == true
        )
    }

    /// The warning about the name is all that is said.
    @Test func twoNamesInOneAreOneInEveryFormat() async throws {
        let built = try await SiteFixture(
            settings: "citation_files: true",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\n"
                + "authors: [\"Ada Example; Bo Li\"]\n---\n\nText.\n"
        ).build()
        #expect(built.diagnostics.map(\.id.rawValue) == ["author.several"])
        let rendered = try #require(built.rendered)
        #expect(await ConsistencyCheck.diagnostics(for: rendered).map(\.message) == [])
    }
}
