import Build
import Files
import Foundation
import SiteTesting
import Testing

/// Files beside the pages that hold the text of one.
@Suite struct LeftBehindTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private static let names = [
        "content/posts/secret.md~", "content/posts/#secret.md#", "content/posts/secret.md.bak",
        "content/posts/secret.md.ORIG", "content/posts/secret.md.swp",
        "content/posts/secret.md.~1~",
        "content/posts/~$secret.docx", "content/files/Thumbs.db", "content/files/desktop.ini",
        "content/old.bak/secret.txt", "templates/assets/secret.css~",
    ]

    @Test("What programs leave behind is not published")
    func leftoversAreNotPublished() async throws {
        let left = Self.names.map { "-- \($0) --\nA canary.\n" }.joined()
        let page = post("content/posts/a.md") + "-- content/files/a.txt --\nText.\n"
        let outputs = try await SiteFixture(page + left).render()
        let without = try await SiteFixture(page).render()
        #expect(outputs == without)
        #expect(outputs["files/a.txt"] != nil)
    }

    @Test("The disk and a site in memory leave out the same")
    func theDiskLeavesOutTheSame() throws {
        for name in Self.names + ["content/#1.md", "content/a~b.txt"] {
            try scratch.write(name, "x")
        }
        let found = try DiskFileSystem(root: scratch.path).files(below: "content")
        #expect(found.files.map(\.path) == ["content/#1.md", "content/a~b.txt"])
    }

    private static let draft = "---\ntitle: T\ndraft: true\n---\n\nA secret.\n"

    @Test(
        "A file that looks like a page is an error",
        arguments: ["markdown", "mdown", "mkd", "MD", "Md"])
    func anotherEndingIsAnError(ending: String) async throws {
        let site = SiteFixture(
            post("content/posts/a.md") + "-- content/posts/x.\(ending) --\n\(Self.draft)")
        #expect(
            try await site.diagnose()
                == "content/posts/x.\(ending):1:1: error: This file would be published as it is: only "
                + "a file whose name ends with ‘.md’ is a page. Rename it to ‘x.md’, or move it out "
                + "of ‘content/’. [file.markdown-name]\n")
    }

    @Test(
        "A text with front matter that keeps it back is an error",
        arguments: [
            ("secret.html", draft, "draft"), ("secret.qmd", draft, "draft"),
            ("secret", "\u{FEFF}---\r\ntitle: T\r\nPublished: false\r\n---\r\n", "published"),
            ("secret.txt", "+++\ntitle = \"T\"\ndraft = true\n+++\n", "draft"),
        ])
    func frontMatterElsewhereIsAnError(name: String, text: String, key: String) async throws {
        var site = SiteFixture(post("content/posts/a.md"))
        site.files["content/posts/\(name)"] = Array(text.utf8)
        let report = try await site.diagnose()
        #expect(
            report.hasPrefix("content/posts/\(name):1:1: error: This file begins with front matter")
        )
        #expect(report.contains("‘\(key)’"))
        #expect(report.hasSuffix("[file.front-matter]\n"))
    }

    @Test(
        "A copy of a page under a longer name is an error",
        arguments: ["x.md.save", "x.md_", "x.md.1"])
    func aCopyIsAnError(name: String) async throws {
        var site = SiteFixture(post("content/posts/a.md"))
        site.files["content/posts/\(name)"] = Array(Self.draft.utf8)
        #expect(try await site.diagnose().contains("Rename it to ‘x.md’"))
        site.files["content/posts/\(name)"] = Array("no page".utf8)
        #expect(try await site.diagnose() == "")
    }

    @Test(
        "Other files are let alone",
        arguments: [
            "-- content/a.txt --\n---\nA line between rules.\n---\n",
            "-- content/a.html --\n<!doctype html>\n",
            "-- content/a.txt --\n---\ntitle: never closed\n",
            "-- content/notes.Rmd --\n---\noutput: html_document\n---\n\nText.\n",
            "-- content/a.txt --\n---\nname: value\npublished: 2020\n---\nrows\n",
            "-- content/a.yaml --\n---\ntitle: T\ndraft: true\n---\n",
        ])
    func otherFilesAreLetAlone(file: String) async throws {
        #expect(try await SiteFixture(post("content/posts/a.md") + file).diagnose() == "")
    }
}
