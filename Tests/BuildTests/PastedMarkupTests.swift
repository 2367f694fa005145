import SiteTesting
import Testing

/// Markup that other programs read, in front matter, in citations, in callouts and in names of files.
@Suite struct PastedMarkupTests {
    private static let works =
        "-- content/references.bib --\n@book{kay2020, title={A}, author={Kay, Bo}, year=2020, publisher={P}}\n"
        + "@book{jay, title={B}, author={Jay, Al}, year=2021, publisher={P}}\n"

    private static func diagnose(_ body: String, _ more: String = "") async throws -> [String] {
        try await SiteFixture(works + post("content/posts/a.md", more, body: body)).diagnose()
            .split(separator: "\n").map { String($0.replacing("content/posts/a.md:", with: "")) }
    }

    // MARK: - Front matter

    @Test(arguments: [
        ("On <i>Origin</i>", "‘<i>Origin</i>’ as it is"),
        ("H<sub>2</sub>O", "‘<sub>2</sub>’ as it is"), ("A<br>B", "‘<br>’ as it is"),
        ("Q &amp; A", "‘&amp;’ as it is"), ("A&nbsp;b", "‘&nbsp;’ as it is"),
        ("It&#8217;s", "‘&#8217;’ as it is"),
        ("On \\textit{Origin}", "‘\\textit{Origin}’ as it is"), ("10\\% of", "‘\\%’ as it is"),
        ("By Schr\\\"odinger", "‘\\\"o’ as it is"),
        ("H~2~O", "‘H~2~’ as it is"), ("x^2^", "‘x^2^’ as it is"), ("A[^1]", "‘[^1]’ as it is"),
        ("On *Origin* at 10\\%", "‘*Origin*’ and ‘\\%’ as they are"),
    ])
    func frontMatterIsPlain(subtitle: String, told: String) async throws {
        let report = try await Self.diagnose("Text.", "subtitle: '\(subtitle)'")
        #expect(report.count == 1, "\(report)")
        let line = report.first ?? ""
        #expect(line.contains("readers will see \(told) written. "), "\(line)")
        #expect(line.hasSuffix("[front-matter.markup]"))
    }

    @Test(arguments: [
        "a < b and c > d", "R&D; Q&A; AT&T;", "The <a> element", "Why <i> and <b>", "~5 and ~6",
        "x^2 and y^2", "C:\\temp\\x and \\n", "[^ab] and [^a-z]", "Vec<T>", "A & B &c;",
        "2^10 to 2^12", "A~b",
    ])
    func otherSignsAreText(subtitle: String) async throws {
        #expect(try await Self.diagnose("Text.", "subtitle: '\(subtitle)'") == [])
    }

    // MARK: - Citations

    @Test(arguments: [
        ("As [@jay; kay2020, p. 3] has", "7:11", "kay2020"),
        ("As [@kay2020; jay] has", "7:15", "jay"),
        ("As [@kay2020; kay2020] has", "7:15", "kay2020"),
        ("As [@jay; smith1999a] has", "7:11", "smith1999a"),
    ])
    func eachKeyHasASign(body: String, place: String, key: String) async throws {
        #expect(
            try await Self.diagnose(body) == [
                "\(place): error: ‘\(key)’ has no ‘@’, and would be shown as it is written: write ‘@\(key)’ to cite it. "
                    + "[citation.no-sign]"
            ])
    }

    @Test(arguments: [
        "[@jay, p. 3; p. 4]", "[@jay, Section 1.2; ch.3; A4]", "[@jay; @kay2020, p. 4; fig. 2]",
    ])
    func placesInAWorkHaveNone(body: String) async throws {
        #expect(
            try await Self.diagnose(body).filter { $0.hasSuffix("[citation.no-sign]") } == [])
    }

    @Test(arguments: ["As @fig-walls shows", "As [@fig-walls] shows"])
    func labelsHaveAColon(body: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1)
        #expect(
            report.first?.contains(
                "write ‘[@fig:walls]’ here and ‘{#fig:walls}’ behind that part. [citation.unknown-key]"
            )
                == true, "\(report)")
    }

    @Test func labelsOfQuartoGiveNoNumber() async throws {
        let table = "| A |\n|---|\n| 1 |\n\n: Rates {#tbl-rates}\n"
        let report = try await Self.diagnose("\(table)\n$$x$$ {#eq-y}\n\n## A {#sec-a}")
        #expect(report.count == 2, "\(report)")
        #expect(
            report.first?.contains("Write ‘{#tbl:rates}’, to which ‘[@tbl:rates]’ refers") == true)
        #expect(report.last?.hasPrefix("13:7: warning: ‘{#eq-y}’ gives no number") == true)
        let linked = "[It](#tbl-rates) and [it](#eq-y).\n\n\(table)\n$$x$$ {#eq-y}"
        #expect(try await Self.diagnose(linked) == [])
    }

    // MARK: - Callouts

    @Test(arguments: [
        ("info", "Write ‘[!NOTE]’, or another of NOTE, TIP,"), ("tldr", "Write ‘[!SUMMARY]’"),
        ("danger", "Write ‘[!CAUTION]’"), ("quote", "delete the line"),
        ("whatever", "Use one of NOTE, TIP, IMPORTANT"),
    ])
    func calloutsOfOthers(kind: String, advice: String) async throws {
        let report = try await Self.diagnose("> [!\(kind)]\n> Text.")
        #expect(report.count == 1)
        #expect(report.first?.contains(advice) == true, "\(report)")
    }

    // MARK: - HTML

    @Test func aTableOfANotebook() async throws {
        let report = try await Self.diagnose(
            "<div>\n<style scoped>\n    .dataframe { color: red }\n</style>\n<table>\n<tr><td>1</td></tr>\n</table>\n</div>"
        )
        #expect(report.count == 1)
        #expect(
            report.first?.hasPrefix(
                "7:1: error: What stands in ‘<style>’ would be shown to readers as text") == true,
            "\(report)")
        let table = try await Self.diagnose("<table>\n<tr><td>1</td></tr>\n</table>")
        #expect(
            table == [
                "7:1: warning: HTML is shown as it is written, such as ‘<table>’ here: write the table with ‘|’, or "
                    + "save it beside the page and write ‘![Caption](table.csv)’, or set ‘raw_html: allow’ in "
                    + "site.yaml. [html.escaped]"
            ])
    }

    // MARK: - Addresses

    @Test func aLongNameIsNoNameWithoutLetters() async throws {
        let report = try await SiteFixture(
            post("content/posts/\(String(repeating: "a", count: 201)).md")
        ).diagnose()
        #expect(report.contains("is too long for an address: a part of one has at most 200 bytes."))
    }

    @Test(arguments: [
        ("example.org", "Write ‘https://example.org/’."),
        ("https://example.org/a/../b/", "No folder is called ‘..’"),
        ("https://example.org/%2E%2e/b/", "No folder is called ‘..’"),
        ("https://example.org/?x=1", "without query or fragment. ["),
    ])
    func theAddressOfASite(base: String, reason: String) async throws {
        let report = try await SiteFixture(base: base, "").diagnose()
        #expect(report.contains(reason), "\(report)")
    }

    // MARK: - Sources of other programs

    @Test(arguments: ["notes.qmd", "notes.Rmd"])
    func aSourceOfQuartoIsNoPage(name: String) async throws {
        let file = "-- content/posts/\(name) --\n---\ntitle: Notes\n---\n\nText.\n"
        let report = try await SiteFixture(file + post("content/posts/a.md")).diagnose()
        #expect(
            report.hasPrefix(
                "content/posts/\(name):1:1: warning: This file is the source of a page for another program"
            ),
            "\(report)")
        // Material to a publication is published on purpose.
        let linked = SiteFixture(file + post("content/posts/a.md", body: "[The code](\(name))"))
        #expect(try await linked.diagnose() == "")
        let plain = SiteFixture(
            "-- content/posts/\(name) --\nText.\n" + post("content/posts/a.md"))
        #expect(try await plain.diagnose() == "")
    }
}
