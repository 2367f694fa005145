import Build
import Files
import Foundation
import Markup
import Preview
import SiteTesting
import Testing

/// What happens on disk arrives, however an editor does it.
@Suite(.serialized) struct WatcherTests {
    private let site: ScratchFolder

    init() throws { site = try ScratchFolder() }

    /// Steps on a site, each with the text that its page must show in the end.
    @Test func nothingIsMissed() async throws {
        try site.write("site.yaml", SiteFixture.yaml())
        try site.write("content/posts/a.md", Self.post("first"))
        let files = try DiskFileSystem(root: site.path)
        let changes = SiteChanges(files: files, root: site.path)
        let engine = try await PreviewEngine(
            files: files, options: BuildOptions(now: SiteFixture.time))
        let following = Task {
            await changes.follow { _ = await engine.update($0) }
        }
        defer { following.cancel() }

        try site.write("content/posts/a.md", Self.post("written in place"))
        try await Self.expect("written in place", at: "posts/a", engine)

        // As editors do: a new file beside it takes its place.
        try site.write("content/posts/.a.md.tmp", Self.post("exchanged"))
        let new = site.path + "/content/posts/.a.md.tmp"
        #expect(rename(new, site.path + "/content/posts/a.md") == 0)
        try await Self.expect("exchanged", at: "posts/a", engine)

        try site.move("content/posts/a.md", to: "content/posts/b.md")
        try await Self.expect("exchanged", at: "posts/b", engine)
        try await Self.expect(nil, at: "posts/a", engine)

        // A folder with something in it, made at once.
        try site.write("content/notes/deep/c.md", Self.post("deep"))
        try await Self.expect("deep", at: "notes/deep/c", engine)
        try site.write("content/notes/deep/c.md", Self.post("deeper"))
        try await Self.expect("deeper", at: "notes/deep/c", engine)

        try site.move("content/notes", to: "content/essays")
        try await Self.expect("deeper", at: "essays/deep/c", engine)
        try await Self.expect(nil, at: "notes/deep/c", engine)
        try site.write("content/essays/deep/c.md", Self.post("after the move"))
        try await Self.expect("after the move", at: "essays/deep/c", engine)

        try site.write("templates/page.html", "<p>{{title}} in a new frame</p>")
        try site.write("templates/publication.html", "<p>{{title}} in a new frame</p>")
        try await Self.expect("in a new frame", at: "posts/b", engine)
        try site.delete("templates")
        try await Self.expect("exchanged", at: "posts/b", engine)

        try site.write("site.yaml", "title: Other\nbase_url: https://example.org/\nlanguage: en\n")
        try await Self.expect("Other", at: "posts/b", engine)

        // Many at once, as when a branch is changed.
        for index in 0..<1000 {
            try site.write("content/posts/many/n\(index).md", Self.post("number \(index) of many"))
        }
        try await Self.expect("number 999 of many", at: "posts/many/n999", engine)
        try await Self.expect("number 0 of many", at: "posts/many/n0", engine)
        try site.delete("content/posts/many")
        try await Self.expect(nil, at: "posts/many/n0", engine)
    }

    private static func post(_ text: String) -> String {
        "---\ntitle: A\ndate: 2025-01-01\nauthors: [Ada]\nkind: essay\n---\n\n\(text)\n"
    }

    /// Waits until a page shows a text, or is gone.
    private static func expect(
        _ text: String?, at path: String, _ engine: PreviewEngine,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for _ in 0..<1000 {
            let bytes = engine.snapshot.bytes(at: path + "/index.html")
            let page = bytes.map { String(decoding: $0, as: UTF8.self) }
            if text == nil ? page == nil : page?.contains(text ?? "") == true { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("\(path) never showed \(text ?? "nothing")", sourceLocation: sourceLocation)
    }
}
