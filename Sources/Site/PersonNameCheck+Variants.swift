/// Names that differ only in how they are typed: with a space, with marks, in letters of another width.

import Content
import Diagnostics

extension PersonNameCheck {
    /// Of people whose names are one to their readers, all but the one who is known best.
    static func variants(in graph: SiteGraph, _ orcids: [PersonID: String]) -> [Diagnostic] {
        NameVariants.groups(of: graph.people.map(\.name), isName: true).flatMap { group in
            let ids = group.map { PersonID($0) }
            guard
                let meant = ids.max(by: { a, b in
                    rank(a, graph) == rank(b, graph) ? a > b : rank(a, graph) < rank(b, graph)
                })
            else { return [Diagnostic]() }
            return ids.compactMap { id in
                guard id != meant, isJudged(graph[id], graph), isOne(id, meant, in: graph, orcids),
                    let span = graph.place(of: id)
                else { return nil }
                return diagnostic(graph[id].name, for: graph[meant].name, at: span)
            }
        }
    }

    private static func diagnostic(_ name: String, for meant: String, at span: SourceSpan)
        -> Diagnostic
    {
        Diagnostic(
            "person.similar-name", .warning,
            "‘\(name)’ is the name ‘\(meant)’ in another spelling, and has a page of its own: write ‘\(meant)’. If "
                + "they are two people, make a record of ‘\(name)’ in content/people/.", at: span,
            repair: meant)
    }

    /// Whoever has a record is meant, then who wrote most.
    private static func rank(_ id: PersonID, _ graph: SiteGraph) -> Int {
        graph[id].record == nil ? graph[id].wrote.count : Int.max
    }
}

/// Names and topics that are one when what writers leave out or type in another way is left aside.
enum NameVariants {
    /// Indices of names with the same folded form, where there are several, in the order of the first.
    static func groups(of names: [String], isName: Bool) -> [[Int]] {
        var byForm: [String: [Int]] = [:]
        var plain: [Int] = []
        for (index, name) in names.enumerated() {
            // Nearly all names are in ASCII, and of these none has another form.
            guard !name.utf8.allSatisfy({ $0 < 0x80 }) else {
                plain.append(index)
                continue
            }
            byForm[NameForm.folded(SiteGraph.nameKey(name), isName: isName), default: []]
                .append(index)
        }
        guard !byForm.isEmpty else { return [] }
        for index in plain {
            let key = SiteGraph.nameKey(names[index])
            if byForm[key] != nil { byForm[key]?.append(index) }
        }
        return byForm.values.filter { $0.count > 1 }.map { $0.sorted() }
            .sorted { $0[0] < $1[0] }
    }
}
