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
    ///   - tools: Programs of the machine that do a part of the work.
    /// - Returns: What was written, or `nil` for a site that has errors.
    /// - Throws: When nothing could be published; the old output is as it was.
    package func publish(
        to output: String, from files: DiskFileSystem, root: String, tools: Tools = Tools()
    ) async throws(PublishError) -> Report? {
        guard let rendered else { return nil }
        let publisher = try Publisher(output: output, root: root)
        let graph = rendered.site.graph
        let indexer = wantsIndex ? tools.indexer : nil
        let content = try await RenderedOutput(rendered, files: files, resizer: tools.resizer)
        let report = try await publisher.publish(
            content, generator: Generator.name, hasDrafts: graph.includesDrafts,
            extending: indexer?.index)
        return Report(
            publicationCount: graph.publications.count, fileCount: report.fileCount,
            byteCount: report.byteCount)
    }
}

extension BuiltSite {
    /// Programs that may be there or not; each is used when the site asks for what it does.
    package struct Tools: Sendable {
        package var resizer: ImageResizer?
        package var indexer: SearchIndexer?

        package init(resizer: ImageResizer? = nil, indexer: SearchIndexer? = nil) {
            self.resizer = resizer
            self.indexer = indexer
        }
    }
}

/// A rendered site as the publisher asks for it.
private struct RenderedOutput: PublishableSite {
    let rendered: RenderedSite
    let files: [OutputFile]
    /// Holds the copies of images until they are published.
    private let work: WorkFolder?

    init(
        _ rendered: RenderedSite, files: DiskFileSystem, resizer: ImageResizer?
    ) async throws(PublishError) {
        self.rendered = rendered
        @Sendable func source(_ index: Int) -> String {
            files.absolutePath(rendered.site.graph.assets[index].path)
        }
        let outputs = rendered.outputs
        let copies = outputs.indices.filter {
            if case .imageCopy = outputs[$0].content { true } else { false }
        }
        let work = copies.isEmpty ? nil : try WorkFolder()
        self.work = work
        /// Ends as the image does: by its ending the program knows the format.
        @Sendable func copy(_ index: Int) -> String {
            let name = outputs[index].path.split(separator: "/").last ?? ""
            return "\(work?.path ?? "")/\(index)-\(name)"
        }
        self.files = outputs.indices.map { index in
            let content: OutputFile.Content =
                if case .asset(let asset) = outputs[index].content {
                    .copy(from: source(asset))
                } else if case .imageCopy = outputs[index].content {
                    .copy(from: copy(index))
                } else {
                    .generated
                }
            return OutputFile(path: outputs[index].path, content: content)
        }
        let results = await Parallel.map(copies.count) { number -> PublishError? in
            guard case .imageCopy(let asset, let width) = outputs[copies[number]].content else {
                return nil
            }
            do throws(PublishError) {
                try resizer?.resize(source(asset), toWidth: width, as: copy(copies[number]))
                return nil
            } catch {
                return error
            }
        }
        for case let problem? in results { throw problem }
    }

    func render(_ index: Int, into buffer: inout [UInt8]) {
        rendered.render(rendered.outputs[index].content, into: &buffer)
    }

    func anchors(_ index: Int) -> [String] { rendered.anchors(of: rendered.outputs[index].content) }
}
