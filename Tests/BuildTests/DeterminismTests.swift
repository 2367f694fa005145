import Build
import Files
import SiteTesting
import Testing

/// The same input gives the same bytes, whatever the order of files and of work.
@Suite struct DeterminismTests {
    @Test func outputDoesNotDependOnTheRun() async throws {
        let pages = (1...40).map { number in
            post(
                "content/posts/p\(number).md", title: "Page \(number)",
                date: "2024-0\(number % 9 + 1)-1\(number % 10)",
                """
                topics: [t\(number % 5), t\(number % 3 + 10)]
                acknowledgements:
                  - people: [Person \(number % 7), Other \(number % 4)]
                    for: reading
                """,
                body: "## A\n\n[x](p\(number % 40 + 1).md#a) ~~b~~ www.example.org[^1]\n\n[^1]: n")
        }
        let reference = try await SiteFixture(pages.joined()).render()
        for _ in 0..<10 {
            let again = try await SiteFixture(pages.shuffled().joined()).render()
            expectSame(again, reference)
        }
    }

    /// Pagefind lists them as they come.
    @Test func languagesOfTheSearchHaveOneOrder() {
        func ordered(_ languages: String) -> String? {
            SearchIndexer.orderingLanguages(
                Array(
                    #"{"version":"1.5.2","languages":\#(languages),"include_characters":["_","‿"]}"#
                        .utf8)
            ).map { String(decoding: $0, as: UTF8.self) }
        }
        let result =
            #"{"version":"1.5.2","languages":{"de":{"page_count":1},"en":{"hash":"é"},"zh-hant":{}},"include_characters":["_","‿"]}"#
        #expect(ordered(#"{"de":{"page_count":1},"en":{"hash":"é"},"zh-hant":{}}"#) == result)
        #expect(
            ordered(#"{ "zh-hant": {}, "en": {"hash":"é"}, "de": {"page_count":1} }"#) == result)
        #expect(ordered("{}")?.contains(#""languages":{},"#) == true)
        #expect(ordered("[]") == nil)
    }
}
