import Testing

@testable import ExternalLinks

/// What an answer says of a link.
@Suite struct LinkVerdictTests {
    @Test(arguments: [
        ([200], LinkVerdict.State.fine), ([206], .fine), ([416], .fine), ([404], .gone),
        ([410], .gone), ([301, 404], .gone), ([403], .blocked), ([429], .unsure),
        ([999], .blocked),
        ([500], .unsure), ([503], .unsure), ([301, 200], .moved), ([308, 301, 200], .moved),
        ([302, 200], .fine), ([301, 302, 200], .fine),
    ])
    func tellsFromTheStatuses(statuses: [Int], state: LinkVerdict.State) {
        let answer = LinkAnswer(exitCode: 0, statuses: statuses, url: "https://new.org/")
        #expect(LinkVerdict(of: answer).state == state)
    }

    @Test(arguments: [3, 5, 6, 7, 28, 35, 47, 52, 60, 99] as [Int32])
    func isUnsureWithoutAnAnswer(code: Int32) {
        let verdict = LinkVerdict(of: LinkAnswer(exitCode: code, statuses: [], url: ""))
        #expect(verdict.state == .unsure)
        #expect(!verdict.reason.isEmpty)
    }

    @Test func readsTheHeadersOfEveryResponse() {
        let text = """
            HTTP/1.1 301 Moved Permanently\r
            Location: /new\r
            \r
            HTTP/2 429\r
            Retry-After: 120\r
            \r

            imprint-url: https://a.org/new
            """
        #expect(
            Curl.answer(to: Array(text.utf8), exitCode: 0, url: "https://a.org/")
                == LinkAnswer(
                    exitCode: 0, statuses: [301, 429], url: "https://a.org/new",
                    hasRetryAfter: true))
    }
}
