import Build
import Bytes
import Diagnostics
import Markup
import Rendering
import Site

/// `/_drafts/`: everything that is not published, why, and what is wrong with it.
enum DraftsPage {
    static func html(for snapshot: PreviewSnapshot) -> [UInt8] {
        var html = OutputBuffer()
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        html.append("<meta name=\"robots\" content=\"noindex\"/>\n<title>Drafts</title>\n")
        let assets = snapshot.shown?.theme.assets ?? []
        for path in assets.map(\.outputPath) where path.hasSuffix(".css") {
            html.append("<link rel=\"stylesheet\" href=\"")
            html.append(url: snapshot.basePath + path)
            html.append("\"/>\n")
        }
        html.append("</head>\n<body>\n<main>\n<header class=\"title-block\"><h1>Drafts</h1>\n")
        html.append("<p class=\"deck\">What readers do not see.</p></header>\n")
        let pages = snapshot.unpublished
        if pages.isEmpty { html.append("<p>Every page is published.</p>\n") }
        html.append("<ul class=\"entries\">\n")
        for page in pages { write(page, snapshot.diagnostics, to: &html) }
        html.append("</ul>\n</main>\n</body>\n</html>\n")
        return [UInt8](html)
    }

    private static func write(
        _ page: SitePage, _ diagnostics: [Diagnostic], to html: inout OutputBuffer
    ) {
        html.append("<li><a href=\"")
        html.append(url: page.href)
        html.append("\">")
        html.append(page.title, escapedFor: .htmlText)
        html.append("</a> <span class=\"meta\">")
        html.append(page.visibility.description, escapedFor: .htmlText)
        html.append(", ")
        html.append(page.path, escapedFor: .htmlText)
        html.append("</span>")
        let own = diagnostics.filter { $0.span?.path == page.path }
        if !own.isEmpty {
            html.append("<ul>")
            for diagnostic in own {
                html.append("<li>")
                html.append(diagnostic.message, escapedFor: .htmlText)
                html.append("</li>")
            }
            html.append("</ul>")
        }
        html.append("</li>\n")
    }
}

/// Stands where there is no site to show: the overlay says why.
enum ProblemsPage {
    static let html = Array(
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"/><title>Not yet a site</title></head>
        <body><p>This site cannot be shown yet.</p></body>
        </html>

        """.utf8)
}
