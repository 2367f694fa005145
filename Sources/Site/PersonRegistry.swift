/// Everyone who is named, while the graph is made: who a name or an ORCID iD stands for.

import Bibliography
import Content
import Diagnostics
import Markup

/// People by their names and, where a record has one, by their ORCID iDs.
///
/// A name is somebody's; of two people of one name each has a record with an ORCID iD, and an author belongs to the
/// record with theirs, whatever the name.
struct PersonRegistry {
    private(set) var people: [Person] = []
    /// By spellings and by their keys; names of several people are not among them.
    private(set) var byName: [String: PersonID] = [:]
    /// Names that several records have, by their keys.
    private(set) var namesakes: [String: [PersonID]] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// The ORCID iD of each person of whom one is known, and where it stands.
    private(set) var orcids: [PersonID: KnownORCID] = [:]
    /// Where the record of each person stands.
    private var places: [PersonID: SourceSpan] = [:]
    private var recordByORCID: [String: PersonID] = [:]
    private let configuration: SiteConfiguration
    private let unread: UnreadPages
    /// Sources of pages that are kept back, by their addresses.
    private let withheld: [String: String]
    /// Whether there are records that cannot be read: whoever seems to have none may have one.
    private let lacksRecords: Bool
    private var suggestions = 0

    /// An ORCID iD, and where it or its record stands.
    struct KnownORCID {
        let orcid: String
        let span: SourceSpan
    }

    /// To look for a name that is spelled alike takes milliseconds on a large site.
    private static let mostSuggestions = 20

    init(of graph: SiteGraph) {
        configuration = graph.configuration
        unread = graph.unread
        withheld = graph.withheldPermalinks
        lacksRecords = unread.sources.contains { $0.hasPrefix("content/people/") }
    }

    // MARK: - Records

    mutating func register(_ record: PageID, _ page: SitePage) {
        let fields = page.source.metadata.person
        let person = PersonID(people.count)
        let sortName = fields?.sortName.map { PersonName(sortName: $0) }
        let citedName = PersonName(splitting: page.title, sortedAs: sortName)
        people.append(
            Person(
                name: page.title, permalink: page.permalink, href: page.href, record: record,
                citedName: citedName, sortName: sortName,
                sortKey: (sortName ?? citedName).sortKey))
        let place = SourceSpan(page.path, page.source.metadata.title.bytes)
        places[person] = place
        if let orcid = fields?.orcid { register(orcid: orcid, of: person, at: place) }
        for name in [page.source.metadata.title] + (fields?.names ?? []) {
            register(name: name.value, of: person, at: SourceSpan(page.path, name.bytes))
        }
    }

    private mutating func register(orcid: String, of person: PersonID, at place: SourceSpan) {
        if let other = recordByORCID[orcid] {
            diagnostics.append(
                Diagnostic(
                    "person.duplicate-orcid",
                    "The record of ‘\(people[other.index].name)’ has the same ORCID iD, \(orcid).",
                    at: place, notes: otherRecord(of: other)))
        } else {
            recordByORCID[orcid] = person
            orcids[person] = KnownORCID(orcid: orcid, span: place)
        }
    }

    private mutating func register(name: String, of person: PersonID, at place: SourceSpan) {
        let key = SiteGraph.nameKey(name)
        let others = namesakes[key] ?? byName[key].map { [$0] } ?? []
        guard !others.contains(person) else { return }
        guard let other = others.first else {
            byName[key] = person
            return
        }
        guard (others + [person]).allSatisfy({ orcids[$0] != nil }) else {
            diagnostics.append(
                Diagnostic(
                    "person.duplicate-name",
                    "‘\(name)’ is also a name of ‘\(people[other.index].name)’. If they are two "
                        + "people, both records need their ‘orcid’.",
                    at: place, notes: otherRecord(of: other)))
            return
        }
        namesakes[key] = others + [person]
        byName[key] = nil
    }

    private func otherRecord(of person: PersonID) -> [Diagnostic.Note] {
        places[person].map { [Diagnostic.Note("The other record is here.", at: $0)] } ?? []
    }

    // MARK: - Names in publications

    /// The person that an author is; whoever is not known yet is made.
    mutating func person(of author: Author, in path: String) -> PersonID {
        func span() -> SourceSpan { SourceSpan(path, author.name.bytes) }
        if let orcid = author.orcid, let person = recordByORCID[orcid] {
            if !isName(author.name.value, of: person) {
                warnOfName(author.name.value, of: person, at: span())
            }
            return person
        }
        let person = person(named: author.name.value, at: span(), hint: "‘orcid’")
        if let orcid = author.orcid { note(orcid, of: person, author.name.value, at: span()) }
        if configuration.peopleAreControlled {
            requireRecord(of: person, author.name.value, span())
        }
        return person
    }

    /// The person who is thanked by a name.
    mutating func person(thanked name: Located<String>, in path: String) -> PersonID {
        person(named: name.value, at: SourceSpan(path, name.bytes), hint: nil)
    }

    private mutating func person(
        named name: String, at span: @autoclosure () -> SourceSpan, hint: String?
    ) -> PersonID {
        // The spelling as written is looked up first: its key takes longer to work out.
        if let known = byName[name] { return known }
        let key = SiteGraph.nameKey(name)
        if let known = byName[key] {
            byName[name] = known
            return known
        }
        if let several = namesakes[key], let first = several.first {
            report(ambiguous: name, several, at: span(), hint)
            return first
        }
        let id = PersonID(people.count)
        let permalink = Permalink(generated: "/people/\(SiteGraph.termSlug(name))/")
        let citedName = PersonName(splitting: name)
        people.append(
            Person(
                name: name, permalink: permalink,
                href: permalink.href(under: configuration.baseURL), record: nil,
                citedName: citedName, sortName: nil, sortKey: citedName.sortKey))
        byName[key] = id
        byName[name] = id
        return id
    }

    private func isName(_ name: String, of person: PersonID) -> Bool {
        if byName[name] == person { return true }
        let key = SiteGraph.nameKey(name)
        return byName[key] == person || namesakes[key]?.contains(person) == true
    }

    /// One person has one ORCID iD: another one under the same name is somebody else's.
    private mutating func note(
        _ orcid: String, of person: PersonID, _ name: String, at span: SourceSpan
    ) {
        guard let known = orcids[person] else {
            orcids[person] = KnownORCID(orcid: orcid, span: span)
            return
        }
        guard known.orcid != orcid, !lacksRecords else { return }
        diagnostics.append(
            Diagnostic(
                "person.other-orcid",
                "‘\(name)’ has the ORCID iD \(orcid) here and \(known.orcid) elsewhere. If they are two people, "
                    + "make a record in content/people/ for each, with ‘title: \(name)’ and their ‘orcid’.",
                at: span, notes: [Diagnostic.Note("The other is here.", at: known.span)]))
    }

    private mutating func warnOfName(_ name: String, of person: PersonID, at span: SourceSpan) {
        let other = people[person.index].name
        diagnostics.append(
            Diagnostic(
                "person.other-name", .warning,
                "This ORCID iD is that of ‘\(other)’. If they are one person, add ‘\(name)’ to ‘names’ of the "
                    + "record.", at: span, notes: otherRecord(of: person)))
    }

    private mutating func report(
        ambiguous name: String, _ people: [PersonID], at span: SourceSpan, _ key: String?
    ) {
        let advice = key.map { "give the author’s \($0), or " } ?? ""
        diagnostics.append(
            Diagnostic(
                "person.ambiguous",
                "‘\(name)’ is the name of \(people.count) people with a record: \(advice)write a name that only "
                    + "one of them has, and add it to ‘names’ of that record.", at: span,
                notes: people.compactMap { places[$0] }.map {
                    Diagnostic.Note("One record is here.", at: $0)
                }))
    }

    private mutating func requireRecord(of person: PersonID, _ name: String, _ span: SourceSpan) {
        let person = people[person.index]
        guard person.record == nil, !unread.contains(address: person.permalink.path) else { return }
        if let record = withheld[person.permalink.path] {
            diagnostics.append(
                Diagnostic(
                    "person.unknown",
                    "‘\(name)’ has a record that is not published, ‘\(record)’, and this site allows only authors "
                        + "who have one: publish it.", at: span))
            return
        }
        suggestions += 1
        let known = people.lazy.filter { $0.record != nil }.map(\.name)
        let hint =
            suggestions > Self.mostSuggestions
            ? nil
            : NameForm.withoutTitles(name).flatMap { byName[SiteGraph.nameKey($0)] }
                .flatMap { people[$0.index].record == nil ? nil : people[$0.index].name }
                ?? Spelling.closest(to: name, in: known)
        diagnostics.append(
            Diagnostic(
                "person.unknown",
                "‘\(name)’ has no record in content/people/, and this site allows only authors who have one."
                    + Spelling.hint(hint), at: span,
                repair: hint))
    }
}
