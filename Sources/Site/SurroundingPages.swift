/// Which pages stand around others: those that link to them, and those before and after them.

import Content
import Markup

/// "Cited by": links read backwards.
enum Backlinks {
    /// For each page those that link to it, newest first.
    static func pages(linkingTo answers: [PageAnswers], in graph: SiteGraph) -> [[PageID]] {
        var citedBy = [[PageID]](repeating: [], count: answers.count)
        for index in answers.indices where graph.pages[index].source.role == .page {
            for target in answers[index].links where !graph.areVersions(PageID(index), target) {
                citedBy[target.index].append(PageID(index))
            }
        }
        for index in citedBy.indices where citedBy[index].count > 1 {
            graph.sortNewestFirst(&citedBy[index])
        }
        return citedBy
    }
}

/// The publications before and after each one, by date, in the section it stands in.
///
/// A text in several languages has one place, that of its original: nobody wants to read next what they have
/// just read. From each version the way leads on in its language.
enum Neighbours {
    typealias Pair = (older: PageID?, newer: PageID?)

    /// Of each page.
    static func pages(around graph: SiteGraph) -> [Pair] {
        var pages = [Pair](repeating: (nil, nil), count: graph.pages.count)
        var newest: [SectionID: PageID] = [:]
        for id in graph.publications {
            guard let section = graph[id].section, isFirst(id, in: section, graph) else { continue }
            if let newer = newest[section] {
                forEachVersion(of: id, in: section, graph) {
                    pages[$0.index].newer = neighbour(newer, of: $0, graph)
                }
                forEachVersion(of: newer, in: section, graph) {
                    pages[$0.index].older = neighbour(id, of: $0, graph)
                }
            }
            newest[section] = id
        }
        return pages
    }

    /// Whether a page stands for its text in a section: the first of the versions there.
    private static func isFirst(_ id: PageID, in section: SectionID, _ graph: SiteGraph) -> Bool {
        let group = graph[id].translations
        return group.isEmpty || group.first { stands($0, in: section, graph) } == id
    }

    /// Calls a function with each version of a text in a section, without an array of them: most texts have one.
    private static func forEachVersion(
        of id: PageID, in section: SectionID, _ graph: SiteGraph, _ body: (PageID) -> Void
    ) {
        let group = graph[id].translations
        guard !group.isEmpty else { return body(id) }
        for version in group where stands(version, in: section, graph) { body(version) }
    }

    private static func stands(
        _ id: PageID, in section: SectionID, _ graph: SiteGraph
    ) -> Bool {
        graph[id].section == section && graph[id].isPublication
    }

    private static func neighbour(
        _ id: PageID, of version: PageID, _ graph: SiteGraph
    ) -> PageID {
        graph.hasTranslations ? graph.version(of: id, in: graph.language(of: graph[version])) : id
    }
}
