import Foundation
import SiteTesting
import Testing

@testable import Output

/// `verify` names each file that is not as the manifest says.
@Suite struct VerificationTests {
    private func published() async throws -> ScratchFolder {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(
            TestSite(["index.html": "home", "a/index.html": "a", "b/index.html": "b"]))
        return scratch
    }

    @Test func aTreeAsPublishedHasNoFindings() async throws {
        let scratch = try await published()
        #expect(try Verification.findings(in: scratch.output).findings.isEmpty)
    }

    @Test func namesWhatIsMissingChangedAndExtra() async throws {
        let scratch = try await published()
        try FileManager.default.removeItem(atPath: scratch.output + "/a/index.html")
        try scratch.write("public/b/index.html", "B")
        try scratch.write("public/c.txt", "new")
        try scratch.write("public/.git/HEAD", "ref")
        let findings = try Verification.findings(in: scratch.output).findings
        #expect(
            findings.map(\.description) == [
                "missing: a/index.html", "changed: b/index.html", "extra: c.txt",
            ])
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"generator\":\"other\",\"files\":[]}",
        "{\"generator\":\"imprint 1\",\"files\":[{\"path\":\"../x\",\"size\":1,\"sha256\":\"\"}]}",
        "{\"generator\":\"imprint 1\",\"files\":[", String(repeating: "[", count: 100_000),
    ])
    func refusesWhatIsNoManifest(text: String) {
        #expect(throws: PublishError.self) { try Manifest(reading: Array(text.utf8)) }
    }

    @Test(arguments: ["/no/such/tree", "no/such/tree"])
    func namesTheTreeAsItWasGiven(path: String) {
        let words = "cannot read ‘\(path)/manifest.json’: No such file or directory"
        #expect(throws: PublishError(words)) { try Verification.findings(in: path) }
    }

    @Test func theDigestIsSHA256() {
        // FIPS 180-4, the example of one block.
        #expect(
            Array("abc".utf8).withUnsafeBufferPointer(Digest.hex)
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
