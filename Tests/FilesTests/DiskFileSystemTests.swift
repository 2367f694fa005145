import Files
import Foundation
import Testing

/// What a walk over a real disk finds, and what it says of what it leaves out.
@Suite struct DiskFileSystemTests {
    @Test func aFolderTooDeepIsReported() throws {
        let root =
            FileManager.default.temporaryDirectory.path + "/imprint-deep-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let deep = "content" + String(repeating: "/d", count: 63)
        try FileManager.default.createDirectory(
            atPath: root + "/\(deep)/d", withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: root + "/\(deep)/a.md"))
        try Data().write(to: URL(filePath: root + "/\(deep)/d/b.md"))
        let listing = try DiskFileSystem(root: root).files(below: "content")
        #expect(listing.files.map(\.path) == [deep + "/a.md"])
        #expect(
            listing.problems == [FileListing.Problem(path: deep + "/d", reason: .tooDeep(64))])
    }

    /// Each folder has two links to the next.
    @Test func linksThatMultiplyAreReported() throws {
        let root =
            FileManager.default.temporaryDirectory.path + "/imprint-links-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for number in 0...14 {
            let folder = root + "/content/\(number)"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            for name in number < 14 ? ["a", "b"] : [] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder + "/" + name, withDestinationPath: "../\(number + 1)")
            }
        }
        let listing = try DiskFileSystem(root: root).files(below: "content")
        #expect(
            listing.problems == [
                FileListing.Problem(path: "content", reason: .tooManyLinks(10_000))
            ])
        // Fewer are followed.
        let few = try DiskFileSystem(root: root).files(below: "content/5")
        #expect(few.problems.isEmpty)
    }
}
