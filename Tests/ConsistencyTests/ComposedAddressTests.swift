import Build
import Consistency
import Diagnostics
import SiteTesting
import Testing

/// Addresses are published with their accents in one piece, and HTML of an author's may have them apart.
@Suite struct ComposedAddressTests {
    @Test("Raw HTML is not rewritten: the other form in it leads nowhere")
    func rawHTML() async throws {
        let site = SiteFixture(
            settings: "raw_html: allow",
            "-- content/files/Mu\u{308}ller.png --\nx\n"
                + post(
                    "content/posts/a.md",
                    body: "<img src=\"/files/Mu\u{308}ller.png\" alt=\"A\">\n\n"
                        + "<img src=\"/files/M\u{FC}ller.png\" alt=\"B\">"))
        let rendered = try #require(try await site.build().rendered)
        let found = await ConsistencyCheck.diagnostics(for: rendered, sources: site.files)
        #expect(found.map(\.id) == ["link.unknown-address"])
        #expect(found.first?.message.contains("accents apart") == true)
        #expect(found.first?.repair == "/files/M\u{FC}ller.png")
        #expect(found.first?.repair?.utf8.elementsEqual("/files/M\u{FC}ller.png".utf8) == true)
    }
}
