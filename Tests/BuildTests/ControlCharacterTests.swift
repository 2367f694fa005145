import Build
import Files
import SiteTesting
import Testing

/// Characters that nobody sees, from word processors, PDFs and wrong encodings: found wherever a text may have them.
@Suite struct ControlCharacterTests {
    /// The reports of a site without the words between place and id: `p.md:7:2 [text.control-character]`.
    private static func places(_ site: SiteFixture) async throws -> [String] {
        try await site.diagnose().split(separator: "\n").map { line in
            let place = line.split(separator: ":").prefix(3).joined(separator: ":")
            return "\(place) \(line[(line.lastIndex(of: "[") ?? line.endIndex)...])"
        }
    }

    @Test(arguments: [
        ("\u{93}", "U+0093", " ‘“’ was probably meant."),
        ("\u{81}", "U+0081", " Delete it, and look whether something else was meant."),
        ("\u{7F}", "U+007F", " Delete it, and look whether something else was meant."),
        ("\u{B}", "U+000B", " Delete it, and look whether something else was meant."),
        ("\u{FFFE}", "U+FFFE", " Delete it, and look whether something else was meant."),
    ])
    func isReportedByItsNumber(character: String, name: String, advice: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", body: "Words \(character)and more."))
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:7:7: error: Here stands the control character \(name), which "
                + "nobody sees.\(advice) [text.control-character]\n")
    }

    /// In code and formulas too, beside other mistakes, and at each place in a long text.
    @Test func isReportedWhereverItStands() async throws {
        let long = String(repeating: "wörds，", count: 40)
        let site = SiteFixture(
            post(
                "content/posts/a.md", body: "`a\u{1}` $x\u{7F}$\n\n\(long)\u{99}[b](nope.md)\u{99}")
        )
        #expect(
            try await Self.places(site) == [
                "content/posts/a.md:7:3 [text.control-character]",
                "content/posts/a.md:7:8 [text.control-character]",
                "content/posts/a.md:9:241 [text.control-character]",
                "content/posts/a.md:9:246 [link.unknown-page]",
                "content/posts/a.md:9:254 [text.control-character]",
            ])
    }

    @Test func aTextOfThemIsNotAListOfThem() async throws {
        let site = SiteFixture(
            post("content/posts/a.md", body: String(repeating: "\u{80}", count: 1000)))
        #expect(try await Self.places(site).count == 20)
    }

    /// libyaml would name another place.
    @Test func isReportedOnceInFrontMatter() async throws {
        let site = SiteFixture(post("content/posts/a.md", "subtitle: a\u{93}b", body: "Text."))
        #expect(
            try await Self.places(site) == ["content/posts/a.md:5:12 [text.control-character]"])
    }

    @Test(arguments: ["subtitle", "topics", "extra"])
    func isReportedWhereYAMLWritesItsNumber(key: String) async throws {
        let value =
            ["topics": "[\"a\\x93b\"]", "extra": "{a: {b: \"a\\x93b\"}}"][key] ?? "\"a\\x93b\""
        let site = SiteFixture(post("content/posts/a.md", "\(key): \(value)", body: "Text."))
        let report = try await site.diagnose()
        #expect(report.contains(" holds the control character U+0093, which nobody sees. ‘“’ was"))
        #expect(report.hasSuffix("[front-matter.control-character]\n"))
    }

    @Test func isReportedWhereMarkdownWritesItsNumber() async throws {
        let site = SiteFixture(
            post(
                "content/posts/a.md",
                body:
                    "A `&#129;` and &#x93;it&#148;.\n\n## B&#1; &#1;\n\n$x$ &#233;[^1]\n\n[^1]: &#x81;"
            ))
        #expect(
            try await Self.places(site) == [
                "content/posts/a.md:7:16 [text.control-character]",
                "content/posts/a.md:7:24 [text.control-character]",
                "content/posts/a.md:9:5 [text.control-character]",
                "content/posts/a.md:9:10 [text.control-character]",
                "content/posts/a.md:13:7 [text.control-character]",
            ])
        #expect(
            try await site.diagnose().hasPrefix(
                "content/posts/a.md:7:16: error: ‘&#x93;’ is the control character U+0093, which no "
                    + "page may hold. ‘“’ was probably meant. [text.control-character]\n"))
        let code = SiteFixture(
            post("content/posts/a.md", body: "A `&#147;`, $x$ and \\&#147;: &#233; &#x110000;"))
        #expect(try await code.diagnose() == "")
    }

    @Test(arguments: [
        ("site.yaml", SiteFixture.yaml() + "tagline: a\u{93}b\n", "4:11"),
        ("content/references.bib", "@book{a, title = {T\u{93}}, year = 2020}", "1:20"),
        ("content/references.json", "[{\"id\": \"a\", \"title\": \"T\\u0093\"}]", "1:23"),
        ("templates/publication.html", "<p>\u{93}</p>", "1:4"),
    ])
    func isReportedInOtherTexts(path: String, text: String, place: String) async throws {
        var site = SiteFixture(post("content/posts/a.md"))
        site.files[path] = Array(text.utf8)
        #expect(try await Self.places(site).contains("\(path):\(place) [text.control-character]"))
    }

    @Test(arguments: ["a\u{93}b.txt", "a\u{202E}txt.exe", "a\u{2066}.txt", "a\u{2028}b.txt"])
    func isReportedInNames(name: String) async throws {
        var site = SiteFixture(post("content/posts/a.md"))
        site.files["content/files/\(name)"] = []
        #expect(
            try await site.diagnose()
                == "content/files/\(name.replacing(/[^ -~]/, with: "\u{FFFD}")):1:1: error: The name of "
                + "this file holds a line break or another character that cannot be seen: rename it. "
                + "[file.control-character]\n")
    }

    /// What is white space, and what only looks like a control in its bytes.
    @Test func whatTextsHoldIsNone() async throws {
        var site = SiteFixture(
            post(
                "content/posts/a.md",
                body: "a\tb\u{A0}c\u{AD}d，e￥f\u{200B}g\u{200F}h\u{FEFF}i 👩‍👩‍👧 «j»"))
        #expect(try await site.diagnose() == "")
        let path = "content/posts/a.md"
        site.files[path] = site.files[path]?.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        #expect(try await site.diagnose() == "")
    }
}
