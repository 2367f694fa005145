/// A publication as an item of CSL-JSON.

package import Bytes
import Markup

extension PublicationExport {
    /// One item of CSL-JSON.
    package func writeCSL(to output: inout OutputBuffer) {
        func string(_ text: String) {
            output.append("\"")
            output.append(text, escapedFor: .json)
            output.append("\"")
        }
        func pair(_ name: StaticString, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            output.append(",\"")
            output.append(name)
            output.append("\":")
            string(value)
        }
        output.append("{\"id\":")
        string(key)
        pair("type", cslType)
        if kind == .talk || kind == .numberedPaper { pair("genre", genre) }
        pair("title", title)
        if !authors.isEmpty {
            output.append(",\"author\":[")
            for (index, author) in authors.enumerated() {
                if index > 0 { output.append(",") }
                writeCSL(author, to: &output)
            }
            output.append("]")
        }
        output.append(",\"issued\":{\"date-parts\":[[")
        output.append(number: date.year)
        output.append(",")
        output.append(number: date.month)
        output.append(",")
        output.append(number: date.day)
        output.append("]]}")
        pair(kind == .talk ? "event-title" : "container-title", container)
        pair("volume", volume)
        pair("issue", issue)
        pair("page", pages?.replacing("–", with: "-"))
        pair("publisher", publisher)
        pair("number", number)
        pair("DOI", doi)
        pair("URL", url)
        pair("language", language)
        pair("keyword", keywords.joined(separator: ", "))
        pair("abstract", abstract)
        pair("version", version)
        // Not the license: styles of CSL 1.0.2 may print one, but the schema of its items has no place for it, and
        // refuses an item with any key that it does not know.
        output.append("}")
    }

    private var cslType: String {
        switch kind {
        case .post, .news: "post-weblog"
        case .report, .numberedPaper: "report"
        case .manuscript: "manuscript"
        case .article: "article-journal"
        case .conferencePaper: "paper-conference"
        case .talk: "speech"
        }
    }

    private func writeCSL(_ name: PersonName, to output: inout OutputBuffer) {
        func pair(_ key: StaticString, _ value: String, isFirst: Bool) {
            if !isFirst { output.append(",") }
            output.append("\"")
            output.append(key)
            output.append("\":\"")
            output.append(value, escapedFor: .json)
            output.append("\"")
        }
        output.append("{")
        if name.isOrganization {
            pair("literal", name.literal, isFirst: true)
        } else {
            pair("family", name.family, isFirst: true)
            if !name.given.isEmpty { pair("given", name.given, isFirst: false) }
            if !name.particle.isEmpty {
                pair("non-dropping-particle", name.particle, isFirst: false)
            }
            if !name.suffix.isEmpty { pair("suffix", name.suffix, isFirst: false) }
        }
        output.append("}")
    }
}
