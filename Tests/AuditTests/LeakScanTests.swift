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
        + "-- content/posts/hidden-work/figure-seven.png --\nnot really an image\n"

    private struct Tree {
        let site = SiteFixture(LeakScanTests.published + LeakScanTests.secret)
        let scratch: ScratchSite

        init() throws { scratch = try ScratchSite() }

        func findings(in path: String, _ text: String) async throws -> [String] {
            try scratch.write(path, text)
            let scan = try await LeakScan(of: site.files, site.options)
            let found = try await scan.diagnostics(for: scratch.root.path, shown: "public")
            return found.map(\.message)
        }
    }

    private static let page = "‘content/posts/hidden-work/index.md’, which is a draft"

    @Test(arguments: [
        (
            "feed.xml", "<a href=\"/posts/hidden-work/\">",
            "holds at byte 9 the address of \(page): ‘/posts/hidden-work/’"
        ),
        (
            "a.json", "{\"title\": \"A “secret” Report\"}",
            "holds at byte 11 the title of \(page): ‘a “secret” report ’"
        ),
        (
            "a.html", "<p>xx The embargoed finding is that canaries",
            "holds at byte 6 words of \(page): ‘the embargoed finding is that ca’"
        ),
        (
            "b.txt", "see figure-seven.png",
            "holds at byte 4 the name of a file of \(page): ‘figure-seven.png’"
        ),
        (
            "c.bin", "not really an image\n",
            "is the file ‘content/posts/hidden-work/figure-seven.png’ of \(page)"
        ),
        (
            "posts/hidden-work/x.txt", "",
            "has in its path the address of \(page): ‘/posts/hidden-work/’"
        ),
    ])
    func findsIt(path: String, text: String, words: String) async throws {
        let tree = try Tree()
        defer { tree.scratch.remove() }
        let padded = words.contains("title") ? text.replacing("Report", with: "Report ") : text
        let found = try await tree.findings(in: path, padded)
        #expect(found.contains { $0.hasPrefix("‘public/\(path)’ \(words)") }, "\(found)")
    }

    @Test func findsNothingInTheBuiltSite() async throws {
        let tree = try Tree()
        defer { tree.scratch.remove() }
        for (path, bytes) in try await tree.site.render() {
            try tree.scratch.write(path, String(decoding: bytes, as: UTF8.self))
        }
        #expect(try await tree.findings(in: "x.txt", "Nothing.") == [])
    }

    /// The control: a build with drafts is full of them.
    @Test func findsDraftsInABuildWithDrafts() async throws {
        let tree = try Tree()
        defer { tree.scratch.remove() }
        var site = tree.site
        site.options.includesDrafts = true
        for (path, bytes) in try await site.render() where path.hasSuffix(".html") {
            try tree.scratch.write(path, String(decoding: bytes, as: UTF8.self))
        }
        let found = try await tree.findings(in: "x.txt", "")
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
        let scratch = try ScratchSite()
        defer { scratch.remove() }
        for (path, bytes) in try await site.render() {
            try scratch.write(path, String(decoding: bytes, as: UTF8.self))
        }
        let scan = try await LeakScan(of: site.files, site.options)
        let found = try await scan.diagnostics(for: scratch.root.path, shown: "public")
        #expect(found.count == 1)
        #expect(
            found.first?.message.hasPrefix("‘public/files/saved.csv’ holds at byte 2 \(kind)")
                == true)
    }

    /// Data may name a person or a topic that a draft names too.
    @Test func aNameInAFileThatIsCopiedIsNoAlarm() async throws {
        let site = SiteFixture(
            Self.published
                + post(
                    "content/posts/b.md", title: "Evaluation", "draft: true\ntopics: [evaluation]")
                + "-- content/files/table.csv --\nevaluation,1\n")
        let scratch = try ScratchSite()
        defer { scratch.remove() }
        try scratch.write("files/table.csv", "evaluation,1\n")
        let scan = try await LeakScan(of: site.files, site.options)
        let found = try await scan.diagnostics(for: scratch.root.path, shown: "public")
        #expect(found.map(\.message) == [])
    }

    /// A file that only a draft shows is the draft's, wherever it stands.
    private static let lent =
        published
        + post(
            "content/posts/b.md", title: "Kept back", "draft: true\npdf: ../annual-report.pdf",
            body: "![C](/figures/embargoed-chart.png) and [S](/files/shared-data.csv)")
        + post("content/posts/c.md", title: "Shown", body: "[S](/files/shared-data.csv)")
        + "-- content/annual-report.pdf --\nannual bytes\n"
        + "-- content/figures/embargoed-chart.png --\nchart bytes\n"
        + "-- content/files/shared-data.csv --\nshared bytes\n"

    @Test func findsNothingOfADraftOutsideOfBundles() async throws {
        let site = SiteFixture(Self.lent)
        let scratch = try ScratchSite()
        defer { scratch.remove() }
        for (path, bytes) in try await site.render() {
            try scratch.write(path, String(decoding: bytes, as: UTF8.self))
        }
        let scan = try await LeakScan(of: site.files, site.options)
        let found = try await scan.diagnostics(for: scratch.root.path, shown: "public")
        #expect(found.map(\.message) == [])
    }

    @Test(arguments: [
        ("annual-report.pdf", "annual bytes\n", "is the file ‘content/annual-report.pdf’"),
        ("x.png", "chart bytes\n", "is the file ‘content/figures/embargoed-chart.png’"),
        ("x.html", "<a href='/annual-report.pdf'>", "holds at byte 10 the name of a file"),
    ])
    func findsAFileOfADraftOutsideOfBundles(
        path: String, text: String, words: String
    ) async throws {
        let site = SiteFixture(Self.lent)
        let scratch = try ScratchSite()
        defer { scratch.remove() }
        try scratch.write(path, text)
        let scan = try await LeakScan(of: site.files, site.options)
        let found = try await scan.diagnostics(for: scratch.root.path, shown: "public")
        #expect(
            found.contains { $0.message.hasPrefix("‘public/\(path)’ \(words)") },
            "\(found.map(\.message))")
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
        let scratch = try ScratchSite()
        defer { scratch.remove() }
        for (path, bytes) in try await site.render() {
            try scratch.write(path, String(decoding: bytes, as: UTF8.self))
        }
        let scan = try await LeakScan(of: site.files, site.options)
        #expect(scan.pageCount == 2)
        let found = try await scan.diagnostics(for: scratch.root.path, shown: "public")
        #expect(found.map(\.message) == [])
    }
}
