/// What the page of a publication shows.

import Bytes
import Markup
import Site
package import Templates

/// A publication, or a plain page such as "About".
package struct PublicationRecord: PageRecord {
    package var chrome: Chrome
    var card: CardRecord
    var license: LinkRecord?
    var doi: LinkRecord?
    var version: String?
    var pdf: String?
    var venue: String?
    var journal: JournalRecord?
    var number: String?
    var isPublication: Bool
    var translations: [TranslationRecord]
    var contents: [ContentsRecord]
    var body: HTMLWriter
    var references: [ReferenceRecord]
    /// Composed from the front matter when the text has no such section of its own.
    var acknowledgements: OutputBuffer
    var funders: [FunderRecord]
    var revisions: [RevisionRecord]
    var notices: [RevisionRecord]
    var withdrawn: String?
    var withdrawnHTML: HTMLWriter?
    var citation: CitationRecord?
    var series: SeriesRecord?
    var citedBy: [RelatedRecord]
    var related: [RelatedRecord]
    var previous: LinkRecord?
    var next: LinkRecord?
    var contributors: [AuthorRecord]
    var affiliations: [AffiliationRecord]
    var extra: [(key: String, value: OwnValue)]

    package static let schema = RecordSchema<PublicationRecord>(
        "Publication", "A publication, or a plain page such as “About”.",
        chromeFields + [
            .text("title", "The title.") { $0.card.title },
            .optionalText("subtitle", "The deck.") { $0.card.subtitle },
            .optionalText("summary", "A few sentences about it.") { $0.card.summary },
            .flag("is_publication", "Whether it has authors and a date; a plain page has none.") {
                $0.isPublication
            },
            .text("kind", "essay, report, paper, brief, news, talk or page.") { $0.card.kind },
            .text("kind_label", "The kind in the site's language.") { $0.card.kindLabel },
            .date("date", "Date of publication.") { $0.card.date },
            .optionalDate("updated", "Date of the last substantive revision.") {
                $0.card.updated
            },
            .list("authors", "Who wrote it, in order.") { $0.card.authors },
            .list("equal_authors", "The authors who contributed equally.") {
                $0.card.authors.filter(\.isEqualContributor)
            },
            .list("corresponding_authors", "The authors to write to.") {
                $0.card.authors.filter(\.isCorresponding)
            },
            .list(
                "affiliations",
                "Where the authors work, unless all work at the site's organization."
            ) { $0.affiliations },
            .list("contributors", "The authors that have roles (CRediT).") { $0.contributors },
            .list("topics", "Its topics.") { $0.card.topics },
            .optionalRecord("image", "Its hero image.") { $0.card.image },
            .optionalRecord("license", "Its licence.") { $0.license },
            .optionalRecord("doi", "Its DOI, as a link.") { $0.doi },
            .optionalText("version", "Its version.") { $0.version },
            .optionalURL("pdf_url", "Its PDF.") { $0.pdf },
            .optionalText("venue", "The conference or event where it was given.") { $0.venue },
            .optionalRecord("journal", "The journal in which it appeared.") { $0.journal },
            .optionalText("number", "Its number in a series of reports.") { $0.number },
            .list("translations", "Its text in other languages, the original first.") {
                $0.translations
            },
            .list("contents", "The table of contents: a tree of headings.") { $0.contents },
            .html("body", "The text.") { $0.body(&$1) },
            .list("references", "The works it cites, in order.") { $0.references },
            .optionalHTML(
                "acknowledgements",
                "Thanks composed from the front matter, when the text has no such section.",
                isPresent: { !$0.acknowledgements.isEmpty }
            ) { $1.append(contentsOf: $0.acknowledgements) },
            .list("funders", "Who paid for the work.") { $0.funders },
            .list("revisions", "Every revision, newest first.") { $0.revisions },
            .list("notices", "Corrections and retractions, to be shown near the title.") {
                $0.notices
            },
            .optionalText("withdrawn", "Why it was withdrawn; then it has no text.") {
                $0.withdrawn
            },
            .optionalHTML("withdrawn_html", "The same, with its links and emphasis.") {
                $0.withdrawnHTML
            },
            .optionalRecord("citation", "How to cite it.") { $0.citation },
            .optionalRecord("series", "The series it is part of.") { $0.series },
            .list("cited_by", "Publications of this site that link to it.") { $0.citedBy },
            .list("related", "Publications that share topics, people or links with it.") {
                $0.related
            },
            .optionalRecord("previous", "The one before it, in its section or series.") {
                $0.previous
            },
            .optionalRecord("next", "The one after it.") { $0.next },
            .ownFields("extra", "Your own fields, from its front matter.") { $0.extra },
        ])
}

/// A heading in a table of contents, with those below it.
package struct ContentsRecord: TemplateRecord {
    var anchor: String
    var html: OutputBuffer
    var children: [ContentsRecord]

    package static let schema = RecordSchema<ContentsRecord>(
        "Contents", "A heading in a table of contents, with those below it.",
        [
            .anchorURL("url", "#anchor of the section.") { $0.anchor },
            .html("title", "The heading, with its inline markup.") {
                $1.append(contentsOf: $0.html)
            },
            .list("children", "The headings below it.") { $0.children },
        ])
}

/// The journal in which a publication appeared, and where in it.
package struct JournalRecord: TemplateRecord {
    var name: String
    var volume: String?
    var issue: String?
    var pages: String?

    package static let schema = RecordSchema<JournalRecord>(
        "Journal", "The journal in which a publication appeared, and where in it.",
        [
            .text("name", "Its name.") { $0.name },
            .optionalText("volume", "The volume.") { $0.volume },
            .optionalText("issue", "The issue of the volume.") { $0.issue },
            .optionalText("pages", "The pages, or the number of an article without any.") {
                $0.pages
            },
        ])
}

/// An entry in a list of references.
package struct ReferenceRecord: TemplateRecord {
    var anchor: String
    var html: HTMLWriter
    var url: String?
    var backLinks: [LinkRecord]

    package static let schema = RecordSchema<ReferenceRecord>(
        "Reference", "An entry in a list of references.",
        [
            .text("anchor", "The id of the entry.") { $0.anchor },
            .html("entry", "The formatted reference.") { $0.html(&$1) },
            .optionalURL("url", "The page about this work on this site.") { $0.url },
            .list("back_links", "The places of the text that cite it (text: 1, 2 …).") {
                $0.backLinks
            },
        ])
}

/// A change after publication.
package struct RevisionRecord: TemplateRecord {
    var date: Moment
    var kind: String
    var label: String
    var note: String
    var noteHTML: HTMLWriter
    var sectionURL: String?

    package static let schema = RecordSchema<RevisionRecord>(
        "Revision", "A change after publication.",
        [
            .date("date", "When.") { $0.date },
            .text("kind", "typo, clarification, correction or retraction.") { $0.kind },
            .text("label", "The kind in the site's language.") { $0.label },
            .text("note", "What changed, and why.") { $0.note },
            .html("note_html", "The same, with its links and emphasis.") { $0.noteHTML(&$1) },
            .optionalURL("section_url", "#anchor of the section it touches.") { $0.sectionURL },
        ])
}

/// Who paid.
package struct FunderRecord: TemplateRecord {
    var name: String
    var award: String?

    package static let schema = RecordSchema<FunderRecord>(
        "Funder", "Who paid for the work.",
        [
            .text("name", "The funder.") { $0.name },
            .optionalText("award", "Number or name of the grant.") { $0.award },
        ])
}

/// A series and its parts.
package struct SeriesRecord: TemplateRecord {
    var name: String
    var label: String
    var position: Int
    var parts: [LinkRecord]

    package static let schema = RecordSchema<SeriesRecord>(
        "Series", "A series and its parts.",
        [
            .text("name", "The name of the series.") { $0.name },
            .text("label", "“Part 2 of the series”.") { $0.label },
            .number("position", "Which part this page is: its author’s number, else its place.") {
                $0.position
            },
            .list("parts", "Every part in order; `is_current` marks this page.") { $0.parts },
        ])
}

/// A publication named because of another.
package struct RelatedRecord: TemplateRecord {
    let site: RenderedSite
    let page: SitePage
    /// The page that names it; `nil` for a list in the site's language.
    var namedOn: SitePage?
    let reason: String?

    package static let schema = RecordSchema<RelatedRecord>(
        "Related", "A publication named because of another.",
        [
            .text("title", "Its title.") { $0.page.title },
            .url("url", "Its address.") { $0.page.href },
            .optionalDate("date", "Its date.") { $0.page.date },
            .optionalText("language", "BCP 47 tag, when it is not in the language of the page.") {
                $0.site.foreignText(of: $0.page, on: $0.namedOn)?.language
            },
            .optionalText(
                "text_direction", "Direction of its text, when it is not that of the page."
            ) {
                $0.site.foreignText(of: $0.page, on: $0.namedOn)?.direction
            },
            .optionalText("reason", "Why it is named: what the two share.") { $0.reason },
            .flag("is_withdrawn", "Whether it was withdrawn.") { $0.page.isWithdrawn },
        ])
}
