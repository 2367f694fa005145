import Math
import Testing

/// What authors get wrong: each mistake is said once, at its place, with what to do.
@Suite struct MistakeTests {
    @Test(arguments: mistakes + mistakesInRows + mistakesInArguments)
    func areSaid(source: String, expected: [String]) {
        let formula = Formula(source)
        #expect(formula.complaints == expected)
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }

    @Test(arguments: ["", " ", "\n", "% only a comment"])
    func saysThatAFormulaIsEmpty(source: String) {
        let formula = Formula(source)
        #expect(formula.mistakes.map(\.message) == ["This formula is empty."])
        #expect(formula.mistakes.map(\.range) == [0..<source.utf8.count])
    }

    @Test func areSaidAllAtOnce() {
        let formula = Formula(#"\foo + \frac{\bar}{x_a_b} + \left( y"#)
        #expect(formula.mistakes.map(\.range) == [0..<4, 13..<17, 22..<23, 28..<33])
    }

    @Test func areBounded() {
        #expect(Formula(String(repeating: #"\foo "#, count: 100)).mistakes.count == 20)
    }

    /// Commands, scripts, braces and delimiters.
    static let mistakes: [(String, [String])] = [
        (#"\foo"#, [#"[\foo] ‘\foo’ is not known in formulas."#]),
        (
            #"\alpah+\bta"#,
            [
                #"[\alpah] ‘\alpah’ is not known in formulas. Did you mean ‘\alpha’?"#,
                #"[\bta] ‘\bta’ is not known in formulas. Did you mean ‘\beta’?"#,
            ]
        ),
        (#"\Detla"#, [#"[\Detla] ‘\Detla’ is not known in formulas. Did you mean ‘\Delta’?"#]),
        (
            #"\R^n"#,
            [
                #"""
                [\R] ‘\R’ is not known in formulas. For the letter as a set, write \#
                ‘\mathbb{R}’.
                """#
            ]
        ),
        (
            #"\Var(X)"#,
            [
                #"""
                [\Var] ‘\Var’ is not known in formulas. For a function's name, write \#
                ‘\operatorname{Var}’.
                """#
            ]
        ),
        (
            #"\tr A"#,
            [
                #"""
                [\tr] ‘\tr’ is not known in formulas. For a function's name, write \#
                ‘\operatorname{tr}’.
                """#
            ]
        ),
        (
            #"\frac{a}"#,
            [#"[\frac] ‘\frac’ lacks an argument: a character, or something in braces."#]
        ),
        (#"\sqrt"#, [#"[\sqrt] ‘\sqrt’ lacks an argument: a character, or something in braces."#]),
        (#"x^"#, [#"[^] Nothing follows ‘^’: a character, or something in braces."#]),
        (#"x_"#, [#"[_] Nothing follows ‘_’: a character, or something in braces."#]),
        (
            #"x_a_b"#,
            [
                #"""
                [_] A second index: TeX takes one. Put both into braces, as in ‘x_{a,b}’, \#
                or nest them, as in ‘x_{a_b}’.
                """#
            ]
        ),
        (
            #"x^a^b^c"#,
            [
                #"""
                [^] A second exponent: TeX takes one. Put braces round what the outer one \#
                belongs to, as in ‘{x^a}^b’.
                """#,
                #"""
                [^] A second exponent: TeX takes one. Put braces round what the outer one \#
                belongs to, as in ‘{x^a}^b’.
                """#,
            ]
        ),
        (#"{x"#, [#"[{] This ‘{’ has no ‘}’."#]),
        (#"x}"#, [#"[}] This ‘}’ has no ‘{’. Write ‘\}’ for the sign."#]),
        (#"\frac{a}{b"#, [#"[{] This ‘{’ has no ‘}’."#]),
        (#"{{{"#, [#"[{] This ‘{’ has no ‘}’."#]),
        (
            #"\left(x"#,
            [
                #"""
                [\left] This ‘\left’ has no ‘\right’. Write ‘\right.’ where nothing is to \#
                be seen.
                """#
            ]
        ),
        (#"\right)"#, [#"[\right] This ‘\right’ has no ‘\left’."#]),
        (#"\left(a}b\right)"#, [#"[}] This ‘}’ has no ‘{’. Write ‘\}’ for the sign."#]),
        (
            #"\left x\right)"#,
            [#"[\left] No delimiter follows ‘\left’, such as ‘(’, ‘|’, or ‘.’ for none."#]
        ),
        (
            #"\left{x\right}"#,
            [
                #"[{] A brace is written with a backslash: ‘\{’."#,
                #"[}] A brace is written with a backslash: ‘\}’."#,
            ]
        ),
        (#"\middle|"#, [#"[\middle] ‘\middle’ stands between ‘\left’ and ‘\right’ alone."#]),
        (#"\big x"#, [#"[\big] No delimiter follows ‘\big’, such as ‘(’, ‘|’, or ‘.’ for none."#]),
    ]
}
