import SiteTesting
import Testing

/// A `#` behind a space, where a text ends for YAML.
@Suite struct TextCommentTests {
    private static func warning(_ key: String, _ text: String) -> String {
        "warning: For YAML, ‘\(key)’ ends here, and the rest is a comment. If it belongs to the text, write "
            + "quotes: ‘\"\(text)\"’. If it is one, write two spaces before it. "
            + "[front-matter.comment-in-text]\n"
    }

    @Test(arguments: [
        ("subtitle: Results # 1", "5:19", "subtitle", "Results # 1"),
        ("summary: Fighting #MeToo", "5:19", "summary", "Fighting #MeToo"),
        ("summary: Goes on\n  in line #2", "6:11", "summary", "Goes on in line #2"),
        ("venue: Tools for C # & F #", "5:20", "venue", "Tools for C # & F #"),
        ("funders:\n  - name: NSF\n    award: Grant # 12", "7:18", "award", "Grant # 12"),
        (
            "image: {decorative: true, src: /a.png,\n  credit: Room #7\n  }", "6:16", "credit",
            "Room #7"
        ),
    ])
    func isWarnedOf(line: String, place: String, key: String, text: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", line))
        let report = try await site.diagnose()
        #expect(report.contains("content/posts/a.md:\(place): \(Self.warning(key, text))"))
    }

    @Test func inSettings() async throws {
        let site = SiteFixture(
            settings: """
                tagline: We are # 1
                organization: {name: "Local # 12", short_name: Local}
                words: {topics: Topics}
                license: CC-BY-4.0 # for all
                """, post("content/posts/a.md"))
        #expect(
            try await site.diagnose()
                == "site.yaml:4:17: \(Self.warning("tagline", "We are # 1"))")
    }

    /// Comments that are meant.
    @Test(arguments: [
        "subtitle: Results  # the first", "subtitle: Results\t# the first",
        "subtitle: \"Results\" # the first", "# the first\nsubtitle: Results",
        "kind: report # or essay", "topics: [a] # more?", "topics:\n  - a # main\n  - b",
        "subtitle: C# and F#", "subtitle: '# 1'", "version: 2 # of three", "subtitle: >\n  A # b",
    ])
    func nothingIsSaidOf(line: String) async throws {
        #expect(try await SiteFixture(post("content/posts/a.md", line)).diagnose() == "")
    }
}
