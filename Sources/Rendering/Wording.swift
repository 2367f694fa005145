/// The words that Swift puts into a page, by language. Templates hold their own.

import Content
import Markup

struct Wording: Sendable {
    let kinds: [PageKind: String]
    let revisions: [Revision.Kind: String]
    let home: String
    let topics: String
    let people: String
    let acknowledgements: String
    let archive: String
    let works: String
    let notFound: String
    let moved: String
    let drafts: String

    /// The words for a language, by its first subtag; English for languages without a table.
    init(language: String) {
        self = Self.tables[String(language.prefix { $0 != "-" }).lowercased()] ?? Self.english
    }

    private init(
        kinds: [PageKind: String], revisions: [Revision.Kind: String], home: String,
        topics: String, people: String, acknowledgements: String, archive: String, works: String,
        notFound: String, moved: String, drafts: String
    ) {
        self.kinds = kinds
        self.revisions = revisions
        self.home = home
        self.topics = topics
        self.people = people
        self.acknowledgements = acknowledgements
        self.archive = archive
        self.works = works
        self.notFound = notFound
        self.moved = moved
        self.drafts = drafts
    }

    private static let tables = ["en": english]

    private static let english = Wording(
        kinds: [
            .essay: "Essay", .report: "Report", .paper: "Paper", .brief: "Policy brief",
            .news: "News", .talk: "Talk", .page: "Page",
        ],
        revisions: [
            .typo: "Typo", .clarification: "Clarification", .correction: "Correction",
            .retraction: "Retraction",
        ],
        home: "Home", topics: "Topics", people: "People", acknowledgements: "Acknowledgements",
        archive: "Archive", works: "Works cited", notFound: "Page not found",
        moved: "This page has moved", drafts: "Drafts")

    func label(_ kind: PageKind) -> String { kinds[kind] ?? kind.rawValue }
    func label(_ kind: Revision.Kind) -> String { revisions[kind] ?? kind.rawValue }

    /// `rtl` for languages written from right to left, by their first subtag or their script.
    static func direction(of language: String) -> String {
        let parts = language.lowercased().split(separator: "-")
        let scripts: Set<Substring> = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"]
        if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
            return scripts.contains(script) ? "rtl" : "ltr"
        }
        let languages: Set<Substring> = [
            "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb",
        ]
        return languages.contains(parts.first ?? "") ? "rtl" : "ltr"
    }
}
