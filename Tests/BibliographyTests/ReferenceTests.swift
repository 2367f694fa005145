import Bibliography
import Testing

/// Entries of the list as APA 7 prescribes (chapters 9 and 10), and their order.
@Suite struct ReferenceTests {
    @Test(arguments: entries)
    func isWritten(bibtex: String, expected: String) {
        let page = CitedPage(bibtex, ["k"])
        #expect(page.references == [expected])
    }

    @Test(arguments: [
        (CitationWords.german, "Rao, F. & Lee, A. (Hrsg.). (2020). Whole (2. Aufl., Bd. 3). P."),
        (.french, "Rao, F. et Lee, A. (dir.). (2020). Whole (2e éd., vol. 3). P."),
        (.spanish, "Rao, F. y Lee, A. (Eds.). (2020). Whole (2.ª ed., Vol. 3). P."),
        (.arabic, "Rao, F.، وLee, A. (محررون). (2020). Whole (ط. 2، المجلد 3). P."),
        (.japanese, "Rao, F.・Lee, A. （編）. (2020). Whole (第2版, 第3巻). P."),
    ])
    func speaksTheLanguageOfThePage(words: CitationWords, expected: String) {
        let book =
            "@book{k, editor = {Rao, Fay and Lee, Ann}, title = {Whole}, publisher = {P}, year = 2020, edition = {2}, volume = 3}"
        #expect(CitedPage(book, ["k"], words).references == [expected])
    }

    @Test(arguments: [
        (CitationWords.german, "(2020, 8. Oktober)", "In F. Rao (Hrsg.), Whole (S. 1–9)"),
        (.french, "(2020, 8 octobre)", "Dans F. Rao (dir.), Whole (p. 1–9)"),
        (.spanish, "(2020, 8 de octubre)", "En F. Rao (Ed.), Whole (pp. 1–9)"),
        (.arabic, "(2020، 8 أكتوبر)", "في F. Rao (محرر)، Whole (ص 1–9)"),
        (.japanese, "(2020年10月8日)", "F. Rao （編）, Whole (pp. 1–9)"),
    ])
    func datesAndPartsSpeakTheLanguageOfThePage(
        words: CitationWords, date: String, part: String
    ) {
        let library = """
            @online{a, author = {Lee, Ann}, title = {Page}, year = 2020, month = oct, day = 8}
            @incollection{b, author = {Moe, Ann}, title = {Part}, booktitle = {Whole}, editor = {Rao, Fay}, pages = {1--9}, year = 2020}
            """
        let references = CitedPage(library, ["a", "b"], words).references
        #expect(references[0].contains(date), "\(references[0])")
        #expect(references[1].contains(part), "\(references[1])")
    }

    /// However a file writes an edition, its number is an ordinal one; other words stay.
    @Test(arguments: [
        ("1", "1st ed."), ("2", "2nd ed."), ("3", "3rd ed."), ("4", "4th ed."), ("11", "11th ed."),
        ("12", "12th ed."), ("13", "13th ed."), ("21", "21st ed."), ("22", "22nd ed."),
        ("23", "23rd ed."), ("111", "111th ed."), ("2nd", "2nd ed."), ("Second", "2nd ed."),
        ("tenth", "10th ed."), ("3rd ed.", "3rd ed."), ("2. Aufl.", "2nd ed."),
        ("Rev.", "Rev. ed."), ("Rev. ed.", "Rev. ed."), ("Revised Edition", "Revised Edition"),
        ("2017", "2017 ed."), ("2nd rev.", "2nd rev. ed."),
    ])
    func editionsAreOrdinalNumbers(written: String, expected: String) {
        let book =
            "@book{k, author = {Lee, Ann}, title = {On}, publisher = {P}, year = 2020, edition = {\(written)}}"
        #expect(CitedPage(book, ["k"]).references == ["Lee, A. (2020). On (\(expected)). P."])
    }

    @Test(arguments: [
        (CitationWords.german, ["1. Aufl.", "2. Aufl.", "Rev. Aufl."]),
        (.french, ["1re éd.", "2e éd.", "Rev. éd."]),
        (.spanish, ["1.ª ed.", "2.ª ed.", "Rev. ed."]),
        (.arabic, ["ط. 1", "ط. 2", "ط. Rev."]),
        (.japanese, ["第1版", "第2版", "Rev."]),
    ])
    func editionsSpeakTheLanguageOfThePage(words: CitationWords, expected: [String]) {
        let editions = zip(["First", "2nd", "Rev."], expected)
        for (written, expected) in editions {
            let book =
                "@book{k, author = {Lee, Ann}, title = {On}, publisher = {P}, year = 2020, edition = {\(written)}}"
            #expect(
                CitedPage(book, ["k"], words).references == ["Lee, A. (2020). On (\(expected)). P."]
            )
        }
    }

    @Test(arguments: [
        (CitationWords.german, "In F. Rao & A. Lee (Hrsg.), Whole (2. Aufl., S. 1–9)"),
        (.french, "Dans F. Rao et A. Lee (dir.), Whole (2e éd., p. 1–9)"),
        (.spanish, "En F. Rao y A. Lee (Eds.), Whole (2.ª ed., pp. 1–9)"),
        (.arabic, "في F. Rao وA. Lee (محررون)، Whole (ط. 2، ص 1–9)"),
        (.japanese, "F. Rao・A. Lee （編）, Whole (第2版, pp. 1–9)"),
    ])
    func editorsOfABookSpeakTheLanguageOfThePage(words: CitationWords, expected: String) {
        let part =
            "@incollection{k, author = {Moe, Ann}, title = {Part}, booktitle = {Whole}, editor = {Rao, Fay and Lee, Ann}, edition = {2}, pages = {1--9}, year = 2020}"
        let reference = CitedPage(part, ["k"], words).references[0]
        #expect(reference.contains(expected), "\(reference)")
    }

    @Test(arguments: [
        (CitationWords.german, "[Dissertation, S]", "[Masterarbeit, S]"),
        (.french, "[Thèse de doctorat, S]", "[Mémoire de master, S]"),
        (.spanish, "[Tesis doctoral, S]", "[Tesis de maestría, S]"),
        (.arabic, "[أطروحة دكتوراه، S]", "[رسالة ماجستير، S]"),
        (.japanese, "[博士論文, S]", "[修士論文, S]"),
    ])
    func thesesSpeakTheLanguageOfThePage(words: CitationWords, phd: String, masters: String) {
        let library = """
            @phdthesis{a, author = {Lee, Ann}, title = {T}, school = {S}, year = 2020}
            @mastersthesis{b, author = {Moe, Ann}, title = {T}, school = {S}, year = 2020}
            """
        let references = CitedPage(library, ["a", "b"], words).references
        #expect(references[0].contains(phd) && references[1].contains(masters), "\(references)")
    }

    static let entries: [(String, String)] = [
        (
            "@article{k, author = {Lee, Ann B. and Li, Fei-Fei}, title = {On things}, journal = {Journal}, volume = 3, number = 4, pages = {1--9}, year = 2020, doi = {10.1000/x}}",
            "Lee, A. B., & Li, F.-F. (2020). On things. Journal, 3(4), 1–9. https://doi.org/10.1000/x"
        ),
        (
            "@book{k, author = {Lee, Ann}, title = {On things?}, publisher = {Press}, year = 2020, edition = {2nd}}",
            "Lee, A. (2020). On things? (2nd ed.). Press."
        ),
        (
            "@incollection{k, author = {Lee, Ann}, title = {Part}, booktitle = {Whole}, editor = {Rao, Fay}, pages = {1--9}, publisher = {Press}, year = 2020}",
            "Lee, A. (2020). Part. In F. Rao (Ed.), Whole (pp. 1–9). Press."
        ),
        (
            "@techreport{k, author = {{The Center}}, title = {Report}, institution = {The Center}, number = {7}, year = 2020, url = {https://a.org/}}",
            "The Center. (2020). Report (No. 7). https://a.org/"
        ),
        (
            "@online{k, author = {King, Jr., Martin Luther}, title = {Page}, organization = {Site}, year = 2020, month = oct, day = 8, url = {https://a.org/}}",
            "King, M. L., Jr. (2020, October 8). Page. Site. https://a.org/"
        ),
        (
            "@phdthesis{k, author = {Lee, Ann}, title = {Thesis}, school = {School}, year = 2020}",
            "Lee, A. (2020). Thesis [Doctoral dissertation, School]."
        ),
        (
            "@mastersthesis{k, author = {Lee, Ann}, title = {Why?}, school = {School}, year = 2020}",
            "Lee, A. (2020). Why? [Master’s thesis, School]."
        ),
        (
            "@phdthesis{k, author = {Lee, Ann}, title = {T}, type = {Habilitation}, school = {S}, year = 2020}",
            "Lee, A. (2020). T [Habilitation, S]."
        ),
        (
            "@thesis{k, author = {Lee, Ann}, title = {T}, type = {mathesis}, institution = {S}, year = 2020}",
            "Lee, A. (2020). T [Master’s thesis, S]."
        ),
        (
            "@thesis{k, author = {Lee, Ann}, title = {T}, institution = {S}, year = 2020}",
            "Lee, A. (2020). T [Thesis, S]."
        ),
        (
            "@incollection{k, author = {Lee, Ann}, title = {Chap}, booktitle = {Book}, editor = {Smith, Jo and Doe, Jan}, edition = {1}, pages = {1--9}, publisher = {P}, year = 2020}",
            "Lee, A. (2020). Chap. In J. Smith & J. Doe (Eds.), Book (1st ed., pp. 1–9). P."
        ),
        (
            "@incollection{k, author = {Lee, Ann}, title = {Chap}, booktitle = {Book}, editor = {A, B. and C, D. and E, F.}, volume = 2, year = 2020}",
            "Lee, A. (2020). Chap. In B. A, D. C, & F. E (Eds.), Book (Vol. 2)."
        ),
        (
            "@book{k, editor = {Rao, Fay and Lee, Ann}, title = {Whole}, publisher = {P}, year = 2020}",
            "Rao, F., & Lee, A. (Eds.). (2020). Whole. P."
        ),
        ("@book{k, title = {Nameless}, publisher = {P}, year = 2020}", "Nameless. (2020). P."),
        (
            "@misc{k, author = {Lee, Ann and others}, title = {T}, year = 2020, eprint = {2108.07258}, archiveprefix = {arXiv}}",
            "Lee, A., et al. (2020). T. arXiv. https://arxiv.org/abs/2108.07258"
        ),
        (
            "@book{k, author = {Lee, A.B.}, title = {T <x>&}, publisher = {P}}",
            "Lee, A. B. (n.d.). T <x>&. P."
        ),
        (
            "@book{k, author = {\((1...22).map { "A\($0), B." }.joined(separator: " and "))}, title = {Many}, publisher = {P}, year = 2020}",
            (1...19).map { "A\($0), B." }.joined(separator: ", ") + ", … A22, B. (2020). Many. P."
        ),
    ]

    /// Letter by letter, accents and case aside; particles count where the entry begins with them.
    @Test func isSortedAsReadersLookForIt() {
        let names = [
            "Zola, É.", "Ångström, A.", "Øberg, O.", "Adler, A.", "de Vries, H.", "Devlin, K.",
            "Brown, J. and Li, A.", "Brown, J.",
            "Browning, A.", "O'Neil, C.", "Ólafsdóttir, B.", "Łukasik, C.", "Lum, K.", "Müller, A.",
            "Mueller, A.", "Muller, B.",
            "山田, 太郎", "Ñandú, A.", "Nash, J.", "{The Center}", "Straße, A.", "Strasser, B.",
        ]
        let library = names.enumerated().map {
            "@book{k\($0.offset), author = {\($0.element)}, title = {T}, publisher = {P}, year = 2020}"
        }
        let page = CitedPage(library.joined(separator: "\n"), names.indices.map { "k\($0)" })
        #expect(
            page.references.map { String($0.prefix { $0 != "(" }).trimmingCharacters() } == [
                "Adler, A.", "Ångström, A.", "Brown, J.", "Brown, J., & Li, A.", "Browning, A.",
                "Devlin, K.", "de Vries, H.",
                "Łukasik, C.", "Lum, K.", "Mueller, A.", "Müller, A.", "Muller, B.", "Ñandú, A.",
                "Nash, J.", "Øberg, O.",
                "Ólafsdóttir, B.", "O’Neil, C.", "Straße, A.", "Strasser, B.", "The Center.",
                "Zola, É.", "山田太郎.",
            ])
    }

    @Test func worksOfOnePersonStandByYear() {
        let library = """
            @book{c, author = {Lee, A.}, title = {B}, publisher = {P}, year = 2020}
            @book{d, author = {Lee, A.}, title = {A}, publisher = {P}, year = 2020}
            @book{b, author = {Lee, A.}, title = {Z}, publisher = {P}, year = 2019}
            @book{a, author = {Lee, A.}, title = {Undated}, publisher = {P}}
            @book{e, author = {Lee, A.}, title = {Soon}, publisher = {P}, year = {in press}}
            """
        let page = CitedPage(library, ["a", "b", "c", "d", "e"])
        #expect(
            page.references == [
                "Lee, A. (n.d.). Undated. P.", "Lee, A. (2019). Z. P.", "Lee, A. (2020a). A. P.",
                "Lee, A. (2020b). B. P.", "Lee, A. (in press). Soon. P.",
            ])
    }
}

extension String {
    fileprivate func trimmingCharacters() -> String {
        hasSuffix(" ") ? String(dropLast()) : self
    }
}
