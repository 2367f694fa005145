/// Names of authors that most likely are another spelling of a name: each would open a page of its own.
///
/// Warnings at most, about people without a record: who has one is meant as they are written.

import Content
import Diagnostics
import Markup

enum PersonNameCheck {
    /// Publications of the person who may be meant, at least.
    private static let fewest = 3
    /// How many times as many they wrote, at least.
    private static let times = 3
    /// Nobody mistypes a longer name into another; it only costs time.
    private static let longest = 60
    /// Of one digest: more people do not have nearly the same name.
    private static let mostAlike = 8

    /// - Parameters:
    ///   - graph: Whose people are linked with their publications.
    ///   - orcids: Those that are known.
    /// - Returns: Warnings, each at a place where the name stands.
    static func diagnostics(for graph: SiteGraph, orcids: [PersonID: String]) -> [Diagnostic] {
        titles(in: graph) + cut(in: graph) + slips(in: graph, orcids) + variants(in: graph, orcids)
            + accents(in: graph, orcids)
    }

    static func isJudged(_ person: Person, _ graph: SiteGraph) -> Bool {
        person.record == nil && !person.wrote.isEmpty && !graph.configuration.peopleAreControlled
    }

    // MARK: - Titles and degrees

    /// Of authors; and of those who are thanked, as courtesy has it, where the name alone is somebody's.
    private static func titles(in graph: SiteGraph) -> [Diagnostic] {
        // Made when the first of those who are thanked has a title.
        var keys: Set<String> = []
        return graph.people.enumerated().compactMap { index, person in
            guard isJudged(person, graph) || isThankedApart(person, in: graph, &keys),
                let name = NameForm.withoutTitles(person.name),
                !isOrganization(PersonID(index), in: graph),
                let span = graph.place(of: PersonID(index))
            else { return nil }
            return Diagnostic(
                "author.title", .warning,
                "‘\(person.name)’ has a title or a degree in it, and a page apart from that of ‘\(name)’: write "
                    + "‘\(name)’. If it belongs to the name, make a record with it in content/people/.",
                at: span, repair: name)
        }
    }

    private static func isThankedApart(
        _ person: Person, in graph: SiteGraph, _ keys: inout Set<String>
    ) -> Bool {
        guard person.record == nil, person.wrote.isEmpty,
            !graph.configuration.peopleAreControlled,
            let name = NameForm.withoutTitles(person.name)
        else { return false }
        if keys.isEmpty { keys = Set(graph.people.map { SiteGraph.nameKey($0.name) }) }
        return keys.contains(SiteGraph.nameKey(name))
    }

    private static func isOrganization(_ id: PersonID, in graph: SiteGraph) -> Bool {
        guard let page = graph[id].wrote.first.map({ graph[$0] }) else { return false }
        let authors = page.source.metadata.authors
        return zip(authors.indices, page.authors).contains {
            $1 == id && authors[$0].isOrganization
        }
    }

    // MARK: - Slips of the pen

    /// Names that are one slip away from that of somebody who wrote far more.
    ///
    /// Two names are at most one letter apart when they are the same without one letter of each: these shorter
    /// forms are looked up by their digests, so that no two names are compared that are not alike.
    private static func slips(in graph: SiteGraph, _ orcids: [PersonID: String]) -> [Diagnostic] {
        var frequent: [UInt64: [PersonID]] = [:]
        for (index, person) in graph.people.enumerated() where person.wrote.count >= fewest {
            for digest in digests(of: person) {
                frequent[digest, default: []].append(PersonID(index))
            }
        }
        guard !frequent.isEmpty else { return [] }
        return graph.people.indices.compactMap { index in
            let (id, person) = (PersonID(index), graph.people[index])
            guard isJudged(person, graph) else { return nil }
            var candidates: Set<PersonID> = []
            for digest in digests(of: person) {
                if let alike = frequent[digest] { candidates.formUnion(alike.prefix(mostAlike)) }
            }
            candidates.remove(id)
            let meant = candidates.sorted().first { isSlip(id, for: $0, in: graph, orcids) }
            guard let meant, let span = graph.place(of: id) else { return nil }
            return slip(person, for: graph[meant], at: span)
        }
    }

    private static func slip(_ person: Person, for meant: Person, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(
            "person.similar-name", .warning,
            "‘\(person.name)’ is nearly the name of ‘\(meant.name)’, who wrote \(meant.wrote.count) publications "
                + "here: if it is a slip, write ‘\(meant.name)’. If they are two people, make a record of "
                + "‘\(person.name)’ in content/people/.", at: span,
            repair: meant.name)
    }

    private static func isSlip(
        _ id: PersonID, for other: PersonID, in graph: SiteGraph, _ orcids: [PersonID: String]
    ) -> Bool {
        let (person, meant) = (graph[id], graph[other])
        guard meant.wrote.count >= times * person.wrote.count, isOne(id, other, in: graph, orcids)
        else { return false }
        let (key, meantKey) = (SiteGraph.nameKey(person.name), SiteGraph.nameKey(meant.name))
        // Another spelling of the same name is told as one.
        return NameForm.isSlip(key, for: meantKey)
            && NameForm.folded(key, isName: true) != NameForm.folded(meantKey, isName: true)
    }

    /// Whether two names may be those of one person: who wrote something together are two, and so are two ORCID iDs.
    static func isOne(
        _ id: PersonID, _ other: PersonID, in graph: SiteGraph, _ orcids: [PersonID: String]
    ) -> Bool {
        !graph[id].wrote.contains(where: { graph[$0].authors.contains(other) })
            && (orcids[id] == nil || orcids[other] == nil || orcids[id] == orcids[other])
    }

    /// Of a name, and of it without each of its letters in turn.
    private static func digests(of person: Person) -> [UInt64] {
        let letters = SiteGraph.nameKey(person.name).unicodeScalars.map { UInt64($0.value) }
        guard letters.count <= longest else { return [] }
        return (0...letters.count).map { left in
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for (index, letter) in letters.enumerated() where index != left {
                hash = (hash ^ letter) &* 0x0000_0100_0000_01b3
            }
            return hash
        }
    }
}
