/// The site in JSON-LD.

import Bytes
import Content
import Markup

extension RenderedSite {
    func websiteData() -> OutputBuffer {
        var json = JSONWriter()
        json.object { json in
            json.pair("@context", "https://schema.org")
            json.type("WebSite")
            json.pair("name", configuration.title)
            json.pair("url", configuration.baseURL.absolute)
            json.pair("description", configuration.description)
            json.pair("inLanguage", configuration.language)
            json.key("publisher")
            writePublisher(to: &json)
        }
        return json.bytes
    }
}
