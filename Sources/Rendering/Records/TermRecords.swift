/// What the pages about topics and people show.

import Bytes
import Markup
import Site
package import Templates

/// A topic or a person in an index, with how much there is.
package struct TermRecord: TemplateRecord {
    var name: String
    var url: String
    var count: Int
    var note: String?
    var helpedCount = 0
    var publicationsLabel = ""
    var broader: LinkRecord?
    var related: [LinkRecord] = []
    /// The page about it that someone has written.
    var record: PageID?
    let site: RenderedSite

    package static let schema = RecordSchema<TermRecord>(
        "Term", "A topic or a person in an index.",
        [
            .text("name", "The name.") { $0.name },
            .url("url", "The address of its page.") { $0.url },
            .number("count", "How many publications it has.") { $0.count },
            .text("count_label", "The same as a phrase: “3 publications”.") {
                $0.publicationsLabel
            },
            .number("helped_count", "How many publications thank the person.") {
                $0.helpedCount
            },
            .optionalText("note", "A few words about it.") { $0.note },
            .optionalRecord("broader", "The wider topic it belongs to.") { $0.broader },
            .list("related", "Topics that often come with it.") { $0.related },
            .optionalRecord("image", "The image of its record.") { term in
                term.record.flatMap { term.site.heroImage(of: $0) }
            },
            .ownFields("extra", "Your own fields, from its record.") {
                $0.site.extra(of: $0.record)
            },
        ])
}

/// The terms of an index that begin with one letter.
package struct LetterRecord: TemplateRecord {
    var letter: String
    var terms: [TermRecord]

    package static let schema = RecordSchema<LetterRecord>(
        "Letter", "The terms of an index that begin with one letter.",
        [
            .text("letter", "The letter.") { $0.letter },
            .list("terms", "The terms, in alphabetical order.") { $0.terms },
        ])
}

/// The index of topics, or of people.
package struct IndexRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var body: HTMLWriter?
    var count: Int
    var letters: [LetterRecord]
    var most: [TermRecord]

    package static let schema = RecordSchema<IndexRecord>(
        "Index", "The index of topics, or of people.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .optionalHTML("body", "The introduction.") { $0.body },
            .number("count", "How many terms there are.") { $0.count },
            .list("letters", "All terms by first letter.") { $0.letters },
            .flag("is_long", "Whether there are more terms than `most` has.") {
                $0.count > $0.most.count
            },
            .list("most", "The terms with most publications, most first.") { $0.most },
        ])
}

/// One page about a topic.
package struct TopicRecord: PageRecord {
    package var chrome: Chrome
    var name: String
    var body: HTMLWriter?
    var subtitle: String?
    var synonyms: [String]
    var broader: LinkRecord?
    var narrower: [LinkRecord]
    var related: [TermRecord]
    var items: [CardRecord]
    var years: [YearRecord]
    var pagination: PaginationRecord
    var atomURL: String?
    var extra: [(key: String, value: OwnValue)]

    package static let schema = RecordSchema<TopicRecord>(
        "Topic", "One page about a topic.",
        chromeFields + [
            .text("name", "The topic.") { $0.name },
            .optionalText("subtitle", "One line about it.") { $0.subtitle },
            .optionalHTML("body", "The introduction, on the first page.") { $0.body },
            .texts("synonyms", "Other names of the topic.") { $0.synonyms },
            .optionalRecord("broader", "The wider topic it belongs to.") { $0.broader },
            .list("narrower", "The topics within it.") { $0.narrower },
            .list("related", "Topics that often come with it.") { $0.related },
            .list("items", "Its newest publications as cards; the first page has them.") {
                $0.items
            },
            .list("years", "Older publications in compact lists.") { $0.years },
            .record("pagination", "Where this page stands among its neighbours.") {
                $0.pagination
            },
            .optionalURL("atom_url", "The topic's Atom feed.") { $0.atomURL },
            .ownFields("extra", "Your own fields, from its record.") { $0.extra },
        ])
}

/// One page about a person.
package struct PersonRecord: PageRecord {
    package var chrome: Chrome
    var name: String
    var body: HTMLWriter?
    var role: String?
    var affiliation: String?
    var orcidURL: String?
    var websiteURL: String?
    var wrote: [YearRecord]
    var wroteCount: Int
    var thanked: [EntryRecord]
    var thankedCount: Int
    var cited: [RelatedRecord]
    var pagination: PaginationRecord
    var atomURL: String?
    var image: ImageRecord?
    var extra: [(key: String, value: OwnValue)]

    package static let schema = RecordSchema<PersonRecord>(
        "Person", "One page about a person: what they wrote, and what they were thanked for.",
        chromeFields + [
            .text("name", "The name.") { $0.name },
            .optionalHTML("body", "The biography, on the first page.") { $0.body },
            .optionalText("role", "What the person is.") { $0.role },
            .optionalText("affiliation", "Where the person works.") { $0.affiliation },
            .optionalURL("orcid_url", "The ORCID iD as a URL.") { $0.orcidURL },
            .optionalURL("website_url", "The person's own site.") { $0.websiteURL },
            .list("wrote", "What the person wrote, by year.") { $0.wrote },
            .number("wrote_count", "How many publications the person wrote.") { $0.wroteCount },
            .list("thanked", "Where the person was thanked, and for what.") { $0.thanked },
            .number("thanked_count", "In how many publications the person was thanked.") {
                $0.thankedCount
            },
            .list("cited", "Where works of the person are cited.") { $0.cited },
            .record("pagination", "Where this page stands among its neighbours.") {
                $0.pagination
            },
            .optionalURL("atom_url", "The Atom feed of what the person wrote.") { $0.atomURL },
            .optionalRecord("image", "The image of the record.") { $0.image },
            .ownFields("extra", "Your own fields, from the record.") { $0.extra },
        ])
}
