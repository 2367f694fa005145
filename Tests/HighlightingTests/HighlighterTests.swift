import Bytes
import Highlighting
import Markup
import SiteTesting
import Testing

@Suite struct HighlighterTests {
    @Test(
        "Comments, strings, numbers and keywords are told apart",
        arguments: [
            (
                "python", "@cache\ndef f(x=0x1F):  # a \"b\"\n    return f'{x}' + 1_0.5e-3",
                "«keyword @cache»\n«keyword def» f(x=«number 0x1F»):  «comment # a \"b\"»\n"
                    + "    «keyword return» f«string '{x}'» + «number 1_0.5e-3»"
            ),
            (
                "python", "\"\"\"Two\nlines \"here\"\"\"\" define = deft",
                "«string \"\"\"Two\nlines \"here\"\"\"»«string \" define = deft»"
            ),
            (
                "r", "if (is.null(na.omit)) 'a\\'b' # NULL",
                "«keyword if» (is.null(na.omit)) «string 'a\\'b'» «comment # NULL»"
            ),
            (
                "c", "#include <a.h>\nchar c = '\\''; /* int\n*/ x = 1.5f; // end",
                "«keyword #include» <a.h>\n«keyword char» c = «string '\\''»; "
                    + "«comment /* int\n*/» x = «number 1.5f»; «comment // end»"
            ),
            (
                "rust", "fn f<'a>(x: &'a str) { for i in 0..10 { '\\u{1F600}' } } /* /* */ */ x",
                "«keyword fn» f<'a>(x: &'a «keyword str») { «keyword for» i «keyword in» «number 0»"
                    + "..«number 10» { «string '\\u{1F600}'» } } «comment /* /* */ */» x"
            ),
            (
                "swift", "@main struct É { #if os(x)\n let s = \"\"\"\n  \"a\"\n  \"\"\" }",
                "«keyword @main» «keyword struct» É { «keyword #if» os(x)\n «keyword let» s = "
                    + "«string \"\"\"\n  \"a\"\n  \"\"\"» }"
            ),
            (
                "julia", "A' * 'x' #= a #= b =# c =# @time f!(x)",
                "A' * «string 'x'» «comment #= a #= b =# c =#» «keyword @time» f!(x)"
            ),
            (
                "matlab", "x = A' + b(1)'; s = 'text'; % end",
                "x = A' + b(«number 1»)'; s = «string 'text'»; «comment % end»"
            ),
            (
                "SQL", "Select a FROM b WHERE c = 'it''s' -- x\nand d",
                "«keyword Select» a «keyword FROM» b «keyword WHERE» c = «string 'it''s'» "
                    + "«comment -- x»\n«keyword and» d"
            ),
            (
                "bash", "for f in $HOME/x#y \"$1\"; do echo ${a}; done # all",
                "«keyword for» f «keyword in» «name $HOME»/x#y «string \"$1\"»; «keyword do» "
                    + "«keyword echo» «name ${a}»; «keyword done» «comment # all»"
            ),
            (
                "json", "{\"a\": \"b\", \"c\" : [1, -2.5e3, true, null]}",
                "{«name \"a\"»: «string \"b\"», «name \"c\"» : [«number 1», -«number 2.5e3», "
                    + "«keyword true», «keyword null»]}"
            ),
            (
                "yaml", "a-b: c: d  # e\nurl: http://x/#y\n- k: 'it''s'\n  don't: 1",
                "«name a-b»: c: d  «comment # e»\n«name url»: http://x/#y\n- «name k»: "
                    + "«string 'it''s'»\n  don't: «number 1»"
            ),
            (
                "toml", "[table]\nkey = \"v\" # c\nn = 1979-05-27",
                "[table]\n«name key» = «string \"v\"» «comment # c»\n«name n» = "
                    + "«number 1979»-«number 05»-«number 27»"
            ),
            (
                "latex", "\\section{A} 5\\% % note\n\\emph{b}",
                "«keyword \\section»{A} 5«keyword \\%» «comment % note»\n«keyword \\emph»{b}"
            ),
            (
                "bibtex", "@article{key,\n  year = 2020,\n}",
                "«keyword @article»{key,\n  «name year» = «number 2020»,\n}"
            ),
            (
                "html", "<!-- a > b --><a href=\"x>y\" hidden>1 < 2 &amp;</a><br/>",
                "«comment <!-- a > b -->»«keyword <a» «name href»=«string \"x>y\"» «name hidden»"
                    + "«keyword >»1 < 2 &amp;«keyword </a»«keyword >»«keyword <br»/«keyword >»"
            ),
            (
                "css", "@media print {\n  color: red; margin: 1.5rem }\na:hover {}",
                "«keyword @media» print {\n  «name color»: red; margin: «number 1.5rem» }\na:hover {}"
            ),
            (
                "diff", "diff --git a b\n--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same",
                "«comment diff --git a b»\n«name --- a»\n«name +++ b»\n«keyword @@ -1 +1 @@»\n"
                    + "«deleted -old»\n«inserted +new»\n same"
            ),
        ])
    func tokens(language: String, code: String, expected: String) {
        #expect(parts(of: code, in: language) == expected)
    }

    @Test("A string that is never closed colours no more than its line")
    func unclosed() {
        #expect(
            parts(of: "x = \"a\nif y", in: "python") == "x = «string \"a»\n«keyword if» y")
    }

    @Test("A language is known by all its names, in any case")
    func names() {
        for name in ["Python", "py", "C++", "cpp", "JS", "javascript", "Shell", "bash", "yml"] {
            #expect(highlighted("x", in: name) == "x")
        }
        for name in ["", "mermaid", "text", "console"] {
            #expect(highlighted("x", in: name) == nil)
        }
    }

    @Test("Whatever the code is, the output without its tags is the code, escaped")
    func nothingIsLost() {
        let pieces = [
            "\"", "'", "\"\"\"", "`", "\\", "/*", "*/", "//", "#", "#=", "=#", "--", "{-", "<!--",
            "-->",
            "<a", "</", ">", "&", "$", "${", "}", "@", "%", ":", "=", " ", "\n", "\t", "0x1e+",
            "1.5", "..",
            "if", "é", "\u{1F600}", "x", "+", "-", ";", "(*", "*)", "[[", "]]", "\r\n",
        ]
        var random = SeededGenerator(seed: 1)
        for language in Highlighter.languages.sorted() {
            for length in [1, 2, 5, 30, 200] {
                let code = (0..<length).map { _ in pieces.randomElement(using: &random)! }.joined()
                var escaped = OutputBuffer()
                escaped.append(code, escapedFor: .htmlText)
                let html = highlighted(code, in: language) ?? ""
                let text = html.replacing(/<span class="code-[a-z]+">|<\/span>/, with: "")
                #expect(
                    text == String(decoding: [UInt8](escaped), as: UTF8.self),
                    "\(language): \(code.debugDescription)")
            }
        }
    }

    /// 30 kB: what took quadratic time would take minutes.
    @Test(
        "What opens and never closes takes no longer than other code", .timeLimit(.minutes(5)),
        arguments: ["${", "\"a\\", "/*", "{-", "<a ", "<!-", "'\\", "a: ", "'a", "(* ", "@{"])
    func hostile(piece: String) {
        let code = String(repeating: piece, count: 30_000 / piece.utf8.count)
        for language in [
            "bash", "python", "c", "haskell", "ocaml", "html", "julia", "yaml", "lean",
        ] {
            #expect(highlighted(code, in: language) != nil)
        }
    }
}
