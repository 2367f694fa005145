import Math
import Testing

/// Formulas made to break a parser: each is read in time, and what comes of it is well-formed.
@Suite struct HostileFormulaTests {
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "{", "}", "{}", "\\frac", "\\left(", "\\right)", "\\middle|", "\\begin{matrix}",
            "\\begin{x}", "\\end{x}", "^x", "^{x", "_", "'", "\\foo", "x", "1", "1{,}", "&",
            "a&b\\\\",
            "$x$", "\\text{", "\\text{$", "\\sqrt[", "\\displaystyle ", "a\\over ", "\\not",
            "\\perp\\!", "\\hspace{-999em}", "\\hat", "\\color{red}", "\\textcolor{red}{", "\\rm ",
            "\\mathbf{x", "*{9}{c}", "e\u{301}", "%\n", "😀", "\\operatorname{", "\\tag{",
            "\\sum_i^n ",
            "\\hline", "\\substack{", "\\genfrac", "\\", "\\\\", "\\[", "\0", "\u{FFFF}", "\\😀",
            "\\ ",
            "\\dots", "\\big", "\\limits", "\\prescript", "\\newcommand{", "\\def\\x{",
            "\\kern 1em",
        ])
    func isReadInTime(pattern: String) {
        let count = 4_000 / pattern.utf8.count
        let repeated = String(repeating: pattern, count: count)
        let tags = String(repeating: "\\tag1\\\\", count: count / 10)
        for text in [
            repeated, "\\text{\(repeated)}", "\\begin{array}{\(repeated)} x \\end{array}",
            "\\begin{aligned}\(repeated)\\end{aligned}",
            "\\begin{aligned}\(repeated)\\\\\(tags)\\end{aligned}",
            "\\left(\(repeated)\\right)",
            "\\mathrm{\(repeated)}", "x_\(repeated)",
        ] {
            let formula = Formula(text)
            #expect(formula.markup.utf8.count < 100 * text.utf8.count + 1000)
            #expect(MarkupChecker.problems(in: formula.markup) == [])
            #expect(formula.mistakes.count <= 20)
        }
    }

    @Test func hasABoundOfItsDepth() {
        let deep = Formula(String(repeating: "{", count: 200))
        #expect(
            deep.complaints == ["[{] This formula is nested more than 100 levels deep."])
        let allowed = String(repeating: "{", count: 99) + "x" + String(repeating: "}", count: 99)
        #expect(Formula(allowed).mistakes == [])
    }

    @Test func readsBytesThatAreNoText() {
        let bytes: [UInt8] = [0x78, 0xFF, 0x5C, 0xFE, 0xC3, 0x24, 0x80, 0x5E]
        let formula = Formula(String(decoding: bytes, as: UTF8.self))
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }
}
