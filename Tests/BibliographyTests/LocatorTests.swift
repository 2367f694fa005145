import Testing

/// Places in a cited work: the author's words stay, and lead where they say.
@Suite struct LocatorTests {
    /// Printed page n is page n + 2 of the file.
    static let work = """
        @book{r, author = {Lee, Ann}, title = {A}, year = 2020, publisher = {P},
          pdf = {https://a.org/r.pdf}, pages-in-pdf = {offset 2, count 102},
          sections = {1: 1; 1.2: 6; 2.5: 44; 4.3: 85; 4.10: 90; A: 95; A.2: 97}}
        @book{plain, author = {Lee, Ann}, title = {B}, year = 2021, publisher = {P}}
        """

    @Test(arguments: places)
    func leadsToItsPage(written: String, expected: String) {
        let page = CitedPage(Self.work, defaultWork: "r", ["||\(written)"])
        #expect(page.texts == ["(\(expected))"])
        #expect(page.problems == [])
    }

    static let places: [(String, String)] = [
        // Pages, in all the words for them.
        ("p. 4", "‹p. 4→6›"), ("p 4", "‹p 4→6›"), ("pp. 7-9", "‹pp. 7-9→9›"),
        ("pg. 9-10", "‹pg. 9-10→11›"),
        ("pgs. 9–10", "‹pgs. 9–10→11›"), ("page 4", "‹page 4→6›"),
        ("Pages 4 and 6", "‹Pages 4→6› ‹and 6→8›"),
        ("p.\u{A0}4", "‹p.\u{A0}4→6›"), ("p.4", "‹p.4→6›"), ("4", "‹4→6›"),
        ("33-35, 38", "‹33-35→35›, ‹38→40›"),
        ("pp. 7–9", "‹pp. 7–9→9›"), ("pp. 7—9", "‹pp. 7—9→9›"), ("pp. 7−9", "‹pp. 7−9→9›"),
        ("pp. 71-9", "‹pp. 71-9→73›"), ("pp. 4, 6, 8–9", "‹pp. 4→6›, ‹6→8›, ‹8–9→10›"),
        ("p. 12f.", "‹p. 12f→14›."),
        ("pp. 12ff.", "‹pp. 12ff→14›."), ("p. 100", "‹p. 100→102›"),
        ("p. 4, emphasis added", "‹p. 4→6›, emphasis added"),
        // Sections, in words and signs.
        ("Section 1.2", "‹Section 1.2→8›"), ("section 1", "‹section 1→3›"),
        ("Sections 2.5, 4.3", "‹Sections 2.5→46›, ‹4.3→87›"),
        ("Section 2.5, 4.3", "‹Section 2.5→46›, ‹4.3→87›"), ("sec. 2.5", "‹sec. 2.5→46›"),
        ("secs. 2.5 and 4.3", "‹secs. 2.5→46› ‹and 4.3→87›"),
        ("§2.5", "‹§2.5→46›"), ("§ 2.5", "‹§ 2.5→46›"), ("§§2.5–4.3", "‹§§2.5–4.3→46›"),
        ("§4.10", "‹§4.10→92›"),
        ("§\u{A0}2.5", "‹§\u{A0}2.5→46›"), ("Section 2.5.", "‹Section 2.5→46›."),
        ("Section A.2", "‹Section A.2→99›"), ("§A", "‹§A→97›"),
        ("Section 1.2; pg. 7-9", "‹Section 1.2→8›; ‹pg. 7-9→9›"),
        ("§1.2, p. 7", "‹§1.2→8›, ‹p. 7→9›"),
        // Places without an address stay words.
        ("ch. 3", "ch. 3"), ("chapter 3", "chapter 3"), ("fig. 2", "fig. 2"),
        ("Table 2", "Table 2"), ("n. 4", "n. 4"),
        ("p. 9223372036854775807", "p. 9223372036854775807"),
        ("p. iv", "p. iv"), ("passim", "passim"), ("revised in 2020", "revised in 2020"),
        // No section's number begins so.
        ("§É.2", "§É.2"), ("§É", "§É"),
        ("<b>p. 4</b>", "‹<b>p. 4→6›</b>"),
    ]

    @Test(arguments: mistakes)
    func isReported(written: String, expected: String) {
        let page = CitedPage(Self.work, defaultWork: "r", ["||\(written)"])
        #expect(page.problems == [expected])
        #expect(page.texts == ["(\(written))"])
    }

    static let mistakes: [(String, String)] = [
        ("Section 2.6", "‘r’ has no section 2.6. Did you mean ‘2.5’?"),
        ("§44.3", "‘r’ has no section 44.3. Did you mean ‘4.3’?"),
        ("§123.456", "‘r’ has no section 123.456. Its sections run from 1 to A.2."),
        ("§§1.2–9.3", "‘r’ has no section 9.3. Did you mean ‘4.3’?"),
        ("§§4.3–1.2", "4.3 to 1.2 runs backwards. Did you mean ‘1.2–4.3’?"),
        ("p. 101", "‘r’ ends on page 100, before page 101."),
        ("pp. 99-101", "‘r’ ends on page 100, before page 101."),
        ("pp. 9-7", "9 to 7 runs backwards. Did you mean ‘7–9’?"),
        ("p. 0", "There is no page 0. The first is page 1."),
    ]

    @Test func rangesAreCheckedWithoutAFile() {
        #expect(
            CitedPage(Self.work, ["plain||pp. 9-7"]).problems == [
                "9 to 7 runs backwards. Did you mean ‘7–9’?"
            ])
        #expect(CitedPage(Self.work, ["plain||pp. 7-9, §2"]).texts == ["(Lee, 2021, pp. 7-9, §2)"])
    }
}
