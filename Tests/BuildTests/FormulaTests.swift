import Files
import SiteTesting
import Testing

/// Formulas, from the text of a page to all that is made of it.
@Suite struct FormulaTests {
    private static func site(_ settings: String = "", text: String) -> SiteFixture {
        SiteFixture(
            settings: settings,
            """
            \(post("content/posts/a.md", "toc: true", body: text))
            """)
    }

    private static let text = """
        The rate $\\alpha < 1$ costs $5 or $6.

        ## On $\\beta$

        $$
        a < b
        $$ {#eq:ab}

        By [@eq:ab], so it is.

        ## More

        ## And more
        """

    @Test("A page shows formulas as MathML, with numbers that the text refers to")
    func page() async throws {
        let page = try await Self.site(text: Self.text).output("posts/a/index.html")
        #expect(page.contains("The rate <math"))
        #expect(page.contains("costs $5 or $6."))
        #expect(page.contains("<div class=\"equation\" tabindex=\"0\" role=\"group\""))
        #expect(page.contains("aria-label=\"Equation 1\" id=\"eq:ab\"><math display=\"block\""))
        #expect(page.contains("<span class=\"number\">(1)</span>"))
        #expect(page.contains("<a href=\"#eq:ab\">Equation\u{A0}1</a>"))
        // In the contents as in the heading.
        #expect(page.split(separator: "On <math").count == 3)
        #expect(page.contains("id=\"on-beta\""))
    }

    @Test("A formula in a line that may be wider than a small screen has a box to scroll in")
    func wide() async throws {
        let box = "<span class=\"formula\"><math>"
        let macros = "math: {macros: {\\k: 'a+b+c+d+e+f+g+h'}}"
        for (text, isWide) in [
            ("$x + y$", false), ("$\\frac{a}{b}$", false), ("$a + b + c + d$", true),
            ("$\\k$", true), ("$$\na + b + c + d\n$$", false),
        ] {
            let page = try await Self.site(macros, text: text).output("posts/a/index.html")
            #expect(page.contains(box) == isWide, "\(text)")
        }
        let heading = "# $a + b + c + d$"
        let page = try await Self.site(text: "#\(heading)\n\n#\(heading)\n\n#\(heading)")
            .output("posts/a/index.html")
        // In the contents as in the headings.
        #expect(page.split(separator: box).count == 7)
    }

    @Test("Only pages whose text has formulas load the style sheet for them")
    func styleSheet() async throws {
        let link = "<link rel=\"stylesheet\" href=\"/assets/math."
        var site = Self.site(text: "$x$")
        site.files["content/posts/index.md"] = Array("---\ntitle: Posts\n---\n\n$y$\n".utf8)
        site.files["content/about.md"] = Array("---\ntitle: About\n---\n\nFor $5.\n".utf8)
        let outputs = try await site.render()
        func links(_ path: String) throws -> Bool {
            try String(decoding: #require(outputs[path]), as: UTF8.self).contains(link)
        }
        #expect(try links("posts/a/index.html"))
        #expect(try links("posts/index.html"))
        #expect(try !links("about/index.html"))
        #expect(try !links("index.html"))
    }

    @Test("What can show no MathML has the source, escaped")
    func description() async throws {
        let page = try await Self.site(text: Self.text).output("posts/a/index.html")
        let description = "The rate \\alpha &lt; 1 costs $5 or $6."
        #expect(page.contains("<meta name=\"description\" content=\"\(description)\""))
    }

    @Test("Feeds have whole formulas, and no two elements with one id")
    func feed() async throws {
        let feed = try await Self.site(text: Self.text).output("feed.xml")
        #expect(feed.split(separator: "<math").count == 4)
        #expect(feed.split(separator: "</math>").count == 4)
        #expect(!feed.contains(" id=\"eq:ab\""))
        #expect(feed.contains("eq:ab\""))
    }

    @Test("A tag stands where numbers stand, and is the number of a label")
    func tag() async throws {
        let text = #"""
            $$ a \tag{1<b} $$

            $$ b \tag*{$\ast$ \textbf{x}} $$ {#eq:b}

            $$ c $$ {#eq:c}

            By [@eq:b] and [@eq:c], $d \tag{e}$.
            """#
        let page = try await Self.site(text: text).output("posts/a/index.html")
        #expect(page.contains("aria-label=\"Equation 1&lt;b\"><math display=\"block\">"))
        #expect(page.contains("</math> <span class=\"number\">(1&lt;b)</span></div>"))
        #expect(
            page.contains(
                "</math> <span class=\"number\"><math><mo>∗</mo></math>\u{A0}<b>x</b></span></div>")
        )
        #expect(page.contains("<a href=\"#eq:b\">Equation\u{A0}∗ x</a>"))
        #expect(page.contains("<a href=\"#eq:c\">Equation\u{A0}1</a>"))
        #expect(page.contains("<mrow class=\"tag\"><mtext>(e)</mtext></mrow>"))
    }

    @Test("A tag in one row is the number of a label, and tags in several are an error")
    func tagsOfRows() async throws {
        let one = #"""
            $$\begin{align} a &= b \tag{7} \\ c &= d \end{align}$$ {#eq:b}

            $$ c $$ {#eq:c}

            $$\begin{aligned} a \tag{8} \\ b \tag{9} \end{aligned}$$

            $$\begin{aligned} a \tag{8} \\ b \tag{9} \end{aligned} \tag{10}$$ {#eq:d}

            By [@eq:b], [@eq:c] and [@eq:d].
            """#
        let page = try await Self.site(text: one).output("posts/a/index.html")
        #expect(page.contains("aria-label=\"Equation 7\" id=\"eq:b\">"))
        #expect(page.contains("<a href=\"#eq:b\">Equation\u{A0}7</a>"))
        #expect(page.contains("<a href=\"#eq:c\">Equation\u{A0}1</a>"))
        #expect(page.contains("<a href=\"#eq:d\">Equation\u{A0}10</a>"))
        #expect(page.split(separator: "<span class=\"number\">").count == 3)

        let two = #"""
            $$
            \begin{align} a \tag{1} \\ c \tag{2} \end{align}
            $$ {#eq:b}

            By [@eq:b].
            """#
        let said = try await Self.site(text: two).diagnose()
        #expect(said.split(separator: "\n").count == 1)
        #expect(
            said.contains("10:4: error: This formula has a ‘\\tag’ in more than one row"), "\(said)"
        )
    }

    @Test("A site may leave its dollars alone")
    func setting() async throws {
        let text = "From $5m to$ and $$6m$$ {#eq:a}.\n\n```math\nx\n```"
        let page = try await Self.site("math: false", text: text).output("posts/a/index.html")
        #expect(page.contains("From $5m to$ and $$6m$$ {#eq:a}."))
        #expect(page.contains("<code class=\"language-math\">x\n</code>"))
        #expect(!page.contains("<math"))
    }
}
