import SiteTesting
import Testing

/// Text that a program has read otherwise than its author: nothing of it is refused, and readers would see what
/// nobody meant.
@Suite struct SilentTextTests {
    /// Place, severity and id of each.
    private static func problems(_ body: String) async throws -> [String] {
        let site = SiteFixture(
            "-- content/posts/x.png --\n" + post("content/posts/a.md", body: body))
        return try await site.diagnose().split(separator: "\n").map { line in
            let id = line.split(separator: " ").last ?? ""
            let severity = line.contains(" error: ") ? "error" : "warning"
            let place = line.replacing("content/posts/a.md:", with: "").prefix { $0 != " " }
            return "\(place) \(severity) \(id)"
        }
    }

    // MARK: - Lines that vanish

    @Test(arguments: [
        ("Text.\n\n[Remark]: important!", ["9:1: warning [link.unused-definition]"]),
        (
            "As they say [2].\n\n[1]: Smith2020\n[2]: https://b.org/\n[3]: <https://c.org/> 'C'",
            ["9:1: warning [link.unused-definition]", "11:1: warning [link.unused-definition]"]
        ),
        (
            "- [Note]: yes\n- b\n\n> [Aside]:\n> no",
            [
                "7:3: warning [link.unused-definition]", "10:3: warning [link.unused-definition]",
            ]
        ),
        ("[A]: b\nText.", ["7:1: warning [link.unused-definition]"]),
    ])
    func aDefinitionThatNobodyUses(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(arguments: [
        "[A b][c], [D] and [E  f].\n\n[c]: https://a.org/\n[d]: https://a.org/ \"T\"\n[e F]:\n https://a.org/",
        "[//]: # (a comment)\n\n[comment]: <> (another)\n\n[_metadata_:a]: # \"x\"\n\n[x]: #",
        "[Remark]: it is important!\n\nSo [he]: she\nsaid\n[x]: y",
        "    [a]: b\n\n```\n[a]: b\n```\n\n`x\n[a]: b`",
        "Text[^1].\n\n[^1]: Note",
        "![A][i]\n\n[i]: x.png",
        "\\[Remark]: important!",
        "> See [a long\n> label] here.\n>\n> [a long label]: https://a.org/",
        "[STRASSE]\n\n[straße]: https://a.org/",
    ])
    func aLineThatIsUsedOrSeen(body: String) async throws {
        let found = try await Self.problems(body)
        #expect(!found.contains { $0.contains("unused-definition") }, "\(found)")
    }

    // MARK: - Signs of other programs

    @Test(arguments: [
        ("See [[Other Note]].", ["7:5: error [text.wiki-link]"]),
        (
            "See [[Note|alias]] and ![[image.png]]",
            [
                "7:5: error [text.wiki-link]", "7:25: error [text.wiki-link]",
            ]
        ),
        ("A %%private comment%% b", ["7:3: error [text.private-comment]"]),
        ("A %%secret%% b", ["7:3: warning [text.private-comment]"]),
        ("%% private\ncomment %%", ["7:1: error [text.private-comment]"]),
        (
            "%%\n\nprivate\n\n%%",
            [
                "7:1: error [text.private-comment]", "11:1: error [text.private-comment]",
            ]
        ),
        (
            "A ==highlight== and ==**two**==",
            [
                "7:3: warning [text.highlight]", "7:21: warning [text.highlight]",
            ]
        ),
        ("这是==高亮==的", ["7:3: warning [text.highlight]"]),
        (
            "The 10^th^ of x^2^, Ca^2+^",
            [
                "7:6: warning [text.superscript]", "7:15: warning [text.superscript]",
                "7:22: warning [text.superscript]",
            ]
        ),
        ("\u{F0B7} One and \u{E000}", ["7:1: warning [text.private-use]"]),
        ("H~2~O", ["7:1: warning [strikethrough.in-word]"]),
        ("about ~10 km or 5~6 miles", ["7:7: warning [strikethrough.in-word]"]),
        ("3~5 or 7~8", ["7:1: warning [strikethrough.in-word]"]),
    ])
    func signsOfOtherPrograms(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(arguments: [
        "`[[Other]]` and \\[[Another]] and $[[ab]]$, list[[ab]], [[1]](https://a.org/), [[e]] and [[ -f x ]]",
        "[[1]: a](https://b.org) [[a] b]",
        "`%%a b%%` and \\%%a b%%, `[[Other Page]]` and \\[[Other Page]], the matrix [[a, b]]",
        "`%%private%%`, %%time and %%time, 5 %% 2 and 6 %% 3, 50%% of 60%%, \\%%a%%",
        "a == b, `==a==`, if a==b and c==d, ==, “==” and “==”, \\==e==, a === b",
        "Text\n====\n\nMore",
        "2^3^4, x^ and y^, ^_^, `a^2^`, b\\^2^, $x^2$ and a^[1]",
        "~~struck~~, ~struck~ and ~a b~.",
        "（全角） and ﬁ ﷲ",
    ])
    func whatIsMeant(body: String) async throws {
        let found = try await Self.problems(body)
        let ids = ["text.", "strikethrough."]
        #expect(!found.contains { line in ids.contains { line.contains("[" + $0) } }, "\(found)")
    }

    @Test(arguments: [
        ("[[Other Note]]", "write ‘[Other Note](other-note.md)’"),
        ("[[Other Note#A Part|alias]]", "write ‘[alias](other-note.md#a-part)’"),
        ("[[#A Part]]", "write ‘[#A Part](#a-part)’"),
        ("![[my wall.png|300]]", "write ‘![what it shows](<my wall.png>)’"),
        ("![[Other Note]]", "or ‘[Other Note](other-note.md)’"),
        ("3~5 or 7~8", "For a range write ‘–’"),
        ("about ~10 km or 5~6 miles", "for the sign itself write ‘\\~’"),
    ])
    func advice(body: String, expected: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
        #expect(report.contains(expected), "\(report)")
    }

    // MARK: - Rules

    @Test(arguments: [
        ("---\ntitle: A\nauthor: B\n---\n\nText.", ["7:1: error [front-matter.repeated]"]),
        (
            "\n---\nlayout: post\ntags:\n  - a\n\n- b\n---\nText.",
            ["8:1: error [front-matter.repeated]"]
        ),
        ("This is a whole sentence.\n---\nMore.", ["8:1: warning [heading.underlined-text]"]),
        ("A text\nof two lines\n---\n", ["9:1: warning [heading.underlined-text]"]),
        ("> 这是一句话。\n> ---", ["8:1: warning [heading.underlined-text]"]),
    ])
    func aRuleThatIsNone(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(arguments: [
        "---\n\nText.\n\n---\n", "---\nNote: this is a remark\n\n---\n",
        "A heading\n---\n\nText.\n\n---\n\nMore.",
        "What is it?\n-----------\n\nAcme Inc.\n---\n", "On names in Meier et al.\n---\n",
        "A history of the U.S.A.\n---\n", "## A heading of several words.\n---\n",
        "Text.\n\n---\ntitle: A\n\n---\n",
    ])
    func aRuleOrHeading(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    // MARK: - Addresses

    /// A tilde within one opens and closes nothing; behind one, it ends what is struck through.
    @Test func aTildeInAnAddressIsAPartOfIt() async throws {
        let page = try await SiteFixture(
            post(
                "content/posts/a.md",
                body:
                    "About ~5 of www.a.org/a~b.\n\n~~See https://other.org/~a~b/c~~ and ~~www.a.org/x~~."
            )
        ).output("posts/a/index.html")
        #expect(page.contains("<p>About ~5 of <a class=\"uri\" href=\"http://www.a.org/a~b\">"))
        #expect(page.contains("<del>See <a class=\"uri\" href=\"https://other.org/~a~b/c\">"))
        #expect(page.contains("</a></del> and <del><a class=\"uri\" href=\"http://www.a.org/x\">"))
    }

    // MARK: - Tables

    @Test(arguments: [
        ("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+", ["7:1: warning [table.grid]"]),
        ("  Right   Left\n-------  ------\n     12      12\n", ["8:1: warning [table.simple]"]),
        ("------- ------\n 12 12\n\n13 13\n------- ------\n", ["7:1: warning [table.simple]"]),
        ("A\tB\n1\t2\n3\t4", ["7:1: warning [table.tab-separated]"]),
        ("> A\tB\n> 1\t2", ["7:3: warning [table.tab-separated]"]),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", ["11:1: warning [table.row-apart]"]),
        (
            "| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n| 5 | 6 |",
            ["11:1: warning [table.row-apart]"]
        ),
    ])
    func aTableThatIsNone(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(arguments: [
        "A\tB alone\n\nC\tD\\\nE\tF", "a + b\n+ c\n\n- - -\n\n-- --\n\n--- ---\n\nText",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n|x| is |y|", "One\ttab\nand none\nand\tone",
        "Trailing\t\ntabs\t\n",
    ])
    func textBesideTables(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    // MARK: - Lists

    @Test(arguments: [
        ("a. one\nb. two", ["7:1: warning [list.lettered]"]),
        ("So:\ni) one\nii) two", ["8:1: warning [list.lettered]"]),
        ("(i) one\n(ii) two", ["7:1: warning [list.lettered]"]),
        ("A. one\nB. two\nC. three", ["7:1: warning [list.lettered]"]),
        ("#. one\n#. two", ["7:1: warning [list.lettered]"]),
        ("(@) one\n(@) two", ["7:1: warning [list.lettered]"]),
        ("➢ one\n➢ two", ["7:1: warning [list.bullet]"]),
        ("§ one\n§ two", ["7:1: warning [list.bullet]"]),
        ("o   one\no\ttwo", ["7:1: warning [list.bullet]"]),
        ("·  one\n·  two", ["7:1: warning [list.bullet]"]),
        ("- · one\n  · two", ["7:3: warning [list.bullet]"]),
        ("·\tone\n·\ttwo", ["7:1: warning [list.bullet]"]),
        ("So:\n– one\n– two", ["8:1: warning [list.bullet]"]),
    ])
    func aListThatIsNone(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(arguments: [
        "A. Author\nB. Author", "a. one\\\nb. two", "a. one  \nb. two", "a. one\n\nb. two",
        "We show that\n(a) this holds,\n(b) that holds.", "§ 5 BGB\n§ 6 BGB", "o livro\no autor",
        "He came\n– as ever – late\n– and left.", "– Oui.\\\n– Non.", "\\· a\n\\· b", "a.\nb.",
        "i. e. one\nb. two",
    ])
    func linesOfText(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    // MARK: - Code

    @Test(arguments: [
        (
            "\tThis is the first paragraph of a text whose author has begun it with a tab, as others do.",
            ["7:2: warning [code.prose]"]
        ),
        ("    这是一个很长的段落，作者在开头打了四个空格，所以变成了代码。", ["7:5: warning [code.prose]"]),
    ])
    func aParagraphAsCode(body: String, expected: [String]) async throws {
        #expect(try await Self.problems(body) == expected)
    }

    @Test(arguments: [
        "    let x = makeSomethingOf(the: first, and: second) // And a comment that is rather long.",
        "    $ git commit --message \"A sentence that is long enough, and has words. Many of them.\"",
        "    Name      Age   This is a table of several columns, and it has a sentence in it.",
        "    Two roads diverged in a yellow wood,\n    And sorry I could not travel both",
        "```\nThis is a sentence between fences that is long, has many words and ends in a full stop.\n```",
    ])
    func code(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    // MARK: - Emphasis

    @Test(arguments: [
        ("**注意：**请看。", "7:1"), ("これは**「強調」**です", "7:4"), ("한국어 **\"강조\"**를", "7:1"),
        ("看*“这个”*词", "7:2"), ("これは**「甲」**と**「乙」**です", "7:4"), ("**「甲」**と**「乙」**。", "7:3"),
        ("*（甲）*と*（乙）*と*（丙）*です", "7:1"),
    ])
    func emphasisThatIsNone(body: String, place: String) async throws {
        #expect(try await Self.problems(body) == ["\(place): warning [emphasis.not-closed]"])
    }

    @Test(arguments: [
        "**注意**：请看。", "这是**重点**内容", "说。**重点**和**要点**。", "张**，李**。", "张**（男）、李**（女）", "a*3*2（米）*4",
    ])
    func emphasisOrStars(body: String) async throws {
        #expect(try await Self.problems(body) == [])
    }

    // MARK: - Pictures

    @Test(arguments: [
        "![png](x.png)", "![x.png](x.png)", "![ PNG ](x.png)",
        "![output_3_0.png](x.png)",
    ])
    func aNameIsNoAlternative(body: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
        #expect(report.contains("[image.missing-alt]"), "\(report)")
    }

    @Test(arguments: [
        "![A wall](x.png)", "![PNG compression](x.png)", "![](x.png){.decorative}", "![x](x.png)",
    ])
    func anAlternative(body: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
        #expect(!report.contains("[image.missing-alt]"), "\(report)")
    }
}
