import Build
import Files
import SiteTesting
import Testing

/// A template that spells out an address is held to it as a text is.
@Suite struct TemplateLinkTests {
    private static func site(
        _ template: String, at name: String = "partials/footer.html", _ more: String = ""
    ) -> SiteFixture {
        SiteFixture(
            settings: "policy: {style: [inline]}",
            """
            \(post("content/posts/a.md"))
            \(post("content/posts/later.md", "draft: true"))
            -- content/about.md --
            ---
            title: About
            ---

            ## Who {#who}
            -- content/files/a b.pdf --
            PDF
            -- templates/assets/img/logo.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            \(more)
            -- templates/\(name) --
            \(template)
            """)
    }

    /// `site.yaml` of a site below a path.
    private static let below = SiteFixture.yaml(base: "https://example.org/center/")

    @Test(
        "An address that leads nowhere is an error at its place",
        arguments: [
            (
                "<p>\n<a href=\"/abuot/\">x</a></p>", 2, 10,
                "The site has nothing at ‘/abuot/’. Did you mean ‘/about/’? [link.unknown-address]"
            ),
            (
                "<a href='/abuot/?q=1&amp;r#who'>x</a>", 1, 10,
                "The site has nothing at ‘/abuot/?q=1&r#who’. Did you mean ‘/about/’? "
                    + "[link.unknown-address]"
            ),
            (
                "<a class=x href=/abuot/>x</a>", 1, 17,
                "The site has nothing at ‘/abuot/’. Did you mean ‘/about/’? [link.unknown-address]"
            ),
            (
                "<p>{{site.title}}</p><img alt=\"\" src=\"/files/a%20c.pdf\">", 1, 39,
                "The site has nothing at ‘/files/a%20c.pdf’. Did you mean ‘/files/a%20b.pdf’? "
                    + "[link.unknown-address]"
            ),
            (
                "<img alt=\"\" src=\"/assets/img/logo.svg\">", 1, 18,
                "The site has nothing at ‘/assets/img/logo.svg’: a file of the theme is published "
                    + "under a name that changes with its content. Write ‘{{asset.img/logo.svg}}’. "
                    + "[link.unknown-address]"
            ),
            (
                "<a href=\"https://example.org/posts/b/\">x</a>", 1, 10,
                "The site has nothing at ‘https://example.org/posts/b/’. Did you mean ‘/posts/a/’? "
                    + "[link.unknown-address]"
            ),
            (
                "<img alt=\"\" src=\"/feed.xml\" srcset=\"/feed.xml 1x, /abuot/ 2x\">", 1, 51,
                "The site has nothing at ‘/abuot/’. Did you mean ‘/about/’? [link.unknown-address]"
            ),
            (
                "<p style=\"a: url(&quot;/about/&quot;) url( '/abuot/' )\">x</p>", 1, 45,
                "The site has nothing at ‘/abuot/’. Did you mean ‘/about/’? [link.unknown-address]"
            ),
            (
                "<object data=\"/abuot/\"></object><a data=\"/abuot/\">x</a>", 1, 15,
                "The site has nothing at ‘/abuot/’. Did you mean ‘/about/’? [link.unknown-address]"
            ),
            (
                "<a href=\"HTTP://Example.org/abuot/\">x</a>", 1, 10,
                "The site has nothing at ‘HTTP://Example.org/abuot/’. Did you mean ‘/about/’? "
                    + "[link.unknown-address]"
            ),
            (
                "<a href=\"/posts/later/\">x</a>", 1, 10,
                "‘content/posts/later.md’ is a draft: a template cannot link to it. "
                    + "[link.to-unpublished]"
            ),
        ])
    func isAnError(template: String, line: Int, column: Int, message: String) async throws {
        #expect(
            try await Self.site(template).diagnose()
                == "templates/partials/footer.html:\(line):\(column): error: \(message)\n")
    }

    @Test(
        "What is there, what is elsewhere and what is no address are none",
        arguments: [
            "<a href=\"/about/\">x</a> <a href=\"/about\">x</a> <a href=\"/\">x</a>",
            "<a href=\"/about/#nothing\">x</a> <a href=\"/posts/?x\">x</a> <a href=\"/feed.xml\">x</a>",
            "<a href=\"/files/a%20b.pdf\">x</a> <a href=\"https://example.org\">x</a>",
            "<a href=\"https://example.com/abuot/\">x</a> <a href=\"mailto:a@example.org\">x</a>",
            "<a href=\"#x\">x</a> <a href=\"abuot/\">x</a> <a href=\"//example.com/abuot/\">x</a>",
            "<!-- <a href=\"/abuot/\"> --><p title=\"/abuot/\">href=\"/abuot/\"</p>",
            "<a href=\"{{site.topics_url}}abuot/\">x</a> <a href=\"/{{site.title}}/\">x</a>",
            "<a href=\"{{site.home_url}}about/\">x</a> <a href=\"{{site.root_url}}\">x</a>",
            "<img alt=\"\" src=\"{{site.root_url}}files/a%20b.pdf\" srcset=\"{{site.root_url}}feed.xml 2x\">",
            "<a href=\"{{site.root_url}}posts/{{site.title}}/\">x</a>",
            "<a href=\"/x/{{#site.tagline}}y{{/site.tagline}}/\">x</a>",
            "<img alt=\"\" src=\"{{asset.img/logo.svg}}\"> <script src=\"/pagefind/x.js\"></script>",
            "<a href=\"/posts/../about/\">x</a> <a href=\"/manifest.json\">x</a>",
        ])
    func isNone(template: String) async throws {
        #expect(try await Self.site(template).diagnose() == "")
    }

    /// Nobody can tell whether a page shows it.
    @Test(arguments: [
        ("{{#site.tagline}}<a href=\"/abuot/\">x</a>{{/site.tagline}}{{>partials/mine}}", ""),
        ("{{#site.tagline}}{{>partials/mine}}{{/site.tagline}}", "<a href=\"/abuot/\">x</a>"),
    ])
    func inASectionItIsAWarning(template: String, partial: String) async throws {
        let site = Self.site(template, "-- templates/partials/mine.html --\n" + partial)
        let report = try await site.diagnose()
        #expect(report.contains(": warning: The site has nothing at ‘/abuot/’."))
        #expect(report.split(separator: "\n").count == 1)
        #expect(try await site.build().rendered != nil)
    }

    /// The same partial is part of every page, and once it is always shown.
    @Test func onePlaceIsReportedOnce() async throws {
        let site = Self.site(
            "{{#site.tagline}}{{>partials/mine}}{{/site.tagline}}{{>partials/mine}}",
            "-- templates/partials/mine.html --\n<a href=\"/abuot/\">x</a>")
        let report = try await site.diagnose()
        #expect(report.hasPrefix("templates/partials/mine.html:1:10: error: "))
        #expect(report.split(separator: "\n").count == 1)
    }

    /// A site without search has no use for the template of its page.
    @Test func aTemplateOfPagesThatThereAreNotIsPassedOver() async throws {
        let link = "<a href=\"/search/help/\">x</a>"
        #expect(try await Self.site(link, at: "search.html").diagnose() == "")
        #expect(try await Self.site(link, at: "layouts/wide.html").diagnose() == "")
        #expect(try await Self.site(link, at: "home.html").diagnose() != "")
    }

    @Test(arguments: [
        (
            "<a href=\"/about/\">x</a>",
            "warning: ‘/about/’ is not part of the site, which begins at ‘/center/’. "
                + "Did you mean ‘/center/about/’? [link.beside-site]"
        ),
        (
            "<a href=\"/center/abuot/\">x</a>",
            "error: The site has nothing at ‘/center/abuot/’. Did you mean ‘/center/about/’? "
                + "[link.unknown-address]"
        ),
        ("<a href=\"/center/about/\">x</a> <a href=\"/center\">x</a>", nil),
        ("<a href=\"/\">x</a> <a href=\"/faculty/\">x</a> <a href=\"/centers/\">x</a>", nil),
        ("<a href=\"https://example.org/about/\">x</a>", nil),
        ("<a href=\"https://example.org/center/about/\">x</a>", nil),
    ])
    func aSiteBelowAPathBeginsThere(template: String, message: String?) async throws {
        let expected = message.map { "templates/partials/footer.html:1:10: \($0)\n" } ?? ""
        #expect(
            try await Self.site(template, "-- site.yaml --\n" + Self.below).diagnose() == expected)
    }

    /// Its own mistake is reported, and mending it may be all there is to do.
    @Test func nothingIsMissingBesideAPageThatCannotBeRead() async throws {
        let site = Self.site(
            "<a href=\"/reports/r/\">x</a> <a href=\"/reports/\">x</a> <a href=\"/topics/y/\">x</a>",
            "-- content/reports/r.md --\nno page\n")
        let report = try await site.diagnose()
        #expect(report.hasPrefix("content/reports/r.md:1:1: error: "))
        #expect(report.split(separator: "\n").count == 1)
    }

    /// Feeds and the like are no part of a preview, and its templates are those of the site.
    @Test func aPreviewLacksNothing() async throws {
        var site = Self.site("<a href=\"/feed.xml\">x</a> <a href=\"/robots.txt\">x</a>")
        site.options.includesDrafts = true
        #expect(try await site.diagnose() == "")
    }

    @Test func theBuiltInTemplatesPassAsASitesOwn() async throws {
        var site = Self.site("<p>x</p>")
        for (path, bytes) in BuiltInTheme.files where !path.hasPrefix("assets/") {
            site.files["templates/" + path] = bytes
        }
        #expect(try await site.diagnose() == "")
        site.files["site.yaml"] = Array(Self.below.utf8)
        #expect(try await site.diagnose() == "")
    }
}
