import Audit
import Build
import Bytes
import Output
import SiteTesting
import Testing

/// Readers keep the key of a publication in their files.
extension LedgerTests {
    private static let published = SiteTesting.post("content/posts/naming.md", date: "2025-06-01")
    /// Of the same author, year and slug, and older.
    private static func found(_ more: String = "") -> String {
        SiteTesting.post("content/archive/naming.md", date: "2025-02-01", "kind: essay" + more)
    }

    private static func report(_ after: String) async throws -> [String] {
        let old = try await addresses(SiteFixture(published))
        #expect(old.citationKeys == ["posts/naming/index.html": "example2025-naming"])
        return try await report(SiteFixture(after), against: old)
    }

    @Test func anOlderPageTakesAKey() async throws {
        let report = try await Self.report(Self.published + Self.found())
        #expect(
            report == [
                "content/posts/naming.md:2:8: error: Readers cite ‘/posts/naming/’ by the key ‘example2025-naming’, "
                    + "which would be ‘example2025-naming-8cce1195’, and ‘content/archive/naming.md’ has that key now. "
                    + "To keep it, write ‘citation_key: example2025-naming’ in the front matter. [ledger.changed-key]"
            ])
    }

    /// The page that says its key has it, and the other gets the longer one.
    @Test func aKeyThatIsSaidStays() async throws {
        let kept = SiteTesting.post(
            "content/posts/naming.md", date: "2025-06-01", "citation_key: example2025-naming")
        #expect(try await Self.report(kept + Self.found()) == [])
        let outputs = try await SiteFixture(kept + Self.found()).render()
        let all = String(decoding: outputs["publications.bib"] ?? [], as: UTF8.self)
        #expect(all.contains("@misc{example2025-naming,\n"))
        #expect(all.contains(/@misc\{example2025-naming-[0-9a-f]{8},\n/))
        #expect(all.contains("url = {https://example.org/posts/naming/}"))
    }

    @Test(arguments: [
        published.replacing("Ada Example", with: "Ada Exemple"),
        published.replacing("2025-06-01", with: "2024-12-31"),
        SiteTesting.post("content/posts/names.md", date: "2025-06-01", "aliases: [/posts/naming/]"),
    ])
    func aChangeOfWhatItIsMadeOfIsAWarning(after: String) async throws {
        let report = try await Self.report(after).filter { !$0.contains("/people/") }
        #expect(report.count == 1, "\(report)")
        #expect(report.first?.contains(":2:8: warning: Readers cite ‘/posts/nam") == true)
        #expect(report.first?.hasSuffix("[ledger.changed-key]") == true)
        let settled = after.replacing("date:", with: "citation_key: example2025-naming\ndate:")
        #expect(try await Self.report(settled).filter { $0.contains("-key]") } == [])
    }

    /// With its address, and not once an alias has been written.
    @Test func aMovedPageIsToldOfItsKeyAtOnce() async throws {
        let moved = SiteTesting.post("content/posts/naming-walls.md", date: "2025-06-01")
        let report = try await Self.report(moved)
        #expect(report.count == 2, "\(report)")
        #expect(
            report.contains(
                "content/posts/naming-walls.md:2:8: warning: Readers cite ‘/posts/naming/’ by the key "
                    + "‘example2025-naming’. If that is ‘/posts/naming-walls/’ now, its key would be "
                    + "‘example2025-naming-walls’: to keep the old one, write ‘citation_key: example2025-naming’ in the "
                    + "front matter. [ledger.changed-key]"))
        let kept = moved.replacing("date:", with: "citation_key: example2025-naming\ndate:")
        #expect(try await Self.report(kept).filter { $0.contains("-key]") } == [])
    }

    @Test(arguments: [
        // Without one, nobody cites it.
        published.replacing("date:", with: "withdrawn: It was wrong.\ndate:"),
        published.replacing("date:", with: "kind: page\ndate:"),
        // A younger one gets the longer key.
        published
            + SiteTesting.post("content/archive/naming.md", date: "2025-08-01", "kind: essay"),
        published + SiteTesting.post("content/posts/other.md"),
    ])
    func nobodyLosesAKey(after: String) async throws {
        #expect(try await Self.report(after).filter { $0.contains("changed-key") } == [])
    }

    @Test func theManifestHasTheKeys() throws {
        let entries = [
            Manifest.Entry(
                path: "a/index.html", size: 1, sha256: "00", anchors: ["x"], citationKey: "k"),
            Manifest.Entry(path: "b/index.html", size: 1, sha256: "00", anchors: []),
        ]
        let text = Manifest(generator: "imprint 1", hasDrafts: false, entries: entries).bytes
        let manifest = try Manifest(reading: [UInt8](text))
        #expect(manifest.entries == entries)
        #expect(PublishedAddresses(manifest).citationKeys == ["a/index.html": "k"])
    }
}
