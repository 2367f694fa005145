/// What every page shows of the site itself.

package import Templates

/// The site's identity, navigation and addresses.
package struct SiteRecord: TemplateRecord {
    let frame: SiteFrame
    let links: FrameLinks
    let navigation: [LinkRecord]
    let learnMore: LinkRecord?

    package static let schema = RecordSchema<SiteRecord>(
        "Site", "The site's identity, navigation and addresses.",
        [
            .text("title", "The site's name, in the language of the page if it has one.") {
                $0.links.title
            },
            .optionalText(
                "title_language", "BCP 47 tag of the name, when it is not in the site's language."
            ) {
                $0.links.foreignTitle?.language
            },
            .optionalText(
                "title_direction", "Its direction, when it is not that of the site's language."
            ) {
                $0.links.foreignTitle?.direction
            },
            .optionalText("tagline", "One line about the site.") { $0.frame.tagline },
            .optionalText("description", "A sentence or two about the site.") {
                $0.frame.description
            },
            .text("language", "BCP 47 tag of the site's language.") { $0.frame.language },
            .text("direction", "Direction of the text: ltr or rtl.") { $0.frame.direction },
            .record(
                "words", "The theme's words in the site's language, for the frame.",
                shared: { $0.frame.wording.record }),
            .optionalText("contact", "E-mail address.") { $0.frame.contact },
            .optionalURL("contact_url", "The e-mail address as a mailto: link.") {
                $0.frame.contact.map { "mailto:" + $0 }
            },
            .optionalRecord("license", "The licence that holds where a page names no other.") {
                $0.frame.license
            },
            .optionalRecord("organization", "The organization that publishes the site.") {
                $0.frame.organization
            },
            .list("navigation", "Links of the main navigation.") { $0.navigation },
            .flag(
                "has_navigation",
                "Whether the main navigation has a link, that of the search included."
            ) {
                !$0.navigation.isEmpty || $0.frame.addresses.search != nil
            },
            .optionalRecord("learn_more", "Where to learn more about the organization.") {
                $0.learnMore
            },
            .url("home_url", "Address of the home page, in the language of the page if it has one.")
            {
                $0.links.homeURL
            },
            .url(
                "root_url",
                "Where the site begins, in whatever language: `{{site.root_url}}about/` is the page ‘/about/’."
            ) {
                $0.frame.addresses.root
            },
            .optionalURL("logo_url", "The logo of the organization.") { $0.frame.logoURL },
            .optionalURL("search_url", "Address of the search page, when the site has one.") {
                $0.frame.addresses.search
            },
            .url("topics_url", "Address of the index of topics.") { $0.frame.addresses.topics },
            .url("people_url", "Address of the index of people.") { $0.frame.addresses.people },
            .url("acknowledgements_url", "Address of the acknowledgements index.") {
                $0.frame.addresses.acknowledgements
            },
            .url("archive_url", "Address of the archive by year.") { $0.frame.addresses.archive },
            .optionalURL("works_url", "Address of the index of cited works, if there is one.") {
                $0.frame.addresses.works
            },
            .url("atom_url", "Address of the site's Atom feed, or that of the page's language.") {
                $0.links.atomURL
            },
            .url("json_feed_url", "Address of the site's JSON feed.") {
                $0.frame.addresses.jsonFeed
            },
            .dictionary("extra", "Free values from site.yaml.") { $0.frame.extra },
        ])
}

/// An organization and the ones it belongs to.
package struct OrganizationRecord: TemplateRecord {
    var name: String
    var shortName: String?
    var url: String?
    /// Nearest first.
    var parents: [LinkRecord]

    package static let schema = RecordSchema<OrganizationRecord>(
        "Organization", "An organization and the ones it belongs to.",
        [
            .text("name", "Full name.") { $0.name },
            .optionalText("short_name", "Short name or initials.") { $0.shortName },
            .optionalURL("url", "Its web site.") { $0.url },
            .list("parents", "The organizations it is part of, nearest first.") { $0.parents },
        ])
}

/// Words and where they lead.
package struct LinkRecord: TemplateRecord {
    var text: String
    /// `nil` for words that lead nowhere (an organization without a site).
    var url: String?
    /// Whether it leads to the page it stands on, or to a page below it.
    var isCurrent = false
    var foreign: ForeignText?
    /// Of a part of a series, where a list would count to another.
    var number: Int?

    package static let schema = RecordSchema<LinkRecord>(
        "Link", "Words and where they lead.",
        [
            .text("text", "The words.") { $0.text },
            .optionalURL("url", "The address, if it leads anywhere.") { $0.url },
            .flag("is_current", "Whether it leads to this page or a part of the site it is in.") {
                $0.isCurrent
            },
            .optionalText(
                "text_language", "BCP 47 tag of the words, when it is not that of the page."
            ) {
                $0.foreign?.language
            },
            .optionalText("text_direction", "Their direction, when it is not that of the page.") {
                $0.foreign?.direction
            },
            .optionalNumber(
                "number",
                "Of a part of a series its number, where that is not one more than the last."
            ) {
                $0.number
            },
        ])
}
