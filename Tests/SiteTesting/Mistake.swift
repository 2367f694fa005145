import Build
import Consistency
import Diagnostics
import Files
package import Testing

/// A small site with a mistake in it, and all that should be said of it.
package struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    package let archive: String
    /// Every line of the report.
    let report: [String]

    package var testDescription: String { name }

    package init(_ name: String, _ archive: String, _ report: String...) {
        self.init(name, archive, lines: report)
    }

    package init(_ name: String, _ archive: String, lines report: [String]) {
        self.name = name
        self.archive = archive
        self.report = report
    }

    /// Expects exactly this report, that nothing can be rendered, and that the pages, read back all the same,
    /// show no consequence of the mistake as another.
    package func expectReport(
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let site = SiteFixture(archive)
        let found = try await site.diagnose().split(separator: "\n").map { String($0) }
        #expect(found == report, sourceLocation: sourceLocation)
        let built = try await site.build()
        #expect(built.rendered == nil, sourceLocation: sourceLocation)
        guard let provisional = built.provisional else { return }
        let more = await ConsistencyCheck.diagnostics(
            for: provisional, sources: site.files, besides: built.diagnostics)
        #expect(more.map(\.message) == [], sourceLocation: sourceLocation)
    }
}
