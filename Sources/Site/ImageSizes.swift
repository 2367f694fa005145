/// Measures of the site's images, read from the first bytes of each file.

import Content
import Diagnostics
import Files

enum ImageSizes {
    /// Enough for the header of every format, and for a JPEG whose measures stand behind a large
    /// preview and colour profile.
    private static let prefix = 256 << 10
    static let formats: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]

    /// By path of the source, as readers see it.
    ///
    /// An image that cannot be read has no measures; it is no error here, since it is one as a file. What is
    /// read and is no image is.
    static func read(
        _ assets: [AssetFile], from files: any FileSystem
    ) async -> (byPath: [String: PixelSize], diagnostics: [Diagnostic]) {
        let images = assets.filter { asset in
            asset.path.split(separator: ".").last.map { formats.contains($0.lowercased()) } ?? false
        }
        let found = await Parallel.map(images.count) { index -> (PixelSize?, Diagnostic?) in
            let path = images[index].path
            guard let bytes = try? files.readPrefix(path, count: prefix) else { return (nil, nil) }
            guard ImageSize.isImage(bytes) else { return (nil, noImage(bytes, at: path)) }
            return (size(bytes), nil)
        }
        var byPath: [String: PixelSize] = [:]
        for (image, (size, _)) in zip(images, found) { byPath[image.path] = size }
        return (byPath, found.compactMap(\.1))
    }

    private static func size(_ bytes: [UInt8]) -> PixelSize? {
        ImageSize(of: bytes).map { size in
            ImageOrientation.isOnItsSide(bytes)
                ? PixelSize(width: size.height, height: size.width)
                : PixelSize(width: size.width, height: size.height)
        }
    }

    private static func noImage(_ bytes: [UInt8], at path: String) -> Diagnostic? {
        // That is told of every file.
        if GitPointer.isPointer(bytes) { return nil }
        return Diagnostic(
            "image.not-an-image",
            "‘\(path)’ is \(bytes.isEmpty ? "empty" : "no image"): readers would see none. Save it again as one.",
            at: SourceSpan(file: path))
    }
}
