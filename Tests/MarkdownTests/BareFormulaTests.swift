import Diagnostics
import Markdown
import Testing

/// Formulas as other programs have them, without dollars.
@Suite struct BareFormulaTests {
    @Test(
        "A formula without dollars is an error that says how it is written",
        arguments: [
            (#"On \(x\) here."#, "1:4", "$x$"), (#"On \( x_i \)."#, "1:4", "$x_i$"),
            (#"**\(\alpha\)**"#, "1:3", #"$\alpha$"#),
            (#"An \(O(n \log n)\) sort"#, "1:4", #"$O(n \log n)$"#),
            (#"With \(p < .05\)."#, "1:6", "$p < .05$"), (#"H\(_2\)O"#, "1:2", "$_2$"),
            (#"the \(n\)th"#, "1:5", "$n$"),
            (#"Over\(\mathbb{R}\)"#, "1:5", #"$\mathbb{R}$"#),
            (#"a \(∑_{i}^n\)"#, "1:3", "$∑_{i}^n$"),
            (#"\[ E = mc^2 \]"#, "1:1", "$$E = mc^2$$"),
            (#"So \[\sum_i x_i\] is"#, "1:4", #"$$\sum_i x_i$$"#),
            ("\\[\na\n= \\frac12\n\\]", "1:1", #"$$a = \frac12$$"#),
            ("> - \\[\n>   x_i\n>   \\]", "1:5", "$$x_i$$"),
            (#"| a |"# + "\n|--|\n" + #"| \(x^2\) |"#, "3:3", "$x^2$"),
            (#"## On \(x\)"#, "1:7", "$x$"),
            // Hugo's and Jekyll's.
            (#"On \\(x\\) here."#, "1:4", "$x$"), ("\\\\[\n\\alpha\n\\\\]", "1:1", #"$$\alpha$$"#),
            // MathJax's.
            (
                "\\begin{align}\na &= b \\\\\n&= c\n\\end{align}", "1:1",
                #"$$\begin{align} a &= b \\ &= c \end{align}$$"#
            ),
        ])
    func isReported(source: String, place: String, written: String) {
        let parsed = Parsed(source)
        #expect(parsed.problems(in: source) == ["\(place) math.no-dollars"])
        let wayOut =
            source.hasPrefix("\\begin") ? "" : " Brackets that are meant need no backslash."
        #expect(
            parsed.diagnostics.first?.message.hasSuffix(": write ‘\(written)’.\(wayOut)") == true)
    }

    @Test("What may be one is, where another is")
    func guess() {
        let doubtful = #"Case \(i\) and \(f(x)\)."#
        #expect(Parsed(doubtful).html == "<p>Case (i) and (f(x)).</p>\n")
        #expect(Parsed(doubtful).diagnostics.isEmpty)
        #expect(Parsed(doubtful + #" And \(\alpha\), \(see above\)."#).diagnostics.count == 3)
    }

    @Test(
        "Escaped brackets are ordinary Markdown",
        arguments: [
            (#"\(see above\)"#, "(see above)"), (#"\[not a link\]"#, "[not a link]"),
            (#"\[x\] done"#, "[x] done"),
            (#"\[x\]"#, "[x]"), (#"\[1\] and \[^1\]"#, "[1] and [^1]"), (#"file\(s\)"#, "file(s)"),
            (#"\(c\) 2020"#, "(c) 2020"), (#"\(a\) one, \(b\) two"#, "(a) one, (b) two"),
            (#"f\(x\)"#, "f(x)"),
            (#"a\[i+1\]"#, "a[i+1]"), (#"\[i = 0\] in a line"#, "[i = 0] in a line"),
            (#"\(snake_case and a_b_c\)"#, "(snake_case and a_b_c)"), (#"\(^_^\)"#, "(^_^)"),
            (#"\(w/o\) and \(e.g.\)"#, "(w/o) and (e.g.)"), (#"\[A-Z\]"#, "[A-Z]"),
            (#"\(A+\)"#, "(A+)"),
            (#"Press \(n\)o, or choose \(f\)irst."#, "Press (n)o, or choose (f)irst."),
            (#"\[x^2\](y.md)"#, "[x^2](y.md)"), (#"\[\[wiki\]\]"#, "[[wiki]]"),
            (#"\(see $x$ above\)"#, "(see <math"), (#"\(in C:\temp\new\)"#, #"(in C:\temp\new)"#),
            (#"a \( b"#, "a ( b"), (#"a \) b \("#, "a ) b ("), ("\\(\n\na_1\\)", "<p>(</p>"),
            (#"see \(note a_1 and what follows there\)"#, "(note a_1 and what follows there)"),
            (#"`\(x\)`"#, #"<code>\(x\)</code>"#), ("```\n\\[ \\alpha \\]\n```", #"\[ \alpha \]"#),
            ("    \\(x\\)", #"\(x\)"#),
        ])
    func staysText(source: String, html: String) {
        let parsed = Parsed(source)
        #expect(parsed.html.contains(html), "\(parsed.html)")
        #expect(parsed.problems(in: source) == [])
    }

    @Test("A site without formulas has none of these either")
    func setting() {
        let parsed = Parsed(#"\(\alpha\)"#) { $0.math = .off }
        #expect(parsed.html == "<p>(\\alpha)</p>\n")
        #expect(parsed.diagnostics.isEmpty)
    }
}
