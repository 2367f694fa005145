/// The images of a site that an external program makes: found where earlier builds have kept them, or made
/// now.

import Bytes
import Files
import Output
import Rendering
import Site

/// In a folder of their own until they are published.
struct MadeImages: Sendable {
    private let outputs: [PlannedOutput]
    /// `nil` when there are none.
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
        outputs = rendered.outputs
        var copies: [(index: Int, asset: Int, width: Int)] = []
        var cards: [Int] = []
        for (index, output) in outputs.enumerated() {
            if case .imageCopy(let asset, let width) = output.content {
                copies.append((index, asset, width))
            }
            if case .socialCard = output.content { cards.append(index) }
        }
        guard let maker, !copies.isEmpty || !cards.isEmpty else {
            folder = nil
            return
        }
        let folder = try WorkFolder()
        self.folder = folder
        let kept = KeptFiles("images")
        let work = ImageWork(rendered: rendered, maker: maker, kept: kept, folder: folder)
        try await work.resize(copies, source)
        try await work.draw(cards)
        kept?.removeUnused()
    }

    /// Where the image of an output lies.
    func path(_ index: Int) -> String {
        "\(folder?.path ?? "")/\(ImageWork.name(index, outputs[index]))"
    }
}

private struct ImageWork: Sendable {
    let rendered: RenderedSite
    let maker: ImageMaker
    let kept: KeptFiles?
    let folder: WorkFolder

    /// How many drawings the program is given at a time, at most.
    private static let drawingsAtATime = 32

    /// Ends as the image does: by its ending the program knows the format.
    static func name(_ index: Int, _ output: PlannedOutput) -> String {
        "\(index)-\(output.path.split(separator: "/").last ?? "")"
    }

    func resize(
        _ copies: [(index: Int, asset: Int, width: Int)],
        _ source: @escaping @Sendable (Int) -> String
    ) async throws(PublishError) {
        let assets = Array(Set(copies.map(\.asset)))
        // Of an image that cannot be read, the program says why.
        let digests = await Parallel.map(kept == nil ? 0 : assets.count) {
            try? KeptFiles.digest(ofFileAt: source(assets[$0]))
        }
        let known = Dictionary(uniqueKeysWithValues: zip(assets, digests))
        try await Self.inParallel(copies) { copy throws(PublishError) in
            let name = Self.name(copy.index, rendered.outputs[copy.index])
            let recipe = known[copy.asset].flatMap(\.self).map {
                maker.recipe(resizing: $0, toWidth: copy.width, as: name)
            }
            if try find(recipe, as: name) { return }
            let target = "\(folder.path)/\(name)"
            try maker.resize(source(copy.asset), toWidth: copy.width, as: target)
            try keep(target, for: recipe)
        }
    }

    func draw(_ cards: [Int]) async throws(PublishError) {
        guard !cards.isEmpty else { return }
        let fonts = kept == nil ? "" : ImageMaker.fonts
        let missing = await Parallel.map(cards.count) { number in
            Result { () throws(PublishError) in try find(card: cards[number], fonts) }
        }
        var drawings: [Drawing] = []
        for found in missing { if let drawing = try found.get() { drawings.append(drawing) } }
        let size = min(
            Self.drawingsAtATime, max(1, (drawings.count + Parallel.cores - 1) / Parallel.cores))
        let batches = stride(from: 0, to: drawings.count, by: size).map {
            drawings[$0..<min(drawings.count, $0 + size)]
        }
        try await Self.inParallel(batches) { batch throws(PublishError) in
            for drawing in batch { try folder.write(drawing.bytes, to: drawing.name + ".svg") }
            try maker.draw(batch.map { "\(folder.path)/\($0.name).svg" })
            for drawing in batch {
                try keep("\(folder.path)/\(drawing.name).png", for: drawing.recipe)
            }
        }
    }

    private struct Drawing: Sendable {
        /// Without its ending.
        let name: String
        let bytes: OutputBuffer
        let recipe: KeptFiles.Recipe?
    }

    /// `nil` for a card that was found.
    private func find(card index: Int, _ fonts: String) throws(PublishError) -> Drawing? {
        let output = rendered.outputs[index]
        var bytes = OutputBuffer()
        rendered.render(output.content, into: &bytes)
        let recipe = kept.map { _ in maker.recipe(drawing: String(decoding: bytes), fonts) }
        let name = Self.name(index, output)
        if try find(recipe, as: name) { return nil }
        return Drawing(name: String(name.dropLast(".png".count)), bytes: bytes, recipe: recipe)
    }

    /// Whether the image was kept; it then lies in the folder.
    private func find(_ recipe: KeptFiles.Recipe?, as name: String) throws(PublishError) -> Bool {
        guard let recipe, let image = kept?.find(recipe) else { return false }
        try folder.write(image, to: name)
        return true
    }

    /// - Throws: When there is no image: the program has said nothing of it.
    private func keep(_ path: String, for recipe: KeptFiles.Recipe?) throws(PublishError) {
        let image = try PublishedTree.read(path)
        if let recipe { kept?.keep(image, for: recipe) }
    }

    private static func inParallel<Part: Sendable>(
        _ parts: [Part], _ body: @escaping @Sendable (Part) throws(PublishError) -> Void
    ) async throws(PublishError) {
        let results = await Parallel.map(parts.count) { number in
            Result { () throws(PublishError) in try body(parts[number]) }
        }
        for result in results { try result.get() }
    }
}
