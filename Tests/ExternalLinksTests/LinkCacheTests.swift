import Testing

@testable import ExternalLinks

/// Results are kept in a file that says the same for the same results.
@Suite struct LinkCacheTests {
    private static var cache: LinkCache {
        var cache = LinkCache()
        cache.record(LinkVerdict(.fine, "200"), for: "https://b.org/", on: 100)
        cache.record(
            LinkVerdict(.moved, "301", target: "https://c.org/\"x\""), for: "https://a.org/",
            on: 100)
        cache.record(LinkVerdict(.gone, "404"), for: "https://d.org/", on: 100)
        return cache
    }

    @Test func isReadAsItWasWritten() throws {
        let bytes = Self.cache.bytes
        let again = try #require(LinkCache(reading: bytes))
        #expect(again.entries == Self.cache.entries)
        #expect(again.bytes == bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines[1].hasPrefix("{\"url\":\"https://a.org/\","))
        #expect(lines.count == 5)
    }

    @Test(arguments: ["", "[]", "{}", #"{"links":[{}]}"#, #"{"links":[{"url":"x","state":"y"}]}"#])
    func readsNoOtherFile(text: String) {
        #expect(LinkCache(reading: Array(text.utf8)) == nil)
    }

    @Test func whatWasGoneIsAskedAgain() {
        let cache = Self.cache
        #expect(cache.verdict(for: "https://b.org/", on: 113)?.state == .fine)
        #expect(cache.verdict(for: "https://b.org/", on: 114) == nil)
        #expect(cache.verdict(for: "https://b.org/", on: 99) == nil)
        #expect(cache.verdict(for: "https://d.org/", on: 100) == nil)
    }

    /// The file may be committed, and mended by hand.
    @Test(arguments: [Int.min, Int.max, -1])
    func aDayThatNoRunHasWrittenKeepsNothing(day: Int) throws {
        let text = #"{"links":[{"url":"https://b.org/","state":"fine","day":\#(day)}]}"#
        let cache = try #require(LinkCache(reading: Array(text.utf8)))
        #expect(cache.verdict(for: "https://b.org/", on: 113) == nil)
    }

    @Test func forgetsLinksThatTheSiteDoesNotHave() {
        var cache = Self.cache
        cache.keep(only: ["https://b.org/"])
        #expect(cache.entries.keys.sorted() == ["https://b.org/"])
    }
}
