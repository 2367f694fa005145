import Diagnostics
import Markup

/// `![png](output_3_0.png)`, as notebooks are exported: the words for who does not see the image name its file, and not
/// what it shows.
extension DocumentWriter {
    mutating func reportNameAsAlternative(_ alt: String, of image: Node, at range: Range<Int>) {
        guard Self.isName(alt.lowercased(), of: image.url.lowercased()) else { return }
        report(
            "image.missing-alt",
            error:
                "‘\(alt)’ does not say what this image shows: write that between the brackets, or ‘{.decorative}’ behind it "
                + "when it shows nothing.", at: range)
    }

    private static func isName(_ alt: String, of url: String) -> Bool {
        if formats.contains(alt) { return true }
        guard let point = alt.lastIndex(of: "."), !alt.contains(" ") || url.hasSuffix(alt) else {
            return false
        }
        return formats.contains(String(alt[alt.index(after: point)...]))
    }

    private static let formats: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "tif", "tiff", "bmp",
    ]
}
