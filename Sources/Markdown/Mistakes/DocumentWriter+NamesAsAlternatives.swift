import Diagnostics
import Markup

/// `![png](output_3_0.png)`, as notebooks are exported: the words for who does not see the image name its file, and not
/// what it shows.
extension DocumentWriter {
    mutating func reportNameAsAlternative(_ alt: String, of image: Node, at range: Range<Int>) {
        guard Self.isName(alt, of: image.url) else { return }
        report(
            "image.missing-alt",
            error:
                "‘\(alt)’ does not say what this image shows: write that between the brackets, or ‘{.decorative}’ behind it "
                + "when it shows nothing.", at: range)
    }

    private static func isName(_ alt: String, of url: String) -> Bool {
        if alt.utf8.count < 5 {
            // "GIF" may be what the image shows.
            let format = alt.lowercased()
            return formats.contains(format)
                && (format == alt || url.lowercased().hasSuffix("." + format))
        }
        guard let point = alt.utf8.lastIndex(of: UInt8(ascii: ".")),
            !alt.utf8.contains(0x20) || url.lowercased().hasSuffix(alt.lowercased())
        else { return false }
        return formats.contains(alt[alt.index(after: point)...].lowercased())
    }

    private static let formats: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "tif", "tiff", "bmp",
    ]
}
