import Output
import Testing

@testable import ExternalLinks

/// Only 404 and 410 say that nothing was published yet.
@Suite struct PublishedManifestTests {
    private static let manifest =
        "{\"generator\": \"imprint 1\",\n\"files\": [\n{\"path\":\"a.html\",\"size\":1,\"sha256\":\"0\"}\n]\n}\n"

    private static func read(_ text: String, exitCode: Int32) throws -> Manifest? {
        try PublishedManifest.manifest(
            in: Array(text.utf8), exitCode: exitCode, url: "https://a.org/manifest.json")
    }

    @Test func readsWhatIsThere() throws {
        let manifest = try Self.read(Self.manifest + "\n200", exitCode: 0)
        #expect(manifest?.entries.map(\.path) == ["a.html"])
    }

    @Test(arguments: ["\n404", "\n410"])
    func nothingThereIsAFirstPublication(received: String) throws {
        #expect(try Self.read(received, exitCode: 22) == nil)
    }

    @Test(arguments: [
        ("\n500", 22, "(500)"), ("\n403", 22, "(403)"), ("\n000", 6, "(no such host)"),
        ("\n000", 28, "(no answer in time)"), ("", 7, "(no connection)"),
        ("{\"generator\": \n200", 18, "(curl says 18)"),
        ("<!doctype html>\n200", 0, "the manifest is not JSON"),
        ("{\"name\": \"app\"}\n200", 0, "this is no manifest of imprint"),
    ])
    func anythingElseIsAFault(received: String, exitCode: Int32, words: String) {
        do {
            let manifest = try Self.read(received, exitCode: exitCode)
            Issue.record("read as \(manifest == nil ? "nothing" : "a manifest")")
        } catch {
            let message = (error as? PublishError)?.description ?? ""
            #expect(message.contains(words), "\(message)")
            #expect(message.contains("‘https://a.org/manifest.json’"))
            #expect(message.contains("404"))
        }
    }
}
