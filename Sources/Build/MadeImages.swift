/// The images of a site that an external program makes: found where earlier builds have kept them, or made
/// now.

import Bytes
import Files
import Output
import Rendering
import Site

struct MadeImages: Sendable {
    /// Where each lies, by the index of its output.
    private let paths: [Int: String]
    /// Holds those that could not be kept, until they are published.
    private let folder: WorkFolder?

    /// Finds or makes every image of the plan.
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
        var paths: [Int: String] = [:]
        var folder: WorkFolder?
        if let work = maker.map({ ImageWork(rendered: rendered, maker: $0, source: source) }) {
            let images = work.images
            let kept = images.isEmpty ? nil : KeptFiles("images")
            let recipes = kept == nil ? [:] : await work.recipes(for: images)
            for (index, recipe) in recipes { paths[index] = kept?.path(recipe) }
            let missing = images.filter { paths[$0] == nil }
            if !missing.isEmpty {
                let made = try WorkFolder(in: kept?.folder)
                try await work.make(missing, in: made)
                let places = await Parallel.map(missing.count) { number in
                    let path = work.place(of: missing[number], in: made)
                    return recipes[missing[number]].flatMap { kept?.keep(path, for: $0) } ?? path
                }
                for (index, path) in zip(missing, places) { paths[index] = path }
                folder = made
                kept?.removeUnused()
            }
        }
        self.paths = paths
        self.folder = folder
    }

    /// Where the image of an output lies.
    func path(_ index: Int) -> String { paths[index] ?? "" }
}

private struct ImageWork: Sendable {
    let rendered: RenderedSite
    let maker: ImageMaker
    /// The path of an asset, by its index.
    let source: @Sendable (Int) -> String

    /// How many drawings the program is given at a time, at most.
    private static let drawingsAtATime = 32

    /// Indices of outputs.
    var images: [Int] {
        rendered.outputs.indices.filter {
            switch rendered.outputs[$0].content {
            case .imageCopy, .socialCard: true
            default: false
            }
        }
    }

    /// Ends as the image does: by its ending the program knows the format.
    func place(of index: Int, in folder: WorkFolder) -> String {
        "\(folder.path)/\(index)-\(rendered.outputs[index].path.split(separator: "/").last ?? "")"
    }

    private func drawing(_ index: Int) -> OutputBuffer {
        var drawing = OutputBuffer()
        rendered.render(rendered.outputs[index].content, into: &drawing)
        return drawing
    }

    /// None for an image whose source cannot be read: the program will say why.
    func recipes(for images: [Int]) async -> [Int: KeptFiles.Recipe] {
        let recipes = maker.recipes
        let found = await Parallel.map(images.count) { number -> KeptFiles.Recipe? in
            let output = rendered.outputs[images[number]]
            guard case .imageCopy(let asset, let width) = output.content else {
                return recipes.drawing(drawing(images[number]))
            }
            let ending = output.path.split(separator: ".").last ?? ""
            return try? recipes.resizing(source(asset), toWidth: width, as: ending)
        }
        return Dictionary(
            uniqueKeysWithValues: zip(images, found).compactMap { index, recipe in
                recipe.map { (index, $0) }
            })
    }

    // MARK: - Making

    func make(_ images: [Int], in folder: WorkFolder) async throws(PublishError) {
        var copies: [(target: String, asset: Int, width: Int)] = []
        var cards: [Int] = []
        for index in images {
            if case .imageCopy(let asset, let width) = rendered.outputs[index].content {
                copies.append((place(of: index, in: folder), asset, width))
            } else {
                cards.append(index)
            }
        }
        try await Self.inParallel(copies) { copy throws(PublishError) in
            try maker.resize(source(copy.asset), toWidth: copy.width, as: copy.target)
        }
        let size = min(
            Self.drawingsAtATime, max(1, (cards.count + Parallel.cores - 1) / Parallel.cores))
        let batches = stride(from: 0, to: cards.count, by: size).map {
            cards[$0..<min(cards.count, $0 + size)]
        }
        try await Self.inParallel(batches) { batch throws(PublishError) in
            var drawings: [String] = []
            for index in batch {
                let path = place(of: index, in: folder).dropLast(".png".count) + ".svg"
                try folder.write(drawing(index), to: String(path.dropFirst(folder.path.count + 1)))
                drawings.append(String(path))
            }
            try maker.draw(drawings)
        }
    }

    private static func inParallel<Part: Sendable>(
        _ parts: [Part], _ body: @escaping @Sendable (Part) throws(PublishError) -> Void
    ) async throws(PublishError) {
        let problems = await Parallel.map(parts.count) { number -> PublishError? in
            do throws(PublishError) {
                try body(parts[number])
                return nil
            } catch {
                return error
            }
        }
        for case let problem? in problems { throw problem }
    }
}
