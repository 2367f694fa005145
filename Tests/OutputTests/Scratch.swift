import Bytes
import Foundation

@testable import Output

/// A directory of one test's own, removed behind it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/imprint-output-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path + "/site/content", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var root: String { path + "/site" }
    var output: String { path + "/public" }

    func write(_ text: String, to name: String) throws {
        let file = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Names directly in a folder, sorted.
    func names(_ folder: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
    }

    func publish(_ site: TestSite) async throws(PublishError) -> Publisher.Report {
        try await Publisher(output: output, root: root)
            .publish(site, generator: "imprint test", hasDrafts: false)
    }
}

/// A site that is a list of texts.
struct TestSite: PublishableSite {
    let texts: [(path: String, text: String)]
    let files: [OutputFile]

    init(_ texts: [String: String]) {
        self.texts = texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        files = self.texts.map { OutputFile(path: $0.path, content: .generated) }
    }

    func render(_ index: Int, into buffer: inout OutputBuffer) {
        buffer.append(contentsOf: texts[index].text.utf8)
    }
    func anchors(_ index: Int) -> [String] { texts[index].path.hasSuffix(".html") ? ["top"] : [] }
}
