/// How a publication shows in lists.

import Markup
package import Templates

/// A publication in a list.
package struct CardRecord: TemplateRecord {
    var title: String
    var url: String
    var subtitle: String?
    var summary: String?
    var kind: String
    var kindLabel: String
    var date: Moment
    var updated: Moment?
    var authors: [AuthorRecord]
    var foreign: ForeignText?
    var topics: [LinkRecord]
    var image: ImageRecord?
    var isWithdrawn: Bool
    var isRetracted: Bool
    var isDraft: Bool
    var extra: [(key: String, value: OwnValue)]

    package static let schema = RecordSchema<CardRecord>(
        "Card", "A publication in a list.",
        [
            .text("title", "The title.") { $0.title },
            .url("url", "Address of the publication.") { $0.url },
            .optionalText("subtitle", "The deck.") { $0.subtitle },
            .optionalText("summary", "A few sentences about it.") { $0.summary },
            .text("kind", "essay, report, paper, brief, news or talk.") { $0.kind },
            .text("kind_label", "The kind in the site's language: Essay, Report …") {
                $0.kindLabel
            },
            .date("date", "Date of publication.") { $0.date },
            .optionalDate("updated", "Date of the last substantive revision.") { $0.updated },
            .list("authors", "Who wrote it, in order.") { $0.authors },
            .optionalText("language", "BCP 47 tag, when it is not in the language of the list.") {
                $0.foreign?.language
            },
            .optionalText(
                "text_direction", "Direction of its text, when it is not that of the list."
            ) {
                $0.foreign?.direction
            },
            .list("topics", "Its topics.") { $0.topics },
            .optionalRecord("image", "Its hero image.") { $0.image },
            .flag("is_withdrawn", "Whether it was withdrawn.") { $0.isWithdrawn },
            .flag("is_retracted", "Whether its revisions have a retraction.") { $0.isRetracted },
            .flag("is_draft", "Whether it is not published (previews only).") { $0.isDraft },
            .ownFields("extra", "Your own fields, from its front matter.") { $0.extra },
        ])
}

/// Someone named in a byline.
package struct AuthorRecord: TemplateRecord {
    var name: String
    var separator: String
    var url: String?
    var role: String?
    var affiliations: [String]
    var orcidURL: String?
    var isEqualContributor: Bool
    var isCorresponding: Bool
    var contributions: [LinkRecord]

    package static let schema = RecordSchema<AuthorRecord>(
        "Author", "Someone named in a byline.",
        [
            .text("name", "The name.") { $0.name },
            .text("separator", "What stands before the name in a list: nothing, “, ” or “ and ”.") {
                $0.separator
            },
            .optionalURL("url", "Address of the person's page.") { $0.url },
            .optionalText("role", "What the person is or did: editor, fellow …") { $0.role },
            .optionalText("affiliation", "Where the person works, in one line.") {
                $0.affiliations.joined(separator: ", ").nilIfEmpty
            },
            .texts("affiliations", "The same, one by one.") { $0.affiliations },
            .optionalURL("orcid_url", "The ORCID iD as a URL.") { $0.orcidURL },
            .flag("is_equal_contributor", "Whether the author contributed equally with others.") {
                $0.isEqualContributor
            },
            .flag("is_corresponding", "Whether to write to this author.") { $0.isCorresponding },
            .list("contributions", "CRediT roles with their definitions' addresses.") {
                $0.contributions
            },
        ])
}

/// A place where authors of a publication work.
package struct AffiliationRecord: TemplateRecord {
    var name: String
    var authors: [AuthorRecord]
    var isOfAll = false

    package static let schema = RecordSchema<AffiliationRecord>(
        "Affiliation", "A place where authors of a publication work.",
        [
            .text("name", "The name of the place.") { $0.name },
            .list("authors", "Those who work there.") { $0.authors },
            .flag("is_of_all", "Whether all authors work there.") { $0.isOfAll },
        ])
}

/// An image with its measures.
package struct ImageRecord: TemplateRecord {
    var url: String
    var alt: String
    var width: Int?
    var height: Int?
    var sources: String?
    var caption: String?
    var credit: String?

    package static let schema = RecordSchema<ImageRecord>(
        "Image", "An image with its measures.",
        [
            .url("url", "Address of the image.") { $0.url },
            .text("alt", "What it shows, for who cannot see it.") { $0.alt },
            .optionalNumber("width", "In pixels.") { $0.width },
            .optionalNumber("height", "In pixels.") { $0.height },
            .html(
                "element",
                "The finished `img`, with its measures and smaller copies, to be seen at once."
            ) { $0.write(to: &$1) },
            .optionalText("caption", "The caption.") { $0.caption },
            .optionalText("credit", "Who made it.") { $0.credit },
        ])
}
