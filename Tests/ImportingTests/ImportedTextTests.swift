import Build
import Diagnostics
import Files
import Importing
import Markup
import SiteTesting
import Testing

/// One post, and what becomes of its text.
private func imported(
    _ body: String, path: String = "_posts/2020-01-01-a.md", front: String = "",
    works: Set<String>? = nil, now: String = "2026-01-01"
) throws -> ImportedPost {
    var options = ImportOptions(now: try #require(Moment(now)))
    options.works = works
    let source = "---\ntitle: T\nauthor: Ada Example\n\(front)---\n\(body)\n"
    return try imported(Array(source.utf8), path: path, options)
}

private func ids(_ post: ImportedPost) -> [String] { post.diagnostics.map(\.id.rawValue) }

/// What another generator keeps back is not published by the move.
@Suite struct ImportedScheduleTests {
    @Test(arguments: [
        ("2026-05-01T08:59:59Z", true), ("2026-05-01T09:00:00Z", false),
        ("2026-05-01T09:00:01Z", false),
    ])
    func aDateToComeIsWaitedFor(now: String, waits: Bool) throws {
        let post = try imported("Text.", front: "date: 2026-05-01T11:00:00+02:00\n", now: now)
        #expect(post.text?.contains("publish_at: 2026-05-01T11:00:00+02:00\n") == waits)
        #expect(ids(post).contains("import.scheduled") == waits)
        #expect(post.text?.contains("draft: true") == false)
    }

    @Test func soIsTheDateOfAFileName() throws {
        let post = try imported("Text.", path: "_posts/2026-05-01-a.md")
        #expect(post.text?.contains("publish_at: 2026-05-01T00:00:00Z\n") == true)
    }

    /// The page that is made is held back by a build, and shown after that time.
    @Test(arguments: [("2026-05-01", false), ("2026-05-02", true)])
    func theBuildWaits(now: String, isShown: Bool) async throws {
        let post = try imported("Embargoed.", front: "date: 2026-05-01T11:00:00Z\n")
        var site = SiteFixture("")
        site.options = BuildOptions(now: try #require(Moment(now)))
        site.files["content/posts/a.md"] = Array((post.text ?? "").utf8)
        let outputs = try await site.render()
        let shown = outputs.filter {
            String(decoding: $0.value, as: UTF8.self).contains("Embargoed")
        }
        #expect(shown.isEmpty != isShown)
    }
}

/// What was never to be read does not come along.
@Suite struct ImportedCommentTests {
    @Test(arguments: [
        "{::comment}\nsecret\n{:/comment}", "{::comment}secret{:/}",
        "a {::comment}secret{:/comment} b",
        "> {::comment}\n> secret\n> {:/comment}", "{::comment}`secret`\n\n```\nsecret\n{:/comment}",
        "{% comment %}secret{% endcomment %}", "{%- comment -%} secret {%-endcomment-%}",
        "{{< comment >}}secret{{< /comment >}}", "{{% comment %}}secret{{% /comment %}}",
        "<!-- secret -->",
    ])
    func commentsAreLeftOut(comment: String) throws {
        let post = try imported("Before.\n\n\(comment)\n\nAfter.")
        #expect(post.text?.contains("secret") == false, "\(post.text ?? "")")
        #expect(post.text?.contains("Before.") == true)
        #expect(post.text?.hasSuffix("After.\n") == true)
        #expect(ids(post).contains("import.comment-dropped"))
    }

    /// One that does not end is named, and the page is a draft.
    @Test(arguments: ["{::comment}\nsecret", "{% comment %} secret", "{{< comment >}} secret"])
    func whatDoesNotEndIsNamed(comment: String) throws {
        let post = try imported(comment)
        #expect(ids(post).contains("import.unknown-tag"))
        #expect(post.text?.contains("draft: true") == true)
    }

    @Test(.timeLimit(.minutes(5)))
    func manyThatDoNotEndAreNotSoughtForEver() throws {
        let body = String(repeating: "{::comment}{% comment %}{{< comment >}}<!--", count: 5_000)
        #expect(try imported(body).text != nil)
    }
}

/// Signs of the dialect that an old text has by chance, or on purpose.
@Suite struct ImportedCitationTests {
    @Test(arguments: [
        ("As [@a1, p. 12] says.", "As [@a1, p. 12] says."), ("See @a1.", "See @a1."),
        ("[see -@a1; @a:2]", "[see -@a1; @a:2]"), ("See @b and [@b].", "See \\@b and [`@b`]."),
        ("[@a1; @b, p. 2]", "[@a1; `@b`, p. 2]"), ("me@a1.org, x.com/@a1", "me@a1.org, x.com/@a1"),
        ("[Sections 5](<@a1, Section 5>)", "[Sections 5](<@a1, Section 5>)"),
        ("见 @a1。又 @a1，[@a1；]", "见 @a1。又 @a1，[@a1；]"), ("So @a1—“@a1”", "So @a1—“@a1”"),
        ("[@佐々木2020]と@山田２０２０。", "[@佐々木2020]と@山田２０２０。"),
        ("`[@b]`", "`[@b]`"), ("[of @b](https://example.org/)", "[of \\@b](https://example.org/)"),
    ])
    func keysOfTheBibliographyCite(text: String, made: String) throws {
        let post = try imported(text, works: ["a1", "a:2", "佐々木2020", "山田２０２０"])
        #expect(post.text?.hasSuffix("\n\n\(made)\n") == true, "\(post.text ?? "")")
        let isChanged = text != made
        #expect(ids(post).contains("import.unknown-citation") == isChanged)
    }

    @Test func withoutABibliographyItIsSaid() throws {
        let post = try imported("As [@a1] says, @bo and @li.")
        #expect(post.text?.hasSuffix("\n\nAs [`@a1`] says, \\@bo and \\@li.\n") == true)
        let said = post.diagnostics.filter { $0.id == "import.unknown-citation" }
        #expect(said.count == 2, "each that is cited, and the first of the others")
        #expect(said.allSatisfy { $0.message.contains("--root") })
    }

    @Test(arguments: [
        (
            "content/references.bib",
            "@book{a1, author={A, B}, title={T}, year={2020}, publisher={P}}"
        ),
        ("content/references.json", #"[{"id": "a1", "type": "book", "title": "T"}]"#),
    ])
    func theSiteTellsWhichKeysThereAre(path: String, text: String) throws {
        let site = try TargetSite(reading: SiteFixture("-- \(path) --\n\(text)\n").files)
        #expect(site.works == ["a1"])
        #expect(site.language == "en")
        #expect(try TargetSite(reading: SiteFixture("").files).works == nil)
    }
}

/// What Quarto, HugoBlox and Jekyll say of where a text appeared, and in which language it is.
@Suite struct ImportedSourceTests {
    /// Front matter, what is made of it, and what is said to be left out.
    @Test(arguments: [
        (
            "citation: {type: paper-conference, container-title: Proceedings, event-title: X 2020, page-last: 2}",
            "venue: Proceedings", "‘page-last’, ‘event’"
        ),
        (
            "doi: 10.5555/a\ncitation: {type: book, doi: 10.5555/b}", "doi: 10.5555/a",
            "‘doi’, ‘type: book’"
        ),
        ("citation: {type: webpage, url: https://a.org/}", "title: T", "‘url’"),
        (
            "publication: In *Annals of C_2-Algebras*\npublication_types: ['1']",
            "venue: Annals of C_2-Algebras", ""
        ),
        (
            #"publication: "In *Proc. of C\\*-Algebras* of snake_case __J__ _of X 5"\npublication_types: ['1']"#
                .replacing(#"\n"#, with: "\n"),
            "venue: Proc. of C*-Algebras of snake_case J _of X 5", ""
        ),
        (
            "venue: Workshop on C*-Algebras and L*-Theory",
            "venue: Workshop on C*-Algebras and L*-Theory", ""
        ),
        ("lang: jp", "language: ja", ""), ("lang: pt_BR", "language: pt-BR", ""),
        ("lang: xx", "title: T", "‘xx’ is no language tag"),
    ])
    func nothingIsLostInSilence(front: String, made: String, said: String) throws {
        let post = try imported("Text.", path: "a.qmd", front: "date: 2020-01-01\n\(front)\n")
        #expect(post.text?.contains("\n\(made)\n") == true, "\(post.text ?? "")")
        let messages = post.diagnostics.map(\.message)
        #expect(said.isEmpty || messages.contains { $0.contains(said) }, "\(messages)")
    }
}

/// What stands in one line may be long.
@Suite struct ImportedLengthTests {
    @Test(.timeLimit(.minutes(1)))
    func signsThatDoNotBelongTogether() throws {
        for signs in ["*a", "_a ", "*a **a ", "a* "] {
            let name = String(repeating: signs, count: 8_000)
            let post = try imported(
                "Text.", front: "publication: 'x \(name)'\npublication_types: ['1']\n")
            #expect(post.text?.contains("venue: ") == true)
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["](<a ", "](a(b) ", "](a {{ ", "$a ", "$\\text{", "[[", "{{", "[a\n"])
    func whatIsNotClosed(signs: String) throws {
        let body = String(repeating: signs, count: 20_000)
        #expect(
            try imported(body, path: "a.md", front: "date: 2020-01-01\n").text?.contains(signs)
                == true)
    }

    /// Elements without an end, and many with one end.
    @Test(.timeLimit(.minutes(1)), arguments: ["", "</figure>", "</details>", "</h2>"])
    func elementsWithoutAnEnd(end: String) throws {
        for name in ["details", "figure", "h2", "blockquote", "pre", "sup", "code"] {
            let body = String(repeating: "<\(name)>\n", count: 20_000) + end
            #expect(try imported(body).text != nil)
        }
    }

    @Test(.timeLimit(.minutes(1))) func listsOfContentsBesideEachOther() throws {
        let body = String(repeating: "Text.\n{:toc}\n", count: 20_000)
        #expect(try imported(body).text?.contains("{:toc}") == false)
        #expect(try imported("* TOC\n{:toc}\nText.").text?.hasSuffix("---\n\nText.\n") == true)
    }
}

/// Posts that would be one page.
@Suite struct ImportedNamesTests {
    private func imported(_ paths: [String]) throws -> ImportedFiles {
        let post = "---\ntitle: T\nauthor: Ada Example\ndate: 2020-01-01\n---\nText.\n"
        let site = SiteFixture(paths.map { "-- \($0) --\n\(post)" }.joined())
        return try ImportedFiles(
            reading: paths.map { ImportedFiles.Source(shown: $0, path: $0) }, from: site.files,
            folder: nil, ImportOptions(now: SiteFixture.time))
    }

    @Test func areNamed() throws {
        let files = try imported(["content/events/a.md", "content/posts/a.md"])
        #expect(files.diagnostics.contains { $0.id == "path.taken" })
    }

    @Test func sectionsAreImportedOneByOne() throws {
        let files = try imported(["content/events/_index.md", "content/posts/_index.md"])
        let said = files.diagnostics.first { $0.id == "path.taken" }
        #expect(said?.message.contains("one section at a time") == true)
    }

    @Test func translationsGetTheirLanguage() throws {
        let files = try imported(["content/de/posts/a.md", "content/en/posts/a.md"])
        #expect(files.posts.map(\.path) == ["a-de.md", "a.md"])
        #expect(!files.diagnostics.hasErrors)
        #expect(files.posts[0].text?.contains("language: de\ntranslation_of: a.md\n") == true)
    }
}

/// Tables of Pandoc's stay as they are, and are named.
@Suite struct ImportedTableTests {
    @Test(arguments: [
        "+---+---+\n| a | b |\n+---+---+", "  A   B\n---- ----\n 1    2",
        "---- ----\n 1    2\n---- ----",
    ])
    func aTableOfPandocIsNamedOnce(body: String) throws {
        #expect(ids(try imported(body)).filter { $0 == "import.pandoc-table" }.count == 1)
    }

    @Test(arguments: [
        "| a | b |\n|---|---|\n| 1 | 2 |", "A\n\n---- ----\n\nB", "- - -", "a\n---\nb",
        "```\n+---+---+\n```",
    ])
    func othersAreNot(body: String) throws {
        #expect(!ids(try imported(body)).contains("import.pandoc-table"))
    }

    @Test(arguments: ["A\tB\n1\t2\n", "Text.\n\n A\tB\tC\n x\ty\tz\t\n x\ty\tz\n"])
    func rowsOfASpreadsheetAreNamedOnce(body: String) throws {
        #expect(ids(try imported(body)).filter { $0 == "import.tab-separated" }.count == 1)
    }

    @Test(arguments: [
        "A\tB\n\n1\t2\n", "-\tA\n-\tB\n", "1.\tA\n2.\tB\n", "```\nA\tB\n1\t2\n```\n",
        "    A\tB\n    1\t2\n", "\tA\tB\n\t1\t2\n", "| A\t| B |\n|---\t|---|\n| 1\t| 2 |\n",
    ])
    func otherTabsAreLeftAlone(body: String) throws {
        #expect(!ids(try imported(body)).contains("import.tab-separated"))
    }
}

/// Files that are no Markdown yet.
@Suite struct OtherFormatTests {
    @Test(arguments: [
        (
            "paper.tex", "\\documentclass{article}",
            "‘pandoc -f latex -t gfm --wrap=none paper.tex -o paper.md’"
        ),
        ("a/book.ipynb", "{\"cells\": []}", "‘jupyter nbconvert --to markdown book.ipynb’"),
        ("a.docx", "PK\u{3}\u{4}", "‘pandoc -f docx -t gfm"),
        ("a.html", "<p>x</p>", "‘pandoc -f html"),
        ("a.md", "PK\u{3}\u{4}", "‘pandoc -f docx"),
    ])
    func areConvertedFirst(path: String, text: String, advice: String) throws {
        let now = try #require(Moment("2026-01-01"))
        let post = try imported(Array(text.utf8), path: path, ImportOptions(now: now))
        #expect(post.text == nil)
        #expect(ids(post) == ["import.not-markdown"])
        #expect(post.diagnostics.first?.message.contains(advice) == true)
    }

    /// Pages of Jekyll and Hugo may be HTML, and R Markdown is Markdown.
    @Test(arguments: ["_posts/2020-01-01-a.html", "a.qmd", "a.Rmd", "a.markdown", "a.txt", "a"])
    func othersAreRead(path: String) throws {
        let post = try imported("Text.", path: path, front: "date: 2020-01-01\n")
        #expect(post.text != nil)
    }

    @Test func anExampleIsNoCitation() throws {
        let post = try imported("(@ex) An example.\n\nAs (@ex) shows.")
        #expect(ids(post).contains("import.example-list"))
        let cited = try imported("(@kay) An example.", works: ["kay"])
        #expect(!ids(cited).contains("import.example-list"))
    }
}
