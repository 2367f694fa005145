import Testing

/// What reference managers and publishers write: signs, dates and names beyond plain BibTeX.
@Suite struct ExportedFilesTests {
    @Test(arguments: [
        (#"Mu\~noz, Ana"#, "Ana||Muñoz|"), (#"Ana Mu\~noz"#, "Ana||Muñoz|"),
        (#"Espa\~{n}a, B. and Pe\~na, C."#, "B.||España| & C.||Peña|"),
        (#"Nguy{\~{\^e}}n, Thi"#, "Thi||Nguyễn|"), (#"Mart\'\i nez, J."#, "J.||Martínez|"),
        (#"{\noopsort{a}}Doe, Jane"#, "Jane||Doe|"),
        (#"D.\ E.\ Knuth"#, "D. E.||Knuth|"),
        ("family=Beethoven, given=Ludwig, prefix=van", "Ludwig|van|Beethoven|"),
        ("family=King, given=Martin, suffix=Jr.", "Martin||King|Jr."),
    ])
    func namesAreRead(written: String, expected: String) {
        #expect(Described.bibtex("@misc{k, author = {\(written)}}") == ["k other; by \(expected)"])
    }

    @Test(arguments: [
        (#"\'{\^{e}} \d{\^e} {\'{\"u}}"#, "ế ệ ǘ"),
        ("$10^{-3}$ and $x^{k+1}$, $a_i$", "10⁻³ and x^(k+1), ai"),
        (#"m\textsuperscript{2}, 19\textsuperscript{th}, CO\textsubscript{2}"#, "m², 19th, CO₂"),
        (
            "<i>Drosophila</i> and CO<sub>2</sub> in 10<sup>-3</sup> m",
            "Drosophila and CO₂ in 10⁻³ m"
        ),
        (
            #"<span class="nocase">iPhone</span> &amp; co. for <jats:italic>E. coli</jats:italic>"#,
            "iPhone & co. for E. coli"
        ),
        (
            "Risk at p < 0.05 if a <b and c> d, in List<Int>",
            "Risk at p < 0.05 if a <b and c> d, in List<Int>"
        ),
    ])
    func titlesAreRead(written: String, expected: String) {
        #expect(
            Described.bibtex("@misc{k, title = {\(written)}}") == ["k other; title \(expected)"])
    }

    @Test(arguments: [
        ("2021-03-05T10:00:00Z", "2021-3-5"), ("2021-21", "2021"), ("2021~", "2021"),
        ("2001-05/2003", "2001-5/2003"), ("2001/2001-07", "2001"), ("2001/", "2001/"),
        ("2001/..", "2001/"),
    ])
    func datesOfBibLaTeXAreRead(written: String, expected: String) {
        #expect(Described.bibtex("@misc{k, date = {\(written)}}") == ["k other; date \(expected)"])
    }

    @Test(arguments: ["21/03/2021", "2021-13", "2021-25", "spring", "2021-05-40", "-"])
    func aDateThatIsNoneIsReported(written: String) {
        #expect(
            Described.bibtex("@misc{k, date = {\(written)}}")
                == ["k other", "1:10 bibliography.malformed-date"])
    }

    @Test func fieldsOfBibLaTeXAreRead() {
        let entry = """
            @article{k, title = {Walls}, subtitle = {A history}, journaltitle = {J}, eid = {e123}, date = {forthcoming}}
            @inbook{l, title = {Why?}, subtitle = {A part}, booktitle = {Maps}, booksubtitle = {All}}
            @dataset{m, title = {Data}}
            """
        #expect(
            Described.bibtex(entry) == [
                "k article; title Walls: A history; in J; status in press; pages e123",
                "l chapter; title Why? A part; in Maps: All", "m other; title Data",
            ])
    }

    @Test func anUnknownCommandInANameIsReported() {
        #expect(
            Described.bibtex(#"@misc{k, author = {Doe, J\nosuch ane}}"#)
                == ["k other; by Jane||Doe|", "1:10 bibliography.unknown-command"])
    }

    @Test(arguments: [
        (#"{"title": "<i>E. coli</i> in H<sub>2</sub>O &amp; R&D"}"#, "title E. coli in H₂O & R&D"),
        (#"{"issued": {"raw": "2021/03"}}"#, "date 2021-3"),
        (#"{"issued": {"raw": "12/05/2021"}}"#, "date 2021"),
        (#"{"issued": {"literal": "forthcoming"}}"#, "status in press"),
        (
            #"{"DOI": "https://doi.org/10.1002/(SICI)1%3A8%3C6%3A%3AA%3E3.0.CO%3B2-O"}"#,
            "doi 10.1002/(SICI)1:8<6::A>3.0.CO;2-O"
        ),
    ])
    func itemsOfZoteroAreRead(fields: String, expected: String) {
        #expect(
            Described.csl(#"[{"id": "k", "type": "speech", "# + fields.dropFirst() + "]")
                == ["k presentation; \(expected)"])
    }

    @Test(arguments: [
        ("Li, X.-Y.", "Li, X.-Y."), ("Li, Xiao-Ming", "Li, X.-M."), ("Lee, A.B.", "Lee, A. B."),
        ("La Fontaine, Jean de", "La Fontaine, J. de"), ("Silva, Maria da", "Silva, M. da"),
        ("Иванов, Пётр-Ян", "Иванов, П.-Я."), ("Case, della", "Case, della"),
        ("Ruiz, José María", "Ruiz, J. M."), ("Zola, Émile Édouard", "Zola, É. É."),
        ("Wałęsa, Błażej-Łukasz", "Wałęsa, B.-Ł."), ("Ito, Ken 健 M", "Ito, K. 健 M."),
        ("Ray, A\u{308}nne", "Ray, A\u{308}."), ("Ray, Anne\u{301} Bo", "Ray, A. B."),
    ])
    func initialsAreWritten(name: String, expected: String) {
        let page = CitedPage("@misc{k, author = {\(name)}, title = {T}, year = 2020}", ["k"])
        #expect(page.references == ["\(expected)\(expected.hasSuffix(".") ? "" : ".") (2020). T."])
    }

    @Test(arguments: [
        (
            "@article{k, author = {Lee, A.}, title = {T}, journal = {J. Comp. Phys.}, year = 2020}",
            "Lee, A. (2020). T. J. Comp. Phys."
        ),
        (
            "@book{k, author = {Lee, A.}, title = {T}, publisher = {Wiley, Inc.}, year = 2020}",
            "Lee, A. (2020). T. Wiley, Inc."
        ),
    ])
    func aSentenceEndsInOnePoint(bibtex: String, expected: String) {
        #expect(CitedPage(bibtex, ["k"]).references == [expected])
    }

    /// Nothing in a file may take longer than its length.
    @Test func whatIsNestedIsBounded() {
        for text in [
            #"\textsuperscript"#, #"\textsuperscript{"#, #"\'"#, #"\'{"#, "$^{", "<sub>", "{",
        ] {
            let many = String(repeating: text, count: 20_000)
            _ = Described.bibtex("@misc{k, title = \"\(many)\"}")
            _ = Described.csl("[{\"id\": \"k\", \"title\": \"\(many.replacing("\\", with: ""))\"}]")
        }
    }
}
