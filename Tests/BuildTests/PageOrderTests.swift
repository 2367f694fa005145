import SiteTesting
import Testing

/// The order of the plain pages in the list of their folder.
@Suite struct PageOrderTests {
    private static func site(
        _ order: String, fields: String = "fields: {starts: date, rank: number, tags: list}"
    )
        -> SiteFixture
    {
        func page(_ name: String, _ title: String, _ lines: String) -> String {
            "-- content/events/\(name).md --\n---\ntitle: \(title)\n\(lines)\n---\nText.\n"
        }
        return SiteFixture(
            settings: fields,
            post("content/posts/p.md")
                + "-- content/events/index.md --\n---\ntitle: Events\n\(order)\n---\n"
                + page("a", "Beta", "extra: {starts: 2031-05-01, rank: 10}")
                + page("b", "alpha", "date: 2020-01-01\nextra: {starts: 2030-01-01, rank: 9}")
                + page("c", "Gamma", "date: 2024-01-01\nextra: {rank: 10}")
                + "-- templates/sections/events.html --\n{{<layout}}{{$main}}<h1>{{title}}</h1>"
                + "<p>{{#pages}}{{text}};{{/pages}}</p>{{/main}}{{/layout}}\n")
    }

    @Test(
        arguments: [
            ("", "alpha;Beta;Gamma;"), ("sort_by: title", "alpha;Beta;Gamma;"),
            ("sort_by: -title", "Gamma;Beta;alpha;"), ("sort_by: starts", "alpha;Beta;Gamma;"),
            ("sort_by: -starts", "Beta;alpha;Gamma;"), ("sort_by: rank", "alpha;Beta;Gamma;"),
            ("sort_by: -rank", "Beta;Gamma;alpha;"), ("sort_by: -date", "Gamma;alpha;Beta;"),
        ])
    func isAsTheFolderSays(line: String, expected: String) async throws {
        for fields in ["fields: {starts: date, rank: number}", "description: D"] {
            let page = try await Self.site(line, fields: fields).output("events/index.html")
            #expect(page.contains("<p>\(expected)</p>"), "\(line), \(fields)")
        }
    }

    @Test func aNameThatIsNoneIsAnError() async throws {
        let path =
            "content/events/index.md:3:10: error: ‘sort_by’ is ‘title’, ‘date’, or one of the site's own "
        expect(
            try await Self.site("sort_by: start").diagnose(),
            holds: [path, "not ‘start’. Did you mean ‘starts’? [front-matter.unknown-order]"])
        expect(try await Self.site("sort_by: tags").diagnose(), holds: [path])
        // Other pages have no list.
        let page = SiteFixture(post("content/posts/p.md", "sort_by: title"))
        expect(try await page.diagnose(), holds: ["Unknown key ‘sort_by’."])
    }

    /// A site that declares no fields has those that its pages have.
    @Test func aNameThatNoPageHasIsAnError() async throws {
        let report = try await Self.site("sort_by: -start", fields: "description: D").diagnose()
        expect(
            report,
            holds: [
                "content/events/index.md:3:10: error: ‘sort_by’ is ‘title’, ‘date’",
                "not ‘start’. Did you mean ‘starts’? No page of this folder has it.",
            ])
        // Nobody knows what a page has that cannot be read, or is not there yet.
        let unread = SiteFixture(
            "-- content/events/index.md --\n---\ntitle: Events\nsort_by: rank\n---\n"
                + "-- content/events/a.md --\n---\ntitle: [A]\nextra: {rank: 1}\n---\n")
        #expect(!(try await unread.diagnose()).contains("sort_by"))
        let empty = SiteFixture(
            "-- content/events/index.md --\n---\ntitle: Events\nsort_by: rank\n---\n"
                + "-- content/events/more/a.md --\n---\ntitle: A\n---\n")
        #expect(!(try await empty.diagnose()).contains("sort_by"))
        let draft = SiteFixture(
            "-- content/events/index.md --\n---\ntitle: Events\nsort_by: rank\n---\n"
                + "-- content/events/a.md --\n---\ntitle: A\n---\n"
                + "-- content/events/b.md --\n---\ntitle: B\ndraft: true\nextra: {rank: 1}\n---\n")
        #expect(!(try await draft.diagnose()).contains("sort_by"))
    }
}
