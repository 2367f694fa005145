import Files
import SiteTesting
import Testing

/// Theorems, their proofs and what refers to them.
@Suite struct TheoremTests {
    private static func site(language: String = "en", setting: String = "", _ text: String)
        -> SiteFixture
    {
        SiteFixture(
            language: language, settings: setting, post("content/posts/a.md", body: text))
    }

    private static let text = """
        By [@thm:two] and [@lem:small], so it is; see @thm:one.

        > [!THEOREM] Consistency & more {#thm:one}
        > Let $x < 1$.

        > [!LEMMA] {#lem:small}
        > Small.

        > [!THEOREM] {#thm:two}
        > Two.

        > [!REMARK] On the side
        > No number.

        > [!PROOF] Proof of both
        > Obvious.

        > [!PROOF]
        > More obvious.
        """

    @Test("A theorem with a label has a number, and the text refers to it by that")
    func numbered() async throws {
        let page = try await Self.site(Self.text).output("posts/a/index.html")
        #expect(
            page.contains(
                "<div class=\"callout theorem\" id=\"thm:one\" role=\"group\">\n"
                    + "<p class=\"callout-title\">Theorem 1 (Consistency &amp; more)</p>\n<p>Let <math"
            ))
        #expect(page.contains("<p class=\"callout-title\">Lemma 1</p>\n<p>Small.</p>\n</div>"))
        #expect(page.contains("<p class=\"callout-title\">Theorem 2</p>"))
        #expect(page.contains("<p class=\"callout-title\">Remark (On the side)</p>"))
        #expect(page.contains("<p class=\"callout-title\">Proof of both</p>"))
        #expect(page.contains("<p class=\"callout-title\">Proof</p>"))
        #expect(page.contains("By <a href=\"#thm:two\">Theorem\u{A0}2</a> and "))
        #expect(page.contains("<a href=\"#lem:small\">Lemma\u{A0}1</a>, so it is; see "))
        #expect(page.contains("see <a href=\"#thm:one\">Theorem\u{A0}1</a>."))
    }

    @Test("An assumption is numbered as a theorem is")
    func assumption() async throws {
        let text = "> [!ASSUMPTION] Regularity {#asm:a}\n> A.\n\nBy [@asm:a]."
        let page = try await Self.site(text).output("posts/a/index.html")
        #expect(page.contains("<p class=\"callout-title\">Assumption 1 (Regularity)</p>"))
        #expect(page.contains(">Assumption\u{A0}1</a>."))
        let german = try await Self.site(language: "de", text).output("posts/a/index.html")
        #expect(german.contains(">Annahme 1 (Regularity)</p>"))
    }

    @Test("A name has its own parentheses")
    func parentheses() async throws {
        let text = "> [!THEOREM] (Bayes) {#thm:a}\n> A.\n\n> [!LEMMA] (A) and (B)\n> B."
        let page = try await Self.site(text).output("posts/a/index.html")
        #expect(page.contains(">Theorem 1 (Bayes)</p>"))
        #expect(page.contains(">Lemma ((A) and (B))</p>"))
    }

    @Test("A name may have markup, notes and references")
    func names() async throws {
        let text = """
            > [!THEOREM] Of *sums* and `n`, by [@thm:b][^1] {#thm:a}
            > Text.

            > [!THEOREM] **Bold** {#thm:b}
            > Text.

            > [!NOTE] [The site](https://example.com) of $x^2$ {#note}

            [^1]: A note.
            """
        let page = try await Self.site(text).output("posts/a/index.html")
        #expect(
            page.contains(
                "id=\"thm:a\" role=\"group\">\n<p class=\"callout-title\">Theorem 1 (Of <em>sums</em> and "
                    + "<code>n</code>, by <a href=\"#thm:b\">Theorem\u{A0}2</a><sup"))
        #expect(page.contains("<p class=\"callout-title\">Theorem 2 (<strong>Bold</strong>)</p>"))
        #expect(
            page.contains(
                "id=\"note\" role=\"note\">\n<p class=\"callout-title\"><a href=\"https://example.com\">"
                    + "The site</a> of <math>"))
    }

    @Test("An old address goes on, of a callout, a figure and a table")
    func formerIDs() async throws {
        let text = """
            > [!THEOREM] {#thm:new .was-thm:old}
            > Text.

            ![Alt](a.svg){#fig:new .was-fig:old}

            | A | B |
            |---|---|
            | 1 | 2 |

            : Caption {#tbl:new .was-tbl:old}

            ![Values](a.csv){#tbl:c .was-tbl:b}

            [a](#thm:old) [b](#fig:old) [c](#tbl:old) [d](#tbl:b)
            """
        var site = Self.site(text)
        site.files["content/posts/a.svg"] = Array(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>".utf8)
        site.files["content/posts/a.csv"] = Array("a,b\n1,2\n".utf8)
        let page = try await site.output("posts/a/index.html")
        for id in ["thm:old", "fig:old", "tbl:old", "tbl:b"] {
            #expect(page.contains("<span id=\"\(id)\"></span>"), "\(id)")
        }
        #expect(page.contains("<figcaption><span id=\"tbl:old\"></span><span class=\"label\">"))
    }

    @Test("What is written around a reference stays")
    func wordsAroundReferences() async throws {
        let text = """
            [see @thm:a, part <1>; and @thm:b (ii)], [-@thm:b], @thm:a [p. 4]

            > [!THEOREM] {#thm:a}
            > Text.

            > [!THEOREM] {#thm:b}
            > Text.
            """
        let page = try await Self.site(text).output("posts/a/index.html")
        let (a, b) = (
            "<a href=\"#thm:a\">Theorem\u{A0}1</a>", "<a href=\"#thm:b\">Theorem\u{A0}2</a>"
        )
        #expect(
            page.contains(
                "<p>see \(a), part &lt;1&gt;, and \(b) (ii), <a href=\"#thm:b\">2</a>, \(a) [p. 4]</p>"
            ))
    }

    @Test("A definition with a label has a number; one without is as it was")
    func definitions() async throws {
        let text = """
            > [!DEFINITION] Wall {#def:wall}
            > A *wall* is high.

            > [!DEFINITION] Terms
            > A *gate* is low. See [@def:wall].
            """
        let page = try await Self.site(text).output("posts/a/index.html")
        #expect(
            page.contains(
                "id=\"def:wall\" role=\"note\">\n<p class=\"callout-title\">Definition 1 (Wall)"))
        #expect(
            page.contains("id=\"def-gate\" role=\"note\">\n<p class=\"callout-title\">Terms</p>"))
        #expect(page.contains("See <a href=\"#def:wall\">Definition\u{A0}1</a>."))
    }

    @Test("They are called what the language or the site calls them")
    func words() async throws {
        let german = try await Self.site(language: "de", Self.text).output("posts/a/index.html")
        #expect(german.contains("<p class=\"callout-title\">Satz 1 (Consistency &amp; more)</p>"))
        #expect(german.contains("<p class=\"callout-title\">Beweis</p>"))
        let own = try await Self.site(setting: "words: {theorem: Claim}", Self.text)
            .output("posts/a/index.html")
        #expect(own.contains("<p class=\"callout-title\">Claim 2</p>"))
        #expect(own.contains(">Claim\u{A0}2</a>"))
    }

    @Test(
        "A label of another kind, and a reference to nothing, are errors where they stand",
        arguments: [
            (
                "> [!LEMMA] Name {#thm:x}\n> Text.",
                "7:19: error: The label of ‘[!LEMMA]’ begins with ‘lem:’: write ‘{#lem:x}’. "
                    + "[callout.label]"
            ),
            (
                "> [!LEMMA] Name {#lem:wall}\n> Text.\n\nBy [@lem:wal].",
                "10:5: error: Nothing on this page is labelled ‘lem:wal’. Did you mean ‘lem:wall’? "
                    + "[cross-reference.unknown]"
            ),
            (
                "> [!THEROEM] Name\n> Text.",
                "7:1: error: There is no callout ‘[!THEROEM]’. Did you mean ‘[!THEOREM]’? "
                    + "[callout.unknown-kind]"
            ),
            (
                "> [!LEMMA]- Name\n> Text.",
                "7:1: error: A callout does not fold: delete the ‘-’ behind ‘[!LEMMA]’. [callout.folded]"
            ),
            (
                "> [!LEMMA] Name\n> Text.\n> [!TIP] More.",
                "9:3: error: A callout begins on the first line of its quotation: leave a line empty "
                    + "above ‘[!TIP]’. [callout.late]"
            ),
            (
                "> [! LEMMA ] Name\n> Text.",
                "7:1: error: There is no callout ‘[! LEMMA ]’. Did you mean ‘[!LEMMA]’? "
                    + "[callout.unknown-kind]"
            ),
            (
                "> [!LEMMA] {#lem:x} Name\n> Text.",
                "7:12: error: ‘{#lem:x}’ belongs to nothing here, and is shown as it is written: it "
                    + "stands at the end of a heading, a caption or the first line of a callout, or "
                    + "behind a picture. For the signs themselves write ‘\\{#lem:x}’. "
                    + "[attributes.misplaced]"
            ),
            (
                "> [!LEMMA] Name {#lem:x}\n> Text.\n\nBy [@lem:x; @knuth].",
                "10:4: error: ‘@lem:x’ is a label of this page, and other keys in its brackets are "
                    + "works: write one pair of brackets for each, as in ‘[@lem:x] [@…]’. "
                    + "[citation.mixed]"
            ),
        ])
    func mistakes(text: String, message: String) async throws {
        let report = try await Self.site(text).diagnose()
        #expect(report.contains("content/posts/a.md:\(message)\n"), "\(report)")
    }
}
