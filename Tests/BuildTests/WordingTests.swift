import Foundation
import SiteTesting
import Testing

/// The theme in several languages.
@Suite struct WordingTests {
    private static let content = """
        -- content/posts/a.md --
        ---
        title: A
        date: 2025-02-01
        authors: [Ada Example, Bo Li, Chi Mensah]
        acknowledgements:
          - people: [Dora Falk, Emil Ruiz]
            for: X
        ---

        ## One

        > [!SUMMARY]
        > Text.[^1]

        ![Alt](a.png "Title"){#fig:a}

        See [@fig:a].

        [^1]: Note.
        -- content/posts/a.png --

        """

    private func site(_ language: String) -> SiteFixture {
        SiteFixture(
            language: language, settings: "search: pagefind",
            """
            \(Self.content)
            """)
    }

    /// A page in another language than its site's cites in its own words; the site's lists in the site's.
    @Test func citationsSpeakTheLanguageOfTheirPage() async throws {
        let outputs = try await SiteFixture(
            """
            -- content/references.bib --
            @book{a, author = {Lee, Ann and Cruz, Ana}, title = {One}, edition = {2}, year = 2020}
            \(post("content/posts/a.md", "language: de", body: "## Eins\n\n[@a, S. 4]; @a sagt."))
            \(post("content/posts/b.md", body: "## One\n\n[@a, p. 4]; @a says."))
            """
        ).render()
        for words in [
            "Lee &amp; Cruz, 2020</a>, S. 4", ">Lee und Cruz</a>", "(2. Aufl.)", "Abschnitt „Eins“",
        ] {
            #expect(outputs.text("posts/a/index.html").contains(words), "\(words)")
        }
        for words in [">Lee and Cruz</a>", "(2nd ed.)", "Section “One”"] {
            #expect(outputs.text("posts/b/index.html").contains(words), "\(words)")
        }
        #expect(outputs.text("works/a/index.html").contains("(2nd ed.)"))
    }

    /// Page, what the theme says there, by language.
    @Test(arguments: [
        (
            "de",
            [
                "Zum Inhalt springen", ">Inhalt<", "Zusammenfassung", "Abbildung 1",
                "1. Februar 2025",
            ]
        ),
        ("fr", ["Aller au contenu", ">Sommaire<", "Résumé", "Figure 1", "1er février 2025"]),
        ("es", ["Ir al contenido", ">Índice<", "Resumen", "Figura 1", "1 de febrero de 2025"]),
        ("ar", ["dir=\"rtl\"", ">المحتويات<", "ملخص", "الشكل 1", "1 فبراير 2025"]),
        ("ja", ["本文へ移動", ">目次<", "要約", "図 1", "2025年2月1日"]),
        ("it", ["Vai al contenuto", ">Indice<", "Sommario", "Figura 1", "1º febbraio 2025"]),
        ("pt-BR", ["Ir para o conteúdo", ">Sumário<", "Resumo", "1 de fevereiro de 2025"]),
        ("nl", ["Naar de inhoud", ">Inhoud<", "Samenvatting", "Figuur 1", "1 februari 2025"]),
        ("zh", ["跳到正文", ">目录<", "摘要", "图 1", "2025年2月1日"]),
        ("zh-Hant", ["Skip to main content", "2025年2月1日"]),
        ("tlh", ["Skip to main content", "Summary", "Figure 1", "1 February 2025"]),
    ])
    func aPublicationSpeaksTheLanguageOfItsSite(language: String, words: [String]) async throws {
        let html = try await site(language).output("posts/a/index.html")
            .replacing("\u{A0}", with: " ")
        for word in words { #expect(html.contains(word), "\(word)") }
        #expect(html.contains("lang=\"\(language)\""))
    }

    @Test(arguments: [
        (
            "en", "Ada Example</a>, <a", ", and <a", "We thank Dora", "Falk</a> and <a",
            "</a> for X."
        ),
        ("de", "Ada Example</a>, <a", " und <a", "Wir danken", "Falk</a> und <a", "</a> für X."),
        ("ar", "Ada Example</a>، <a", " و<a", "نشكر", "Falk</a> و<a", "</a> على X."),
        ("ja", "Ada Example</a>、<a", "、<a", "Xについて、", "Falk</a>、<a", "に感謝します。"),
    ])
    func listsAndThanksFollowTheLanguage(
        language: String, middle: String, last: String, thanks: String, pair: String, end: String
    ) async throws {
        let html = try await site(language).output("posts/a/index.html")
        let plain = html.replacing("<a class=\"person\" href=\"/people/dora-falk/\">", with: "")
        #expect(html.contains(middle) && html.contains(last + " rel=\"author\""))
        #expect(plain.contains(thanks) && html.contains(pair) && html.contains(end))
    }

    @Test(arguments: [
        ("en", 1, "One person helped with 1 publication."),
        ("en", 2, "2 people helped with 1 publication."),
        ("ar", 1, "ساعد شخص واحد في منشور واحد."), ("ar", 2, "ساعد شخصان في منشور واحد."),
        ("ar", 3, "ساعد 3 أشخاص في منشور واحد."), ("ar", 11, "ساعد 11 شخصًا في منشور واحد."),
        ("ja", 3, "3人が1件の刊行物に協力しました。"), ("fr", 1, "Une personne a contribué à 1 publication."),
    ])
    func numbersTakeTheFormsOfTheLanguage(language: String, people: Int, text: String) async throws
    {
        let names = (1...people).map { "Person \(Character(UnicodeScalar(UInt8(64 + $0))))" }
        let site = SiteFixture(
            language: language,
            """
            -- content/posts/a.md --
            ---
            title: A
            date: 2025-02-01
            authors: [Ada Example]
            acknowledgements:
              - people: [\(names.joined(separator: ", "))]
            ---

            Text.
            """)
        #expect(try await site.output("acknowledgements/index.html").contains(text))
    }

    /// The frame keeps the language of the site, and says so.
    @Test func aPageInAnotherLanguageSaysWhichPartsAreNot() async throws {
        let site = SiteFixture(
            """
            -- content/posts/a.md --
            ---
            title: Sur un nom
            date: 2025-02-01
            authors: [Ada Example]
            language: fr
            ---

            Texte.
            """)
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains("<html lang=\"fr\""))
        #expect(page.contains("<header class=\"site-header\" lang=\"en\" dir=\"ltr\">"))
        #expect(page.contains("Citer") && page.contains(">Acknowledgements</a>"))
        let list = try await site.output("posts/index.html")
        // Kind and date of a card are in the language of its list.
        #expect(list.contains("<a href=\"/posts/a/\" lang=\"fr\">Sur un nom</a>"))
        #expect(list.contains("<p class=\"summary-text\" lang=\"fr\">Texte.</p>"))
        #expect(list.contains("<li class=\"card\">"))
    }

    /// Every word is in a table of words: between the tags of the templates there is none.
    @Test func templatesHoldNoWords() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "templates")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        // Names of formats are the same in every language.
        let formats = ["BibTeX", "RIS", "CSL-JSON"]
        for name in names where name.hasSuffix(".html") {
            var text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let labels = text.matches(of: /(?:aria-label|title|alt)="([^"{]*\p{L}[^"{]*)"/)
            #expect(labels.map(\.1) == [], "\(name)")
            // The name of an element is no word either, and a part of a tag has attributes alone.
            text = text.replacing(/\{\{\$heading\}\}h[1-6]/, with: "")
            text = text.replacing(/\{\{\{?[^}]*\}\}\}?/, with: "")
                .replacing(/<[^>]*>| [a-z]+=""/, with: " ")
            for format in formats { text = text.replacing(format, with: "") }
            #expect(!text.contains(/\p{L}/), "\(name): \(text)")
        }
    }
}
