/// What the publications are about.

import Bibliography
import Content
import Diagnostics
import Markup

extension SiteGraph {
    /// Finds every topic, gives each an address, and links it with its publications and with the
    /// topics beside it.
    mutating func linkTopics() {
        for (index, page) in pages.enumerated() where page.source.role == .topic {
            register(topicRecord: PageID(index))
        }
        for index in pages.indices where pages[index].isPublication {
            var ids: [TopicID] = []
            for name in pages[index].source.metadata.topics {
                guard let id = topicID(for: name, in: pages[index].path) else { continue }
                if ids.contains(id) {
                    diagnostics.append(
                        Diagnostic(
                            "topic.repeated", .warning,
                            "The topic ‘\(name.value)’ is named twice.",
                            at: SourceSpan(pages[index].path, name.bytes)))
                } else {
                    ids.append(id)
                }
            }
            pages[index] = pages[index].with { $0.topics = ids }
        }
        var links = [Topic.Links](repeating: Topic.Links(), count: topics.count)
        for id in publications {
            for topic in pages[id.index].topics { links[topic.index].publications.append(id) }
        }
        linkTopicRecords(&links)
        linkRelatedTopics(&links)
        for index in topics.indices {
            links[index].entries = feedOrder(links[index].publications)
            topics[index] = topics[index].with(links[index])
        }
        diagnostics += TopicNameCheck.diagnostics(for: self)
    }

    private mutating func register(topicRecord id: PageID) {
        let page = pages[id.index]
        let topic = TopicID(topics.count)
        topics.append(
            Topic(
                name: page.title, permalink: page.permalink, href: page.href, record: id,
                sortKey: SortKey.of(page.title)))
        for name in [page.source.metadata.title] + (page.source.metadata.topic?.names ?? []) {
            let key = Self.nameKey(name.value)
            if let other = topicByName[key], other != topic {
                diagnostics.append(
                    Diagnostic(
                        "topic.duplicate-name",
                        "‘\(name.value)’ is also a name of the topic ‘\(topics[other.index].name)’.",
                        at: SourceSpan(page.path, name.bytes)))
            } else {
                topicByName[key] = topic
            }
        }
    }

    private mutating func topicID(for name: Located<String>, in path: String) -> TopicID? {
        if let known = topicByName[name.value] { return known }
        let key = Self.nameKey(name.value)
        if let known = topicByName[key] {
            topicByName[name.value] = known
            return known
        }
        if configuration.topicsAreControlled {
            let permalink = "/topics/\(Self.termSlug(name.value))/"
            guard !unread.contains(address: permalink) else { return nil }
            diagnostics.append(unknownTopic(name, in: path))
            return nil
        }
        let id = TopicID(topics.count)
        let permalink = Permalink(generated: "/topics/\(Self.termSlug(name.value))/")
        topics.append(
            Topic(
                name: name.value, permalink: permalink,
                href: permalink.href(under: configuration.baseURL), record: nil,
                sortKey: SortKey.of(name.value)))
        topicByName[key] = id
        topicByName[name.value] = id
        return id
    }

    private func unknownTopic(_ name: Located<String>, in path: String) -> Diagnostic {
        let hint = Spelling.closest(to: name.value, in: topics.map(\.name))
        return Diagnostic(
            "topic.unknown",
            "The topic ‘\(name.value)’ has no record in content/topics/, and this site allows only "
                + "topics that have one.\(Spelling.hint(hint))",
            at: SourceSpan(path, name.bytes), repair: hint)
    }

    /// `broader` and `related` of the topics' records.
    private mutating func linkTopicRecords(_ links: inout [Topic.Links]) {
        for index in topics.indices {
            guard let record = topics[index].record else { continue }
            let page = pages[record.index]
            guard let fields = page.source.metadata.topic else { continue }
            if let name = fields.broader, let broader = recordedTopic(name, in: page.path) {
                links[index].broader = broader
                links[broader.index].narrower.append(TopicID(index))
            }
            links[index].related = fields.related.compactMap { recordedTopic($0, in: page.path) }
        }
        let keys = topics.map(\.sortKey)
        for index in topics.indices {
            links[index].narrower.sort { keys[$0.index] < keys[$1.index] }
        }
    }

    private mutating func recordedTopic(_ name: Located<String>, in path: String) -> TopicID? {
        if let id = topicByName[Self.nameKey(name.value)] { return id }
        let hint = Spelling.closest(to: name.value, in: topics.map(\.name))
        diagnostics.append(
            Diagnostic(
                "topic.unknown-relation",
                "There is no topic ‘\(name.value)’.\(Spelling.hint(hint))",
                at: SourceSpan(path, name.bytes), repair: hint))
        return nil
    }

    /// Adds to each topic those that share at least two of its publications, most first.
    private func linkRelatedTopics(_ links: inout [Topic.Links]) {
        var shared: [[TopicID: Int]] = Array(repeating: [:], count: topics.count)
        for id in publications {
            let ids = pages[id.index].topics
            for a in ids { for b in ids where a != b { shared[a.index][b, default: 0] += 1 } }
        }
        for index in topics.indices {
            let named = links[index].related
            let others = shared[index].filter { $0.value >= 2 && !named.contains($0.key) }
                .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
            links[index].related += others.prefix(max(0, 8 - named.count)).map(\.key)
        }
    }
}
