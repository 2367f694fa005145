import Build
import Files
import Foundation
import SiteTesting
import Testing

/// What the theme and its host files promise.
@Suite struct ThemeTests {
    @Test func noPageHasScriptOrStyleOfItsOwn() async throws {
        let site = SiteFixture(
            settings: "search: pagefind",
            """
            \(post("content/posts/a.md"))
            -- content/about.md --
            ---
            title: About
            aliases: [/old/]
            ---

            | a |
            |:-:|
            | b |
            """)
        for (path, bytes) in try await site.render() where path.hasSuffix(".html") {
            let html = String(decoding: bytes, as: UTF8.self)
            #expect(!html.contains(/<style|\sstyle=|\son[a-z]+=|javascript:/), "\(path)")
            for script in html.matches(of: /<script([^>]*)>/) {
                let isData = script.1.contains("application/ld+json")
                #expect(isData || script.1.contains(#/ src="/assets//#), "\(path): \(script.0)")
            }
        }
    }

    @Test func thePolicyAllowsWhatPagesUseAndNoMore() async throws {
        let plain = try await SiteFixture(post("content/posts/a.md")).output("_headers")
        #expect(
            plain.contains(
                "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                    + "media-src 'self'; script-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
            ))
        let image = post(
            "content/posts/a.md", body: "![A wall](https://img.example.com/wall.png?x=1)")
        #expect(
            try await SiteFixture(image).output("_headers")
                .contains("img-src 'self' data: https://img.example.com;"))
        let other = try await SiteFixture(
            settings: "search: pagefind\nraw_html: allow",
            """
            \(image)
            """
        ).output("_headers")
        // An author's own `img` has no place in the list of links.
        #expect(other.contains("img-src 'self' data: https:;"))
        #expect(other.contains("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"))
        #expect(other.contains("style-src 'self' 'unsafe-inline'"))
    }

    // MARK: - Style sheets

    @Test func aStyleSheetNamesItsFilesAsTheyAreWritten() async throws {
        let outputs = try await SiteFixture(
            """
            \(post("content/posts/a.md"))
            -- templates/assets/main.css --
            /* A comment with url(nothing.png). */
            @font-face { font-family: Own; src: url("fonts/own.woff2") format("woff2"); }
            a::after { content: " /* no  comment */ "; background: url(data:image/png;base64,AA) }
            b { background: url("data:image/svg+xml,<g transform='rotate(45)  scale(2)'/>") }
            -- templates/assets/site.css --
            :root { --accent: #064; }
            -- templates/assets/fonts/own.woff2 --
            font
            """
        ).render()
        let css = try #require(
            outputs.first { $0.key.hasPrefix("assets/main.") && $0.key.hasSuffix(".css") })
        let font = try #require(outputs.keys.first { $0.hasPrefix("assets/fonts/own.") })
        #expect(
            String(decoding: css.value, as: UTF8.self)
                == "@font-face{font-family:Own;src:url(\"/\(font)\") format(\"woff2\")}"
                + "a::after{content:\" /* no  comment */ \";background:url(data:image/png;base64,AA)}"
                + "b{background:url(\"data:image/svg+xml,<g transform='rotate(45)  scale(2)'/>\")}"
                + ":root{--accent:#064}")
        #expect(!outputs.keys.contains { $0.hasPrefix("assets/site.") })
    }

    @Test(arguments: [
        (
            "// why\n{\n  // first\n  a(\"//\");  // b\n\n\tc(`x ${y}`);\n}\n",
            "{\na(\"//\");  // b\nc(`x ${y}`);\n}\n"
        ),
        ("const text = `\n  // kept\n`;\n", nil),
        ("/*\n  // kept */ a();\n", nil),
        ("a = \"b\\\n  // kept\";\n", nil),
    ])
    func aScriptLosesWhatIsForItsWriter(script: String, published: String?) async throws {
        let outputs = try await SiteFixture(
            """
            \(post("content/posts/a.md"))
            -- templates/assets/own.js --
            \(script)
            """
        ).render()
        let own = try #require(outputs.first { $0.key.hasPrefix("assets/own.") })
        #expect(String(decoding: own.value, as: UTF8.self) == published ?? script)
    }

    @Test func aStyleSheetThatNamesAMissingFileIsAnError() async throws {
        let problems = try await SiteFixture(
            """
            \(post("content/posts/a.md"))
            -- templates/assets/site.css --
            body { background: url(papr.svg) }
            -- templates/assets/paper.svg --
            <svg/>
            """
        ).diagnose()
        #expect(
            problems
                == "templates/assets/site.css:1:24: error: There is no file ‘templates/assets/papr.svg’. "
                + "Did you mean ‘paper.svg’? [theme.unknown-asset]\n")
    }

    // MARK: - Images

    /// Signature, header and measures of a PNG.
    private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        let measures = [width, height].flatMap { value in
            (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) }
        }
        return signature + Array("IHDR".utf8) + measures + [8, 2, 0, 0, 0, 0, 0, 0, 0]
    }

    private static let images = "![A wall](wall.png)\n\n![A brick](brick.png)"

    private func imageSite() -> SiteFixture {
        var site = SiteFixture(
            settings: "images: {widths: [1280, 640]}",
            """
            \(post("content/posts/a/index.md", "image: {src: wall.png, alt: A wall}", body: Self.images))
            """)
        site.files["content/posts/a/wall.png"] = png(1000, 500)
        site.files["content/posts/a/brick.png"] = png(600, 500)
        return site
    }

    @Test func imagesOfferTheCopiesThatAreSmallerThanThey() async throws {
        var site = imageSite()
        site.options.makesImages = true
        let html = try await site.output("posts/a/index.html")
        #expect(
            html.contains("srcset=\"/posts/a/wall.640w.png 640w, /posts/a/wall.png 1000w\" sizes="))
        #expect(!html.contains("1280w") && !html.contains("brick.640w"))
        #expect(html.contains("fetchpriority=\"high\""))
        #expect(html.contains("loading=\"lazy\""))
        #expect(try await site.render().keys.contains("posts/a/wall.640w.png"))
        #expect(try await !site.output("feed.xml").contains("srcset"))
    }

    @Test func aCopyWhoseNameWouldBeTooLongIsReported() async throws {
        let name = String(repeating: "w", count: 247)
        var site = SiteFixture(
            settings: "images: {widths: [640, 1280]}",
            post("content/posts/a/index.md", body: "![A wall](\(name).png)"))
        site.files["content/posts/a/\(name).png"] = png(1000, 500)
        site.options.makesImages = true
        let copy = "wwwwwwwwwwwwwwwwwwww…wwwwwwwwwww.640w.png"
        #expect(
            try await site.diagnose()
                == "content/posts/a/\(name).png:1:1: error: The name of a copy of ‘content/posts/a/\(name).png’ would be "
                + "‘\(copy)’, which has 256 bytes: file systems allow 255. Give it a shorter name. [path.too-long]\n"
        )
    }

    @Test func withoutTheProgramThereAreNoCopiesAndTheReasonIsSaid() async throws {
        let site = imageSite()
        #expect(try await !site.output("posts/a/index.html").contains("srcset"))
        let missing = try await site.build().missingTools(BuiltSite.Tools())
        #expect(missing.count == 1 && missing[0].contains("vipsthumbnail"))
    }

    // MARK: - Search

    @Test func aSiteWithSearchHasItsPageAndDescription() async throws {
        var site = SiteFixture(
            base: "https://example.org/sub/", settings: "search: pagefind",
            """
            \(post("content/posts/a.md"))
            """)
        let page = try await site.output("search/index.html")
        #expect(
            page.contains("action=\"/sub/search/\"") && page.contains("/sub/pagefind/pagefind.js"))
        #expect(page.contains("rel=\"search\" href=\"https://example.org/sub/opensearch.xml\""))
        let description = try await site.output("opensearch.xml")
        #expect(description.contains("https://example.org/sub/search/?q={searchTerms}"))
        #expect(try await site.build().wantsIndex)
        let missing = try await site.build().missingTools(BuiltSite.Tools())
        #expect(missing.count == 1 && missing[0].contains("pip install"))
        site.options.includesDrafts = true
        #expect(try await !site.build().wantsIndex)
    }

    @Test func theImageOfTheSiteStandsInWherePagesHaveNone() async throws {
        let html = try await SiteFixture(
            settings: "image: {src: /card.png, alt: Our name}",
            """
            -- content/card.png --
            png
            \(post("content/posts/a.md"))
            """
        ).output("posts/a/index.html")
        #expect(html.contains("property=\"og:image\" content=\"https://example.org/card.png\""))
        #expect(html.contains("property=\"twitter:card\""))
    }

    @Test(arguments: [
        (
            "search: google",
            "4:9: error: ‘search’ is ‘pagefind’, not ‘google’. [front-matter.unknown-value]"
        ),
        ("images: {widths: [5]}", "4:19: error:"),
        ("images: {width: 5}", "4:10: error: Unknown key ‘width’"),
        (
            "image: {src: a.png}",
            "4:8: error: ‘image’ needs ‘src’ and ‘alt’. [site.incomplete-image]"
        ),
        (
            "image: {src: a.png, alt: A}",
            "4:14: error: The site has no file ‘a.png’: there is no ‘content/a.png’. [site.unknown-file]"
        ),
        (
            "organization: {name: O, logo: \"javascript:x\"}",
            "4:31: error: An image is a file of the site or an address"
        ),
        (
            "organization: {name: O, logo: /l.svg}",
            "4:31: error: The site has no file ‘/l.svg’: there is no ‘content/l.svg’."
        ),
    ])
    func mistakesInSettingsAreSaidInTheirPlace(line: String, problem: String) async throws {
        let site = SiteFixture(
            settings: line,
            """
            \(post("content/posts/a.md"))
            """)
        let problems = try await site.diagnose()
        #expect(problems.hasPrefix("site.yaml:" + problem), "\(problems)")
    }

    @Test func aPageThatIsNoPublicationMayNameItsAuthors() async throws {
        let site = SiteFixture(
            """
            -- content/about.md --
            ---
            title: About
            authors: [Ada Example, Berta Example]
            ---

            Words.

            """)
        #expect(try await site.output("about/index.html").contains("<h1>About</h1>"))
    }

    /// What a site adds is the last that a browser reads of the theme.
    @Test func theSheetOfTheSiteComesLast() async throws {
        let page = try await SiteFixture(
            "\(post("content/posts/m.md", body: "$x$"))\n-- templates/assets/site.css --\nmath { color: red }\n"
        ).output("posts/m/index.html")
        let sheets = page.matches(of: /<link rel="stylesheet" href="\/assets\/([a-z]+)\./).map {
            String($0.1)
        }
        #expect(sheets == ["math", "main"])
    }
}
