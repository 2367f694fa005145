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
}
