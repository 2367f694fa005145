import Build
import Diagnostics
import Files
import Foundation
import SiteTesting
import Testing

/// Symbolic links that lead out of the site.
@Suite struct LinkTests {
    /// A site and, beside it, a file of the machine that links in the site lead to.
    private struct LinkedSite {
        let scratch: ScratchSite
        let files: DiskFileSystem

        init(links: String...) throws {
            scratch = try ScratchSite()
            try scratch.write("machine/passwd", "root: canary\n")
            try scratch.write("site/site.yaml", SiteFixture.siteYAML)
            try scratch.write("site/content/files/a.txt", "inside\n")
            let target = scratch.root.appending(path: "machine/passwd")
            for link in links {
                let place = scratch.root.appending(path: "site/" + link)
                try? FileManager.default.removeItem(at: place)
                try FileManager.default.createSymbolicLink(at: place, withDestinationURL: target)
            }
            files = try DiskFileSystem(root: scratch.root.appending(path: "site").path)
        }
    }

    @Test(
        "A report shows nothing of the file that a link leads to",
        arguments: [
            DiagnosticPrinter.Format.text(color: false), .oneLine, .json, .github, .sarif,
        ])
    func noExcerptOfWhatIsOutside(format: DiagnosticPrinter.Format) async throws {
        let site = try LinkedSite(links: "content/files/pw", "content/pw.md")
        defer { site.scratch.remove() }
        let built = try await BuiltSite(building: site.files, BuildOptions(now: SiteFixture.time))
        #expect(built.diagnostics.map(\.id) == ["file.link-leaves-site", "file.link-leaves-site"])
        let files = site.files
        let report = DiagnosticPrinter(format: format) { files.excerptSource($0) }
            .string(for: built.diagnostics)
        #expect(report.contains("content/files/pw"))
        #expect(!report.contains("canary"))
    }

    @Test("Settings outside the site are none")
    func settingsOutsideAreNotRead() async throws {
        let site = try LinkedSite(links: "site.yaml")
        defer { site.scratch.remove() }
        let built = try await BuiltSite(building: site.files, BuildOptions(now: SiteFixture.time))
        #expect(built.diagnostics.map(\.id) == ["site.missing"])
    }

    @Test("A link that stays inside is a file like any other")
    func linksInsideAreRead() throws {
        let site = try LinkedSite()
        defer { site.scratch.remove() }
        try FileManager.default.createSymbolicLink(
            atPath: site.scratch.root.appending(path: "site/content/b.txt").path,
            withDestinationPath: "files/a.txt")
        #expect(site.files.excerptSource("content/b.txt") == Array("inside\n".utf8))
        #expect(site.files.exists("content/b.txt"))
    }
}
