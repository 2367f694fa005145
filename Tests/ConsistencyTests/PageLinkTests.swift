import Build
import Consistency
import Diagnostics
import Files
import SiteTesting
import Testing

/// What nobody resolves before a page is written is followed in the page itself: raw HTML, and addresses that a
/// template puts together.
@Suite struct PageLinkTests {
    static func site(
        _ text: String, base: String = "https://example.org/", _ more: String = ""
    ) -> SiteFixture {
        SiteFixture(
            base: base, settings: "raw_html: allow",
            """
            \(post("content/posts/a.md", title: "A", body: text))
            \(post("content/posts/b/index.md", title: "B", body: "## Methods\n\n[x](image.pdf)"))
            \(post("content/posts/later.md", title: "C", "draft: true"))
            -- content/posts/b/image.pdf --
            PDF
            \(more)
            """)
    }

    static func check(_ site: SiteFixture) async throws -> [String] {
        let built = try await site.build()
        #expect(!built.diagnostics.hasErrors)
        let rendered = try #require(built.rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        return site.report(of: found).split(separator: "\n").map { String($0) }
    }

    @Test(
        "An address of raw HTML that leads nowhere is an error at its place",
        arguments: [
            (
                "Text.\n\n<p><a href=\"/postss/a/\">x</a></p>",
                "9:13: error: The site has nothing at ‘/postss/a/’, where a link of ‘/posts/a/’ leads. "
                    + "Did you mean ‘/posts/a/’? [link.unknown-address]"
            ),
            (
                "Text <img src='image.pdf' alt=''>.",
                "7:16: error: The site has nothing at ‘image.pdf’, where a link of ‘/posts/a/’ leads. "
                    + "Did you mean ‘/posts/b/image.pdf’? [link.unknown-address]"
            ),
            (
                "Text <a href=\"../b/?p=1&amp;q=2#method\">x</a>.",
                "7:15: error: ‘/posts/b/’ has no place named ‘#method’, where a link of ‘/posts/a/’ "
                    + "leads. Did you mean ‘#methods’? [link.unknown-anchor]"
            ),
            (
                "Text <a href=\"#hear\" id=\"here\">x</a>.",
                "7:15: error: ‘/posts/a/’ has no place named ‘#hear’, where a link of ‘/posts/a/’ "
                    + "leads. [link.unknown-anchor]"
            ),
            (
                "Text <a href=\"/posts/later/\">x</a>.",
                "7:15: error: ‘content/posts/later.md’ is a draft: ‘/posts/a/’ cannot link to it. "
                    + "[link.to-unpublished]"
            ),
        ])
    func isAnError(text: String, message: String) async throws {
        #expect(try await Self.check(Self.site(text)) == ["content/posts/a.md:" + message])
    }

    @Test(
        "Every address is followed, whatever attribute has it",
        arguments: [
            "<img alt='' src='/posts/b/image.pdf' srcset='/posts/b/image.pdf 1x,  /no.png 2x'>",
            "<picture><source srcset=\"/no.png, /posts/b/image.pdf 2x\"></picture>",
            "<video poster=/no.png src='/posts/b/image.pdf'></video>",
            "<video src='/posts/b/image.pdf'><track src='/no.png'></video>",
            "<object data=\"/no.png\"></object>",
            "<iframe src=\"/no.png\"></iframe> <data data=\"/x\">y</data>",
            "<form action=\"/no.png\"><input></form>",
            "<form><button formaction=\"/no.png\">x</button></form>",
            "<form method=post></form><form><button formaction='/no.png'>x</button></form>",
            "<form method=post><button formmethod=get formaction='/no.png'>x</button></form>",
            "<TEXTAREA><a href='/x'></Textarea><a href='/no.png'>x</a>",
            "<script>'</scripts>'</SCRIPT ><a href='/no.png'>x</a>",
            "<meta content=\"0; URL='/no.png'\" http-equiv=\"Refresh\">",
            "<meta http-equiv=refresh content=\"5;/no.png\">",
            "<p style=\"background: URL( /no.png )\">x</p>",
            "<p style='background: url(\"/posts/b/image.pdf\"), url(\"/no.png\")'>x</p>",
            "<style>a { src: url(\"/posts/b/\") format(\"woff2\"), url(\"/no.png\") }</style>",
            "<p style=\"background: url(&quot;/no.png&quot;), url(&#39;/posts/b/&#39;)\">x</p>",
            "<img alt='' srcset='/posts/b/image.pdf&#32;1x,&#x20;/no.png 2x'>",
            "<style>/* url(/a.png) */ @Import '/no.png'; a { b: '/c.png' }</style>",
            "<style>a { b: url(\"/no.png\") url(#top) }</style>",
            "<svg viewBox='0 0 1 1'><use xlink:href=\"/no.png\"/></svg>",
            "<a href=\"HTTPS://Example.ORG/no.png\">x</a>",
            "<a href=\"http://example.org/no.png\">x</a>",
        ])
    func isFollowed(html: String) async throws {
        let place = try #require(
            html.firstRange(of: /(http:..example.org|HTTPS:..Example.ORG)?.no.png/))
        let column = html[..<place.lowerBound].utf8.count + "<div>".utf8.count + 1
        let found = try await Self.check(Self.site("<div>" + html + "</div>"))
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix(
                "content/posts/a.md:7:\(column): error: The site has nothing at ‘")
                == true)
        #expect(found.first?.contains("[link.unknown-address]") == true)
    }

    @Test("A missing file is taken for one of its kind: a page is no picture, nor is a PDF")
    func suggestsFilesOfOneKind() async throws {
        let found = try await Self.check(
            Self.site(
                "<img src=/posts/a.png alt=''> <img src=/posts/b/image.png alt=''> "
                    + "<img src=/posts/b/growth-of-model.jpg alt=''> <a href=/posts/b.c>x</a>",
                "-- content/posts/b/growth-of-models.png --\nPNG\n"))
        #expect(
            found.map { $0.drop { $0 != "’" }.dropFirst() } == [
                ", where a link of ‘/posts/a/’ leads. [link.unknown-address]",
                ", where a link of ‘/posts/a/’ leads. [link.unknown-address]",
                ", where a link of ‘/posts/a/’ leads. "
                    + "Did you mean ‘/posts/b/growth-of-models.png’? [link.unknown-address]",
                ", where a link of ‘/posts/a/’ leads. [link.unknown-address]",
            ])
    }

    @Test(
        "What is there, and what is elsewhere, is none",
        arguments: [
            "<p><a href=\"/posts/b/\">x</a> <a href=\"/posts/b\">x</a> <a href=../b/>x</a></p>",
            "Text <a href=\"../b/#methods\">x</a> <a href=\"/posts/b/#\">x</a> <a href=\"#top\">x</a>.",
            "Text <a href=\"#h%C3%A9re\">x</a> <span id=\"hére\">y</span> <a name=\"z\"></a>.",
            "Text <a href=\"../b/image.pdf#page=3\">x</a> <a href=\"../b/#:~:text=x\">y</a>.",
            "Text <a href=\"https://example.com/nope/\">x</a> <a href=\"mailto:a@example.org\">y</a>.",
            "<p><a href=\"../../topics/\">x</a> <a href=\"https://example.org/people/\">y</a></p>",
            "<pre>href=\"/nope/\"</pre>\n\n`<a href=\"/nope/\">`",
            "[x](b/index.md#methods) and [y](/posts/b/) and [z](/feed.xml)",
            "<form action=\"/.netlify/x\" method=\"POST\"><button formaction=y formmethod=post></button></form>",
            "<img alt='' src=data:, srcset=\"data:image/png;base64,x 1x, https://a.org/b.png 2x\">",
            "<form method=post><button formaction=\"/api/x\">y</button></form>",
            "<form method=dialog action=\"/x\"><input formaction=\"/x\"></form>",
            "<form id=f method=post></form><button form=f formaction=\"/api/x\">y</button>",
            "<p style=\"background: url(&quot;../b/image.pdf&quot;), url(&#39;../b/&#39;)\">x</p>",
            "<p style='a:url(\"../b/\");b:url(\"data:image/svg+xml;utf8,<svg fill=%27url(#zz)%27/>\")'></p>",
            "<b id=\"caf&#233;\">x</b> <b id=\"na&iuml;ve\">y</b> [x](#café) <a href=\"#naïve\">y</a>",
            "Text <a href=\"&#109;ailto&colon;a@b.c\">x</a> <a href=\"&#X2E;&#x2e;/b&sol;#m&#101thods\">y</a>.",
            "<p><textarea><a href=\"/nope/\"></textarea></p>",
            "<meta http-equiv=\"refresh\" content=\"5\"> <meta name=\"x\" content=\"0; url=/no\">",
            "<style>a { b: url(data:,x) url(https://a.org/x.png) }</style><p style=\"--a: 'url(/x)'\"></p>",
            "<a href=\"http://example.org.uk/no\">x</a> <a href=\"http://www.example.org/no\">x</a>",
        ], ["https://example.org/", "https://example.org/sub/"])
    func isNone(text: String, base: String) async throws {
        let path = base.dropFirst("https://example.org/".count)
        let text = text.replacing("\"/posts", with: "\"/\(path)posts")
            .replacing("org/people", with: "org/\(path)people")
        #expect(try await Self.check(Self.site(text, base: base)) == [])
    }

    @Test func allTextsWithOneMistakeAreNamed() async throws {
        let site = Self.site(
            "Text <a href=\"/nope/\">x</a>.",
            post("content/posts/d.md", body: "Text <a href=\"../../nope/\">x</a>."))
        let rendered = try #require(try await site.build().rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        #expect(found.map(\.span?.path) == ["content/posts/a.md"])
        #expect(found.first?.notes.map(\.span?.path) == ["content/posts/d.md"])
    }

    @Test func besideTheSiteIsAWarning() async throws {
        let found = try await Self.check(
            Self.site("Text <a href=\"/posts/b/\">x</a>.", base: "https://example.org/sub/"))
        #expect(
            found == [
                "content/posts/a.md:7:15: warning: ‘/posts/b/’, where a link of ‘/posts/a/’ leads, is "
                    + "not part of the site, which begins at ‘/sub/’. Did you mean ‘/sub/posts/b/’? "
                    + "[link.beside-site]"
            ])
    }

    /// In time that grows with the text alone.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("<a href=\"", "/a", "\">x</a>"), ("<meta ", "content=x ", ">"),
            ("<form ", "action=/ ", "></form>"), ("<p style='", "url(a ", "'></p>"),
            ("<p style=\"", "url(&quot;", "\"></p>"), ("<div>", "<textarea>", "</div>"),
            ("<a href=\"", "&#", "\">x</a>"), ("<a href=\"", "&amp", "\">x</a>"),
        ])
    func anyNumberOfThem(first: String, each: String, last: String) async throws {
        var site = Self.site(first + String(repeating: each, count: 20_000) + last)
        site.files["site.yaml"]? += Array("navigation: [{text: X, url: /nowhere/}]\n".utf8)
        site.files["content/posts/c.md"] = Array("No page.".utf8)
        let built = try await site.build()
        // What the policy stops of it is another matter.
        #expect(
            built.diagnostics.map(\.id.rawValue).filter { $0 != "html.stopped-code" } == [
                "front-matter.missing", "navigation.unknown-address",
            ])
        _ = await ConsistencyCheck.diagnostics(
            for: try #require(built.provisional), sources: site.files, besides: built.diagnostics)
    }

    /// What the text of a list cites is listed with it.
    @Test(arguments: ["topics/x", "people/ada-example", "posts/index", "index", "archive"])
    func anIntroductionHasItsReferences(page: String) async throws {
        let found = try await Self.check(
            Self.site(
                "Text.",
                """
                -- content/references.bib --
                @book{lee, title = {L & "M"}, author = {Lee, Ada}, year = 2020}
                \(post("content/posts/x.md", "topics: [X]"))
                -- content/\(page).md --
                ---
                title: \(page == "people/ada-example" ? "Ada Example" : "X")
                ---

                As shown [@lee].
                """))
        #expect(found == [])
    }
}
