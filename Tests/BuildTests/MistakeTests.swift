import Build
import Files
import SiteTesting
import Testing

/// Mistakes that authors make, each in a small site: one clear error at the right place.
@Suite struct MistakeTests {
    @Test(arguments: links + places + terms)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    @Test func allMistakesOfARunAreReportedTogetherInOrder() async throws {
        let site = SiteFixture(
            post("content/posts/b.md", "topics: x", body: "See [it](nowhere.md).\n\n![](y.png)")
                + post("content/posts/a.md", "autors: [Bo]", body: "[^none]")
                + "-- content/c.md --\nText.\n-- site.yaml --\ntitle: T\nbase_url: here\n")
        let report = try await site.diagnose()
        let ids = report.split(separator: "\n").map { line in
            let path = line.prefix { $0 != ":" }
            let id = line[(line.lastIndex(of: "[") ?? line.endIndex)...]
            return "\(path) \(id)"
        }
        #expect(
            ids == [
                "content/c.md [front-matter.missing]",
                "content/posts/a.md [front-matter.unknown-key]",
                "content/posts/a.md [footnote.undefined]",
                "content/posts/b.md [front-matter.not-a-list]",
                "content/posts/b.md [image.missing-alt]",
                "site.yaml [site.missing-key]",
                "site.yaml [site.malformed-base-url]",
            ])
    }

    /// What is wrong with the bibliography is said once, and not at each citation.
    @Test func aBibliographyThatCannotBeReadIsOneMistake() async throws {
        var site = SiteFixture(
            post("content/posts/a.md", "default_work: one", body: "[@one, p. 4]; @two says."))
        site.files["content/references.bib"] = Array("@book{one, title = {".utf8) + [0xE9]
        #expect(
            try await site.diagnose()
                == "content/references.bib:1:21: error: The byte 0xe9 here is not UTF-8: save the "
                + "file in that encoding. [file.not-utf8]\n")
        site.files["content/references.bib"] = nil
        site.files["content/references.json"] = Array("[{\"id\": \"one\",}]".utf8)
        let report = try await site.diagnose()
        #expect(report.hasPrefix("content/references.json:1:15: error: This is not JSON."))
        #expect(report.split(separator: "\n").count == 1)
    }

    static let links: [Mistake] = [
        .inText(
            "a link to a page that is not there", "See [b](naming-model.md).",
            besides: post("content/posts/naming-models.md"),
            "7:9: error: There is no page ‘content/posts/naming-model.md’. Did you mean "
                + "‘content/posts/naming-models.md’? [link.unknown-page]"),
        .inText(
            "links to the site's own host, however it is written",
            "[a](HTTPS://Example.org/nope/), [b](http://example.org/nope/x?y)",
            "7:5: error: The site has nothing at ‘/nope/’. [link.unknown-address]",
            "7:37: error: The site has nothing at ‘/nope/x’. [link.unknown-address]"),
        .inText(
            "a link to another folder than the page is in", "See [b](../papers/growth.md#x).",
            besides: post("content/reports/growth.md", "kind: report")
                + post("content/papers/growths.md", "kind: paper"),
            "7:9: error: There is no page ‘content/papers/growth.md’. Did you mean "
                + "‘content/reports/growth.md’? [link.unknown-page]"),
        Mistake(
            "a link to a name that several folders have",
            post("content/posts/a.md", body: "See [b](b/index.md).")
                + post("content/posts/c/index.md") + post("content/papers/growth.md", "kind: paper")
                + post("content/reports/growth.md", "kind: report")
                + post("content/news/b.md", "kind: news", body: "See [x](../talks/growth.md)."),
            "content/news/b.md:8:9: error: There is no page ‘content/talks/growth.md’. "
                + "Did you mean ‘content/papers/growth.md’? [link.unknown-page]",
            "content/posts/a.md:7:9: error: There is no page ‘content/posts/b/index.md’. "
                + "Did you mean ‘content/posts/c/index.md’? [link.unknown-page]"),
        .inText(
            "links whose folder alone is like one", "See [b](nope.md) and [c](/posts/nope/).",
            besides: "-- content/posts/index.md --\n---\ntitle: Posts\n---\n",
            "7:9: error: There is no page ‘content/posts/nope.md’. [link.unknown-page]",
            "7:26: error: The site has nothing at ‘/posts/nope/’. [link.unknown-address]"),
        .inText(
            "an address of mail without a scheme", "[b](joe@example.org) and [c](wall@2x.png)",
            "7:5: error: There is no file ‘content/posts/joe@example.org’. An address of mail begins "
                + "with its scheme: write ‘mailto:joe@example.org’. [link.unknown-file]",
            "7:30: error: There is no file ‘content/posts/wall@2x.png’. [link.unknown-file]"),
        .inText(
            "addresses of the web without a scheme",
            "[b](www.example.org), [c](example.com/a?b#c) and [d](README.org.txt)",
            "7:5: error: There is no file ‘content/posts/www.example.org’. An address of the web "
                + "begins with its scheme: write ‘https://www.example.org’. [link.unknown-file]",
            "7:27: error: There is no file ‘content/posts/example.com/a’. An address of the web "
                + "begins with its scheme: write ‘https://example.com/a?b#c’. "
                + "[link.unknown-file]",
            "7:54: error: There is no file ‘content/posts/README.org.txt’. [link.unknown-file]"),
        .inText(
            "a link to a section that is not there", "See [b](b.md#method).",
            besides: post("content/posts/b.md", body: "## Methods\n\nText."),
            "7:9: error: The page ‘content/posts/b.md’ has no place named ‘#method’. Did you mean "
                + "‘#methods’? [link.unknown-anchor]"),
        .inText(
            "a link within the page to a section that is not there",
            "## Naming\n\nSee [it](#nameing).",
            "9:10: error: This page has no place named ‘#nameing’. Did you mean ‘#naming’? "
                + "[link.unknown-anchor]"),
        .inText(
            "a link to a draft", "See [b](b.md).",
            besides: post("content/posts/b.md", "draft: true"),
            "7:9: error: ‘content/posts/b.md’ is a draft: a published page cannot link to it. "
                + "[link.to-unpublished]"),
        .inText(
            "a link to the address of a scheduled page", "See [b](/posts/b/).",
            besides: post("content/posts/b.md", "publish_at: 2031-01-01T00:00:00Z"),
            "7:9: error: ‘content/posts/b.md’ is scheduled for 2031-01-01T00:00:00Z: a published "
                + "page cannot link to it. [link.to-unpublished]"),
        .inText(
            "an address of the site that leads nowhere", "See [b](/post/a/).",
            "7:9: error: The site has nothing at ‘/post/a/’. Did you mean ‘/posts/a/’? "
                + "[link.unknown-address]"),
        .inText(
            "a page named without its extension", "See [b](b).",
            besides: post("content/posts/b.md"),
            "7:9: error: ‘b’ is not a file; the page's source is ‘content/posts/b.md’. "
                + "[link.not-a-source]"),
        .inText(
            "a link out of the site's folder", "See [b](../../../secret.md).",
            "7:9: error: ‘../../../secret.md’ leaves the site's folder. [link.outside-site]"),
        .inText(
            "an image that is not there", "![A wall](wall.png)",
            "7:11: error: There is no image ‘content/posts/wall.png’. [image.missing-file]"),
        .inFrontMatter(
            "a hero image that is not there", "image:\n  src: wall.png\n  alt: A wall",
            "6:8: error: There is no image ‘content/posts/wall.png’. [image.missing-file]"),
    ]

    static let places: [Mistake] = [
        Mistake(
            "two pages with one address",
            post("content/posts/a.md") + post("content/posts/2025-01-01-a.md"),
            "content/posts/a.md:2:8: error: ‘content/posts/a.md’ and "
                + "‘content/posts/2025-01-01-a.md’ would both be written to "
                + "‘posts/a/index.html’. [path.collision]"),
        Mistake(
            "two addresses that differ in case only",
            post("content/posts/a.md", body: "x")
                + "-- content/posts/A/index.HTML --\nx\n",
            "content/posts/A/index.HTML:1:1: error: ‘content/posts/A/index.HTML’ and "
                + "‘content/posts/a.md’ would both be written to ‘posts/A/index.HTML’. "
                + "[path.collision]"),
        Mistake(
            "an alias at the address of a page",
            post("content/posts/a.md", "aliases: [/posts/b/]") + post("content/posts/b.md"),
            "content/posts/a.md:5:11: error: the alias ‘/posts/b/’ and ‘content/posts/b.md’ would "
                + "both be written to ‘posts/b/index.html’. [path.collision]"),
        Mistake(
            "a navigation entry that leads nowhere",
            """
            -- site.yaml --
            title: T
            base_url: https://example.org/
            language: en
            navigation:
              - text: Posts
                url: /post/

            """ + post("content/posts/a.md"),
            "site.yaml:6:10: error: The site has nothing at ‘/post/’. Did you mean ‘/posts/’? "
                + "[navigation.unknown-address]"),
        Mistake(
            "a part of a series twice",
            post("content/posts/a.md", "series: {name: S, part: 1}")
                + post("content/posts/b.md", "series: {name: S, part: 1}"),
            "content/posts/b.md:5:16: error: The series ‘S’ has two parts with the number 1. "
                + "[series.repeated-part]"),
    ]

    static let terms: [Mistake] = [
        Mistake(
            "an unknown topic in a controlled site",
            """
            -- site.yaml --
            title: T
            base_url: https://example.org/
            language: en
            topics:
              controlled: true
            -- content/topics/evaluation.md --
            ---
            title: Evaluation
            ---

            """ + post("content/posts/a.md", "topics: [evalution]"),
            "content/posts/a.md:5:10: error: The topic ‘evalution’ has no record in "
                + "content/topics/, and this site allows only topics that have one. "
                + "Did you mean ‘Evaluation’? [topic.unknown]"),
        Mistake(
            "two records for one person",
            """
            -- content/people/ada.md --
            ---
            title: Ada Example
            ---
            -- content/people/ada-e.md --
            ---
            title: ada  example
            ---

            """,
            "content/people/ada.md:2:8: error: ‘Ada Example’ is also a name of ‘ada example’. "
                + "If they are two people, both records need their ‘orcid’. [person.duplicate-name]"
        ),
    ]
}
