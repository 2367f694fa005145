import Build
import Consistency
import Diagnostics
import Files
import SiteTesting
import Testing

/// One run finds every mistake that does not follow from another.
@Suite struct AllMistakesTests {
    private static func ids(_ site: SiteFixture) async throws -> [String] {
        let built = try await site.build()
        var found = built.diagnostics
        if let provisional = built.provisional {
            found += await ConsistencyCheck.diagnostics(
                for: provisional, sources: site.files, besides: found)
        }
        return found.sorted().map { "\($0.span?.path ?? "") \($0.id.rawValue)" }
    }

    @Test func aMistakeInATemplateHidesNoneOfTheTexts() async throws {
        let site = SiteFixture(
            """
            \(post("content/posts/a.md", body: "[x](b.md) and [@none] and [y](/nope/)"))
            -- templates/page.html --
            {{#page.titel}}
            -- templates/partials/footer.html --
            <i id="secondary-navigation"></i>
            """)
        let found = try await Self.ids(site)
        #expect(found.contains("templates/page.html template.unclosed-section"))
        #expect(
            found.filter { $0.hasPrefix("content") } == [
                "content/posts/a.md link.unknown-page",
                "content/posts/a.md citation.unknown-key",
                "content/posts/a.md link.unknown-address",
            ])
    }

    @Test func linksOfPagesAreFollowedBesideOtherMistakes() async throws {
        let site = SiteFixture(
            settings: """
                raw_html: allow
                navigation: [{text: X, url: /nowhere/}, {text: Y, url: nothing}]
                organization: {name: O, logo: /l.svg}
                """,
            """
            \(post("content/posts/a.md", body: "<a href=\"/nope/\">x</a> and [y](#z)"))
            \(post("content/posts/b.md", "pdf: c.pdf\nrevisions: [{date: 2025-02-01, kind: correction, note: N, section: s}]"))
            -- content/c.md --
            Text.
            -- templates/partials/footer.html --
            <i id="secondary-navigation"></i> <a href="/abuot/">x</a>
            """)
        #expect(
            try await Self.ids(site) == [
                "content/c.md front-matter.missing",
                "content/posts/a.md link.unknown-address",
                "content/posts/a.md link.unknown-anchor",
                "content/posts/b.md link.unknown-file",
                "content/posts/b.md link.unknown-anchor",
                "site.yaml navigation.unknown-address",
                "site.yaml navigation.unknown-address",
                "site.yaml site.unknown-file",
                "templates/partials/footer.html link.unknown-address",
            ])
    }

    /// Pages show them encoded, and below the path of the site.
    @Test func whatABuildSaysOfAnAddressIsNotSaidOfPages() async throws {
        let site = SiteFixture(
            base: "https://example.org/sub/",
            settings: """
                navigation: [{text: A, url: "/naïve page/"}]
                learn_more: {text: L, url: "/größe/"}
                organization: {name: O, logo: "my logo.png"}
                """,
            """
            \(post("content/posts/a.md", "pdf: my paper é.pdf"))
            """)
        #expect(
            try await Self.ids(site) == [
                "content/posts/a.md link.unknown-file",
                "site.yaml navigation.unknown-address",
                "site.yaml navigation.unknown-address",
                "site.yaml site.unknown-file",
            ])
    }

    @Test func aMistakeOfOnePageHidesNoneOfAnother() async throws {
        let site = SiteFixture(
            base: "https://example.org/sub/", settings: "raw_html: allow",
            """
            \(post("content/posts/p.md", "pdf: paper.pdf", body: "[x](q.md)"))
            -- content/posts/r.md --
            ---
            title: R
            date: 2025-01-01
            authors: [Ada Example]
            ---

            <a href="/sub/other/q.md">x</a> <a href="/sub/files/paper.pdf">x</a>
            <a href="/sub/posts/p/paper.pdf">x</a> <a href="/sub/really/">x</a> <a href="paper.pdf">x</a>
            """)
        let found = try await Self.ids(site)
        #expect(found.filter { $0 == "content/posts/p.md link.unknown-file" }.count == 1)
        #expect(found.filter { $0 == "content/posts/p.md link.unknown-page" }.count == 1)
        #expect(found.filter { $0 == "content/posts/r.md link.unknown-address" }.count == 5)
        #expect(found.count == 7)
    }

    /// It may be the only page of a section or a topic.
    @Test func aPageThatCannotBeReadIsMissedNowhere() async throws {
        let site = SiteFixture(
            settings: """
                raw_html: allow
                navigation: [{text: E, url: /essays/}, {text: Q, url: /topics/q}, {text: X, url: /essay/}]
                """,
            """
            \(post("content/posts/a.md", body: "[x](/essays/) [y](/topics/q/) [z](/essays/r/#a) [v](/ess/) <a href='/essays'>w</a>"))
            \(post("content/essays/r.md", "tags: [x]\ntopics: [q]"))
            """)
        #expect(
            try await Self.ids(site) == [
                "content/essays/r.md front-matter.unknown-key",
                "content/posts/a.md link.unknown-address",
                "site.yaml navigation.unknown-address",
            ])
    }

    /// Texts are read by what the other settings say.
    @Test(arguments: ["nope: 1", "pagination: many", "organization: [x]"])
    func aMistakeInASettingMakesNoneInATextOfIt(setting: String) async throws {
        var site = SiteFixture(
            post("content/posts/a.md", body: "$$ a\n\n<div>x</div>\n\nA price $\\nope$."))
        site.files["site.yaml"]? += Array("math: false\nraw_html: allow\n\(setting)\n".utf8)
        let found = try await Self.ids(site)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("site.yaml ") == true)
    }
}
