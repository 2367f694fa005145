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

    private static func mistake(_ source: String, _ expected: String...) -> (String, [String]) {
        (source, expected)
    }

    /// Commands, scripts, braces and delimiters.
    static let mistakes = [
        mistake(#"\foo"#, #"[\foo] ‘\foo’ is not known in formulas."#),
        mistake(
            #"\alpah+\bta"#,
            #"[\alpah] ‘\alpah’ is not known in formulas. Did you mean ‘\alpha’?"#,
            #"[\bta] ‘\bta’ is not known in formulas. Did you mean ‘\beta’?"#),
        mistake(#"\Detla"#, #"[\Detla] ‘\Detla’ is not known in formulas. Did you mean ‘\Delta’?"#),
        mistake(
            #"\R^n"#,
            #"[\R] ‘\R’ is not known in formulas. For the letter as a set, write ‘\mathbb{R}’."#),
        mistake(
            #"\Var(X)"#,
            #"[\Var] ‘\Var’ is not known in formulas. For a function's name, write "#
                + #"‘\operatorname{Var}’."#),
        mistake(
            #"\tr A"#,
            #"[\tr] ‘\tr’ is not known in formulas. For a function's name, write "#
                + #"‘\operatorname{tr}’."#),
        mistake(
            #"\frac{a}"#,
            #"[\frac] ‘\frac’ lacks an argument: a character, or something in braces."#),
        mistake(
            #"\sqrt"#,
            #"[\sqrt] ‘\sqrt’ lacks an argument: a character, or something in braces."#),
        mistake(#"x^"#, #"[^] Nothing follows ‘^’: a character, or something in braces."#),
        mistake(#"x_"#, #"[_] Nothing follows ‘_’: a character, or something in braces."#),
        mistake(
            #"x_a_b"#,
            #"[_] A second index: TeX takes one. Put both into braces, as in ‘x_{a,b}’, or nest "#
                + #"them, as in ‘x_{a_b}’."#),
        mistake(
            #"x^a^b^c"#,
            #"[^] A second exponent: TeX takes one. Put braces round what the outer one belongs "#
                + #"to, as in ‘{x^a}^b’."#,
            #"[^] A second exponent: TeX takes one. Put braces round what the outer one belongs "#
                + #"to, as in ‘{x^a}^b’."#),
        mistake(#"{x"#, #"[{] This ‘{’ has no ‘}’."#),
        mistake(#"x}"#, #"[}] This ‘}’ has no ‘{’. Write ‘\}’ for the sign."#),
        mistake(#"\frac{a}{b"#, #"[{] This ‘{’ has no ‘}’."#),
        mistake(#"{{{"#, #"[{] This ‘{’ has no ‘}’."#),
        mistake(
            #"\left(x"#,
            #"[\left] This ‘\left’ has no ‘\right’. Write ‘\right.’ where nothing is to be seen."#),
        mistake(#"\right)"#, #"[\right] This ‘\right’ has no ‘\left’."#),
        mistake(#"\left(a}b\right)"#, #"[}] This ‘}’ has no ‘{’. Write ‘\}’ for the sign."#),
        mistake(
            #"\left x\right)"#,
            #"[\left] No delimiter follows ‘\left’, such as ‘(’, ‘|’, or ‘.’ for none."#),
        mistake(
            #"\left{x\right}"#,
            #"[{] A brace is written with a backslash: ‘\{’."#,
            #"[}] A brace is written with a backslash: ‘\}’."#),
        mistake(#"\middle|"#, #"[\middle] ‘\middle’ stands between ‘\left’ and ‘\right’ alone."#),
        mistake(
            #"\big x"#,
            #"[\big] No delimiter follows ‘\big’, such as ‘(’, ‘|’, or ‘.’ for none."#),
    ]

    /// Cells, lines and environments.
    static let mistakesInRows = [
        mistake(
            #"a&b"#,
            #"[&] ‘&’ ends a cell of an environment such as ‘aligned’, and there is none here. "#
                + #"Write ‘\&’ for the sign."#),
        mistake(
            #"a\\b"#,
            #"[\\] ‘\\’ ends a line of an environment, and there is none here. Put the lines "#
                + #"between ‘\begin{aligned}’ and ‘\end{aligned}’."#),
        mistake(
            #"\left(a&b\right)"#,
            #"[&] ‘&’ ends a cell of an environment such as ‘aligned’, and there is none here. "#
                + #"Write ‘\&’ for the sign."#),
        mistake(
            #"\begin{aligned}{a&b}\end{aligned}"#,
            #"[&] This ‘&’ stands inside of braces, where no cell can end."#),
        mistake(
            #"\begin{aligned}\left(a&b\right)\end{aligned}"#,
            #"[&] This ‘&’ stands inside of ‘\left…\right’, where no cell can end."#),
        mistake(
            #"\begin{matrx}a&b\\c\end{matrx}"#,
            #"[\begin{matrx}] There is no environment ‘matrx’. Did you mean ‘matrix’?"#),
        mistake(
            #"\begin{aligned}a"#,
            #"[\begin{aligned}] ‘\begin{aligned}’ has no ‘\end{aligned}’."#),
        mistake(
            #"\begin{aligned}a\end{align}"#,
            #"[\end{align}] ‘\begin{aligned}’ is ended by ‘\end{align}’."#),
        mistake(
            #"\begin{aligned}\begin{cases}a\end{aligned}"#,
            #"[\begin{cases}] ‘\begin{cases}’ has no ‘\end{cases}’."#),
        mistake(#"\end{x}"#, #"[\end{x}] ‘\end{x}’ has no ‘\begin{x}’."#),
        mistake(#"\begin"#, #"[\begin] ‘\begin’ lacks the name of an environment in braces."#),
        mistake(
            #"\begin{array}{cc}a&b&c\end{array}"#,
            #"[&] A line of ‘array’ has 2 cells here, and this ‘&’ begins another."#),
        mistake(
            #"\begin{array}{xy}a\end{array}"#,
            #"[{xy}] Columns are ‘l’, ‘c’ and ‘r’ for left, centered and right, and ‘|’ for a "#
                + #"line between."#),
        mistake(
            #"\begin{cases}a&b&c\end{cases}"#,
            #"[&] A line of ‘cases’ has 2 cells here, and this ‘&’ begins another."#),
        mistake(
            #"\begin{gathered}a&b\end{gathered}"#,
            #"[&] A line of ‘gathered’ has a single cell: write ‘\&’ for the sign."#),
        mistake(#"\hline"#, #"[\hline] ‘\hline’ stands at the beginning of a line of ‘array’."#),
    ]

    /// What a formula does not hold, and arguments that cannot be read.
    static let mistakesInArguments = [
        mistake(#"$"#, #"[$] A formula has no ‘$’ inside. Write ‘\$’ for the sign."#),
        mistake(#"a$b"#, #"[$] A formula has no ‘$’ inside. Write ‘\$’ for the sign."#),
        mistake(
            #"\newcommand{\R}{\mathbb{R}}x"#,
            #"[\newcommand] ‘\newcommand’ does nothing here. The macros of a site are defined in "#
                + #"site.yaml, with ‘macros’ below ‘math’."#),
        mistake(
            #"\def\x{y}z"#,
            #"[\def] ‘\def’ does nothing here. The macros of a site are defined in site.yaml, "#
                + #"with ‘macros’ below ‘math’."#),
        mistake(
            #"a\label{eq:x}"#,
            #"[\label] ‘\label’ does nothing here. To name a formula, write ‘{#eq:name}’ after "#
                + #"it; to refer to it, write ‘[@eq:name]’ in the text."#),
        mistake(
            #"\eqref{x}"#,
            #"[\eqref] ‘\eqref’ does nothing here. To name a formula, write ‘{#eq:name}’ after "#
                + #"it; to refer to it, write ‘[@eq:name]’ in the text."#),
        mistake(#"\tag{1}\tag{2}"#, #"[\tag] A line has one ‘\tag’, and this is its second."#),
        mistake(
            #"\color{redd}{x}"#,
            #"[{redd}] ‘redd’ is no color that is known here. Write one of xcolor's names, or "#
                + #"‘#c00’. Did you mean ‘red’?"#),
        mistake(
            #"\textcolor{#12}{x}"#,
            #"[{#12}] ‘#12’ is no color that is known here. Write one of xcolor's names, or "#
                + #"‘#c00’."#),
        mistake(
            #"\text{a \foo b}"#,
            #"[\foo] ‘\foo’ is no command of text. Write signs and accented letters as "#
                + #"themselves, and formulas between dollar signs."#),
        mistake(#"\text{a $b}"#, #"[$] This ‘$’ begins a formula without an end."#),
        mistake(#"\text{a"#, #"[{] This ‘{’ has no ‘}’."#),
        mistake(
            #"\hspace{1foo}"#,
            #"[\hspace{1foo}] ‘\hspace’ needs a length such as ‘1em’ or ‘3mu’."#),
        mistake(#"\limits"#, #"[\limits] ‘\limits’ stands right behind a large operator."#),
        mistake(
            #"\not{ab}"#,
            #"[\not] ‘\not’ strikes a single sign such as ‘=’ or ‘\in’. To strike out more, use "#
                + #"‘\cancel’."#),
        mistake(
            #"x^\displaystyle 2"#,
            #"[\displaystyle] ‘\displaystyle’ is about what follows in a group: put braces round "#
                + #"both."#),
        mistake(#"\sqrt[3{x}"#, #"[[] This ‘[’ has no ‘]’."#),
        mistake(#"\"#, #"[\] A lone ‘\’ begins no command."#),
        mistake(
            #"\href{a}{b}"#,
            #"[\href] ‘\href’ is not known here: links stand in the text: write "#
                + #"‘[words](address)’ beside the formula."#),
        mistake(
            #"\includegraphics{a}"#,
            #"[\includegraphics] ‘\includegraphics’ is not known here: it belongs into the text, "#
                + #"and is written there as Markdown has it."#),
        mistake(
            #"\ce{H2O} + \SI[a]{5}{km}x"#,
            #"[\ce] ‘\ce’ is not known here: write chemical formulas with letters that stand "#
                + #"upright, as in ‘\mathrm{H_2O}’."#,
            #"[\SI] ‘\SI’ is not known here: write quantities with a thin space and letters that "#
                + #"stand upright, as in ‘5\,\mathrm{km}’."#),
    ]
}
