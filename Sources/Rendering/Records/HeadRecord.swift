/// What stands in a page's `head`: the same typed facts that the visible page shows.

import Bytes
package import Templates

/// Metadata of a page for machines.
package struct HeadRecord: TemplateRecord {
    /// "Title, Site".
    var title: String
    var description: String?
    /// Absolute.
    var canonicalURL: String
    /// Drafts and previews ask not to be indexed.
    var isHiddenFromSearch = false
    /// A text without formulas needs no rules for them.
    var hasMath = false
    var hasHighlights = false
    var meta: [MetaRecord] = []
    var properties: [MetaRecord] = []
    var links: [HeadLinkRecord] = []
    /// Empty for a page in one language.
    var alternates: [AlternateRecord] = []
    /// A finished JSON-LD object, or nothing.
    var structuredData = OutputBuffer()

    package static let schema = RecordSchema<HeadRecord>(
        "Head", "Metadata of a page for machines.",
        [
            .text("title", "Title of the document: the page's and the site's.") { $0.title },
            .optionalText("description", "A plain sentence or two.") { $0.description },
            .url("canonical_url", "The page's one absolute address.") { $0.canonicalURL },
            .flag("is_hidden_from_search", "Whether robots are asked not to index the page.") {
                $0.isHiddenFromSearch
            },
            .flag("has_math", "Whether the page's text has formulas.") { $0.hasMath },
            .flag("has_highlights", "Whether the page's text has code in colour.") {
                $0.hasHighlights
            },
            .list("meta", "name/content pairs: Highwire tags for scholarly indexes.") { $0.meta },
            .list("properties", "property/content pairs: OpenGraph.") { $0.properties },
            .list("links", "Typed links: feeds, licence, authors (Signposting).") { $0.links },
            .list("alternates", "The page in each of its languages, when it has several.") {
                $0.alternates
            },
            .flag("has_structured_data", "Whether there is JSON-LD.") {
                !$0.structuredData.isEmpty
            },
            .json("structured_data", "The page as JSON-LD (schema.org).") { head, output in
                output.append(contentsOf: head.structuredData)
            },
        ])
}

/// A `meta` element.
package struct MetaRecord: TemplateRecord {
    var name: String
    var content: String

    package static let schema = RecordSchema<MetaRecord>(
        "Meta", "A name and a value in the head.",
        [
            .text("name", "The name, or the property.") { $0.name },
            .text("content", "The value.") { $0.content },
        ])
}

/// A `link` element.
package struct HeadLinkRecord: TemplateRecord {
    var relation: String
    var url: String
    var type: String?
    var title: String?

    package static let schema = RecordSchema<HeadLinkRecord>(
        "HeadLink", "A typed link in the head.",
        [
            .text("relation", "The relation: alternate, license, author …") { $0.relation },
            .url("url", "The absolute address.") { $0.url },
            .optionalText("type", "Media type of what the link leads to.") { $0.type },
            .optionalText("title", "Words for readers of the link.") { $0.title },
        ])
}
