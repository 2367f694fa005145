import SiteTesting
import Testing

/// No number of an equation stands twice on a page.
@Suite struct EquationNumberTests {
    private static func warning(_ place: String, _ number: String) -> String {
        "\(place): warning: Another formula of this page has the number (\(number)), too, and a reference could mean either: "
            + "write another ‘\\tag’ at one of them, or none. [math.repeated-number]"
    }

    @Test(arguments: [
        Mistake.inText(
            "two tags", "$$a = b \\tag{1}$$\n\n$$c = d \\tag{1}$$", warning("9:9", "1")),
        .inText(
            "a tag and a label", "$$a = b \\tag{1}$$\n\n$$c = d$$ {#eq:x}\n\nSee [@eq:x].",
            warning("9:3", "1")),
        .inText(
            "a label and a tag", "$$c = d$$ {#eq:x}\n\n$$a = b \\tag{1}$$\n\nSee [@eq:x].",
            warning("9:9", "1")),
        .inText(
            "rows", "$$\\begin{align} a &= b \\tag{7} \\\\ c &= d \\tag{7} \\end{align}$$",
            warning("7:42", "7")),
        .inText(
            "a row and a formula",
            "$$\\begin{align} a &= b \\tag{A1} \\\\ c &= d \\end{align}$$\n\n$$x \\tag{A1}$$",
            warning("9:5", "A1")),
    ])
    func isReported(mistake: Mistake) async throws {
        let report = try await SiteFixture(mistake.archive).diagnose()
        #expect(report.split(separator: "\n").map { String($0) } == mistake.report)
    }

    @Test(arguments: [
        // The same formula again, and signs that name what is close by.
        "$$a = b \\tag{1}$$\n\nAgain:\n\n$$a=b \\tag{1}$$",
        "$$a = b$$ {#eq:x}\n\nAgain [@eq:x]:\n\n$$a = b \\tag{1}$$",
        "$$a \\tag{*}$$\n\n$$b \\tag{*}$$", "$$a \\tag{$\\dagger$}$$\n\n$$b \\tag{$\\dagger$}$$",
        "$$a \\tag{1}$$\n\n$$b \\tag{2}$$ {#eq:b}\n\n$$c$$\n\n$$d$$\n\nSee [@eq:b].",
        "$$a$$ {#eq:a}\n\n$$b \\notag$$\n\n$$c$$ {#eq:c}\n\nSee [@eq:a] and [@eq:c].",
        "$$\\begin{align} a &= b \\tag{1a} \\\\ c &= d \\tag{1b} \\\\ e &= f \\notag \\end{align}$$",
    ])
    func isNoMistake(text: String) async throws {
        let site = SiteFixture(post("content/posts/a.md", body: text))
        #expect(try await site.diagnose() == "")
    }

    /// An environment has one number, in a row its own; references of LaTeX are told what to write.
    @Test func referencesOfLaTeX() async throws {
        let report = try await SiteFixture(
            post(
                "content/posts/a.md",
                body:
                    "$$a$$ {#eq:x}\n\nBy \\eqref{eq:x} and \\ref{eq:x}, $b = \\eqref{eq:x}$, [@eq:x]."
            )
        ).diagnose()
        #expect(
            report.contains("‘\\eqref{…}’ is LaTeX, and shown as it is written: write ‘[@eq:x]’"))
        #expect(report.contains("‘\\ref{…}’ is LaTeX, and shown as it is written: write ‘[@eq:x]’"))
        #expect(report.contains("‘\\eqref’ does nothing here."))
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["a \\tag{1}\\\\\n", "\\tag{1}"])
    func hostileFormulaEnds(pattern: String) async throws {
        let rows = String(repeating: pattern, count: 10_000)
        _ = try await SiteFixture(
            post("content/posts/a.md", body: "$$\\begin{align}\n\(rows)\\end{align}$$")
        ).diagnose()
    }
}
