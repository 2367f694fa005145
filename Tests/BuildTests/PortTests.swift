import Content
import SiteTesting
import Testing

/// The port of a scheme says no more than none (RFC 3986, section 6.2.3).
@Suite struct PortTests {
    @Test(arguments: [
        ("https://example.org:443/", "https://example.org/"),
        ("HTTP://Example.org:80", "http://example.org/"),
        ("https://example.org:/a", "https://example.org/a/"),
        ("https://[::1]:443/", "https://[::1]/"), ("https://[::443]/", "https://[::443]/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org:4430/", "https://example.org:4430/"),
    ])
    func theAddressOfTheSite(written: String, address: String) {
        #expect(BaseURL(written)?.absolute == address)
    }

    @Test func aPortIsNoHost() { #expect(BaseURL("https://:443/") == nil) }

    @Test(arguments: [
        ("https://example.org/", "https://example.org:443/a/b", "/a/b"),
        ("https://example.org/", "http://example.org:80/a", "/a"),
        ("https://example.org/", "https://EXAMPLE.org:?x", "/?x"),
        ("https://example.org/", "https://example.org:443", "/"),
        ("http://example.org/", "http://example.org:80#x", "/#x"),
        ("https://example.org:8443/", "https://example.org:8443/a", "/a"),
        ("https://example.org/", "http://example.org:443/a", nil),
        ("https://example.org/", "https://example.org:80/a", nil),
        ("https://example.org/", "https://example.org:8443/a", nil),
        ("https://example.org:8443/", "https://example.org:443/a", nil),
        ("https://example.org:44/", "https://example.org:443/a", nil),
        ("https://example.org/", "https://example.org:443.example/a", nil),
    ])
    func anAddressOfTheSite(base: String, address: String, path: String?) {
        #expect(BaseURL(base)?.pathOnHost(of: address) == path)
    }

    @Test("A link to the site by its port is checked, and a link of the site")
    func aLinkWithThePort() async throws {
        let site = SiteFixture(
            base: "https://example.org/center/",
            post(
                "content/posts/a.md",
                body: "[B](https://example.org:443/center/posts/b/#part) and "
                    + "[other](https://example.org:8443/center/posts/b/).")
                + post("content/posts/b.md", body: "## Part\n\nText."))
        let page = try await site.output("posts/a/index.html")
        expect(
            page,
            holds: [
                "<a href=\"/center/posts/b/#part\">B</a>",
                "<a href=\"https://example.org:8443/center/posts/b/\"",
            ])
        let broken = SiteFixture(
            post("content/posts/a.md", body: "[B](http://example.org:80/posts/c/)."))
        #expect(try await broken.diagnose().contains("The site has nothing at ‘/posts/c/’."))
    }

    @Test("A cited work that is a draft of the site is one by its port, too")
    func aCitedDraft() async throws {
        let site = SiteFixture(
            "-- content/references.bib --\n"
                + "@misc{d1, title={D}, author={Li, Bo}, year=2020, url={https://example.org:443/posts/d/}}\n"
                + post("content/posts/d.md", "draft: true")
                + post("content/posts/a.md", body: "[@d1]"))
        #expect(try await site.diagnose().contains("[link.to-unpublished]"))
    }
}
