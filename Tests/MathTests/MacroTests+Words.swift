import Math
import Testing

/// Words that meet where macros are put in, and how deep macros may stand in one another.
extension MacroTests {
    @Test(
        "A backslash at the end of an argument makes no command of the letters behind it",
        arguments: [
            (#"\T \"#, [#"[\] A lone ‘\’ begins no command."#]),
            (#"\T\"#, [#"[\] A lone ‘\’ begins no command."#]),
            (#"\half\"#, [#"[\] A lone ‘\’ begins no command."#]),
            (#"\T{x\"#, ["[{] This ‘{’ has no ‘}’.", #"[\] A lone ‘\’ begins no command."#]),
            (
                #"\T{\T{x\"#,
                [
                    "[{] This ‘{’ has no ‘}’.", "[{] This ‘{’ has no ‘}’.",
                    #"[\] A lone ‘\’ begins no command."#,
                ]
            ),
            (#"\T x\"#, [#"[\] A lone ‘\’ begins no command."#]),
        ])
    func loneBackslash(_ formula: String, _ expected: [String]) {
        let (macros, mistakes) = Self.checked([
            #"\T"#: "#1R", #"\R"#: #"\mathbb{R}"#, #"\half"#: #"\frac#12"#,
        ])
        #expect(mistakes == [])
        #expect(Formula(formula, macros: macros).complaints == expected)
    }

    @Test(
        "A comment in a macro ends the name of a command, and no other word",
        arguments: [
            ("\\alpha% greek\nb", #"\alpha b"#), ("\\alpha % greek\n% more\nb", #"\alpha b"#),
            ("\\alpha% greek\n% more\nb", #"\alpha b"#), ("\\beta% x\n2", #"\beta 2"#),
            ("\\text{\\textbackslash% x\n b}", #"\text{\textbackslash b}"#),
            ("\\text{\\textbackslash% x\nb}", #"\text{\textbackslash b}"#),
            ("\\text{a% x\nb}", #"\text{ab}"#), ("\\\\a% x\nb", #"\\ab"#),
        ])
    func comment(_ body: String, _ plain: String) {
        let (macros, mistakes) = Self.checked([#"\c"#: body])
        #expect(mistakes == [])
        let frame = (#"\begin{aligned}"#, #"\end{aligned}"#)
        let made = Formula(#"\#(frame.0)\c\#(frame.1)"#, macros: macros)
        #expect(made.complaints == [])
        #expect(made.body == Formula(frame.0 + plain + frame.1).body)
    }

    @Test(
        "The digits of a macro go on in the number beside it",
        arguments: [
            (#"3\twelve"#, "312"), (#"\twelve3"#, "123"), (#"\twelve\twelve"#, "1212"),
            (#"\twelve.5"#, "12.5"), (#"3\sum"#, "312+x"), (#"3\frac\twelve5"#, #"3\frac{12}5"#),
            // Where TeX takes one digit, or a macro as a whole.
            (#"\frac3\twelve"#, #"\frac3{12}"#), (#"x_\twelve 3"#, "x_{12}3"),
            (#"x^3\twelve"#, "x^3 12"), (#"3\half"#, #"3\frac12"#),
            (#"3 \twelve"#, "3 12"), (#"3{\twelve}"#, "3{12}"),
        ])
    func numbers(_ formula: String, _ plain: String) {
        let (macros, mistakes) = Self.checked([
            #"\twelve"#: "12", #"\sum"#: "12+x", #"\half"#: #"\frac12"#,
        ])
        #expect(mistakes == [])
        let made = Formula(formula, macros: macros)
        #expect(made.complaints == [])
        #expect(made.body == Formula(plain).body)
    }

    private static let tooDeep =
        "Macros stand more than 100 levels deep in one another here. Write some of them out."

    @Test("A chain of macros that is too long is refused where it becomes so, in any order")
    func chains() {
        let names = (0..<150).map { "\\m" + String(repeating: "d", count: $0) }
        let chain = names.indices.map {
            TeXMacroDefinition(command: names[$0], body: $0 == 0 ? "x" : names[$0 - 1])
        }
        for definitions in [chain, chain.reversed()] {
            let (macros, mistakes) = TeXMacros.checked(definitions)
            #expect(mistakes.map(\.message) == [Self.tooDeep])
            #expect(mistakes.map { definitions[$0.definition].command } == [names[100]])
            #expect(Formula(names[99], macros: macros).mistakes == [])
            #expect(Formula(names[100], macros: macros).mistakes != [])
        }
        // Nor does a longer one take a stack.
        let many = (0..<20_000).map { number in
            let letters = String(number).utf8.map { Character(Unicode.Scalar($0 + 0x31)) }
            return "\\m" + String(letters)
        }
        let long = many.indices.map {
            TeXMacroDefinition(command: many[$0], body: $0 + 1 < many.count ? many[$0 + 1] : "x")
        }
        #expect(TeXMacros.checked(long).mistakes.map(\.message) == [Self.tooDeep])
    }

    @Test("Macros that stand in one another too deep are told from those that become too much")
    func depth() {
        let (macros, _) = Self.checked([#"\h"#: "{#1}", #"\a"#: #"\h{\h{#1}}"#])
        func nested(_ command: String, _ depth: Int) -> String {
            String(repeating: command + "{", count: depth) + "x"
                + String(repeating: "}", count: depth)
        }
        #expect(Formula(nested(#"\h"#, 98), macros: macros).complaints == [])
        #expect(
            Formula(nested(#"\h"#, 101), macros: macros).complaints == [#"[\h] "# + Self.tooDeep])
        #expect(
            Self.checked([#"\h"#: "{#1}", #"\b"#: nested(#"\h"#, 101)]).mistakes.map(\.message)
                == [Self.tooDeep])
    }

    @Test(
        "A macro of a thousand pieces is put together in the time that they take",
        .timeLimit(.minutes(5)))
    func manyPieces() {
        let (macros, mistakes) = Self.checked([
            #"\a"#: String(repeating: "#1", count: 8000),
            #"\b"#: String(repeating: "{", count: 16_000),
            #"\c"#: String(repeating: "# ", count: 8000),
        ])
        // Of each, as many as anyone mends at once.
        #expect(mistakes.count == 40)
        for _ in 0..<20 { #expect(Formula(#"\a{xyz}"#, macros: macros).mistakes == []) }
    }
}
