import Build
import Diagnostics
import SiteTesting
import Testing

/// Folders beside `content/` from which other programs publish.
@Suite struct ForeignFolderTests {
    @Test(
        "A folder of another program is told, once",
        arguments: [
            ("static", "logo.png", "Hugo and Zola publish what is in this folder"),
            ("static", "css/a.css", "move it into ‘content/’"),
            ("layouts", "partials/head.html", "Hugo takes its templates from this folder"),
            ("_layouts", "post.html", "Jekyll takes its templates"),
            ("_includes", "head.html", "in ‘templates/’"),
            ("_posts", "2020-01-01-x.md", "imprint import _posts/*.md --output content/posts"),
        ])
    func aFolderOfAnotherProgram(folder: String, name: String, expected: String) async throws {
        let site = SiteFixture(
            post("content/posts/a.md")
                + "-- \(folder)/\(name) --\nx\n-- \(folder)/b/\(name) --\nx\n")
        let built = try await site.build()
        #expect(built.diagnostics.map(\.id) == ["file.foreign-folder"])
        let report = site.report(of: built.diagnostics)
        #expect(report.hasPrefix("\(folder):1:1: warning: "))
        #expect(report.contains(expected), "\(report)")
    }

    @Test(
        "What else a repository holds is not",
        arguments: [
            // It has been imported.
            "_posts/2020-01-01-a.md", "docs/index.html", "src/main.py",
            ".github/workflows/site.yml", "assets/a.css",
            "data/a.csv", "layouts/keyboard.pdf", "_posts/notes.txt", "content/static/a.txt",
            "static/.gitkeep", "scripts/static/a.js", "templates/layouts/wide.html", "themes/a.css",
        ])
    func whatElseARepositoryHolds(path: String) async throws {
        let site = SiteFixture(post("content/posts/a.md") + "-- \(path) --\nx\n")
        #expect(try await site.build().diagnostics.filter { $0.id == "file.foreign-folder" } == [])
    }
}

/// The page of a folder by the name that Hugo and Zola have for it.
@Suite struct ForeignIndexTests {
    private static let page = "---\ntitle: Events\n---\nWhat is on.\n"

    @Test(arguments: [
        "content/events/_index.md", "content/_index.md", "content/events/_index.de.md",
        // Nothing else is in its folder.
        "content/talks/_index.md",
    ])
    func isTold(path: String) async throws {
        let site = SiteFixture(
            post("content/posts/a.md") + post("content/events/b.md", "kind: news")
                + "-- \(path) --\n\(Self.page)")
        let built = try await site.build()
        #expect(
            site.report(of: built.diagnostics).hasPrefix(
                "\(path):1:1: warning: This page of a folder is not read"))
        #expect(built.diagnostics.map(\.id) == ["file.foreign-index"])
    }

    @Test func aTranslationKeepsItsLanguage() async throws {
        let site = SiteFixture(
            post("content/posts/a.md") + post("content/events/b.md", "kind: news")
                + "-- content/talks/_index.de.md --\n\(Self.page)")
        expect(try await site.diagnose(), holds: ["Rename it to ‘index.de.md’."])
    }

    @Test(arguments: [
        "content/posts/_index.md", "content/events/_draft.md", "content/events/_index.html",
        "content/_old/_index.md", "content/events/.git/_index.md", "content/events/_index.md.bak",
        "content/events/_index.a.b.md", "notes/_index.md",
    ])
    func whatIsSetAsideIsNot(path: String) async throws {
        let site = SiteFixture(
            post("content/posts/a.md") + "-- content/posts/index.md --\n\(Self.page)"
                + "-- \(path) --\n\(Self.page)")
        #expect(try await site.build().diagnostics == [])
    }
}
