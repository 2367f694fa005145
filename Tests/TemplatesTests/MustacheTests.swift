import Diagnostics
import Foundation
import Testing

@testable import Templates

/// The Mustache specification's cases, where its files are beside the project.
@Suite struct MustacheTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let suite = folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/conformance/mustache")
    private static var isThere: Bool { FileManager.default.fileExists(atPath: suite.path) }

    /// Cases that differ, with the reason.
    private static let differences = Dictionary(
        uniqueKeysWithValues: [
            "Standalone block", "Block reindentation", "Intrinsic indentation",
            "Nested block reindentation",
        ].map { ("~inheritance: " + $0, "blocks keep the indentation they are written with") })

    @Test(
        .enabled(if: isThere, "the Mustache specification's files are not beside the project"),
        arguments: [
            "interpolation", "sections", "inverted", "partials", "comments", "delimiters",
            "~inheritance",
        ])
    func passes(module: String) throws {
        let bytes = Array(try Data(contentsOf: Self.suite.appending(path: module + ".json")))
        let cases = try #require(try JSONValue.read(bytes)["tests"]?.array)
        #expect(!cases.isEmpty)
        for test in cases {
            let name = "\(module): \(test["name"]?.string ?? "")"
            let partials = (test["partials"]?.object ?? []).map {
                ($0.key, Array(($0.value.string ?? "").utf8))
            }
            let template = JSONTemplate(
                Array((test["template"]?.string ?? "").utf8),
                partials: Dictionary(partials, uniquingKeysWith: { first, _ in first }))
            let data = try #require(test["data"])
            let expected = test["expected"]?.string ?? ""
            let isEqual = template.render(data) == expected
            if Self.differences[name] == nil {
                #expect(
                    isEqual,
                    "\(name): \(test["template"]?.string ?? "") gave \(template.render(data)), not \(expected)"
                )
            } else {
                #expect(!isEqual, "\(name) passes now: take it off the list")
            }
        }
    }
}
