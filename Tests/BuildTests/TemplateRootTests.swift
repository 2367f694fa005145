import SiteTesting
import Testing

/// An address that a template spells out behind where the site begins is held to it under every `base_url`, and from
/// the pages of every language.
@Suite struct TemplateRootTests {
    private static let about = "-- content/about.md --\n---\ntitle: About\n---\n\nText.\n"
    private static let german = """
        -- content/index.md --
        ---
        title: Home
        ---

        Text.
        -- content/de/index.md --
        ---
        title: Start
        language: de
        translation_of: ../index.md
        ---

        Text.

        """

    private static func diagnose(
        _ template: String, at name: String = "partials/footer.html",
        base: String = "https://example.org/", _ more: String = ""
    ) async throws -> String {
        try await SiteFixture(
            base: base,
            "\(post("content/posts/a.md"))\n\(about)\n\(more)\n-- templates/\(name) --\n\(template)"
        ).diagnose()
    }

    @Test(
        "An address behind the root that leads nowhere is an error at its place",
        arguments: [
            (
                "<p>\n<a href=\"{{site.root_url}}abuot/\">x</a></p>", "https://example.org/",
                "2:10: error: The site has nothing at ‘/abuot/’. Did you mean ‘{{site.root_url}}about/’?"
            ),
            (
                "<a href=\"{{site.home_url}}abuot/#x\">x</a>", "https://example.org/sub/",
                "1:10: error: The site has nothing at ‘/sub/abuot/#x’. Did you mean ‘{{site.root_url}}about/’?"
            ),
            (
                "<img alt=\"\" srcset=\"{{site.root_url}}no.png 1x, /feed.xml 2x\">",
                "https://example.org/", "1:21: error: The site has nothing at ‘/no.png’."
            ),
            (
                "{{#site.tagline}}<a href=\"{{site.root_url}}no.png\">x</a>{{/site.tagline}}",
                "https://example.org/", "1:27: warning: The site has nothing at ‘/no.png’."
            ),
        ])
    func isAnError(template: String, base: String, message: String) async throws {
        #expect(
            try await Self.diagnose(template, base: base)
                == "templates/partials/footer.html:\(message) [link.unknown-address]\n")
    }

    /// The home page of the reader's language is another one.
    @Test func behindTheHomePageOfAnotherLanguageThereIsNothing() async throws {
        let link = "<a href=\"{{site.home_url}}about/\">x</a>"
        #expect(try await Self.diagnose(link) == "")
        #expect(
            try await Self.diagnose(link, base: "https://example.org/sub/", Self.german)
                == "templates/partials/footer.html:1:10: error: The site has nothing at ‘/sub/de/about/’: "
                + "‘{{site.home_url}}’ is ‘/sub/de/’ on pages of that language. "
                + "Did you mean ‘{{site.root_url}}about/’? [link.unknown-address]\n")
    }

    /// Where it leads to a page of each language, where no page of another language has it, and where a section may
    /// ask for the language.
    @Test(arguments: [
        ("<a href=\"{{site.root_url}}about/\">x</a>", "partials/footer.html", ""),
        (
            "<a href=\"{{site.home_url}}about/\">x</a>", "partials/footer.html",
            "-- content/de/about.md --\n---\ntitle: Wir\nlanguage: de\n---\n\nText.\n"
        ),
        (
            "{{<layout}}{{$main}}<a href=\"{{site.home_url}}about/\">x</a>{{/main}}{{/layout}}",
            "home.html", ""
        ),
        (
            "{{^is_foreign}}<a href=\"{{site.home_url}}about/\">x</a>{{/is_foreign}}",
            "partials/footer.html", ""
        ),
    ])
    func isRightInEachLanguage(template: String, name: String, more: String) async throws {
        #expect(try await Self.diagnose(template, at: name, Self.german + more) == "")
    }
}
