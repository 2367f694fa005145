import Build
import Diagnostics
import Files
import Rendering
import Site
import SiteTesting
import Testing

/// Names of files whose accents stand apart, as macOS and its archives write them, and texts that have them in one
/// piece, or the other way round: to a reader they are one name, to a host two.
@Suite struct FileNameFormTests {
    private static let apart = "Mu\u{308}ller"
    private static let whole = "M\u{FC}ller"

    /// How the disk has a name, and how a text has it.
    static let forms = [(apart, whole), (whole, apart), (apart, apart)]

    @Test(arguments: forms)
    func aFileIsFoundAndItsAddressIsComposed(disk: String, text: String) async throws {
        let outputs = try await SiteFixture(
            """
            -- content/files/a.txt --
            x
            -- content/files/\(disk).png --
            x
            -- content/files/\(disk).csv --
            a,b
            1,2
            -- content/files/z.txt --
            x

            """
                + post(
                    "content/posts/\(disk)/index.md",
                    "pdf: \(text).pdf\nimage: {src: \(text).jpg, alt: A face}",
                    body: "![A](../../files/\(text).png)\n\n![B](/files/\(text).csv)\n\n"
                        + "[C](/posts/\(text.lowercased())/own%20\(text).pdf)\n\n[D](../../files/z.txt)."
                ) + "-- content/posts/\(disk)/\(disk).pdf --\nx\n"
                + "-- content/posts/\(disk)/own \(disk).pdf --\nx\n"
                + "-- content/posts/\(disk)/\(disk).jpg --\nx\n"
                + post("content/posts/b.md", body: "See [it](\(text)/index.md).")
        ).render()
        let page = outputs.text("posts/\(Self.whole.lowercased())/index.html")
        expect(
            page,
            holds: [
                "<img src=\"/files/M%C3%BCller.png\"", "<td class=\"right\">2</td>",
                "href=\"/posts/m%C3%BCller/own%20M%C3%BCller.pdf\"", "href=\"/files/z.txt\"",
                "content=\"https://example.org/posts/m%C3%BCller/M%C3%BCller.pdf\"",
                "content=\"https://example.org/posts/m%C3%BCller/M%C3%BCller.jpg\"",
            ])
        #expect(outputs.text("posts/b/index.html").contains("href=\"/posts/m%C3%BCller/\""))
        for path in outputs.keys { #expect(!path.unicodeScalars.contains("\u{308}"), "\(path)") }
    }

    /// Marks that do not join with their letter have an order in NFC: as many bytes, in another place of a sorted list.
    @Test func marksInAnotherOrderAreTheSame() async throws {
        let site = SiteFixture(
            "-- content/files/q\u{302}\u{323}.txt --\nx\n-- content/files/q\u{310}.txt --\nx\n"
                + post("content/posts/a.md", body: "[A](../files/q\u{323}\u{302}.txt)"))
        #expect(try await site.diagnose() == "")
    }

    @Test("What site.yaml names is written in the form of the file")
    func settings() async throws {
        let outputs = try await SiteFixture(
            settings: """
                image: {src: /\(Self.apart).png, alt: A wall}
                organization: {name: Walls, logo: /\(Self.apart).svg}
                navigation: [{text: Him, url: /posts/\(Self.apart.lowercased())/}]
                bibliography: content/\(Self.whole).bib
                redirects: {/old.png: /\(Self.apart).png}
                """,
            "-- content/\(Self.apart).png --\nx\n-- content/\(Self.whole).svg --\n<svg/>\n"
                + "-- content/\(Self.apart).bib --\n@book{a1, title={A}, author={Li, Bo}, year=2020, publisher={AW}}\n"
                + post("content/posts/\(Self.apart).md", body: "See [@a1].")
        ).render()
        let page = outputs.text("posts/\(Self.whole.lowercased())/index.html")
        expect(
            page,
            holds: [
                "https://example.org/M%C3%BCller.png", "/M%C3%BCller.svg",
                "<a href=\"/posts/m%C3%BCller/\"",
            ])
        #expect(!page.contains("u%CC%88"))
        #expect(outputs.text("old.png/index.html").contains("/M%C3%BCller.png"))
    }

    @Test("A file of a draft is kept back, whatever form the draft has of its name")
    func drafts() async throws {
        let outputs = try await SiteFixture(
            "-- content/files/\(Self.apart).png --\nx\n"
                + post(
                    "content/posts/a.md", "draft: true",
                    body: "![A](../files/\(Self.whole).png)")
                + post("content/posts/b.md")
        ).render()
        #expect(outputs["files/\(Self.whole).png"] == nil)
    }

    @Test("Two names that differ in the form alone are one address, which is an error")
    func twoForms() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("site.yaml", SiteFixture.yaml(settings: "images: {widths: [100]}"))
        try scratch.write("content/files/\(Self.apart).png", "x")
        try scratch.write("content/files/\(Self.whole).png", "x")
        let files = try DiskFileSystem(root: scratch.path)
        // A file system may have one name for both.
        guard try files.files(below: "content").files.count == 2 else { return }
        let built = try await BuiltSite(building: files, BuildOptions(now: SiteFixture.time))
        #expect(built.diagnostics.map(\.id).contains("path.collision"))
        #expect(built.rendered == nil)
    }

    @Test("The disk is asked for the name that it has")
    func onDisk() async throws {
        let scratch = try ScratchFolder()
        try scratch.write(
            "site.yaml", SiteFixture.yaml(settings: "bibliography: content/\(Self.whole).bib"))
        try scratch.write(
            "content/\(Self.apart).bib",
            "@book{a1, title={A}, author={Li, Bo}, year=2020, publisher={AW}}\n")
        try scratch.write("content/files/\(Self.apart).csv", "a,b\n1,2\n")
        try scratch.write(
            "content/posts/a.md",
            post("content/posts/a.md", body: "![T](../files/\(Self.whole).csv)\n\nSee [@a1].")
                .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[1]
                .description)
        let files = try DiskFileSystem(root: scratch.path)
        let built = try await BuiltSite(building: files, BuildOptions(now: SiteFixture.time))
        #expect(built.diagnostics.map(\.message) == [])
        #expect(built.rendered?.outputs.map(\.path).contains("files/\(Self.whole).csv") == true)
    }
}
