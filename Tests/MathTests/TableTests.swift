import Testing

@testable import Math

/// The tables of signs, commands and spaces, each as a whole.
@Suite struct TableTests {
    @Test(arguments: SymbolTable.names.sorted())
    func everySignIsWellFormed(name: String) {
        let formula = Formula("x\\\(name) y_{\\\(name)}")
        #expect(formula.complaints == [])
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }

    @Test(arguments: TeXCommand.names.sorted())
    func everyCommandIsWellFormed(name: String) {
        for arguments in ["{a}{b}{c}{d}", "", "(x)", "{", "\\alpha", "[a]{b}{c}", "^2_3"] {
            let formula = Formula("x \\\(name)\(arguments)")
            #expect(MarkupChecker.problems(in: formula.markup) == [])
        }
    }

    /// No command is two things.
    @Test func namesAreUsedOnce() {
        #expect(Set(SymbolTable.names).intersection(TeXCommand.names) == [])
    }

    @Test(arguments: MathEnvironment.names)
    func everyEnvironmentIsWellFormed(name: String) {
        let argument =
            ["array", "subarray"].contains(name)
            ? "{c}" : name.hasPrefix("alignat") || name == "alignedat" ? "{1}" : ""
        let formula = Formula("\\begin{\(name)}\(argument) x \\end{\(name)}")
        #expect(formula.complaints == [])
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }

    /// As The TeXbook has them, in chapter 18: what is negative vanishes in scripts.
    static let spaces: [(AtomClass, [Int])] = [
        (.ordinary, [0, 1, -2, -3, 0, 0, 0, -1]), (.largeOperator, [1, 1, 0, -3, 0, 0, 0, -1]),
        (.binary, [-2, -2, 0, 0, -2, 0, 0, -2]), (.relation, [-3, -3, 0, 0, -3, 0, 0, -3]),
        (.opening, [0, 0, 0, 0, 0, 0, 0, 0]), (.closing, [0, 1, -2, -3, 0, 0, 0, -1]),
        (.punctuation, [-1, -1, 0, -1, -1, -1, -1, -1]), (.inner, [-1, 1, -2, -3, -1, 0, -1, -1]),
    ]

    @Test(arguments: spaces)
    func areTeXs(left: AtomClass, expected: [Int]) {
        let widths: [Ems] = [.zero, .thin, .medium, .thick]
        for (index, code) in expected.enumerated() {
            guard let right = AtomClass(rawValue: index) else { continue }
            #expect(AtomClass.space(left, right, inScript: false) == widths[abs(code)])
            #expect(AtomClass.space(left, right, inScript: true) == widths[max(0, code)])
        }
    }
}
