/// Who wrote what, and who was thanked for what.

import Bibliography
import Content
import Diagnostics
import Markup

extension SiteGraph {
    /// Finds everyone who is named, gives each an address, and links them with the publications.
    mutating func linkPeople() {
        for (index, page) in pages.enumerated() where page.source.role == .person {
            register(personRecord: PageID(index))
        }
        for index in pages.indices where pages[index].isPublication {
            let source = pages[index].source
            let authors = source.metadata.authors.map { personID(named: $0.name.value) }
            let thanked = source.metadata.acknowledgements.map { group in
                group.people.map { personID(named: $0.value) }
            }
            pages[index] = pages[index].with {
                $0.authors = authors
                $0.thanked = thanked
            }
        }
        var wrote = [[PageID]](repeating: [], count: people.count)
        var thanks = [[Thanks]](repeating: [], count: people.count)
        for id in publications {
            let page = pages[id.index]
            for author in page.authors where wrote[author.index].last != id {
                wrote[author.index].append(id)
            }
            for (group, members) in zip(page.source.metadata.acknowledgements, page.thanked) {
                for member in members {
                    thanks[member.index].append(
                        Thanks(page: id, reason: group.reason, kind: group.kind))
                }
            }
        }
        for index in people.indices {
            people[index] = people[index].with(wrote: wrote[index], thanks: thanks[index])
        }
    }

    private mutating func register(personRecord id: PageID) {
        let page = pages[id.index]
        let fields = page.source.metadata.person
        let person = PersonID(people.count)
        let citedName = PersonName(splitting: fields?.sortName ?? page.title)
        people.append(
            Person(
                name: page.title, permalink: page.permalink, href: page.href, record: id,
                citedName: citedName, hasSortName: fields?.sortName != nil,
                sortKey: citedName.sortKey))
        let names = [page.source.metadata.title] + (fields?.names ?? [])
        for name in names {
            let key = Self.nameKey(name.value)
            if let other = personByName[key], other != person {
                diagnostics.append(
                    Diagnostic(
                        "person.duplicate-name",
                        "‘\(name.value)’ is also a name of ‘\(people[other.index].name)’.",
                        at: SourceSpan(page.path, name.bytes),
                        notes: recordNote(people[other.index].record)))
            } else {
                personByName[key] = person
            }
        }
    }

    private func recordNote(_ record: PageID?) -> [Diagnostic.Note] {
        guard let record else { return [] }
        let page = pages[record.index]
        return [
            Diagnostic.Note(
                "The other record is here.",
                at: SourceSpan(page.path, page.source.metadata.title.bytes))
        ]
    }

    private mutating func personID(named name: String) -> PersonID {
        // The spelling as written is looked up first: its key takes longer to work out.
        if let known = personByName[name] { return known }
        let key = Self.nameKey(name)
        if let known = personByName[key] {
            personByName[name] = known
            return known
        }
        let id = PersonID(people.count)
        let permalink = Permalink(generated: "/people/\(Self.termSlug(name))/")
        let citedName = PersonName(splitting: name)
        people.append(
            Person(
                name: name, permalink: permalink,
                href: permalink.href(under: configuration.baseURL), record: nil,
                citedName: citedName, hasSortName: false, sortKey: citedName.sortKey))
        personByName[key] = id
        personByName[name] = id
        return id
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
