/// The site's feed as JSON Feed 1.1 (jsonfeed.org).

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func renderJSONFeed(into output: inout OutputBuffer) {
        JSONWriter.object(to: &output) { json in
            json.pair("version", "https://jsonfeed.org/version/1.1")
            json.pair("title", configuration.title)
            json.pair("home_page_url", configuration.baseURL.absolute)
            json.pair("feed_url", absolute(href(ofOutput: "feed.json")))
            json.pair("description", configuration.description ?? configuration.tagline)
            json.pair("language", configuration.language)
            let entries = Array(graph.entries.prefix(configuration.feedLimit))
            json.key("items")
            json.array { json in
                for id in entries {
                    json.newline()
                    writeItem(id, to: &json)
                }
            }
        }
        output.append("\n")
    }

    private func writeItem(_ id: PageID, to json: inout JSONWriter) {
        let page = graph[id]
        json.object { json in
            let url = absolute(page.href)
            json.pair("id", url)
            json.pair("url", url)
            json.pair("title", page.title)
            let summary = summary(of: id)
            json.pair("summary", summary)
            if configuration.feedsInFull, !page.isWithdrawn {
                json.pair("content_html", String(decoding: feedHTML(of: id)))
            } else {
                json.pair("content_text", summary ?? page.title)
            }
            if let image = heroImage(of: id) { json.pair("image", absoluteURL(image.url)) }
            json.pair("date_published", page.appearance?.rfc3339)
            json.pair("date_modified", page.feedUpdate?.rfc3339)
            json.pair("language", page.language)
            json.array("authors", authors(of: id)) { json, author in
                json.object { json in
                    json.pair("name", author.name)
                    json.pair("url", author.orcidURL ?? author.url.map { absolute($0) })
                }
            }
            json.array("tags", page.topics) { $0.string(graph[$1].name) }
        }
    }
}
