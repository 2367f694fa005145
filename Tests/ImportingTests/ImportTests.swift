import Build
import Diagnostics
import Files
import Foundation
import Importing
import Markup
import SiteTesting
import Testing

/// Posts of other generators, and what becomes of them.
///
/// Each case of a golden file is an archive: posts, and the files that lie around them (`static/` is the
/// folder of files). Behind `>>>` stand the pages and what is said. `UPDATE_GOLDENS=1` rewrites the
/// results; the posts are the file's own.
@Suite struct ImportTests {
    @Test(arguments: ["jekyll", "hugo", "html", "plain", "quarto"])
    func givesTheRecordedResult(name: String) async throws {
        let golden = try GoldenFile(name)
        var result = ""
        for part in golden.recorded.components(separatedBy: "\n=== ").dropFirst() {
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let archive = lines.dropFirst().prefix { $0 != ">>>" }.joined(separator: "\n") + "\n"
            let imported = try Imported(
                archive, isRemote: name == "html" || archive.contains("https://old.example.org/"))
            result += "\n=== \(lines[0])\n\(archive)>>>\n\(imported.description)"
            try await imported.expectToPassTheCheck()
        }
        try golden.expect(result)
    }
}

/// A page with a control character would be refused, so none is made.
@Suite struct ImportedControlTests {
    @Test(
        arguments: [
            ("other: {k: [\"\\begin{a}\"]}", "Text.", 35..<46), ("", "Text \u{93}", 33..<35),
        ])
    func aControlCharacterIsSaid(line: String, body: String, place: Range<Int>) throws {
        let text = "---\ntitle: T\nauthor: A\n\(line)\n---\n\(body)\n"
        let post = try imported(Array(text.utf8), path: "2020-01-01-a.md")
        #expect(post.text == nil)
        #expect(
            post.diagnostics.map(\.id.rawValue).allSatisfy { $0.hasSuffix("control-character") })
        #expect(post.diagnostics.map(\.span?.bytes.range) == [place])
    }
}

/// What is longer than an import reads stays as it is, and is named.
@Suite struct ImportLimitTests {
    @Test func aTextOfMistakesIsNotAListOfThem() throws {
        let body = String(repeating: "{% include x %} ", count: 1_000)
        let post = try imported(
            Array("---\ntitle: T\nauthor: A\n---\n\(body)\n".utf8), path: "2020-01-01-a.md")
        #expect(post.diagnostics.count == 200)
        #expect(post.text?.contains("draft: true") == true)
    }

    @Test(
        arguments: [
            ("a ![b](data:image/png;base64,", ")"), ("a <img src=\"data:image/png;base64,", "\"/>"),
            ("a {% include x ", " %}"), ("a <https://example.org/", ">"), ("a [", "](b.md)"),
        ])
    func whatIsTooLongIsSaid(start: String, end: String) throws {
        for (count, isTooLong) in [(100, false), (5_000, true)] {
            let body = start + String(repeating: "x", count: count) + end + "\n"
            let post = try imported("---\ntitle: T\nauthor: A\ndate: 2020-01-01\n---\n\(body)")
            let said = post.diagnostics.filter { $0.id == "import.too-long" }
            #expect(said.count == (isTooLong ? 1 : 0), "\(start)…\(end), \(count)")
            if isTooLong {
                #expect(post.text?.contains(String(repeating: "x", count: count)) == true)
            }
        }
    }
}

/// Dollars that may belong to one formula as well as to another stay as they are, and are named.
@Suite struct ImportUnclearDollarsTests {
    @Test(
        arguments: [
            "Costs $$ and $HOME is $$y$$, then $$z$$.", "Cheap is $$ or $$$, and `$$`.",
            "Dear is $$$ or $$x$$ for\nall $$y$$.", #"A \$$a$$ and $$b$$."#,
            "Of $$ and `$$`, $$c$$.", "Of $$a `b` c$$, $$d$$.",
        ])
    func stayAsTheyAre(body: String) throws {
        let source = "---\ntitle: T\nauthor: A\ndate: 2020-01-01\n---\n\(body)\n\n$$x$$ again\n"
        let post = try imported(source)
        #expect(post.text?.hasSuffix("\n\n\(body)\n\n$x$ again\n") == true, "\(post.text ?? "")")
        let said = post.diagnostics.filter { $0.id == "import.unclear-dollars" }
        #expect(said.count == 1)
        #expect(post.text?.contains("draft: true") == true)
    }
}

/// No text traps, whatever was cut out of it or put into it.
@Suite struct ImportRobustnessTests {
    @Test(arguments: ["jekyll", "hugo", "html", "quarto"])
    func brokenPostsAreRead(name: String) throws {
        let posts = try GoldenFile(name).recorded.components(separatedBy: "\n-- ")
            .map { Array($0.drop { $0 != "\n" }.dropFirst().utf8) }
        var random = SeededGenerator(seed: 7)
        for _ in 0..<600 {
            var bytes = posts.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let start = bytes.indices.randomElement(using: &random) ?? 0
                let end = min(bytes.count, start + Int.random(in: 1...9, using: &random))
                let signs = [
                    "<", ">", "{{", "{%", "](", "[", "\"", "`", "\n", "---\n", "<!--", "", "$$",
                    "\\", "$", "$$\\text{", "{::comment}", "[@", "::: {.callout-note}\n", ":::\n",
                    "^[",
                    "~", "{#fig-", "|", "[[", "]]", "%%", "> [!quote|", "\n# ", "(", "*",
                ]
                bytes.replaceSubrange(
                    start..<end, with: Array((signs.randomElement(using: &random) ?? "").utf8))
            }
            // Cut in the middle, too: every scanner meets the end of the file.
            bytes.removeLast(Int.random(in: 0...bytes.count, using: &random) / 2)
            let post = try imported(bytes, path: name == "quarto" ? "a.qmd" : "a.md")
            #expect(post.text != nil || post.diagnostics.hasErrors)
        }
    }
}

/// One post by itself.
func imported(
    _ bytes: [UInt8], path: String, _ options: ImportOptions = ImportOptions(now: SiteFixture.time)
) throws -> ImportedPost {
    let files = InMemoryFileSystem([path: bytes])
    let source = ImportedFiles.Source(shown: path, path: path)
    return try ImportedFiles(reading: [source], from: files, folder: nil, options).posts[0]
}

private func imported(_ text: String) throws -> ImportedPost {
    try imported(Array(text.utf8), path: "a.md")
}

/// An archive of posts, imported.
private struct Imported {
    let source: SiteFixture
    let imported: ImportedFiles

    init(_ archive: String, isRemote: Bool) throws {
        let source = SiteFixture(archive)
        self.source = source
        let endings = [".md", ".markdown", ".txt", ".html", ".qmd"]
        let paths = source.files.files(below: "").files.map(\.path).filter { path in
            endings.contains { path.hasSuffix($0) } && !path.hasPrefix("site/")
        }
        // Names that a site would not publish.
        let hidden =
            source.files.files(below: "_posts").files.map(\.path)
            + ["content/posts/_index.md"].filter { source.files.exists($0) }
        var options = ImportOptions(now: SiteFixture.time)
        if isRemote { options.oldSite = "https://old.example.org" }
        imported = try ImportedFiles(
            reading: (paths + hidden).map { ImportedFiles.Source(shown: $0, path: $0) },
            from: source.files, folder: "static", options
        )
    }

    var posts: [ImportedPost] { imported.posts }

    var description: String {
        var text = ""
        for post in posts {
            guard let page = post.text else { continue }
            text += "-- \(post.path) --\n\(page)"
            for file in post.files {
                text += "-- \(post.path(of: file)) -- from \(file.source)\n"
            }
        }
        return text + source.report(of: imported.diagnostics)
    }

    /// What was made is right: nobody is sent from one list of mistakes to another.
    func expectToPassTheCheck() async throws {
        var site = SiteFixture("")
        site.options.includesDrafts = true
        for post in posts {
            guard let text = post.text else {
                #expect(post.diagnostics.hasErrors, "a post without a page says why")
                continue
            }
            site.files["content/posts/\(post.path)"] = Array(text.utf8)
            for file in post.files {
                site.files["content/posts/\(post.path(of: file))"] =
                    source.files[file.source]
            }
        }
        let errors = try await site.diagnose().split(separator: "\n").filter {
            $0.contains(": error:")
        }
        #expect(errors.isEmpty)
    }
}
