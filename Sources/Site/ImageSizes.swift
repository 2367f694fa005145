/// Measures of the site's images, read from the first bytes of each file.

import Content
import Files

enum ImageSizes {
    /// Enough for the header of every format, and for a JPEG whose measures stand behind a large
    /// preview and colour profile.
    private static let prefix = 256 << 10
    static let formats: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]

    /// By path of the source, as readers see it.
    ///
    /// An image that cannot be read has no measures; it is no error here, since copying it will be
    /// one.
    static func read(_ assets: [AssetFile], from files: any FileSystem) async -> [String: PixelSize]
    {
        let images = assets.filter { asset in
            asset.path.split(separator: ".").last.map { formats.contains($0.lowercased()) } ?? false
        }
        let sizes = await Parallel.map(images.count) { index -> PixelSize? in
            guard let bytes = try? files.readPrefix(images[index].path, count: prefix),
                let size = ImageSize(of: bytes)
            else { return nil }
            return ImageOrientation.isOnItsSide(bytes)
                ? PixelSize(width: size.height, height: size.width)
                : PixelSize(width: size.width, height: size.height)
        }
        var byPath: [String: PixelSize] = [:]
        for (image, size) in zip(images, sizes) { byPath[image.path] = size }
        return byPath
    }
}
