/// What the pages that list publications show.

import Bytes
import Content
import Markup
import Site
package import Templates

/// The home page.
package struct HomeRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var subtitle: String?
    var translations: [TranslationRecord]
    var body: HTMLWriter?
    var featured: [CardRecord]
    var latest: [CardRecord]
    var topics: [TermRecord]
    var publicationCount: Int
    var allPublications: String
    var extra: [(key: String, value: OwnValue)]

    package static let schema = RecordSchema<HomeRecord>(
        "Home", "The home page.",
        chromeFields + [
            .text("title", "The title of the home page, or the site's.") { $0.title },
            .optionalText("subtitle", "The deck, or the site's tagline.") { $0.subtitle },
            .list("translations", "The home page in other languages.") { $0.translations },
            .optionalHTML("body", "The text of content/index.md.") { $0.body },
            .list("featured", "The publications that its front matter names.") { $0.featured },
            .list("latest", "The newest of the other publications.") { $0.latest },
            .list("topics", "The topics with most publications.") { $0.topics },
            .number("publication_count", "How many publications there are.") {
                $0.publicationCount
            },
            .text("all_publications", "“All 40 publications by year”.") { $0.allPublications },
            .ownFields("extra", "Your own fields, from content/index.md.") { $0.extra },
        ])
}

/// One page of a section's listing.
package struct SectionRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var subtitle: String?
    var translations: [TranslationRecord]
    var body: HTMLWriter?
    var items: [CardRecord]
    var pages: [SectionPageRecord]
    var subsections: [LinkRecord]
    var pagination: PaginationRecord
    var extra: [(key: String, value: OwnValue)]

    package static let schema = RecordSchema<SectionRecord>(
        "Section", "One page of the listing of a section such as /posts/.",
        chromeFields + [
            .text("title", "The section's title.") { $0.title },
            .optionalText("subtitle", "The deck.") { $0.subtitle },
            .list("translations", "The section in other languages.") { $0.translations },
            .optionalHTML("body", "The introduction, on the first page.") { $0.body },
            .list("items", "The publications on this page, newest first.") { $0.items },
            .list("pages", "Plain pages of the section, by title or as sort_by says.") { $0.pages },
            .list("subsections", "Sections below this one.") { $0.subsections },
            .record("pagination", "Where this page stands among its neighbours.") {
                $0.pagination
            },
            .ownFields("extra", "Your own fields, from the introduction.") { $0.extra },
        ])
}

/// A plain page in the listing of its section.
package struct SectionPageRecord: TemplateRecord {
    let site: RenderedSite
    let id: PageID
    let page: SitePage
    var foreign: ForeignText?

    package static let schema = RecordSchema<SectionPageRecord>(
        "SectionPage", "A plain page in the listing of its section.",
        [
            .text("text", "The title.") { $0.page.title },
            .url("url", "The address.") { $0.page.href },
            .optionalText("subtitle", "The deck.") { $0.page.source.metadata.subtitle },
            .optionalText("summary", "A few sentences about it.") { $0.site.summary(of: $0.id) },
            .optionalDate("date", "Its date, if it has one.") { $0.page.date },
            .optionalRecord("image", "Its image.") { $0.site.heroImage(of: $0.id) },
            .optionalText(
                "text_language", "BCP 47 tag of the title, when it is not that of the list."
            ) {
                $0.foreign?.language
            },
            .optionalText("text_direction", "Its direction, when it is not that of the list.") {
                $0.foreign?.direction
            },
            .ownFields("extra", "Your own fields, from its front matter.") {
                $0.site.extra(of: $0.id)
            },
        ])
}

/// Where a page of a long list stands.
package struct PaginationRecord: TemplateRecord {
    var number: Int
    var count: Int
    var total: Int
    var label: String
    var newer: String?
    var older: String?

    package static let schema = RecordSchema<PaginationRecord>(
        "Pagination", "Where a page of a long list stands.",
        [
            .number("number", "This page, from 1.") { $0.number },
            .number("count", "How many pages there are.") { $0.count },
            .number("total", "How many entries there are on all of them.") { $0.total },
            .text("label", "“Page 2 of 5”.") { $0.label },
            .flag("is_split", "Whether there is more than one page.") { $0.count > 1 },
            .flag("is_first", "Whether this is the first page.") { $0.number == 1 },
            .optionalURL("newer_url", "The page before this one.") { $0.newer },
            .optionalURL("older_url", "The page after this one.") { $0.older },
        ])
}

/// Publications of one year, in a compact list.
package struct YearRecord: TemplateRecord {
    var year: Int
    var url: String?
    var count: Int
    var items: [EntryRecord]

    package static let schema = RecordSchema<YearRecord>(
        "Year", "Publications of one year, in a compact list.",
        [
            .text("year", "The year.") { String($0.year) },
            .optionalURL("url", "The year's own page, when the archive is split.") { $0.url },
            .number("count", "How many publications the year has.") { $0.count },
            .list("items", "The publications; none when the archive is split.") { $0.items },
        ])
}

/// One line of a compact list: its fields are looked up when a template asks for them.
package struct EntryRecord: TemplateRecord {
    let site: RenderedSite
    let id: PageID
    let page: SitePage
    /// Why someone was thanked there.
    let reason: String?

    package static let schema = RecordSchema<EntryRecord>(
        "Entry", "One line of a compact list of publications.",
        [
            .text("title", "The title.") { $0.page.title },
            .url("url", "The address.") { $0.page.href },
            .date("date", "Date of publication.") { $0.page.date ?? $0.site.graph.now },
            .text("kind_label", "Essay, Report …") { $0.site.wording.words.label($0.page.kind) },
            .list("authors", "Who wrote it.") { $0.site.authors(of: $0.id) },
            .optionalText("language", "BCP 47 tag, when it is not in the site's language.") {
                $0.site.foreignText(of: $0.page)?.language
            },
            .optionalText(
                "text_direction", "Direction of its text, when it is not that of the list."
            ) {
                $0.site.foreignText(of: $0.page)?.direction
            },
            .optionalText("for_reason", "The reason as a phrase: “for her comments”.") { entry in
                entry.reason.map { entry.site.wording.words.forReason($0) }
            },
            .optionalText("reason", "What someone was thanked for there.") { $0.reason },
            .flag("is_withdrawn", "Whether it was withdrawn.") { $0.page.isWithdrawn },
            .flag("is_retracted", "Whether its revisions have a retraction.") {
                $0.page.isRetracted
            },
            .ownFields("extra", "Your own fields, from its front matter.") {
                $0.site.extra(of: $0.id)
            },
        ])
}

/// The archive, or one year of it.
package struct ArchiveRecord: PageRecord {
    package var chrome: Chrome
    var title: String
    var body: HTMLWriter?
    var years: [YearRecord]
    var pagination: PaginationRecord

    package static let schema = RecordSchema<ArchiveRecord>(
        "Archive", "The archive by year; the page of one year has one year.",
        chromeFields + [
            .text("title", "The title.") { $0.title },
            .optionalHTML("body", "The text of content/archive.md, above all years.") { $0.body },
            .list("years", "The years, newest first.") { $0.years },
            .record("pagination", "Where this page stands among its neighbours.") {
                $0.pagination
            },
        ])
}
