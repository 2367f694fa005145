import Build
import Files
import SiteTesting
import Testing

/// Images whose width the author gives.
@Suite struct ImageWidthTests {
    /// Signature, header and measures of a PNG of 1200 by 600 pixels.
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 4, 0xB0, 0, 0, 2, 0x58, 8, 2, 0, 0, 0, 0, 0, 0, 0]

    private static func site(_ text: String, _ settings: String = "") -> SiteFixture {
        var site = SiteFixture(
            base: "https://example.org/sub/", settings: settings,
            """
            \(post("content/posts/a/index.md", body: text))
            """)
        site.files["content/posts/a/x.png"] = png
        return site
    }

    private static func image(_ attributes: String, in output: String) async throws -> String {
        let text = try await site("![A](x.png)\(attributes)").output(output)
        let start = try #require(text.firstRange(of: "<img src=\"")?.lowerBound)
        return String(text[start...].prefix { $0 != ">" })
    }

    @Test(
        "A part of the text's width is a class, and the shape of the file stays known",
        arguments: ["{width=50%}", "{#fig:a width=50%}", "{width=50% .wide}"])
    func percent(attributes: String) async throws {
        let image = try await Self.image(attributes, in: "posts/a/index.html")
        #expect(image.contains(" class=\"width-50\" width=\"1200\" height=\"600\""))
        #expect(!image.contains("style"))
    }

    @Test("Pixels are attributes, with the height that belongs to them")
    func pixels() async throws {
        let image = try await Self.image("{width=321}", in: "posts/a/index.html")
        #expect(image.contains(" width=\"321\" height=\"161\""))
    }

    @Test(
        "A feed, which has no style sheet, gives pixels",
        arguments: [("{width=50%}", "288", "144"), ("{width=90}", "90", "45"), ("", "1200", "600")])
    func feeds(attributes: String, width: String, height: String) async throws {
        let image = try await Self.image(attributes, in: "feed.xml")
        #expect(image.contains(" width=\"\(width)\" height=\"\(height)\""))
        #expect(!image.contains("class="))
    }

    @Test("An image of another site has a width alone")
    func externalImage() async throws {
        let text = "![A](https://example.net/x.png){width=90}"
        let page = try await Self.site(text).output("posts/a/index.html")
        #expect(page.contains("alt=\"A\" width=\"90\" decoding"))
    }

    @Test(
        "Pages with parts of the text's width alone load the rules for them, in layouts of the site's own too"
    )
    func styleSheet() async throws {
        let link = "<link rel=\"stylesheet\" href=\"/sub/assets/image-widths."
        func links(_ text: String, _ path: String = "posts/a/index.html") async throws -> Bool {
            var site = Self.site(text)
            site.files["content/posts/index.md"] = Array("---\ntitle: P\n---\n\n\(text)\n".utf8)
            site.files["content/posts/x.png"] = Self.png
            return try await site.output(path).contains(link)
        }
        #expect(try await links("![A](x.png){width=50%}"))
        #expect(try await links("![A](x.png){width=50%}", "posts/index.html"))
        #expect(try await !links("![A](x.png){width=320}"))
        #expect(try await !links("![A](x.png)"))
        var own = Self.site("![A](x.png){width=50%}")
        own.files["templates/layout.html"] = Array(
            """
            <!doctype html>
            <html lang="{{language}}"><head><title>{{head.title}}</title>{{#head.links}}
            <link rel="{{relation}}" href="{{url}}"/>{{/head.links}}{{$head}}{{/head}}</head>
            <body>{{$main}}{{/main}}</body></html>
            """.utf8)
        #expect(try await own.output("posts/a/index.html").contains(link))
    }

    @Test("There is a rule for each percent")
    func rules() async throws {
        let outputs = try await Self.site("Text.").render()
        let style = try #require(
            outputs.first { $0.key.hasPrefix("assets/image-widths.") }?.value)
        let text = String(decoding: style, as: UTF8.self)
        #expect(text.contains(".prose>figure:has(>[class^=\"width-\"])"))
        let missing = (1...100).filter { !text.contains(".width-\($0){width:\($0)%}") }
        #expect(missing.isEmpty)
    }

    @Test(
        "Smaller copies are chosen by the width",
        arguments: [
            ("{width=50%}", "(min-width: 40rem) 18.0rem, 47vw"),
            ("{width=1%}", "(min-width: 40rem) 0.4rem, 1vw"),
            ("{width=320}", "(min-width: 341px) 320px, 94vw"),
            ("{width=1000}", "(min-width: 48rem) 43rem, 94vw"),
            ("", "(min-width: 48rem) 43rem, 94vw"),
        ])
    func copies(attributes: String, sizes: String) async throws {
        var site = Self.site("![A](x.png)\(attributes)", "images: {widths: [640]}")
        site.options.makesImages = true
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains(" 640w, /sub/posts/a/x.png 1200w\" sizes=\"\(sizes)\""))
    }

    @Test("No policy of the site allows more for it")
    func policy() async throws {
        let rules = try await Self.site("![A](x.png){width=50%}").output("_headers")
        #expect(rules.contains("style-src 'self';"))
    }

    @Test("The page of a person or a topic loads the rules beside the link to its feed")
    func termPages() async throws {
        let link = "<link rel=\"stylesheet\" href=\"/sub/assets/image-widths."
        var site = Self.site("Text.")
        site.files["content/posts/a/index.md"] = Array(
            """
            ---
            title: A
            date: 2025-01-01
            authors: [Ada Example]
            topics: [Models]
            ---

            Text.
            """.utf8)
        for (path, title) in [("people/ada-example", "Ada Example"), ("topics/models", "Models")] {
            site.files["content/\(path)/index.md"] = Array(
                "---\ntitle: \(title)\n---\n\n![A](x.png){width=33%} $x$\n".utf8)
            site.files["content/\(path)/x.png"] = Self.png
            let page = try await site.output("\(path)/index.html")
            #expect(page.contains("class=\"width-33\""))
            #expect(page.contains(link))
            #expect(page.contains("/assets/math."))
            #expect(page.contains("type=\"application/atom+xml\" title=\"Test Center: \(title)\""))
        }
    }

    @Test("Pages that do not show the text do not load what it needs")
    func textNotShown() async throws {
        var site = Self.site("Text.", "pagination: 1")
        site.files["content/posts/b.md"] = Array(
            "---\ntitle: B\ndate: 2025-01-02\nauthors: [A]\nwithdrawn: Wrong.\n---\n\n![A](/posts/a/x.png){width=5%} $x$\n"
                .utf8)
        site.files["content/posts/index.md"] = Array(
            "---\ntitle: P\n---\n\n![A](/posts/a/x.png){width=50%} $x$\n".utf8)
        for (path, isShown) in [
            ("posts/index.html", true), ("posts/page/2/index.html", false),
            ("posts/b/index.html", false),
        ] {
            let page = try await site.output(path)
            #expect(page.contains("/assets/image-widths.") == isShown)
            #expect(page.contains("/assets/math.") == isShown)
        }
    }
}
