import Content
import Diagnostics
import Files
import Importing
import Markup

/// A post of another generator: what is made of it is read by our own reader, or somebody is told why not.
enum ImportTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first, let now = Moment("2025-01-01") else { return }
        let post = Array(bytes.dropFirst())
        var options = ImportOptions(now: now)
        if first & 1 != 0 { options.oldSite = "https://old.example.org" }
        if first & 2 != 0 { options.authors = ["Ada Example"] }
        if first & 4 != 0 { options.title = "A title" }
        let path = first & 8 == 0 ? "_posts/2020-01-01-a.md" : "posts/a.de.html"
        // A picture is there, pages are not.
        let around = InMemoryFileSystem([path: post, "static/x.png": []])
        let source = ImportedFiles.Source(shown: path, path: path)
        guard
            let imported = try? ImportedFiles(
                reading: [source], from: around, folder: "static", options
            ).posts.first
        else { preconditionFailure("memory cannot fail") }
        for case let span? in imported.diagnostics.map(\.span) {
            precondition(span.bytes.range.upperBound <= post.count, "a span past the end")
        }
        guard let text = imported.text else {
            precondition(imported.diagnostics.hasErrors, "no page, and nobody is told")
            return
        }
        let files = InMemoryFileSystem([
            "site.yaml": Array("title: T\nbase_url: https://example.org/\nlanguage: en\n".utf8),
            "content/posts/a.md": Array(text.utf8),
        ])
        let site = Waiting.wait(for: { try? await ParsedSite(reading: files) })
        guard case let site?? = site else { preconditionFailure("memory cannot fail") }
        precondition(
            site.sources.contains { $0.page != nil },
            "the page that was made is refused: \(site.diagnostics.map(\.message))")
    }
}
