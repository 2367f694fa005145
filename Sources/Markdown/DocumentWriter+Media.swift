/// What stands where an image may stand and is none.

import Diagnostics
import Markup

extension DocumentWriter {
    /// What an image's file is to a page.
    ///
    /// What no browser shows is said; an address elsewhere may yield an image whatever it is called.
    mutating func media(of image: Node, at range: Range<Int>) -> Media {
        let url = image.url
        let media = Media(at: url)
        guard WebAddress.kind(of: url) == .relative else {
            if media == .table { reportTableElsewhere(url, at: range) }
            return media
        }
        let reason: String
        switch media {
        case .image, .film, .sound: return media
        case .unshown:
            reason =
                "Browsers do not show ‘\(url)’: save it as PNG, JPEG, WebP, AVIF or SVG, a film as MP4 "
                + "or WebM."
        case .table:
            reason =
                "‘\(url)’ is shown as a table where it stands alone in its paragraph: put it there; to link "
                + "to it, write no ‘!’ before the bracket."
        case .document:
            reason =
                "‘\(url)’ is no image, film or sound: to link to it, write no ‘!’ before the bracket."
        }
        report("image.not-shown", error: reason, at: range)
        return media
    }

    /// A file of values is read when the site is built, and nothing is fetched for that.
    private mutating func reportTableElsewhere(_ url: String, at range: Range<Int>) {
        report(
            "image.not-shown",
            error:
                "‘\(url)’ is no image, and a table is made of a file of this site alone: save it beside the page. "
                + "To link to it, write no ‘!’ before the bracket.", at: range)
    }

    /// Writes a film or a sound with the browser's own controls, named by what the author says that it shows.
    ///
    /// Of a film the beginning is read, for its measures and first picture; of a sound nothing, until it is asked for.
    mutating func write(player media: Media, _ index: Int, label: String) {
        out.append(
            media == .film
                ? "<video controls=\"\" preload=\"metadata\""
                : "<audio controls=\"\" preload=\"none\"")
        out.append(" src=\"")
        out.append(.destination(index))
        out.append("\" aria-label=\"")
        out.append(label, escapedFor: .attribute)
        out.append("\"")
        out.append(.imageAttributes(index))
        out.append(media == .film ? "></video>" : "></audio>")
    }
}
