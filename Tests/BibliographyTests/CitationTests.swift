import Bibliography
import Diagnostics
import Testing

/// Author-date citations as APA 7 prescribes (chapter 8), and the syntax that asks for them.
@Suite struct CitationTests {
    static let library = """
        @book{one, author = {Lee, Ann}, title = {One}, year = 2020, publisher = {P}}
        @book{two, author = {Lee, Ann and van der Wiel, Jo}, title = {Two}, year = 2020, publisher = {P}}
        @book{three, author = {Cruz, Ana and Berg, Bo and Dahl, Cy}, title = {Three}, year = 2019, publisher = {P}}
        @book{others, author = {Moe, Al and others}, title = {Others}, year = 2018, publisher = {P}}
        @book{a, author = {Fox, Di}, title = {A thing}, year = 2017, publisher = {P}}
        @book{b, author = {Fox, Di}, title = {Better}, year = 2017, publisher = {P}}
        @book{nd, author = {Fox, Di}, title = {Undated}, publisher = {P}}
        @book{press, author = {Hale, Di}, title = {Soon}, year = {in press}, publisher = {P}}
        @book{org, author = {{Stanford University}}, title = {Org}, year = 2016, publisher = {P}}
        @techreport{group, title = {Report}, year = 2015, institution = {The Center}}
        @book{untitled, title = {The work itself}, year = 2014, publisher = {P}}
        @book{smithj, author = {Smith, J.}, title = {J}, year = 2013, publisher = {P}}
        @book{smithk, author = {Smith, K.}, title = {K}, year = 2012, publisher = {P}}
        @book{edited, editor = {Quay, Eva and Rao, Fay}, title = {Edited}, year = 2011, publisher = {P}}
        @book{kap1, author = {Kapoor, A. and Bloom, B. and Montez, C. and Warner, D. and Hill, E.}, title = {K1}, year = 2017, publisher = {P}}
        @book{kap2, author = {Kapoor, A. and Bloom, B. and Zucker, C. and Tao, D. and Day, E.}, title = {K2}, year = 2017, publisher = {P}}
        @book{has1, author = {Hasan, A. and Liang, B. and Kahn, C.}, title = {H1}, year = 2015, publisher = {P}}
        @book{has2, author = {Hasan, A. and Liang, B. and Jones, C.}, title = {H2}, year = 2015, publisher = {P}}
        """

    @Test(arguments: forms)
    func isWritten(groups: [String], expected: [String]) {
        let page = CitedPage(Self.library, defaultWork: "one", groups)
        #expect(page.texts == expected)
        #expect(page.problems == [])
    }

    static let forms: [([String], [String])] = [
        (["one"], ["(Lee, 2020)"]),
        (["@one"], ["Lee (2020)"]),
        (["@one||p. 4"], ["Lee (2020, p. 4)"]),
        (["-one"], ["(2020)"]),
        (["-one||p. 4"], ["(2020, p. 4)"]),
        (["one|see"], ["(see Lee, 2020)"]),
        (["one|see|ch. 2"], ["(see Lee, 2020, ch. 2)"]),
        (["one;;org"], ["(Lee, 2020; Stanford University, 2016)"]),
        (
            ["one|see|p. 4;;org|and also"],
            ["(see Lee, 2020, p. 4; and also Stanford University, 2016)"]
        ),
        (["two"], ["(Lee & van der Wiel, 2020)"]),
        (["@two"], ["Lee and van der Wiel (2020)"]),
        (["three"], ["(Cruz et al., 2019)"]),
        (["@three"], ["Cruz et al. (2019)"]),
        (["others"], ["(Moe et al., 2018)"]),
        (["a", "b"], ["(Fox, 2017a)", "(Fox, 2017b)"]),
        (["b"], ["(Fox, 2017)"]),
        (["nd"], ["(Fox, n.d.)"]),
        (["press"], ["(Hale, in press)"]),
        (["org"], ["(Stanford University, 2016)"]),
        (["group"], ["(The Center, 2015)"]),
        (["untitled"], ["(“The work itself”, 2014)"]),
        (["smithj", "@smithk"], ["(J. Smith, 2013)", "K. Smith (2012)"]),
        (["smithj"], ["(Smith, 2013)"]),
        (["edited"], ["(Quay & Rao, 2011)"]),
        (
            ["kap1", "kap2"],
            ["(Kapoor, Bloom, Montez, et al., 2017)", "(Kapoor, Bloom, Zucker, et al., 2017)"]
        ),
        (["has1", "@has2"], ["(Hasan, Liang, & Kahn, 2015)", "Hasan, Liang, and Jones (2015)"]),
        (["kap1"], ["(Kapoor et al., 2017)"]),
        ([""], ["(Lee, 2020)"]),
        (["||p. 4"], ["(p. 4)"]),
        (["|see|p. 4"], ["(see p. 4)"]),
        (["||R&D <b>"], ["(R&D <b>)"]),
    ]

    /// In parentheses, in a sentence, with others, and without a date.
    @Test(arguments: [
        (
            CitationWords.german, "||S. 4 und 6",
            [
                "(Lee & van der Wiel, 2020)", "Lee und van der Wiel (2020)", "(Cruz et al., 2019)",
                "(Fox, o. D.)",
            ]
        ),
        (
            .french, "||p. 4 et 6",
            [
                "(Lee et van der Wiel, 2020)", "Lee et van der Wiel (2020)", "(Cruz et al., 2019)",
                "(Fox, s. d.)",
            ]
        ),
        (
            .spanish, "||págs. 4 y 6",
            [
                "(Lee y van der Wiel, 2020)", "Lee y van der Wiel (2020)", "(Cruz et al., 2019)",
                "(Fox, s. f.)",
            ]
        ),
        (
            .arabic, "||ص 4 و 6",
            [
                "(Lee وvan der Wiel، 2020)", "Lee وvan der Wiel (2020)", "(Cruz وآخرون، 2019)",
                "(Fox، د.ت.)",
            ]
        ),
        (
            .japanese, "||ページ 4 と 6",
            [
                "(Lee・van der Wiel, 2020)", "Lee・van der Wiel (2020)", "(Cruzほか, 2019)",
                "(Fox, 発行年不明)",
            ]
        ),
    ])
    func speaksTheLanguageOfThePage(words: CitationWords, place: String, expected: [String]) {
        let page = CitedPage(Self.library, ["two", "@two", "three", "nd"], words)
        #expect(page.texts == expected)
        // The author's words for a place are known, and both of its pages are looked up.
        let pdf =
            "@book{r, author = {Lee, A.}, title = {R}, year = 2020, pdf = {https://a.org/r.pdf}}"
        let cited = CitedPage(pdf, defaultWork: "r", [place], words).texts[0]
        #expect(cited.contains("4→4›") && cited.contains("6→6›"), "\(cited)")
    }

    @Test func unknownKeysGetASuggestion() {
        let page = CitedPage(Self.library, ["thre", "||p. 4"])
        #expect(
            page.problems == [
                "The bibliography has no work ‘thre’. Did you mean ‘three’?",
                "This citation names no work, and the page has no ‘default_work’: write ‘@key’, or "
                    + "‘default_work: key’ in the front matter.",
            ])
    }

    /// Its own mistake is reported, and mending it may be all there is to do.
    @Test func nothingIsUnknownToABibliographyThatCannotBeRead() {
        let (_, diagnostics) = PageCitations.resolve(
            [CitedPage.group("one")], defaultWork: "two", library: .unreadable,
            path: "a.md", words: .english)
        #expect(diagnostics == [])
        let place = SourceSpan(file: "a.md")
        #expect(WorkLibrary.unreadable.diagnostic(forDefaultWork: "two", at: place) == nil)
        #expect(WorkLibrary().diagnostic(forDefaultWork: "two", at: place) != nil)
    }

    @Test(
        "A citation of an entry with a mistake is none",
        arguments: [
            "@book{k, title = {A}\n year = 2020}\n", "@book{k, title = {A}, year = 2020\n",
            "@book{k, title = {A, year = 2020}\n", "@book{k, title = \"A, year = 2020}\n",
            "@book{k, title = , year = 2020}\n", "@book{k, title = {A, year = {2020}\n",
        ])
    func anEntryWithAMistakeIsToldOnce(entry: String) {
        let bibtex =
            "@book{before, title = {B}, author = {Lee, A.}, year = 2020}\n\(entry)"
            + "@inbook{after, crossref = {k}, title = {C}, author = {Cruz, B.}, year = 2021}\n"
        let (library, diagnostics) = WorkLibrary.parse(bibtex: Array(bibtex.utf8), path: "a.bib")
        #expect(diagnostics.filter { $0.severity == .error }.map(\.id) == ["bibliography.syntax"])
        let page = CitedPage(bibtex, defaultWork: "k", ["before;;k", "@after", "||p. 4", "kk"])
        #expect(page.texts.prefix(2) == ["(Lee, 2020)", "Cruz (2021)"])
        #expect(
            page.problems == ["The bibliography has no work ‘kk’."])
        #expect(library.keys == ["before", "after"])
    }

    /// To look for the entries behind each of many would cost the square of the file's length.
    @Test(.timeLimit(.minutes(5)))
    func manyBracesThatAreNeverClosed() {
        let bibtex = String(repeating: "@book{k, title = {\n", count: 50_000)
        let (library, diagnostics) = WorkLibrary.parse(bibtex: Array(bibtex.utf8), path: "a.bib")
        #expect(diagnostics.count == 21)
        #expect(library.keys == [])
        #expect(CitedPage(bibtex, ["other"]).problems == [])
    }

    @Test func entriesKnowWhereTheyAreCited() {
        let references = CitedPage(Self.library, ["org;;one||p. 4", "one"]).citations.references
        #expect(references.map(\.anchor) == ["ref-one", "ref-org"])
        #expect(references.map(\.citedAt) == [["cite-one-1", "cite-one-2"], ["cite-org-1"]])
        #expect(references[0].places.map(\.text) == ["p. 4"])
    }

    @Test func keysThatDifferInSignsAloneHaveIdsOfTheirOwn() {
        let library = """
            @misc{Lee2020, author = {Lee, A.}, title = {A}, year = 2020}
            @misc{lee:2020, author = {Lee, B.}, title = {B}, year = 2020}
            @misc{lee-2020, author = {Lee, C.}, title = {C}, year = 2020}
            """
        let page = CitedPage(library, ["Lee2020", "lee:2020", "lee-2020"])
        #expect(
            page.citations.references.map(\.anchor) == [
                "ref-lee2020", "ref-lee-2020", "ref-lee-2020-2",
            ])
    }
}
