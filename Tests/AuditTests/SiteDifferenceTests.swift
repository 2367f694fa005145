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

    @Test(arguments: changes)
    func tellsReadersOfAChange(change: Change) async throws {
        let difference = try await Self.difference(
            from: SiteFixture(change.before),
            to: SiteFixture(settings: change.settings, change.after))
        let told = difference.text.split(separator: "\n\n").dropLast().joined(separator: "\n\n")
        #expect(told == change.told)
    }

    @Test func addressesAreThoseBelowTheBase() async throws {
        let base = "https://example.org/sub/"
        let difference = try await Self.difference(
            from: SiteFixture(
                base: base, Self.article(body: "[D](d.pdf)") + "-- content/posts/d.pdf --\nD\n"),
            to: SiteFixture(
                base: base, settings: "redirects: {/posts/d.pdf: /posts/e.pdf}",
                Self.article(body: "[D](e.pdf)") + "-- content/posts/e.pdf --\nD\n"))
        #expect(difference.text.contains("  /posts/d.pdf  to /posts/e.pdf\n"))
    }

    @Test func whatStandsAroundTextsIsCounted() async throws {
        let difference = try await Self.difference(
            from: SiteFixture(Self.article()),
            to: SiteFixture(
                Self.article()
                    + "-- templates/partials/footer.html --\n<footer>Another one</footer>\n"))
        #expect(difference.isEmpty)
        #expect(difference.text.hasPrefix("No page changes its text. "))
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
        #expect(!difference.text.contains("gone"))
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
