import Bytes
import Foundation
import SiteTesting

@testable import Output

extension ScratchFolder {
    /// With the folder of a site's sources in it.
    static func withSources() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: scratch.root + "/content", withIntermediateDirectories: true)
        return scratch
    }

    var root: String { path + "/site" }
    var output: String { path + "/public" }

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
