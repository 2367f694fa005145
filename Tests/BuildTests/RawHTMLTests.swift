import Build
import Diagnostics
import Files
import Rendering
import Site
import SiteTesting
import Testing

/// Ids in HTML that a site lets through are places of the page like any other.
@Suite struct RawHTMLTests {
    private static func site(_ text: String, isAllowed: Bool = true) -> SiteFixture {
        var site = SiteFixture(
            post("content/posts/a.md", body: text)
                + post("content/posts/b.md", body: "[A](a.md#old)"))
        if isAllowed { site.files["site.yaml"]? += Array("raw_html: allow\n".utf8) }
        return site
    }

    @Test(
        "A link leads to an id of HTML",
        arguments: [
            "Text <a id=\"old\"></a>. [x](#old)",
            "Text <a name='old'></a>. [x](#old)",
            "<a id=\"old\" name=\"old\"></a>\n\n[x](#old)",
            "<section class=\"a\"\n  ID=old>\n\nText.\n\n</section>",
            "> <div id=\"o&amp;d\">\n> <p id=\"old\">x</p></div>\n\n[x](#o&d)",
            "## A heading <a id=\"old\"></a>\n\n- a [^1]\n\n[^1]: b <i id=n>c</i>\n\n[x](#n)",
            "<b id=\"caf&#xE9;\">x</b> <b id=\"old\">y</b> [x](#café)",
            "<svg id=\"a\">\n\nText <b id=\"old\">x</b>.",
            "<svg id=\"a\"><p id=\"old\">x</p>", "<div><svg></div><figure id=\"old\"></figure>",
            "Text <svg id=\"a\">.\n\nText <b id=\"old\">x</b>.",
            "- Text <svg id=\"a\">.\n\n<p id=\"old\">x</p>",
            "Text <svg><g id=\"a\"/></svg> and <svg><g id=\"a\"/></svg> <b id=\"old\">x</b>.",
            "<svg id=\"old\" width=\"1\">\n<g id=\"x\"/>\n\n<g id=\"x\"/>\n</svg>\n\n<p id=\"x\">x</p>",
        ])
    func isAPlace(text: String) async throws {
        let site = Self.site(text)
        #expect(try await site.diagnose() == "")
        let rendered = try #require(try await site.build().rendered)
        let page = try #require(rendered.outputs.first { $0.path == "posts/a/index.html" })
        #expect(rendered.anchors(of: page.content).contains("old"))
    }

    @Test(
        "What is no id is no place",
        arguments: [
            "<!-- <a id=\"old\"> -->", "<a data-id=\"old\" id>x</a>", "`<a id=\"old\">`",
            "<p name=\"old\">x</p>",
            "<script type=\"text/x\">\nlet a = '<a id=\"old\">'\n</script>",
            "<svg width=\"1\">\n<g id=\"old\"/>\n</svg>", "Text <svg><g id=\"old\"/></svg>.",
            "<svg>\n<foreignObject>\n<p id=\"old\">x</p>\n</foreignObject>\n\n<g id=\"old\"/>\n</svg>",
            "<a name=\"a\" name=\"old\" id=\"b\" id=\"old\"></a>",
        ])
    func isNoPlace(text: String) async throws {
        let report = try await Self.site(text).diagnose()
        #expect(report.contains("has no place named ‘#old’"))
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test(
        "An id that the page has already is an error at its place",
        arguments: [
            ("<a id=\"old\"></a>\n\n## B {#old}", "9:1"),
            ("## Old\n\nText <a id=\"old\"></a>.", "9:9"),
            ("Text <b id=\"old\">a</b> <b id=\"old\">b</b>.", "7:27"),
            ("<p>\n<b id=old>a</b>\n<b id=old>b</b></p>", "9:4"),
        ])
    func isGivenOnce(text: String, place: String) async throws {
        #expect(
            try await Self.site(text).diagnose()
                == "content/posts/a.md:\(place): error: The id ‘old’ is given twice on this page. "
                + "[anchor.duplicate]\n")
    }

    /// As behind an id in Markdown.
    @Test func aHeadingBehindItGetsAnother() async throws {
        let page = try await Self.site("<a id=\"old\"></a>\n\n## Old").output("posts/a/index.html")
        #expect(page.contains("<h2 id=\"old-1\">"))
    }

    /// In less time than it takes to compare each with all.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("<a", " name=n%", "></a>"), ("<div>", "<svg>", "</div>"),
            ("<div>", "<svg><desc>", String(repeating: "</desc></svg>", count: 20_000) + "</div>"),
            ("<div><svg>", "<svg></title>", "</div>"),
            ("<div>", "<b id=n%>", "</div>"),
        ])
    func anyNumberOfThem(first: String, each: String, last: String) async throws {
        let middle = (0..<20_000).map { each.replacing("%", with: "\($0)") }.joined()
        let site = Self.site(first + middle + last + "\n\n<p id=\"old\">x</p>")
        #expect(try await site.diagnose() == "")
    }

    @Test func whatIsShownAsTextIsNoPlace() async throws {
        let text = "<a id=\"old\"></a>\n\n## Old <a id=\"old\"></a>"
        let report = try await Self.site(text, isAllowed: false).diagnose()
        #expect(report.contains("[html.escaped]"))
        #expect(report.split(separator: "\n").count == 1)
    }
}
