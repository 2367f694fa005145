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
    /// How they are made; holds those that were made now, until they are published.
    private let work: ImageWork?
    private let source: @Sendable (Int) -> String

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
        self.source = source
        var copies: [ImageWork.Copy] = []
        var cards: [Int] = []
        for (index, output) in rendered.outputs.enumerated() {
            if case .imageCopy(let asset, let width) = output.content {
                copies.append(ImageWork.Copy(index: index, asset: asset, width: width))
            }
            if case .socialCard = output.content { cards.append(index) }
        }
        guard let maker, !copies.isEmpty || !cards.isEmpty else {
            paths = [:]
            work = nil
            return
        }
        let folder = try WorkFolder()
        let kept = KeptFiles("images")
        let work = ImageWork(rendered: rendered, maker: maker, kept: kept, folder: folder)
        self.work = work
        paths = try await work.resize(copies, source).merging(work.draw(cards)) { $1 }
        if paths.values.contains(where: { $0.hasPrefix(folder.path) }) { kept?.removeUnused() }
    }

    /// Where the image of an output lies.
    func path(_ index: Int) -> String { paths[index] ?? "" }

    /// Makes the image of an output once more: whoever empties the cache while a build runs must not stop it.
    ///
    /// - Returns: Where it lies; `nil` for what is no image, or was not kept from an earlier build.
    /// - Throws: When it cannot be made.
    func remake(_ index: Int) throws(PublishError) -> String? {
        guard let work, let path = paths[index], !path.hasPrefix(work.folder.path) else {
            return nil
        }
        return try work.make(index, source)
    }
}

private struct ImageWork: Sendable {
    let rendered: RenderedSite
    let maker: ImageMaker
    let kept: KeptFiles?
    let folder: WorkFolder

    /// A smaller copy of an image.
    struct Copy: Sendable {
        /// Of the output.
        let index: Int
        let asset: Int
        /// In pixels.
        let width: Int
    }

    /// How many drawings the program is given at a time, at most.
    private static let drawingsAtATime = 32

    /// Ends as the image does: by its ending the program knows the format.
    private func name(_ index: Int) -> String {
        "\(index).\(rendered.outputs[index].path.split(separator: ".").last ?? "")"
    }

    /// - Returns: Where each lies, by the index of its output.
    func resize(
        _ copies: [Copy], _ source: @escaping @Sendable (Int) -> String
    ) async throws(PublishError) -> [Int: String] {
        let assets = Array(Set(copies.map(\.asset)))
        // Of an image that cannot be read, the program says why.
        let digests = await Parallel.map(kept == nil ? 0 : assets.count) {
            try? KeptFiles.digest(ofFileAt: source(assets[$0]))
        }
        let known = Dictionary(uniqueKeysWithValues: zip(assets, digests))
        let paths = try await Self.inParallel(copies) { copy throws(PublishError) in
            let recipe = known[copy.asset].flatMap(\.self).map {
                maker.recipe(resizing: $0, toWidth: copy.width, as: name(copy.index))
            }
            if let path = find(recipe) { return path }
            let target = try resize(copy, source)
            try keep(target, for: recipe)
            return target
        }
        return Dictionary(uniqueKeysWithValues: zip(copies.map(\.index), paths))
    }

    private func resize(
        _ copy: Copy, _ source: (Int) -> String
    ) throws(PublishError) -> String {
        let target = "\(folder.path)/\(name(copy.index))"
        try maker.resize(source(copy.asset), toWidth: copy.width, as: target)
        return target
    }

    /// Makes one image, whatever is kept; `nil` for an output that is none.
    func make(_ index: Int, _ source: (Int) -> String) throws(PublishError) -> String? {
        let content = rendered.outputs[index].content
        if case .imageCopy(let asset, let width) = content {
            return try resize(Copy(index: index, asset: asset, width: width), source)
        }
        guard case .socialCard = content else { return nil }
        let drawing = drawing(index, "")
        try draw([drawing])
        return made(drawing)
    }

    /// - Returns: Where each lies, by the index of its output.
    func draw(_ cards: [Int]) async throws(PublishError) -> [Int: String] {
        guard !cards.isEmpty else { return [:] }
        let fonts = kept == nil ? "" : ImageMaker.fonts
        let drawings = await Parallel.map(cards.count) { drawing(cards[$0], fonts) }
        let missing = drawings.filter { $0.path == nil }
        let size = min(
            Self.drawingsAtATime, max(1, (missing.count + Parallel.cores - 1) / Parallel.cores))
        let batches = stride(from: 0, to: missing.count, by: size).map {
            missing[$0..<min(missing.count, $0 + size)]
        }
        _ = try await Self.inParallel(batches) { batch throws(PublishError) in
            try draw(batch)
            for drawing in batch { try keep(made(drawing), for: drawing.recipe) }
        }
        let paths = drawings.map { $0.path ?? made($0) }
        return Dictionary(uniqueKeysWithValues: zip(cards, paths))
    }

    private func draw(_ drawings: some Collection<Drawing>) throws(PublishError) {
        for drawing in drawings { try folder.write(drawing.bytes, to: drawing.name + ".svg") }
        try maker.draw(drawings.map { "\(folder.path)/\($0.name).svg" })
    }

    private struct Drawing: Sendable {
        /// Without its ending.
        let name: String
        let bytes: OutputBuffer
        let recipe: KeptFiles.Recipe?
        /// Where its pixels were kept.
        let path: String?
    }

    private func drawing(_ index: Int, _ fonts: String) -> Drawing {
        var bytes = OutputBuffer()
        rendered.render(rendered.outputs[index].content, into: &bytes)
        let recipe = kept.map { _ in maker.recipe(drawing: String(decoding: bytes), fonts) }
        return Drawing(
            name: String(name(index).dropLast(".png".count)), bytes: bytes, recipe: recipe,
            path: find(recipe))
    }

    private func made(_ drawing: Drawing) -> String { "\(folder.path)/\(drawing.name).png" }

    private func find(_ recipe: KeptFiles.Recipe?) -> String? {
        recipe.flatMap { kept?.find($0) }
    }

    /// - Throws: When there is no image: the program has said nothing of it.
    private func keep(_ path: String, for recipe: KeptFiles.Recipe?) throws(PublishError) {
        let image = try PublishedTree.read(path)
        if let recipe { kept?.keep(image, for: recipe) }
    }

    private static func inParallel<Part: Sendable, Value: Sendable>(
        _ parts: [Part], _ body: @escaping @Sendable (Part) throws(PublishError) -> Value
    ) async throws(PublishError) -> [Value] {
        let results = await Parallel.map(parts.count) { number in
            Result { () throws(PublishError) in
                try PublishError.throwIfCancelled()
                return try body(parts[number])
            }
        }
        var values: [Value] = []
        for result in results { values.append(try result.get()) }
        return values
    }
}
