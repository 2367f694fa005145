import Bibliography
import Diagnostics
import Testing

/// The grammar of BibTeX, its names and its accents, as its documentation describes them.
@Suite struct BibTeXTests {
    @Test(arguments: grammar + fields)
    func isReadAsMeant(example: Case) {
        #expect(Described.bibtex(example.source) == example.expected)
    }

    @Test(arguments: mistakes)
    func mistakesAreReportedAtTheirPlace(example: Case) {
        #expect(Described.bibtex(example.source) == example.expected)
    }

    @Test(arguments: names)
    func namesComeApart(written: String, expected: String) {
        let read = Described.bibtex("@misc{k, author = {\(written)}}")
        #expect(read == ["k other; by \(expected)"])
    }

    @Test(arguments: accents)
    func texBecomesText(written: String, expected: String) {
        #expect(
            Described.bibtex("@misc{k, title = {\(written)}}") == ["k other; title \(expected)"])
    }

    static let grammar = [
        Case("braces", "@book{k, title = {A}}", "k book; title A"),
        Case("parentheses", "@book(k, title = {A (b)})", "k book; title A (b)"),
        Case("quotation marks", "@book{k, title = \"A\"}", "k book; title A"),
        Case(
            "a quotation mark in braces", "@book{k, title = \"A {\"}b{\"}\"}",
            "k book; title A \"b\""),
        Case("nested braces", "@book{k, title = {A {B {C}} d}}", "k book; title A B C d"),
        Case("a number", "@book{k, title = {A}, year = 1999}", "k book; title A; date 1999"),
        Case("a comma at the end", "@book{k, title = {A},}", "k book; title A"),
        Case("no fields", "@book{k}", "k book"),
        Case("capital letters", "@BOOK{K, TITLE = {A}}", "K book; title A"),
        Case("spaces and lines", "@book\n{ k ,\n title\n=\n{A\n  b} }", "k book; title A b"),
        Case("a string", "@string{x = {A}} @book{k, title = x}", "k book; title A"),
        Case(
            "a string of strings", "@string{x = \"A\"} @string(y = x # { b}) @book{k, title = y}",
            "k book; title A b"),
        Case(
            "names of strings in any case", "@STRING{Mit = {A}} @book{k, title = mIT}",
            "k book; title A"),
        Case("concatenation", "@book{k, title = {A } # \"b\" # 1}", "k book; title A b1"),
        Case(
            "a comment", "@comment{@book{x, title = {no}}} @book{k, title = {A}}", "k book; title A"
        ),
        Case(
            "text between entries", "Mail to a@example.org.\n@book{k, title = {A}} % and b@c",
            "k book; title A"),
        Case(
            "a preamble", "@preamble{\"\\newcommand{\\x}{y}\"} @book{k, title = {A}}",
            "k book; title A"),
        Case("keys with signs", "@book{a:b/c+1.x_y, title = {A}}", "a:b/c+1.x_y book; title A"),
        Case("two entries on a line", "@book{k}@book{l}", "k book", "l book"),
        Case(
            "a cross-reference",
            "@inbook{k, title = {A}, crossref = {L}, pages = {1--2}} @book{l, title = {B}, publisher = {P}, year = 2001, doi = {10.1000/x}}",
            "k chapter; title A; in B; date 2001; publisher P; pages 1–2",
            "l book; title B; date 2001; publisher P; doi 10.1000/x"),
        Case(
            "a cross-reference to a book with a book title of its own",
            "@inproceedings{k, title = {A}, crossref = {l}} @proceedings{l, title = {Long}, booktitle = {B}}",
            "k conferencePaper; title A; in B", "l book; title Long; in B"),
        Case("a byte order mark", "\u{FEFF}@book{k, title = {A}}", "k book; title A"),
        Case(
            "a letter after a backslash at the end of a value", "@book{k, title = {A\\\\}}",
            "k book; title A"),
    ]

    static let fields = [
        Case("a month by its macro", "@misc{k, year = 2020, month = oct}", "k other; date 2020-10"),
        Case(
            "an unknown string in a field that nobody sees",
            "@misc{k, acknowledgement = ack-nhfb, address = pub-x # \", US\", year = 2020}",
            "k other; date 2020"),
        Case("a season", "@misc{k, year = 2020, month = {Spring}}", "k other; date 2020"),
        Case("a season by its number", "@misc{k, year = 2020, month = 23}", "k other; date 2020"),
        Case(
            "fields without a value",
            "@misc{k, author = {}, editor = { }, doi = {}, url = \"\", date = {}, year = 2020}",
            "k other; date 2020"),
        Case("a month by its number", "@misc{k, year = 2020, month = {3}}", "k other; date 2020-3"),
        Case(
            "a month by its name", "@misc{k, year = 2020, month = {September}}",
            "k other; date 2020-9"),
        Case(
            "a day and a month", "@misc{k, year = 2020, month = \"10~\" # jan}",
            "k other; date 2020-1-10"),
        Case(
            "a month and a day", "@misc{k, year = 2020, month = jun # \" 7\"}",
            "k other; date 2020-6-7"),
        Case(
            "two months", "@misc{k, year = 2020, month = jul # {/} # aug}", "k other; date 2020-7"),
        Case("a date of biblatex", "@misc{k, date = {2020-02-29}}", "k other; date 2020-2-29"),
        Case(
            "a range of dates", "@misc{k, date = {2020-02/2021-03}}",
            "k other; date 2020-2/2021"),
        Case("about a year", "@misc{k, year = {c. 1850}}", "k other; date 1850"),
        Case("in press", "@misc{k, year = {in press}}", "k other; status in press"),
        Case("pages", "@article{k, pages = {12-34}}", "k article; pages 12–34"),
        Case(
            "the number of an article and of a report",
            "@article{k, number = 3} @techreport{l, number = {TR-3}}", "k article; issue 3",
            "l report; number TR-3"),
        Case(
            "a DOI as a URL", "@misc{k, doi = {https://doi.org/10.1000/a\\_b}}",
            "k other; doi 10.1000/a_b"),
        Case(
            "a URL with TeX in it", "@misc{k, url = {\\url{https://example.org/\\~{}a\\_b\\%20c}}}",
            "k webpage; url https://example.org/~a_b%20c"),
        Case(
            "a URL as the way of publication",
            "@misc{k, howpublished = {\\url{https://example.org/}}}",
            "k webpage; url https://example.org/"),
        Case(
            "an address is no text of TeX",
            "@misc{k, howpublished = {\\url{https://example.org/~a_b--c\\%20d}}} @misc{l, url = {https://example.org/~a--b}}",
            "k webpage; url https://example.org/~a_b--c%20d",
            "l webpage; url https://example.org/~a--b"),
        Case(
            "an address in TeX, and what stands behind it",
            "@misc{k, howpublished = {\\texttt{https://example.org/a}}} @misc{l, howpublished = {\\url {https://example.org/a}. Accessed: 2001}} @misc{m, howpublished = {https://example.org/\\textasciitilde{}a}}",
            "k webpage; url https://example.org/a", "l webpage; url https://example.org/a",
            "m webpage; url https://example.org/~a"),
        Case(
            "the kinds of a thesis that have a key",
            "@thesis{k, type = {PhDThesis}} @thesis{l, type = {candthesis}}",
            "k thesis", "l thesis"),
        Case(
            "an address without a command, and a day behind it",
            "@misc{k, howpublished = {https://example.org/~a, accessed 2020}} @misc{l, howpublished = {\\url{https://example.org/~a} (accessed 2020)}}",
            "k webpage; url https://example.org/~a", "l webpage; url https://example.org/~a"),
        Case(
            "an address within a text",
            "@misc{k, note = {At~\\url{https://example.org/~a\\_b}.}, howpublished = {Talk, \\url{https://a.org/~b}}}",
            "k other; medium Talk, https://a.org/~b; note At\u{A0}https://example.org/~a_b."),
        Case(
            "places in a PDF",
            "@book{k, pdf = {https://example.org/a.pdf}, pages-in-pdf = {offset 4, count 99}, sections = {1.2: 6; A.1: 28}}",
            "k book; pdf https://example.org/a.pdf +4 of 99 1.2@6 A.1@28"),
    ]

    static let mistakes = [
        Case("a brace that is not closed", "@book{k,\n title = {A", "2:10 bibliography.syntax"),
        Case("an entry that is not closed", "@book{k, title = {A}", "1:6 bibliography.syntax"),
        Case(
            "a quotation mark that is not closed", "@book{k, title = \"A}",
            "1:20 bibliography.syntax"),
        Case(
            "a brace too many in quotation marks", "@book{k, title = \"A}\"}",
            "1:20 bibliography.syntax"),
        Case("no key", "@book{title = {A}}", "1:1 bibliography.syntax"),
        Case("an empty key", "@book{, title = {A}}", "1:1 bibliography.syntax"),
        Case(
            "no comma between fields", "@book{k, title = {A}\n year = 1}", "2:2 bibliography.syntax"
        ),
        Case("no equals sign", "@book{k, title {A}}", "1:16 bibliography.syntax"),
        Case("no value", "@book{k, title = }", "1:18 bibliography.syntax"),
        Case(
            "the next entry is read all the same", "@book{k, title = }\n@book{l, title = {B}}",
            "l book; title B", "1:18 bibliography.syntax"),
        Case(
            "an unknown string", "@book{k, title = {A} # mitt}", "k book; title A",
            "1:24 bibliography.unknown-string"),
        Case(
            "a field twice", "@book{k, title = {A}, title = {B}}", "k book; title A",
            "1:23 bibliography.repeated-field"),
        Case("a key twice", "@book{k}\n@book{k}", "k book", "2:7 bibliography.duplicate-key"),
        Case(
            "an unknown type", "@boook{k, title = {A}}", "k other; title A",
            "1:8 bibliography.unknown-type"),
        Case(
            "an unknown cross-reference", "@inbook{k, crossref = {x}}", "k chapter",
            "1:12 bibliography.unknown-crossref"),
        Case(
            "an unknown command", "@book{k, title = {A \\frobnicate b}}", "k book; title A b",
            "1:10 bibliography.unknown-command"),
        Case(
            "an empty name", "@book{k, author = {A and and B}}", "k book; by ||A| & ||B|",
            "1:10 bibliography.malformed-name"),
        Case(
            "too many commas in a name", "@book{k, author = {A, B, C, D}}", "k book",
            "1:10 bibliography.malformed-name"),
        Case(
            "names joined by semicolons", "@book{k, author = {Li, Bo; Ng, Chi and C}}",
            "k book; by ||C|",
            "1:10 bibliography.malformed-name"),
        Case(
            "more names in words", "@book{k, author = {Li Bo, et al.}}", "k book",
            "1:10 bibliography.malformed-name"),
        Case(
            "names joined by commas", "@book{k, author = {Ann Lee, Bob Ray, Cy Doe}}", "k book",
            "1:10 bibliography.malformed-name"),
        Case(
            "names joined by commas and a word",
            "@book{k, author = {Ann Lee, Bob Ray, and Cy Doe}}",
            "k book; by Cy||Doe|", "1:10 bibliography.malformed-name"),
        Case("no year", "@book{k, year = {soon}}", "k book", "1:10 bibliography.malformed-date"),
        Case(
            "no month", "@book{k, year = 2000, month = 13}", "k book; date 2000",
            "1:23 bibliography.malformed-date"),
        Case(
            "a month in words of another language", "@book{k, year = 2000, month = {juillet}}",
            "k book; date 2000", "1:23 bibliography.malformed-date"),
        Case("no date", "@book{k, date = {2000-13}}", "k book", "1:10 bibliography.malformed-date"),
        Case("no DOI", "@book{k, doi = {11.1/x}}", "k book", "1:10 bibliography.malformed-doi"),
        Case(
            "an address that may not be linked", "@book{k, url = {javascript:x}}", "k book",
            "1:10 bibliography.malformed-url"),
        Case(
            "sections without pages", "@book{k, pdf = {https://a.org/a}, sections = {1.2, 3}}",
            "k book; pdf https://a.org/a +0 of 0 ", "1:35 bibliography.malformed-sections"),
        Case(
            "pages of a PDF in other words",
            "@book{k, pdf = {https://a.org/a}, pages-in-pdf = {last 9}}",
            "k book; pdf https://a.org/a +0 of 0 ", "1:35 bibliography.malformed-pages"),
        Case(
            "pages that no PDF has",
            "@book{k, pdf = {https://a.org/a}, pages-in-pdf = {offset 9223372036854775807}}",
            "k book; pdf https://a.org/a +0 of 0 ", "1:35 bibliography.malformed-pages"),
    ]

    @Test(
        "Names with commas between them are told with what to write",
        arguments: [
            ("Ann Lee, Bob Ray, Cy Doe", "Ann Lee and Bob Ray and Cy Doe"),
            ("Ann Lee, Bob Ray,", "Ann Lee and Bob Ray"),
            ("Lee A, van der Berg", nil), ("Lee AB, Ray B, Doe C", "Lee, AB and Ray, B and Doe, C"),
            (
                "Ann Lee, Ludwig van Beethoven, C. Doe, D. E. Roe",
                "Ann Lee and Ludwig van Beethoven and C. Doe and D. E. Roe"
            ),
            ("Knuth, Donald E.", nil), ("Van Dyke, Mary Jane", nil),
            ("Van Dyke, Jr., Mary Jane", nil),
            ("Van Dyke, the Elder, Mary Jane", nil), ("de la Cruz, Jr., Juan", nil),
            ("Plato,", nil), ("Lee, Ann,", nil), ("{Lee, Ray, and Doe Ltd}", nil),
            ("Ann {Lee, Ray}, Bob {Ray, Doe}", nil),
        ] as [(String, String?)])
    func namesJoinedByCommas(written: String, expected: String?) {
        let source = Array(
            "@misc{k, author = {\(written)}, title = {A}, year = 2000}".utf8)
        let messages = WorkLibrary.parse(bibtex: source, path: "a.bib").diagnostics
            .filter { $0.id != "bibliography.missing-field" }.map(\.message)
        #expect(
            messages == (expected.map { ["‘\(written)’ is several names: write ‘\($0)’."] } ?? []))
    }

    /// First von Last; von Last, First; von Last, Jr, First.
    static let names: [(String, String)] = [
        ("Donald E. Knuth", "Donald E.||Knuth|"),
        ("Knuth, Donald E.", "Donald E.||Knuth|"),
        ("Plato", "||Plato|"),
        ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"),
        ("van Beethoven, Ludwig", "Ludwig|van|Beethoven|"),
        (
            "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
            "Charles Louis Xavier Joseph|de la|Vallée Poussin|"
        ),
        ("jean de la fontaine", "|jean de la|fontaine|"),
        ("De La Fontaine, Jean", "Jean||De La Fontaine|"),
        ("Per Brinch Hansen", "Per Brinch||Hansen|"),
        ("Brinch Hansen, Per", "Per||Brinch Hansen|"),
        ("King, Jr., Martin Luther", "Martin Luther||King|Jr."),
        ("de la Cruz, III, Ana", "Ana|de la|Cruz|III"),
        ("{Barnes and Noble, Inc.}", "{Barnes and Noble, Inc.}"),
        ("{World Health Organization} and Ann Lee", "{World Health Organization} & Ann||Lee|"),
        ("Ann Lee and others", "Ann||Lee|; and others"),
        ("Donald~E. Knuth", "Donald E.||Knuth|"),
        ("Jean-Paul Sartre", "Jean-Paul||Sartre|"),
        ("{\\'E}mile Zola", "Émile||Zola|"),
        ("Ann {de}Groot", "Ann||deGroot|"),
        ("Erik {\\o}rsted Moe", "Erik|ørsted|Moe|"),
        ("Ann AND Bob", "||Ann| & ||Bob|"),
        ("山田 太郎", "太郎||山田|"),
    ]

    static let accents: [(String, String)] = [
        ("G{\\\"o}del, G\\\"odel, G\\\"{o}del", "Gödel, Gödel, Gödel"),
        ("\\'e \\`e \\^e \\~n \\=a \\.z", "é è ê ñ ā ż"),
        (
            "\\c{c} \\c c \\v{s} \\v s \\u{g} \\H{o} \\k{a} \\r{a} \\d{s} \\b{d}",
            "ç ç š š ğ ő ą å ṣ ḏ"
        ),
        ("\\'{\\i} \\\"\\i \\i", "í ïı"),
        ("\\ss \\o \\O \\l{} \\L{} \\ae{} \\AE{} \\oe{} \\aa{}", "ßøØł Ł æ Æ œ å"),
        ("R\\&D, 50\\%, \\$5, a\\_b, \\#1, \\{x\\}", "R&D, 50%, $5, a_b, #1, {x}"),
        ("1--2 and a---b", "1–2 and a—b"),
        ("``quoted'' and `so'", "“quoted” and ‘so’"),
        ("\\emph{in} {\\it other} \\textbf{types}", "in other types"),
        ("H$_2$O, $\\beta$-risk, $k$-means", "H₂O, β-risk, k-means"),
        ("A\\-B \\ldots{} \\LaTeX", "AB … LaTeX"),
        ("\\~{}a \\^{}", "~a ^"),
    ]
}
