import Build
import Consistency
import Diagnostics
import SiteTesting
import Testing

/// A drawing that cannot be read is found before the program that draws it is asked.
@Suite struct DrawingTests {
    private static func check(_ drawing: String?) async throws -> [Diagnostic] {
        var site = SiteFixture(
            """
            -- site.yaml --
            title: Research & <Co>
            base_url: https://example.org/
            language: en
            social_cards: true
            \(post("content/posts/a.md", title: "\"A & <b> ‘it's’\""))
            \(post("content/posts/b.md"))
            \(drawing.map { "-- templates/social-card.svg --\n\($0)\n" } ?? "")
            """)
        site.options.makesImages = true
        let built = try await site.build()
        #expect(built.diagnostics == [])
        return await ConsistencyCheck.diagnostics(for: try #require(built.rendered))
    }

    private static func svg(_ text: String) -> String {
        "<?xml version=\"1.0\"?>\n<!-- A card -->\n<svg xmlns=\"http://www.w3.org/2000/svg\">\(text)</svg>"
    }

    @Test(
        "What makes a drawing unreadable is an error",
        arguments: [
            (
                svg("<g><text>{{site_name}}</text>"),
                "‘</svg>’ closes an element that is not open there"
            ),
            (
                svg("<text>{{site_name}}<br></text>"),
                "‘</text>’ closes an element that is not open there"
            ),
            (svg("<Text>x</text>"), "‘</text>’ closes an element that is not open there"),
            (svg("<rect width=1>"), "the value of ‘width’ has no quotation marks"),
            (svg("<g hidden></g>"), "the attribute ‘hidden’ has no value"),
            (svg("<g id=\"a\" id=\"b\"/>"), "‘<g>’ has the attribute ‘id’ twice"),
            (svg("<g id=\"a\"class=\"b\"/>"), "the tag ‘<g’ cannot be read to its end"),
            (
                svg("<text>a&nbsp;b</text>"),
                "‘&nbsp;’ is unknown to drawings: write the character itself"
            ),
            (svg("<text>a & b</text>"), "a ‘&’ stands alone: write ‘&amp;’"),
            (svg("<text>a < b</text>"), "a ‘<’ begins no tag: write ‘&lt;’"),
            (svg("") + "<g/>", "it is more than one element"),
            (
                svg("").replacing("</svg>", with: "<_g a=\""), "the value of ‘a’ is never closed"
            ),
            ("{{site_name}}", "text stands outside of its element"),
            ("<svg><g></g>", "‘<svg>’ is never closed"),
            ("<html></html>", "it begins with ‘<html>’, not with ‘<svg>’"),
            ("", "it is empty"),
        ])
    func isAnError(drawing: String, mistake: String) async throws {
        let found = try await Self.check(drawing)
        #expect(
            found.map(\.message) == [
                "This makes ‘posts/a/social-card.png’ of a drawing that is not well-formed: \(mistake)."
            ])
        #expect(found.first?.id == "template.malformed-drawing")
        #expect(found.first?.span?.path == "templates/social-card.svg")
        #expect(found.first?.notes.map(\.message) == ["The same holds of 1 more."])
    }

    @Test(arguments: [
        nil, svg("<text x='1' y = \"{{title_top}}\" >a &amp; &#160;<![CDATA[<b>]]></text ><g/>\n"),
    ])
    func isNone(drawing: String?) async throws {
        #expect(try await Self.check(drawing) == [])
    }
}
