extension MistakeTests {
    /// Cells, lines and environments.
    static let mistakesInRows: [(String, [String])] = [
        (
            #"a&b"#,
            [
                #"""
                [&] ‘&’ ends a cell of an environment such as ‘aligned’, and there is none \#
                here. Write ‘\&’ for the sign.
                """#
            ]
        ),
        (
            #"a\\b"#,
            [
                #"""
                [\\] ‘\\’ ends a line of an environment, and there is none here. Put the \#
                lines between ‘\begin{aligned}’ and ‘\end{aligned}’.
                """#
            ]
        ),
        (
            #"\left(a&b\right)"#,
            [
                #"""
                [&] ‘&’ ends a cell of an environment such as ‘aligned’, and there is none \#
                here. Write ‘\&’ for the sign.
                """#
            ]
        ),
        (
            #"\begin{aligned}{a&b}\end{aligned}"#,
            [#"[&] This ‘&’ stands inside of braces, where no cell can end."#]
        ),
        (
            #"\begin{aligned}\left(a&b\right)\end{aligned}"#,
            [#"[&] This ‘&’ stands inside of ‘\left…\right’, where no cell can end."#]
        ),
        (
            #"\begin{matrx}a&b\\c\end{matrx}"#,
            [#"[\begin{matrx}] There is no environment ‘matrx’. Did you mean ‘matrix’?"#]
        ),
        (#"\begin{aligned}a"#, [#"[\begin{aligned}] ‘\begin{aligned}’ has no ‘\end{aligned}’."#]),
        (
            #"\begin{aligned}a\end{align}"#,
            [#"[\end{align}] ‘\begin{aligned}’ is ended by ‘\end{align}’."#]
        ),
        (
            #"\begin{aligned}\begin{cases}a\end{aligned}"#,
            [#"[\begin{cases}] ‘\begin{cases}’ has no ‘\end{cases}’."#]
        ),
        (#"\end{x}"#, [#"[\end{x}] ‘\end{x}’ has no ‘\begin{x}’."#]),
        (#"\begin"#, [#"[\begin] ‘\begin’ lacks the name of an environment in braces."#]),
        (
            #"\begin{array}{cc}a&b&c\end{array}"#,
            [#"[&] A line of ‘array’ has 2 cells here, and this ‘&’ begins another."#]
        ),
        (
            #"\begin{array}{xy}a\end{array}"#,
            [
                #"""
                [{xy}] Columns are ‘l’, ‘c’ and ‘r’ for left, centered and right, and ‘|’ \#
                for a line between.
                """#
            ]
        ),
        (
            #"\begin{cases}a&b&c\end{cases}"#,
            [#"[&] A line of ‘cases’ has 2 cells here, and this ‘&’ begins another."#]
        ),
        (
            #"\begin{gathered}a&b\end{gathered}"#,
            [#"[&] A line of ‘gathered’ has a single cell: write ‘\&’ for the sign."#]
        ),
        (#"\hline"#, [#"[\hline] ‘\hline’ stands at the beginning of a line of ‘array’."#]),
    ]

    /// What a formula does not hold, and arguments that cannot be read.
    static let mistakesInArguments: [(String, [String])] = [
        (#"$"#, [#"[$] A formula has no ‘$’ inside. Write ‘\$’ for the sign."#]),
        (#"a$b"#, [#"[$] A formula has no ‘$’ inside. Write ‘\$’ for the sign."#]),
        (
            #"\newcommand{\R}{\mathbb{R}}x"#,
            [
                #"""
                [\newcommand] ‘\newcommand’ does nothing here. The macros of a site are \#
                defined in site.yaml, with ‘macros’ below ‘math’.
                """#
            ]
        ),
        (
            #"\def\x{y}z"#,
            [
                #"""
                [\def] ‘\def’ does nothing here. The macros of a site are defined in \#
                site.yaml, with ‘macros’ below ‘math’.
                """#
            ]
        ),
        (
            #"a\label{eq:x}"#,
            [
                #"""
                [\label] ‘\label’ does nothing here. To name a formula, write ‘{#eq:name}’ \#
                after it; to refer to it, write ‘[@eq:name]’ in the text.
                """#
            ]
        ),
        (
            #"\eqref{x}"#,
            [
                #"""
                [\eqref] ‘\eqref’ does nothing here. To name a formula, write ‘{#eq:name}’ \#
                after it; to refer to it, write ‘[@eq:name]’ in the text.
                """#
            ]
        ),
        (#"\tag{1}\tag{2}"#, [#"[\tag] A line has one ‘\tag’, and this is its second."#]),
        (
            #"\color{redd}{x}"#,
            [
                #"""
                [{redd}] ‘redd’ is no color that is known here. Write one of xcolor's \#
                names, or ‘#c00’. Did you mean ‘red’?
                """#
            ]
        ),
        (
            #"\textcolor{#12}{x}"#,
            [
                #"""
                [{#12}] ‘#12’ is no color that is known here. Write one of xcolor's names, \#
                or ‘#c00’.
                """#
            ]
        ),
        (
            #"\text{a \foo b}"#,
            [
                #"""
                [\foo] ‘\foo’ is no command of text. Write signs and accented letters as \#
                themselves, and formulas between dollar signs.
                """#
            ]
        ),
        (#"\text{a $b}"#, [#"[$] This ‘$’ begins a formula without an end."#]),
        (#"\text{a"#, [#"[{] This ‘{’ has no ‘}’."#]),
        (#"\hspace{1foo}"#, [#"[\hspace{1foo}] ‘\hspace’ needs a length such as ‘1em’ or ‘3mu’."#]),
        (#"\limits"#, [#"[\limits] ‘\limits’ stands right behind a large operator."#]),
        (
            #"\not{ab}"#,
            [
                #"""
                [\not] ‘\not’ strikes a single sign such as ‘=’ or ‘\in’. To strike out \#
                more, use ‘\cancel’.
                """#
            ]
        ),
        (
            #"x^\displaystyle 2"#,
            [
                #"""
                [\displaystyle] ‘\displaystyle’ is about what follows in a group: put \#
                braces round both.
                """#
            ]
        ),
        (#"\sqrt[3{x}"#, [#"[[] This ‘[’ has no ‘]’."#]),
        (#"\"#, [#"[\] A lone ‘\’ begins no command."#]),
        (
            #"\href{a}{b}"#,
            [
                #"""
                [\href] ‘\href’ is not known here: links stand in the text: write \#
                ‘[words](address)’ beside the formula.
                """#
            ]
        ),
        (
            #"\includegraphics{a}"#,
            [
                #"""
                [\includegraphics] ‘\includegraphics’ is not known here: it belongs into the \#
                text, and is written there as Markdown has it.
                """#
            ]
        ),
        (
            #"\ce{H2O} + \SI[a]{5}{km}x"#,
            [
                #"""
                [\ce] ‘\ce’ is not known here: write chemical formulas with letters that stand \#
                upright, as in ‘\mathrm{H_2O}’.
                """#,
                #"""
                [\SI] ‘\SI’ is not known here: write quantities with a thin space and letters \#
                that stand upright, as in ‘5\,\mathrm{km}’.
                """#,
            ]
        ),
    ]
}
