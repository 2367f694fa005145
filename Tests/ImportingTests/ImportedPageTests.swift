import Diagnostics
import Files
import Importing
import Markup
import SiteTesting
import Testing

/// Several files of an old site, imported together.
private func imported(
    _ archive: String, _ paths: String...,
    options: ImportOptions = ImportOptions(now: SiteFixture.time)
) throws -> ImportedFiles {
    try ImportedFiles(
        reading: paths.map { ImportedFiles.Source(shown: $0, path: $0) },
        from: SiteFixture(archive).files, folder: nil, options)
}

/// Bibliographies that texts name come along with them.
@Suite struct ImportedBibliographyTests {
    private static let works =
        "@article{a, title={A (1}, author={Li, Bo}, journal={J}, year=2020}\n@string{p = \"P\"}\n"
    private static let others = "@book{b, title={B}, author={Kay, Di}, year=2021, publisher=p}\n"

    private static func post(_ path: String, _ front: String = "", body: String) -> String {
        "-- \(path) --\n---\ntitle: T\ndate: 2020-01-01\nauthor: Ada Example\n\(front)---\n\n\(body)\n"
    }

    /// Where it is named, and where that leads.
    @Test(
        arguments: [
            ("bibliography: refs.bib\n", "", "posts/refs.bib"),
            ("bibliography: [../lib/refs.bib]\n", "", "lib/refs.bib"),
            ("bibliography: /lib/refs.bib\n", "", "lib/refs.bib"),
            ("", "-- posts/_metadata.yml --\nbibliography: refs.bib\n", "posts/refs.bib"),
            ("", "-- _metadata.yml --\nbibliography: lib/refs.bib\n", "lib/refs.bib"),
        ])
    func isFound(front: String, settings: String, path: String) async throws {
        let archive =
            "-- _quarto.yml --\nproject: {type: website}\n\(settings)-- \(path) --\n\(Self.works)"
            + Self.post("posts/p.qmd", front, body: "As @a says, and [@a, p. 2].")
        let files = try imported(archive, "posts/p.qmd")
        #expect(files.diagnostics == [])
        let made = try #require(files.bibliography)
        #expect(made.path == "content/references.bib")
        // The page cites it at the first build.
        var site = SiteFixture("")
        site.files[made.path] = made.bytes
        site.files["content/posts/p.md"] = Array((files.posts[0].text ?? "").utf8)
        #expect(try await site.diagnose() == "")
        #expect(try await site.output("posts/p/index.html").contains("id=\"ref-a\""))
    }

    @Test func theSettingsOfTheProjectNameOne() throws {
        let archive =
            "-- _quarto.yml --\nbibliography: [lib/refs.bib, b.bib]\n-- lib/refs.bib --\n\(Self.works)"
            + "-- b.bib --\n\(Self.works)\(Self.others)"
            + Self.post("posts/p.qmd", body: "@a and @b") + Self.post("q.qmd", body: "@b")
        let files = try imported(archive, "posts/p.qmd", "q.qmd")
        let text = String(decoding: try #require(files.bibliography).bytes, as: UTF8.self)
        // Each work once, and what is beside the entries.
        #expect(text.matches(of: /@article/).count == 1)
        #expect(text.contains(Self.others))
        #expect(files.posts[1].text?.contains("@b") == true)
        #expect(!files.diagnostics.contains { $0.id == "import.unknown-citation" })
    }

    @Test func theStyleOfTheProjectIsToldOfOnce() throws {
        let archive =
            "-- _quarto.yml --\ncsl: apa.csl\nbibliography: b.bib\n-- b.bib --\n\(Self.works)"
            + Self.post("p.qmd", body: "@a") + Self.post("q.qmd", body: "@a")
        let told = try imported(archive, "p.qmd", "q.qmd").diagnostics
            .filter { $0.message.contains("csl") }
        #expect(told.map(\.id) == ["import.key-dropped"])
        #expect(told.first?.span?.path == "_quarto.yml")
    }

    /// What is there is not changed.
    @Test func aSiteThatHasOneKeepsIt() throws {
        var options = ImportOptions(now: SiteFixture.time)
        options.bibliography = "content/references.bib"
        options.works = ["a"]
        let archive =
            "-- _quarto.yml --\nbibliography: b.bib\n-- b.bib --\n\(Self.works)\(Self.others)"
            + Self.post("p.qmd", body: "@a and @b")
        let files = try imported(archive, "p.qmd", options: options)
        let made = try #require(files.bibliography)
        #expect(made.path == "imported.bib")
        let text = String(decoding: made.bytes, as: UTF8.self)
        #expect(!text.contains("@article") && text.contains(Self.others))
        #expect(files.diagnostics.map(\.id) == ["import.bibliography"])
        #expect(files.diagnostics[0].message.contains("append it to ‘content/references.bib’"))
        // Nothing is to be added.
        options.works = ["a", "b"]
        let known = try imported(archive, "p.qmd", options: options)
        #expect(known.bibliography == nil)
        #expect(known.diagnostics == [])
    }

    @Test(arguments: ["none.bib", "refs.json"])
    func oneThatCannotComeIsNamed(name: String) throws {
        let files = try imported(
            "-- refs.json --\n[]\n" + Self.post("p.qmd", "bibliography: \(name)\n", body: "Text."),
            "p.qmd")
        #expect(files.bibliography == nil)
        #expect(files.diagnostics.map(\.id) == ["import.bibliography"])
        #expect(files.diagnostics[0].span?.path == "p.qmd")
    }
}

/// Pages that are no posts, and posts that say what they are.
@Suite struct ImportedKindTests {
    private static let about = "---\ntitle: About us\n---\n\nText.\n"

    @Test(
        arguments: [
            ("content/about.md", ""), ("content/about/index.md", ""),
            ("about.qmd", "-- _quarto.yml --\na: b\n"),
        ])
    func aPageLikeAboutIsPlain(path: String, settings: String) async throws {
        for authors in [[], ["Ada Example"]] {
            var options = ImportOptions(now: SiteFixture.time)
            options.authors = authors
            let files = try imported(
                "\(settings)-- \(path) --\n\(Self.about)", path, options: options)
            #expect(files.diagnostics.map(\.id) == ["import.plain-page"])
            let post = files.posts[0]
            #expect(post.text?.contains("\nkind: page\n") == true)
            #expect(post.text?.contains("draft") == false)
            var site = SiteFixture("")
            site.files["content/posts/\(post.path)"] = Array((post.text ?? "").utf8)
            #expect(try await site.diagnose() == "")
        }
    }

    /// A layout says it anywhere.
    @Test func aPageOfJekyllIsPlain() throws {
        let files = try imported(
            "-- about.md --\n---\ntitle: A\nlayout: page\n---\n\nText.\n", "about.md")
        #expect(files.posts[0].text?.contains("\nkind: page\n") == true)
    }

    /// One of a section, one with a date, and one for which all is given.
    @Test(
        arguments: [
            ("content/posts/a.md", "", false), ("content/a.md", "date: 2020-01-01\n", false),
            ("content/a.md", "author: Ada Example\n", false), ("content/a.md", "", true),
        ])
    func othersAreNot(path: String, front: String, isGiven: Bool) throws {
        var options = ImportOptions(now: SiteFixture.time)
        if isGiven {
            options.date = Moment("2020-01-01")
            options.authors = ["Ada Example"]
        }
        let files = try imported(
            "-- \(path) --\n---\ntitle: A\n\(front)---\n\nText.\n", path, options: options)
        #expect(!files.diagnostics.contains { $0.id == "import.plain-page" })
        #expect((files.posts[0].text != nil) == isGiven)
    }

    @Test(
        arguments: [
            ("type: report", "report"), ("type: Reports", "report"), ("type: news", "news"),
            ("type: policy-brief", "brief"), ("type: post", nil), ("type: docs", nil),
        ])
    func aTypeThatIsAKindBecomesIt(line: String, kind: String?) throws {
        for path in ["content/posts/a.md", "a.qmd"] {
            let files = try imported(
                "-- \(path) --\n---\ntitle: A\ndate: 2020-01-01\nauthor: A B\n\(line)\n---\n\nText.\n",
                path)
            let text = try #require(files.posts[0].text)
            #expect(text.contains("\nkind: \(kind ?? "none")\n") == (kind != nil), "\(text)")
            #expect(files.diagnostics.map(\.id) == (kind == nil ? ["import.key-dropped"] : []))
        }
    }
}
