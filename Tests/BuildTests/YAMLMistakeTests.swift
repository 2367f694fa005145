import SiteTesting
import Testing

/// Mistakes that the YAML parser notices behind their place: each is reported where it was made.
@Suite struct YAMLMistakeTests {
    @Test(arguments: spaces + brackets + quotes)
    func isReportedWhereItWasMade(mistake: Mistake) async throws {
        try await mistake.expectReport()
    }

    /// The last line of site.yaml, behind which there is no line to show.
    @Test func theEndOfTheSettingsIsNoPlace() async throws {
        let site = SiteFixture(settings: "bad", "")
        #expect(
            try await site.diagnose()
                == "site.yaml:4:1: error: This is not YAML. A key needs a colon and a space behind "
                + "it. [yaml.syntax]\n")
    }

    private static func page(_ lines: String...) -> String {
        "-- content/posts/a.md --\n---\n\(lines.joined(separator: "\n"))\n---\n\nText.\n"
    }

    private static func report(_ place: String, _ hint: String) -> String {
        "content/posts/a.md:\(place): error: This is not YAML. \(hint) [yaml.syntax]"
    }

    static let spaces = [
        Mistake(
            "a colon in a text of several lines",
            page(
                "title: A", "description: We study models", "  -especially large ones-",
                "  in two ways: first"),
            report(
                "5:14",
                "A colon followed by a space begins a value: put quotes round a text that holds one."
            )),
        Mistake(
            "quotation marks in a text of several lines in quotation marks",
            page("title: A", "description: \"A multi-line", "  with \"a word\" in it\""),
            report(
                "4:9",
                "This line is not indented like the ones before it, or a quotation mark is missing."
            )),
        Mistake(
            "no space behind a colon",
            page("title: A", "date:2025-03-01", "authors: [Bo Li]"),
            report("3:1", "Write ‘date: 2025-03-01’, with a space behind the colon.")),
        Mistake(
            "no space behind the first colon",
            page("title:A", "date: 2025-03-01", "authors: [Bo Li]"),
            report("2:1", "Write ‘title: A’, with a space behind the colon.")),
        Mistake(
            "no space behind the last colon of a group",
            page("title: A", "authors:", "  - name: Ada Example", "    orcid:0000"),
            report("5:5", "Write ‘orcid: 0000’, with a space behind the colon.")),
        Mistake(
            "no space behind the first colon of a group",
            page("title: A", "authors:", "  - name:Bo", "    role: editor"),
            report("4:5", "Write ‘name: Bo’, with a space behind the colon.")),
        Mistake(
            "no space behind a colon, and lines without anything behind it",
            page("title: größe 日本", "", "# A comment", "date:2025", "", ""),
            report("5:1", "Write ‘date: 2025’, with a space behind the colon.")),
        Mistake(
            "no space behind a hyphen",
            page("title: A", "authors:", "  - Bo Li", "  -Ada Example"),
            report("5:3", "Write ‘- Ada Example’, with a space behind the hyphen.")),
        Mistake(
            "a no-break space behind the first colon",
            page("title:\u{A0}A", "date: 2025-03-01"),
            report(
                "2:6",
                "The space behind this colon is a no-break space, which YAML takes for a letter: "
                    + "write an ordinary one.")),
        Mistake(
            "a no-break space behind another colon",
            page("title: A", "date:\u{A0}2025-03-01", "authors: [Bo Li]"),
            report(
                "3:5",
                "The space behind this colon is a no-break space, which YAML takes for a letter: "
                    + "write an ordinary one.")),
        Mistake(
            "a line without a colon",
            page("title: A", "bad", "date: 2025-03-01"),
            report("3:1", "A key needs a colon and a space behind it.")),
        Mistake(
            "a first line without a colon",
            page("", "bad", "date: 2025-03-01"),
            report("3:1", "A key needs a colon and a space behind it.")),
    ]

    static let brackets = [
        Mistake(
            "a list that is not closed, and another key",
            page("title: A", "date: 2025-03-01", "authors: [Bo Li", "topics: [x]"),
            report("4:10", "The bracket that opens here is not closed.")),
        Mistake(
            "a list that is not closed at the end",
            page("title: A", "authors: [Bo Li"),
            report("3:10", "The bracket that opens here is not closed.")),
        Mistake(
            "a group that is not closed",
            page("title: A", "series: {name: S, part: 1", "date: 2025-03-01"),
            report("3:9", "The bracket that opens here is not closed.")),
        Mistake(
            "a group in a list that is not closed",
            page("title: A", "authors: [{name: Bo's, role: x]"),
            report("3:11", "The bracket that opens here is not closed.")),
        Mistake(
            "a comma that is missing",
            page("title: A", "authors: [", "  \"Bo Li\"", "  \"Ada [x\"", "]"),
            report("5:3", "A comma or a quotation mark is missing before this.")),
    ]

    static let quotes = [
        Mistake(
            "a quotation mark that another text closes",
            page("title: \"A", "date: 2025-03-01", "subtitle: \"x\""),
            report("2:8", "The quotation mark that opens here is not closed.")),
        Mistake(
            "a line that is indented behind a text of two lines",
            page("title: A", "summary: \"a", "  b\"", " date: 2025-03-01"),
            report(
                "5:2",
                "This line is not indented like the ones before it, or a quotation mark is missing."
            )),
    ]
}
