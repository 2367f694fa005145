import Audit
import Build
import Content
import Diagnostics
import Files
import Output
import Rendering
import Site
import SiteTesting
import Testing

/// An editor is told what readers will find otherwise, and is not told what merely follows from it.
@Suite struct SiteDifferenceTests {
    /// A change of the sources, and what is told of it before the line that counts the rest.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let before: String
        let after: String
        var settings = ""
        let told: String
    }

    private static func article(
        _ path: String = "content/posts/naming.md", title: String = "Naming", _ more: String = "",
        body: String = "One two three.\n\n## Why a name\n\nFour five six."
    ) -> String {
        SiteTesting.post(path, title: title, more, body: body)
    }

    static let changes = [
        Change(
            testDescription: "a new post by a new author", before: article(),
            after: article()
                + SiteTesting.post("content/posts/b.md", title: "Walls & maps").replacing(
                    "Ada Example", with: "Bo Sample"),
            told: """
                New pages
                  /posts/b/  Walls & maps · Bo Sample · 2025-01-01

                New lists
                  /people/bo-sample/  Bo Sample
                """),
        Change(
            testDescription: "what the record says", before: article(),
            after: article(title: "On naming", "topics: [names]\nversion: 2\nsubtitle: Of names"),
            told: """
                Changed pages
                  /posts/naming/  On naming
                    title: Naming → On naming
                    subtitle, new: Of names
                    version, new: 2
                    topics, new: names

                New lists
                  /topics/names/  names
                """),
        Change(
            testDescription: "words, links and headings", before: article(),
            after: article(
                body: "One [two](https://example.com/) three four.\n\n"
                    + "## Why any name {#why .was-why-a-name}\n\nFour six.\n\n## Then\n\nSeven eight."
            ),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The beginning: 2 words new, 1 word gone, 1 link new
                    “Why any name”: was “Why a name”, 1 word gone
                    “Then”, new: 2 words
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a section that is gone, and one in another order", before: article(),
            after: article(body: "two One three."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The beginning: in another order
                    “Why a name”, gone: 3 words
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a note before others",
            before: article(body: "One.\n\n## B\n\nTwo[^b].\n\n[^b]: Second."),
            after: article(body: "One[^a].\n\n## B\n\nTwo[^b].\n\n[^a]: First.\n[^b]: Second."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    “B”: 1 word new
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a change that a revision tells of", before: article(),
            after: article(
                title: "Naming",
                "revisions: [{date: 2025-02-01, kind: correction, note: Six was five.}]",
                body: "One two three.\n\n## Why a name\n\nFour five five."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    updated, new: 2025-02-01
                    The beginning: 7 words new
                    “Why a name”: 1 word new, 1 word gone
                    “Revisions”, new: 7 words
                """),
        Change(
            testDescription: "a page under another name, and a link to it",
            before: article()
                + SiteTesting.post("content/posts/b.md", body: "[See](naming.md#why-a-name)."),
            after: article("content/posts/names.md", title: "Naming", "aliases: [/posts/naming/]")
                + SiteTesting.post("content/posts/b.md", body: "[See](names.md#why-a-name)."),
            told: """
                Moved
                  /posts/naming/  to /posts/names/
                """),
        Change(
            testDescription: "pages that a wildcard leads to, one with another text",
            before: article() + SiteTesting.post("content/posts/b.md"),
            after: article("content/essays/naming.md", title: "Naming", "kind: essay")
                + SiteTesting.post("content/essays/b.md", "kind: essay", body: "Text, more."),
            settings: "redirects: {/posts/*: /essays/:splat}",
            told: """
                Changed pages
                  /essays/b/  A title
                    The beginning: 2 words new, 1 word gone
                    No revision tells readers that the text has changed.

                Moved
                  /posts/  to /essays/
                  /posts/b/  to /essays/b/
                  /posts/naming/  to /essays/naming/

                New lists
                  /essays/  Essays
                """),
        Change(
            testDescription: "a page that is gone, and files beside pages",
            before: article("content/posts/a/index.md", body: "![A](a.svg) ![B](b.svg)")
                + "-- content/posts/a/a.svg --\n<svg/>\n-- content/posts/a/b.svg --\n<svg/>\n"
                + SiteTesting.post("content/posts/b.md", title: "B"),
            after: article("content/posts/a/index.md", body: "![A](a.svg) ![B](c.svg)")
                + "-- content/posts/a/a.svg --\n<svg  />\n-- content/posts/a/c.svg --\n<svg/>\n",
            told: """
                Changed pages
                  /posts/a/  Naming
                    The beginning: 1 link new, 1 link gone

                Gone
                  /posts/b/  B · Ada Example · 2025-01-01

                New files
                  /posts/a/c.svg

                Changed files
                  /posts/a/a.svg

                Files that are gone
                  /posts/a/b.svg
                """),
        Change(
            testDescription: "a text that is taken back", before: article(),
            after: article(title: "Naming", "withdrawn: The data were wrong."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The text is withdrawn.
                """),
    ]

    @Test(arguments: changes)
    func tellsReadersOfAChange(change: Change) async throws {
        let difference = try await Self.difference(
            from: SiteFixture(change.before),
            to: SiteFixture(settings: change.settings, change.after))
        let told = difference.text.split(separator: "\n\n").dropLast().joined(separator: "\n\n")
        #expect(told == change.told)
    }

    @Test func whatStandsAroundTextsIsCounted() async throws {
        let difference = try await Self.difference(
            from: SiteFixture(Self.article()),
            to: SiteFixture(
                Self.article()
                    + "-- templates/partials/footer.html --\n<footer>Another one</footer>\n"))
        #expect(difference.isEmpty)
        #expect(difference.text.hasPrefix("No text changes; "))
    }

    @Test func theSameSourcesMakeNoDifference() async throws {
        let site = SiteFixture(Self.article())
        #expect(try await Self.difference(from: site, to: site).text == "Nothing changes.\n")
    }

    @Test func aDraftIsToldAsIfItWerePublished() async throws {
        let archive =
            Self.article() + SiteTesting.post("content/posts/b.md", title: "B", "draft: true")
        var drafts = SiteFixture(archive)
        drafts.options.includesDrafts = true
        let difference = try await Self.difference(from: SiteFixture(archive), to: drafts)
        #expect(
            difference.text.hasPrefix(
                "New pages\n  /posts/b/  B · Ada Example · 2025-01-01\n\n"))
        #expect(!difference.text.contains("Changed"))
    }

    @Test func markdownShowsTitlesAsTheyAre() async throws {
        let posts = (100...200).map {
            SiteTesting.post("content/posts/p\($0).md", title: "'<b> [\($0)](x) @all'")
        }
        let difference = try await Self.difference(
            from: SiteFixture(Self.article()), to: SiteFixture(Self.article() + posts.joined()))
        let lines = difference.markdown.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines[2]
                == #"- `/posts/p100/` \<b\> \[100\](x) \@all · Ada Example · 2025-01-01"#)
        #expect(lines[102] == "- and 1 more")
    }

    @Test func programsReadJSON() async throws {
        let difference = try await Self.difference(
            from: SiteFixture(Self.article()),
            to: SiteFixture(Self.article(body: "One two.\n\n## Why a name\n\nFour five six.")))
        let json = try JSONValue.read(Array(difference.json.utf8))
        let page = try #require(json["changed"]?.array?.first)
        let section = try #require(page["sections"]?.array?.first)
        #expect(page["url"]?.string == "/posts/naming/")
        #expect(section["heading"]?.string == "")
        #expect(section["gone_words"]?.integer == 2)
        #expect(json["new"]?.array?.isEmpty == true)
    }

    @Test func aFolderThatNobodyBuiltIsRefused() throws {
        let folder = try ScratchFolder()
        #expect(throws: PublishError.self) { try PublishedFiles(in: folder.path) }
    }

    private static func difference(
        from old: SiteFixture, to new: SiteFixture
    ) async throws -> SiteDifference {
        let site = try #require(try await new.build().rendered)
        return try await SiteDifference(
            of: site, from: PublishedFiles(try await old.render()), files: new.files)
    }
}
