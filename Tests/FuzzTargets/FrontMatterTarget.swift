import Content
import Diagnostics
import Files

/// Settings and front matter: a page is read, or somebody is told why not.
enum FrontMatterTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        // Bytes before the first 0xFF, which no UTF-8 has, are the settings; else they are fixed.
        let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
        let settings =
            parts.count > 1
            ? Array(parts[0])
            : Array("title: T\nbase_url: https://example.org/\nlanguage: en\n".utf8)
        let page = Array(parts[parts.count - 1])
        let files = InMemoryFileSystem(["site.yaml": settings, "content/posts/a.md": page])
        let site = Waiting.wait(for: { try? await ParsedSite(reading: files) })
        guard case let site?? = site else { preconditionFailure("memory cannot fail") }
        for diagnostic in site.diagnostics {
            guard let span = diagnostic.span else { continue }
            let size = span.path == "site.yaml" ? settings.count : page.count
            precondition(span.bytes.range.upperBound <= size, "a span past the end of its file")
        }
        if site.configuration == nil || site.sources.allSatisfy({ $0.page == nil }) {
            precondition(site.diagnostics.hasErrors, "nothing was read, and nobody is told")
        }
    }
}
