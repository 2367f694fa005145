import SiteTesting
import Testing

/// What is proposed to readers beside a text in several languages.
@Suite struct TranslationOrderTests {
    private static func essay(
        _ name: String, _ month: Int, _ more: String = "", body: String = "Text."
    ) -> String {
        post(
            "content/posts/\(name).md", title: "Title \(name)", date: "2025-0\(month)-01",
            "topics: [naming]" + (more.isEmpty ? "" : "\n" + more), body: body)
    }

    /// Three essays, the first and the last of which are there in German, too: translated later.
    private static let essays =
        essay("a", 1) + essay("b", 2) + essay("c", 3)
        + essay("a-de", 4, "language: de\ntranslation_of: a.md")
        + essay("c-de", 5, "language: de\ntranslation_of: c.md")

    /// The addresses in a part of a page, up to its end.
    private func part(
        _ name: String, of path: String, in archive: String
    ) async throws -> [String] {
        let html = try await SiteFixture(archive).output("posts/\(path)/index.html")
        let rest = html.split(separator: name, maxSplits: 1).dropFirst().first ?? ""
        let text = rest.split(separator: /<\/section>|<\/nav>/, maxSplits: 1).first ?? ""
        return text.matches(of: /href="\/posts\/(.*?)\/"/).map { String($0.1) }
    }

    /// Page, what is related to it: never itself, and of another text the version in its language.
    @Test(arguments: [
        ("a", ["c", "b"]), ("b", ["c", "a"]), ("a-de", ["c-de", "b"]), ("c-de", ["a-de", "b"]),
    ])
    func relatedIsAnotherText(path: String, related: [String]) async throws {
        #expect(try await part("class=\"related\"", of: path, in: Self.essays) == related)
    }

    /// Page, what is related to it where topic and link are those of one version alone: they speak for the text,
    /// which each reader is offered in their language.
    @Test(arguments: [("q-de", ["o-de", "q-fr"]), ("q-fr", ["q-de", "o"])])
    func whatOneVersionSharesSpeaksForAll(path: String, related: [String]) async throws {
        let pages = [
            ("o", "topics: [naming]", ""), ("o-de", "language: de\ntranslation_of: o.md", ""),
            ("q-de", "language: de\ntopics: [naming]", "[o](o.md)"),
            ("q-fr", "language: fr\ntopics: [naming]", ""),
        ].enumerated().map { day, page in
            // By one author each: nothing else is shared.
            """
            -- content/posts/\(page.0).md --
            ---
            title: T
            date: 2025-01-0\(day + 1)
            authors: [Person \(page.0)]
            \(page.1)
            ---

            \(page.2) Text.

            """
        }
        let site = pages.joined()
        #expect(try await part("class=\"related\"", of: path, in: site) == related)
        let html = try await SiteFixture(site).output("posts/q-de/index.html")
        #expect(
            html.contains(
                "<a href=\"/posts/o-de/\">T</a> <span class=\"meta\">Auch über naming; Verlinkt<"))
    }

    /// A text in six languages is no nearer than one in one.
    @Test func manyVersionsWeighAsOne() async throws {
        let versions = ["fr", "es", "ja", "it", "pt"].map {
            Self.essay("a-\($0)", 2, "language: \($0)\ntranslation_of: a.md")
        }
        let site = Self.essay("a", 1) + versions.joined() + Self.essay("b", 3) + Self.essay("c", 4)
        #expect(try await part("class=\"related\"", of: "c", in: site) == ["b", "a"])
    }

    /// Page, what is before and after it.
    @Test(arguments: [
        ("a", ["b"]), ("b", ["a", "c"]), ("c", ["b"]), ("a-de", ["b"]), ("c-de", ["b"]),
    ])
    func neighboursAreOtherTexts(path: String, neighbours: [String]) async throws {
        let found = try await part("class=\"neighbours\"", of: path, in: Self.essays)
        #expect(found == neighbours)
    }

    /// A folder of translations is an order of its own: here that in which they were translated.
    @Test func neighboursStayInTheirFolder() async throws {
        let translations = ["a", "b"].map {
            post(
                "content/de/\($0).md", date: "2025-0\($0 == "a" ? 7 : 6)-01",
                "kind: essay\nlanguage: de\ntranslation_of: ../posts/\($0).md")
        }
        let outputs = try await SiteFixture(
            Self.essay("a", 1) + Self.essay("b", 2) + translations.joined()
        ).render()
        let html = outputs.text("de/a/index.html")
        #expect(html.contains("<a rel=\"prev\" href=\"/de/b/\">"))
        #expect(!html.contains("rel=\"next\""))
    }

    /// The parts of a series have one number in all languages.
    @Test func aPartOfASeriesIsOnePart() async throws {
        let parts =
            Self.essay("a", 1, "series: {name: S, part: 1}")
            + Self.essay("b", 2, "series: {name: S, part: 2}")
            + Self.essay(
                "a-de", 3, "language: de\ntranslation_of: a.md\nseries: {name: S, part: 1}")
            + Self.essay(
                "b-fr", 4, "language: fr\ntranslation_of: b.md\nseries: {name: S, part: 2}")
        #expect(try await part("class=\"series\"", of: "a", in: parts) == ["b"])
        #expect(try await part("class=\"series\"", of: "b", in: parts) == ["a"])
        // The page itself has no link.
        #expect(try await part("class=\"series\"", of: "a-de", in: parts) == ["b"])
        #expect(try await part("class=\"series\"", of: "b-fr", in: parts) == ["a"])
        let html = try await SiteFixture(parts).output("posts/a-de/index.html")
        #expect(html.contains("Teil 1 von S"))
        #expect(html.contains("<a rel=\"next\" href=\"/posts/b/\" lang=\"en\">"))
    }

    /// Two other pages with one number are a mistake all the same.
    @Test func aRepeatedPartIsStillFound() async throws {
        let report = try await SiteFixture(
            Self.essay("a", 1, "series: {name: S, part: 1}")
                + Self.essay("b", 2, "series: {name: S, part: 1}")
                + Self.essay(
                    "a-de", 3, "language: de\ntranslation_of: a.md\nseries: {name: S, part: 1}")
        ).diagnose()
        #expect(report.contains("[series.repeated-part]"))
        #expect(report.split(separator: "\n").filter { $0.contains("error") }.count == 1)
    }

    /// A link between two versions is no citation; one from elsewhere is.
    @Test func versionsDoNotCiteEachOther() async throws {
        let html = try await SiteFixture(
            Self.essay("a", 1, body: "[German](a-de.md)")
                + Self.essay("b", 2, body: "[German](a-de.md)")
                + Self.essay("a-de", 3, "language: de\ntranslation_of: a.md")
        ).output("posts/a-de/index.html")
        let list = html.split(separator: "class=\"cited-by\"", maxSplits: 1).dropFirst().joined()
        #expect(list.contains("<li><a href=\"/posts/b/\" lang=\"en\">"))
        #expect(!list.contains("<li><a href=\"/posts/a/\""))
    }

    /// Each version is a publication: it stands in lists and feeds with its own address and citation.
    @Test func everyVersionIsListed() async throws {
        let outputs = try await SiteFixture(Self.essays).render()
        for path in [
            "posts/index.html", "archive/index.html", "feed.xml", "feed.json",
            "publications.bib", "topics/naming/index.html", "people/ada-example/index.html",
        ] {
            let text = outputs.text(path)
            #expect(text.contains("/posts/a/") && text.contains("/posts/a-de/"), "\(path)")
        }
    }

    /// What was withdrawn in one language is proposed in none, as long as another version stands.
    @Test(arguments: [
        ("withdrawn: Wrong.", "", "a-de"), ("", "withdrawn: Wrong.", "a"),
        ("withdrawn: Wrong.", "withdrawn: Wrong.", "a"),
    ])
    func theVersionThatStandsIsProposed(
        original: String, translation: String, shown: String
    ) async throws {
        let part = { (number: Int, more: String) in
            "series: {name: S, part: \(number)}\n" + more
        }
        let site =
            Self.essay("a", 1, part(1, original)) + Self.essay("b", 2, part(2, ""))
            + Self.essay("a-de", 3, part(1, "language: de\ntranslation_of: a.md\n\(translation)"))
        let outputs = try await SiteFixture(site).render()
        let other = shown == "a" ? "a-de" : "a"
        for path in ["index.html", "posts/b/index.html"] {
            let html = outputs.text(path)
            #expect(html.contains("href=\"/posts/\(shown)/\""))
            #expect(!html.contains("href=\"/posts/\(other)/\""), "\(path)")
        }
        // A part knows itself, whichever version of it is proposed elsewhere.
        #expect(try await self.part("class=\"series\"", of: "a", in: site) == ["b"])
        #expect(try await self.part("class=\"series\"", of: "a-de", in: site) == ["b"])
    }
}
