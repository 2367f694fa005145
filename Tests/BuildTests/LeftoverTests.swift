import SiteTesting
import Testing

/// Markup that the parser takes for text: readers would see its signs.
@Suite struct LeftoverTests {
    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let mistakes: [Mistake] = [
        .inText(
            "addresses with spaces, open, and with too much behind them",
            "[A](my Größe's.md), ![b](c d.png) and [*e* f](g.md \"h\" i)\n\n[j](k/l.md it",
            "7:1: error: This is no link: write ‘<my Größe's.md>’, since its address has spaces. "
                + "[link.not-closed]",
            "7:22: error: This is no image: write ‘<c d.png>’, since its address has spaces. "
                + "[link.not-closed]",
            "7:45: error: This is no link: behind the address stands more than a title in quotes. "
                + "[link.not-closed]",
            "9:1: error: This is no link: its address has no closing ‘)’. [link.not-closed]"),
        .inText(
            "words that begin in another block", "# [A\nb](c.md)\n",
            "7:1: warning: The title is the page's only heading of level 1; this one becomes level 2. "
                + "[heading.level-1]",
            "8:2: error: This is no link: no ‘[’ begins its words in the same text. [link.not-closed]"
        ),
        .inText(
            "labels that are defined nowhere",
            "[A][reprt], [b][] and [c][Report], [d][e f]\n\n[report]: https://example.com/",
            "7:1: error: No line of this page says where ‘[reprt]’ leads: write ‘[reprt]: address’ "
                + "on one of its own, or the address at once: ‘[words](address)’. Did you mean "
                + "‘report’? [link.undefined-label]",
            "7:13: error: No line of this page says where ‘[b]’ leads: write ‘[b]: address’ on one "
                + "of its own, or the address at once: ‘[words](address)’. "
                + "[link.undefined-label]",
            "7:36: warning: No line of this page says where ‘[e f]’ leads: write ‘[e f]: address’ "
                + "on one of its own, or the address at once: ‘[words](address)’. "
                + "[link.undefined-label]"),
        .inText(
            "headings, bold text and a subscript",
            "##Heading\n\nText **bold text, and\n###More\n\nH~2~O",
            "7:1: error: This is no heading: write a space behind ‘##’. [heading.no-space]",
            "9:6: warning: Readers will see ‘**’ here: bold text ends with ‘**’ right behind a "
                + "word. For the signs themselves write ‘\\*\\*’. [emphasis.not-closed]",
            "10:1: error: This is no heading: write a space behind ‘###’. [heading.no-space]",
            "12:1: warning: This strikes text out, within a word: ‘~’ is no subscript. Write a "
                + "character such as ‘₂’, or ‘~~’ where the text is to be struck. "
                + "[strikethrough.in-word]"),
        .inText(
            "links and images with a space that parts them",
            "See [a] (b.md), [c] (https://example.com), ![d] (e.png) and [e] (Node.js).",
            "7:5: error: This is no link: nothing may stand between ‘]’ and ‘(’. "
                + "[link.not-closed]",
            "7:17: warning: This is no link: nothing may stand between ‘]’ and ‘(’. "
                + "[link.not-closed]",
            "7:45: error: This is no image: nothing may stand between ‘]’ and ‘(’. "
                + "[link.not-closed]",
            "7:61: warning: This is no link: nothing may stand between ‘]’ and ‘(’. "
                + "[link.not-closed]"),
        .inText(
            "a backslash before another bracket",
            "\\[a](b c.md), [d](e f.md), [g\\](h i.md) and [j][], \\*, **k l, \\[m][]",
            "7:15: error: This is no link: write ‘<e f.md>’, since its address has spaces. "
                + "[link.not-closed]",
            "7:45: error: No line of this page says where ‘[j]’ leads: write ‘[j]: address’ on one "
                + "of its own, or the address at once: ‘[words](address)’. "
                + "[link.undefined-label]",
            "7:56: warning: Readers will see ‘**’ here: bold text ends with ‘**’ right behind a "
                + "word. For the signs themselves write ‘\\*\\*’. [emphasis.not-closed]"),
        .inText(
            "links without an address, beside code and in a list",
            "`[a]()` and [b]() and ``[`c]()`` and [d](<>)\n\n- ` [e]()",
            "7:17: error: This link leads nowhere: write an address, or the path of a file. "
                + "[link.empty]",
            "7:42: error: This link leads nowhere: write an address, or the path of a file. "
                + "[link.empty]",
            "9:9: error: This link leads nowhere: write an address, or the path of a file. "
                + "[link.empty]"),
        .inText(
            "a fence of a list that is closed at the margin",
            "1. Item\n\n   ```sh\n   code\n```\n\nText.\n\n```\ncode\n```\n",
            "9:4: error: This fence is not closed in its list item, and the ‘```’ at the margin "
                + "behind it opens another: indent the code and its last fence as the first. "
                + "[code.unclosed]"),
    ]

    @Test(
        "Signs that were plainly meant are told",
        arguments: [
            ("#Heading\n\nText.", "7:1", "This is no heading: write a space behind ‘#’."),
            ("#What we found\nText.", "7:1", "This is no heading: write a space behind ‘#’."),
            ("#Über die Größe der Felder", "7:1", "This is no heading: write a space behind ‘#’."),
            ("Text __bold text, and", "7:6", "Readers will see ‘__’ here: bold text ends"),
            (
                "It is ** very bold ** text.", "7:7",
                "Readers will see ‘**’ here: write both right at"
            ),
            ("** Bold **", "7:1", "Readers will see ‘**’ here: write both right at"),
            ("It is ** bold** text.", "7:7", "Readers will see ‘**’ here: write both right at"),
        ])
    func isAWarning(text: String, place: String, message: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", body: text)).diagnose()
        #expect(report.hasPrefix("content/posts/a.md:\(place): warning: \(message)"))
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test(
        "What an author may well mean is no mistake",
        arguments: [
            "f[i](x y.z), a[i][j], [1][2], [sic](see below), [^1][^1]\n\n[^1]: N.",
            ###"\[a](b c.d), \[a][b], \*\*a, \##Heading, `##A [b](c d.e) **f`"###,
            "0.31***, **p < 0.05, ***p<0.01, 3 ** 2, a * b\n\n| a** | b |\n|--|--|\n| 1** | **b |",
            "#hashtag, # 1 and\n#2, or ####### seven",
            "~struck~ and ~~struck~~, about ~5 or ~6",
            "[it](i.e. the thing), [a](optional/if known), [DSM-5](APA, 2013; §2.1)",
            "f(x)[i][j], '**' and \"**\", **Significant at the 5 percent level, age**, sex***",
            "[A](<b c.md> \"d\") [e]: https://example.com/f_(g)",
            "#OpenScience\n\n#metoo\n\n#One #Two\n\n#Science is open to all.\n\n#はじめに 何か",
            "#Findings of a long time that the\nothers have\n\n> #Quoted\n\n- #Item",
            "The \\#Heading\n\n\\#Heading\n\nText\n#Heading",
            "__init__, __attribute__((x)), __FILE, __init it, a__b c, __x_y z, \\_\\_bold text",
            "2 ** n ** 2, x ** y ** z, a ** b, ** p < .05 **, \\** bold **, * it * is",
            "[1] (https://example.org), [a] (see b.md), [a] (2020), [i] (x), \\[a] (b.md)",
            "- a\n\n  ```\n  b\n  ```\n\n> - c\n>\n>   ~~~\n>   d\n>   ~~~\n\n1. e\n   ```\n   f\n    ```",
            "-\ta\n\n\t```\n\tb\n\t```\n\n[a]( <b c.md> ) and [b](\n<b c.md>)",
        ])
    func isNoMistake(text: String) async throws {
        let page =
            post("content/posts/a.md", body: text) + post("content/posts/b c.md", "slug: b-c")
        #expect(try await SiteFixture(page).diagnose() == "")
    }
}
