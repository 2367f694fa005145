import Bytes
import Markup
import Templates

/// A publication's page, reduced to what every engine can show.
struct BenchmarkPage: TemplateRecord {
    struct Link: TemplateRecord {
        let text: String
        let url: String

        static let schema = RecordSchema<Link>(
            "Link", "A text and where it leads.",
            [.text("text", "The text.") { $0.text }, .url("url", "The address.") { $0.url }])
    }

    let title = "Naming & measuring shared models"
    let deck = "What a <name> leaves out"
    let authors = links("people", 4)
    let topics = links("topics", 5)
    let contents = links("posts/naming#part", 12)
    let related = links("posts", 30)
    let body = Array(
        String(
            repeating: "<p>Some <em>text</em> of a publication that goes on for a while.</p>\n",
            count: 220
        ).utf8)

    static let schema = RecordSchema<BenchmarkPage>(
        "Page", "A publication.",
        [
            .text("title", "The title.") { $0.title },
            .optionalText("deck", "The deck.") { $0.deck },
            .html("body", "The text.") { $1.append(contentsOf: $0.body) },
            .list("authors", "Who wrote it.") { $0.authors },
            .list("topics", "Its topics.") { $0.topics },
            .list("contents", "Its headings.") { $0.contents },
            .list("related", "Related publications.") { $0.related },
        ])

    private static func links(_ path: String, _ count: Int) -> [Link] {
        (1...count).map { Link(text: "\(path) & \($0)", url: "/\(path)/\($0)/") }
    }

    /// The same text is a template of this engine and of Mustache.
    static let template = """
        <!doctype html>
        <html lang="en">
        <head>
        <title>{{title}}</title>
        <meta property="og:title" content="{{title}}"/>
        </head>
        <body>
        <h1>{{title}}</h1>
        {{#deck}}<p class="deck">{{.}}</p>{{/deck}}
        <ul>{{#authors}}<li><a href="{{url}}">{{text}}</a></li>{{/authors}}</ul>
        <nav>{{#contents}}<li><a href="{{url}}">{{text}}</a></li>{{/contents}}</nav>
        <div>{{{body}}}</div>
        <ul>{{#topics}}<li><a href="{{url}}">{{text}}</a></li>{{/topics}}</ul>
        <ol>{{#related}}<li><a href="{{url}}">{{text}}</a></li>{{/related}}</ol>
        </body>
        </html>

        """

    /// The same bytes, appended by hand: the limit of any engine.
    func write(to output: inout OutputBuffer) {
        output.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<title>")
        output.append(title, escapedFor: .htmlText)
        output.append("</title>\n<meta property=\"og:title\" content=\"")
        output.append(title, escapedFor: .attribute)
        output.append("\"/>\n</head>\n<body>\n<h1>")
        output.append(title, escapedFor: .htmlText)
        output.append("</h1>\n<p class=\"deck\">")
        output.append(deck, escapedFor: .htmlText)
        output.append("</p>\n<ul>")
        write(authors, to: &output)
        output.append("</ul>\n<nav>")
        write(contents, to: &output)
        output.append("</nav>\n<div>")
        output.append(contentsOf: body)
        output.append("</div>\n<ul>")
        write(topics, to: &output)
        output.append("</ul>\n<ol>")
        write(related, to: &output)
        output.append("</ol>\n</body>\n</html>\n")
    }

    private func write(_ links: [Link], to output: inout OutputBuffer) {
        for link in links {
            output.append("<li><a href=\"")
            output.append(url: link.url)
            output.append("\">")
            output.append(link.text, escapedFor: .htmlText)
            output.append("</a></li>")
        }
    }
}
