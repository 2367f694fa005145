/// Records of the pages about topics and people.

import Content
import Markup
import Site

extension RenderedSite {
    func term(_ id: TopicID) -> TermRecord {
        let topic = graph[id]
        return TermRecord(
            name: topic.name, url: topic.href, count: topic.publications.count,
            note: topic.record.flatMap {
                graph[$0].source.metadata.subtitle ?? graph[$0].abstract
            },
            publicationsLabel: wording.words.publicationCount(topic.publications.count),
            broader: topic.broader.map { link(to: $0) },
            related: topic.related.prefix(4).map { link(to: $0) }, record: topic.record, site: self)
    }

    func term(_ id: PersonID) -> TermRecord {
        let person = graph[id]
        let fields = person.record.flatMap { graph[$0].source.metadata.person }
        return TermRecord(
            name: person.name, url: person.href, count: person.wrote.count,
            note: ([fields?.role].compactMap { $0 } + (fields?.affiliations ?? []))
                .joined(separator: ", ").nilIfEmpty, helpedCount: person.thanks.count,
            publicationsLabel: wording.words.publicationCount(person.wrote.count),
            record: person.record, site: self)
    }

    private func link(to topic: TopicID) -> LinkRecord {
        LinkRecord(text: graph[topic].name, url: graph[topic].href)
    }

    func topicIndex() -> IndexRecord {
        let ids = graph.topics.indices.map { TopicID($0) }
            .sorted { (graph[$0].sortKey, $0) < (graph[$1].sortKey, $1) }
        let most = ids.sorted { a, b in
            let (countA, countB) = (graph[a].publications.count, graph[b].publications.count)
            return countA == countB ? graph[a].sortKey < graph[b].sortKey : countA > countB
        }
        return index(
            of: .topics, terms: ids.map { (graph[$0].sortKey, term($0)) },
            most: most.prefix(12).map { term($0) })
    }

    func peopleIndex() -> IndexRecord {
        let ids = graph.people.indices.map { PersonID($0) }
            .sorted { (graph[$0].sortKey, $0) < (graph[$1].sortKey, $1) }
        let most = ids.filter { !graph[$0].wrote.isEmpty }.sorted { a, b in
            let (countA, countB) = (graph[a].wrote.count, graph[b].wrote.count)
            return countA == countB ? graph[a].sortKey < graph[b].sortKey : countA > countB
        }
        return index(
            of: .people, terms: ids.map { (graph[$0].sortKey, term($0)) },
            most: most.prefix(12).map { term($0) })
    }

    private func index(
        of list: GeneratedList, terms: [(key: String, term: TermRecord)], most: [TermRecord]
    ) -> IndexRecord {
        let introduction = graph.introduction(of: list)
        let title = title(of: list)
        return IndexRecord(
            chrome: chrome(
                title: title, permalink: list.permalink, breadcrumbs: [frame.homeCrumb],
                head: listHead(
                    list.permalink, text: introduction,
                    description: introduction.flatMap { summary(of: $0) })),
            title: title, body: textWithReferences(of: introduction), count: terms.count,
            letters: byLetter(terms).map { LetterRecord(letter: $0.letter, terms: $0.values) },
            most: most)
    }

    /// Runs of a sorted list that share the first letter of their key; `#` for digits and signs.
    func byLetter<Value>(_ sorted: [(key: String, term: Value)]) -> [(
        letter: String, values: [Value]
    )] {
        var groups: [(letter: String, values: [Value])] = []
        for (key, value) in sorted {
            let first = key.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
            if groups.last?.letter != first { groups.append((first, [])) }
            groups[groups.count - 1].values.append(value)
        }
        return groups
    }

    func topic(_ id: TopicID, page: Int) -> TopicRecord {
        let topic = graph[id]
        let record = topic.record.map { graph[$0] }
        let list = graph.list(of: topic)
        let range = list.range(ofPage: page)
        let permalink = topic.permalink.page(page)
        let feed = href(ofOutput: topic.permalink.path.dropFirst() + "feed.xml")
        let hasFeed = !topic.publications.isEmpty && !graph.includesDrafts
        let head = listHead(
            permalink, text: page == 1 ? topic.record : nil,
            description: topic.record.flatMap { summary(of: $0) },
            feed: hasFeed ? (feed, topic.name) : nil)
        return TopicRecord(
            chrome: chrome(
                title: topic.name, permalink: permalink, breadcrumbs: breadcrumbs(below: .topics),
                head: head),
            name: topic.name, body: page == 1 ? textWithReferences(of: topic.record) : nil,
            subtitle: record?.source.metadata.subtitle,
            synonyms: record?.source.metadata.topic?.names.map(\.value) ?? [],
            broader: topic.broader.map { link(to: $0) },
            narrower: topic.narrower.map { link(to: $0) },
            related: topic.related.map { term($0) },
            items: page == 1 ? topic.publications[range].map { card($0) } : [],
            years: page == 1 ? [] : years(topic.publications[range]),
            pagination: pagination(topic.permalink, page: page, of: list),
            atomURL: hasFeed ? feed : nil, extra: extra(of: topic.record))
    }

    func person(_ id: PersonID, page: Int) -> PersonRecord {
        let person = graph[id]
        let record = person.record.map { graph[$0] }
        let fields = record?.source.metadata.person
        let wrote = SplitList(lines: person.wrote.count).range(ofPage: page)
        let thanks = SplitList(lines: person.thanks.count).range(ofPage: page)
        let permalink = person.permalink.page(page)
        let orcid = (fields?.orcid ?? authorField(of: id) { $0.orcid }).map {
            Identifier.url(ofORCID: $0)
        }
        let website = fields?.url ?? authorField(of: id) { $0.url }
        let feed = href(ofOutput: person.permalink.path.dropFirst() + "feed.xml")
        let hasFeed = !person.wrote.isEmpty && !graph.includesDrafts
        var head = listHead(
            permalink, text: page == 1 ? person.record : nil,
            description: person.record.flatMap { summary(of: $0) },
            feed: hasFeed ? (feed, person.name) : nil)
        let affiliations =
            fields?.affiliations.nilIfEmpty
            ?? authorField(of: id) { $0.affiliations.nilIfEmpty } ?? []
        head.structuredData = personData(
            name: person.name, url: absolute(person.href), orcid: orcid, website: website,
            affiliations: affiliations)
        return PersonRecord(
            chrome: chrome(
                title: person.name, permalink: permalink,
                breadcrumbs: breadcrumbs(below: .people), head: head),
            name: person.name, body: page == 1 ? textWithReferences(of: person.record) : nil,
            role: fields?.role, affiliation: affiliations.joined(separator: ", ").nilIfEmpty,
            orcidURL: orcid, websiteURL: website,
            wrote: years(person.wrote[wrote]), wroteCount: person.wrote.count,
            thanked: person.thanks[thanks].map { entry(for: $0) },
            thankedCount: person.thanks.count, cited: page == 1 ? citations(of: id) : [],
            pagination: pagination(person.permalink, page: page, of: graph.list(of: person)),
            atomURL: hasFeed ? feed : nil, image: person.record.flatMap { heroImage(of: $0) },
            extra: extra(of: person.record))
    }

    /// What the newest publication of a person without a record says about them.
    private func authorField<Value>(
        of id: PersonID, _ field: (borrowing Author) -> Value?
    ) -> Value? {
        for page in graph[id].wrote.prefix(20) {
            let page = graph[page]
            // Read in place: an author has many parts.
            let authors = page.source.metadata.authors
            for (index, person) in zip(authors.indices, page.authors) where person == id {
                if let value = field(authors[index]) { return value }
            }
        }
        return nil
    }

    func entry(for thanks: Thanks) -> EntryRecord { entry(thanks.page, reason: thanks.reason) }
}

extension Collection {
    var nilIfEmpty: Self? { isEmpty ? nil : self }
}
