/// A publication as an entry of an Atom feed.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func writeEntry(_ id: PageID, isFull: Bool, to output: inout OutputBuffer) {
        output.append(contentsOf: entryBeginnings.value(of: id) { entryBeginning(id) })
        if isFull, !graph[id].isWithdrawn {
            // Hardly a byte of HTML needs to be another in CDATA: a third less to write and to load.
            output.append("<content type=\"html\"><![CDATA[")
            output.append(feedHTML(of: id), escapedFor: .cdata)
            output.append("]]></content>\n")
        }
        output.append("</entry>\n")
    }

    /// Everything before the text.
    private func entryBeginning(_ id: PageID) -> OutputBuffer {
        var output = OutputBuffer()
        let page = graph[id]
        let url = absolute(page.href)
        output.append("<entry")
        if let foreign = foreignText(of: page) {
            output.append(" xml:lang=\"")
            output.append(foreign.language, escapedFor: .attribute)
            output.append("\"")
        }
        output.append(">\n")
        output.element("title", page.title)
        output.element("id", url)
        output.link("alternate", url, type: "text/html")
        // "Initial creation or first availability" (RFC 4287, section 4.2.9).
        if let moment = page.appearance { output.element("published", moment.rfc3339) }
        if let change = page.feedUpdate { output.element("updated", change.rfc3339) }
        for author in authors(of: id) {
            output.append("<author>")
            output.element("name", author.name)
            if let uri = author.orcidURL ?? author.url.map({ absolute($0) }) {
                output.element("uri", uri)
            }
            output.append("</author>\n")
        }
        let topics = absolute(frame.addresses.topics)
        for topic in page.topics {
            output.append("<category term=\"")
            output.append(graph[topic].name, escapedFor: .attribute)
            output.append("\" scheme=\"")
            output.append(url: topics)
            output.append("\"/>\n")
        }
        if let license = page.source.metadata.license?.value ?? configuration.license {
            let link = License.link(for: license)
            // The Atom License Extension (RFC 4946).
            if let url = link.url { output.link("license", url, type: "text/html") }
            output.element("rights", link.text)
        }
        if let summary = summary(of: id) { output.element("summary", summary) }
        return output
    }

    /// The whole text with absolute addresses.
    func feedHTML(of id: PageID) -> OutputBuffer {
        var html = OutputBuffer()
        let filler = FragmentFiller(
            site: site, page: id, place: .elsewhere, wording: wording(of: id))
        // Addresses are longer than on the page.
        html.reserveCapacity(graph[id].source.document.body.bytes.count * 5 / 4)
        writeFeedNotices(of: id, filler, to: &html)
        filler.write(graph[id].source.document.body, to: &html)
        writeFeedReferences(of: id, filler, to: &html)
        guard configuration.allowsRawHTML else { return html }
        // The author's own HTML has addresses that no slot stands for.
        return AbsoluteAddresses(of: absolute(graph[id].href)).rewritten(html)
    }

    /// Corrections and retractions, before the text as on the page: a feed tells of them to those who have read it.
    private func writeFeedNotices(
        of id: PageID, _ filler: FragmentFiller, to html: inout OutputBuffer
    ) {
        for revision in graph[id].source.metadata.revisions where revision.isNotice {
            html.append("<p><strong>")
            html.append(filler.wording.words.label(revision.kind), escapedFor: .htmlText)
            html.append("</strong>, ")
            revision.date.withISODate { html.append(contentsOf: $0) }
            html.append(": ")
            filler.write(revision.note, to: &html)
            html.append("</p>\n")
        }
    }

    /// The list of references at the end of a text that stands in a feed.
    func writeFeedReferences(of id: PageID, _ filler: FragmentFiller, to html: inout OutputBuffer) {
        let references = site[id].references
        guard !references.isEmpty else { return }
        // Harvesters look for this heading, alone, with a list behind it.
        html.append("<h2>")
        html.append(filler.wording.words.references, escapedFor: .htmlText)
        html.append("</h2>\n<ol>\n")
        for reference in references {
            html.append("<li>")
            html.append(contentsOf: reference.html)
            html.append("</li>\n")
        }
        html.append("</ol>\n")
    }
}

extension OutputBuffer {
    mutating func append(_ bytes: OutputBuffer, escapedFor place: Escaping) {
        bytes.withUnsafeBufferPointer { append($0, escapedFor: place) }
    }

    /// An element of XML with a text and a line of its own.
    mutating func element(_ name: StaticString, _ text: String, language: String? = nil) {
        append("<")
        append(name)
        if let language {
            append(" xml:lang=\"")
            append(language, escapedFor: .attribute)
            append("\"")
        }
        append(">")
        append(text, escapedFor: .xmlText)
        append("</")
        append(name)
        append(">\n")
    }

    /// A typed link of Atom.
    mutating func link(_ relation: StaticString, _ url: String, type: StaticString) {
        append("<link rel=\"")
        append(relation)
        append("\" type=\"")
        append(type)
        append("\" href=\"")
        append(url: url)
        append("\"/>\n")
    }
}
