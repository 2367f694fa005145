import Build
import SiteTesting
import Testing

/// Files outside of bundles go with the unpublished pages that lead to them, unless something published does, too.
@Suite struct UnpublishedFileTests {
    private static let published = post("content/posts/a.md", title: "First")
    private static let pdf = "-- content/secret-report.pdf --\npdf\n"
    private static let chart = "-- content/posts/secret-chart.png --\nchart\n"

    private static func outputs(
        _ archive: String, base: String = "https://example.org/",
        settings: String = "raw_html: allow", includesDrafts: Bool = false
    ) async throws -> Set<String> {
        var site = SiteFixture(base: base, settings: settings, archive)
        site.options.includesDrafts = includesDrafts
        return Set(try await site.render().keys)
    }

    static let draft = post(
        "content/posts/secret.md", title: "Secret", "draft: true\npdf: ../secret-report.pdf",
        body: "![Chart](secret-chart.png)")

    @Test func theyAreKeptBack() async throws {
        let archive = Self.published + Self.draft + Self.pdf + Self.chart
        let outputs = try await Self.outputs(archive)
        #expect(!outputs.contains { $0.contains("secret") })
        // The control: a preview has them.
        let preview = try await Self.outputs(archive, includesDrafts: true)
        #expect(preview.isSuperset(of: ["secret-report.pdf", "posts/secret-chart.png"]))
    }

    /// Of a report that waits, no page may have linked the data yet.
    @Test func soAreFilesAmongUnpublishedPages() async throws {
        let settings = "defaults: {embargo/: {draft: true, kind: report}}"
        let archive =
            Self.published + post("content/embargo/report.md", title: "Secret")
            + "-- content/embargo/index.md --\n---\ntitle: Waiting\n---\n"
            + "-- content/embargo/secret.csv --\na\n-- content/embargo/fig/secret.xlsx --\nb\n"
            + "-- content/posts/open.csv --\nc\n-- content/images/open.svg --\n<svg/>\n"
            + "-- content/open.txt --\nd\n"
        let outputs = try await Self.outputs(archive, settings: settings)
        #expect(!outputs.contains { $0.contains("secret") || $0.contains("embargo") })
        #expect(outputs.isSuperset(of: ["posts/open.csv", "images/open.svg", "open.txt"]))
        let shown = try await Self.outputs(
            archive + post("content/posts/b.md", body: "[S](../embargo/secret.csv)"),
            settings: settings)
        #expect(shown.contains("embargo/secret.csv"))
        #expect(!shown.contains("embargo/fig/secret.xlsx"))
        // Beside a page that is published, a file is, too.
        let mixed = try await Self.outputs(
            archive + post("content/embargo/now.md", "draft: false"), settings: settings)
        #expect(mixed.contains("embargo/secret.csv"))
    }

    @Test func theSiteIsThatWithoutThem() async throws {
        let absent = try await SiteFixture(Self.published).render()
        let present = try await SiteFixture(Self.published + Self.draft + Self.pdf + Self.chart)
            .render()
        #expect(present == absent)
    }

    /// Whatever an unpublished page says of a file, and why it is unpublished.
    @Test(arguments: [
        ("publish_at: 2031-01-01T00:00:00Z\npdf: ../f.txt", ""),
        ("expires_at: 2025-02-01T00:00:00Z\npdf: ../f.txt", ""),
        ("draft: true\nimage: {src: ../f.txt, alt: F}", ""), ("draft: true\npdf: /f.txt", ""),
        ("draft: true\npdf: https://example.org/f.txt", ""),
        ("draft: true\nextra: {data: {file: /f.txt}}", ""), ("draft: true", "[F](../f.txt#page=2)"),
        ("draft: true", "[F](../%66.txt)"), ("draft: true", "[F]\n\n[F]: /f.txt?x"),
        ("draft: true", "<a href=\"../../f.txt\">F</a>"),
        ("draft: true", "<video poster='/f.txt'></video>"),
        ("draft: true", "<img srcset=\"/g.png 1x, /f.txt 2x\">"),
        ("draft: true", "<p style=\"background: url('/f.txt')\">x</p>"),
    ])
    func howeverTheyAreNamed(lines: String, text: String) async throws {
        let outputs = try await Self.outputs(
            Self.published
                + post("content/posts/b.md", lines, body: text)
                + "-- content/f.txt --\nf\n-- content/other.txt --\no\n")
        #expect(!outputs.contains("f.txt"))
        #expect(outputs.contains("other.txt"), "what no draft names is published")
    }

    /// One use in what is published is enough.
    @Test(arguments: [
        post("content/posts/c.md", body: "[F](../f.txt)"),
        post("content/posts/c.md", "pdf: ../f.txt"),
        post("content/posts/c.md", "image: {src: /f.txt, alt: F}"),
        post("content/posts/c.md", "extra: {file: /f.txt}"),
        post("content/posts/c.md", body: "<a href=\"../../f.txt\">F</a>"),
        post("content/posts/c.md", "withdrawn: It was wrong.", body: "[F](../f.txt)"),
        "-- content/people/ada.md --\n---\ntitle: Ada Example\n---\n\n[F](/f.txt)\n",
        "-- content/topics/index.md --\n---\ntitle: Topics\n---\n\n[F](/f.txt)\n",
        "-- content/posts/index.md --\n---\ntitle: Posts\n---\n\n[F](../f.txt)\n",
        "-- content/tool/index.html --\n<script src=\"../f.txt\"></script>\n",
        "-- content/tool/a.css --\np { background: url(/f.txt) }\n",
        "-- content/tool/a.svg --\n<svg><image href=\"/f.txt\"/></svg>\n",
        "-- templates/partials/footer.html --\n<a href=\"/f.txt\">F</a>"
            + "<i id=\"secondary-navigation\"></i>\n",
        post("content/posts/c.md", body: "[@w]")
            + "-- content/references.bib --\n@misc{w, title={T}, author={A, B}, year={2020},\n"
            + "  url={https://example.org/f.txt}}\n",
    ])
    func somethingPublishedKeepsThem(archive: String) async throws {
        let outputs = try await Self.outputs(
            Self.published + archive
                + post("content/posts/b.md", "draft: true\npdf: ../f.txt")
                + "-- content/f.txt --\nf\n")
        #expect(outputs.contains("f.txt"))
    }

    @Test(arguments: [
        "navigation: [{text: F, url: /f.txt}]", "image: {src: f.txt, alt: F}",
        "organization: {name: O, logo: /f.txt}",
    ])
    func settingsKeepThem(line: String) async throws {
        let outputs = try await Self.outputs(
            Self.published + post("content/posts/b.md", "draft: true\npdf: ../f.txt")
                + "-- content/f.txt --\nf\n", settings: line)
        #expect(outputs.contains("f.txt"))
    }

    /// Below the path of the base URL, HTML begins at the root of the host, and Markdown at that of the site.
    @Test func addressesAreThoseOfTheSite() async throws {
        let base = "https://example.org/sub/"
        let site =
            Self.published
            + post(
                "content/posts/b.md", "draft: true", body: "<a href='/sub/f.txt'>x</a> [g](/g.txt)")
            + "-- content/f.txt --\nf\n-- content/g.txt --\ng\n"
        #expect(try await Self.outputs(site, base: base).isDisjoint(with: ["f.txt", "g.txt"]))
        let used = post("content/posts/c.md", body: "<a href='/sub/g.txt'>x</a> [f](/f.txt)")
        #expect(try await Self.outputs(site + used, base: base).isSuperset(of: ["f.txt", "g.txt"]))
    }

    /// A finished page that only a draft leads to is none of what is published: nor is what it shows.
    @Test func finishedPagesOfDraftsTakeTheirFilesAlong() async throws {
        let demo =
            "-- content/demo/index.html --\n<img src=\"a.png\"><link href=\"demo.css\">\n"
            + "-- content/demo/a.png --\na\n-- content/demo/demo.css --\np{background:url(b.png)}\n"
            + "-- content/demo/b.png --\nb\n"
        let draft = post("content/posts/b.md", "draft: true", body: "[Demo](../demo/index.html)")
        let kept = try await Self.outputs(Self.published + draft + demo)
        #expect(!kept.contains { $0.hasPrefix("demo/") })
        let used = post("content/posts/c.md", body: "![B](../demo/b.png)")
        let shown = try await Self.outputs(Self.published + draft + demo + used)
        #expect(shown.filter { $0.hasPrefix("demo/") } == ["demo/b.png"])
        let both = post("content/posts/c.md", body: "[Demo](../demo/index.html)")
        let all = try await Self.outputs(Self.published + draft + demo + both)
        #expect(all.count { $0.hasPrefix("demo/") } == 4)
    }

    /// Files of a published bundle are its page's, and hosts ask for theirs by name.
    @Test func somethingElseDecidesOnOtherFiles() async throws {
        let outputs = try await Self.outputs(
            post("content/posts/c/index.md") + "-- content/posts/c/data.csv --\n1\n"
                + "-- content/robots.txt --\nUser-agent: *\n"
                + post(
                    "content/posts/b.md", "draft: true",
                    body: "[D](c/data.csv), [R](/robots.txt)"))
        #expect(outputs.isSuperset(of: ["posts/c/data.csv", "robots.txt"]))
    }

    /// A layout that only a draft has is none of what is published.
    @Test func aLayoutOfADraftKeepsNothing() async throws {
        let layout =
            "-- templates/layouts/wide.html --\n{{<layout}}{{$main}}<img src=\"/f.txt\">"
            + "{{/main}}{{/layout}}\n-- content/f.txt --\nf\n"
        let draft = post("content/posts/b.md", "draft: true\nlayout: wide\npdf: ../f.txt")
        #expect(try await !Self.outputs(Self.published + draft + layout).contains("f.txt"))
        let used = post("content/posts/c.md", "layout: wide")
        #expect(try await Self.outputs(Self.published + draft + layout + used).contains("f.txt"))
    }
}
