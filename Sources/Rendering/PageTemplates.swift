/// The template of each page kind, compiled against the kind's record.

import Diagnostics
import Templates

struct PageTemplates: Sendable {
    let home: Template<HomeRecord>
    let section: Template<SectionRecord>
    let publication: Template<PublicationRecord>
    let page: Template<PublicationRecord>
    let archive: Template<ArchiveRecord>
    let topics: Template<IndexRecord>
    let topic: Template<TopicRecord>
    let people: Template<IndexRecord>
    let person: Template<PersonRecord>
    let acknowledgements: Template<AcknowledgementsRecord>
    let works: Template<WorksRecord>
    let work: Template<WorkRecord>
    let search: Template<SearchRecord>
    let notFound: Template<MessageRecord>
    let redirect: Template<MessageRecord>
    let socialCard: Template<SocialCardRecord>
    /// Templates in `layouts/`, which a page asks for with `layout: name`.
    let layouts: [String: Template<PublicationRecord>]
    /// Templates in `sections/`, by the path of the section that they list: `events`, `work/talks`.
    let sections: [String: Template<SectionRecord>]
    /// Every template that pages are made with, and those that these lead to.
    let used: Set<String>
    /// What a site's own templates spell out, by the template that a page is made with.
    let addresses: [String: [TemplateAddress]]
    /// The paths of a site's own templates that a page is made with, by the template of its kind.
    let own: [String: [String]]
    /// The scripts and styles that they write into pages.
    let inlineCode: Set<InlineCode>

    /// Compiles every kind; `nil` when any has an error.
    static func compile(
        _ library: TemplateLibrary
    ) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        var compiler = Compiler(library: library)
        let home = compiler.compile("home.html", HomeRecord.self)
        let section = compiler.compile("section.html", SectionRecord.self)
        let publication = compiler.compile("publication.html", PublicationRecord.self)
        let page = compiler.compile("page.html", PublicationRecord.self)
        let archive = compiler.compile("archive.html", ArchiveRecord.self)
        let topics = compiler.compile("topics.html", IndexRecord.self)
        let topic = compiler.compile("topic.html", TopicRecord.self)
        let people = compiler.compile("people.html", IndexRecord.self)
        let person = compiler.compile("person.html", PersonRecord.self)
        let acknowledgements = compiler.compile(
            "acknowledgements.html", AcknowledgementsRecord.self)
        let works = compiler.compile("works.html", WorksRecord.self)
        let work = compiler.compile("work.html", WorkRecord.self)
        let search = compiler.compile("search.html", SearchRecord.self)
        let notFound = compiler.compile("404.html", MessageRecord.self)
        let redirect = compiler.compile("redirect.html", MessageRecord.self)
        let socialCard = compiler.compile("social-card.svg", SocialCardRecord.self)
        var layouts: [String: Template<PublicationRecord>] = [:]
        for name in library.names where name.hasPrefix("layouts/") && name.hasSuffix(".html") {
            let key = String(name.dropFirst("layouts/".count).dropLast(".html".count))
            layouts[key] = compiler.compile(name, PublicationRecord.self)
        }
        var sections: [String: Template<SectionRecord>] = [:]
        for name in library.names where name.hasPrefix("sections/") && name.hasSuffix(".html") {
            let key = String(name.dropFirst("sections/".count).dropLast(".html".count))
            sections[key] = compiler.compile(name, SectionRecord.self)
        }
        guard let home, let section, let publication, let page, let archive, let topics, let topic,
            let people, let person, let acknowledgements, let works, let work, let search,
            let notFound, let redirect, let socialCard, !compiler.diagnostics.hasErrors
        else { return (nil, compiler.diagnostics) }
        let templates = PageTemplates(
            home: home, section: section, publication: publication, page: page, archive: archive,
            topics: topics, topic: topic, people: people, person: person,
            acknowledgements: acknowledgements, works: works, work: work, search: search,
            notFound: notFound, redirect: redirect, socialCard: socialCard, layouts: layouts,
            sections: sections,
            used: library.names(reachedFrom: compiler.asked), addresses: compiler.addresses,
            own: compiler.own, inlineCode: compiler.inlineCode)
        return (templates, compiler.diagnostics)
    }

    /// Collects the problems of all kinds; a place that is wrong for several kinds is reported once,
    /// for the first of them and with the way in which it was included there.
    private struct Compiler {
        let library: TemplateLibrary
        private(set) var diagnostics: [Diagnostic] = []
        private(set) var asked: [String] = []
        private(set) var addresses: [String: [TemplateAddress]] = [:]
        private(set) var own: [String: [String]] = [:]
        private(set) var inlineCode: Set<InlineCode> = []
        private var seen: Set<Mistake> = []

        private struct Mistake: Hashable {
            let id: Diagnostic.ID
            let span: SourceSpan?
        }

        init(library: TemplateLibrary) { self.library = library }

        mutating func compile<Record: TemplateRecord>(_ name: String, _ record: Record.Type)
            -> Template<Record>?
        {
            asked.append(name)
            let (template, found) = library.compile(name, for: record)
            diagnostics += found.filter { seen.insert(Mistake(id: $0.id, span: $0.span)).inserted }
            if let found = template?.addresses, !found.isEmpty { addresses[name] = found }
            let ownNames = library.ownNames(reachedFrom: name)
            if !ownNames.isEmpty { own[name] = ownNames.map { "templates/" + $0 } }
            inlineCode.formUnion(template?.inlineCode ?? [])
            return template
        }
    }
}
