/// Where each word lies, for those that a site replaces.

import Content

extension Words {
    /// The word by its name; a site's own is written there.
    subscript(word: ThemeWord) -> String {
        get { self[keyPath: Self.path(to: word)] }
        set { self[keyPath: Self.path(to: word)] = newValue }
    }

    private static func path(to word: ThemeWord) -> WritableKeyPath<Words, String> {
        switch word {
        case .skipToMain: \.skipToMain
        case .skipToSecondary: \.skipToSecondary
        case .mainNavigation: \.mainNavigation
        case .secondaryNavigation: \.secondaryNavigation
        case .breadcrumb: \.breadcrumb
        case .home: \.home
        case .search: \.search
        case .searchFor: \.searchFor
        case .searching: \.searching
        case .searchUnavailable: \.searchUnavailable
        case .noResults: \.noResults
        case .topics: \.topics
        case .people: \.people
        case .acknowledgements: \.acknowledgements
        case .archive: \.archive
        case .works: \.works
        case .atomFeed: \.atomFeed
        case .partOf: \.partOf
        case .textLicense: \.textLicense
        case .license: \.license
        case .draft: \.draft
        case .withdrawn: \.withdrawn
        case .isDraft: \.isDraft
        case .hasDrafts: \.hasDrafts
        case .doNotShare: \.doNotShare
        case .wasWithdrawn: \.wasWithdrawn
        case .otherLanguages: \.otherLanguages
        case .original: \.original
        case .contents: \.contents
        case .revised: \.revised
        case .version: \.version
        case .seeSection: \.seeSection
        case .references: \.references
        case .backToCitation: \.backToCitation
        case .citedHere: \.citedHere
        case .funding: \.funding
        case .award: \.award
        case .contributions: \.contributions
        case .revisions: \.revisions
        case .citeThis: \.citeThis
        case .contributedEqually: \.contributedEqually
        case .correspondence: \.correspondence
        case .citeSection: \.citeSection
        case .citeSectionHint: \.citeSectionHint
        case .citeWhole: \.citeWhole
        case .more: \.more
        case .citedBy: \.citedBy
        case .related: \.related
        case .publications: \.publications
        case .latest: \.latest
        case .featured: \.featured
        case .topic: \.topic
        case .alsoCalled: \.alsoCalled
        case .withinTopic: \.withinTopic
        case .relatedTopics: \.relatedTopics
        case .besideTopic: \.besideTopic
        case .topicFeed: \.topicFeed
        case .allTopics: \.allTopics
        case .wrote: \.wrote
        case .helpedWith: \.helpedWith
        case .isCited: \.isCited
        case .cites: \.cites
        case .website: \.website
        case .personFeed: \.personFeed
        case .citedWork: \.citedWork
        case .pdf: \.pdf
        case .thankYou: \.thankYou
        case .notFound: \.notFound
        case .nothingHere: \.nothingHere
        case .moved: \.moved
        case .movedSection: \.movedSection
        case .pages: \.pages
        case .newer: \.newer
        case .older: \.older
        case .copy: \.copy
        case .copied: \.copied
        case .save: \.save
        case .linked: \.linked
        case .essay: \.kinds.essay
        case .report: \.kinds.report
        case .paper: \.kinds.paper
        case .brief: \.kinds.brief
        case .news: \.kinds.news
        case .talk: \.kinds.talk
        case .page: \.kinds.page
        case .typo: \.revisionKinds.typo
        case .clarification: \.revisionKinds.clarification
        case .correction: \.revisionKinds.correction
        case .retraction: \.revisionKinds.retraction
        case .note: \.dialect.note
        case .tip: \.dialect.tip
        case .important: \.dialect.important
        case .warning: \.dialect.warning
        case .caution: \.dialect.caution
        case .summary: \.dialect.summary
        case .definition: \.dialect.definition
        case .theorem: \.dialect.theorem
        case .lemma: \.dialect.lemma
        case .proposition: \.dialect.proposition
        case .corollary: \.dialect.corollary
        case .conjecture: \.dialect.conjecture
        case .assumption: \.dialect.assumption
        case .example: \.dialect.example
        case .remark: \.dialect.remark
        case .proof: \.dialect.proof
        case .figure: \.dialect.figure
        case .table: \.dialect.table
        case .equation: \.dialect.equation
        case .section: \.dialect.section
        case .notes: \.dialect.notes
        case .permalink: \.dialect.permalink
        case .backToReference: \.dialect.backToReference
        case .downloadData: \.dialect.downloadData
        }
    }
}
