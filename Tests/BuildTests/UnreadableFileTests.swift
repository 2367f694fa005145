import Build
import Diagnostics
import Files
import Foundation
import SiteTesting
import Testing

/// What the system refuses is told at its file, whatever the file is for, with all else; what stands where
/// something else should is the site's own mistake.
@Suite struct UnreadableFileTests {
    private static let site = SiteFixture(
        """
        -- content/posts/a.md --
        ---
        title: A title
        date: 2025-01-01
        authors: [Ada Example]
        ---

        [A file](f.pdf), [@k]. [Nowhere](b.md).

        ![A table](t.csv)

        ![An image](x.png)
        -- content/posts/f.pdf --
        PDF
        -- content/posts/t.csv --
        a,b
        1,2
        -- content/posts/x.png --
        x
        -- content/references.bib --
        @misc{k, title = {T}, author = {A, B}, year = 2020}
        -- templates/partials/brand.html --
        A brand
        -- templates/assets/own.css --
        p { margin: 0 }
        """)

    @Test(arguments: [
        "content/posts/f.pdf", "content/posts/t.csv", "content/posts/x.png",
        "content/references.bib", "templates/partials/brand.html", "templates/assets/own.css",
    ])
    func whatMayNotBeReadIsToldWithAllElse(path: String) async throws {
        let files = Refusing(files: Self.site.files, path: path)
        let built = try await BuiltSite(building: files, Self.site.options)
        #expect(
            Self.site.report(of: built.diagnostics) == """
                content/posts/a.md:7:34: error: There is no page ‘content/posts/b.md’. Did you mean ‘content/posts/a.md’? [link.unknown-page]
                \(path):1:1: error: This cannot be read: Permission denied. [file.unreadable]

                """)
    }

    @Test func aPageThatMayNotBeReadIsTold() async throws {
        let files = Refusing(files: Self.site.files, path: "content/posts/a.md")
        let built = try await BuiltSite(building: files, Self.site.options)
        #expect(
            Self.site.report(of: built.diagnostics)
                == "content/posts/a.md:1:1: error: This cannot be read: Permission denied. [file.unreadable]\n"
        )
    }

    @Test("A folder of a site that is none", arguments: ["content", "templates"])
    func aFolderThatIsNone(name: String) async throws {
        let scratch = try ScratchFolder()
        try scratch.write("site.yaml", SiteFixture.yaml())
        func diagnose() async throws -> String {
            let files = try DiskFileSystem(root: scratch.path)
            let built = try await BuiltSite(building: files, Self.site.options)
            return Self.site.report(of: built.diagnostics)
        }
        #expect(try await diagnose() == "")
        try scratch.write(name, "x")
        #expect(
            try await diagnose()
                == "\(name):1:1: error: Here should be a folder. [file.not-a-file]\n"
        )
        let path = scratch.path + "/" + name
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
        #expect(
            try await diagnose()
                == "\(name):1:1: error: This symbolic link leads out of the site, or nowhere. [file.link-leaves-site]\n"
        )
    }
}

/// A file system that refuses one file.
private struct Refusing: FileSystem {
    let files: InMemoryFileSystem
    let path: String

    func files(below directory: String) -> FileListing { files.files(below: directory) }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        try refuse(path)
        return try files.read(path)
    }

    func readPrefix(_ path: String, count: Int) throws(FileSystemError) -> [UInt8] {
        try refuse(path)
        return try files.readPrefix(path, count: count)
    }

    func exists(_ path: String) -> Bool { files.exists(path) }

    private func refuse(_ path: String) throws(FileSystemError) {
        guard path != self.path else {
            throw FileSystemError("read", path, reason: "Permission denied")
        }
    }
}
