import Audit
import Build
import Diagnostics
import Files
import Foundation
import SiteTesting
import Testing

/// What of an unpublished page stands in a tree is found, with its place; nothing else is.
@Suite struct LeakScanTests {
    private static let published =
        post("content/posts/a.md", title: "Open results", body: "Every reader may see this page.")
    private static let secret =
        post(
            "content/posts/hidden-work/index.md", title: "A “secret” report & more", "draft: true",
            body: "The embargoed finding is that canaries sing at noon in *December*.")
        + "-- content/posts/hidden-work/figure-seven.pdf --\nnot really an image\n"

    private let tree: ScratchFolder

    init() throws { tree = try ScratchFolder() }

    /// What is found of a site in the tree.
    private func findings(
        of site: SiteFixture = SiteFixture(published + secret)
    ) async throws -> [String] {
        let scan = try await LeakScan(of: site.files, site.options)
        return try await scan.diagnostics(for: tree.path, shown: "public").map(\.message)
    }

    private static let page = "‘content/posts/hidden-work/index.md’, which is a draft"

    @Test(arguments: [
        (
            "feed.xml", "<a href=\"/posts/hidden-work/\">",
            "holds at byte 9 the address of \(page): ‘/posts/hidden-work/’"
        ),
        (
            "a.json", "{\"title\": \"A “secret” Report \"}",
            "holds at byte 11 the title of \(page): ‘a “secret” report ’"
        ),
        (
            "a.html", "<p>xx The embargoed finding is that canaries",
            "holds at byte 6 words of \(page): ‘the embargoed finding is that ca’"
        ),
        (
            "b.txt", "see figure-seven.pdf",
            "holds at byte 4 the name of a file of \(page): ‘figure-seven.pdf’"
        ),
        (
            "c.bin", "not really an image\n",
            "is the file ‘content/posts/hidden-work/figure-seven.pdf’ of \(page)"
        ),
        (
            "posts/hidden-work/x.txt", "",
            "has in its path the address of \(page): ‘/posts/hidden-work/’"
        ),
    ])
    func findsIt(path: String, text: String, words: String) async throws {
        try tree.write(path, text)
        let found = try await findings()
        #expect(found.contains { $0.hasPrefix("‘public/\(path)’ \(words)") }, "\(found)")
    }

    @Test func findsNothingInTheBuiltSite() async throws {
        try tree.write(try await SiteFixture(Self.published + Self.secret).render())
        #expect(try await findings() == [])
    }

    /// The control: a build with drafts is full of them.
    @Test func findsDraftsInABuildWithDrafts() async throws {
        var site = SiteFixture(Self.published + Self.secret)
        site.options.includesDrafts = true
        try tree.write(try await site.render().filter { $0.key.hasSuffix(".html") })
        let found = try await findings(of: site)
        #expect(found.count > 10)
        #expect(found.contains { $0.hasPrefix("‘public/index.html’ holds") })
    }

    /// A file that is copied as it is does not say a sentence: it is where a sentence leaks.
    @Test(arguments: [
        ("canaries sing at noon in december", "words"), ("a title that is kept back", "the title"),
    ])
    func findsADraftInAFileThatIsCopied(text: String, kind: String) async throws {
        let site = SiteFixture(
            Self.published
                + post(
                    "content/posts/b.md", title: "A title that is kept back", "draft: true",
                    body: "Canaries sing at noon in December.")
                + "-- content/files/saved.csv --\nx\n\(text)\n")
        try tree.write(try await site.render())
        let found = try await findings(of: site)
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("‘public/files/saved.csv’ holds at byte 2 \(kind)") == true)
    }

    /// Data may name a person or a topic that a draft names too.
    @Test func aNameInAFileThatIsCopiedIsNoAlarm() async throws {
        let site = SiteFixture(
            Self.published
                + post(
                    "content/posts/b.md", title: "Evaluation", "draft: true\ntopics: [evaluation]")
                + "-- content/files/table.csv --\nevaluation,1\n")
        try tree.write("files/table.csv", "evaluation,1\n")
        #expect(try await findings(of: site) == [])
    }

    /// A file that only a draft shows is the draft's, wherever it stands.
    private static let lent =
        published
        + post(
            "content/posts/b.md", title: "Kept back", "draft: true\npdf: ../annual-report.pdf",
            body: "[C](/figures/embargoed-chart.pdf) and [S](/files/shared-data.csv)")
        + post("content/posts/c.md", title: "Shown", body: "[S](/files/shared-data.csv)")
        + "-- content/annual-report.pdf --\nannual bytes\n"
        + "-- content/figures/embargoed-chart.pdf --\nchart bytes\n"
        + "-- content/files/shared-data.csv --\nshared bytes\n"

    @Test func findsNothingOfADraftOutsideOfBundles() async throws {
        let site = SiteFixture(Self.lent)
        try tree.write(try await site.render())
        #expect(try await findings(of: site) == [])
    }

    @Test(arguments: [
        ("annual-report.pdf", "annual bytes\n", "is the file ‘content/annual-report.pdf’"),
        ("x.pdf", "chart bytes\n", "is the file ‘content/figures/embargoed-chart.pdf’"),
        ("x.html", "<a href='/annual-report.pdf'>", "holds at byte 10 the name of a file"),
    ])
    func findsAFileOfADraftOutsideOfBundles(
        path: String, text: String, words: String
    ) async throws {
        let site = SiteFixture(Self.lent)
        try tree.write(path, text)
        let found = try await findings(of: site)
        #expect(
            found.contains { $0.hasPrefix("‘public/\(path)’ \(words)") }, "\(found)")
    }

    /// Words that a published page says too give nothing away.
    @Test func raisesNoFalseAlarm() async throws {
        let site = SiteFixture(
            post(
                "content/posts/a.md", title: "Evaluation",
                body: "The embargoed finding is that canaries sing.")
                + post(
                    "content/posts/b.md", title: "Evaluation", "draft: true",
                    body: "The embargoed finding is that canaries sing.")
                + "-- content/posts/c/index.md --\n---\ntitle: C of c\ndraft: true\ndate: 2025-01-01\n"
                + "authors: [A]\n---\n-- content/posts/c/logo.txt --\nsame\n"
                + "-- content/logo.txt --\nsame\n")
        try tree.write(try await site.render())
        #expect(try await LeakScan(of: site.files, site.options).pageCount == 2)
        #expect(try await findings(of: site) == [])
    }

    /// A folder of drafts is gone in the build that tells what is said anyway, and its defaults are right even so.
    @Test func raisesNoFalseAlarmAboutAFolderOfDrafts() async throws {
        let site = SiteFixture(
            settings: "defaults: {reports/: {kind: report, draft: true}}",
            post("content/posts/a.md", body: "Soon we publish A report of the walls.")
                + post("content/reports/b.md", title: "A report of the walls"))
        try tree.write(try await site.render())
        #expect(try await LeakScan(of: site.files, site.options).pageCount == 1)
        #expect(try await findings(of: site) == [])
    }

    @Test func findsADraftOfAFolder() async throws {
        let site = SiteFixture(
            settings: "defaults: {reports/: {kind: report, draft: true}}",
            Self.published + post("content/reports/b.md", title: "A report of the walls"))
        try tree.write("x.html", "<p>A report of the walls</p>")
        #expect(try await findings(of: site).count == 1)
    }
}
