import Foundation
package import Testing

/// A file of texts in the folder `Goldens` of a test, each with what becomes of it.
///
/// `UPDATE_GOLDENS=1` rewrites what becomes of them; the texts are the file's own.
package struct GoldenFile {
    private let url: URL
    package let recorded: String

    package init(_ name: String, besides source: String = #filePath) throws {
        url = URL(filePath: source).deletingLastPathComponent()
            .appending(path: "Goldens/\(name).txt")
        recorded = try String(contentsOf: url, encoding: .utf8)
    }

    /// Compares the file with what it should be; the first line that differs says most.
    package func expect(
        _ result: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
            try result.write(to: url, atomically: true, encoding: .utf8)
        }
        let lines = zip(result.split(separator: "\n"), recorded.split(separator: "\n"))
        if let (found, expected) = lines.first(where: { $0 != $1 }) {
            Issue.record(
                "\(url.lastPathComponent): expected ‘\(expected)’, found ‘\(found)’",
                sourceLocation: sourceLocation)
        }
        #expect(result == recorded, sourceLocation: sourceLocation)
    }
}
