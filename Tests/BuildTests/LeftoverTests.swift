import SiteTesting
import Testing

/// Markup that the parser takes for text: readers would see its signs.
@Suite struct LeftoverTests {
    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let mistakes = [
        Mistake(
            "addresses with spaces, open, and with too much behind them",
            post(
                "content/posts/a.md",
                body: "[A](my Größe's.md), ![b](c d.png) and [*e* f](g.md \"h\" i)\n\n[j](k/l.md it"
            ),
            "content/posts/a.md:7:1: error: This is no link: write ‘<my Größe's.md>’, since "
                + "its address has spaces. [link.not-closed]",
            "content/posts/a.md:7:22: error: This is no image: write ‘<c d.png>’, since its "
                + "address has spaces. [link.not-closed]",
            "content/posts/a.md:7:45: error: This is no link: behind the address stands more than a "
                + "title in quotes. [link.not-closed]",
            "content/posts/a.md:9:1: error: This is no link: its address has no closing ‘)’. "
                + "[link.not-closed]"),
        Mistake(
            "labels that are defined nowhere",
            post(
                "content/posts/a.md",
                body:
                    "[A][reprt], [b][] and [c][Report], [d][e f]\n\n[report]: https://example.com/"),
            "content/posts/a.md:7:1: error: No line of this page says where ‘[reprt]’ leads: write "
                + "‘[reprt]: address’ on one of its own, or the address at once: "
                + "‘[words](address)’. Did you mean ‘report’? [link.undefined-label]",
            "content/posts/a.md:7:13: error: No line of this page says where ‘[b]’ leads: write "
                + "‘[b]: address’ on one of its own, or the address at once: ‘[words](address)’. "
                + "[link.undefined-label]",
            "content/posts/a.md:7:36: warning: No line of this page says where ‘[e f]’ leads: write "
                + "‘[e f]: address’ on one of its own, or the address at once: "
                + "‘[words](address)’. [link.undefined-label]"),
        Mistake(
            "headings, bold text and a subscript",
            post(
                "content/posts/a.md",
                body: "##Heading\n\nText **bold text, and\n###More\n\nH~2~O"),
            "content/posts/a.md:7:1: error: This is no heading: write a space behind ‘##’. "
                + "[heading.no-space]",
            "content/posts/a.md:9:6: warning: Readers will see ‘**’ here: bold text ends with ‘**’ "
                + "right behind a word. For the signs themselves write ‘\\*\\*’. "
                + "[emphasis.not-closed]",
            "content/posts/a.md:10:1: error: This is no heading: write a space behind ‘###’. "
                + "[heading.no-space]",
            "content/posts/a.md:12:1: warning: This strikes text out, within a word: ‘~’ is no "
                + "subscript. Write a character such as ‘₂’, or ‘~~’ where the text is to be "
                + "struck. [strikethrough.in-word]"),
    ]

    @Test(
        "What an author may well mean is no mistake",
        arguments: [
            "f[i](x y.z), a[i][j], [1][2], [sic](see below), [^1][^1]\n\n[^1]: N.",
            ###"\[a](b c.d), \[a][b], \*\*a, \##Heading, `##A [b](c d.e) **f`"###,
            "0.31***, **p < 0.05, ***p<0.01, 3 ** 2, a * b\n\n| a** | b |\n|--|--|\n| 1** | **b |",
            "#hashtag, # 1 and\n#2, or ####### seven",
            "~struck~ and ~~struck~~, about ~5 or 6~7",
            "[it](i.e. the thing), [a](optional/if known), [DSM-5](APA, 2013; §2.1)",
            "f(x)[i][j], '**' and \"**\", **Significant at the 5 percent level, age**, sex***",
            "[A](<b c.md> \"d\") [e]: https://example.com/f_(g)",
        ])
    func isNoMistake(text: String) async throws {
        let page =
            post("content/posts/a.md", body: text) + post("content/posts/b c.md", "slug: b-c")
        #expect(try await SiteFixture(page).diagnose() == "")
    }
}
