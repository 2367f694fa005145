import Build
import Foundation
import SiteTesting
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The image of a publication that has none: planned, named in the head, and drawn.
@Suite struct SocialCardTests {
    private static let settings = """
        -- site.yaml --
        title: The Center
        base_url: https://example.org/sub/
        language: en
        image: {src: card.png, alt: Our name}
        social_cards: true
        -- content/card.png --
        png

        """

    private func site(_ archive: String, makesImages: Bool = true) -> SiteFixture {
        var site = SiteFixture(Self.settings + archive)
        site.options.makesImages = makesImages
        return site
    }

    /// The lines of the title on a card.
    private func titleLines(_ drawing: String) -> [String] {
        let text = drawing.split(separator: "<text").dropFirst(2).first ?? ""
        return text.matches(of: /<tspan[^>]*>([^<]*)<\/tspan>/).map { String($0.1) }
    }

    @Test func aPublicationWithoutAnImageIsSharedWithItsCard() async throws {
        let html = try await site(post("content/posts/a.md", title: "Naming")).output(
            "posts/a/index.html")
        for (name, value) in [
            ("og:image", "https://example.org/sub/posts/a/social-card.png"),
            ("og:image:width", "1200"), ("og:image:height", "630"), ("og:image:alt", "Naming"),
            ("twitter:card", "summary_large_image"),
        ] {
            #expect(html.contains("<meta property=\"\(name)\" content=\"\(value)\"/>"), "\(name)")
        }
        #expect(html.matches(of: /property="og:image"/).count == 1)
    }

    @Test func onlyPublicationsWithoutAnImageHaveOne() async throws {
        let outputs = try await site(
            """
            \(post("content/posts/a.md"))
            \(post("content/posts/b/index.md", "image: {src: wall.png, alt: A wall}"))
            -- content/posts/b/wall.png --
            png
            \(post("content/posts/d.md", "draft: true"))
            -- content/about.md --
            ---
            title: About
            ---
            """
        ).render()
        let cards = outputs.keys.filter { $0.hasSuffix("social-card.png") }
        #expect(Array(cards) == ["posts/a/social-card.png"])
    }

    @Test func aBuildWithDraftsHasNone() async throws {
        var site = site(post("content/posts/a.md") + post("content/posts/d.md", "draft: true"))
        site.options.includesDrafts = true
        let outputs = try await site.render()
        #expect(!outputs.keys.contains { $0.hasSuffix("social-card.png") })
        #expect(try await !site.output("posts/a/index.html").contains("social-card"))
        #expect(try await site.build().missingTools(BuiltSite.Tools()).isEmpty)
    }

    @Test func withoutTheProgramTheImageOfTheSiteStandsInAndTheReasonIsSaid() async throws {
        let site = site(post("content/posts/a.md"), makesImages: false)
        let html = try await site.output("posts/a/index.html")
        #expect(html.contains("property=\"og:image\" content=\"https://example.org/sub/card.png\""))
        #expect(!html.contains("social-card"))
        let missing = try await site.build().missingTools(BuiltSite.Tools())
        #expect(missing.count == 1 && missing[0].contains("‘social_cards’"))
        #expect(missing.first?.contains("apt-get install libvips-tools") == true)
    }

    // MARK: - The drawing

    @Test func aHostileTitleIsTextAndNothingElse() async throws {
        let title = #"</tspan></text><script>alert(1)</script> & ]]> <!-- {{site_name}}"#
        let drawing = try await site(
            post("content/posts/a.md", title: "'\(title.replacing("'", with: "''"))'")
        ).output("posts/a/social-card.png")
        let reader = XMLText()
        let parser = XMLParser(data: Data(drawing.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(Set(reader.elements) == ["svg", "g", "rect", "text", "tspan"])
        #expect(
            reader.text.filter { !$0.isWhitespace }
                == "TheCenter" + title.filter { !$0.isWhitespace } + "AdaExample")
    }

    @Test func aLongTitleIsSmallerAndKeepsItsWords() async throws {
        let title =
            "Before you compare two scores: what the width of an interval says and leaves out"
        let drawing = try await site(
            post("content/posts/a.md", title: "'\(title)'")
        ).output("posts/a/social-card.png")
        let lines = titleLines(drawing)
        #expect(lines.count > 2 && lines.joined(separator: " ") == title)
        let short = try await site(post("content/posts/a.md", title: "Scores")).output(
            "posts/a/social-card.png")
        func size(_ drawing: String) -> Int? {
            drawing.matches(of: /font-size="(\d+)"/).compactMap { Int($0.1) }.max()
        }
        let (large, small) = (try #require(size(short)), try #require(size(drawing)))
        #expect(large > small)
    }

    @Test func aTitleWithoutEndIsCut() async throws {
        let title = String(repeating: "word ", count: 90) + "end"
        let drawing = try await site(post("content/posts/a.md", title: title)).output(
            "posts/a/social-card.png")
        let lines = titleLines(drawing)
        #expect(lines.count == 5 && lines.last?.hasSuffix("word…") == true)
    }

    @Test func aWordLongerThanALineIsBroken() async throws {
        let word = String(repeating: "Ä", count: 60)
        let lines = titleLines(
            try await site(post("content/posts/a.md", title: word)).output(
                "posts/a/social-card.png"))
        #expect(lines.count > 1 && lines.joined() == word)
    }

    @Test func japaneseIsBrokenBetweenCharactersAndNotBeforePunctuation() async throws {
        let titles = (5...40).map { count in
            String(repeating: "漢", count: count) + "、「" + String(repeating: "字", count: 40 - count)
                + "」。"
        }
        let posts = titles.enumerated().map {
            post("content/posts/p\($0.offset).md", title: $0.element, "language: ja")
        }
        let outputs = try await site(posts.joined()).render()
        for (number, title) in titles.enumerated() {
            let drawing = try #require(outputs["posts/p\(number)/social-card.png"])
            let lines = titleLines(String(decoding: drawing, as: UTF8.self))
            #expect(lines.count > 1 && lines.joined() == title)
            #expect(!lines.contains { "、。」".contains($0.first ?? "、") || $0.hasSuffix("「") })
        }
    }

    @Test func arabicBeginsAtTheRight() async throws {
        let drawing = try await site(
            post("content/posts/a.md", title: "ما الذي تتركه الخريطة", "language: ar")
        ).output("posts/a/social-card.png")
        #expect(drawing.contains("direction=\"rtl\"") && drawing.contains("xml:lang=\"ar\""))
        #expect(drawing.contains("<tspan x=\"1120\""))
    }

    // MARK: - The site's own

    @Test func coloursAreThoseOfTheStyleSheetForLightSchemes() async throws {
        let site = site(
            """
            \(post("content/posts/a.md"))
            -- templates/assets/site.css --
            :root { --accent: #0b5345; --serif: "Own; {Font}", serif }
            @media (prefers-color-scheme: dark) { :root { --accent: #7fd1b9; } }
            .card { --accent: red; }
            """)
        let drawing = try await site.output("posts/a/social-card.png")
        #expect(drawing.contains("fill=\"#0b5345\"") && drawing.contains("fill=\"#fdfcfa\""))
        #expect(drawing.contains("font-family=\"&quot;Own; {Font}&quot;,serif\""))
        let html = try await site.output("index.html")
        #expect(html.contains("name=\"theme-color\" content=\"#0b5345\""))
    }

    @Test func aStyleSheetWithoutTheTokensLeavesThoseOfTheTheme() async throws {
        let drawing = try await site(
            """
            \(post("content/posts/a.md"))
            -- templates/assets/main.css --
            body { color: red }
            """
        ).output("posts/a/social-card.png")
        #expect(drawing.contains("fill=\"#7a2a2a\""))
    }

    @Test func anAuthorsFileOfTheSameNameIsACollision() async throws {
        let problems = try await site(
            """
            \(post("content/posts/a/index.md"))
            -- content/posts/a/social-card.png --
            png
            """
        ).diagnose()
        #expect(problems.contains("[path.collision]"), "\(problems)")
    }
}

/// Elements and text of an XML document.
private final class XMLText: NSObject, XMLParserDelegate {
    private(set) var elements: [String] = []
    private(set) var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) { elements.append(name) }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
