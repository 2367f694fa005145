/// What the drawing of a social card shows.

package import Templates

/// The image of a publication that has none of its own, for where it is shared.
package struct SocialCardRecord: TemplateRecord {
    var titleLines: [String]
    /// Of type, in pixels.
    var titleSize: Int
    var titleTop: Int
    var bylineLines: [String]
    var siteName: String
    var language: String
    var direction: String
    /// Where lines begin: at the left, or at the right in languages that are written from there.
    var start: Int

    package static let schema = RecordSchema<SocialCardRecord>(
        "SocialCard", "A publication without an image, drawn for where it is shared.",
        [
            .texts("title_lines", "The title, in lines that fit.") { $0.titleLines },
            .number("title_size", "Size of the title's type in pixels.") { $0.titleSize },
            .number("title_top", "Where the title begins, in pixels from above.") { $0.titleTop },
            .texts("byline_lines", "The authors, in at most two lines.") { $0.bylineLines },
            .text("site_name", "The site's name, in one line.") { $0.siteName },
            .text("language", "BCP 47 tag of the page's language.") { $0.language },
            .text("direction", "Direction of the text: ltr or rtl.") { $0.direction },
            .number("start", "Where lines begin, in pixels from the left.") { $0.start },
        ])
}
