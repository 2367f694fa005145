import SiteTesting
import Testing

/// What lists, metadata and feeds say of a page without a summary: its first paragraph.
@Suite struct SummaryTests {
    static func site(_ text: String, _ more: String = "") -> SiteFixture {
        SiteFixture(
            """
            -- content/references.bib --
            @report{report, author = {Example, Eve and Li, Ana}, title = {R}, year = {2021},
              institution = {I}}
            -- content/posts/wall.png --
            x

            """ + post("content/posts/a.md", more, body: text))
    }

    @Test(
        "Citations stand there as the page shows them",
        arguments: [
            ("Short [@report, p. 30].", "Short (Example &amp; Li, 2021, p. 30)."),
            ("Short *and [see @report]*, too.", "Short and (see Example &amp; Li, 2021), too."),
            ("@report argues.", "Example and Li (2021) argues."),
            (
                "See [@fig:a] in `@report`.[^n]\n\n![W](wall.png){#fig:a}\n\n[^n]: N.",
                "See Figure\u{A0}1 in @report."
            ),
            ("Write to a@example.org or \\@report.", "Write to a@example.org or @report."),
            ("Words <!-- [@report] --> end.", "Words end."),
            ("[The words](<@report, p. 3>) stay.", "The words stay."),
        ])
    func citations(text: String, summary: String) async throws {
        let outputs = try await Self.site(text).render()
            .mapValues { String(decoding: $0, as: UTF8.self) }
        let page = try #require(outputs["posts/a/index.html"])
        #expect(page.contains("<meta name=\"description\" content=\"\(summary)\"/>"))
        let feed = try #require(outputs["feed.xml"])
        #expect(feed.contains("<summary>\(summary)</summary>"))
        let home = try #require(outputs["index.html"])
        #expect(home.contains(summary))
        let plain = summary.replacing("&amp;", with: "\\u0026")
        let json = try #require(outputs["feed.json"])
        #expect(json.contains("\"summary\":\"\(plain)\""))
    }

    @Test func aSummaryOfTheAuthorStandsAlone() async throws {
        let page = try await Self.site("Short [@report].", "summary: What it says.")
            .output("posts/a/index.html")
        #expect(page.contains("<meta name=\"description\" content=\"What it says.\"/>"))
    }

    /// Whatever its characters are: of ASCII each is a byte.
    @Test(arguments: [("a", "a"), ("é", "é"), ("e\u{301}", "a"), ("a", "é")])
    func aLongOneIsCutBetweenWordsInDescriptions(first: String, second: String) async throws {
        func description(_ summary: String) async throws -> String {
            let page = try await Self.site("Text.", "summary: \"\(summary)\"")
                .output("posts/a/index.html")
            let start = try #require(page.firstRange(of: "name=\"description\" content=\""))
            return String(page[start.upperBound...].prefix { $0 != "\"" })
        }
        let word = String(repeating: first, count: 149)
        let next = String(repeating: second, count: 149)
        let whole = "\(word) \(next)a"
        #expect(whole.count == 300)
        #expect(try await description(whole) == whole)
        #expect(try await description(whole + "b") == word + "…")
        #expect(try await description("\(word) \(next) a") == "\(word) \(next)…")
    }

    @Test func aRunInHeadIsNoPartOfIt() async throws {
        let page = try await Self.site("**People.** Nine of [@report] work.", "run_in_heads: true")
            .output("posts/a/index.html")
        #expect(page.contains("content=\"Nine of (Example &amp; Li, 2021) work.\"/>"))
    }
}
