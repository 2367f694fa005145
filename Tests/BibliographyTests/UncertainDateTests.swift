import Bibliography
import Diagnostics
import Testing

/// What historians know of when something was written, and where it is kept.
@Suite struct UncertainDateTests {
    private static func year(_ field: String, _ words: CitationWords = .english) -> String {
        let page = CitedPage(
            "@book{k, author = {Lee, Ann}, title = {T}, publisher = {P}, \(field)}", ["k"], words)
        return page.texts[0]
    }

    @Test(arguments: [
        ("year = {c. 1666}", "ca. 1666"), ("year = {ca.~1666}", "ca. 1666"),
        ("year = {circa 1666}", "ca. 1666"), ("year = {1905?}", "1905?"),
        ("year = {[1702?]}", "1702?"), ("year = {[1702]}", "1702"), ("year = {1890s}", "1890s"),
        ("year = {c. 1890s}", "ca. 1890s"), ("date = {1865~}", "ca. 1865"),
        ("date = {1865%}", "ca. 1865?"), ("date = {1833-03?}", "1833?"), ("date = {189X}", "1890s"),
        ("date = {c. 1905}", "ca. 1905"), ("year = {1789--94}", "1789–1794"),
        ("year = {1751/52}", "1751/52"), ("year = {1905-06}", "1905"),
        ("year = {before 1700}", "before 1700"),
        ("year = {17th century}", "17th century"),
        ("year = {1848 [i.e. 1849]}", "1848 [i.e. 1849]"),
        ("year = {n.d.}", "n.d."), ("year = {c1998}", "1998"), ("year = {2019b}", "2019"),
        ("year = {March 2019}", "2019"), ("year = {1200--1300?}", "1200–1300?"),
        ("year = {2016}, origdate = {c. 1666}", "ca. 1666/2016"),
        ("year = {2016}, origyear = {before 1700}", "before 1700/2016"),
        // As other styles write a year, and files have it.
        ("year = {(2020)}", "2020"), ("year = {2020.}", "2020"), ("year = {2020;}", "2020"),
        ("year = {1848 [1996]}", "1848 [1996]"), ("year = {[1848] 1996}", "[1848] 1996"),
        ("year = {2021, 2022}", "2021, 2022"), ("year = {1905 (?)}", "1905?"),
        ("year = {$\\sim$1905}", "ca. 1905"), ("year = {2020 03}", "2020"),
        ("year = {19??}", "1900s"), ("year = {1999--00}", "1999–2000"),
        ("year = {1998--9}", "1998–1999"),
    ])
    func isCitedAsItIsKnown(field: String, shown: String) {
        #expect(Self.year(field) == "(Lee, \(shown))")
    }

    @Test func speaksTheLanguageOfThePage() {
        #expect(Self.year("year = {c. 1890s}", .german) == "(Lee, ca. 1890er)")
        #expect(Self.year("date = {189X}", .french) == "(Lee, années 1890)")
        #expect(Self.year("date = {189X}", .japanese) == "(Lee, 1890年代)")
    }

    @Test(arguments: [
        "year = {soon}", "year = {21/03/2021}", "date = {before 1700}", "date = {18901}",
        "year = {MDCLXVI}",
    ])
    func whatIsNoYearIsReported(field: String) {
        #expect(
            Described.bibtex("@misc{k, \(field)}")
                == ["k other", "1:10 bibliography.malformed-date"])
    }

    @Test(arguments: [
        (#"{"date-parts": [[1905]], "circa": true}"#, "ca. 1905"),
        (#"{"date-parts": [["1905"]], "circa": "1"}"#, "ca. 1905"),
        (#"{"date-parts": [[1905]], "circa": false}"#, "1905"),
        (#"{"literal": "c. 1905"}"#, "ca. 1905"), (#"{"raw": "1890s"}"#, "1890s"),
        (#"{"literal": "before 1700"}"#, "before 1700"), (#"{"raw": "15 March 2019"}"#, "2019"),
        (#"{"literal": "1905 or 1906"}"#, "1905 or 1906"),
    ])
    func datesOfCSLAreRead(date: String, shown: String) {
        let html = Described.reference(issued: date)
        #expect(html.hasPrefix("Lee, A. (\(shown))."), "\(html)")
    }

    /// Nobody misses a year, or an author, where the file says that there is none.
    @Test(arguments: [
        "@book{k, author = {Lee, Ann}, title = {T}, publisher = {P}, year = {n.d.}}",
        "@book{k, author = {Lee, Ann}, title = {T}, publisher = {P}, date = {n.d.}}",
        "@article{k, title = {T}, journal = {The Times}, date = {1902-08-11}, pages = 5}",
        "@article{k, title = {T}, journal = {The Times}, year = 1902, entrysubtype = {newspaper}}",
    ])
    func nothingIsMissing(entry: String) {
        let (_, diagnostics) = WorkLibrary.parse(bibtex: Array(entry.utf8), path: "a.bib")
        #expect(diagnostics.map(\.message) == [])
    }

    @Test func aNewspaperIsCitedByItsDay() {
        let entry =
            "@article{k, title = {T}, journal = {The Times}, date = {1902-08-11}, pages = 5}"
        #expect(CitedPage(entry, ["k"]).references == ["T. (1902, August 11). The Times, 5."])
    }

    @Test func aManuscriptIsKeptSomewhere() {
        let entry =
            "@unpublished{k, author = {Howe, Julia}, title = {Diary}, date = {1865~}, note = {Houghton Library, MS Am 2119}}"
        #expect(
            CitedPage(entry, ["k"]).references == [
                "Howe, J. (ca. 1865). Diary. Houghton Library, MS Am 2119."
            ])
    }
}
