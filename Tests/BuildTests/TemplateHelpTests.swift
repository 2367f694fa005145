import Build
import Diagnostics
import SiteTesting
import Testing

/// What a designer is told of a mistake: the field that was meant, the place of the theme, the file of it.
@Suite struct TemplateHelpTests {
    private static func site(_ layout: String, _ more: String = "") -> SiteFixture {
        SiteFixture(
            "\(post("content/posts/a.md", "layout: own"))\(more)\n-- templates/layouts/own.html --\n"
                + "{{<layout}}{{$main}}<h1>{{title}}</h1>\(layout){{/main}}{{/layout}}")
    }

    /// A field of the page that a list stands on has the name, and would pass.
    @Test(
        "What the record of a list has goes before what it stands in",
        arguments: [
            ("{{#references}}{{{html}}}{{/references}}", "Did you mean ‘entry’?"),
            ("{{#references}}{{{formatted}}}{{/references}}", "Did you mean ‘entry’?"),
            ("{{#references}}{{entri}}{{/references}}", "Did you mean ‘entry’?"),
            ("{{#authors}}{{{nam}}}{{/authors}}", "Did you mean ‘name’?"),
            ("{{{html}}}", "Did you mean ‘citation.html’?"),
        ])
    func fieldsOfTheRecord(template: String, hint: String) async throws {
        let report = try await Self.site(template).diagnose()
        #expect(report.contains(hint + " [template.unknown-name]"), "\(report)")
    }

    /// Of a page, whatever else is wrong with the site.
    @Test func whatPagesShowIsSaidOfTemplates() async throws {
        let built = try await Self.site(
            "<div>", post("content/posts/b.md", body: "[x](nothing.md)")
        ).build()
        #expect(built.diagnostics.contains { $0.span?.path == "content/posts/b.md" })
        #expect(built.templateDiagnostics.map(\.id) == ["template.malformed-page"])
        #expect(try await Self.site("<hr>").build().templateDiagnostics == [])
    }

    @Test(arguments: [
        ("header.html", "partials/header.html"), ("header", "partials/header.html"),
        ("templates/partials/header.html", "partials/header.html"), ("main.css", "assets/main.css"),
        ("partials/foter.html", "partials/footer.html"), ("nothing-like-it", nil),
    ])
    func filesOfTheTheme(name: String, expected: String?) {
        #expect(BuiltInTheme.nearest(to: name) == expected)
    }

    /// The site has no such file, and the note is of a line of it.
    @Test func placesInTheThemeAreTold() async throws {
        let site = SiteFixture(
            "\(post("content/posts/a.md"))\n-- templates/partials/header.html --\n{{titel}}")
        let built = try await site.build()
        let report = DiagnosticPrinter(format: .text(color: false)) {
            site.files.excerptSource(orBuiltIn: $0)
        }.string(for: built.diagnostics)
        #expect(report.contains("Included from here"))
        #expect(report.contains(/templates\/layout\.html:[0-9]{2}:1/), "\(report)")
    }
}
