import Files
import SiteTesting
import Testing

/// Words and numbers written by hand where labels make them, and captions that are none.
@Suite struct RepeatedLabelTests {
    private static let figure =
        "\n\n![A wall.](a.png \"A wall.\"){#fig:a}\n\n| a |\n|---|\n| 1 |\n\n: Rows. {#tbl:a}\n\n$$x$$ {#eq:a}\n\n"
        + "> [!EXAMPLE] {#exm:a}\n> One.\n\n## Part {#sec:a}\n"

    private static func diagnose(_ body: String, _ setting: String = "") async throws -> [String] {
        let site = SiteFixture(
            post("content/posts/a.md", setting, body: body) + "-- content/posts/a.png --\nP\n")
        return try await site.diagnose().split(separator: "\n")
            .map { String($0.replacing("content/posts/a.md:", with: "")) }
    }

    @Test(arguments: [
        ("As Figure [@fig:a] shows.", "7:4", "Figure", "fig:a"),
        ("As figure\n[@fig:a] shows.", "7:4", "figure", "fig:a"),
        ("See Fig. @fig:a.", "7:5", "Fig.", "fig:a"),
        ("See (Fig.\u{A0}[@fig:a]).", "7:6", "Fig.", "fig:a"),
        ("By Equation ([@eq:a]).", "7:4", "Equation", "eq:a"),
        ("By Eq.~[@eq:a].", "7:4", "Eq.", "eq:a"),
        ("[see Table @tbl:a]", "7:6", "Table", "tbl:a"),
        ("In Tabelle [@tbl:a] steht.", "7:4", "Tabelle", "tbl:a"),
        ("See Example [@exm:a].", "7:5", "Example", "exm:a"),
        ("By [@fig:a], Fig. [@fig:a].", "7:14", "Fig.", "fig:a"),
        ("See [@eq:a] first. By Eq. [@eq:a] it holds.", "7:23", "Eq.", "eq:a"),
    ])
    func aWordBeforeAReferenceIsToldOnce(
        text: String, place: String, word: String, label: String
    ) async throws {
        #expect(
            try await Self.diagnose(text + Self.figure) == [
                "\(place): warning: ‘\(word)’ is shown twice here, since the reference brings the word along: "
                    + "delete it, or write ‘[-@\(label)]’ for the number alone. "
                    + "[cross-reference.repeated-word]"
            ])
    }

    @Test(arguments: [
        "As [@fig:a] shows, and the figure ([@fig:a]) too; in der Abbildung ([@fig:a]).",
        "Figures [-@fig:a] and [-@fig:a]. For example [@exm:a].", "A figure, [@fig:a].",
        "The wall figure.\n\n[@fig:a] shows it.", "The table [@fig:a] stands on.",
        "It is in the table. [@tbl:a] has it. Go figure. [@fig:a]", "She fell ill [@fig:a].",
        // Without a number, the reference is the heading.
        "See Section [@sec:a].", "Equation 1 of [@eq:a].",
    ])
    func otherWordsAreRight(text: String) async throws {
        #expect(try await Self.diagnose(text + Self.figure) == [])
    }

    @Test(arguments: [
        ("![A](a.png \"Figure 3: A wall.\"){#fig:a}", "7:13", "Figure 3:"),
        ("![A](a.png \"Fig. 3. A *wall*.\"){#fig:a}", "7:13", "Fig. 3."),
        ("| a |\n|---|\n| 1 |\n\n: Table A.1: Rows. {#tbl:a}", "11:3", "Table A.1:"),
        ("> [!LEMMA] Lemma 2 {#lem:a}\n> Text.", "7:12", "Lemma 2"),
        ("> [!LEMMA] Lemma 2 (Bayes) {#lem:a}\n> Text.", "7:12", "Lemma 2"),
    ])
    func aNumberInACaption(text: String, place: String, lead: String) async throws {
        #expect(
            try await Self.diagnose(text) == [
                "\(place): warning: ‘\(lead)’ is shown behind the number that the label makes: delete it. "
                    + "[caption.number]"
            ])
    }

    @Test(arguments: [
        "![A](a.png \"Figure 2 of Lee (2020), redrawn.\"){#fig:a}",
        "![A](a.png \"Table 3: x.\"){#fig:a}",
        "![A](a.png \"Figure 3: A wall.\")", "> [!THEOREM] Lemma 2 (Bayes) {#thm:a}\n> Text.",
        "> [!LEMMA] Zorn {#lem:a}\n> Text.",
    ])
    func otherCaptionsAreRight(text: String) async throws {
        #expect(try await Self.diagnose(text) == [])
    }

    @Test func aCaptionInAParagraph() async throws {
        let table = "| a |\n|---|\n| 1 |"
        let advice =
            "write ‘: ’ in place of ‘Table:’. A number comes with a label, ‘{#tbl:name}’. "
            + "[caption.in-paragraph]"
        #expect(
            try await Self.diagnose("\(table)\n\nTable: Rows.") == [
                "11:1: warning: This is a paragraph, and no caption of the table beside it: \(advice)"
            ])
        #expect(try await Self.diagnose("**Tab. 2.** Rows.\n\n\(table)").count == 1)
        #expect(
            try await Self.diagnose("![A](a.png)\n\n*Figure 1: The wall.*") == [
                "9:1: warning: This is a paragraph, and no caption of the figure beside it: write it in quotation "
                    + "marks behind the address, as in ‘![…](file \"The caption.\")’, and no number. A number comes "
                    + "with a label, ‘{#fig:name}’. [caption.in-paragraph]"
            ])
        let below = (1...3).map { "\(table)\n\nTable \($0): Rows." }.joined(separator: "\n\n")
        #expect(
            try await Self.diagnose(below).map { $0.prefix { $0 != " " } } == [
                "11:1:", "17:1:", "23:1:",
            ])
        let others = [
            "\(table)\n\n: Rows.\n\nTable 2: What follows.", "\(table)\n\nTable 1 shows it.",
            "![A](a.png \"B\")\n\nFigure 1: it is.", "![A](a.png)\n\nText.\n\nFigure 1: it is.",
            "\(table)\n\nFigure 1: none.", "![A](a.png)\n\nFigures show many.",
        ]
        for text in others { #expect(try await Self.diagnose(text) == [], "\(text)") }
    }

    @Test func aNumberInAHeading() async throws {
        let text = "## 1. One\n\n### 1.1 Two\n\n## 3 lessons\n\n## 19. Jahrhundert\n\n## 1.2 Five"
        #expect(
            try await Self.diagnose(text, "numbered: true") == [
                "8:4: warning: ‘1.’ is shown behind the number that ‘numbered: true’ makes: delete it. "
                    + "[heading.number]",
                "10:5: warning: ‘1.1’ is shown behind the number that ‘numbered: true’ makes: delete it. "
                    + "[heading.number]",
            ])
        #expect(try await Self.diagnose(text) == [])
    }

    @Test func imagesBesideEachOther() async throws {
        let label = try await Self.diagnose("Text ![A](a.png \"B\"){#fig:a width=20} goes on.")
        #expect(
            label == [
                "7:11: warning: This image is no figure, and its label ‘fig:a’ is not shown: leave an empty line "
                    + "above and below it. [image.not-alone]"
            ])
        #expect(try await Self.diagnose("![A](a.png \"B\")\n![C](a.png \"D\")").count == 2)
        let others =
            "Text ![A](a.png \"B\") goes on.\n\n![A](a.png) ![B](a.png)\n\n![A](a.png \"B\"){#fig:b}\n"
        #expect(try await Self.diagnose(others) == [])
    }
}
