/// What the acknowledgements index shows.

import Bytes
import Markup
package import Templates

/// The acknowledgements index.
package struct AcknowledgementsRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var body: HTMLWriter?
    var peopleCount: Int
    var publicationCount: Int
    var summary: String
    var letters: [ThanksLetterRecord]
    var pagination: PaginationRecord

    package static let schema = RecordSchema<AcknowledgementsRecord>(
        "Acknowledgements", "Everyone whom the publications thank.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .optionalHTML("body", "The introduction, on the first page.") { $0.body },
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
