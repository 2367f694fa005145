import SiteTesting
import Testing

/// Tables and footnotes that end elsewhere than their authors meant, and rows that are no table.
@Suite struct LostBlockTests {
    private static func diagnose(_ text: String) async throws -> String {
        try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
    }

    private static let table = "| A | B |\n|---|---|\n| 1 | 2 |\n"
    private static let rowBelow =
        "warning: This line is a row of the table above, which ends at an empty line: leave one empty. "
        + "A row is written ‘| … |’. [table.text-below]\n"
    private static let noTable =
        "warning: These lines make no table, and are shown as they are written: below the head stands a "
        + "line of dashes, ‘|---|---|’. [table.no-delimiter-row]\n"
    private static func notInNote(_ label: String) -> String {
        "warning: This paragraph stands in the text, and not in the footnote ‘\(label)’: one of a footnote "
            + "is indented by four spaces, and one of the text by none. [footnote.indentation]\n"
    }

    @Test(arguments: [
        ("\(table)Text below\nin two lines.", "10:1", rowBelow),
        ("\(table): Caption {#tbl:x}", "10:1", rowBelow),
        ("> | A | B |\n> |---|---|\n> | 1 | 2 |\n> Text.", "10:1", rowBelow),
        ("| A | B |\n|---|---|\nText.", "9:1", rowBelow),
        ("| A |\n|---|\n| 1 |\nText.", "10:1", rowBelow),
        ("| A | B |\n| 1 | 2 |", "7:1", noTable),
        ("|A|B|\n|1|2|", "7:1", noTable), ("|Ada| |7|\n|Bo| |8|", "7:1", noTable),
        ("|A|b|C|\n|1|2|3|", "7:1", noTable),
        ("- | A | B |\n  | 1 | 2 |\n  | $x$ | |", "7:3", noTable),
        ("A[^a].\n\n[^a]: One.\n\n  Two.", "11:3", notInNote("a")),
        ("A[^a].\n\n[^a]: One\ngoes on.\n\n    Two.\n\n   Three.\n", "14:4", notInNote("a")),
    ])
    func isWarnedOf(text: String, place: String, warning: String) async throws {
        #expect(try await Self.diagnose(text) == "content/posts/a.md:\(place): \(warning)")
    }

    @Test(arguments: [
        "\(table)\nText below.", "A | B\n---|---\n1 | 2\n\\| 3", "|A|\n|---|\nOne\nTwo",
        "\(table)\n: Caption {#tbl:x}\n\n[@tbl:x]",
        "|x| is a norm\n|y| too |", "`| A | B |`\n`| 1 | 2 |`",
        "```\n| A | B |\n| 1 | 2 |\n```", "    | A | B |\n    | 1 | 2 |",
        "|A| |B|\n|C| |D|", "|x| < |y|\n|y| < |z|", "> |A| + |B|\n> |A|*|B|",
        "\(table)\n|x| |y|", "\\| A | B |\n\\| 1 | 2 |", "| A | B |", "$|x| + |y|$\n$|x| + |y|$",
        "A[^a].\n\n[^a]: One\n  goes on\n   so.\n\n    Two\n  goes on.\n\nThree.",
        "A[^a].\n\n[^a]: One.\n\n        code\n\n    Two.\n\n- item\n\n  Three.",
        "- A[^a].\n\n  [^a]: One.\n\n  Two.", "A[^a].\n\n[^a]: One.\n```\ncode\n\n  more\n```",
        "A[^a], B[^b].\n\n[^a]: One.\n\n  [^b]: Two.", "A[^a].\n\n[^a]: One.\n\n  - item",
    ])
    func nothingIsSaidOf(text: String) async throws {
        #expect(try await Self.diagnose(text) == "")
    }
}
