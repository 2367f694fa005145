/// What every page shows of the site itself.

package import Templates

/// The site's identity, navigation and addresses.
package struct SiteRecord: TemplateRecord {
    var title: String
    var tagline: String?
    var description: String?
    var language: String
    /// `ltr` or `rtl`.
    var direction: String
    var wording: Wording
    var contact: String?
    var license: LinkRecord?
    var organization: OrganizationRecord?
    var navigation: [LinkRecord]
    var learnMore: LinkRecord?
    var homeURL: String
    var logoURL: String?
    var addresses: SiteAddresses
    var extra: [(key: String, value: String)]

    package static let schema = RecordSchema<SiteRecord>(
        "Site", "The site's identity, navigation and addresses.",
        [
            .text("title", "The site's name.") { $0.title },
            .optionalText("tagline", "One line about the site.") { $0.tagline },
            .optionalText("description", "A sentence or two about the site.") { $0.description },
            .text("language", "BCP 47 tag of the site's language.") { $0.language },
            .text("direction", "Direction of the text: ltr or rtl.") { $0.direction },
            .record("words", "The theme's words in the site's language, for the frame.") {
                WordsRecord(wording: $0.wording)
            },
            .optionalText("contact", "E-mail address.") { $0.contact },
            .optionalURL("contact_url", "The e-mail address as a mailto: link.") {
                $0.contact.map { "mailto:" + $0 }
            },
            .optionalRecord("license", "The licence that holds where a page names no other.") {
                $0.license
            },
            .optionalRecord("organization", "The organization that publishes the site.") {
                $0.organization
            },
            .list("navigation", "Links of the main navigation.") { $0.navigation },
            .flag(
                "has_navigation",
                "Whether the main navigation has a link, that of the search included."
            ) {
                !$0.navigation.isEmpty || $0.addresses.search != nil
            },
            .optionalRecord("learn_more", "Where to learn more about the organization.") {
                $0.learnMore
            },
            .url("home_url", "Address of the home page.") { $0.homeURL },
            .optionalURL("logo_url", "The logo of the organization.") { $0.logoURL },
            .optionalURL("search_url", "Address of the search page, when the site has one.") {
                $0.addresses.search
            },
            .url("topics_url", "Address of the index of topics.") { $0.addresses.topics },
            .url("people_url", "Address of the index of people.") { $0.addresses.people },
            .url("acknowledgements_url", "Address of the acknowledgements index.") {
                $0.addresses.acknowledgements
            },
            .url("archive_url", "Address of the archive by year.") { $0.addresses.archive },
            .optionalURL("works_url", "Address of the index of cited works, if there is one.") {
                $0.addresses.works
            },
            .url("atom_url", "Address of the site's Atom feed.") { $0.addresses.atom },
            .url("json_feed_url", "Address of the site's JSON feed.") { $0.addresses.jsonFeed },
            .dictionary("extra", "Free values from site.yaml.") { $0.extra },
        ])
}

/// Root-relative addresses of the pages every site has.
package struct SiteAddresses: Sendable {
    var topics: String
    var people: String
    var acknowledgements: String
    var archive: String
    var search: String?
    var works: String?
    var atom: String
    var jsonFeed: String
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

    package static let schema = RecordSchema<LinkRecord>(
        "Link", "Words and where they lead.",
        [
            .text("text", "The words.") { $0.text },
            .optionalURL("url", "The address, if it leads anywhere.") { $0.url },
            .flag("is_current", "Whether it leads to this page or a part of the site it is in.") {
                $0.isCurrent
            },
        ])
}
