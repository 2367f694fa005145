import Bytes
import Content
import Markup
import Site

extension ImageCopies {
    /// How wide the theme shows an image: the column and its margins, or nearly the whole screen.
    static let sizes = "(min-width: 48rem) 43rem, 94vw"

    /// Of the column with its margins, in pixels.
    static let columnWidth = 688

    /// How wide the text is in pixels, without the margins that an image without a width may use; in all
    /// windows of 40 rem and more.
    static let textWidth = 576

    /// The same for an image whose width the author gives.
    static func sizes(_ width: ImageWidth?) -> String {
        switch width {
        case .percent(let part):
            // In tenths of a rem, which is 16 pixels here, rounded up.
            let (rems, tenths) = ((textWidth / 16 * part + 9) / 10).quotientAndRemainder(
                dividingBy: 10)
            return "(min-width: 40rem) \(rems).\(tenths)rem, \((94 * part + 99) / 100)vw"
        case .pixels(let pixels) where pixels < columnWidth:
            return "(min-width: \(pixels * 100 / 94 + 1)px) \(pixels)px, 94vw"
        case .pixels, nil: return sizes
        }
    }

    /// The value of `srcset`: every copy and the image itself; empty for an image without copies.
    static func sources(
        of url: String, _ size: PixelSize, _ configuration: SiteConfiguration
    ) -> String {
        let widths = widths(of: url, size, configuration)
        guard !widths.isEmpty else { return "" }
        return widths.map { "\(path(of: url, width: $0)) \($0)w, " }.joined()
            + "\(url) \(size.width)w"
    }
}

extension ImageRecord {
    /// The image at the head of a page: it is what a reader sees first, so it is fetched first.
    func write(to html: inout OutputBuffer) {
        html.append("<img src=\"")
        html.append(url: url)
        html.append("\" alt=\"")
        html.append(alt, escapedFor: .attribute)
        if let sources {
            html.append("\" srcset=\"")
            html.append(sources, escapedFor: .attribute)
            html.append("\" sizes=\"")
            html.append(ImageCopies.sizes, escapedFor: .attribute)
        }
        if let width, let height {
            html.append(unescaped: "\" width=\"\(width)\" height=\"\(height)")
        }
        html.append("\" fetchpriority=\"high\" decoding=\"async\"/>")
    }
}
