import Diagnostics
import Markdown
import Markup
import Testing

/// Braces behind images.
@Suite struct ImageAttributeTests {
    @Test(
        "What stands around an image is read without its attributes",
        arguments: [
            ("![A](x.png){width=50%} ~~old~~", " <del>old</del></p>"),
            ("~~![A](x.png){width=10%}~~ after", "/></del> after</p>"),
            ("An ![A](x.png){.a} image, ~~old~~ new.", " image, <del>old</del> new.</p>"),
            ("An ![A](x.png){width=5%} ![B](y.png){width=6%} ~~b~~", " <del>b</del></p>"),
            ("**Head.** ![A](x.png){width=50%} ~~old~~ text.", " <del>old</del> text.</p>"),
            (
                "|a|b|\n|-|-|\n|![A](x.png){width=9%} ~~a~~|~~c~~|",
                " <del>a</del></td>\n<td><del>c</del>"
            ),
        ])
    func strikethrough(text: String, html: String) {
        let parsed = Parsed(text)
        #expect(parsed.html.contains(html))
        #expect(!parsed.html.contains("{"))
    }

    @Test("They are no part of addresses, names and summaries")
    func names() {
        let parsed = Parsed("See ![A](x.png){width=5%} here.\n\n## Plot ![A](x.png){width=50%}")
        #expect(parsed.html.contains("<h2 id=\"plot-a\">"))
        #expect(parsed.html.contains("aria-label=\"permalink: Plot A\""))
        #expect(parsed.document.excerpt == "See A here.")
        let named = Parsed("## Plot ![A](x.png){#plot}\n\n## Plot ![A](x.png){width=5%} {#b}")
        #expect(named.document.outline.map(\.anchor) == ["plot", "b"])
    }

    @Test(
        "Several in braces are one",
        arguments: [
            "{#fig:y width=50%}", " {#fig:y width=50%}", "{#fig:y}{width=50%}",
            "{#fig:y} {width=50%}", "{width=50%}{#fig:y}", "{width=50%} {#fig:y}",
        ])
    func several(attributes: String) {
        let parsed = Parsed("![A](x.png)\(attributes)")
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.html.contains("<figure id=\"fig:y\">"))
        #expect(parsed.document.imageWidths[0] == .percent(50))
    }

    @Test("A space may stand before a width")
    func space() {
        let parsed = Parsed("![A](x.png) {width=50%}")
        #expect(parsed.html.hasPrefix("<figure>"))
        #expect(parsed.document.imageWidths[0] == .percent(50))
    }

    @Test(
        "What would be left in the text is a mistake",
        arguments: [
            (
                "[![A](x.png)](https://x.org){width=50%}", "stands behind the link",
                "attributes.malformed"
            ),
            ("![A](x.png)\n{width=50%}", "on the same line", "attributes.malformed"),
            ("![A](x.png)\n{#fig:a .b}", "on the same line", "attributes.malformed"),
            ("![A](x.png){width=5%}{width=6%}", "‘width=6%’ is neither", "attributes.malformed"),
            ("![A](x.png){width:50%}", "write ‘{width=50%}’", "image.width"),
            ("![A](x.png) {width: 300px}", "write ‘{width=300}’", "image.width"),
            ("![A](x.png){50%}", "write ‘{width=50%}’", "image.width"),
            ("![A](x.png){300}", "write ‘{width=300}’", "image.width"),
        ])
    func mistakes(text: String, message: String, id: String) {
        let parsed = Parsed(text)
        #expect(parsed.diagnostics.map(\.id) == [Diagnostic.ID(stringLiteral: id)])
        #expect(parsed.diagnostics.first?.message.contains(message) == true)
    }

    @Test(
        "Braces that are meant, and those of something else, stay",
        arguments: [
            ("![A](x.png)\\{width=50%}", "{width=50%}"),
            ("![A](x.png) \\{width=50%}", " {width=50%}"),
            ("![A](x.png)\\{50%}", "{50%}"),
            ("![A](x.png){1}", "{1}"),
            ("![A](x.png) {see below}", " {see below}"),
            ("![A](x.png)\n{see below}", "\n{see below}"),
            ("[link](x.md){50%}", "{50%}"),
        ])
    func text(text: String, html: String) {
        let parsed = Parsed(text)
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.html.contains(html))
    }
}
