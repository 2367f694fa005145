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

    static let entries: [(String, String)] = [
        (
            "@article{k, author = {Lee, Ann B. and Li, Fei-Fei}, title = {On things}, journal = {Journal}, volume = 3, number = 4, pages = {1--9}, year = 2020, doi = {10.1/x}}",
            "Lee, A. B., & Li, F.-F. (2020). On things. Journal, 3(4), 1–9. https://doi.org/10.1/x"
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
            "Lee, A. (2020). Thesis [Thesis, School]."
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
            "@book{k, author = {Lee, A.B.}, title = {T <b>&}, publisher = {P}}",
            "Lee, A. B. (n.d.). T <b>&. P."
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
                "Zola, É.", "山田, 太.",
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
