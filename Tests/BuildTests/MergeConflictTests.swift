import SiteTesting
import Testing

/// The lines of git between two versions of a text.
@Suite struct MergeConflictTests {
    private static func diagnose(_ body: String) async throws -> String {
        try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
    }

    @Test(arguments: ["\n\n", "\n"])
    func isAnErrorAtItsFirstLine(between: String) async throws {
        let lines = ["Text.", "", "<<<<<<< HEAD", "one", "=======", "two", ">>>>>>> branch"]
        let report = try await Self.diagnose(lines.joined(separator: between))
        let line = between.count == 2 ? 11 : 9
        #expect(
            report.contains(
                "content/posts/a.md:\(line):1: error: Two versions of the text stand here, as git has left them: keep "
                    + "one, and delete the lines of ‘<<<<<<<’, ‘=======’ and ‘>>>>>>>’. [text.merge-conflict]"
            ))
    }

    @Test(arguments: [("```", "```"), ("<!--", "-->")])
    func inCodeAndInACommentIsAnExample(start: String, end: String) async throws {
        let lines =
            "\(start)\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n\(end)\n\nThe sign <<<<<<< alone."
        #expect(try await Self.diagnose(lines) == "")
    }

    @Test(arguments: [
        ("Text.\n\n>>>>>>> branch\n\nMore.", 9), ("Text.\n>>>>>>> 1a2b3c4 (Mend it)\nMore.", 8),
        ("<<<<<<< HEAD\nText.", 7), ("Text.\n\n<<<<<<< Updated upstream\nMore.", 9),
        ("`a\n<<<<<<< HEAD` b\n\n>>>>>>> c", 10),
    ])
    func whatIsLeftOfOneIsAnError(body: String, line: Int) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.hasPrefix("content/posts/a.md:\(line):1: error: Two versions of the text "))
        #expect(report.hasSuffix("[text.merge-conflict]\n"))
    }

    @Test(arguments: [
        "Git writes `two\n<<<<<<< HEAD` and more.", "Text `one\n<<<<<<< HEAD\ntwo` and `b`.",
        ">>>>>>> One\n>>>>>> two\n\nText.", "> A\n>>>>>>> word\n\nText.",
        "> A\r\n>>>>>>> word\r\n\r\nText.",
        "Git writes these signs:\n<<<<<<< and others behind it.", "Text\n=======\n\nMore.",
        ">>>>>>> A sentence in a quotation.",
    ])
    func whatIsNoneIsLeftAlone(body: String) async throws {
        #expect(!(try await Self.diagnose(body)).contains("merge-conflict"))
    }

    /// In brackets, YAML takes the marks for names.
    @Test func inFrontMatterIsAnError() async throws {
        let page = post("content/posts/a.md").replacing(
            "authors: [Ada Example]",
            with: "authors: [\n  Ada Example,\n<<<<<<< HEAD\n  Bob Example,\n=======\n>>>>>>> b\n]")
        let report = try await SiteFixture(page).diagnose()
        #expect(report.contains(": error: Two versions of the text stand here"), "\(page)")
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test func betweenWorksIsAnError() async throws {
        let works = """
            -- content/references.bib --
            @misc{a, title = {A}, author = {Ada Example}, year = 2020}
            <<<<<<< HEAD
            @misc{b, title = {B}, author = {Ada Example}, year = 2020}
            =======
            >>>>>>> branch

            """
        let report = try await SiteFixture(works + post("content/posts/a.md")).diagnose()
        #expect(report.hasPrefix("content/references.bib:2:1: error: Two versions of the text"))
    }
}
