import Diagnostics
import Files
import Foundation
import SiteTesting
import Testing

@testable import Output

/// Files of authors are never overwritten.
@Suite struct NewFilesTests {
    @Test func foldersAreMadeAndFilesWritten() throws {
        let scratch = try ScratchFolder.withSources()
        let folder = scratch.path + "/new/site"
        let files = [NewFile(path: "a/b/c.md", text: "c"), NewFile(path: "d.md", text: "d")]
        #expect(NewFiles.conflicts(of: files, in: folder).isEmpty)
        try NewFiles.create(files, in: folder)
        #expect(try String(contentsOfFile: folder + "/a/b/c.md", encoding: .utf8) == "c")
        #expect(try String(contentsOfFile: folder + "/d.md", encoding: .utf8) == "d")
    }

    @Test func whatIsThereIsNamedAndStays() throws {
        let scratch = try ScratchFolder.withSources()
        let folder = scratch.path + "/made"
        try NewFiles.create([NewFile(path: "d.md", text: "old")], in: folder)
        // A link that leads nowhere is there, too.
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/e.md", withDestinationPath: "nowhere")
        let files = ["c.md", "d.md", "e.md"].map { NewFile(path: $0, text: "new") }
        let conflicts = NewFiles.conflicts(of: files, in: folder)
        #expect(conflicts.map(\.id.rawValue) == ["file.exists", "file.exists"])
        #expect(conflicts.map { $0.span?.path } == [folder + "/d.md", folder + "/e.md"])
        #expect(throws: PublishError.self) { try NewFiles.create([files[1]], in: folder) }
        #expect(try String(contentsOfFile: folder + "/d.md", encoding: .utf8) == "old")
    }
}
