/// People and organizations in JSON-LD.

import Bibliography
import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    /// Authors in order, and the publisher.
    func writePeople(of id: PageID, _ authors: [AuthorRecord], to json: inout JSONWriter) {
        let names = export(of: id)?.authors ?? graph.personNames(of: graph[id])
        // What an organization is part of is said once, not for each of its people.
        var told: Set<String> = []
        json.array("author", authors.indices) { json, index in
            json.object { json in
                write(authors[index], names[index], to: &json)
                write(affiliations: authors[index].affiliations, told: &told, to: &json)
            }
        }
        json.key("publisher")
        writePublisher(to: &json)
    }

    private func write(
        _ author: borrowing AuthorRecord, _ name: borrowing PersonName, to json: inout JSONWriter
    ) {
        json.type(name.isOrganization ? "Organization" : "Person")
        json.pair("@id", author.orcidURL)
        json.pair("name", author.name)
        if !name.isOrganization, !name.given.isEmpty {
            json.pair("givenName", name.given)
            json.pair("familyName", name.familyWithParticle)
        }
        if let url = author.url { json.pair("url", configuration.baseURL.origin, url) }
    }

    /// The taxonomy's address of each role that an author had (CRediT).
    func writeRoles(of authors: [AuthorRecord], to json: inout JSONWriter) {
        let roles = authors.flatMap { author in
            author.contributions.map { (author, $0) }
        }
        json.array("contributor", roles) { json, role in
            json.object { json in
                json.type("Role")
                json.pair("roleName", role.1.url ?? role.1.text)
                json.object("contributor") { json in
                    json.type("Person")
                    json.pair("@id", role.0.orcidURL)
                    json.pair("name", role.0.name)
                }
            }
        }
    }

    func writePublisher(to json: inout JSONWriter) {
        guard let organization = configuration.organization else {
            json.object { json in
                json.type("Organization")
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
            json.type("Organization")
            json.pair("@id", organization.ror)
            json.pair("name", organization.name)
            json.pair("url", organization.url)
            if withParents, let parent = organization.parents.first {
                json.key("parentOrganization")
                write(parent, to: &json)
            }
        }
    }

    /// Where someone works; `told` has those whose parents were said before.
    private func write(
        affiliations: [String], told: inout Set<String>, to json: inout JSONWriter
    ) {
        guard let first = affiliations.first else { return }
        guard affiliations.count > 1 else {
            json.key("affiliation")
            write(affiliation: first, withParents: told.insert(first).inserted, to: &json)
            return
        }
        json.array("affiliation", affiliations) { json, name in
            write(affiliation: name, withParents: told.insert(name).inserted, to: &json)
        }
    }

    /// With its identifier and what it is part of, when that is known.
    private func write(affiliation name: String, withParents: Bool, to json: inout JSONWriter) {
        if let organization = configuration.organization(named: name) {
            write(organization, withParents: withParents, to: &json)
            return
        }
        json.object { json in
            json.type("Organization")
            json.pair("name", name)
        }
    }

    func personData(
        name: String, url: String, orcid: String?, website: String?,
        affiliations: [String]
    ) -> OutputBuffer {
        var json = JSONWriter()
        json.object { json in
            json.pair("@context", "https://schema.org")
            json.type("ProfilePage")
            json.pair("url", url)
            json.object("mainEntity") { json in
                json.type("Person")
                json.pair("@id", orcid)
                json.pair("name", name)
                json.pair("url", website ?? url)
                var told: Set<String> = []
                write(affiliations: affiliations, told: &told, to: &json)
            }
        }
        return json.bytes
    }
}
