import Bibliography
import Testing

/// Translations, volumes, series, first publications and ranges of years, from both formats.
@Suite struct RepublishedTests {
    @Test(arguments: works)
    func isWrittenTheSameFromBothFormats(fields: (bibtex: String, csl: String), expected: String) {
        #expect(CitedPage(fields.bibtex, ["k"]).references == [expected])
        let library = WorkLibrary.parse(cslJSON: Array("[\(fields.csl)]".utf8), path: "a.json")
            .library
        let html = library.works.map { PageCitations.html(of: $0, .english) }
        #expect(html.map { PublicationExport.text(of: $0) } == [expected])
    }

    static let works: [((bibtex: String, csl: String), String)] = [
        (
            (
                "@book{k, author = {Piaget, Jean and Inhelder, Bärbel}, title = {The psychology}, translator = {Weaver, Helen}, edition = 2, publisher = {Basic}, year = 1969, origdate = {1966}}",
                #"{"id": "k", "type": "book", "author": [{"family": "Piaget", "given": "Jean"}, {"family": "Inhelder", "given": "Bärbel"}], "title": "The psychology", "translator": [{"family": "Weaver", "given": "Helen"}], "edition": "2", "publisher": "Basic", "issued": {"date-parts": [[1969]]}, "original-date": {"date-parts": [[1966]]}}"#
            ),
            "Piaget, J., & Inhelder, B. (1969). The psychology (H. Weaver, Trans.; 2nd ed.). Basic. (Original work published 1966)"
        ),
        (
            (
                "@book{k, author = {Shakespeare, William}, title = {Much ado}, editor = {Mowat, Barbara and Werstine, Paul}, publisher = {WSP}, year = 1995, origdate = {1623}, url = {https://a.org/}}",
                #"{"id": "k", "type": "book", "author": [{"family": "Shakespeare", "given": "William"}], "title": "Much ado", "editor": [{"family": "Mowat", "given": "Barbara"}, {"family": "Werstine", "given": "Paul"}], "publisher": "WSP", "issued": {"raw": "1995"}, "original-date": {"raw": "1623"}, "URL": "https://a.org/"}"#
            ),
            "Shakespeare, W. (1995). Much ado (B. Mowat & P. Werstine, Eds.). WSP. https://a.org/ (Original work published 1623)"
        ),
        (
            (
                "@incollection{k, author = {Heidegger, Martin}, title = {On truth}, translator = {Sallis, John}, booktitle = {Basic writings}, editor = {Krell, David}, pages = {111--138}, publisher = {Harper}, year = 2008}",
                #"{"id": "k", "type": "chapter", "author": [{"family": "Heidegger", "given": "Martin"}], "title": "On truth", "translator": [{"family": "Sallis", "given": "John"}], "container-title": "Basic writings", "editor": [{"family": "Krell", "given": "David"}], "page": "111-138", "publisher": "Harper", "issued": {"raw": "2008"}}"#
            ),
            "Heidegger, M. (2008). On truth (J. Sallis, Trans.). In D. Krell (Ed.), Basic writings (pp. 111–138). Harper."
        ),
        (
            (
                "@book{k, editor = {Travis, Cheryl}, maintitle = {Handbook}, volume = 1, title = {History}, publisher = {APA}, date = {2018}}",
                #"{"id": "k", "type": "book", "editor": [{"family": "Travis", "given": "Cheryl"}], "title": "Handbook", "volume": "1", "volume-title": "History", "publisher": "APA", "issued": {"raw": "2018"}}"#
            ),
            "Travis, C. (Ed.). (2018). Handbook: Vol. 1. History. APA."
        ),
        (
            (
                "@inbook{k, author = {Lee, Ann}, title = {Part}, maintitle = {Handbook}, booktitle = {History}, volume = 1, publisher = {APA}, date = {2018}}",
                #"{"id": "k", "type": "chapter", "author": [{"family": "Lee", "given": "Ann"}], "title": "Part", "container-title": "Handbook", "volume": "1", "volume-title": "History", "publisher": "APA", "issued": {"raw": "2018"}}"#
            ),
            "Lee, A. (2018). Part. In Handbook: Vol. 1. History. APA."
        ),
        (
            (
                "@inproceedings{k, author = {Lee, Ann}, title = {Walls}, booktitle = {Theory}, series = {Lecture Notes}, number = 9562, pages = {1--9}, publisher = {Springer}, date = {2016}}",
                #"{"id": "k", "type": "paper-conference", "author": [{"family": "Lee", "given": "Ann"}], "title": "Walls", "container-title": "Theory", "collection-title": "Lecture Notes", "collection-number": "9562", "page": "1-9", "publisher": "Springer", "issued": {"raw": "2016"}}"#
            ),
            "Lee, A. (2016). Walls. In Lecture Notes: Vol. 9562. Theory (pp. 1–9). Springer."
        ),
        (
            (
                "@techreport{k, author = {Lee, Ann}, title = {Walls}, type = {Working Paper}, number = 12, institution = {Center}, year = 2016}",
                #"{"id": "k", "type": "report", "author": [{"family": "Lee", "given": "Ann"}], "title": "Walls", "genre": "Working Paper", "number": "12", "publisher": "Center", "issued": {"raw": "2016"}}"#
            ),
            "Lee, A. (2016). Walls (Working Paper No. 12). Center."
        ),
        (
            (
                "@techreport{k, author = {Lee, Ann}, title = {Walls}, series = {NBER Working Papers}, number = 12, institution = {Center}, year = 2016}",
                #"{"id": "k", "type": "report", "author": [{"family": "Lee", "given": "Ann"}], "title": "Walls", "collection-title": "NBER Working Papers", "number": "12", "publisher": "Center", "issued": {"raw": "2016"}}"#
            ),
            "Lee, A. (2016). Walls (NBER Working Papers No. 12). Center."
        ),
        (
            (
                "@book{k, author = {Lee, Ann}, title = {Walls}, publisher = {P}, date = {2001/2005}}",
                #"{"id": "k", "type": "book", "author": [{"family": "Lee", "given": "Ann"}], "title": "Walls", "publisher": "P", "issued": {"date-parts": [[2001], [2005]]}}"#
            ),
            "Lee, A. (2001–2005). Walls. P."
        ),
        (
            (
                "@online{k, author = {Lee, Ann}, title = {Walls}, organization = {P}, date = {2001-03/}}",
                #"{"id": "k", "type": "webpage", "author": [{"family": "Lee", "given": "Ann"}], "title": "Walls", "publisher": "P", "issued": {"raw": "2001-03/"}}"#
            ),
            "Lee, A. (2001–present). Walls. P."
        ),
    ]

    @Test(arguments: [
        // BibTeX has the number of a book in its series as its volume, BibLaTeX as its number.
        ("series = {S}, volume = 3, year = 2016", "Lee, A. (2016). S: Vol. 3. T. P."),
        ("series = {S}, volume = 3, date = {2016}", "Lee, A. (2016). T (Vol. 3). P."),
        ("series = {S}, year = 2016", "Lee, A. (2016). T. P."),
        ("year = {2001--2005}", "Lee, A. (2001–2005). T. P."),
        ("year = {2001/2005}", "Lee, A. (2001–2005). T. P."),
        ("year = 2016, origdate = {Y-17000}", "Lee, A. (2016). T. P."),
        (
            "year = 2016, origdate = {-0349}",
            "Lee, A. (2016). T. P. (Original work published 350 BCE)"
        ),
        ("year = 2016, origdate = {2016-03}", "Lee, A. (2016). T. P."),
        (
            "year = 2016, origdate = {1880/1881}",
            "Lee, A. (2016). T. P. (Original work published 1880–1881)"
        ),
    ])
    func fieldsOfABook(fields: String, expected: String) {
        let book = "@book{k, author = {Lee, Ann}, title = {T}, publisher = {P}, \(fields)}"
        #expect(CitedPage(book, ["k"]).references == [expected])
    }

    /// Both years stand in the text, which has room for no more (APA 7, section 8.15).
    @Test func whatWasRepublishedIsCitedWithBothYears() {
        let library = """
            @book{a, author = {Lee, Ann}, title = {A}, publisher = {P}, year = 2016, origdate = {1953}}
            @book{b, author = {Lee, Ann}, title = {B}, publisher = {P}, year = 2016}
            @book{c, author = {Moe, Ann}, title = {C}, publisher = {P}, date = {2001/2005}}
            """
        let page = CitedPage(library, ["a;;b;;c", "@a", "-a"])
        #expect(
            page.texts == [
                "(Lee, 1953/2016a; Lee, 2016b; Moe, 2001–2005)", "Lee (1953/2016a)", "(1953/2016a)",
            ])
        #expect(page.references[0] == "Lee, A. (2016a). A. P. (Original work published 1953)")
    }

    @Test(arguments: [
        (CitationWords.german, "T (B. Rao, Übers.). P. (Original veröffentlicht 1953)"),
        (.french, "T (B. Rao, trad.). P. (Ouvrage original publié en 1953)"),
        (.spanish, "T (B. Rao, Trad.). P. (Obra original publicada en 1953)"),
        (.japanese, "T (B. Rao, 訳). P. (原著は1953年出版)"),
    ])
    func speaksTheLanguageOfThePage(words: CitationWords, expected: String) {
        let book =
            "@book{k, author = {Lee, Ann}, title = {T}, translator = {Rao, Bo}, publisher = {P}, year = 2016, origdate = {1953}}"
        #expect(CitedPage(book, ["k"], words).references == ["Lee, A. (2016). " + expected])
    }

    @Test func aVolumeHasTheTitleOfTheWholeFromItsParent() {
        let library = """
            @book{v, crossref = {w}, author = {Lee, Ann}, title = {V}, volume = 2, date = {2016}}
            @inbook{p, crossref = {x}, author = {Lee, Ann}, title = {P}, date = {2016}}
            @mvbook{w, title = {Whole}, subtitle = {All of it}}
            @book{x, title = {Book}, subtitle = {A part}}
            """
        let works = Described.bibtex(library)
        #expect(
            works[0] == "v book; title V; by Ann||Lee|; whole Whole: All of it; date 2016; volume 2"
        )
        #expect(works[1] == "p chapter; title P; by Ann||Lee|; in Book: A part; date 2016")
    }

    @Test func aDateThatIsNoneIsReported() {
        #expect(
            Described.bibtex("@misc{k, origdate = {long ago}}")
                == ["k other", "1:10 bibliography.malformed-date"])
    }
}
