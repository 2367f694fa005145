/// Smaller copies of an image, for small screens: which there are, and what they are called.

package import Content

package enum ImageCopies {
    /// Formats of pixels that every browser shows.
    ///
    /// A drawing (SVG) has no use for copies, and a moving
    /// image (GIF) would stand still.
    private static let endings = [".png", ".jpg", ".jpeg", ".webp"]

    /// The widths of the site that are smaller than the image, ascending.
    package static func widths(
        of path: String, _ size: PixelSize, _ configuration: SiteConfiguration
    ) -> ArraySlice<Int> {
        let widths = configuration.imageWidths
        guard !widths.isEmpty, endings.contains(where: { path.lowercased().hasSuffix($0) }) else {
            return []
        }
        return widths.prefix { $0 < size.width }
    }

    /// `wall.png` and 640 give `wall.640w.png`; works on paths and on addresses.
    package static func path(of path: String, width: Int) -> String {
        guard let dot = path.lastIndex(of: ".") else { return path }
        return "\(path[..<dot]).\(width)w\(path[dot...])"
    }
}
