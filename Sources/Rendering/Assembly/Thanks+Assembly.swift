/// The acknowledgements index, and thanks composed from front matter.

import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    func acknowledgements(page: Int) -> AcknowledgementsRecord {
        let first = GeneratedList.acknowledgements.permalink
        let introduction = graph.introduction(of: .acknowledgements)
        let title = title(of: .acknowledgements)
        let people = thankedPeople
        let list = SplitList(lines: people.count)
        let range = list.range(ofPage: page)
        let permalink = first.page(page)
        let helped = graph.publications.count { id in
            graph[id].thanked.contains { !$0.isEmpty }
        }
        return AcknowledgementsRecord(
            chrome: chrome(
                title: title, permalink: permalink, breadcrumbs: [frame.homeCrumb],
                head: listHead(
                    permalink, text: page == 1 ? introduction : nil,
                    description: introduction.flatMap { summary(of: $0) })),
            title: title, body: page == 1 ? textWithReferences(of: introduction) : nil,
            peopleCount: people.count, publicationCount: helped,
            summary: wording.words.helpers(people.count, helped),
            letters: byLetter(people[range].map { (key: graph[$0].sortKey, term: thanks($0)) })
                .map { ThanksLetterRecord(letter: $0.letter, people: $0.values) },
            pagination: pagination(first, page: page, of: list))
    }

    /// By name.
    private var thankedPeople: [PersonID] {
        graph.people.indices.map { PersonID($0) }
            .filter { !graph[$0].thanks.isEmpty }
            .sorted { (graph[$0].sortKey, $0) < (graph[$1].sortKey, $1) }
    }

    private func thanks(_ id: PersonID) -> ThanksRecord {
        let person = graph[id]
        let shown = person.thanks.prefix(ListLimits.thanksEach)
        let more = person.thanks.count - shown.count
        return ThanksRecord(
            name: person.name, url: person.href, count: person.thanks.count,
            entries: shown.map { entry(for: $0) }, moreCount: more > 0 ? more : nil,
            more: more > 0 ? wording.words.andMore(more) : nil)
    }

    /// "We thank A, B, and C for their comments." for each group, as paragraphs.
    func composedAcknowledgements(of page: SitePage) -> OutputBuffer {
        guard !page.source.document.hasAcknowledgements else { return OutputBuffer() }
        let wording = wording(of: page)
        var html = OutputBuffer()
        for (group, people) in zip(page.source.metadata.acknowledgements, page.thanked) {
            let names = zip(group.people, people).map { name, person in
                var link = OutputBuffer()
                link.append("<a class=\"person\" href=\"")
                link.append(url: graph[person].href)
                link.append("\">")
                link.append(name.value, escapedFor: .htmlText)
                link.append("</a>")
                return String(decoding: link)
            }
            let reason = group.reason.map { reason in
                var text = OutputBuffer()
                text.append(reason, escapedFor: .htmlText)
                return String(decoding: text)
            }
            html.append("<p>")
            html.append(
                unescaped: wording.words.thank(wording.words.conjunction.join(names), reason))
            html.append("</p>\n")
        }
        return html
    }

    /// Who was thanked, how often, for what and where, for other programs.
    func renderAcknowledgementsJSON(into output: inout OutputBuffer) {
        let origin = configuration.baseURL.origin
        // What thanks twelve people is said twelve times.
        var written: [JSONWriter?] = Array(repeating: nil, count: graph.pages.count)
        func publication(_ id: PageID) -> JSONWriter {
            if let made = written[id.index] { return made }
            var json = JSONWriter()
            let page = graph[id]
            json.object { json in
                json.pair("publication", page.title)
                json.pair("url", origin, page.href)
                json.pair("date", page.date?.isoDate)
            }
            written[id.index] = json
            return json
        }
        JSONWriter.object(to: &output) { json in
            json.array("people", thankedPeople) { json, id in
                let person = graph[id]
                json.newline()
                json.object { json in
                    json.pair("name", person.name)
                    json.pair("url", origin, person.href)
                    json.pair("count", person.thanks.count)
                    json.array("thanks", person.thanks) { json, thanks in
                        json.object { json in
                            json.pairs(of: publication(thanks.page))
                            json.pair("for", thanks.reason)
                            json.pair("kind", thanks.kind.rawValue)
                        }
                    }
                }
            }
        }
        output.append("\n")
    }
}
