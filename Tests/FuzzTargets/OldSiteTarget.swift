import Content
import Diagnostics
import Files
import Importing
import Markup

/// Two posts of an old site with its settings and its works, imported together.
enum OldSiteTarget {
    private struct Generator {
        var settings: String
        var posts: [String]
        /// What marks a folder, beside the settings.
        var sign: String?
    }

    private static let generators = [
        Generator(settings: "hugo.toml", posts: ["content/de/a.md", "content/de/a.en.md"]),
        Generator(settings: "hugo.yaml", posts: ["content/posts/_index.md", "content/posts/b.md"]),
        Generator(settings: "config.toml", posts: ["content/a/index.md", "content/a/_index.md"]),
        Generator(
            settings: "_config.yml",
            posts: ["x/_posts/2020-01-01-a.md", "_drafts/b.markdown"]),
        Generator(settings: "_quarto.yml", posts: ["posts/a/index.qmd", "posts/b.qmd"]),
        Generator(settings: "_metadata.yml", posts: ["a.qmd", "b.Rmd"]),
        Generator(settings: "zola.toml", posts: ["content/2020-01-01-a.md", "content/b.de.md"]),
        Generator(
            settings: "notes.yaml", posts: ["Notes/A note.md", "Notes/b.md"],
            sign: ".obsidian/app.json"),
    ]

    @Sendable static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first, let now = Moment("2025-01-01") else { return }
        let generator = generators[Int(first) % generators.count]
        // Between bytes of 0xFF, which no UTF-8 has.
        let parts = bytes.dropFirst().split(separator: 0xFF, omittingEmptySubsequences: false)
        let paths = generator.posts + [generator.settings, "refs.bib"]
        var contents = Dictionary(uniqueKeysWithValues: zip(paths, parts.map { Array($0) }))
        if let sign = generator.sign { contents[sign] = [] }
        for path in ["static/x.png", "posts/x.png", "Notes/x.png"] { contents[path] = [] }
        var options = ImportOptions(now: now)
        if first & 8 != 0 { options.oldSite = "https://old.example.org" }
        if first & 16 != 0 { options.authors = ["Ada Example"] }
        if first & 32 != 0 { options.date = now }
        if first & 64 != 0 { options.language = "de" }
        let sources = generator.posts.filter { contents[$0] != nil }
            .map { ImportedFiles.Source(shown: $0, path: $0) }
        let files = InMemoryFileSystem(contents)
        guard
            let imported = try? ImportedFiles(reading: sources, from: files, folder: nil, options)
        else { preconditionFailure("memory cannot fail") }
        for case let span? in imported.diagnostics.map(\.span) {
            precondition(
                span.bytes.range.upperBound <= contents[span.path]?.count ?? 0,
                "a span past the end")
        }
        read(imported)
    }

    /// What was made is read by our own reader.
    private static func read(_ imported: ImportedFiles) {
        var made = ["site.yaml": "title: T\nbase_url: https://example.org/\nlanguage: en\n"]
        for post in imported.posts {
            guard let text = post.text else {
                precondition(post.diagnostics.hasErrors, "no page, and nobody is told")
                continue
            }
            made["content/" + post.path] = text
        }
        let files = InMemoryFileSystem(made.mapValues { Array($0.utf8) })
        let site = Waiting.wait(for: { try? await ParsedSite(reading: files) })
        guard case let site?? = site else { preconditionFailure("memory cannot fail") }
        precondition(
            site.sources.allSatisfy { $0.page != nil },
            "a page that was made is refused: \(site.diagnostics.map(\.message))")
    }
}
