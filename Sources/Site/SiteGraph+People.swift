/// Who wrote what, and who was thanked for what.

import Content
import Diagnostics
import Markup

/// Everyone who is named, each with an address, and the publications of each.
struct PeopleLinks: Sendable {
    private var registry: PersonRegistry
    /// By page, parallel to the graph's; empty for what is no publication.
    fileprivate private(set) var authors: [[PersonID]]
    fileprivate private(set) var thanked: [[[PersonID]]]
    fileprivate private(set) var people: [Person] = []
    fileprivate private(set) var diagnostics: [Diagnostic] = []

    fileprivate var byName: [String: PersonID] { registry.byName }
    fileprivate var namesakes: [String: [PersonID]] { registry.namesakes }
    fileprivate var orcids: [PersonID: String] { registry.orcids.mapValues(\.orcid) }

    /// - Parameter graph: The pages, which nothing links yet.
    init(of graph: SiteGraph) {
        registry = PersonRegistry(of: graph)
        authors = Array(repeating: [], count: graph.pages.count)
        thanked = Array(repeating: [], count: graph.pages.count)
        for (index, page) in graph.pages.enumerated() where page.source.role == .person {
            registry.register(PageID(index), page)
        }
        for (index, page) in graph.pages.enumerated() where page.isPublication {
            link(PageID(index), page.source)
        }
        fillPeople(of: graph)
        diagnostics += registry.diagnostics
    }

    private mutating func link(_ id: PageID, _ source: ParsedPage) {
        let authors = source.metadata.authors.map { registry.person(of: $0, in: source.path) }
        let thanked = source.metadata.acknowledgements.map { group in
            group.people.map { registry.person(thanked: $0, in: source.path) }
        }
        if authors.hasRepeats {
            reportRepeated(
                "author.repeated", "named", source.metadata.authors.map(\.name), authors,
                in: source.path)
        }
        for (group, members) in zip(source.metadata.acknowledgements, thanked)
        where members.hasRepeats {
            reportRepeated(
                "acknowledgements.repeated", "thanked", group.people, members, in: source.path)
        }
        self.authors[id.index] = authors
        self.thanked[id.index] = thanked
    }

    private mutating func fillPeople(of graph: SiteGraph) {
        people = registry.people
        var wrote = [[PageID]](repeating: [], count: people.count)
        var thanks = [[Thanks]](repeating: [], count: people.count)
        for id in graph.publications {
            for author in authors[id.index] where wrote[author.index].last != id {
                wrote[author.index].append(id)
            }
            let groups = graph[id].source.metadata.acknowledgements
            for (group, members) in zip(groups, thanked[id.index]) {
                for member in members {
                    thanks[member.index].append(
                        Thanks(page: id, reason: group.reason, kind: group.kind))
                }
            }
        }
        for index in people.indices {
            people[index] = people[index].with(
                wrote: wrote[index], entries: graph.feedOrder(wrote[index]), thanks: thanks[index])
        }
    }

    /// Two names of one person in one list; one name twice was told when the page was read.
    private mutating func reportRepeated(
        _ id: Diagnostic.ID, _ what: String, _ names: [Located<String>], _ people: [PersonID],
        in path: String
    ) {
        for (index, person) in people.enumerated() {
            guard let other = people[..<index].firstIndex(of: person),
                names[other].value.collisionKey != names[index].value.collisionKey
            else { continue }
            diagnostics.append(
                Diagnostic(
                    id,
                    "‘\(names[index].value)’ is \(what) twice: ‘\(names[other].value)’ is the same person.",
                    at: SourceSpan(path, names[index].bytes)))
        }
    }
}

extension SiteGraph {
    /// Links the publications with the people whom they name.
    mutating func adopt(_ links: PeopleLinks) {
        people = links.people
        personByName = links.byName
        namesakes = links.namesakes
        for index in pages.indices where pages[index].isPublication {
            pages[index] = pages[index].with {
                $0.authors = links.authors[index]
                $0.thanked = links.thanked[index]
            }
        }
        diagnostics += links.diagnostics
        diagnostics += PersonNameCheck.diagnostics(for: self, orcids: links.orcids)
    }

    /// Whether a name is that of several people.
    package func isShared(name: String) -> Bool {
        !namesakes.isEmpty && namesakes[Self.nameKey(name)] != nil
    }

    /// Where a person is named: in their record, else where they wrote or were thanked last.
    func place(of id: PersonID) -> SourceSpan? {
        let person = self[id]
        if let record = person.record {
            return SourceSpan(self[record].path, self[record].source.metadata.title.bytes)
        }
        for page in [person.wrote.first, person.thanks.first?.page].compactMap(\.self) {
            let page = self[page]
            let metadata = page.source.metadata
            let thanked = zip(metadata.acknowledgements, page.thanked).flatMap { group, ids in
                zip(group.people, ids)
            }
            let named = Array(zip(metadata.authors.map(\.name), page.authors)) + thanked
            if let (name, _) = named.first(where: { $0.1 == id }) {
                return SourceSpan(page.path, name.bytes)
            }
        }
        return nil
    }

    /// Where a topic is named: in its record, else in its newest publication.
    func place(of id: TopicID) -> SourceSpan? {
        let topic = self[id]
        if let record = topic.record {
            return SourceSpan(self[record].path, self[record].source.metadata.title.bytes)
        }
        guard let page = topic.publications.first.map({ self[$0] }) else { return nil }
        return page.source.metadata.topics.first { self.topic(named: $0.value) == id }
            .map { SourceSpan(page.path, $0.bytes) }
    }

    /// The last segment of a term's address.
    ///
    /// A name without a letter or digit (`C++` has one, `???` has none) is spelled out by its code
    /// points, so that every term has an address.
    static func termSlug(_ name: String) -> String {
        Slug(slugifying: name)?.rawValue
            ?? "u"
            + name.unicodeScalars.prefix(16).map { String($0.value, radix: 16) }
            .joined(separator: "-")
    }
}

extension [PersonID] {
    /// Whether anybody is in it twice.
    fileprivate var hasRepeats: Bool {
        // Nearly all lists are short, and sets cost more than looking.
        guard count > 16 else {
            return indices.contains { index in self[..<index].contains(self[index]) }
        }
        return Set(self).count < count
    }
}
