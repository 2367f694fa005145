import Diagnostics
import Markdown
import Testing

/// Text on which cmark-gfm is quadratic or deep, or that was made to break a parser: it is refused or
/// parsed, in time, and never traps.
@Suite struct HostileTextTests {
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "[", "]", "![", "*a_ ", "a*", "_", "`", "~", "~~", "<!--", "<?", "a<!A ", "a<![CDATA[",
            "![[]()", "[a](", "[^a]", "~[^a]", "@", "[@a; ", "@a ", "{#", "{#a}", "|", "| a ", "> ",
            "- ", "1. ", " -", "**a", "***", "\u{1F600}", "www.", "http://", "a@b.c ", "&amp;",
            "\\",
            "# ", "## {#x}\n", "[a]: b\n", "> [!NOTE]\n", "![](a.png)\n\n", "| a |\n|---|\n",
            "**a.** b\n\n", "e\u{301}", "\u{202E}", "\r", "\t", "\u{FEFF}",
            ": ", "a\n: ", "a\n: b\n\n", ":   : a", "a\n:   b\n\n    ", "a\n: ```\n", "> a\n: b\n",
            "\n:     a\n",
            "![a](b \"*c* [@d] [e][f]\")\n\n", "![a](b \"", "{{ ", "{{< ", "{% a", "\\cite{",
            "\\@a ", "[\\@a]",
            "::: a\n", "|-\n", "a|b\n-|-|-\n", "• a\n", "1.abc\n", "[a1] ", "`a ", " *abc", "Ã©",
            "\u{FFFD}",
            "![](a){width=", "![](a){width=9 ",
            "$", "$$", "$a ", "$a$ ", "$$a", "$$a$$ ", "$$\n", "$5 ", "$`", "$\\text{$} ",
            "$\\text{",
            "](<$", "]($", "<!--$", "`$", "- $$", "> $$\n", "$$ {#eq:a} ", "{#eq:a} ", "## $a$\n",
            "\\(", "\\(x\\) ", "\\[", "\\[\n", "\\(\\[", "\\(\\)", "\\\\(", "\\begin{align}\n",
            "\\(a_1\n",
            "```math\n", "[^a]: $a\n", "![$a$](b)", "\u{7F}0\u{7F}$a$ ", "&#127;0&#127; $a$ ",
        ])
    func endsWithoutATrap(pattern: String) {
        let count = 16_384 / pattern.utf8.count
        for text in [
            String(repeating: pattern, count: count),
            "a " + String(repeating: pattern, count: count) + " b",
            String(repeating: pattern + "\n", count: count / 2),
        ] {
            let parsed = Parsed(text) { $0.runInHeads = true }
            #expect(parsed.html.utf8.count < 10_000_000)
        }
    }

    /// Where an address ends is looked for once, not again at each sign that is no part of it.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("www.a.b/", ")"), ("", "www.a_"), ("www.a.b/(", "&a;)"), ("http://a.b/", "*)"),
        ])
    func addressesAreReadOnce(start: String, pattern: String) {
        let text = start + String(repeating: pattern, count: 500_000 / pattern.utf8.count)
        #expect(Parsed(text).html.utf8.count < 10_000_000)
    }

    /// A text that is refused, named so that a failure does not print all of it.
    struct Refused: Sendable, CustomTestStringConvertible {
        let reason: String
        let text: String
        var testDescription: String { "\(reason): \(text.prefix(12))…" }
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            Refused(reason: "too-deep", text: repeated(">", 20_000) + repeated("a*", 20_000)),
            Refused(
                reason: "too-deep", text: repeated(" -", 16_000) + "x" + repeated("\n", 16_000)),
            Refused(reason: "too-deep", text: repeated("*a **b ", 400) + repeated("c** d* ", 400)),
            Refused(
                reason: "too-many-columns",
                text: repeated("x|", 20_000) + "\n" + repeated("-|", 20_000)),
            Refused(reason: "too-many-columns", text: repeated("a|", 1_001)),
            Refused(reason: "too-complex", text: repeated("a<?", 60_000)),
            Refused(reason: "too-complex", text: repeated("![[]()", 20_000)),
            Refused(reason: "too-complex", text: repeated("'''[^a]\n", 8_000)),
        ])
    func isRefusedWithAReason(refused: Refused) {
        let ids = Parsed(refused.text).diagnostics.map(\.id.rawValue)
        #expect(ids.contains("markdown." + refused.reason))
    }

    /// However a heading is written: with signs, underlined, quoted, indented, in a list or run in.
    @Test func headingsAreCountedWhereverTheyStand() {
        let forms = [
            "## A\n\n", "B\n-\n\n", "> ## C\n\n", "   ## D\n\n", "- ## E\n\n", "**F.** g\n\n",
        ]
        let text = forms.joined()
        func problems(_ limit: Int) -> [String] {
            Parsed(text) {
                $0.runInHeads = true
                $0.limits.headings = limit
            }.problems(in: text).filter { $0.contains("too-many-headings") }
        }
        #expect(problems(forms.count).isEmpty)
        #expect(problems(forms.count - 1) == ["12:1 markdown.too-many-headings"])
        #expect(problems(0) == ["1:1 markdown.too-many-headings"])
    }

    @Test func formulasAreCountedWhereverTheyStand() {
        let text = "$a$ and `$b$`\n\n$$\nc\n$$\n\n- $d$\n\n$$\ne\n"
        func problems(_ limit: Int) -> [String] {
            Parsed(text) { $0.limits.formulas = limit }.problems(in: text)
        }
        #expect(problems(4) == ["9:1 math.unclosed"])
        #expect(problems(3) == ["9:1 markdown.too-many-formulas"])
        #expect(problems(1) == ["3:1 markdown.too-many-formulas"])
        #expect(problems(0) == ["1:1 markdown.too-many-formulas"])
    }

    @Test func aLongRealTextIsNotRefused() {
        let paragraph = "Some *words* with [links](x.md), `code`, notes[^1] and more | of it.\n\n"
        let text = String(repeating: paragraph, count: 5_000) + "[^1]: Note.\n"
        #expect(Parsed(text).diagnostics.isEmpty)
    }
}
