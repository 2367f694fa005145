import Testing

/// CSL-JSON: the same works from the other format.
@Suite struct CSLTests {
    @Test(arguments: items)
    func isReadAsMeant(example: Case) {
        #expect(Described.csl(example.source) == example.expected)
    }

    static let items = [
        Case(
            "an article",
            #"[{"id": "k", "type": "article-journal", "title": "A", "container-title": "J", "volume": 3, "issue": "4", "page": "1-2", "DOI": "https://doi.org/10.1000/x"}]"#,
            "k article; title A; in J; volume 3; issue 4; pages 1–2; doi 10.1000/x"),
        Case(
            "names",
            #"[{"id": "k", "author": [{"family": "Wiel", "given": "Jo", "non-dropping-particle": "van der", "suffix": "Jr."}, {"literal": "Center"}, {"given": "Plato"}]}]"#,
            "k other; by Jo|van der|Wiel|Jr. & {Center} & ||Plato|"),
        Case(
            "dates in parts", #"[{"id": "k", "issued": {"date-parts": [["2021", 10, 18]]}}]"#,
            "k other; date 2021-10-18"),
        Case(
            "a raw date", #"[{"id": "k", "issued": {"raw": "2021-10-18"}}]"#,
            "k other; date 2021-10-18"),
        Case("a numeric id", #"[{"id": 7, "type": "book"}]"#, "7 book"),
        Case(
            "places in a PDF",
            #"[{"id": "k", "pdf": "https://a.org/a", "pages-in-pdf": {"offset": 2, "count": 9}, "sections": {"1": 3}}]"#,
            "k other; pdf https://a.org/a +2 of 9 1@3"),
        Case(
            "a year that none is",
            #"[{"id": "k", "issued": {"date-parts": [[9223372036854775807]]}}, {"id": "l", "issued": {"date-parts": [[-9223372036854775807]]}}]"#,
            "k other", "l other"),
        Case(
            "pages that no PDF has",
            #"[{"id": "k", "pdf": "https://a.org/a", "pages-in-pdf": {"offset": -9223372036854775808, "count": 9}, "sections": {"1": 9223372036854775807}}]"#,
            "k other; pdf https://a.org/a +0 of 9 "),
        Case(
            "an address that may not be linked", #"[{"id": "k", "URL": "javascript:x"}]"#,
            "k other", "1:21 bibliography.malformed-url"),
        Case(
            "a thesis, and what it is called",
            #"[{"id": "k", "type": "thesis", "genre": "Doctoral dissertation"}, {"id": "l", "type": "report", "genre": "Brief"}]"#,
            "k thesis; written as Doctoral dissertation", "l report; medium Brief"),
        Case(
            "no DOI", "[{\"id\": \"k\",\n \"DOI\": \"x\"}]", "k other",
            "2:9 bibliography.malformed-doi"),
        Case("no id", #"[{"type": "book"}]"#, "1:2 bibliography.syntax"),
        Case("no list", #"{"id": "k"}"#, "1:1 bibliography.syntax"),
        Case("no JSON", "[{\"id\": \"k\",}]", "1:13 bibliography.syntax"),
    ]
}
