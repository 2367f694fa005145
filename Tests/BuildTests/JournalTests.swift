import SiteTesting
import Testing

/// Where a publication appeared decides what others cite it as: an article of a journal, a paper of a conference,
/// a talk.
@Suite struct JournalTests {
    private static let article = """
        kind: paper
        journal: Nature & Co
        volume: 521
        issue: 7553
        pages: 436 - 444
        doi: 10.1000/x
        """
    private static let conference = "kind: paper\nvenue: Meeting\nvolume: 139\npages: 7"
    private static let talk = "kind: talk\nvenue: Meeting"

    private static func outputs(_ fields: String) async throws -> [String: String] {
        try await SiteFixture(
            settings: "citation_files: true\nlicense: CC-BY-4.0", post("content/posts/a.md", fields)
        )
        .render().filter { $0.key.hasPrefix("posts/a/") }
        .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        (
            article, "@article{",
            [
                "  journal = {Nature \\& Co},", "  number = {7553},", "  volume = {521},",
                "  pages = {436--444},",
            ]
        ),
        (
            conference, "@inproceedings{",
            ["  booktitle = {Meeting},", "  volume = {139},", "  pages = {7},"]
        ),
        (talk, "@misc{", ["  howpublished = {Talk, Meeting},", "  publisher = {{Test Center}},"]),
        ("kind: talk", "@misc{", ["  howpublished = {Talk},", "  publisher = {{Test Center}},"]),
        ("kind: paper", "@misc{", ["  publisher = {{Test Center}},"]),
        ("kind: essay\njournal: Daedalus", "@article{", ["  journal = {Daedalus},"]),
        (
            "kind: report\nnumber: R-1", "@techreport{",
            ["  number = {R-1},", "  institution = {{Test Center}},"]
        ),
    ])
    func bibTeX(fields: String, type: String, expected: [String]) async throws {
        let lines = try await Self.outputs(fields)["posts/a/cite.bib"]?.split(separator: "\n") ?? []
        #expect(lines.first?.hasPrefix(type) == true)
        let names = [
            "journal", "booktitle", "number", "volume", "pages", "howpublished", "publisher",
            "institution",
        ]
        let source = lines.filter { line in names.contains { line.hasPrefix("  \($0) = ") } }
        #expect(source.map { String($0) } == expected)
    }

    @Test(arguments: [
        (
            article,
            [
                "TY  - JOUR", "T2  - Nature & Co", "VL  - 521", "IS  - 7553", "SP  - 436",
                "EP  - 444",
            ]
        ),
        (conference, ["TY  - CONF", "T2  - Meeting", "VL  - 139", "SP  - 7"]),
        (talk, ["TY  - SLIDE", "M3  - Talk", "T2  - Meeting", "PB  - Test Center"]),
        ("kind: paper", ["TY  - UNPB", "PB  - Test Center"]),
    ])
    func ris(fields: String, expected: [String]) async throws {
        let lines =
            try await Self.outputs(fields)["posts/a/cite.ris"]?.split(separator: "\r\n") ?? []
        let tags = ["TY", "M3", "T2", "VL", "IS", "SP", "EP", "PB"]
        #expect(lines.filter { tags.contains(String($0.prefix(2))) }.map { String($0) } == expected)
    }

    @Test(arguments: [
        (
            article,
            [
                #""type":"article-journal""#,
                #""container-title":"Nature \u0026 Co","volume":"521","issue":"7553","page":"436-444","DOI""#,
            ]
        ),
        (
            conference,
            [
                #""type":"paper-conference""#,
                #""container-title":"Meeting","volume":"139","page":"7","URL""#,
            ]
        ),
        (
            talk,
            [
                #""type":"speech","genre":"Talk""#,
                #""event-title":"Meeting","publisher":"Test Center""#,
            ]
        ),
    ])
    func cslJSON(fields: String, expected: [String]) async throws {
        let item = try await Self.outputs(fields)["posts/a/cite.json"] ?? ""
        for part in expected { #expect(item.contains(part), "\(item)") }
        // The schema of an item allows no other (CSL 1.0.2, csl-data.json).
        let known: Set<Substring> = [
            "id", "type", "genre", "title", "author", "issued", "event-title", "container-title",
            "volume", "issue", "page", "publisher", "number", "DOI", "URL", "language", "keyword",
            "abstract", "version", "family", "given", "literal", "suffix", "date-parts",
            "non-dropping-particle", "dropping-particle",
        ]
        let keys = Set(item.matches(of: /"(?<key>[A-Za-z-]+)":/).map(\.key))
        #expect(keys.subtracting(known) == [])
    }

    @Test(arguments: [
        (
            article,
            [
                "citation_journal_title Nature &amp; Co", "citation_volume 521",
                "citation_issue 7553",
                "citation_firstpage 436", "citation_lastpage 444",
            ]
        ),
        (
            conference,
            ["citation_conference_title Meeting", "citation_volume 139", "citation_firstpage 7"]
        ),
        (talk, ["citation_publisher Test Center", "DC.type presentation"]),
    ])
    func tagsForScholarsAndZotero(fields: String, expected: [String]) async throws {
        let page = try await Self.outputs(fields)["posts/a/index.html"] ?? ""
        let names =
            [
                "journal_title", "conference_title", "volume", "issue", "firstpage", "lastpage",
                "publisher",
            ]
            .map { "citation_" + $0 } + ["DC.type"]
        let tags = page.matches(of: #/<meta name="([^"]+)" content="([^"]*)"/#)
            .filter { names.contains(String($0.output.1)) }.map { "\($0.output.1) \($0.output.2)" }
        #expect(tags == expected)
    }

    @Test(arguments: [
        (
            article,
            #""pagination":"436–444","isPartOf":[{"@type":"PublicationIssue","issueNumber":"7553","isPartOf":"#
                + #"{"@type":"PublicationVolume","volumeNumber":"521","isPartOf":{"@type":"Periodical","name":"#
                + #""Nature \u0026 Co"}}},{"@type":"WebSite""#
        ),
        ("kind: essay\njournal: Nature", #""@type":"ScholarlyArticle","@id""#),
        ("kind: essay", #""@type":["ScholarlyArticle","BlogPosting"],"@id""#),
        ("kind: paper\njournal: Nature", #""isPartOf":[{"@type":"Periodical","name":"Nature"},{"#),
        (conference, #""pagination":"7","isPartOf":{"@type":"WebSite""#),
    ])
    func structuredData(fields: String, expected: String) async throws {
        let page = try await Self.outputs(fields)["posts/a/index.html"] ?? ""
        #expect(page.contains(expected))
    }

    @Test(arguments: [
        (
            article, "A title. <em>Nature &amp; Co</em>, <em>521</em>(7553), 436–444. ",
            " · <cite>Nature &amp; Co</cite> 521 (7553), 436–444"
        ),
        (conference, "A title. In <em>Meeting</em> (Vol. 139, pp. 7). ", " · Meeting"),
        (talk, "(2025, January 1). <em>A title</em> [Talk]. Meeting. ", " · Meeting"),
    ])
    func readersSeeIt(fields: String, citation: String, line: String) async throws {
        let page = try await Self.outputs(fields)["posts/a/index.html"] ?? ""
        #expect(page.contains(citation), "\(page)")
        #expect(
            page.contains("1 January 2025</time>\(line)</p>")
                || page.contains("2025</time>\(line)</p>"))
    }

    /// A paper with a number is one of a series, as working papers are.
    @Test func aNumberOfAPaperIsCited() async throws {
        let fields = "kind: paper\nnumber: 2025-12"
        let outputs = try await SiteFixture(
            settings: "citation_files: true", post("content/posts/a.md", fields)
        ).render().mapValues { String(decoding: $0, as: UTF8.self) }
        let page = outputs["posts/a/index.html"] ?? ""
        #expect(page.contains("<em>A title</em> (Paper No. 2025-12). Test Center. "))
        #expect(
            page.contains(#"<meta name="citation_technical_report_number" content="2025-12"/>"#))
        #expect(page.contains(#""reportNumber":"2025-12""#))
        let bibTeX = outputs["posts/a/cite.bib"] ?? ""
        #expect(bibTeX.hasPrefix("@techreport{"))
        #expect(bibTeX.contains("  type = {Paper},\n  number = {2025-12},\n"))
        #expect(bibTeX.contains("  institution = {{Test Center}},\n"))
        let ris = outputs["posts/a/cite.ris"] ?? ""
        #expect(ris.contains("TY  - RPRT\r\nM3  - Paper\r\n"))
        #expect(ris.contains("M1  - 2025-12\r\n"))
        let csl = outputs["posts/a/cite.json"] ?? ""
        #expect(csl.contains(#""type":"report","genre":"Paper""#))
        #expect(csl.contains(#""number":"2025-12""#))
    }

    @Test("A page has its own journal in place of its folder's venue, and may have both")
    func defaults() async throws {
        let site = SiteFixture(
            settings: "defaults:\n  posts/:\n    venue: Meeting\n    journal: Series A",
            post("content/posts/a.md", "kind: paper\nissue: 2"))
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains(#"name="citation_journal_title" content="Series A""#))
        #expect(page.contains("</cite> (2) · Meeting</p>"))
    }

    @Test(arguments: mistakes)
    func isReported(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let mistakes: [Mistake] = [
        .inFrontMatter(
            "an issue of what is no journal", "venue: Nature\nissue: 3\nvolume: 2",
            "6:8: error: ‘issue’ is a place in a journal, and the page names none: write its name in place of "
                + "‘venue’: ‘journal: Nature’. [front-matter.no-journal]"),
        .inFrontMatter(
            "an issue of nothing", "issue: 3",
            "5:8: error: ‘issue’ is a place in a journal, and the page names none: write its name behind "
                + "‘journal:’. [front-matter.no-journal]"),
        .inFrontMatter(
            "places in nothing", "volume: 3\npages: 1–9",
            "5:9: error: ‘volume’ is a place in a journal or the proceedings of a conference, and the page names "
                + "none: write its name behind ‘journal:’ or ‘venue:’. [front-matter.no-journal]",
            "6:8: error: ‘pages’ is a place in a journal or the proceedings of a conference, and the page names "
                + "none: write its name behind ‘journal:’ or ‘venue:’. [front-matter.no-journal]"),
        Mistake(
            "an issue of a whole folder",
            "-- site.yaml --\n" + SiteFixture.yaml(settings: "defaults:\n  posts/:\n    issue: 2")
                + post("content/posts/a.md"),
            "site.yaml:6:5: error: ‘issue’ cannot be a default: it says something of one text. Write ‘issue’ in "
                + "the page itself. [defaults.page-key]"),
    ]

    @Test(arguments: [
        "Journal of Things", "The Journal of Things", "IEEE Transactions on Things",
    ])
    func aJournalThatIsCalledAVenueIsAWarning(name: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", "kind: paper\nvenue: \(name)"))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:6:1: warning: ‘venue’ is a conference or an event, and a paper is cited as a "
                + "paper of it. If this is a journal, write ‘journal: \(name)’. [front-matter.journal-as-venue]\n"
        )
    }

    @Test(arguments: [
        "Nature", "Wall Street Journal Future Festival", "Journal of Things Workshop",
        "NeurIPS 2025",
        "Workshop on Data Documentation in Use, Center for Research",
    ])
    func nothingIsSaidOf(venue: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", "kind: paper\nvenue: \(venue)"))
        #expect(try await site.diagnose() == "")
    }
}
