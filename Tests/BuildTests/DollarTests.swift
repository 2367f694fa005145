import SiteTesting
import Testing

/// Dollars round TeX that are no formula, and formulas that were none.
@Suite struct DollarTests {
    private static func diagnose(_ body: String) async throws -> [String] {
        try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
            .split(separator: "\n").map { String($0.replacing("content/posts/a.md:", with: "")) }
    }

    @Test(arguments: [
        (#"A 3$\times$4 grid"#, "7:4", "none begins right behind a letter or a digit"),
        ("The value $ x + y $ is", "7:11", "Write ‘$x + y$’"),
        (#"As $ \alpha$ is"#, "7:4", #"Write ‘$\alpha$’"#),
        (#"As $\beta $ is"#, "7:4", #"Write ‘$\beta$’"#),
        ("We have $ x_i $ and", "7:9", "Write ‘$x_i$’"),
        ("We have $x$1", "7:9", "no digit stands right behind the last dollar"),
        ("As $y$ is, then$z$ holds", "7:16", "none begins right behind a letter or a digit"),
        ("As $y$ is, then$x = 1$.", "7:16", "none begins right behind a letter or a digit"),
    ])
    func leftAsText(body: String, place: String, advice: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1, "\(report)")
        let line = report.first ?? ""
        #expect(line.hasPrefix("\(place): warning: This is no formula"), "\(line)")
        #expect(line.contains(advice), "\(line)")
        #expect(line.hasSuffix("[math.left-as-text]"))
    }

    @Test(arguments: [
        "The $100 note and the 50$ note.", "Costs $m more than it did, or about 5 b$ less.",
    ])
    func wordsAreNoFormula(body: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1, "\(report)")
        #expect(report.first?.hasSuffix("[math.words]") == true)
    }

    @Test(arguments: [
        (#"Then $\alpha + 1 is more."#, "7:6"), (#"So $\alpha, and $y$."#, "7:4"),
        ("If $x_i > 0 for all i, then $y$.", "7:4"), ("We have $x = 1, so $y$.", "7:9"),
        ("Let $n be large, and $y$.", "7:5"), ("With $y$, and $$y = 1 done.", "7:15"),
    ])
    func notClosed(body: String, place: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1, "\(report)")
        let line = report.first ?? ""
        #expect(line.hasPrefix("\(place): warning: Readers will see this ‘$"), "\(line)")
        #expect(line.hasSuffix("[math.unclosed]"))
    }

    @Test(arguments: [
        "$y$ costs $5, $m more, $k 3, $b and US$ x or R$ a; df$x = 1, €$, “$”, a $-sign and $HOME.",
        #"$y$ and \$x = 1, \$\alpha."#, "Sell $AAPL for $y$.", "Put `$x = 1` and $y$.",
    ])
    func dollarsAreLeftAlone(body: String) async throws {
        #expect(try await Self.diagnose(body) == [])
    }

    @Test func aLabelBeforeItsFormula() async throws {
        #expect(
            try await Self.diagnose("$$ {#eq:a}\nx = 1\n$$\n\n$#A$") == [
                "7:5: error: A label stands behind the dollars that close its formula, as in ‘$$ … $$ {#eq:name}’. "
                    + "[math.malformed]",
                "11:2: error: ‘#’ stands for an argument, in a macro. Write ‘\\#’ for the sign. [math.malformed]",
            ])
    }

    @Test(arguments: [
        "It costs $5 to $10, US$ 5 and A$ 6, US$5 = C$7, and $5 + $10, $ 5 and 6 $.",
        "$y$ costs US$k$ or AU$5$, df$x$y, obj.name$x$, and then$5 or$6.",
        "Then$z$ is a name here.",
        "Put $HOME/$USER, $a_b and $c_d, $x->$y, $arr[$i] = $b[$j], $ ls -l; $ cd a, $$ and $$$.",
        "The prices $c_1 = 5 and $d_1$2 apart.", #"Not \$ x + y \$."#, "Code is `$ x + y $`.",
        #"$x$, $n \log n$, $a \text{ and the other } b$, $5 km$, $x or y$, $\sin x$, $n mod 3$."#,
        "| A ($) | B ($) |\n|---|---|\n| $ 5 | $ 6 |",
    ])
    func othersAreLeftAlone(body: String) async throws {
        #expect(try await Self.diagnose(body) == [])
    }

    @Test func aLabelNeedsItsSign() async throws {
        #expect(
            try await Self.diagnose(
                "$$x = 1$$ {eq:one}\n\nAs {fig:a-b} {x:y} {eq: one} \\{eq:one} `{eq:one}` says, {def}."
            ) == [
                "7:11: warning: ‘{eq:one}’ is shown as it is written: a label has the sign ‘#’. Write ‘{#eq:one}’, to which "
                    + "‘[@eq:one]’ refers. For the signs themselves write ‘\\{’. [attributes.no-hash]",
                "9:4: warning: ‘{fig:a-b}’ is shown as it is written: a label has the sign ‘#’. Write ‘{#fig:a-b}’, to which "
                    + "‘[@fig:a-b]’ refers. For the signs themselves write ‘\\{’. [attributes.no-hash]",
            ])
    }

    @Test(arguments: ["title", "subtitle", "summary"])
    func aVariableInFrontMatterIsNoFormula(key: String) async throws {
        func report(_ text: String) async throws -> String {
            let title = key == "title" ? text : "A"
            return try await SiteFixture(
                post("content/posts/a.md", title: title, key == "title" ? "" : "\(key): \(text)")
            ).diagnose()
        }
        #expect(try await report("Games with $k$ players").contains("readers will see ‘$k$’"))
        #expect(try await report("US$k$ and $5$ or $HOME, df$x$y") == "")
    }
}
