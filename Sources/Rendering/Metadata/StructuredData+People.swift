/// People and organizations in JSON-LD.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    /// Authors in order, and the publisher.
    func writePeople(of page: SitePage, _ authors: [AuthorRecord], to json: inout JSONWriter) {
        let authors = zip(authors, personNames(of: page)).map { ($0, $1) }
        // What an organization is part of is said once, not for each of its people.
        var told: Set<String> = []
        json.array("author", authors) { json, author in
            let (record, name) = author
            json.object { json in
                json.pair("@type", name.isOrganization ? "Organization" : "Person")
                json.pair("@id", record.orcidURL)
                json.pair("name", record.name)
                if !name.isOrganization, !name.given.isEmpty {
                    json.pair("givenName", name.given)
                    json.pair("familyName", name.familyWithParticle)
                }
                if let url = record.url { json.pair("url", configuration.baseURL.origin, url) }
                if let affiliation = record.affiliation {
                    let isFirst = told.insert(affiliation).inserted
                    writeAffiliation(affiliation, withParents: isFirst, to: &json)
                }
            }
        }
        json.key("publisher")
        writePublisher(to: &json)
    }

    /// The taxonomy's address of each role that an author had (CRediT).
    func writeRoles(of authors: [AuthorRecord], to json: inout JSONWriter) {
        let roles = authors.flatMap { author in
            author.contributions.map { (author, $0) }
        }
        json.array("contributor", roles) { json, role in
            json.object { json in
                json.pair("@type", "Role")
                json.pair("roleName", role.1.url ?? role.1.text)
                json.object("contributor") { json in
                    json.pair("@type", "Person")
                    json.pair("@id", role.0.orcidURL)
                    json.pair("name", role.0.name)
                }
            }
        }
    }

    func writePublisher(to json: inout JSONWriter) {
        guard let organization = configuration.organization else {
            json.object { json in
                json.pair("@type", "Organization")
                json.pair("name", configuration.title)
                json.pair("url", configuration.baseURL.absolute)
            }
            return
        }
        write(organization, to: &json)
    }

    private func write(
        _ organization: Organization, withParents: Bool = true, to json: inout JSONWriter
    ) {
        json.object { json in
            json.pair("@type", "Organization")
            json.pair("@id", organization.ror)
            json.pair("name", organization.name)
            json.pair("url", organization.url)
            if withParents, case .organization(let parent) = organization.parent {
                json.key("parentOrganization")
                write(parent, to: &json)
            }
        }
    }

    /// Where someone works: with its identifier and what it is part of, when that is known.
    private func writeAffiliation(
        _ name: String, withParents: Bool = true, to json: inout JSONWriter
    ) {
        json.key("affiliation")
        var candidate = configuration.organization
        while let organization = candidate {
            if organization.name == name || organization.shortName == name {
                write(organization, withParents: withParents, to: &json)
                return
            }
            if case .organization(let parent) = organization.parent {
                candidate = parent
            } else {
                candidate = nil
            }
        }
        json.object { json in
            json.pair("@type", "Organization")
            json.pair("name", name)
        }
    }

    func personData(
        name: String, url: String, orcid: String?, website: String?, affiliation: String?
    ) -> OutputBuffer {
        var json = JSONWriter()
        json.object { json in
            json.pair("@context", "https://schema.org")
            json.pair("@type", "ProfilePage")
            json.pair("url", url)
            json.object("mainEntity") { json in
                json.pair("@type", "Person")
                json.pair("@id", orcid)
                json.pair("name", name)
                json.pair("url", website ?? url)
                if let affiliation { writeAffiliation(affiliation, to: &json) }
            }
        }
        return json.bytes
    }
}
