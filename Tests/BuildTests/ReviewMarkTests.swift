import SiteTesting
import Testing

/// What a text had before it was done.
@Suite struct ReviewMarkTests {
    private static func problems(_ body: String) async throws -> [String] {
        try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
            .split(separator: "\n").map { line in
                let parts = line.split(separator: " ")
                return
                    "\(parts[0].dropFirst("content/posts/a.md:".count)) \(parts[1]) \(parts.last ?? "")"
            }
    }

    @Test(arguments: [
        ("Text {>>is this so?<<} goes on.", "7:6: error: [text.review-mark]"),
        ("Text {>>over two\nlines<<} goes on.", "7:6: error: [text.review-mark]"),
        ("Text {++added words++} goes on.", "7:6: warning: [text.review-mark]"),
        ("Text {--old words--} goes on.", "7:6: warning: [text.review-mark]"),
        ("Text {--over\ntwo *lines*--} goes on.", "7:6: warning: [text.review-mark]"),
        ("Text {~~old~>new~~} goes on.", "7:6: warning: [text.review-mark]"),
        ("As Figure **??** shows.", "7:11: warning: [text.empty-reference]"),
        ("As in section **??** we show.", "7:15: warning: [text.empty-reference]"),
        ("As Figure ?? shows.", "7:4: warning: [text.empty-reference]"),
        ("As in eq. (??).", "7:7: warning: [text.empty-reference]"),
        ("And in Fig.\u{A0}??.", "7:8: warning: [text.empty-reference]"),
        ("By Theorem~??", "7:4: warning: [text.empty-reference]"),
        ("As in section ?? we show.", "7:7: warning: [text.empty-reference]"),
        ("See Error! Reference source not found. for it.", "7:5: warning: [text.empty-reference]"),
        ("Siehe Fehler! Textmarke nicht definiert.", "7:7: warning: [text.empty-reference]"),
    ])
    func isTold(body: String, problem: String) async throws {
        #expect(try await Self.problems(body) == [problem])
    }

    @Test(arguments: [
        "Really?? And why?!", "{~~struck~~} words, {–1–} and {-- a",
        "\\{--a--}, `{--a--}`, `{~~a~>b~~}`",
        "Really **??** And the figure: **??**", "{--verbose} and {--quiet, --all}",
        "Which figure??", "An error! Reference it.", "C{++x} and {--y}, {>}",
        "`{>>a<<}`, `Figure ??` and `Error! Bookmark not defined.`", "\\{>>a<<} and Figure \\?\\?",
        "A terror! Bookmark it.", "Où est la section ??",
        "The operator {>>} shifts: x = {>>1}, {>>=}", "A {a ++ b ++} c", "The figure ???",
    ])
    func isLeftAlone(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    @Test func eachIsToldAtItsPlace() async throws {
        #expect(
            try await Self.problems("A {--b--} c {--d--}.") == [
                "7:3: warning: [text.review-mark]", "7:13: warning: [text.review-mark]",
            ])
    }

    @Test(arguments: [
        ("A {++new++} wall", true), ("A wall {>>which?<<}", true), ("A {--b--} c", true),
        ("The {~~a~>b~~} wall", true), ("Sets {a, b} and {--b}", false), ("C{++}", false),
    ])
    func isToldInATitle(title: String, isTold: Bool) async throws {
        let page = post("content/posts/a.md", title: title)
        let report = try await SiteFixture(page).diagnose()
        #expect(report.contains("[front-matter.markup]") == isTold)
        #expect(!isTold || report.contains("Take the change or leave it"))
    }
}
