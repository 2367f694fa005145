import Build
import Diagnostics
import Files
import Foundation
import SiteTesting
import Testing

/// Symbolic links that lead out of the site.
@Suite struct LinkTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A site and, beside it, a file of the machine that links in the site lead to.
    private func site(links: String...) throws -> DiskFileSystem {
        try scratch.write("machine/passwd", "root: canary\n")
        try scratch.write("site/site.yaml", SiteFixture.yaml())
        try scratch.write("site/content/files/a.txt", "inside\n")
        for link in links {
            let place = scratch.url("site/" + link)
            try? FileManager.default.removeItem(at: place)
            try FileManager.default.createSymbolicLink(
                at: place, withDestinationURL: scratch.url("machine/passwd"))
        }
        return try DiskFileSystem(root: scratch.path + "/site")
    }

    @Test(
        "A report shows nothing of the file that a link leads to",
        arguments: [
            DiagnosticPrinter.Format.text(color: false), .oneLine, .json, .github, .sarif,
        ])
    func noExcerptOfWhatIsOutside(format: DiagnosticPrinter.Format) async throws {
        let files = try site(links: "content/files/pw", "content/pw.md")
        let built = try await BuiltSite(building: files, BuildOptions(now: SiteFixture.time))
        #expect(built.diagnostics.map(\.id) == ["file.link-leaves-site", "file.link-leaves-site"])
        let report = DiagnosticPrinter(format: format) { files.excerptSource($0) }
            .string(for: built.diagnostics)
        #expect(report.contains("content/files/pw"))
        #expect(!report.contains("canary"))
    }

    @Test("Settings outside the site are none")
    func settingsOutsideAreNotRead() async throws {
        let files = try site(links: "site.yaml")
        let built = try await BuiltSite(building: files, BuildOptions(now: SiteFixture.time))
        #expect(built.diagnostics.map(\.id) == ["site.missing"])
    }

    @Test("A link that stays inside is a file like any other")
    func linksInsideAreRead() throws {
        let files = try site()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/site/content/b.txt",
            withDestinationPath: "files/a.txt")
        #expect(files.excerptSource("content/b.txt") == Array("inside\n".utf8))
        #expect(files.exists("content/b.txt"))
    }

    @Test(arguments: [
        ("（https://example.com）。", "https://example.com", "）。"),
        ("见 https://example.com/a、乙", "https://example.com/a", "、乙"),
        ("「https://example.com/甲」と", "https://example.com/甲", "」と"),
        ("راجع https://example.com/a، ثم", "https://example.com/a", "، ثم"),
        ("https://example.com/a（b", "https://example.com/a", "（b"),
        ("https://example.com/ー＿－", "https://example.com/ー＿－", ""),
    ])
    func anAddressEndsBeforeAWideSign(body: String, address: String, rest: String) async throws {
        let page = try await SiteFixture(post("content/posts/a.md", body: body)).output(
            "posts/a/index.html")
        #expect(page.contains(">\(address)</a>\(rest)"), "\(page)")
    }
}
