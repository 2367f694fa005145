import SiteTesting
import Testing

/// A site's own words in place of the theme's.
@Suite struct SiteWordsTests {
    private static func site(_ words: String, language: String = "en") -> SiteFixture {
        SiteFixture(
            language: language, settings: "words:\n\(words)",
            """
            -- content/posts/a.md --
            ---
            title: A
            date: 2025-02-01
            authors: [Ada Example]
            kind: brief
            topics: [Maps]
            ---

            ![Alt](/a.png "Title"){#fig:a}

            See [@fig:a].
            -- content/posts/b.md --
            ---
            title: B
            date: 2025-02-02
            authors: [Ada Example]
            kind: brief
            language: de-AT
            ---

            Text.
            -- content/a.png --

            """)
    }

    @Test func aSiteSaysTopicsKindsAndLabelsInItsOwnWords() async throws {
        let outputs = try await Self.site(
            """
              topics: Research <areas>
              brief: Short "paper"
              figure: Exhibit
            """
        ).render()
        #expect(outputs.text("topics/index.html").contains("<h1>Research &lt;areas&gt;</h1>"))
        let page = outputs.text("posts/a/index.html")
        #expect(page.contains(">Short “paper”<") && page.contains("Exhibit\u{A0}1"))
        #expect(page.contains(">Research &lt;areas&gt;</a>") && !page.contains("Figure"))
        // The words of another language are as they were.
        #expect(outputs.text("posts/b/index.html").contains(">Kurzdossier<"))
    }

    @Test func wordsOfALanguageHoldForItsRegions() async throws {
        let outputs = try await Self.site(
            """
              de:
                brief: Positionspapier
                cite_this: So zitieren
              de-AT: {cite_this: Zitierweise}
              # All words of a language that the theme does not speak may be given.
              sv: {home: Hem}
            """
        ).render()
        let page = outputs.text("posts/b/index.html")
        #expect(page.contains(">Positionspapier<") && page.contains(">Zitierweise<"))
        let english = outputs.text("posts/a/index.html")
        #expect(english.contains(">Policy brief<") && english.contains(">Cite this<"))
    }

    @Test func theWordsOfTheSitesLanguageNeedNoTag() async throws {
        let page = try await Self.site("  home: Anfang\n  brief: Papier", language: "de")
            .output("posts/b/index.html")
        #expect(page.contains(">Anfang</a>") && page.contains(">Papier<"))
    }

    @Test func aWordThatIsNoneIsAnErrorAtItsColumn() async throws {
        let report = try await Self.site(
            """
              topcs: Research areas
              german: {home: Anfang}
              fr: {hom: Début}
              home: {de: Anfang}
              brief:
            """
        ).diagnose()
        expect(
            report,
            holds: [
                "site.yaml:5:3: error: Unknown key ‘topcs’. Did you mean ‘topics’? [front-matter.unknown-key]",
                "site.yaml:6:3: error: ‘german’ is no language tag: write ‘de’ (BCP 47). [language.malformed]",
                "site.yaml:7:8: error: Unknown key ‘hom’. Did you mean ‘home’? [front-matter.unknown-key]",
                "site.yaml:8:9: error: ‘home’ is a text, not a group of keys. [front-matter.wrong-type]",
                "[front-matter.empty]",
            ])
    }
}
