import Math
import Testing

/// Macros, written out in formulas and looked at by themselves.
@Suite struct MacroTests {
    static func checked(
        _ definitions: KeyValuePairs<String, String>
    ) -> (macros: TeXMacros, mistakes: [TeXMacroMistake]) {
        TeXMacros.checked(definitions.map { TeXMacroDefinition(command: $0, body: $1) })
    }

    /// Each mistake with what it is about.
    private static func complaints(_ definitions: KeyValuePairs<String, String>) -> [String] {
        checked(definitions).mistakes.map { mistake in
            let (command, body) = definitions[mistake.definition]
            let part = mistake.range.map { String(decoding: Array(body.utf8)[$0], as: UTF8.self) }
            return "\(command) [\(part ?? "")] \(mistake.message)"
        }
    }

    /// A formula with macros is set as the one without them.
    @Test(
        "A macro is what it stands for",
        arguments: [
            (#"x \in \R"#, #"x \in \mathbb{R}"#),
            (#"\R x"#, #"\mathbb{R} x"#),
            (#"\norm{x+y}_2"#, #"\left\lVert x+y \right\rVert_2"#),
            (#"\norm x y"#, #"\left\lVert x \right\rVert y"#),
            (#"\norm\R"#, #"\left\lVert \mathbb{R} \right\rVert"#),
            (#"\norm { \norm{a} }"#, #"\left\lVert \left\lVert a \right\rVert \right\rVert"#),
            (#"\inner{a}{b}"#, #"\langle a, b\rangle"#),
            (#"\swap{a}{b}"#, #"b a"#),
            // A command is an argument as a whole.
            (#"\frac\dx\dt"#, #"\frac{\mathrm{d}x}{\mathrm{d}t}"#),
            (#"x^\dx y"#, #"x^{\mathrm{d}x} y"#),
            (#"\sqrt[\dx]\dt"#, #"\sqrt[\mathrm{d}x]{\mathrm{d}t}"#),
            (#"\frac\half2"#, #"\frac{\frac12}2"#),
            (#"\hat\vv"#, #"\hat{\boldsymbol{v}}"#),
            // Letters behind a command are none of its name.
            (#"\al x \ex{b}c"#, #"\alpha x {b}\alpha c"#),
            (#"\alpha\letter"#, #"\alpha x"#), (#"\glue xy"#, #"\alpha x y"#),
            (#"\glue{\glue{x}}"#, #"\alpha \alpha x"#),
            // Delimiters, scripts and relations stay what they are.
            (#"\lp\frac12\rp"#, #"\left(\frac12\right)"#),
            (#"\big\lb a"#, #"\big\{ a"#),
            (#"A\T B"#, #"A^\top B"#),
            (#"a\eqdef b"#, #"a\stackrel{\text{def}}{=} b"#),
            (#"\bea a&=b\\c&=d\eea"#, #"\begin{aligned}a&=b\\c&=d\end{aligned}"#),
            // In words.
            (#"\text{for $x\in\R$ and \words}"#, #"\text{for $x\in\mathbb{R}$ and so on}"#),
            (#"5\pct % \norm"#, #"5\%"#),
            // The new meaning, and the sign with the old one.
            (#"\epsilon\varepsilon"#, #"\varepsilon\varepsilon"#),
            (#"\vec{x}"#, #"\mathbf{x}"#),
            (#"\col{red}x"#, #"\color{red}x"#),
        ])
    func writtenOut(_ formula: String, _ plain: String) {
        let (macros, mistakes) = Self.checked([
            #"\R"#: #"\mathbb{R}"#, #"\norm"#: #"\left\lVert #1 \right\rVert"#,
            #"\inner"#: #"\langle #1, #2\rangle"#, #"\swap"#: "#2 #1", #"\dx"#: #"\mathrm{d}x"#,
            #"\dt"#: #"\mathrm{d}t"#, #"\half"#: #"\frac12"#, #"\vv"#: #"\boldsymbol{v}"#,
            #"\al"#: #"\alpha"#, #"\ex"#: #"{#1}\alpha"#, #"\letter"#: "x", #"\lp"#: #"\left("#,
            #"\glue"#: #"\alpha#1"#,
            #"\rp"#: #"\right)"#, #"\lb"#: #"\{"#, #"\T"#: #"^\top"#,
            #"\eqdef"#: #"\stackrel{\text{def}}{=}"#, #"\bea"#: #"\begin{aligned}"#,
            #"\eea"#: #"\end{aligned}"#, #"\words"#: "so on", #"\pct"#: #"\% % a comment"#,
            #"\epsilon"#: #"\varepsilon"#, #"\vec"#: #"\mathbf{#1}"#, #"\col"#: #"\color{#1}"#,
        ])
        #expect(mistakes == [])
        let made = Formula(formula, macros: macros)
        #expect(made.complaints == [])
        #expect(made.body == Formula(plain).body)
        #expect(made.markup.contains("<annotation encoding=\"application/x-tex\">"))
    }

    @Test("The source beside the markup is what the author wrote")
    func annotation() {
        let (macros, _) = Self.checked([#"\R"#: #"\mathbb{R}"#])
        #expect(Formula(#"x\in\R"#, macros: macros).markup.contains(#">x\in\R</annotation>"#))
    }

    @Test(
        "A mistake stands where its author can mend it",
        arguments: [
            // In an argument: there.
            (#"\norm{\foo}"#, [#"[\foo] ‘\foo’ is not known in formulas."#]),
            (
                #"a + \norm{x^a^b} + \R"#,
                [
                    "[^] A second exponent: TeX takes one. Put braces round what the outer one belongs to, "
                        + "as in ‘{x^a}^b’."
                ]
            ),
            (
                #"\norm"#,
                [
                    #"[\norm] ‘\norm’ has one argument, and lacks it: a character, or something in braces."#
                ]
            ),
            (
                #"\norm{\norm}"#,
                [
                    #"[\norm] ‘\norm’ has one argument, and lacks it: a character, or something in braces."#
                ]
            ),
            (
                #"\inner{a}"#,
                [
                    #"[\inner] ‘\inner’ has 2 arguments, and lacks that of ‘#2’: a character, or something in "#
                        + "braces."
                ]
            ),
            (#"\norm{x"#, ["[{] This ‘{’ has no ‘}’."]),
            // In what it stands for: at the command.
            (
                #"x \lp y"#,
                [
                    #"[\lp] This ‘\left’ has no ‘\right’. Write ‘\right.’ where nothing is to be seen. "#
                        + #"(‘\lp’ stands for ‘\left(’.)"#
                ]
            ),
            // A macro is a command that may have been meant.
            (#"\nrom{x}"#, [#"[\nrom] ‘\nrom’ is not known in formulas. Did you mean ‘\norm’?"#]),
        ])
    func mistakes(_ formula: String, _ expected: [String]) {
        let (macros, _) = Self.checked([
            #"\R"#: #"\mathbb{R}"#, #"\norm"#: #"\left\lVert #1 \right\rVert"#,
            #"\inner"#: #"\langle #1, #2\rangle"#, #"\lp"#: #"\left("#,
        ])
        #expect(Formula(formula, macros: macros).complaints == expected)
    }

    @Test("A macro that cannot be right is refused, used or not")
    func refused() {
        #expect(
            Self.complaints([
                #"\a"#: #"\mathbb{R"#, #"\b"#: #"x^"#, #"\c"#: #"\foo x"#, #"\d"#: "#2",
                #"\e"#: "#x",
                #"\f"#: #"a \% b #0"#, #"\g"#: #"\frac{#1}"#, #"\h"#: " % nothing",
                #"\i"#: #"\hspace{#1}\color{#2}\left#3 x \right#3 \begin{#4}#5\end{#4}"#,
                #"\j"#: #"a \mathbb \mathbb"#,
            ]) == [
                #"\a [{] This ‘{’ has no ‘}’."#,
                #"\b [^] Nothing follows ‘^’: a character, or something in braces."#,
                #"\c [\foo] ‘\foo’ is not known in formulas."#,
                #"\d [#2] ‘#2’ is here, and ‘#1’ is nowhere: arguments are numbered from 1 without a gap."#,
                ##"\e [#] ‘#’ stands for an argument, and a number from 1 to 9 follows it. Write ‘\#’ for the sign."##,
                ##"\f [#] ‘#’ stands for an argument, and a number from 1 to 9 follows it. Write ‘\#’ for the sign."##,
                #"\g [\frac] ‘\frac’ lacks an argument: a character, or something in braces."#,
                #"\h [ % nothing] This macro is empty."#,
                #"\j [\mathbb] ‘\mathbb’ lacks an argument: a character, or something in braces."#,
            ])
    }

    @Test("What calls itself is refused once, and so is what calls it, in silence")
    func recursion() {
        #expect(
            Self.complaints([
                #"\a"#: #"x\b"#, #"\b"#: #"\c + 1"#, #"\c"#: #"\b\b"#, #"\d"#: #"{\d}"#,
                #"\e"#: #"\a\d"#,
            ]) == [
                #"\b [\c] ‘\b’ calls itself by way of ‘\c’, and so would have no end. Write out what it stands for."#,
                #"\d [\d] ‘\d’ calls itself, and so would have no end. Write out what it stands for."#,
            ])
    }

    @Test(
        "A command that has a meaning keeps its kind",
        arguments: [
            (#"\frac"#, "#1/#2"), (#"\right"#, "x"), (#"\text"#, "#1"), (#"\alpha"#, "#1"),
            (#"\vec"#, "v"), ("R", "x"), (#"\R1"#, "x"), (#"\\"#, "x"), (#"\"#, "x"), (#"\é"#, "x"),
        ])
    func names(_ command: String, _ body: String) {
        let mistakes = Self.checked([command: body]).mistakes
        #expect(mistakes.map(\.kind) == [.name])
    }

    @Test("Macros that grow and grow are refused at once", .timeLimit(.minutes(5)))
    func bounds() {
        func chain(_ first: String, _ body: (Int) -> String) -> [TeXMacroMistake] {
            let names = (0...40).map { "\\x" + String(repeating: "a", count: $0) }
            return TeXMacros.checked(
                names.indices.map {
                    TeXMacroDefinition(
                        command: names[$0],
                        body: $0 == 0 ? first : body($0).replacing("@", with: names[$0 - 1]))
                }
            ).mistakes
        }
        #expect(chain("x") { _ in "@ @" }.map(\.kind) == [.size])
        #expect(chain("#1#1") { _ in "@{#1#1}" }.map(\.kind) == [.size])
        // To nothing that can be seen.
        #expect(chain("{}") { _ in "@@" }.map(\.kind) == [.size])
        let long = (0..<400).map { "\\x" + String(repeating: "b", count: $0) }
        let calls = long.indices.map {
            TeXMacroDefinition(
                command: long[$0], body: $0 == 399 ? "x" : long[$0 + 1])
        }
        // Once, however many call it.
        #expect(TeXMacros.checked(calls).mistakes.map(\.kind) == [.size])
        // A formula nests what is short by itself.
        let (macros, _) = Self.checked([#"\d"#: "#1#1"])
        let deep =
            String(repeating: #"\d{"#, count: 30) + "x" + String(repeating: "}", count: 30)
        #expect(Formula(deep, macros: macros).mistakes.count == 1)
        let deeper =
            String(repeating: #"\d{"#, count: 20_000) + "x"
            + String(repeating: "}", count: 20_000)
        #expect(Formula(deeper, macros: macros).mistakes.count == 1)
        let many = String(repeating: #"\d x"#, count: 100_000)
        #expect(Formula(many, macros: macros, limit: 1 << 19).mistakes.count == 1)
    }

    @Test("No formula traps, and every mistake is in it, whatever stands round macros")
    func anyFormula() {
        let (macros, mistakes) = Self.checked([
            #"\R"#: #"\mathbb{R}"#, #"\n"#: #"\left| #1 \right|"#, #"\i"#: "#1_#2",
            #"\l"#: #"\left("#,
            #"\r"#: #"\right)"#, #"\b"#: #"\begin{aligned}"#, #"\e"#: #"\end{aligned}"#,
            #"\d"#: "#1#1",
            #"\t"#: #"\text{#1}"#, #"\a"#: #"\alpha#1"#, #"\h"#: #"\hspace{#1}"#,
            #"\g"#: #"\n{\i{#1}{\d{#1}}}"#, #"\p"#: "#1R",
        ])
        #expect(mistakes == [])
        let words = [
            #"\R"#, #"\n"#, #"\i"#, #"\l"#, #"\r"#, #"\b"#, #"\e"#, #"\d"#, #"\t"#, #"\a"#,
            #"\h"#, #"\g"#, #"\p"#, "{", "}",
            "{", "}", "x", "2", "^", "_", "&", #"\\"#, "$", "%", "\n", " ", #"\frac"#,
            #"\sqrt["#, "]", "é", "'",
            "\u{1}", "\u{2}", #"\"#, "#1", #"\text{"#, #"\tag"#, #"\color"#, #"\right"#,
            #"\end"#, "(", "*",
        ]
        var state: UInt64 = 7
        for _ in 0..<4000 {
            var formula = ""
            for _ in 0..<(state >> 33) % 16 + 1 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                formula += words[Int(state >> 33) % words.count]
            }
            let made = Formula(formula, display: true, macros: macros)
            #expect(!made.markup.utf8.contains { $0 == 1 || $0 == 2 }, "\(formula)")
            #expect(MarkupChecker.problems(in: made.markup) == [], "\(formula)")
            #expect(
                made.mistakes.allSatisfy {
                    $0.range.lowerBound >= 0 && $0.range.upperBound <= formula.utf8.count
                }, "\(formula)")
        }
    }
}
