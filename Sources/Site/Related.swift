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
        let relations = best(for: id).map {
            relation(of: page, to: PageID($0), linked: linked)
        }
        for index in touched { score[index] = 0 }
        touched.removeAll(keepingCapacity: true)
        return relations
    }

    /// The highest scores, newer publications first among equals.
    private func best(for id: PageID) -> [Int] {
        func precedes(_ a: Int, _ b: Int) -> Bool {
            score[a] == score[b] ? position[a] < position[b] : score[a] > score[b]
        }
        var best: [Int] = []
        for index in touched where index != id.index && isOffered(PageID(index), on: id) {
            if best.count == Self.most {
                guard precedes(index, best[Self.most - 1]) else { continue }
                best.removeLast()
            }
            best.insert(index, at: best.firstIndex { precedes(index, $0) } ?? best.count)
        }
        return best
    }

    /// Of a text in several languages, one is named: that for the readers of the page, who have the
    /// page's own text already.
    private func isOffered(_ candidate: PageID, on id: PageID) -> Bool {
        guard graph.hasTranslations, !graph[candidate].translations.isEmpty else { return true }
        return !graph.areVersions(candidate, id)
            && graph.version(of: candidate, in: graph.language(of: graph[id])) == candidate
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
        let candidate = graph[other]
        var reasons: [Relation.Reason] = []
        let topics = page.topics.filter { candidate.topics.contains($0) }
        if !topics.isEmpty { reasons.append(.topics(topics)) }
        let people = page.authors.filter { candidate.authors.contains($0) }
        if !people.isEmpty { reasons.append(.people(people)) }
        if linked.contains(other) { reasons.append(.link) }
        return Relation(page: other, reasons: reasons)
    }
}
