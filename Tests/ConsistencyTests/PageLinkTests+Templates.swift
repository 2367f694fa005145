import Build
import Consistency
import Diagnostics
import Files
import SiteTesting
import Testing

/// Links that templates make are followed in pages, and told once, where they can be mended.
extension PageLinkTests {
    /// What a build says of a template's address is no mistake of what the settings have in the same words.
    @Test(arguments: ["/posts/b/", "/posts/{{site.extra.b}}/"])
    func whatTheSettingsSayIsPartOfTheSite(address: String) async throws {
        let footer = "<p id=\"secondary-navigation\"><a href=\"\(address)\">x</a></p>"
        var site = Self.site(
            "Text.", base: "https://example.org/sub/",
            "-- templates/partials/footer.html --\n" + footer)
        site.files["site.yaml"]? += Array(
            "extra: {b: b}\nnavigation:\n  - text: B\n    url: /posts/b/\n".utf8)
        let isSpelledOut = !address.contains("{")
        #expect(try await site.diagnose().contains("footer.html:1:39: warning: ‘/") == isSpelledOut)
        let found = try await Self.check(site)
        #expect(found.count == (isSpelledOut ? 0 : 1))
        #expect(found.first?.contains("site.yaml") != true)
    }

    /// What a template makes is on many pages, and told once.
    @Test func aMistakeOfATemplateIsToldOnce() async throws {
        let site = Self.site(
            "Text.",
            "-- templates/partials/footer.html --\n<i id=\"secondary-navigation\"></i>\n<a href=\"{{site.topics_url}}abuot/\">x</a>\n"
        )
        let built = try await site.build()
        let rendered = try #require(built.rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        #expect(found.map(\.id) == ["link.unknown-address"])
        #expect(found.first?.span == nil)
        #expect(found.first?.message.contains("‘/topics/abuot/’, where a link of ‘/") == true)
        #expect(found.first?.notes.first?.message.hasPrefix("The same holds of ") == true)
    }

    /// A build follows no fragments and no relative addresses of templates; their place is known.
    @Test func aRelativeAddressOfATemplateIsToldOnce() async throws {
        let footer =
            "-- templates/partials/footer.html --\n<footer><a href=\"nope/\" id=\"secondary-navigation\">x</a> "
            + "<a href=\" /posts/a/ \">A</a></footer>\n"
        let found = try await Self.check(Self.site("Text.", footer))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("templates/partials/footer.html:1:18: error") == true)
    }

    @Test func whatATemplateSpellsOutIsReportedAtItsPlace() async throws {
        let site = Self.site(
            "Text.",
            "-- templates/partials/footer.html --\n<i id=\"secondary-navigation\"></i>\n<a href=\"#nope\">x</a>{{#site.tagline}}<a href=\"/nope/\">"
                + "y</a>{{/site.tagline}}\n")
        let found = try await Self.check(site)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("templates/partials/footer.html:2:10: error: ‘/") == true)
        #expect(found.first?.contains("[link.unknown-anchor]") == true)
    }

    /// Whether it leads anywhere, its template alone does not tell.
    @Test(arguments: [
        ("<form action=\"/nope/\"></form>", 15),
        ("<form><button formaction=\"/nope/\">x</button></form>", 27),
        ("<meta http-equiv=refresh content=\"5; url=/nope/\">", 42),
        (
            "<form method=post action=\"/nope/\"><button formaction=\"/nope/\">x</button></form>",
            nil
        ),
        ("<meta name=x content=\"5; url=/nope/\">", nil),
    ])
    func whereAFormOfATemplateIsSent(html: String, column: Int?) async throws {
        let footer =
            "-- templates/partials/footer.html --\n<i id=\"secondary-navigation\"></i>\n" + html
        let found = try await Self.check(Self.site("Text.", footer + "\n"))
        let place = column.map { "templates/partials/footer.html:2:\($0): error" }
        #expect(
            found.map { String($0.prefix { $0 != "[" }.prefix(place?.count ?? 0)) }
                == [place].compactMap(\.self))
    }

    /// Without its id, nothing is left for the layout's link to the end of the page to lead to.
    @Test func aPlaceThatNoPageHasIsToldOnce() async throws {
        let found = try await Self.check(
            Self.site("Text.", "-- templates/partials/footer.html --\n<i>x</i>\n"))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("templates/partials/footer.html:1:1: error: ‘/") == true)
        #expect(found.first?.contains("has no place named ‘#secondary-navigation’") == true)
        #expect(found.first?.contains("give an element of this one that ‘id’") == true)
    }

    @Test func whatABuildSaysOfATemplateIsNotSaidAgain() async throws {
        var site = Self.site(
            "Text.",
            "-- templates/partials/footer.html --\n<i id=\"secondary-navigation\"></i>\n"
                + "{{#site.contact}}<a href=\"/nope/\">y</a>{{/site.contact}}\n")
        site.files["site.yaml"]? += Array("contact: a@example.org\n".utf8)
        #expect(try await site.diagnose().contains("warning: The site has nothing at ‘/nope/’"))
        #expect(try await Self.check(site) == [])
    }
}
