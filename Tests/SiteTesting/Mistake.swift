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
    package let report: [String]

    package var testDescription: String { name }

    package init(_ name: String, _ archive: String, _ report: String...) {
        self.init(name, archive, lines: report)
    }

    package init(_ name: String, _ archive: String, lines report: [String]) {
        self.name = name
        self.archive = archive
        self.report = report
    }

    /// One in further lines of a post's front matter; the report is about that file, from the line on.
    package static func inFrontMatter(
        _ name: String, _ lines: String, _ report: String...
    ) -> Mistake {
        Mistake(name, post(path, lines), lines: report.map { "\(path):\($0)" })
    }

    /// One in a post's text, which begins in line 7; the report is about that file, from the line on.
    package static func inText(
        _ name: String, _ text: String, besides others: String = "", _ report: String...
    ) -> Mistake {
        Mistake(name, post(path, body: text) + others, lines: report.map { "\(path):\($0)" })
    }

    private static let path = "content/posts/a.md"

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
