import Build
import Consistency
import SiteTesting
import Testing

/// What a site's own templates make is HTML, or an error.
@Suite struct PageShapeTests {
    private static func site(_ template: String, at name: String) -> SiteFixture {
        SiteFixture(
            """
            \(post("content/posts/a.md", title: "A", body: "Text."))
            \(post("content/posts/b.md", title: "B", "doi: 10.1234/b", body: "Text."))
            -- templates/\(name) --
            \(template)
            """)
    }

    @Test(
        "An element that is not closed where it should be is an error at its tag",
        arguments: [
            (
                "<footer>\n<nav id=\"secondary-navigation\">x</nav><div></footer>", 2,
                "has ‘</footer>’ before the end of ‘<div>’."
            ),
            (
                "<footer>\n<section id=more><nav id=\"secondary-navigation\">x</nav>\n</footer>", 2,
                "has ‘</footer>’ before the end of ‘<section id=more>’."
            ),
            (
                "<nav id=\"secondary-navigation\">x</nav></form>", 1,
                "ends an element that is not open, with ‘</form>’."
            ),
            (
                "<p>x<ul id=\"secondary-navigation\"><li>y</ul></p>", 1,
                "ends an element that is not open, with ‘</p>’."
            ),
        ])
    func nesting(template: String, line: Int, sentence: String) async throws {
        let report = try await Self.site(template, at: "partials/footer.html").diagnose()
        #expect(report.contains("templates/partials/footer.html:\(line):"))
        #expect(report.contains(sentence) && report.contains("[template.malformed-page]"))
    }

    @Test(
        "What HTML lets a page leave out is none",
        arguments: [
            "<footer><nav id=\"secondary-navigation\"><p>x<p>y<ul><li>a<li>b</ul></nav></footer>",
            "<table id=\"secondary-navigation\"><tr><td>a<td>b<tr><th>c</table>",
            "<div id=\"secondary-navigation\"><br><hr/><img src=\"\" alt=\"\"><input><svg><g/><path/></svg></div>",
            "<div id=\"secondary-navigation\"><script>document.write('<div>')</script><!-- </div> --></div>",
            "{{#site}}<div id=\"secondary-navigation\">{{/site}}x{{#site}}</div>{{/site}}",
        ])
    func leftOut(template: String) async throws {
        #expect(
            !(try await Self.site(template, at: "partials/footer.html").diagnose()).contains(
                "malformed-page"))
    }

    @Test(
        "A page that is none is an error",
        arguments: [
            ("", "‘index.html’ is empty."),
            ("<p>just {{title}}</p>", "‘index.html’ does not begin with ‘<!doctype html>’"),
            (
                "<!DOCTYPE html><html><body><h1>{{title}}</h1></body></html>",
                "‘index.html’ has no ‘<title>’."
            ),
        ])
    func noPage(template: String, sentence: String) async throws {
        let report = try await Self.site(template, at: "home.html").diagnose()
        #expect(report.contains("templates/home.html") && report.contains(sentence))
        let whole = "<!DOCTYPE html><title>{{title}}</title><h1>{{title}}</h1>"
        #expect(
            !(try await Self.site(whole, at: "home.html").diagnose()).contains("malformed-page"))
    }

    /// The first publication has no DOI.
    @Test func aCheckReadsPagesThatABuildHasNotTried() async throws {
        let site = Self.site(
            "{{<layout}}{{$main}}<h1>{{title}}</h1>{{#doi}}<div>{{/doi}}{{/main}}{{/layout}}",
            at: "publication.html")
        let rendered = try #require(try await site.build().rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        #expect(
            site.report(of: found).contains(
                "templates/publication.html:1:47: error: ‘posts/b/index.html’ has ‘</main>’ before the end of ‘<div>’."
            ))
    }

    @Test(arguments: [
        "\u{FEFF}<!doctype html>", "<!-- Ours. -->\n<!DOCTYPE html>", "<!doctype\nhtml >",
        "<!DOCTYPE html SYSTEM \"about:legacy-compat\">",
    ])
    func aDoctypeHasManyForms(doctype: String) async throws {
        let page =
            doctype + "<title>{{title}}</title><svg><foreignObject><p>a</foreignObject></svg>"
        #expect(!(try await Self.site(page, at: "404.html").diagnose()).contains("malformed-page"))
        let open = page + "<div/>"
        #expect(
            (try await Self.site(open, at: "404.html").diagnose()).contains("leaves ‘<div/>’ open"))
    }

    @Test func whatStandsBesideTheBlocksOfALayoutIsTold() async throws {
        let site = Self.site(
            """
            {{<layout}}
            <p>Lost.</p>
            {{! Told to nobody. }}
            {{$main}}<h1>{{title}}</h1>{{/main}}
            {{/layout}}
            """, at: "home.html")
        #expect(
            try await site.diagnose()
                == "templates/home.html:2:1: warning: This stands outside of the blocks of ‘layout.html’, and no page "
                + "shows it: move it into one of them. [template.outside-blocks]\n")
    }

    @Test func aTagOfLiquidIsTold() async throws {
        let site = Self.site(
            "<p id=\"secondary-navigation\">100 {% {% if x %}hi{% endif %}</p>",
            at: "partials/footer.html")
        #expect(
            try await site.diagnose()
                == "templates/partials/footer.html:1:34: warning: This is a tag of Liquid, which readers would see: "
                + "a condition or a list is written ‘{{#authors}}…{{/authors}}’, a partial ‘{{>partials/name}}’. "
                + "[template.foreign-tag]\n")
    }

    /// Readers would see it; what is no field, and what stands in code, may be meant.
    @Test(
        arguments: [
            ("{site.title}}", "{{site.title}}"), ("{#site.contact}}x", "{{#site.contact}}"),
            ("{nothing}}", nil), ("<style>@media print{p{site}}</style>", nil), ("{site} }", nil),
        ])
    func aTagWithoutItsFirstBraceIsTold(text: String, advice: String?) async throws {
        let report = try await Self.site(
            "<p id=\"secondary-navigation\">\(text)</p>", at: "partials/footer.html"
        ).diagnose()
        #expect(
            report.contains("1:30: error: A tag begins with two braces") == (advice != nil),
            "\(report)")
        if let advice { #expect(report.contains("write ‘\(advice)’. [template.unclosed-tag]")) }
    }

    /// Nobody knows then which fields there are.
    @Test func templatesAreNotHeldToSettingsThatAreNoYAML() async throws {
        let site = SiteFixture(
            """
            \(post("content/posts/a.md"))
            -- templates/partials/footer.html --
            <p id="secondary-navigation">{{#site.extra.rooms}}{{.}}{{/site.extra.rooms}}</p>
            -- site.yaml --
            title: A
              base_url: https://example.org
            """)
        #expect(!(try await site.diagnose()).contains("templates/"))
    }
}
