import Build
import Diagnostics
import Files
import SiteTesting
import Testing

/// Old addresses that `site.yaml` leads on.
@Suite struct RedirectTests {
    private static func settings(_ redirects: String, _ head: String = "") -> String {
        "-- site.yaml --\n" + SiteFixture.yaml() + head + "redirects:\n"
            + redirects.split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private static let pages =
        post("content/posts/report.md", body: "## Results\n\nText.")
        + post("content/posts/new.md", "aliases: [/first/]")
        + "-- content/files/a b.pdf --\n%PDF\n"

    @Test func aPageStandsAtAPlainAddress() async throws {
        let site = SiteFixture(
            Self.settings(
                """
                /old/report.html: /posts/report/
                /old/results: /posts/report/#results
                /old/a.pdf: /files/a%20b.pdf
                /old/b%20c.html: /archive/
                /elsewhere/: https://example.com/x?a=1&b=2
                /by-name/: https://example.org/archive/
                /to-alias/: /first/
                """) + Self.pages)
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render()
        func page(_ path: String) -> String { String(decoding: outputs[path] ?? [], as: UTF8.self) }
        let report = page("old/report.html")
        #expect(report.contains(#"<meta http-equiv="refresh" content="0; url=/posts/report/"/>"#))
        #expect(report.contains(#"<p id="results"><a href="/posts/report/#results">"#))
        #expect(
            page("old/results/index.html").contains(
                #"<a href="/posts/report/#results">A title · Test Center</a>"#))
        #expect(page("old/a.pdf/index.html").contains(#"<a href="/files/a%20b.pdf">"#))
        let elsewhere = page("elsewhere/index.html")
        #expect(elsewhere.contains(#"<a href="https://example.com/x?a=1&amp;b=2">"#))
        #expect(
            elsewhere.contains(#"<link rel="canonical" href="https://example.com/x?a=1&amp;b=2"/>"#)
        )
        #expect(outputs["old/b c.html"] != nil)
        #expect(page("by-name/index.html").contains(#"<a href="/archive/">"#))
        #expect(page("to-alias/index.html").contains(#"<a href="/posts/new/">"#))
    }

    /// Hosts take the first line that matches.
    @Test func theRulesAreInTheOrderThatHostsNeed() async throws {
        let site = SiteFixture(
            Self.settings(
                """
                /blog/*: /posts/:splat
                /blog/2019/*: /archive/
                /blog/2019/%C3%BCber: /posts/report/#results
                /data/*: https://data.example.org/:splat?from=site
                """) + Self.pages)
        #expect(try await site.diagnose() == "")
        #expect(
            try await site.output("_redirects") == """
                /first/ /posts/new/ 301
                /blog/2019/%C3%BCber /posts/report/#results 301
                /blog/2019/* /archive/ 301
                /blog/* /posts/:splat 301
                /data/* https://data.example.org/:splat?from=site 301

                """)
    }

    @Test func pathsAreBelowThatOfTheBaseURL() async throws {
        let yaml = SiteFixture.yaml().replacing("example.org/", with: "example.org/notes/")
        let site = SiteFixture(
            "-- site.yaml --\n" + yaml + "redirects:\n  /old/: /posts/report/\n"
                + "  /blog/*: /posts/:splat\n  /far/: https://example.org/other/\n" + Self.pages)
        #expect(
            try await site.output("_redirects") == """
                /notes/first/ /notes/posts/new/ 301
                /notes/old/ /notes/posts/report/ 301
                /notes/far/ https://example.org/other/ 301
                /notes/blog/* /notes/posts/:splat 301

                """)
    }

    /// Programs that read feeds follow no page that leads on.
    @Test func aFeedStandsAtItsOldAddress() async throws {
        var site = SiteFixture(
            Self.settings(
                """
                /index.xml: /feed.xml
                /feeds/all.json: https://example.org/feed.json
                /old/feed.xml: /feed.xml
                /old/*: /posts/:splat
                /page.xml: /posts/report/
                /data.json: /feed.xml
                """) + Self.pages)
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render()
        #expect(outputs["feed.xml"] != nil)
        #expect(outputs["index.xml"] == outputs["feed.xml"])
        #expect(outputs["old/feed.xml"] == outputs["feed.xml"])
        #expect(outputs["feeds/all.json"] == outputs["feed.json"])
        #expect(outputs["index.xml/index.html"] == nil)
        #expect(outputs["page.xml/index.html"] != nil)
        #expect(outputs["data.json/index.html"] != nil)
        #expect(try await site.output("_redirects").contains("/index.xml /feed.xml 301"))
        // A build with drafts has no feeds.
        site.options.includesDrafts = true
        #expect(try await site.diagnose() == "")
    }

    /// A file that a redirect leads to is published, whatever draft shows it, too.
    @Test func whatIsLedToIsPublished() async throws {
        let draft =
            post("content/posts/d.md", "draft: true", body: "[It](../files/b.pdf)")
            + "-- content/files/b.pdf --\n%PDF\n"
        let site = SiteFixture(Self.settings("/b.pdf: /files/b.pdf") + Self.pages + draft)
        #expect(try await site.render()["files/b.pdf"] != nil)
    }

    @Test func linksOfTextsMayNameAnOldAddress() async throws {
        let site = SiteFixture(
            Self.settings("/old/: /posts/report/")
                + post("content/posts/report.md", body: "See [it](/old/)."))
        #expect(
            try await site.output("posts/report/index.html").contains(#"<a href="/old/">it</a>"#))
    }

    @Test(
        "What a repair makes of an old address with spaces is an address, and leads where it should",
        arguments: [
            ("/Files Alt/Bericht Ä.pdf: /archive/", "/Files Alt/Bericht Ä.pdf"),
            ("'/a  b/': /archive/", "/a  b/"), ("\"/a b, c/\": /archive/", "/a b, c/"),
        ])
    func aRepairIsAnAddress(line: String, from: String) async throws {
        var site = SiteFixture(Self.settings(line) + Self.pages)
        let mistake = try #require(try await site.build().diagnostics.first)
        #expect(mistake.id == "redirect.malformed")
        let (repair, span) = (try #require(mistake.repair), try #require(mistake.span))
        var yaml = try #require(site.files["site.yaml"])
        yaml.replaceSubrange(span.bytes.range, with: repair.utf8)
        site.files["site.yaml"] = yaml
        #expect(try await site.diagnose() == "", "\(repair)")
        let path = from.split(separator: "/").joined(separator: "/")
        let outputs = try await site.render()
        let page = outputs[path] ?? outputs[path + "/index.html"] ?? []
        #expect(String(decoding: page, as: UTF8.self).contains("/archive/"))
    }

    @Test("A wildcard has one likewise; what stays no address with its spaces encoded has none")
    func repairs() async throws {
        let site = try await SiteFixture(
            Self.settings(
                "'/a b/*': /archive/\n'a b': /archive/\n'/a b/:c': /archive/\n'/a *': /archive/")
                + Self.pages
        ).build()
        #expect(site.diagnostics.map(\.id) == Array(repeating: "redirect.malformed", count: 4))
        #expect(site.diagnostics.map(\.repair) == ["/a%20b/*", nil, nil, nil])
    }

    private static func mistake(_ name: String, _ redirects: String, _ report: String...) -> Mistake
    {
        Mistake(name, settings(redirects) + pages, lines: report)
    }

    @Test(arguments: mistakes) func isReported(mistake: Mistake) async throws {
        try await mistake.expectReport()
    }

    private static let mistakes = [
        mistake(
            "no group", "- /old/: /posts/report/",
            "site.yaml:5:3: error: ‘redirects’ is a group of keys, not a list: write ‘/old/report.html: "
                + "/posts/report/’. [front-matter.wrong-type]"),
        mistake(
            "sources that are no paths",
            "old/: /archive/\n/a*: /archive/\n/*: /archive/\n/a/:b: /archive/",
            "site.yaml:5:3: error: ‘old/’ is no old address of this site: write a path such as "
                + "‘/old/report.html’, or ‘/old/*’ for all below one. [redirect.malformed]",
            "site.yaml:6:3: error: ‘/a*’ is no old address of this site: write a path such as "
                + "‘/old/report.html’, or ‘/old/*’ for all below one. [redirect.malformed]",
            "site.yaml:7:3: error: ‘/*’ is no old address of this site: write a path such as "
                + "‘/old/report.html’, or ‘/old/*’ for all below one. [redirect.malformed]",
            "site.yaml:8:3: error: ‘/a/:b’ is no old address of this site: write a path such as "
                + "‘/old/report.html’, or ‘/old/*’ for all below one. [redirect.malformed]"),
        mistake(
            "a source with a space", "/Files Alt/Bericht Ä.pdf: /archive/",
            "site.yaml:5:3: error: ‘/Files Alt/Bericht Ä.pdf’ is no old address of this site: write it as a URL "
                + "has it, ‘/Files%20Alt/Bericht%20Ä.pdf’. [redirect.malformed]"),
        mistake(
            "targets that are no addresses",
            "/a/: posts/report.md\n/b/: 'javascript:x'\n/c/: /posts/:splat\n/d/: [x]\n/e/: https:///x",
            "site.yaml:5:8: error: ‘posts/report.md’ is no new address: write a path from the root of this "
                + "site, such as ‘/posts/report/’, or an address that begins with ‘https://’. "
                + "[redirect.malformed]",
            "site.yaml:6:8: error: ‘javascript:x’ is no new address: write a path from the root of this "
                + "site, such as ‘/posts/report/’, or an address that begins with ‘https://’. "
                + "[redirect.malformed]",
            "site.yaml:7:8: error: ‘:splat’ stands for what a ‘*’ matched, and ‘/c/’ has none. "
                + "[redirect.malformed]",
            "site.yaml:8:8: error: ‘/d/’ is a text, not a list. [front-matter.wrong-type]",
            "site.yaml:9:8: error: ‘https:///x’ is no new address: write a path from the root of this "
                + "site, such as ‘/posts/report/’, or an address that begins with ‘https://’. "
                + "[redirect.malformed]"),
        mistake(
            "targets that are not there",
            "/a/: /posts/raport/\n/b/: /posts/report/#result\n/c/: /files/a-b.pdf\n/d/*: /post/:splat",
            "site.yaml:5:8: error: The site has nothing at ‘/posts/raport/’. Did you mean "
                + "‘/posts/report/’? [link.unknown-address]",
            "site.yaml:6:8: error: The page ‘content/posts/report.md’ has no place named ‘#result’. Did you "
                + "mean ‘#results’? [link.unknown-anchor]",
            "site.yaml:7:8: error: The site has nothing at ‘/files/a-b.pdf’. Did you mean "
                + "‘/files/a b.pdf’? [link.unknown-address]",
            "site.yaml:8:9: error: The site has nothing at ‘/post/’. Did you mean ‘/posts/’? "
                + "[link.unknown-address]"),
        Mistake(
            "a target that is a draft",
            settings("/a/: /posts/d/\n/b/: /posts/d/x.png") + post("content/posts/a.md")
                + post("content/posts/d/index.md", "draft: true") + "-- content/posts/d/x.png --\n",
            "site.yaml:5:8: error: ‘content/posts/d/index.md’ is a draft: a redirect cannot lead to it. "
                + "[link.to-unpublished]",
            "site.yaml:6:8: error: ‘content/posts/d/index.md’ is a draft: a redirect cannot lead to it. "
                + "[link.to-unpublished]"),
        mistake(
            "sources where something stands",
            "/posts/report/: /archive/\n/first: /archive/\n/files/a%20b.pdf: /archive/",
            "site.yaml:5:3: error: the redirect of ‘/posts/report/’ and ‘content/posts/report.md’ would both be "
                + "written to ‘posts/report/index.html’. [path.collision]",
            "site.yaml:6:3: error: the redirect of ‘/first’ and the alias ‘/first/’ would both be written to "
                + "‘first/index.html’. [path.collision]",
            "site.yaml:7:3: error: ‘content/files/a b.pdf’ would be written to ‘files/a b.pdf’, where the "
                + "redirect of ‘/files/a b.pdf’ needs a folder. [path.collision]"),
        mistake(
            "two sources that meet", "/old/: /archive/\n/old/index.html: /archive/",
            "site.yaml:6:3: error: the redirect of ‘/old/index.html’ and the redirect of ‘/old/’ would both "
                + "be written to ‘old/index.html’. [path.collision]"),
        mistake(
            "wildcards that meet", "/old/*: /archive/\n/ol%64/*: /archive/",
            "site.yaml:6:3: error: ‘/old/*’ is led on twice: delete one of the two. [redirect.repeated]"
        ),
        mistake(
            "a wildcard above a page", "/posts/*: /archive/",
            "site.yaml:5:3: error: ‘/posts/*’ would lead readers away from ‘/posts/’, which the site has, since "
                + "some hosts ask redirects first. Write a longer path before ‘*’, or each old address. "
                + "[redirect.covers]"),
        mistake(
            "a chain", "/a/: /b\n/b/: /c/\n/c/: /archive/\n/d/*: /c/\n/e/: /d/x/\n/f/*: /d/:splat",
            "site.yaml:5:8: error: ‘/a/’ leads to ‘/b’, which ‘/b/’ leads on: write ‘/archive/’ at once. "
                + "[redirect.chain]",
            "site.yaml:6:8: error: ‘/b/’ leads to ‘/c/’, which ‘/c/’ leads on: write ‘/archive/’ at once. "
                + "[redirect.chain]",
            "site.yaml:8:9: error: ‘/d/*’ leads to ‘/c/’, which ‘/c/’ leads on: write ‘/archive/’ at once. "
                + "[redirect.chain]",
            "site.yaml:9:8: error: ‘/e/’ leads to ‘/d/x/’, which ‘/d/*’ leads on: write ‘/archive/’ at once. "
                + "[redirect.chain]",
            "site.yaml:10:9: error: ‘/f/*’ leads to ‘/d/:splat’, which ‘/d/*’ leads on: write ‘/archive/’ at "
                + "once. [redirect.chain]"),
        mistake(
            "loops", "/a/: /b/\n/b/: /a/\n/c/: /c/\n/d/*: /d/old/:splat",
            "site.yaml:5:8: error: ‘/a/’ leads to ‘/b/’, which ‘/b/’ leads on: name a page that stands. "
                + "[redirect.chain]",
            "site.yaml:6:8: error: ‘/b/’ leads to ‘/a/’, which ‘/a/’ leads on: name a page that stands. "
                + "[redirect.chain]",
            "site.yaml:7:8: error: ‘/c/’ leads to itself: ‘/c/’ is such an address. Name a page that stands. "
                + "[redirect.chain]",
            "site.yaml:8:9: error: ‘/d/*’ leads to itself: ‘/d/old/:splat’ is such an address. Name a page "
                + "that stands. [redirect.chain]"),
        Mistake(
            "a loop of parts of wildcards",
            settings("/a/x/*: /b/:splat\n/b/y/*: /a/:splat") + pages
                + "-- content/a/1.txt --\n-- content/b/1.txt --\n",
            "site.yaml:5:3: error: ‘/a/x/*’ can lead to itself by way of others. Name a folder that none of "
                + "them leads on. [redirect.chain]",
            "site.yaml:6:3: error: ‘/b/y/*’ can lead to itself by way of others. Name a folder that none of "
                + "them leads on. [redirect.chain]"),
    ]

    @Test func tooManyWildcardsAreRefused() async throws {
        let lines = (1...101).map { "/old\($0)/*: /archive/" }.joined(separator: "\n")
        let report = try await SiteFixture(Self.settings(lines) + Self.pages).diagnose()
        #expect(report.hasPrefix("site.yaml:105:3: error: ‘redirects’ has 101 addresses with ‘*’"))
    }
}
