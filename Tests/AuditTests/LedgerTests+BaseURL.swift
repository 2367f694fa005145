import Audit
import Build
import Bytes
import Content
import Diagnostics
import Output
import SiteTesting
import Testing

/// A site that goes somewhere else takes all its addresses along.
@Suite struct MovedSiteTests {
    private static func report(from old: String?, to new: String) async throws -> [String] {
        var site = SiteFixture(SiteTesting.post("content/posts/a.md"))
        site.options.baseURL = BaseURL(new)
        let rendered = try #require(try await site.build().rendered)
        let manifest = Manifest(
            generator: "imprint 1", baseURL: old, hasDrafts: false, entries: [])
        let read = try Manifest(reading: [UInt8](manifest.bytes))
        return Ledger.diagnostics(for: rendered, against: PublishedAddresses(read))
            .map { "\($0.severity.rawValue) \($0.id.rawValue): \($0.message)" }
    }

    @Test(arguments: [
        "https://example.org/new/", "https://other.example/old/", "https://example.org:8080/old/",
    ])
    func isTold(new: String) async throws {
        #expect(
            try await Self.report(from: "https://example.org/old/", to: new) == [
                "warning ledger.moved-site: The site was published at ‘https://example.org/old/’ and would be at ‘\(new)’, so that every address becomes another one. Have the old host lead each of them to the new one, path by path."
            ])
    }

    @Test(arguments: ["https://example.org/old/", "http://example.org/old", nil])
    func isNotToldOfOneThatStays(old: String?) async throws {
        #expect(try await Self.report(from: old, to: "https://example.org/old/") == [])
    }
}
