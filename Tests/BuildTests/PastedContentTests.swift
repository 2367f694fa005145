import Content
import Diagnostics
import Files
import SiteTesting
import Testing

/// Mistakes that nobody sees in an editor: they come with what was copied, exported or not fetched.
@Suite struct PastedContentTests {
    @Test(arguments: [
        ("png", "", "is empty"), ("jpg", "<!doctype html><title>Sign in</title>", "is no image"),
        ("svg", "Not found", "is no image"),
    ])
    func anImageThatIsNoneIsAnError(ending: String, bytes: String, what: String) async throws {
        var site = SiteFixture(post("content/posts/a/index.md", body: "![A](wall.\(ending))"))
        let path = "content/posts/a/wall.\(ending)"
        site.files[path] = Array(bytes.utf8)
        #expect(
            try await site.diagnose()
                == "\(path):1:1: error: ‘\(path)’ \(what): readers would see none. Save it again as one. [image.not-an-image]\n"
        )
    }

    @Test(arguments: [
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<?xml version=\"1.0\"?>\n<!-- A -->\n<svg/>",
        "<?xml version=\"1.0\"?>\n<ns0:svg xmlns:ns0=\"http://www.w3.org/2000/svg\"/>",
    ])
    func aDrawingNeedsNoMeasures(drawing: String) async throws {
        var site = SiteFixture(post("content/posts/a/index.md", body: "![A](wall.svg)"))
        site.files["content/posts/a/wall.svg"] = Array(drawing.utf8)
        #expect(try await site.diagnose() == "")
    }

    @Test(arguments: ["wall.png", "report.pdf", "data.csv"])
    func aPointerOfGitIsNotTheFile(name: String) async throws {
        var site = SiteFixture(post("content/posts/a/index.md", body: "[A](\(name))"))
        site.files["content/posts/a/\(name)"] = Array(
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n".utf8)
        let report = try await site.diagnose()
        #expect(report.hasPrefix("content/posts/a/\(name):1:1: error: "))
        #expect(report.hasSuffix("[file.git-pointer]\n"))
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let mistakes: [Mistake] = [
        Mistake(
            "an author with a soft hyphen",
            post("content/posts/a.md").replacing("Ada Example", with: "Chi Men\u{AD}sah"),
            "content/posts/a.md:4:11: error: This name holds the character U+00AD, which nobody sees, and would be another person "
                + "than ‘Chi Mensah’. Delete it. [front-matter.control-character]"),
        .inFrontMatter(
            "thanks to a name with a space without width",
            "acknowledgements: [{people: [\"Bo\u{200B} Li\"], for: advice}]",
            "5:30: error: This name holds the character U+200B, which nobody sees, and would be another person "
                + "than ‘Bo Li’. Delete it. [front-matter.control-character]"),
        Mistake(
            "the rest of a copied byline",
            post("content/posts/a.md").replacing("Ada Example", with: "Ada Example, et al."),
            "content/posts/a.md:4:24: error: ‘et al.’ stands for names: write each author as an item of the list. [author.several]"
        ),
        .inFrontMatter(
            "an alias with a space", "aliases: [/old/x y/]",
            "5:11: error: ‘/old/x y/’ is no address of this site: an alias is a path such as ‘/old/x%20y/’. "
                + "[alias.malformed]"),
    ]

    @Test func aNameWithJoinersIsAName() async throws {
        let site = SiteFixture(
            post("content/posts/a.md").replacing("Ada Example", with: "مریم نی\u{200C}زاده"))
        #expect(try await site.diagnose() == "")
    }

    @Test func onePersonByTwoNamesIsNamedTwice() async throws {
        let site = SiteFixture(
            """
            -- content/people/jane-doe-smith.md --
            ---
            title: Jane Doe-Smith
            names: [Jane Doe]
            ---

            \(post("content/posts/a.md", "acknowledgements: [{people: [Ann Lee, Jane Doe-Smith, Jane Doe], for: advice}]")
                .replacing("Ada Example", with: "Jane Doe-Smith, Jane Doe"))
            """)
        #expect(
            try await site.diagnose() == """
                content/posts/a.md:4:27: error: ‘Jane Doe’ is named twice: ‘Jane Doe-Smith’ is the same person. [author.repeated]
                content/posts/a.md:5:55: error: ‘Jane Doe’ is thanked twice: ‘Jane Doe-Smith’ is the same person. [acknowledgements.repeated]

                """)
    }

    @Test func anEscapedAliasIsTheFolderThatReadersAskFor() async throws {
        let outputs = try await SiteFixture(
            post("content/posts/a.md", "aliases: [/old/x%20y/, /old/%C3%A4/]")
        ).render()
        #expect(outputs["old/x y/index.html"] != nil)
        #expect(outputs["old/ä/index.html"] != nil)
        #expect(
            outputs["_redirects"].map { String(decoding: $0, as: UTF8.self) }?
                .contains("/old/x%20y/ /posts/a/ 301\n") == true)
    }

    @Test(arguments: ["archive.md", "archive/index.md", "works.md"])
    func theTextAboveAListIsPublished(name: String) async throws {
        let outputs = try await SiteFixture(
            """
            -- content/\(name) --
            ---
            title: All we have
            ---

            What stands above.
            -- content/references.bib --
            @misc{k, author = {Lee, A.}, title = {T}, year = 2020}
            \(post("content/posts/a.md", body: "[@k]"))
            """
        ).render()
        let path = name.hasPrefix("works") ? "works/index.html" : "archive/index.html"
        let page = outputs[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(page.contains("<h1>All we have</h1>"))
        #expect(page.contains("<p>What stands above.</p>"))
    }

    @Test func whatIsWrittenLastIsNotReplaced() async throws {
        let site = SiteFixture(post("content/posts/a.md") + "-- content/manifest.json --\n{}\n")
        #expect(
            try await site.diagnose()
                == "content/manifest.json:1:1: error: ‘content/manifest.json’ would be written to ‘manifest.json’, where the list of all published files stands. A manifest of an app is ‘site.webmanifest’. [path.collision]\n"
        )
    }

    @Test func aHostOfOtherLettersIsWrittenInASCII() async throws {
        let report = try await SiteFixture(base: "https://bücher.example/", "").diagnose()
        #expect(
            report.hasPrefix(
                "site.yaml:2:11: error: ‘base_url’ is an absolute address such as ‘https://example.org/’, without "
                    + "query or fragment. A host with other letters has the form ‘https://xn--bcher-kva.example/’. "
                    + "[site.malformed-base-url]\n"))
        #expect(
            try await SiteFixture(base: "https://xn--bcher-kva.example/ä/", "").diagnose() == "")
    }

    @Test func keysThatDifferInCaseAreNamed() async throws {
        let site = SiteFixture(
            "-- content/references.bib --\n@misc{and, author = {Lee, A.}, title = {T}, year = 2020}\n"
                + "@misc{AND, author = {Lee, A.}, title = {U}, year = 2020}\n"
                + post("content/posts/a.md", body: "[@and; @AND]"))
        let report = try await site.diagnose()
        #expect(report.contains("content/references.bib:"))
        #expect(report.contains("the page of the cited work ‘and’"))
        #expect(report.contains("the page of the cited work ‘AND’"))
    }
}
