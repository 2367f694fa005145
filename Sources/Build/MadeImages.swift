/// The images of a site that an external program makes, in a folder until they are published.

import Bytes
import Files
import Output
import Rendering
import Site

struct MadeImages: Sendable {
    private let outputs: [PlannedOutput]
    /// `nil` when there are none.
    private let folder: WorkFolder?

    /// How many drawings the program is given at a time, at most.
    private static let drawingsAtATime = 32

    /// Makes every image of the plan.
    ///
    /// - Parameters:
    ///   - rendered: The site.
    ///   - maker: The program; without it nothing of this kind is planned.
    ///   - source: The path of an asset, by its index.
    /// - Throws: When one cannot be made.
    init(
        of rendered: RenderedSite, by maker: ImageMaker?,
        source: @escaping @Sendable (Int) -> String
    ) async throws(PublishError) {
        outputs = rendered.outputs
        var copies: [Int] = []
        var cards: [Int] = []
        for (index, output) in outputs.enumerated() {
            if case .imageCopy = output.content { copies.append(index) }
            if case .socialCard = output.content { cards.append(index) }
        }
        guard let maker, !copies.isEmpty || !cards.isEmpty else {
            folder = nil
            return
        }
        let folder = try WorkFolder()
        self.folder = folder
        try await resize(copies, by: maker, source)
        try await draw(cards, of: rendered, by: maker, in: folder)
    }

    /// Where the image of an output lies.
    func path(_ index: Int) -> String { "\(folder?.path ?? "")/\(name(index))" }

    /// Ends as the image does: by its ending the program knows the format.
    private func name(_ index: Int) -> String {
        "\(index)-\(outputs[index].path.split(separator: "/").last ?? "")"
    }

    private func resize(
        _ copies: [Int], by maker: ImageMaker, _ source: @escaping @Sendable (Int) -> String
    ) async throws(PublishError) {
        try await Self.inParallel(copies.count) { number throws(PublishError) in
            let index = copies[number]
            guard case .imageCopy(let asset, let width) = outputs[index].content else { return }
            try maker.resize(source(asset), toWidth: width, as: path(index))
        }
    }

    private func draw(
        _ cards: [Int], of rendered: RenderedSite, by maker: ImageMaker, in folder: WorkFolder
    ) async throws(PublishError) {
        let size = min(
            Self.drawingsAtATime, max(1, (cards.count + Parallel.cores - 1) / Parallel.cores))
        try await Self.inParallel((cards.count + size - 1) / size) { number throws(PublishError) in
            var drawings: [String] = []
            for index in cards[(number * size)..<min(cards.count, (number + 1) * size)] {
                var drawing = OutputBuffer()
                rendered.render(outputs[index].content, into: &drawing)
                let name = name(index).dropLast(".png".count) + ".svg"
                try folder.write(drawing, to: String(name))
                drawings.append("\(folder.path)/\(name)")
            }
            try maker.draw(drawings)
        }
    }

    private static func inParallel(
        _ count: Int, _ body: @escaping @Sendable (Int) throws(PublishError) -> Void
    ) async throws(PublishError) {
        let problems = await Parallel.map(count) { number -> PublishError? in
            do throws(PublishError) {
                try body(number)
                return nil
            } catch {
                return error
            }
        }
        for case let problem? in problems { throw problem }
    }
}
