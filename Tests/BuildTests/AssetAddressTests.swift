import Build
import Diagnostics
import SiteTesting
import Testing

/// The addresses of files whose names have signs that mean something in a URL.
@Suite struct AssetAddressTests {
    /// The name of a file, a link to it, and its address.
    @Test(arguments: [
        ("50%.png", "50%25.png", "/posts/50%25.png"),
        ("50%25.png", "50%2525.png", "/posts/50%2525.png"),
        ("a#b?.png", "a%23b%3F.png", "/posts/a%23b%3F.png"),
        ("a b.png", "a%20b.png", "/posts/a%20b.png"),
        ("ü.png", "ü.png", "/posts/%C3%BC.png"),
    ])
    func aNameIsEncoded(file: String, link: String, address: String) async throws {
        for target in [link, "/posts/" + link] {
            let page = try await SiteFixture(
                "-- content/posts/\(file) --\nx\n"
                    + post("content/posts/a.md", body: "![A wall](\(target))\n\n[W](\(target)?x#y)")
            ).output("posts/a/index.html")
            #expect(page.contains("<img src=\"\(address)\""))
            #expect(page.contains("<a href=\"\(address)?x#y\">"))
        }
    }

    @Test func aFileThatIsMeantIsSuggestedAsALinkHasIt() async throws {
        let site = try await SiteFixture(
            "-- content/posts/50% wall.png --\nx\n"
                + post("content/posts/a.md", body: "![A wall](50%25%20wal.png)")
        ).build()
        let repairs = site.diagnostics.compactMap { $0.repair }
        #expect(repairs == ["50%25%20wall.png"])
    }

    /// The source of a page, its `pdf`, and where that is.
    @Test(arguments: [
        ("content/posts/a.md", "a b.pdf", "/posts/a%20b.pdf"),
        ("content/posts/a.md", "/posts/a%20b.pdf", "/posts/a%20b.pdf"),
        ("content/posts/a/index.md", "../a b.pdf", "/posts/a%20b.pdf"),
        ("content/posts/a/index.md", "own.pdf", "/posts/a/own.pdf"),
    ])
    func aPDFIsFoundFromTheSource(source: String, pdf: String, address: String) async throws {
        let page = try await SiteFixture(
            "-- content/posts/a b.pdf --\nx\n-- content/posts/a/own.pdf --\nx\n"
                + post(source, "pdf: \(pdf)")
        ).output("posts/a/index.html")
        #expect(page.contains("<a href=\"\(address)\""))
        let absolute = "https://example.org" + address
        #expect(page.contains("name=\"citation_pdf_url\" content=\"\(absolute)\""))
        #expect(page.contains("\"contentUrl\":\"\(absolute)\""))
    }

    @Test func aPageIsNoPDF() async throws {
        let site = try await SiteFixture(
            post("content/posts/a.md") + "\n" + post("content/posts/b.md", "pdf: a.md")
        ).build()
        #expect(site.diagnostics.map(\.id) == ["front-matter.not-a-url"])
    }
}
