/// What the pages about cited works show.

import Bytes
import Markup
package import Templates

/// The index of cited works.
package struct WorksRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var body: HTMLWriter?
    var works: [WorkEntryRecord]

    package static let schema = RecordSchema<WorksRecord>(
        "Works", "The works that the publications cite.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .optionalHTML("body", "The text of content/works.md.") { $0.body },
            .list("works", "The works, by author and year.") { $0.works },
        ])
}

/// A cited work in the index.
package struct WorkEntryRecord: TemplateRecord {
    var url: String
    var html: OutputBuffer
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
    var html: OutputBuffer
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
    var foreign: ForeignText?
    /// The places of the work, as the author wrote them, each leading to the citing sentence.
    var places: [LinkRecord]

    package static let schema = RecordSchema<WorkCitationRecord>(
        "WorkCitation", "A publication that cites a work.",
        [
            .text("title", "Its title.") { $0.title },
            .url("url", "Its address.") { $0.url },
            .optionalDate("date", "Its date.") { $0.date },
            .optionalText("text_language", "BCP 47 tag, when it is not in the site's language.") {
                $0.foreign?.language
            },
            .optionalText(
                "text_direction", "Direction of its text, when it is not that of the page."
            ) {
                $0.foreign?.direction
            },
            .list("places", "Where in the work; each leads to the sentence that cites it.") {
                $0.places
            },
        ])
}
