import Build
import Diagnostics
import SiteTesting
import Testing

/// What is wrong with `defaults` is said once, in site.yaml, whether a page has it or not; nothing is published.
@Suite struct FolderDefaultMistakeTests {
    private static func mistake(
        _ name: String, _ defaults: String, besides archive: String = "", _ report: String...
    ) -> Mistake {
        Mistake(
            name,
            "-- site.yaml --\n" + SiteFixture.yaml(settings: "defaults:\n" + defaults)
                + post("content/reports/a.md", "kind: report\nlicense: CC0-1.0\ndraft: false")
                + post("content/reports/b.md", title: "B", "kind: report") + archive,
            lines: report)
    }

    @Test(arguments: folders + keys + values + wholeSite)
    func isReportedOnce(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let book =
        "-- content/references.bib --\n"
        + "@book{book, author = {A B}, title = {T}, publisher = {P}, year = 2020}\n"
    private static let nothing = "so these defaults are for nothing."

    private static let folders = [
        mistake(
            "a folder that is spelled wrong", "  report/: {draft: true}",
            "site.yaml:5:3: error: No page lies below ‘content/report/’, \(nothing) "
                + "Did you mean ‘reports/’? [defaults.unknown-folder]"),
        mistake(
            "one whose pages rely on it", "  report/: {default_work: book}",
            besides: book + post("content/reports/c.md", title: "C", body: "So it is [p. 4](@)."),
            "site.yaml:5:3: error: No page lies below ‘content/report/’, \(nothing) "
                + "Did you mean ‘reports/’? [defaults.unknown-folder]"),
        mistake(
            "one with its path from the root of the site", "  content/reports: {draft: true}",
            "site.yaml:5:3: error: No page lies below ‘content/content/reports/’, \(nothing) "
                + "Did you mean ‘reports/’? [defaults.unknown-folder]"),
        mistake(
            "one as other programs name it", "  /reports/*: {draft: true}",
            "site.yaml:5:3: error: No page lies below ‘content/reports/’, \(nothing) "
                + "Did you mean ‘reports/’? [defaults.unknown-folder]"),
        mistake(
            "a folder without pages", "  files/: {draft: true}",
            besides: "-- content/files/a.txt --\nA\n",
            "site.yaml:5:3: error: No page lies below ‘content/files/’, \(nothing) "
                + "[defaults.unknown-folder]"),
        mistake(
            "a page", "  reports/a.md: {draft: true}",
            "site.yaml:5:3: error: No page lies below ‘content/reports/a.md/’, \(nothing) "
                + "[defaults.unknown-folder]"),
        mistake(
            "all pages", "  /: {draft: true}",
            "site.yaml:5:3: error: ‘defaults’ are for folders below ‘content/’: name one, such as "
                + "‘reports/’. [defaults.unknown-folder]"),
        mistake(
            "a folder given twice", "  reports: {draft: true}\n  reports/: {toc: true}",
            "site.yaml:6:3: error: The folder ‘reports/’ is given twice. [yaml.duplicate-key]"),
        mistake(
            "a folder with nothing", "  reports/:",
            "site.yaml:5:12: error: ‘reports/’ is a group of keys, not a single value: write "
                + "‘kind: report’. [front-matter.wrong-type]"),
        mistake(
            "a list, as Jekyll has it", "  - scope: {path: reports}",
            "site.yaml:5:3: error: ‘defaults’ is a group of keys, not a list: write "
                + "‘reports/: {kind: report}’. [front-matter.wrong-type]"),
    ]

    private static let keys = [
        mistake(
            "a key that is spelled wrong", "  reports/: {darft: true}",
            "site.yaml:5:14: error: Unknown key ‘darft’. Did you mean ‘draft’? "
                + "[front-matter.unknown-key]"),
        mistake(
            "a key of other generators", "  reports/: {lang: de}",
            "site.yaml:5:14: error: There is no key ‘lang’: use ‘language’. "
                + "[front-matter.unknown-key]"),
        mistake(
            "keys of a single page",
            "  reports/: {title: Report, slug: a, tags: [a], orcid: b, featured: [a]}",
            "site.yaml:5:14: error: ‘title’ cannot be a default: it says something of one text. "
                + "Write ‘title’ in the page itself. [defaults.page-key]",
            "site.yaml:5:29: error: ‘slug’ cannot be a default: no two pages have the same. "
                + "Write ‘slug’ in the page itself. [defaults.page-key]",
            "site.yaml:5:38: error: ‘tags’ cannot be a default: it says something of one text. "
                + "Write ‘topics’ in the page itself. [defaults.page-key]",
            "site.yaml:5:49: error: ‘orcid’ cannot be a default: only the record of a person or a topic "
                + "has it. Write ‘orcid’ in the page itself. [defaults.page-key]",
            "site.yaml:5:59: error: ‘featured’ cannot be a default: only the home page has it. "
                + "Write ‘featured’ in the page itself. [defaults.page-key]"),
    ]

    private static let values = [
        mistake(
            "a flag that is none", "  reports/: {draft: yes}",
            "site.yaml:5:21: error: ‘draft’ is either ‘true’ or ‘false’. Write ‘true’, without quotes. "
                + "[front-matter.not-a-flag]"),
        mistake(
            "values of other types", "  reports/: {license: CC-BY-5.0, kind: raport}",
            "site.yaml:5:23: error: ‘CC-BY-5.0’ is no SPDX licence identifier. Did you mean "
                + "‘CC-BY-4.0’? [license.unknown]",
            "site.yaml:5:40: error: ‘raport’ is not a kind: use one of essay, report, paper, brief, news, "
                + "talk, page. Did you mean ‘report’? [front-matter.unknown-value]"),
        mistake(
            "times that cannot be, of two folders",
            "  reports/: {expires_at: 2025-01-01T00:00:00Z}\n"
                + "  reports/2027/: {publish_at: 2026-01-01T00:00:00Z}",
            besides: post("content/reports/2027/c.md", title: "C")
                + post("content/reports/2027/d.md", title: "D"),
            "site.yaml:6:31: error: The page would expire before it is published. ‘defaults’ of its folder "
                + "have ‘expires_at’. [date.order]"),
        mistake(
            "fields that are not declared, and one of another type",
            "  reports/: {extra: {plaec: Hall, seats: many, kit: kit.pdf}}\n"
                + "fields: {place: text, seats: number, kit: url}",
            "site.yaml:5:22: error: Unknown key ‘plaec’. Did you mean ‘place’? "
                + "[front-matter.unknown-key]",
            "site.yaml:5:42: error: ‘seats’ is a whole number from -1000000000000 to 1000000000000. "
                + "[front-matter.not-a-number]",
            "site.yaml:5:53: error: An address in ‘defaults’ begins with ‘/’ or ‘https://’: ‘kit.pdf’ would "
                + "be another file for each page. [front-matter.not-a-url]"),
    ]

    private static let wholeSite = [
        mistake(
            "a work that is not in the bibliography", "  reports/: {default_work: bok}",
            besides: book,
            "site.yaml:5:28: error: The bibliography has no work ‘bok’. Did you mean ‘book’? "
                + "[citation.unknown-key]"),
        mistake(
            "a layout that no page has", "  reports/: {layout: evnt}",
            besides:
                "-- templates/layouts/event.html --\n{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}\n",
            "site.yaml:5:22: error: There is no template ‘layouts/evnt.html’. Did you mean ‘event’? "
                + "[front-matter.unknown-layout]"),
        mistake(
            "a layout for what no layout shows", "  people/: {layout: event}",
            besides:
                "-- templates/layouts/event.html --\n{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}\n"
                + "-- content/people/ada.md --\n---\ntitle: Ada Example\n---\n"
                + "-- content/people/bo.md --\n---\ntitle: Bo Li\n---\n",
            "site.yaml:5:21: error: Layouts are for single pages: a page of this folder is shown by "
                + "‘templates/person.html’. [front-matter.unknown-layout]"),
        mistake(
            "an address that leads nowhere",
            "  reports/: {extra: {kit: /files/kit.pdf}}\nfields: {kit: url}",
            besides: "-- content/files/kits.pdf --\nPDF\n",
            "site.yaml:5:27: error: The site has nothing at ‘/files/kit.pdf’. Did you mean "
                + "‘/files/kits.pdf’? [link.unknown-address]"),
    ]

    @Test func aPageWithWhatItsFolderMakesAMistakeIsToldThere() async throws {
        let site = SiteFixture(
            settings: "defaults:\n  reports/: {kind: report, expires_at: 2026-02-01T00:00:00Z}",
            "-- content/reports/a.md --\n---\ntitle: A\nauthors: [Ada Example]\n---\n"
                + post("content/reports/b.md", "publish_at: 2027-01-01T00:00:00Z")
        )
        #expect(
            try await site.diagnose() == """
                content/reports/a.md:1:1: error: A publication needs a ‘date’: write ‘date: 2025-01-31’. \
                [front-matter.missing-key]
                content/reports/b.md:5:13: error: The page would expire before it is published. ‘defaults’ \
                of its folder have ‘expires_at’. [date.order]

                """)
        let notes = try await site.build().diagnostics.flatMap(\.notes)
        #expect(notes.map(\.message) == ["‘defaults’ of its folder give it ‘kind: report’."])
        #expect(notes.first?.span?.path == "site.yaml")
    }

    @Test func aMistakeOfAPageThatGoesBeforeItsFolderIsToldInThePage() async throws {
        let report = try await SiteFixture(
            settings: "defaults: {posts/: {default_work: book, layout: event}}",
            post("content/posts/a.md", "default_work: bok\nlayout: evnt") + Self.book
                + "-- templates/layouts/event.html --\n{{<layout}}{{$main}}A{{/main}}{{/layout}}\n"
        ).diagnose()
        expect(
            report,
            holds: [
                "content/posts/a.md:5:15: error: The bibliography has no work ‘bok’.",
                "content/posts/a.md:6:9: error: There is no template ‘layouts/evnt.html’.",
            ])
    }

    /// What is wrong with the only page of a folder is told there.
    @Test func aFolderWhosePageCannotBeReadIsNotSaidToBeEmpty() async throws {
        let report = try await SiteFixture(
            settings: "defaults: {reports/2027/: {draft: true}, notes/: {draft: true}}",
            post("content/reports/2027/¿.md")
                + post("content/notes/a.md").replacing("---", with: "--")
        ).diagnose()
        let ids = report.split(separator: "\n").compactMap { $0.split(separator: "[").last }
        #expect(ids == ["front-matter.missing]", "path.no-slug]"])
    }

    @Test func thousandsOfFoldersThatAreNoneAreToldAtOnce() async throws {
        let folders = (0..<4000).map { "g\($0)x: {}" }.joined(separator: ", ")
        let pages = (0..<400).map { post("content/g\($0)/a.md", title: "P \($0)", "kind: page") }
        let report = try await SiteFixture(
            settings: "defaults: {\(folders)}", pages.joined()
        ).diagnose()
        let lines = report.split(separator: "\n")
        #expect(lines.count == 4000)
        // To look for what was meant is for a few mistakes.
        #expect(lines.count { $0.contains("Did you mean") } == 20)
    }
}
