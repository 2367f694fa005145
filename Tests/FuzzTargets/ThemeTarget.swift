import Build
import Bytes
import Consistency
import Content
import Diagnostics
import Files
import Markup
import Rendering
import Site

/// What stands beside the texts of a site: templates and a style sheet of its own, pictures, files of values.
enum ThemeTarget {
    private static let post =
        "---\ntitle: T\ndate: 2025-01-01\nauthors: [Ada Example]\n---\n\n![A](x.jpg)\n\n![A](x.svg)\n\n![A](x.png)\n\n"
        + "![Values](x.csv)\n"

    @Sendable static func run(_ bytes: [UInt8]) {
        // Between bytes that no UTF-8 has, and that pictures seldom have: 0xF8.
        let parts = bytes.split(separator: 0xF8, omittingEmptySubsequences: false).map { Array($0) }
        let paths = [
            "templates/publication.html", "templates/assets/main.css", "content/posts/a/x.svg",
            "content/posts/a/x.jpg", "content/posts/a/x.csv", "content/posts/a/x.png",
            "templates/partials/lead.html", "templates/assets/main.js",
        ]
        var contents: [String: [UInt8]] = [:]
        for (path, part) in zip(paths, parts) where !part.isEmpty { contents[path] = part }
        for path in paths where path.hasPrefix("content/") && contents[path] == nil {
            contents[path] = []
        }
        if contents["content/posts/a/x.csv"] == [] {
            contents["content/posts/a/x.csv"] = Array("a,b\n1,2\n".utf8)
        }
        contents["site.yaml"] = Array(
            "title: T\nbase_url: https://example.org/\nlanguage: en\n".utf8)
        contents["content/posts/a/index.md"] = Array(post.utf8)
        let files = InMemoryFileSystem(contents)
        guard let now = Moment("2025-06-01") else { return }
        let built = Waiting.wait(for: {
            try? await BuiltSite(building: files, BuildOptions(now: now))
        })
        guard case let built?? = built else { preconditionFailure("memory cannot fail") }
        for case let span? in built.diagnostics.map(\.span) where contents[span.path] != nil {
            precondition(
                span.bytes.range.upperBound <= contents[span.path]?.count ?? 0,
                "a span past the end")
        }
        guard let site = built.provisional else {
            precondition(built.diagnostics.hasErrors, "there is no site, and nobody is told")
            return
        }
        for output in site.outputs where output.path.hasSuffix(".html") {
            var bytes = OutputBuffer()
            site.render(output.content, into: &bytes)
            precondition(
                String(validating: [UInt8](bytes), as: UTF8.self) != nil, "output is not UTF-8")
        }
        // What it finds is a template's fault; that it reads any is what counts.
        _ = Waiting.wait(for: {
            await ConsistencyCheck.diagnostics(for: site, sources: files, besides: [])
        })
    }
}
