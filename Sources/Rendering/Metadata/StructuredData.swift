/// JSON-LD in the vocabulary of schema.org.

import Content
import Markup
import Site

extension RenderedSite {
    static func schemaTypes(of kind: PageKind) -> [String] {
        switch kind {
        case .essay: ["ScholarlyArticle", "BlogPosting"]
        case .report, .brief: ["Report"]
        case .paper: ["ScholarlyArticle"]
        case .news: ["NewsArticle"]
        case .talk: ["PresentationDigitalDocument"]
        case .page: ["WebPage"]
        }
    }

    func structuredData(of id: PageID, license: LinkRecord?, image: ImageRecord?) -> [UInt8] {
        let page = graph[id]
        var json = JSONWriter()
        json.object { json in
            json.pair("@context", "https://schema.org")
            let types = Self.schemaTypes(of: page.kind)
            if types.count == 1 {
                json.pair("@type", types[0])
            } else {
                json.array("@type", types) { $0.string($1) }
            }
            let url = absolute(page.href)
            let doi = page.metadata.doi.map { "https://doi.org/" + $0.value }
            json.pair("@id", doi ?? url)
            json.pair("url", url)
            json.pair("mainEntityOfPage", url)
            json.pair("headline", page.title)
            json.pair("name", page.title)
            json.pair("alternativeHeadline", page.metadata.subtitle)
            json.pair("description", page.summary)
            json.pair("abstract", page.metadata.summary)
            if let image { json.pair("image", absoluteURL(image.url)) }
            json.pair("datePublished", page.metadata.date?.value.isoDate)
            json.pair("dateModified", revisionDate(of: page)?.isoDate)
            json.pair("inLanguage", page.metadata.language?.value ?? configuration.language)
            json.key("isAccessibleForFree")
            json.flag(true)
            json.pair("license", license?.url)
            json.pair("version", page.metadata.version)
            json.pair("reportNumber", page.kind == .report ? page.metadata.number : nil)
            json.pair("wordCount", page.document.wordCount)
            writePeople(of: page, to: &json)
            json.array("about", page.topics) { json, topic in
                json.object { json in
                    json.pair("@type", "DefinedTerm")
                    json.pair("name", graph[topic].name)
                    json.pair("url", absolute(graph[topic].href))
                }
            }
            writeFunding(of: page, to: &json)
            writeSeries(of: page, to: &json)
            writeCitations(of: id, to: &json)
            if let pdf = pdfURL(of: page) {
                json.object("encoding") { json in
                    json.pair("@type", "MediaObject")
                    json.pair("contentUrl", absoluteURL(pdf))
                    json.pair("encodingFormat", "application/pdf")
                }
            }
            json.array("hasPart", page.document.outline) { json, heading in
                json.object { json in
                    json.pair("@type", "WebPageElement")
                    json.pair("@id", "\(url)#\(heading.anchor.percentEncodedURL)")
                    json.pair("name", heading.text)
                }
            }
        }
        return json.bytes
    }

    private func writePeople(of page: SitePage, to json: inout JSONWriter) {
        json.array("author", zip(page.metadata.authors, authors(of: page)).map { ($0, $1) }) {
            json, pair in
            let (author, record) = pair
            json.object { json in
                json.pair("@type", author.isOrganization ? "Organization" : "Person")
                json.pair("@id", record.orcidURL)
                json.pair("name", record.name)
                json.pair("url", record.url.map { absolute($0) })
                if let affiliation = record.affiliation {
                    json.object("affiliation") { json in
                        json.pair("@type", "Organization")
                        json.pair("name", affiliation)
                    }
                }
            }
        }
        json.key("publisher")
        writePublisher(to: &json)
    }

    private func writePublisher(to json: inout JSONWriter) {
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

    private func write(_ organization: Organization, to json: inout JSONWriter) {
        json.object { json in
            json.pair("@type", "Organization")
            json.pair("@id", organization.ror)
            json.pair("name", organization.name)
            json.pair("url", organization.url)
            if case .organization(let parent) = organization.parent {
                json.key("parentOrganization")
                write(parent, to: &json)
            }
        }
    }

    private func writeFunding(of page: SitePage, to json: inout JSONWriter) {
        json.array("funding", page.metadata.funders) { json, funder in
            json.object { json in
                json.pair("@type", "Grant")
                json.pair("identifier", funder.award)
                json.object("funder") { json in
                    json.pair("@type", "Organization")
                    json.pair("name", funder.name)
                }
            }
        }
    }

    private func writeSeries(of page: SitePage, to json: inout JSONWriter) {
        json.object("isPartOf") { json in
            if let series = page.metadata.series {
                json.pair("@type", "CreativeWorkSeries")
                json.pair("name", series.name.value)
            } else {
                json.pair("@type", "WebSite")
                json.pair("name", configuration.title)
                json.pair("url", configuration.baseURL.absolute)
            }
        }
    }

    func websiteData() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pair("@context", "https://schema.org")
            json.pair("@type", "WebSite")
            json.pair("name", configuration.title)
            json.pair("url", configuration.baseURL.absolute)
            json.pair("description", configuration.description)
            json.pair("inLanguage", configuration.language)
            json.key("publisher")
            writePublisher(to: &json)
        }
        return json.bytes
    }

    func personData(
        name: String, url: String, orcid: String?, website: String?, affiliation: String?
    ) -> [UInt8] {
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
                if let affiliation {
                    json.object("affiliation") { json in
                        json.pair("@type", "Organization")
                        json.pair("name", affiliation)
                    }
                }
            }
        }
        return json.bytes
    }
}
