import SiteTesting
import Testing

/// Lines that are blocks to other programs, and passed as text in silence.
@Suite struct OtherBlockTests {
    private static func report(_ text: String) async throws -> String {
        try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
    }

    @Test(
        arguments: [
            // MkDocs
            ("!!! note\n    Text.", "7:1: warning: Readers will see this line", "‘> [!NOTE]’"),
            ("!!! danger \"Mind the gap\"\n    Text.", "7:1: warning: Readers", "‘> [!CAUTION]’"),
            ("> ??? tip\n>     Text.", "7:3: warning: Readers will see this line", "‘> [!TIP]’"),
            ("???+ quote \"A\"\n\n    Text.", "7:1: warning: Readers", "‘> [!NOTE]’"),
            // kramdown
            (
                "Text in HTML.\n\n*[HTML]: HyperText Markup Language",
                "9:1: warning: Readers will see this line",
                "‘HyperText Markup Language (HTML)’"
            ),
            (
                "*[W3C]: World Wide Web Consortium\n*[CSS]: Cascading Style Sheets",
                "7:1: warning:", "(W3C)’"
            ),
            // Obsidian
            ("A sentence. ^a1b2c3", "7:13: warning: ‘^a1b2c3’ names the paragraph", "## Words"),
            ("A sentence. ^quote-of-day", "7:13: warning: ‘^quote-of-day’", "delete it"),
            ("> A quotation.\n\n^thequote", "9:1: warning: ‘^thequote’", "delete it"),
            ("- An item ^item1", "7:11: warning: ‘^item1’", "delete it"),
            // Pandoc
            ("A.  One\nB.  Two", "7:1: warning: These lines make no list", "‘1. ’"),
            ("A.  One\n\nB.  Two", "7:1: warning: These paragraphs make no list", "‘1. ’"),
            ("a.  One\n\nb.  Two", "7:1: warning: These paragraphs make no list", "‘1. ’"),
        ])
    func isTold(text: String, place: String, advice: String) async throws {
        let report = try await Self.report(text)
        let first = report.prefix { $0 != "\n" }
        #expect(first.hasPrefix("content/posts/a.md:" + place), "\(report)")
        #expect(first.contains(advice), "\(report)")
    }

    @Test(
        arguments: [
            "!!! No, said she.", "!!!", "??? Who knows", "??? note that nothing is known",
            "What???\n??? note taken",
            "\\!!! note\n    Text.", "`!!! note`", "!!! note that this is so",
            "```\n!!! note\n    Text.\n```",
            "*[sic]: so he wrote* it.", "\\*[HTML]: HyperText", "*[a]* and *[b]: c*",
            "*[see: a]: b", "*[Note]: so it is", "2 *[x]: y",
            "x ^2", "The power is e ^kt", "Let it be x ^alpha", "a^b-c",
            "Text.[^note-1]\n\n[^note-1]: A note.",
            "`code ^abc123`", "Text \\^abc-123", "The sign ^ stands alone",
            "Text ^abc-123 and more.",
            "A. Smith\nB. Jones", "A. Smith\n\nB. Jones", "A.  Smith is a name.",
            "A.  Smith\n\nC.  Jones",
            "I.  This is so.\n\nText.",
        ])
    func rightTextsAreNot(text: String) async throws {
        #expect(try await Self.report(text) == "")
    }
}
