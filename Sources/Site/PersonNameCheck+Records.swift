/// Names that a record knows, typed without their accents, and cut in two by a comma.

import Bibliography
import Content
import Diagnostics
import Markup

extension PersonNameCheck {
    // MARK: - Accents and hyphens

    /// People without a record whose names are that of one who has, but for accents, hyphens and full stops.
    ///
    /// Between two people without a record, their addresses collide, which is an error.
    static func accents(in graph: SiteGraph, _ orcids: [PersonID: String]) -> [Diagnostic] {
        let records = recordsByForm(in: graph)
        guard !records.isEmpty else { return [] }
        return graph.people.indices.compactMap { index in
            let (id, person) = (PersonID(index), graph.people[index])
            guard person.record == nil, isJudged(person, graph) || person.wrote.isEmpty,
                let meant = forms(of: person.name).lazy.compactMap({ records[$0] }).first,
                let meant, isOne(id, meant, in: graph, orcids),
                !isTold(person.name, graph[meant].name),
                !collides(person, with: graph[meant]), let span = graph.place(of: id)
            else { return nil }
            return diagnostic(person.name, for: graph[meant].name, at: span)
        }
    }

    /// Records by the forms of all their names; without a record where several have one.
    private static func recordsByForm(in graph: SiteGraph) -> [String: PersonID?] {
        var records: [String: PersonID?] = [:]
        for (name, id) in graph.personByName where graph[id].record != nil {
            for form in forms(of: name) {
                if let other = records[form], other != id {
                    records[form] = .some(nil)
                } else {
                    records[form] = id
                }
            }
        }
        for name in graph.namesakes.keys {
            for form in forms(of: name) { records[form] = .some(nil) }
        }
        return records
    }

    /// Of a name in Latin letters: without accents, its hyphens as spaces and left out, as in `Xiao-Ming` and `Xiaoming`.
    ///
    /// In other scripts, a mark makes another letter.
    private static func forms(of name: String) -> [String] {
        guard
            name.unicodeScalars.allSatisfy({
                $0.value < 0x370 || (0x1E00...0x20CF).contains($0.value)
            })
        else { return [] }
        let plain = SortKey.of(name).filter { $0 != "." }
        guard plain.contains(where: hyphens.contains) else { return [plain] }
        return [
            String(plain.map { hyphens.contains($0) ? " " : $0 }),
            plain.filter { !hyphens.contains($0) },
        ]
    }

    private static let hyphens: Set<Character> = ["-", "‐", "‑", "–"]

    /// Another check has said so.
    private static func isTold(_ name: String, _ meant: String) -> Bool {
        let (key, other) = (SiteGraph.nameKey(name), SiteGraph.nameKey(meant))
        return NameForm.folded(key, isName: true) == NameForm.folded(other, isName: true)
    }

    /// Two pages of one address are an error.
    private static func collides(_ person: Person, with record: Person) -> Bool {
        person.permalink.path.collisionKey == record.permalink.path.collisionKey
    }

    // MARK: - Family names first

    /// `[Zhang, Wei]`, where `Wei Zhang` is somebody: YAML takes the comma for the end of an item.
    static func cut(in graph: SiteGraph) -> [Diagnostic] {
        graph.publications.flatMap { id -> [Diagnostic] in
            let page = graph[id]
            let authors = page.source.metadata.authors
            return authors.indices.dropLast().compactMap { index in
                let (family, given) = (authors[index].name.value, authors[index + 1].name.value)
                // Nearly all names have spaces. Initials alone are told where they are read.
                guard !given.contains(" ") && !given.hasSuffix(".") || !family.contains(" "),
                    [page.authors[index], page.authors[index + 1]]
                        .allSatisfy({ graph[$0].record == nil }),
                    let person = graph.personByName[SiteGraph.nameKey("\(given) \(family)")],
                    graph[person].record != nil || !graph[person].wrote.isEmpty
                else { return nil }
                let name = graph[person].name
                return Diagnostic(
                    "author.inverted", .warning,
                    "‘\(family)’ and ‘\(given)’ are two authors here, since a comma ends an item, and ‘\(name)’ is a "
                        + "person: if they are meant, write ‘\(name)’ as one.",
                    at: SourceSpan(page.path, authors[index].name.bytes))
            }
        }
    }
}
