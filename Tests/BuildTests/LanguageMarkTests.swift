import SiteTesting
import Testing

/// Every text is in the language that the page says around it.
@Suite struct LanguageMarkTests {
    private static let site =
        post(
            "content/posts/de.md", title: "Titel", "language: de\ntopics: [naming]",
            body: "Wort [@w] und [x](en.md).")
        + post(
            "content/posts/en.md", title: "Title", date: "2025-02-01", "topics: [naming]",
            body: "[x](de.md)")
        + post(
            "content/posts/ar.md", title: "عنوان (1)", date: "2025-03-01",
            "language: ar\ntopics: [naming]")
        + "-- content/posts/seite.md --\n---\ntitle: Seite\nkind: page\nlanguage: de\n"
        + "aliases: [/alt/]\n---\n\nText.\n"
        + "-- content/references.bib --\n@book{w, title = {W}, author = {A, B}, year = 2020}\n"

    /// Output, what is in another language there, and what is not.
    @Test(arguments: [
        ("posts/index.html", "<a href=\"/posts/de/\" lang=\"de\">Titel</a>"),
        ("posts/index.html", "<h2 dir=\"rtl\"><a href=\"/posts/ar/\" lang=\"ar\">عنوان (1)</a>"),
        ("posts/index.html", "<a href=\"/posts/seite/\" lang=\"de\">Seite</a>"),
        ("posts/index.html", "<p class=\"summary-text\" lang=\"ar\" dir=\"rtl\">"),
        ("archive/index.html", "<a href=\"/posts/ar/\" lang=\"ar\" dir=\"rtl\">"),
        ("404.html", "<a href=\"/posts/de/\" lang=\"de\">"),
        ("works/w/index.html", "<a href=\"/posts/de/\" lang=\"de\">"),
        ("people/ada-example/index.html", "<a href=\"/posts/de/\" lang=\"de\">"),
        ("posts/en/index.html", "<li><a href=\"/posts/de/\" lang=\"de\">Titel</a>"),
        ("posts/en/index.html", "<a rel=\"prev\" href=\"/posts/de/\" lang=\"de\">"),
        ("posts/de/index.html", "<li><a href=\"/posts/en/\" lang=\"en\">Title</a>"),
        ("posts/index.html", "<p class=\"byline\" lang=\"de\">"),
        ("posts/index.html", "<p class=\"byline\" lang=\"ar\" dir=\"rtl\">"),
        ("posts/index.html", "<p class=\"byline\">"),
        ("posts/de/index.html", "<ul class=\"tags\" lang=\"en\">"),
        ("posts/ar/index.html", "<ul class=\"tags\" lang=\"en\">"),
        (
            "posts/ar/index.html",
            "<a href=\"/topics/naming/\" rel=\"tag\" dir=\"ltr\">naming</a>"
        ),
        ("posts/ar/index.html", "<a rel=\"prev\" href=\"/posts/en/\" lang=\"en\" dir=\"ltr\">"),
        ("posts/ar/index.html", "<html lang=\"ar\" dir=\"rtl\">"),
        ("feed.xml", "<entry xml:lang=\"de\">\n<title>Titel</title>"),
        ("feed.xml", "<entry>\n<title>Title</title>"),
        ("feed.json", "\"date_modified\":\"2025-01-01T00:00:00Z\",\"language\":\"de\""),
        ("alt/index.html", "<html lang=\"de\" dir=\"ltr\">"),
        ("alt/index.html", "<h1>Diese Seite ist umgezogen</h1>"),
    ])
    func isSaid(path: String, text: String) async throws {
        let html = try await SiteFixture(Self.site).output(path)
        #expect(html.contains(text))
    }

    /// A section whose introduction is in another language is a list in that language.
    @Test func aSectionSpeaksTheLanguageOfItsIntroduction() async throws {
        let html = try await SiteFixture(
            "-- content/de/index.md --\n---\ntitle: Aufsätze\nlanguage: de\n---\n\nEinleitung.\n"
                + post("content/de/a.md", title: "Titel", "kind: report\nlanguage: de")
                + post("content/de/b.md", title: "Title", "kind: report")
        ).output("de/index.html")
        expect(
            html,
            holds: [
                "<html lang=\"de\" dir=\"ltr\">", "<header class=\"site-header\" lang=\"en\"",
                ">Bericht</span>", "1. Januar 2025", "<a href=\"/de/a/\">Titel</a>",
                "<a href=\"/de/b/\" lang=\"en\">Title</a>", "<div class=\"prose\">\n<p>Einleitung.",
            ])
    }

    /// Its name is in its language on the way to its pages, and where sections are listed.
    @Test func theNameOfASectionSaysItsLanguage() async throws {
        let outputs = try await SiteFixture(
            "-- content/reports/index.md --\n---\ntitle: Reports\n---\n"
                + "-- content/reports/de/index.md --\n---\ntitle: Berichte\nlanguage: de\n---\n"
                + post("content/reports/de/a.md", "kind: report\nlanguage: de")
        ).render()
        let link = "<a href=\"/reports/de/\" lang=\"de\">Berichte</a>"
        for path in ["reports/index.html", "reports/de/a/index.html"] {
            #expect(outputs.text(path).contains(link), "\(path)")
        }
    }

    /// A template that asks for the language of the page within its links gets that, whatever they lead to.
    @Test func aLinkDoesNotHideTheLanguageOfItsPage() async throws {
        let html = try await SiteFixture(
            Self.site
                + "-- templates/publication.html --\n<!doctype html><title>x</title>{{#previous}}<a href=\"{{url}}\" "
                + "title=\"{{language}} {{direction}} {{text_language}} {{text_direction}}\">{{text}}"
                + "</a>{{/previous}}{{#related}}<b dir=\"{{direction}}\"></b>{{/related}}\n"
        ).output("posts/ar/index.html")
        #expect(html.contains("<a href=\"/posts/en/\" title=\"ar rtl en ltr\">"))
        #expect(html.contains("<b dir=\"rtl\"></b>"))
    }

    /// A biography in another language is marked; the page about the person is the site's.
    @Test func aTextInAListSaysItsLanguage() async throws {
        let html = try await SiteFixture(
            Self.site
                + "-- content/people/ada.md --\n---\ntitle: Ada Example\nlanguage: ar\n---\n\nنص.\n"
        ).output("people/ada/index.html")
        #expect(html.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(html.contains("<div lang=\"ar\" dir=\"rtl\">\n<p>نص.</p>\n</div>"))
    }

    /// Two spellings of a tag are one language, in the case that RFC 5646 recommends.
    @Test(arguments: [("EN", nil), ("DE-at", "de-AT"), ("ZH-hANT-tw", "zh-Hant-TW")])
    func tagsAreComparedWithoutCase(tag: String, mark: String?) async throws {
        let html = try await SiteFixture(
            post("content/posts/a.md", title: "T", "language: \(tag)")
        ).output("posts/index.html")
        let attribute = mark.map { " lang=\"\($0)\"" } ?? ""
        #expect(html.contains("<a href=\"/posts/a/\"\(attribute)>T</a>"))
    }
}
