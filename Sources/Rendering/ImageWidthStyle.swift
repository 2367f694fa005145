import Content
import Markup
import Site

/// The rules for images whose width is a part of the text's.
///
/// They are a class for each percent and a file of the theme's, so that the site's policy may forbid
/// styles of elements. A page that has use for it links it among its typed links, which layouts of a
/// site's own show too.
enum ImageWidthStyle {
    /// Below `templates/assets/`.
    static let asset = "image-widths.css"

    /// The class of an image that is so many percent wide.
    static func name(_ percent: Int) -> String { "width-\(percent)" }
}

extension RenderedSite {
    /// The link to the rules, for the head of a page whose text needs them.
    func imageWidthLinks(for id: PageID) -> [HeadLinkRecord] {
        // Nearly no page gives a width.
        guard !graph[id].source.document.imageWidths.isEmpty,
            graph[id].source.document.imageWidths.values.contains(where: \.isPercent),
            let asset = theme.assets.first(where: { $0.name == ImageWidthStyle.asset })
        else { return [] }
        return [HeadLinkRecord(relation: "stylesheet", url: href(ofOutput: asset.outputPath))]
    }
}
