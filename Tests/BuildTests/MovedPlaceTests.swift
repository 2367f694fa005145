import SiteTesting
import Testing

/// Sections that stand on other pages now: the page that had them keeps their places, and leads on.
@Suite struct MovedPlaceTests {
    private static func settings(_ redirects: String) -> String {
        "-- site.yaml --\n" + SiteFixture.yaml() + "redirects:\n"
            + redirects.split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private static let pages =
        post(
            "content/posts/a.md", title: "A", "aliases: [/first/]",
            body: "## Why\n\nText.[^n]\n\n[^n]: Note.")
        + post("content/posts/b.md", title: "B & c", body: "## Methods {#how .was-way}\n\nText.")

    private static let moved = """
        /posts/a/#methods: /posts/b/#how
        /posts/a#way: /posts/b/#way
        /posts/a/#%C3%BCber: https://example.com/x?a=1&b=2
        """

    @Test func thePageKeepsThePlaceAndLeadsOn() async throws {
        let site = SiteFixture(Self.settings(Self.moved) + Self.pages)
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render().mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(
            outputs["posts/a/index.html"]?.contains(
                """
                <p id="methods" data-pagefind-ignore="">This section has moved: <a href="/posts/b/#how">B &amp; c · Methods</a></p>
                <p id="way" data-pagefind-ignore="">This section has moved: <a href="/posts/b/#way">B &amp; c · Methods</a></p>
                <p id="über" data-pagefind-ignore="">This section has moved: <a href="https://example.com/x?a=1&amp;b=2">https://example.com/x?a=1&amp;b=2</a></p>

                </div>
                """) == true)
        // The old address of the page has the place, too, and a feed has no part of it.
        #expect(
            outputs["first/index.html"]?.contains(
                ##"<p id="methods"><a href="/posts/a/#methods">"##) == true)
        #expect(outputs["feed.xml"]?.contains("has moved") == false)
        // No host can lead it on.
        #expect(outputs["_redirects"] == "/first/ /posts/a/ 301\n")
    }

    @Test func aListHasPlacesOfTheTextAboveIt() async throws {
        let site = SiteFixture(
            Self.settings("/#methods: /posts/b/#how\n/posts/#old: /posts/b/") + Self.pages
                + "-- content/index.md --\n---\ntitle: Home\n---\n\nHello.\n"
                + "-- content/posts/index.md --\n---\ntitle: Posts\n---\n")
        let outputs = try await site.render().mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(outputs["index.html"]?.contains(#"<p id="methods""#) == true)
        #expect(
            outputs["posts/index.html"]?.contains(#"has moved: <a href="/posts/b/">B &amp; c</a>"#)
                == true)
    }

    @Test(
        "What comes or goes by its date is no mistake, nor has what was withdrawn any places",
        arguments: [
            "draft: true", "expires_at: 2025-06-01T00:00:00Z",
            "withdrawn: It was wrong.\nupdated: 2025-02-01",
        ])
    func nothingIsSaidOf(line: String) async throws {
        let site = SiteFixture(
            Self.settings("/posts/c/#methods: /posts/b/#how") + Self.pages
                + post("content/posts/c.md", line))
        #expect(try await site.diagnose() == "")
        for (_, bytes) in try await site.render() {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("has moved: <a"))
        }
    }

    @Test(
        "A link to what has moved is told where it is now",
        arguments: [
            ("[x](a.md#methods)", "‘site.yaml’ leads it on to ‘/posts/b/#how’. Write ‘b.md#how’."),
            ("[x](/posts/a/#methods)", "Write ‘/posts/b/#how’."),
            ("[x](https://example.org/posts/a#methods)", "Write ‘/posts/b/#how’."),
            ("[x](a.md#way)", "Write ‘#here’."),
            ("[x](a.md#%C3%BCber)", "Write ‘https://example.com/x’."),
            ("[x](a.md#home)", "Write ‘../index.md’."),
            ("[x](a.md#other)", "The page ‘content/posts/a.md’ has no place named ‘#other’."),
            ("[x](#methods)", "This page has no place named ‘#methods’."),
            // Pages that were renamed, and lead on from their old addresses.
            (
                "[x](first.md)",
                "There is no page ‘content/posts/first.md’. Did you mean ‘content/posts/a.md’?"
            ),
            ("[x](2020-01-01-first/index.md#why)", "Did you mean ‘content/posts/a.md’?"),
            ("[x](../old.md)", "Did you mean ‘content/posts/b.md’?"),
            ("[x](/talks/unlike/)", "Did you mean ‘/posts/b/’?"),
            (
                "[x](/blog/2019/b/)",
                "The site has nothing at ‘/blog/2019/b/’. Did you mean ‘/posts/b/’?"
            ),
        ])
    func aLinkIsToldTheNewPlace(link: String, expected: String) async throws {
        let moved = """
            /posts/a/#methods: /posts/b/#how
            /posts/a#way: /posts/c/#here
            /posts/a/#%C3%BCber: https://example.com/x
            /posts/a/#home: /
            /old/: /posts/b/
            /blog/*: /archive/
            /talks/*: /posts/b/
            /blog/2019/*: /posts/:splat
            """
        let report = try await SiteFixture(
            Self.settings(moved) + Self.pages.replacing("[/first/]", with: "[/posts/first/]")
                + "-- content/index.md --\n---\ntitle: Home\n---\n"
                + post("content/posts/c.md", title: "C", body: "## Here\n\n" + link)
        ).diagnose()
        #expect(report.split(separator: "\n").count == 1, "\(report)")
        #expect(report.hasPrefix("content/posts/c.md:9:5: error: "), "\(report)")
        #expect(report.contains(expected), "\(report)")
    }

    @Test(arguments: mistakes) func isReported(mistake: Mistake) async throws {
        try await mistake.expectReport()
    }

    private static let mistakes = [
        Mistake(
            "places that are none",
            settings(
                "/posts/*#a: /archive/\n/posts/a/#: /archive/\nposts/a/#x: /archive/\n/posts/a/#x y: /archive/"
            ) + pages,
            lines: ["/posts/*#a", "/posts/a/#", "posts/a/#x", "/posts/a/#x y"].enumerated().map {
                "site.yaml:\(5 + $0.offset):3: error: ‘\($0.element)’ is no place of this site: write the address of "
                    + "the page and the old name of the section, as in ‘/posts/report/#results’. [redirect.malformed]"
            }),
        Mistake(
            "places that cannot be led on",
            settings(
                "/posts/a/#why: /posts/b/\n/first/#x: /posts/b/\n/gone/#x: /posts/b/\n/search/#x: /posts/b/\n"
                    + "/posts/a/#x: /posts/b/#hew\n/posts/a/#y: /posts/b/\n/posts/a#y: /posts/b/")
                + pages,
            "site.yaml:5:3: error: ‘/posts/a/#why’ is a place that the page has. Delete this line, or the place from "
                + "the page (‘content/posts/a.md’). [redirect.covers]",
            "site.yaml:6:3: error: No text stands at ‘/first/’ that could lead on from ‘#x’. Write the address that "
                + "the page has now: ‘/posts/a/#x’. [redirect.no-page]",
            "site.yaml:7:3: error: No text stands at ‘/gone/’ that could lead on from ‘#x’. Write the address of the "
                + "page that had this section. [redirect.no-page]",
            "site.yaml:8:3: error: No text stands at ‘/search/’ that could lead on from ‘#x’. Write the address of the "
                + "page that had this section. [redirect.no-page]",
            "site.yaml:9:16: error: The page ‘content/posts/b.md’ has no place named ‘#hew’. Did you mean ‘#how’? "
                + "[link.unknown-anchor]",
            "site.yaml:11:3: error: ‘/posts/a#y’ is led on twice: delete one of the two. [redirect.repeated]"
        ),
    ]
}
