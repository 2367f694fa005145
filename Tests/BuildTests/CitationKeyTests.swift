import SiteTesting
import Testing

/// The key of a page that front matter says.
@Suite struct CitationKeyTests {
    @Test func isTheKeyOfEveryForm() async throws {
        let outputs = try await SiteFixture(
            settings: "citation_files: true",
            post("content/posts/a.md", "citation_key: Liang:2021.a_b/c+d")
        ).render()
        for file in ["posts/a/cite.bib", "posts/a/cite.json", "publications.json"] {
            #expect(
                String(decoding: outputs[file] ?? [], as: UTF8.self).contains("Liang:2021.a_b/c+d"))
        }
    }

    @Test(arguments: [
        Mistake.inFrontMatter(
            "a key with a space", "citation_key: Liang 2021",
            "5:15: error: ‘Liang 2021’ is no key that BibTeX reads: write letters of ASCII, digits and ‘-’, as in "
                + "‘liang2021-reflections’. [citation-key.malformed]"),
        Mistake.inFrontMatter(
            "a key beyond ASCII", "citation_key: müller2021",
            "5:15: error: ‘müller2021’ is no key that BibTeX reads: write letters of ASCII, digits and ‘-’, as in "
                + "‘liang2021-reflections’. [citation-key.malformed]"),
        Mistake(
            "a key of two pages",
            post("content/posts/a.md", "citation_key: k2021")
                + post("content/posts/b.md", "citation_key: K2021"),
            "content/posts/b.md:5:15: error: ‘content/posts/a.md’ has this key, too, and BibTeX refuses a file with "
                + "one key twice: write another, or leave it out. [citation-key.taken]"),
        Mistake(
            "a key of a whole folder",
            "-- site.yaml --\n"
                + SiteFixture.yaml(settings: "defaults:\n  posts/:\n    citation_key: k")
                + post("content/posts/a.md"),
            "site.yaml:6:5: error: ‘citation_key’ cannot be a default: no two pages have the same. Write "
                + "‘citation_key’ in the page itself. [defaults.page-key]"),
    ])
    func isReported(mistake: Mistake) async throws { try await mistake.expectReport() }

    @Test func aKeyOfWhatNobodyCites() async throws {
        let report = try await SiteFixture(post("content/about.md", "kind: page\ncitation_key: k"))
            .diagnose()
        #expect(
            report
                == "content/about.md:6:15: warning: This page is no publication, and has no citation that could have a "
                + "key: say its ‘kind’, or delete the line. [citation-key.unused]\n")
    }

    /// What is made of author, year and slug gives way to what is said.
    @Test func whatIsMadeGivesWay() async throws {
        let bib = try await SiteFixture(
            post("content/posts/a.md") + post("content/posts/b.md", "citation_key: example2025-a")
        ).output("publications.bib")
        #expect(bib.contains(/@misc\{example2025-a-[0-9a-f]{8},/))
        #expect(bib.contains("@misc{example2025-a,"))
    }
}
