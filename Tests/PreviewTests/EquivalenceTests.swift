import Build
import Bytes
import Diagnostics
import Files
import Foundation
import Markup
import Preview
import Rendering
import Site
import SiteTesting
import Testing

/// Whatever is edited, added, moved or removed: the preview shows what a fresh build would.
@Suite struct EquivalenceTests {
    private let site: ScratchFolder

    init() throws { site = try ScratchFolder() }

    @Test(arguments: [1, 2, 3])
    func showsAFreshBuildAfterEveryStep(seed: UInt64) async throws {
        var editor = RandomEditor(seed: seed, site: site)
        try editor.start()
        let files = try DiskFileSystem(root: site.path)
        var options = BuildOptions(now: Moment(secondsSince1970: 1_767_225_600))
        options.includesDrafts = seed != 3
        let engine = try await PreviewEngine(files: files, options: options)
        for step in 0..<120 {
            let changed = try editor.step()
            let update = await engine.update(.paths(changed))
            let fresh = try await BuiltSite(building: files, options)
            let shown = update.new.site
            #expect(
                shown.diagnostics == fresh.diagnostics, "seed \(seed), step \(step): \(changed)")
            guard let expected = fresh.provisional, let found = shown.provisional else {
                #expect(fresh.provisional == nil && shown.provisional == nil)
                continue
            }
            try #require(
                found.outputs == expected.outputs, "seed \(seed), step \(step): \(changed)")
            for output in expected.outputs {
                var (a, b) = (OutputBuffer(), OutputBuffer())
                found.render(output.content, into: &a)
                expected.render(output.content, into: &b)
                let isEqual = a == b
                try #require(isEqual, "seed \(seed), step \(step), \(changed): \(output.path)")
            }
        }
    }
}

/// Does to a site what authors do, and some of what they should not.
struct RandomEditor {
    private var random: SeededGenerator
    private let site: ScratchFolder
    private var posts: [String] = []
    private var count = 0

    init(seed: UInt64, site: ScratchFolder) {
        random = SeededGenerator(seed: seed)
        self.site = site
    }

    mutating func start() throws {
        try site.write("site.yaml", Self.settings(title: "Center"))
        try site.write("content/references.bib", Self.work(pages: 9))
        try site.write("content/data.csv", "a,b\n1,2\n")
        for _ in 0..<8 { _ = try addPost() }
    }

    /// One change; the paths that it touched.
    mutating func step() throws -> Set<String> {
        switch Int.random(in: 0..<21, using: &random) {
        case 0..<8:
            // The usual: another text under the same front matter.
            let path = posts.randomElement(using: &random) ?? posts[0]
            let old = site.read(path) ?? ""
            let head = old.components(separatedBy: "\n---\n")[0]
            try site.write(path, head + "\n---\n\n" + body())
            return [path]
        case 8..<10:
            let path = posts.randomElement(using: &random) ?? posts[0]
            try site.write(path, post())
            return [path]
        case 10..<12: return [try addPost()]
        case 12 where posts.count > 3:
            let path = posts.remove(at: Int.random(in: 0..<posts.count, using: &random))
            try site.delete(path)
            return [path]
        case 13:
            let index = Int.random(in: 0..<posts.count, using: &random)
            let (old, new) = (posts[index], newPath())
            try site.move(old, to: new)
            posts[index] = new
            return [old, new]
        case 14:
            try site.write("site.yaml", Self.settings(title: "Center \(count)"))
            return ["site.yaml"]
        case 15:
            try site.write(
                "content/references.bib", Self.work(pages: Int.random(in: 1..<9, using: &random)))
            return ["content/references.bib"]
        case 16:
            try site.write(
                "templates/partials/footer.html", "<footer>\(count) {{site.title}}</footer>\n")
            return ["templates/partials/footer.html"]
        case 17:
            let bundle = "content/posts/bundle\(count)"
            count += 1
            try site.write(bundle + "/index.md", post() + "\n![A square](a.svg)\n")
            try site.write(
                bundle + "/a.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' width='\(count)' height='4'/>")
            posts.append(bundle + "/index.md")
            return [bundle]
        case 18:
            try site.write(
                "content/topics/t\(Int.random(in: 0..<3, using: &random)).md",
                "---\ntitle: T\(count % 3)\n---\n\nText.\n")
            return ["content/topics"]
        case 19:
            count += 1
            try site.write("content/data.csv", "a,b\n1,\(count)\(count % 5 == 0 ? ",2" : "")\n")
            return ["content/data.csv"]
        default:
            // A mistake, mended by a later step.
            let path = posts.randomElement(using: &random) ?? posts[0]
            try site.write(
                path,
                ["---\ntitle: [\n", "no front matter", post().replacing("date", with: "dat")][
                    Int.random(in: 0..<3, using: &random)])
            return [path]
        }
    }

    private mutating func addPost() throws -> String {
        let path = newPath()
        posts.append(path)
        try site.write(path, post())
        return path
    }

    private mutating func newPath() -> String {
        count += 1
        return "content/\(Bool.random(using: &random) ? "posts" : "notes")/p\(count).md"
    }

    private mutating func post() -> String {
        count += 1
        let draft = Int.random(in: 0..<5, using: &random) == 0 ? "draft: true\n" : ""
        let day = Int.random(in: 10..<29, using: &random)
        return """
            ---
            title: Post \(count)
            date: 2025-02-\(day)
            kind: essay
            authors: [Ada \(count % 3)]
            topics: [T\(count % 4)]
            default_work: work
            \(draft)---

            \(body())
            """
    }

    private mutating func body() -> String {
        count += 1
        let target = posts.randomElement(using: &random) ?? "content/posts/none.md"
        let parts = [
            "Some text \(count).", "## Heading \(count % 3)",
            "See [it](/\(target.dropFirst(8).dropLast(3))/).",
            "As [@work, p. \(count % 12 + 1)] says.", "A note[^1].\n\n[^1]: Text \(count).",
            "> [!SUMMARY]\n> In short \(count).", "[^x[\n]",
            "![Values](/data.csv)",
        ]
        return (0..<3).map { _ in parts.randomElement(using: &random) ?? "" }
            .joined(separator: "\n\n") + "\n"
    }

    private static func settings(title: String) -> String {
        // A folder without pages is a mistake for as long.
        "title: \(title)\nbase_url: https://example.org/c/\nlanguage: en\n"
            + "defaults: {notes/: {draft: \(title.hasSuffix("2")), language: de}}\n"
    }

    private static func work(pages: Int) -> String {
        "@book{work, title = {A Work}, author = {Bo Work}, year = 2020, pdf = {https://example.org/w.pdf}, pages-in-pdf = {count \(pages)}}\n"
    }
}
