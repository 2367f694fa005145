import SiteTesting
import Testing

/// LaTeX that was left in a text: accents, commands, environments and quotation marks.
@Suite struct LaTeXTextTests {
    private static func diagnose(_ body: String) async throws -> [String] {
        try await SiteFixture(post("content/posts/a.md", body: body)).diagnose()
            .split(separator: "\n").map { String($0.replacing("content/posts/a.md:", with: "")) }
    }

    @Test(
        "An accent is the letter",
        arguments: [
            (#"By Schr\"odinger"#, "7:8: warning", #"\"o"#, "ö"),
            (#"By M\"uller and"#, "7:5: warning", #"\"u"#, "ü"),
            (#"By Ren\'e"#, "7:7: warning", #"\'e"#, "é"),
            (#"By P\'olya"#, "7:5: warning", #"\'o"#, "ó"),
            (#"By Moli\`ere"#, "7:8: warning", #"\`e"#, "è"),
            (#"A r\^ole"#, "7:4: warning", #"\^o"#, "ô"),
            (#"El ni\~no"#, "7:6: warning", #"\~n"#, "ñ"),
            (#"By Schr{\"o}dinger"#, "7:8: error", #"{\"o}"#, "ö"),
            (#"By \"{O}ster"#, "7:4: error", #"\"{O}"#, "Ö"),
            (#"By Garc\'{\i}a"#, "7:8: error", #"\'{\i}"#, "í"),
            (#"By Erd\H{o}s"#, "7:7: error", #"\H{o}"#, "ő"),
            (#"By Gon\c{c}alves"#, "7:7: error", #"\c{c}"#, "ç"),
            (#"By S{\o}ren"#, "7:5: error", #"{\o}"#, "ø"),
            (#"By \L{}ukasz"#, "7:4: error", #"\L{}"#, "Ł"),
            (#"Die Stra\ss{}e"#, "7:9: error", #"\ss{}"#, "ß"),
            // A backslash ends the file, and escaped apostrophes in code tell nothing of the text.
            ("A Caf\\'e.\n\nThe end \\", "7:6: warning", #"\'e"#, "é"),
            ("A Caf\\'e and `it\\'s`.\n\n```\n'don\\'t'\n```", "7:6: warning", #"\'e"#, "é"),
            ("A Caf\\'e and ``it\\'s``.", "7:6: warning", #"\'e"#, "é"),
            ("A Caf\\'e.\n\n````\n```\nit\\'s\n````", "7:6: warning", #"\'e"#, "é"),
        ])
    func accents(body: String, place: String, written: String, letter: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1, "\(report)")
        let line = report.first ?? ""
        #expect(line.hasPrefix("\(place): ‘\(written)’ is"), "\(line)")
        #expect(line.contains("write ‘\(letter)’."), "\(line)")
        #expect(line.hasSuffix("[text.latex-command]"))
    }

    @Test(
        "A command is what Markdown has for it",
        arguments: [
            (
                #"\begin{itemize}"# + "\n" + #"\item A"# + "\n" + #"\end{itemize}"#,
                "begins with ‘- ’"
            ),
            (#"\begin{tabular}{ll} a & b \end{tabular}"#, "write rows as ‘| a | b |’"),
            (#"\begin{theorem} A \end{theorem}"#, "write ‘> [!THEOREM]’"),
            (#"\section*{A title}"#, "write ‘## A title’ on a line of its own"),
            (#"\includegraphics[width=\textwidth]{x.png}"#, "write ‘![What it shows](x.png)’"),
            (#"So \enquote{words} here"#, "write ‘\"words\"’"),
            (#"So {\bf words} here"#, "write ‘**words**’ in place of the braces"),
            (#"So {\em words} here"#, "write ‘*words*’ in place of the braces"),
            (#"\noindent So it is."#, "delete it"),
            ("So.\n\n\\newpage\n\nIt is.", "delete it"),
            (#"And so on\ldots{} here"#, "write ‘…’"),
            (#"Set in \LaTeX{} here"#, "write ‘LaTeX’"),
            (#"As \citep[p.~4]{k} has"#, "write ‘[@k, p. 4]’"),
            (#"As \parencite[12]{k} has"#, "write ‘[@k, p. 12]’"),
            (#"As \citep[see][4--6]{k, l} has"#, "write ‘[see @k; @l, pp. 4–6]’"),
            (#"As \citet[p. 4]{k} has"#, "write ‘@k [p. 4]’"),
            (#"As \citeyear{k} has"#, "write ‘[-@k]’"),
            (#"As \citeauthor{k} has"#, "write the name itself"),
            (#"A \frac{a}{b} of"#, "a formula stands between dollars"),
            (#"An angle \alpha here"#, "write ‘$\\alpha$’"),
            (#"A \somecommand{x} here"#, "write it in Markdown, or leave it out"),
            (#"As (x:\textbf{b}) and C:\textbf"#, "write ‘**b**’"),
        ])
    func commands(body: String, advice: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1, "\(report)")
        #expect(report.first?.contains(advice) == true, "\(report)")
        #expect(report.first?.hasSuffix("[text.latex-command]") == true)
    }

    @Test(
        "What is certainly meant for LaTeX is an error, the frame of a document may be spoken of",
        arguments: [
            (#"Behind a word\cite{k}"#, "error"), (#"In Figure~\ref{fig:x}"#, "error"),
            (#"\noindent\emph{So}"#, "error"), (#"Put before \begin{document} here"#, "warning"),
            (#"It needs \usepackage{x} here"#, "warning"),
        ])
    func severities(body: String, severity: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.last?.contains(" \(severity): ") == true, "\(report)")
        #expect(report.last?.hasSuffix("[text.latex-command]") == true, "\(report)")
    }

    @Test func eachIsSaidAtItsPlace() async throws {
        let report = try await Self.diagnose(#"As \cite{a} and \cite{b}, \alpha and \alpha."#)
        #expect(report.map { $0.prefix { $0 != " " } } == ["7:4:", "7:17:", "7:27:", "7:38:"])
    }

    @Test(
        "Quotation marks of two signs",
        arguments: [
            "So ``Quoted'' here", "So ``Quoted'' and ``others'' here", "(``Quoted,'' he said)",
        ])
    func quotationMarks(body: String) async throws {
        let report = try await Self.diagnose(body)
        #expect(report.count == 1, "\(report)")
        #expect(report.first?.contains("write ‘\"Quoted") == true, "\(report)")
        #expect(report.first?.hasSuffix("[text.latex-quotes]") == true)
    }

    @Test(
        "What looks alike is left alone",
        arguments: [
            // Apostrophes and quotation marks with a backslash, which programs write.
            #"I don\'t, l\'eau, d\'Alembert, O\'Odham, Qur\'an and dell\'arte, \'a\' and \"over\"."#,
            #"He said \"under\" and \"Over it\", 5\"a, and Hawai\`i, O\`ahu."#,
            #"Citta\' ed Ch\'eng, e Mas\'ud."#, #"\'Umar and Mas\'ud"#, #"It\'s Mas\'ud."#,
            // Code in a line, and no fence.
            "```x``` is code.\n\nIt\\'s Mas\\'ud.", "~~~\na\n~~~\n\nIt\\'s Mas\\'ud.",
            #"Ba\'ath, Sa\'id, al-Ma\'mun, Mu\'ammar, Isma\'il, Ra\'uf."#,
            // Paths, regular expressions and escapes of programs.
            #"In C:\users\{name} and C:\alpha, \\server\share\times\x and \bin\sh."#,
            #"C:\textures\alpha, D:\ref{x}, C:\tmp\begin{x}, \\server\begin{document}, a\b\cite{x}."#,
            #"A \d{3} or \w{2,4}, \b[a-z], \p{L}, \u{1F600}, \x{41} and \bfoo{2}."#,
            #"A line break \n, a tab \t, file\.txt and ex\=a, 10\^6, user\~1."#,
            #"`\alpha`, `\"o` and `Schr\"odinger`, $\alpha$ and $x\ldots$."#,
            "    Schr\\\"odinger \\noindent\n\n```\n\\begin{itemize}\n```",
            #"The word Schr\\"odinger, \\noindent and \\begin{itemize}."#,
            "Code of ``name=''`` and ``x''y`` and `` ` `` and ``a b``.",
            #"A set {a, b}, {\ x}, [x]{y} and \{x\}."#,
        ])
    func leftAlone(body: String) async throws {
        #expect(try await Self.diagnose(body) == [])
    }

    private static let tie =
        "‘~’ is LaTeX’s space that does not break, and a tilde to readers: write ‘&nbsp;’ or a plain space."

    @Test(arguments: [
        ("See Figure~1.", "7:5"), ("By Eq.~(2)", "7:4"), ("On p.~7", "7:4"),
        ("See pp.~1--3.", "7:5"),
        ("By Dr.~Doe", "7:4"), ("By J.~Doe", "7:4"), ("By Doe et~al.", "7:8"),
        ("Some 10~km away", "7:6"),
        ("In Step~3", "7:4"), ("By (Fig.~2)", "7:5"), ("As Theorem~$x$ says", "7:4"),
        ("In **Section~2**", "7:6"),
    ])
    func aTieIsNoSpace(text: String, place: String) async throws {
        #expect(
            try await Self.diagnose(text)
                == [
                    "\(place): warning: \(Self.tie) For the sign itself write ‘\\~’. [text.latex-tie]"
                ])
    }

    @Test func twoTiesStrikeNothing() async throws {
        let report = try await Self.diagnose("In Figure~1 and Section~2.")
        #expect(
            report.count == 2 && report.allSatisfy { $0.hasSuffix("[text.latex-tie]") }, "\(report)"
        )
    }

    @Test(arguments: [
        "In ~/.bashrc and ~5 km, user~name, a~b.",
        "At https://example.net/~ada/Figure~1 and `Figure~1`.",
        #"Figure\~1"#, "~~Figure 1~~", "PROGRA~1", "FIGURE~1.PNG", "Version 1.0~rc1",
        "Version 2~beta",
        "x ~ y", "A ~ B",
        "Doe.~ ada@example.org", "H~ in 5 ~km",
    ])
    func othersAreTildes(text: String) async throws {
        #expect(try await Self.diagnose(text) == [])
    }

    @Test func aSubscriptIsNoTie() async throws {
        let report = try await Self.diagnose("H~2~O and CO~2~")
        #expect(report.allSatisfy { $0.hasSuffix("[strikethrough.in-word]") }, "\(report)")
    }
}
