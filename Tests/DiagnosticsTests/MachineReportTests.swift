import Diagnostics
import Testing

/// What other programs read of a site in a folder of a repository.
@Suite struct MachineReportTests {
    private static let diagnostics = [
        Diagnostic("a.b", "No.", at: SourceSpan("content/ä.md", 0..<1)),
        Diagnostic("c.d", "Gone.", at: nil),
    ]

    private static func report(_ format: DiagnosticPrinter.Format) -> String {
        DiagnosticPrinter(format: format, folder: "docs/") { _ in Array("text".utf8) }
            .string(for: diagnostics)
    }

    @Test func pathsBeginAtTheRepository() {
        let github = Self.report(.github)
        #expect(github.hasPrefix("::error file=docs/content/ä.md,line=1,col=1,"))
        #expect(Self.report(.sarif).contains("\"uri\":\"docs/content/%C3%A4.md\"},\"region\""))
        #expect(Self.report(.json).contains("\"path\":\"content/ä.md\""))
        #expect(Self.report(.oneLine).hasPrefix("content/ä.md:1:1: error: No. [a.b]\n"))
    }

    /// Code scanning leaves out what has none.
    @Test func whatHasNoPlaceGetsTheSettings() {
        let place =
            "\"message\":{\"text\":\"Gone.\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"docs/site.yaml\"}"
        #expect(Self.report(.sarif).contains(place))
    }
}
