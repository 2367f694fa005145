import Build
import Diagnostics
import SiteTesting
import Testing

/// Pages with all that a publication needs, which are none.
@Suite struct PlainPageTests {
    private static func page(_ path: String, _ lines: String) -> String {
        "-- \(path) --\n---\ntitle: T\n\(lines)\n---\nText.\n"
    }
    private static let byline = "date: 2025-01-01\nauthors: [Ada Example]"

    @Test(arguments: ["content/notes/a.md", "content/notes/b/a.md"])
    func areTold(path: String) async throws {
        let site = SiteFixture(post("content/posts/a.md") + Self.page(path, Self.byline))
        let built = try await site.build()
        #expect(built.diagnostics.map(\.id) == ["front-matter.no-kind"])
        let report = site.report(of: built.diagnostics)
        #expect(report.hasPrefix("\(path):3:7: warning: This page has a date and authors"))
        #expect(report.contains("defaults: {notes/: {kind: essay}}"))
    }

    /// As `defaults` knows it, not as its address has it.
    @Test func theFolderIsNamedAsItIs() async throws {
        let site = SiteFixture(
            post("content/posts/a.md") + Self.page("content/My Docs/a.md", Self.byline))
        expect(try await site.diagnose(), holds: ["defaults: {My Docs/: {kind: essay}}"])
    }

    @Test(
        arguments: [
            ("content/posts/b.md", byline), ("content/posts/c/b.md", byline),
            ("content/notes/b.md", byline + "\nkind: page"),
            ("content/notes/b.md", byline + "\nkind: news"),
            ("content/about.md", byline),
            // Plain pages may have a date, or name who is responsible.
            ("content/notes/b.md", "date: 2025-01-01"),
            ("content/notes/b.md", "authors: [Ada Example]"),
            ("content/reports/b.md", byline), ("content/people/ada-example.md", "role: Fellow"),
            ("content/notes/b.md", byline + "\nlayout: wide"),
        ])
    func othersAreNot(path: String, lines: String) async throws {
        let layout =
            "-- templates/layouts/wide.html --\n{{<layout}}{{$main}}<h1>{{title}}</h1>{{{body}}}{{/main}}{{/layout}}\n"
        let site = SiteFixture(
            settings: "defaults: {reports/: {kind: report}}",
            post("content/posts/a.md") + post("content/reports/a.md") + Self.page(path, lines)
                + layout)
        let told = try await site.build().diagnostics.filter { $0.id == "front-matter.no-kind" }
        #expect(told == [])
    }

    @Test(arguments: ["people", "topics"])
    func theNameOfARecordIsItsTitle(folder: String) async throws {
        let report = try await SiteFixture(
            post("content/posts/a.md") + "-- content/\(folder)/b.md --\n---\nname: B\n---\n"
        ).diagnose()
        expect(
            report,
            holds: ["content/\(folder)/b.md:2:1: error: There is no key ‘name’: use ‘title’."])
    }
}
