import Diagnostics
import Foundation
import Markdown
import Testing

/// Dollars that are no formulas, in texts where they look like some: nothing is lost.
@Suite struct NoFormulaTests {
    @Test(arguments: [
        // Code and HTML that the lines before it hide.
        ("***\n    a $x\nlost y$ b", "<code>a $x\n</code></pre>\n<p>lost y$ b</p>"),
        ("T\n---\n    a $x\ny$ b", "<code>a $x\n</code></pre>\n<p>y$ b</p>"),
        ("<!-- c -->\n    x $a\nkept b$ c", "<code>x $a\n</code></pre>\n<p>kept b$ c</p>"),
        ("<pre>cost $5</pre>\nand a$ b\n\n*c*", "<p>and a$ b</p>\n<p><em>c</em></p>"),
        ("<script>\nvar a = \"$x\"\n</script>\nb$ c", "<p>b$ c</p>"),
        ("<div>\n$x$\n</div>", "<div>\n$x$\n</div>"),
        ("Text\n<div>$b$</div>", "<p>Text</p>\n<div>$b$</div>"),
        // The scan takes this for a comment, and the parser for code: neither line is a formula.
        ("\"<!--\n-     -->$$a\nb$$ c", "<p>b$$ c</p>"),
        // Heads of columns, and prose about them.
        ("| A ($) | B ($) |\n|--|--|\n| 1 | 2 |", "<th scope=\"col\">A ($)</th>"),
        ("A ($) and b ($).", "<p>A ($) and b ($).</p>"),
        ("| A ($m) | B ($m) |\n|--|--|\n| 1 | 2 |", "<th scope=\"col\">B ($m)</th>"),
        ("In $bn ($m in brackets), profit ($bn).", "<p>In $bn ($m in brackets), profit ($bn).</p>"),
        // Names of the shell, and currencies.
        (
            "Put $HOME/$USER and $HOME$USER into $PATH:$HOME.",
            "$HOME/$USER and $HOME$USER into $PATH:$HOME."
        ),
        ("The $-denominated and the US$-denominated", "The $-denominated and the US$-denominated"),
        // Names in a program, without backticks.
        ("From $foo-$bar or $foo_1.$bar.", "From $foo-$bar or $foo_1.$bar."),
        ("From ${a}-${b} and ${c}${d}.", "From ${a}-${b} and ${c}${d}."),
        ("Call $x->$y, $x->y->$z and $a::$b.", "Call $x-&gt;$y, $x-&gt;y-&gt;$z and $a::$b."),
        ("Take $arr[$i] = $b[$j].", "Take $arr[$i] = $b[$j]."),
        // Sentences between a price and the next.
        ("Cost ($m). Price: 5$", "Cost ($m). Price: 5$"),
        ("Cost ($m) and some b$", "Cost ($m) and some b$"),
        ("It is $5m. Then it was 6$", "It is $5m. Then it was 6$"),
        // A row of a table ends with its line, with or without a bar at its beginning.
        ("a | b\n--|--\nx | $5\ny | 6$", "<td>$5</td>"),
        ("a | $b\n--|--\nx$ | 5", "<th scope=\"col\">$b</th>"),
        // Ids, labels and notes.
        ("## A {#$y$}", "<h2 id=\"$y$\">"),
        ("[a][b $c$]\n\n[b $c$]: d.md", "<a href=\"d.md\">a</a>"),
        ("Costs $a and[^1]\n[^1]: note b$ c", "note b$ c"),
    ])
    func keepsItsText(source: String, html: String) {
        let parsed = Parsed(source) { $0.allowsRawHTML = true }
        #expect(parsed.html.contains(html), "\(parsed.html)")
        #expect(!parsed.html.contains("<math"))
    }

    @Test func aSubscriptMayStandBehindALetter() {
        let html = Parsed("CO$_2$, H$_2$O and 10$^{-3}$, not US$5 or C$ 6$").html
        #expect(html.components(separatedBy: "<math>").count == 4)
        #expect(html.contains("not US$5 or C$ 6$"))
    }

    @Test func aFormulaMayStandInATableWithoutBarsAtItsEnds() {
        let html = Parsed("a | $x$\n--|--\n$y$ | $|z|$\n\nand $a\n|b$ and $ab-$c").html
        #expect(html.components(separatedBy: "<math>").count == 6)
    }

    @Test(arguments: [
        "$n$th", "$AB$s", "$x-$axis", "$xy-$plane", "$-\\alpha - b$", "$H^-$", "$-abcd$", "$x/y$",
        "$x$-$y$", "$]a,b]$", "$]a,b[$", "$[a,b[$", "$[0, 1)$", "$(a,b]$", "$xyz-$space",
        "${}^{14}$C",
        "${n \\choose k}$", "$a) b$", "$(a) for b$", "$\\left. x\\right) for y$", "$a.b$", "$1. 5$",
        "$x = \\text{a. Then b}$", "$f: A->B$",
    ])
    func aFormulaThatLooksLikeALittleOfThese(source: String) {
        #expect(Parsed("A " + source).html.contains("<math"))
    }

    @Test func aMessageShowsWhatIsWritten() {
        let parsed = Parsed("[a $b$](c $d$.md)")
        #expect(parsed.diagnostics.map(\.message).contains { $0.contains("<c $d$.md>") })
    }
}
