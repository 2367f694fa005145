/// "Related publications": those that share topics, people or links, with the reason.

import Content
import Markup

/// A publication that is near another, and what the two share.
package struct Relation: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case topics([TopicID])
        case people([PersonID])
        /// One links to the other.
        case link
    }
    package let page: PageID
    /// The strongest first.
    package let reasons: [Reason]
}

/// Scores publications against one, in time that does not grow with the site.
///
/// Of each topic and person, only the publications nearest in time are looked at: on a site with ten
/// thousand publications a topic has hundreds, and the near ones are those a reader wants. Rare
/// topics weigh more than common ones.
struct RelationFinder {
    private let graph: SiteGraph
    private let position: [Int]
    private let isPublication: [Bool]
    /// By page index; reset after each publication through `touched`.
    private var score: [Int]
    private var touched: [Int] = []
    /// What was scored of each text in several languages, by the version that is offered.
    private var scored: [Int: [PageID]] = [:]

    /// Neighbours looked at on either side in time.
    private static let reach = 24
    private static let most = 5

    init(graph: SiteGraph) {
        self.graph = graph
        var position = [Int](repeating: 0, count: graph.pages.count)
        for (place, id) in graph.publications.enumerated() { position[id.index] = place }
        self.position = position
        isPublication = graph.pages.map(\.isPublication)
        score = [Int](repeating: 0, count: graph.pages.count)
    }

    /// The most related publications, best first.
    mutating func relations(of id: PageID, linked: Set<PageID>) -> [Relation] {
        let page = graph[id]
        for topic in page.topics {
            let all = graph[topic].publications
            add(near(id, in: all), weight: 2 + 30 / max(1, min(all.count, 30)))
        }
        for person in Set(page.authors) { add(near(id, in: graph[person].wrote), weight: 2) }
        for person in page.thanked.joined() {
            // Who was thanked here and wrote there.
            add(near(id, in: graph[person].wrote), weight: 1)
        }
        for other in linked { add([other], weight: 6) }
        if graph.hasTranslations { gatherVersions(for: id) }
        let relations = best(for: id).map {
            relation(of: page, to: PageID($0), linked: linked)
        }
        for index in touched { score[index] = 0 }
        touched.removeAll(keepingCapacity: true)
        if !scored.isEmpty { scored.removeAll(keepingCapacity: true) }
        return relations
    }

    /// The highest scores, newer publications first among equals.
    private func best(for id: PageID) -> [Int] {
        func precedes(_ a: Int, _ b: Int) -> Bool {
            score[a] == score[b] ? position[a] < position[b] : score[a] > score[b]
        }
        var best: [Int] = []
        for index in touched where index != id.index && score[index] > 0 {
            if best.count == Self.most {
                guard precedes(index, best[Self.most - 1]) else { continue }
                best.removeLast()
            }
            best.insert(index, at: best.firstIndex { precedes(index, $0) } ?? best.count)
        }
        return best
    }

    /// Gives the score of a text in several languages to its version for the readers of the page.
    ///
    /// It is the highest of any version: a text is no nearer for being there in many languages. That of the page's
    /// own text goes to the page itself, which is not offered.
    private mutating func gatherVersions(for id: PageID) {
        let language = graph.language(of: graph[id])
        for index in touched where !graph.pages[index].translations.isEmpty {
            let version = offered(PageID(index), in: language)
            scored[version.index, default: []].append(PageID(index))
            guard version.index != index else { continue }
            if score[version.index] == 0 { touched.append(version.index) }
            score[version.index] = max(score[version.index], score[index])
            score[index] = 0
        }
    }

    /// The publication among the versions of a text that is for the readers of a language.
    private func offered(_ candidate: PageID, in language: String) -> PageID {
        let version = graph.version(of: candidate, in: language)
        guard !isPublication[version.index] else { return version }
        return graph[candidate].translations.first { isPublication[$0.index] } ?? candidate
    }

    private mutating func add(_ ids: some Sequence<PageID>, weight: Int) {
        for id in ids where isPublication[id.index] {
            if score[id.index] == 0 { touched.append(id.index) }
            score[id.index] += weight
        }
    }

    /// The part of a newest-first list that is nearest to a publication.
    private func near(_ id: PageID, in list: [PageID]) -> ArraySlice<PageID> {
        let wanted = position[id.index]
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if position[list[middle].index] < wanted { low = middle + 1 } else { high = middle }
        }
        return list[max(0, low - Self.reach)..<min(list.count, low + Self.reach)]
    }

    private func relation(of page: SitePage, to other: PageID, linked: Set<PageID>) -> Relation {
        var reasons: [Relation.Reason] = []
        let topics = page.topics.filter { topic in
            isTrue(of: other) { graph[$0].topics.contains(topic) }
        }
        if !topics.isEmpty { reasons.append(.topics(topics)) }
        let people = page.authors.filter { person in
            isTrue(of: other) { graph[$0].authors.contains(person) }
        }
        if !people.isEmpty { reasons.append(.people(people)) }
        if isTrue(of: other, linked.contains) { reasons.append(.link) }
        return Relation(page: other, reasons: reasons)
    }

    /// Whether something is true of a candidate, or of the version of it that was scored in its place.
    private func isTrue(of candidate: PageID, _ test: (PageID) -> Bool) -> Bool {
        guard !scored.isEmpty, let versions = scored[candidate.index] else {
            return test(candidate)
        }
        return versions.contains(where: test)
    }
}
