/// The words of the theme: one value for each language, with every word in it.
///
/// A language that lacks a word does not compile. What depends on numbers or names is a function, so
/// that each language has its own plural forms and its own order of words.

import Bibliography
import Content
import Markup

struct Words: Sendable {
    // MARK: - What templates show as {{words.…}}

    var skipToMain: String
    var skipToSecondary: String
    var mainNavigation: String
    var secondaryNavigation: String
    var breadcrumb: String
    var home: String
    var search: String
    var searchFor: String
    var searching: String
    var searchUnavailable: String
    var noResults: String
    var topics: String
    var people: String
    var acknowledgements: String
    var archive: String
    var works: String
    var atomFeed: String
    var partOf: String
    var textLicense: String
    var license: String
    var draft: String
    var withdrawn: String
    var isDraft: String
    var hasDrafts: String
    var doNotShare: String
    var wasWithdrawn: String
    var otherLanguages: String
    var original: String
    var contents: String
    var revised: String
    var version: String
    var seeSection: String
    var references: String
    var backToCitation: String
    var citedHere: String
    var funding: String
    var award: String
    var contributions: String
    var revisions: String
    var citeThis: String
    var contributedEqually: String
    var correspondence: String
    var citeSection: String
    var citeSectionHint: String
    var citeWhole: String
    var more: String
    var citedBy: String
    var related: String
    var publications: String
    var latest: String
    var featured: String
    var topic: String
    var alsoCalled: String
    var withinTopic: String
    var relatedTopics: String
    var besideTopic: String
    var topicFeed: String
    var allTopics: String
    var wrote: String
    var helpedWith: String
    var isCited: String
    var cites: String
    var website: String
    var personFeed: String
    var citedWork: String
    var pdf: String
    var thankYou: String
    var notFound: String
    var nothingHere: String
    var moved: String
    var movedSection: String
    var pages: String
    var newer: String
    var older: String
    var copy: String
    var copied: String
    var save: String

    // MARK: - Kinds

    var kinds: Kinds
    var revisionKinds: RevisionKinds
    /// What the Markdown dialect puts into a text.
    var dialect: Dialect
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
    var linked: String

    struct Kinds: Sendable {
        var essay, report, paper, brief, news, talk, page: String
    }

    struct RevisionKinds: Sendable {
        var typo, clarification, correction, retraction: String
    }

    struct Dialect: Sendable {
        var note, tip, important, warning, caution, summary, definition: String
        var theorem, lemma, proposition, corollary, conjecture, assumption, example, remark,
            proof: String
        var figure, table, equation, section: String
        var notes, permalink, backToReference, downloadData: String
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

        func join(_ members: some Collection<String>) -> String {
            guard members.count > 1 else { return members.first ?? "" }
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
        case .theorem: dialect.theorem
        case .lemma: dialect.lemma
        case .proposition: dialect.proposition
        case .corollary: dialect.corollary
        case .conjecture: dialect.conjecture
        case .assumption: dialect.assumption
        case .example: dialect.example
        case .remark: dialect.remark
        case .proof: dialect.proof
        case .figure: dialect.figure
        case .table: dialect.table
        case .equation: dialect.equation
        case .section: dialect.section
        case .notes: dialect.notes
        case .permalink: dialect.permalink
        case .backToReference: dialect.backToReference
        case .downloadData: dialect.downloadData
        }
    }
}
