import Bibliography
import Diagnostics
import Testing

/// Years before our era, and years of which only the beginning is known (EDTF).
@Suite struct AncientDateTests {
    private static func year(_ field: String, _ words: CitationWords = .english) -> String {
        CitedPage(
            "@book{k, author = {Lee, Ann}, title = {T}, publisher = {P}, \(field)}", ["k"], words
        )
        .texts[0]
    }

    /// To ISO 8601 and BibLaTeX, the year 0 is 1 BCE.
    @Test(arguments: [
        ("date = {-0349}", "350 BCE"), ("date = {0000}", "1 BCE"),
        ("date = {-0043-03-15}", "44 BCE"),
        ("date = {-0349~}", "ca. 350 BCE"), ("date = {-0383/-0321}", "384–322 BCE"),
        ("date = {-0026/0014}", "27 BCE–14 CE"), ("year = {350 BCE}", "350 BCE"),
        ("date = {350 BCE}", "350 BCE"), ("year = {c. 350 B.C.}", "ca. 350 BCE"),
        ("year = {384--322 BCE}", "384–322 BCE"), ("year = {350 v. Chr.}", "350 BCE"),
        ("year = {4th century BCE}", "4th century BCE"), ("date = {0079}", "79"),
        ("date = {18XX}", "1800s"), ("date = {18XX?}", "1800s?"), ("date = {1999-XX}", "1999"),
        ("date = {-03XX}", "300s BCE"), ("date = {-03XX/-02XX}", "300s–200s BCE"),
        ("date = {-03XX?}", "300s BCE?"), ("date = {189X/190X}", "1890s–1900s"),
        ("date = {18XX/19XX}", "1800s–1900s"), ("date = {1895/190X}", "1895–1900s"),
        ("date = {189X/1905}", "1890s–1905"), ("date = {189X/}", "1890s–present"),
        ("date = {XXXX}", "n.d."),
        ("date = {1999-06-XX}", "1999"), ("year = {1994}, origdate = {-0349}", "350 BCE/1994"),
        ("year = {1994}, origdate = {c. 350 BCE}", "ca. 350 BCE/1994"),
    ])
    func isCitedAsItIsKnown(field: String, shown: String) {
        #expect(Self.year(field) == "(Lee, \(shown))")
    }

    @Test(arguments: [
        (CitationWords.german, "350 v. Chr.", "19. Jh."), (.dutch, "350 v.Chr.", "19e eeuw"),
        (.french, "350 av. J.-C.", "XIXe siècle"), (.italian, "350 a.C.", "XIX secolo"),
        (.spanish, "350 a. C.", "siglo XIX"), (.portuguese, "350 a.C.", "século XIX"),
        (.chinese, "公元前350", "19世纪"), (.japanese, "紀元前350", "19世紀"),
    ])
    func speaksTheLanguageOfThePage(words: CitationWords, year: String, century: String) {
        #expect(Self.year("date = {-0349}", words).contains(year))
        #expect(Self.year("date = {18XX}", words).contains(century))
        // What it writes, it reads.
        if !year.contains("前") { #expect(Self.year("year = {\(year)}") == "(Lee, 350 BCE)") }
    }

    @Test(arguments: ["-00XX", "-003X", "1XXX", "350 BCE-300 BCE"])
    func whatIsNoDateIsReported(date: String) {
        #expect(
            Described.bibtex("@misc{k, date = {\(date)}}")
                == ["k other", "1:10 bibliography.malformed-date"])
    }

    @Test func theCenturyBeforeOurEraIsInWords() {
        #expect(Self.year("date = {-03XX}", .german) == "(Lee, 4. Jh. v. Chr.)")
        #expect(Self.year("date = {-03XX}", .french) == "(Lee, IVe siècle av. J.-C.)")
        #expect(
            Described.bibtex(
                "@book{k, author = {A, B}, title = {T}, publisher = {P}, date = {XXXX}}"
            ).filter { $0.contains("bibliography") } == [])
    }

    @Test func aBareNumberIsReportedWithWhatToWrite() {
        let (_, diagnostics) = WorkLibrary.parse(
            bibtex: Array(
                "@book{k, author = {A, B}, title = {T}, publisher = {P}, year = {-350}}".utf8),
            path: "a.bib")
        #expect(diagnostics.first?.message == "‘-350’ is no year. Write ‘350 BCE’.")
    }

    /// The oldest comes first, whatever the digits, and letters tell two of a year apart.
    @Test func theListIsInOrder() {
        func book(_ key: String, _ date: String) -> String {
            "@book{\(key), author = {Lee, Ann}, title = {\(key)}, publisher = {P}, date = {\(date)}}\n"
        }
        let library =
            book("a", "1200") + book("b", "0079") + book("c", "-0349") + book("d", "350 BCE")
            + book("e", "-0399") + book("f", "in press") + book("g", "18XX")
        let page = CitedPage(library, ["a", "b", "c", "d", "e", "f", "g"])
        #expect(
            page.references.map { $0.prefix { $0 != ")" } } == [
                "Lee, A. (400 BCE", "Lee, A. (350 BCE-a", "Lee, A. (350 BCE-b", "Lee, A. (79",
                "Lee, A. (1200", "Lee, A. (1800s", "Lee, A. (in press",
            ])
    }

    /// To CSL, there is no year 0.
    @Test(arguments: [
        (#"{"date-parts": [[-350]]}"#, "350 BCE"),
        (#"{"date-parts": [[-384], [-322]]}"#, "384–322 BCE"),
        (#"{"date-parts": [["-44", 3, 15]]}"#, "44 BCE"), (#"{"raw": "-0349"}"#, "350 BCE"),
        (#"{"literal": "350 BCE"}"#, "350 BCE"), (#"{"raw": "18XX"}"#, "1800s"),
        (#"{"date-parts": [[-27], [14]]}"#, "27 BCE–14 CE"),
    ])
    func datesOfCSLAreRead(date: String, shown: String) {
        let html = Described.reference(issued: date)
        #expect(html.hasPrefix("Lee, A. (\(shown))."), "\(html)")
    }
}
