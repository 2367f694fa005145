import Markdown
import Markup
import Testing

/// Whether anything begins in a text is asked of many bytes at once: it is found wherever it stands.
@Suite struct TextSignTests {
    @Test(
        "A sign at every place",
        arguments: [
            ("&", "&amp;"), ("a > b", "a &gt; b"), ("1 < 2", "1 &lt; 2"), ("~x~", "<del>x</del>"),
            ("~~x~~ y", "<del>x</del> y"), ("@key", "{cite 0}"), ("[@key]", "{cite 0}"),
            ("www.a.org", #"<a class="uri" href="http://www.a.org">www.a.org</a>"#),
            ("http://a.org", #"<a class="uri" href="http://a.org">http://a.org</a>"#),
            ("me@a.org", #"<a class="uri" href="mailto:me@a.org">me@a.org</a>"#),
            ("&#1;x", "x"),
        ])
    func everyPlace(sign: String, shown: String) {
        for before in 0..<70 {
            for after in [0, 1, 31, 40] {
                let start = before == 0 ? "" : String(repeating: "a", count: before) + " "
                let end = after == 0 ? "" : " " + String(repeating: "b", count: after)
                #expect(Parsed(start + sign + end).html == "<p>\(start)\(shown)\(end)</p>\n")
            }
        }
    }

    @Test func wordsAreCounted() {
        for length in 1..<40 {
            for count in 0..<40 {
                let word = String(repeating: "w", count: length).replacing("ww", with: "wv")
                let words = Array(repeating: word, count: count)
                #expect(Parsed(words.joined(separator: " ")).document.wordCount == count)
                #expect(
                    Parsed(words.joined(separator: "  é ")).document.wordCount
                        == max(0, 2 * count - 1))
            }
        }
    }

    @Test("Labels with a caret have notes, and others have none")
    func carets() {
        #expect(Parsed("A[^1]\n\n[^1]: note").html.contains("doc-noteref"))
        #expect(Parsed("A [1] b\n\n[1]: x").html == "<p>A <a href=\"x\">1</a> b</p>\n")
    }

    @Test(
        "A caret that is written in another way begins no note, and no text is lost behind it",
        arguments: [
            ("A [&#94;1] b ^ c", "A [^1] b ^ c"), ("A [&Hat;x] b", "A [^x] b"),
            ("A [&#x5e;x] *b*", "A [^x] <em>b</em>"), (#"A [\^a-z] b"#, "A [^a-z] b"),
            (#"`[\^a]` b"#, #"<code>[\^a]</code> b"#), (#"[\^a](b.md)"#, "<a href=\"b.md\">^a</a>"),
            (#"[\^a [b] c"#, "[^a [b] c"), (#"[[\^a]] c"#, "[[^a]] c"), (#"a [\^"#, "a [^"),
            ("M [&#94;a-z][0-9] *m*", "M [^a-z][0-9] <em>m</em>"),
            ("U [&#094;a](see below) *m*", "U [^a](see below) <em>m</em>"),
            ("U [&Hat;a]: *m*", "U [^a]: <em>m</em>"), (#"[\^a-z][0-9] x"#, "[^a-z][0-9] x"),
            (#"[\^a](see below)"#, "[^a](see below)"), (#"x [\^a]: b"#, "x [^a]: b"),
            (#"A [see [\^2] h](b.md) c"#, #"A <a href="b.md">see [^2] h</a> c"#),
            (#"[\^a \] b](b.md)"#, #"<a href="b.md">^a ] b</a>"#),
            (#"[a](b.md "[\^c] &#94; [&#94;]")"#, #"<a href="b.md" title="[^c] ^ [^]">a</a>"#),
            ("``[&Hat;2]`` `[\\^x]`", "<code>[&amp;Hat;2]</code> <code>[\\^x]</code>"),
        ])
    func caretsInOtherWays(source: String, shown: String) {
        #expect(Parsed(source).html == "<p>\(shown)</p>\n")
        // A page with notes is read in another way.
        let html = Parsed(source + "\n\nA[^9]\n\n[^9]: note").html
        #expect(html.hasPrefix("<p>\(shown)</p>\n<p>A<sup"), "\(html)")
    }

    @Test(
        "Definitions are found on every line, and said once for each",
        arguments: ["\n", "\r\n", "\r"])
    func definitions(end: String) {
        let lines = [
            "Text [b]: and", "", "[a]: one.md", "[b]: two.md", "", "[c [d]: x", "",
            "> [e]: five.md",
            "",
        ]
        let text = lines.joined(separator: end)
        #expect(
            Parsed(text).problems(in: text) == [
                "3:1 link.unused-definition", "8:3 link.unused-definition",
            ])
    }
}
