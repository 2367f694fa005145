/// What the pages about topics, people, thanks and works show.

import Markup
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
    var body: (@Sendable (inout [UInt8]) -> Void)?
    var count: Int
    var letters: [LetterRecord]
    var most: [TermRecord]

    package static let schema = RecordSchema<IndexRecord>(
        "Index", "The index of topics, or of people.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .optionalHTML("body", "The introduction.", isPresent: { $0.body != nil }) {
                $0.body?(&$1)
            },
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
    var body: (@Sendable (inout [UInt8]) -> Void)?
    var subtitle: String?
    var synonyms: [String]
    var broader: LinkRecord?
    var narrower: [LinkRecord]
    var related: [TermRecord]
    var items: [CardRecord]
    var years: [YearRecord]
    var pagination: PaginationRecord
    var atomURL: String?

    package static let schema = RecordSchema<TopicRecord>(
        "Topic", "One page about a topic.",
        chromeFields + [
            .text("name", "The topic.") { $0.name },
            .optionalText("subtitle", "One line about it.") { $0.subtitle },
            .optionalHTML(
                "body", "The introduction, on the first page.", isPresent: { $0.body != nil }
            ) { $0.body?(&$1) },
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
        ])
}

/// One page about a person.
package struct PersonRecord: PageRecord {
    package var chrome: Chrome
    var name: String
    var body: (@Sendable (inout [UInt8]) -> Void)?
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

    package static let schema = RecordSchema<PersonRecord>(
        "Person", "One page about a person: what they wrote, and what they were thanked for.",
        chromeFields + [
            .text("name", "The name.") { $0.name },
            .optionalHTML(
                "body", "The biography, on the first page.", isPresent: { $0.body != nil }
            ) { $0.body?(&$1) },
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
        ])
}

/// The acknowledgements index.
package struct AcknowledgementsRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var body: (@Sendable (inout [UInt8]) -> Void)?
    var peopleCount: Int
    var publicationCount: Int
    var summary: String
    var letters: [ThanksLetterRecord]
    var pagination: PaginationRecord

    package static let schema = RecordSchema<AcknowledgementsRecord>(
        "Acknowledgements", "Everyone whom the publications thank.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .optionalHTML(
                "body", "The introduction, on the first page.", isPresent: { $0.body != nil }
            ) { $0.body?(&$1) },
            .number("people_count", "How many people are thanked.") { $0.peopleCount },
            .number("publication_count", "In how many publications.") { $0.publicationCount },
            .text("summary", "“12 people helped with 5 publications.”") { $0.summary },
            .list("letters", "The people, by the first letter of the family name.") {
                $0.letters
            },
            .record("pagination", "Where this page stands among its neighbours.") {
                $0.pagination
            },
        ])
}

/// The thanked people whose family name begins with one letter.
package struct ThanksLetterRecord: TemplateRecord {
    var letter: String
    var people: [ThanksRecord]

    package static let schema = RecordSchema<ThanksLetterRecord>(
        "ThanksLetter", "The thanked people whose family name begins with one letter.",
        [
            .text("letter", "The letter.") { $0.letter },
            .list("people", "The people.") { $0.people },
        ])
}

/// Someone thanked.
package struct ThanksRecord: TemplateRecord {
    var name: String
    var url: String
    var count: Int
    var entries: [EntryRecord]
    /// Thanks that are on the person's page only.
    var moreCount: Int?
    var more: String?

    package static let schema = RecordSchema<ThanksRecord>(
        "Thanks", "Someone who was thanked, and where.",
        [
            .text("name", "The name.") { $0.name },
            .url("url", "The person's page.") { $0.url },
            .number("count", "In how many publications.") { $0.count },
            .list("entries", "The newest publications that thank the person, and for what.") {
                $0.entries
            },
            .optionalNumber("more_count", "How many more there are on the person's page.") {
                $0.moreCount
            },
            .optionalText("more", "“and 3 more”.") { $0.more },
        ])
}

/// The index of cited works.
package struct WorksRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var works: [WorkEntryRecord]

    package static let schema = RecordSchema<WorksRecord>(
        "Works", "The works that the publications cite.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .list("works", "The works, by author and year.") { $0.works },
        ])
}

/// A cited work in the index.
package struct WorkEntryRecord: TemplateRecord {
    var url: String
    var html: [UInt8]
    var count: Int
    var label: String

    package static let schema = RecordSchema<WorkEntryRecord>(
        "WorkEntry", "A cited work in the index.",
        [
            .url("url", "The work's page.") { $0.url },
            .html("entry", "The formatted reference.") { $1.append(contentsOf: $0.html) },
            .number("count", "How many publications cite it.") { $0.count },
            .text("label", "“Cited by 3 publications”.") { $0.label },
        ])
}

/// One page about a cited work.
package struct WorkRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var html: [UInt8]
    var url: String?
    var pdfURL: String?
    var citedBy: [WorkCitationRecord]

    package static let schema = RecordSchema<WorkRecord>(
        "Work", "One page about a cited work: which publications cite it, and where in it.",
        chromeFields + [
            .text("title", "The work's title.") { $0.title },
            .html("entry", "The formatted reference.") { $1.append(contentsOf: $0.html) },
            .optionalURL("url", "The work on the web.") { $0.url },
            .optionalURL("pdf_url", "Its PDF.") { $0.pdfURL },
            .list("cited_by", "The publications that cite it.") { $0.citedBy },
        ])
}

/// A publication that cites a work.
package struct WorkCitationRecord: TemplateRecord {
    var title: String
    var url: String
    var date: Moment?
    /// The places of the work, as the author wrote them, each leading to the citing sentence.
    var places: [LinkRecord]

    package static let schema = RecordSchema<WorkCitationRecord>(
        "WorkCitation", "A publication that cites a work.",
        [
            .text("title", "Its title.") { $0.title },
            .url("url", "Its address.") { $0.url },
            .optionalDate("date", "Its date.") { $0.date },
            .list("places", "Where in the work; each leads to the sentence that cites it.") {
                $0.places
            },
        ])
}

/// A page that only says something: 404, a redirect.
package struct MessageRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    /// Where the reader should go instead.
    var targetURL: String
    var latest: [CardRecord]
    /// Anchors of the new page, for links to places of the old one.
    var places: [MovedPlaceRecord]

    package static let schema = RecordSchema<MessageRecord>(
        "Message", "A page that only says something: not found, moved.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .url("target_url", "Where to go: the new address, or the home page.") {
                $0.targetURL
            },
            .list("latest", "The newest publications.") { $0.latest },
            .list("places", "Of a redirect: the places of the new page.") { $0.places },
        ])
}

/// A place of a page that has moved: an id that the old address keeps, and where it is now.
package struct MovedPlaceRecord: TemplateRecord {
    var anchor: String
    var url: String
    var text: String

    package static let schema = RecordSchema<MovedPlaceRecord>(
        "MovedPlace", "A place of a page that has moved.",
        [
            .text("anchor", "Its id, which the old page must have too.") { $0.anchor },
            .url("url", "Where it is now.") { $0.url },
            .text("text", "The heading, or the id of anything else.") { $0.text },
        ])
}

/// The search page.
package struct SearchRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var indexURL: String

    package static let schema = RecordSchema<SearchRecord>(
        "Search", "The search page.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .url("index_url", "Address of the script that reads the search index.") {
                $0.indexURL
            },
        ])
}
