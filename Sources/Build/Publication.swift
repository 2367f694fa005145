/// The last arrow: a rendered site to a directory.

import Content
import Diagnostics
package import Files
package import Output
import Rendering
import Site

extension BuiltSite {
    /// What a finished build has to say.
    package struct Report: Sendable {
        package let publicationCount: Int
        package let fileCount: Int
        package let byteCount: Int
    }

    /// Publishes a site without errors.
    ///
    /// - Parameters:
    ///   - output: The directory to replace.
    ///   - files: The site's own files, for those that are copied.
    ///   - root: The folder of the sources, which the output must not hold.
    /// - Returns: What was written, or `nil` for a site that has errors.
    /// - Throws: When nothing could be published; the old output is as it was.
    package func publish(
        to output: String, from files: DiskFileSystem, root: String
    ) async throws(PublishError) -> Report? {
        guard let rendered else { return nil }
        let publisher = try Publisher(output: output, root: root)
        let graph = rendered.site.graph
        let report = try await publisher.publish(
            RenderedOutput(rendered: rendered, files: files), generator: Generator.name,
            hasDrafts: graph.includesDrafts)
        return Report(
            publicationCount: graph.publications.count, fileCount: report.fileCount,
            byteCount: report.byteCount)
    }
}

/// A rendered site as the publisher asks for it.
private struct RenderedOutput: PublishableSite {
    let rendered: RenderedSite
    let files: [OutputFile]

    init(rendered: RenderedSite, files: DiskFileSystem) {
        self.rendered = rendered
        self.files = rendered.outputs.map { output in
            guard case .asset(let index) = output.content else {
                return OutputFile(path: output.path, content: .generated)
            }
            let source = rendered.site.graph.assets[index].path
            return OutputFile(path: output.path, content: .copy(from: files.absolutePath(source)))
        }
    }

    func render(_ index: Int, into buffer: inout [UInt8]) {
        rendered.render(rendered.outputs[index].content, into: &buffer)
    }

    func anchors(_ index: Int) -> [String] { rendered.anchors(of: rendered.outputs[index].content) }
}
