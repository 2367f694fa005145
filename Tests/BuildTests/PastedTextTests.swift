import SiteTesting
import Testing

/// What comes along when a text is copied from a word processor or a PDF.
@Suite struct PastedTextTests {
    private static let notes = "Maps lie,[1] and so do we [2].\n\n[1] Smith, On Maps.\n\n[2] Ibid."

    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws {
        let report = try await SiteFixture(mistake.archive).diagnose()
        #expect(report.split(separator: "\n").map { String($0) } == mistake.report)
    }

    private static let note =
        "warning: ‘[1]’ leads to no note: write ‘[^1]’ here, and ‘[^1]: Smith…’ in place of ‘[1] Smith…’; likewise "
        + "the others. [footnote.brackets]"

    static let mistakes: [Mistake] = [
        .inText("notes in brackets", notes, "7:10: \(note)"),
        .inText(
            "notes in brackets below a heading",
            "Maps lie.[1]\n\n## Notes\n\n[1] Smith, On Maps, who\ngoes on.", "7:10: \(note)"),
        .inText(
            "notes in one paragraph",
            "Maps lie,[1] and so do we.[2][3]\n\n[1] Smith, On Maps.\n[2] *Ibid.*\n[3] See above.",
            "7:10: \(note)"),
        .inText(
            "letters joined by a PDF", "An eﬃcient and ﬂuent text.",
            "7:4: warning: ‘ﬃ’ is one character for ‘ffi’, as text copied from a PDF has it, and who looks for the word does not "
                + "find it: write ‘efficient’, and so wherever else one stands on this page. [text.ligature]"
        ),
        .inText(
            "letters joined in a word with accents", "Die Überﬂüsse, „ﬁnal“.",
            "7:5: warning: ‘ﬂ’ is one character for ‘fl’, as text copied from a PDF has it, and who looks for the word does not "
                + "find it: write ‘Überflüsse’, and so wherever else one stands on this page. [text.ligature]"
        ),
        .inText(
            "a product", "It has 15*30*2 cells.",
            "7:8: warning: The signs in ‘15*30*2’ set ‘30’ in italics, and readers see no ‘*’: write ‘15×30×2’, or ‘\\*’ for the "
                + "sign itself. [emphasis.between-digits]"),
    ]

    /// Numbers in brackets that lead somewhere, or to nothing that is a note; signs that are meant.
    @Test(arguments: [
        "Maps lie [1].\n\n[1]: https://example.org/", "Maps lie [1].\n\nThe end.",
        "A set [0, 1] and `a[1]`.\n\n[1] Smith.", "So [sic] it says [t]his.\n\n[1] Smith.",
        // A judgment: nothing stands above its paragraphs.
        "[1] The appeal is about a map.\n\n[2] As said at [1], it is allowed.",
        "## Judgment\n\n[1] The appeal is about a map.\n\n[2] As said at [1], it is allowed.",
        // One of them is none of the text's.
        "Maps lie [1].\n\n[1] Smith.\n\n[2] Jones.", "Maps lie [1].\n\n[3] Smith.",
        "```\n[1] Smith [1]\n```\n\n[1] Smith.", "What R prints [1]:\n\n[1] 0.5 0.7",
        "Maps lie.[^1]\n\n[^1]: Smith.", "Maps lie [1](https://example.org/).\n\n[1] Smith.",
        "`eﬃcient`", "The sign ﬁ joins two letters: “ﬁ”.", "An e&#xFB03;cient text.", "ﬁ",
        "The shell 1*s*2 is full.", "It is 5 * 3 * 2.", "It is 5\\*3\\*2.", "`5*3*2`",
        "A*3*2 and 4*3*B.",
        "The digits 3.14**159**26.",
    ])
    func isNoMistake(text: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
        #expect(report == "")
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["[1] a\n\n", "x[1] ", "eﬃ ", "ﬀ", "1*2*3", "5*3*"])
    func hostileTextEnds(pattern: String) async throws {
        let text = String(repeating: pattern, count: 20_000)
        _ = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
    }

    /// Front matter and works have them as well as texts.
    @Test func ligaturesBesideTheText() async throws {
        let site = SiteFixture(
            "-- content/references.bib --\n@book{a, title = {Eﬃcient}, author = {Lee, Ann}, year = 2020, publisher = "
                + "{P}, abstract = {ﬁrst}}\n@book{b, title = {Oﬀ}, author = {Lee, Ann}, year = 2020, publisher = {P}}\n"
                + post(
                    "content/posts/a.md", title: "The sign ﬁ", "summary: It ﬂows.", body: "[@a; @b]"
                ))
        #expect(
            try await site.diagnose().split(separator: "\n") == [
                "content/posts/a.md:5:10: warning: ‘ﬂ’ is one character for ‘fl’, as text copied from a PDF has it, and who "
                    + "looks for the word does not find it: write ‘flows’. [text.ligature]",
                "content/references.bib:1:7: warning: ‘ﬃ’ is one character for ‘ffi’, as text copied from a PDF has it, and "
                    + "who looks for the word does not find it: write ‘Efficient’. [text.ligature]",
            ])
    }
}
