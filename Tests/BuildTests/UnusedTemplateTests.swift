import Build
import SiteTesting
import Testing

/// A template that has no effect is a name that somebody got wrong.
@Suite struct UnusedTemplateTests {
    private static let page = post("content/posts/a.md")

    @Test(arguments: [
        ("publicaton.html", "publication.html"), ("partial/footer.html", "partials/footer.html"),
        ("footer.html", "partials/footer.html"), ("publication.htm", "publication.html"),
        ("layout/wide-page.html", "layouts/wide-page.html"), ("nothing-like-it.xml", nil),
    ])
    func isAWarning(name: String, suggestion: String?) async throws {
        let site = SiteFixture(Self.page + "-- templates/\(name) --\n<p>x</p>\n")
        let hint = suggestion.map { " Did you mean ‘\($0)’?" } ?? ""
        #expect(
            try await site.diagnose()
                == "templates/\(name):1:1: warning: No page is made with this template, and none that "
                + "is includes it.\(hint) [template.unused]\n")
        #expect(try await site.build().rendered != nil)
    }

    @Test(arguments: ["style.css", "css/style.css", "fonts/style.woff2"])
    func whatPagesLoadBelongsToTheAssets(name: String) async throws {
        let site = SiteFixture(Self.page + "-- templates/\(name) --\n\n")
        let file = name.contains("/") ? String(name.split(separator: "/")[1]) : name
        #expect(
            try await site.diagnose()
                == "templates/\(name):1:1: warning: What pages load is published from ‘templates/assets/’: move it "
                + "there, and write ‘{{asset.\(file)}}’ where its address belongs. [template.unused]\n"
        )
    }

    @Test func onlyAnUnusedOneIncludesIt() async throws {
        let site = SiteFixture(
            Self.page + "-- templates/old.html --\n{{>partials/mine}}\n"
                + "-- templates/partials/mine.html --\n<p>x</p>\n")
        let report = try await site.diagnose()
        #expect(report.contains("templates/old.html:1:1: warning"))
        #expect(report.contains("templates/partials/mine.html:1:1: warning"))
    }

    @Test(
        "What a page is made with, what that includes, and what is no template are none",
        arguments: [
            "-- templates/publication.html --\n<!doctype html><title>x</title>{{>partials/mine}}\n"
                + "-- templates/partials/mine.html --\n{{>partials/more.html}}\n"
                + "-- templates/partials/more.html --\n<p>{{title}}</p>\n",
            "-- templates/page.html --\n{{<frames/mine}}{{$main}}{{>partials/more}}{{/main}}"
                + "{{/frames/mine}}\n-- templates/frames/mine.html --\n<!doctype html><title>x</title>{{$main}}{{/main}}\n"
                + "-- templates/partials/more.html --\n<p>{{title}}</p>\n",
            "-- templates/layouts/wide.html --\n<p>{{title}}</p>\n",
            "-- templates/social-card.svg --\n<svg/>\n-- templates/README.md --\nNotes.\n"
                + "-- templates/LICENSE --\nMIT\n-- templates/package.json --\n{}\n",
            "-- templates/assets/part.html --\n<p>x</p>\n",
        ])
    func isNone(templates: String) async throws {
        #expect(try await SiteFixture(Self.page + templates).diagnose() == "")
    }

    /// With one that cannot be read, nobody can tell what it would have included.
    @Test func aMistakeInAnotherComesFirst() async throws {
        let report = try await SiteFixture(
            Self.page + "-- templates/publication.html --\n{{>partials/mien}}\n"
                + "-- templates/partials/mine.html --\n<p>x</p>\n"
        ).diagnose()
        #expect(report.contains("template.missing"))
        #expect(!report.contains("template.unused"))
    }
}
