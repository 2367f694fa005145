/// The last arrow: a rendered site to a directory.

import Bytes
import Content
import Diagnostics
package import Files
package import Output
import Rendering
import Site

extension BuiltSite {
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
    ) async throws(PublishError) -> Publisher.Report? {
        guard let rendered else { return nil }
        let publisher = try Publisher(output: output, root: root)
        let indexer = wantsIndex ? tools.indexer : nil
        let content = try await RenderedOutput(rendered, files: files, imageMaker: tools.imageMaker)
        return try await publisher.publish(
            content, generator: Generator.name,
            hasDrafts: rendered.site.graph.includesDrafts, extending: indexer?.index)
    }
}

extension BuiltSite {
    /// Programs that may be there or not; each is used when the site asks for what it does.
    package struct Tools: Sendable {
        package var imageMaker: ImageMaker?
        package var indexer: SearchIndexer?

        package init(imageMaker: ImageMaker? = nil, indexer: SearchIndexer? = nil) {
            self.imageMaker = imageMaker
            self.indexer = indexer
        }
    }
}

/// A rendered site as the publisher asks for it.
private struct RenderedOutput: PublishableSite {
    let rendered: RenderedSite
    let files: [OutputFile]
    /// Kept until they are published.
    private let images: MadeImages

    init(
        _ rendered: RenderedSite, files: DiskFileSystem, imageMaker: ImageMaker?
    ) async throws(PublishError) {
        self.rendered = rendered
        @Sendable func source(_ index: Int) -> String {
            files.absolutePath(rendered.site.graph.assets[index].path)
        }
        let images = try await MadeImages(of: rendered, by: imageMaker, source: source)
        self.images = images
        self.files = rendered.outputs.enumerated().map { index, output in
            let content: OutputFile.Content =
                switch output.content {
                case .asset(let asset): .copy(from: source(asset))
                case .imageCopy, .socialCard: .copy(from: images.path(index))
                default: .generated
                }
            return OutputFile(path: output.path, content: content)
        }
    }

    var baseURL: String? { rendered.site.graph.configuration.baseURL.absolute }

    func render(_ index: Int, into buffer: inout OutputBuffer) {
        rendered.render(rendered.outputs[index].content, into: &buffer)
    }

    func anchors(_ index: Int) -> [String] { rendered.anchors(of: rendered.outputs[index].content) }

    func citationKey(_ index: Int) -> String? {
        rendered.citationKey(of: rendered.outputs[index].content)
    }

    func replacement(_ index: Int) throws(PublishError) -> String? { try images.remake(index) }
}
