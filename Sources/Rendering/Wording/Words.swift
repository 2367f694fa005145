/// The words of the theme: one value for each language, with every word in it.
///
/// A language that lacks a word does not compile. What depends on numbers or names is a function, so
/// that each language has its own plural forms and its own order of words.

import Bibliography
import Content
import Markup

struct Words: Sendable {
    // MARK: - What templates show as {{words.…}}

    let skipToMain: String
    let skipToSecondary: String
    let mainNavigation: String
    let secondaryNavigation: String
    let breadcrumb: String
    let home: String
    let search: String
    let searchFor: String
    let searching: String
    let searchUnavailable: String
    let noResults: String
    let topics: String
    let people: String
    let acknowledgements: String
    let archive: String
    let works: String
    let atomFeed: String
    let partOf: String
    let textLicense: String
    let license: String
    let draft: String
    let withdrawn: String
    let isDraft: String
    let hasDrafts: String
    let doNotShare: String
    let wasWithdrawn: String
    let otherLanguages: String
    let original: String
    let contents: String
    let revised: String
    let version: String
    let seeSection: String
    let references: String
    let backToCitation: String
    let citedHere: String
    let funding: String
    let award: String
    let contributions: String
    let revisions: String
    let citeThis: String
    let contributedEqually: String
    let correspondence: String
    let citeSection: String
    let citeSectionHint: String
    let citeWhole: String
    let more: String
    let citedBy: String
    let related: String
    let publications: String
    let latest: String
    let topic: String
    let alsoCalled: String
    let withinTopic: String
    let relatedTopics: String
    let besideTopic: String
    let topicFeed: String
    let allTopics: String
    let wrote: String
    let helpedWith: String
    let isCited: String
    let cites: String
    let website: String
    let personFeed: String
    let citedWork: String
    let pdf: String
    let thankYou: String
    let notFound: String
    let nothingHere: String
    let moved: String
    let pages: String
    let newer: String
    let older: String
    let copy: String
    let copied: String
    let save: String

    // MARK: - Kinds

    let kinds: Kinds
    let revisionKinds: RevisionKinds
    /// What the Markdown dialect puts into a text.
    let dialect: Dialect
    /// What citations and references say.
    let citation: CitationWords

    // MARK: - Phrases

    let conjunction: Conjunction
    /// "3 publications".
    let publicationCount: @Sendable (Int) -> String
    /// "All 40 publications by year".
    let allPublications: @Sendable (Int) -> String
    /// "Page 2 of 5".
    let pageOf: @Sendable (_ page: Int, _ count: Int) -> String
    /// "Part 2 of A series".
    let partOfSeries: @Sendable (_ part: Int, _ series: String) -> String
    /// "Cited by 3 publications".
    let citedByCount: @Sendable (Int) -> String
    /// "and 3 more".
    let andMore: @Sendable (Int) -> String
    /// As in "12 people helped with 5 publications".
    let helpers: @Sendable (_ people: Int, _ publications: Int) -> String
    /// "for her comments".
    let forReason: @Sendable (String) -> String
    /// As in "We thank A and B for their comments".
    let thank: @Sendable (_ people: String, _ reason: String?) -> String
    let alsoAbout: @Sendable (String) -> String
    let alsoBy: @Sendable (String) -> String
    let linked: String

    struct Kinds: Sendable {
        let essay, report, paper, brief, news, talk, page: String
    }

    struct RevisionKinds: Sendable {
        let typo, clarification, correction, retraction: String
    }

    struct Dialect: Sendable {
        let note, tip, important, warning, caution, summary, definition: String
        let figure, table, equation, section: String
        let notes, permalink, backToReference: String
    }

    /// What stands between the members of a list.
    struct Conjunction: Sendable {
        /// Between two members that are the whole list.
        let pair: String
        /// Between members of a longer list.
        let middle: String
        /// Before the last member of a longer list.
        let last: String

        /// What stands before a member.
        func separator(before index: Int, of count: Int) -> String {
            switch index {
            case 0: ""
            case count - 1: count == 2 ? pair : last
            default: middle
            }
        }

        func join(_ members: [String]) -> String {
            var text = ""
            for (index, member) in members.enumerated() {
                text += separator(before: index, of: members.count) + member
            }
            return text
        }
    }
}

extension Words {
    func label(_ kind: PageKind) -> String {
        switch kind {
        case .essay: kinds.essay
        case .report: kinds.report
        case .paper: kinds.paper
        case .brief: kinds.brief
        case .news: kinds.news
        case .talk: kinds.talk
        case .page: kinds.page
        }
    }

    func label(_ kind: Revision.Kind) -> String {
        switch kind {
        case .typo: revisionKinds.typo
        case .clarification: revisionKinds.clarification
        case .correction: revisionKinds.correction
        case .retraction: revisionKinds.retraction
        }
    }

    func text(_ word: Word) -> String {
        switch word {
        case .note: dialect.note
        case .tip: dialect.tip
        case .important: dialect.important
        case .warning: dialect.warning
        case .caution: dialect.caution
        case .summary: dialect.summary
        case .definition: dialect.definition
        case .figure: dialect.figure
        case .table: dialect.table
        case .equation: dialect.equation
        case .section: dialect.section
        case .notes: dialect.notes
        case .permalink: dialect.permalink
        case .backToReference: dialect.backToReference
        }
    }
}
