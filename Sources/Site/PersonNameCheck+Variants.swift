/// Names that differ only in how they are typed: with a space, with marks, in letters of another width.

import Content
import Diagnostics

extension PersonNameCheck {
    /// Of people whose names are one to their readers, all but the one who is known best.
    static func variants(in graph: SiteGraph, _ orcids: [PersonID: String]) -> [Diagnostic] {
        NameVariants.groups(of: graph.people.map(\.name), isName: true) {
            rank(graph.people[$0])
        }.flatMap { group in
            let meant = PersonID(group.meant)
            return group.others.map { PersonID($0) }.compactMap { id -> Diagnostic? in
                guard isJudged(graph[id], graph), isOne(id, meant, in: graph, orcids),
                    let span = graph.place(of: id)
                else { return nil }
                return diagnostic(graph[id].name, for: graph[meant].name, at: span)
            }
        }
    }

    static func diagnostic(_ name: String, for meant: String, at span: SourceSpan)
        -> Diagnostic
    {
        Diagnostic(
            "person.similar-name", .warning,
            "‘\(name)’ is the name ‘\(meant)’ in another spelling, and has a page of its own: write ‘\(meant)’. If "
                + "they are two people, make a record of ‘\(name)’ in content/people/.", at: span,
            repair: meant)
    }

    /// Whoever has a record is meant, then who wrote most.
    private static func rank(_ person: Person) -> Int {
        person.record == nil ? person.wrote.count : Int.max
    }
}

/// Names and topics that are one when what writers leave out or type in another way is left aside.
enum NameVariants {
    /// Indices of names with the same folded form, where there are several, in the order of the first.
    ///
    /// - Parameters:
    ///   - names: The names.
    ///   - isName: Whether they are those of people.
    ///   - rank: How well a name is known: the first of the best known ones is meant.
    /// - Returns: For each group the one that is meant, and the others.
    static func groups(
        of names: [String], isName: Bool, rank: (Int) -> Int
    ) -> [(meant: Int, others: [Int])] {
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
        return byForm.filter { $0.value.count > 1 }
            .map { form, group in
                /// Of those that are known equally well, the one without signs of its own.
                func order(_ index: Int) -> (Int, Int) {
                    (rank(index), SiteGraph.nameKey(names[index]) == form ? 1 : 0)
                }
                let group = group.sorted()
                let meant = group.dropFirst().reduce(group[0]) { order($1) > order($0) ? $1 : $0 }
                return (meant, group.filter { $0 != meant })
            }
            .sorted { min($0.meant, $0.others[0]) < min($1.meant, $1.others[0]) }
    }
}
