/// Front matter that a folder gives its pages, read as that of a page is.

import Diagnostics
import Markup

/// What a page has from its folder, of the keys that a later stage may have to complain about: their values
/// stand in `site.yaml`.
package struct InheritedKeys: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let kind = InheritedKeys(rawValue: 1)
    package static let publishAt = InheritedKeys(rawValue: 2)
    package static let expiresAt = InheritedKeys(rawValue: 4)
    package static let layout = InheritedKeys(rawValue: 8)
    package static let defaultWork = InheritedKeys(rawValue: 16)

    /// Empty for any other key.
    init(_ key: String) {
        self =
            switch key {
            case "kind": .kind
            case "publish_at": .publishAt
            case "expires_at": .expiresAt
            case "layout": .layout
            case "default_work": .defaultWork
            default: []
            }
    }
}

extension MetadataDecoder {
    /// Keys that a folder may give its pages: what many texts have in common, and means the same from each.
    private static let defaultKeys = [
        "kind", "license", "language", "venue", "journal", "funders", "draft", "publish_at",
        "expires_at",
        "run_in_heads", "numbered", "toc", "layout", "default_work", "extra",
    ]

    /// Why a key of front matter is none of these; `nil` for what is no key.
    private static func reasonAgainst(_ key: String) -> String? {
        switch key {
        case "slug", "aliases", "doi", "citation_key", "number", "pdf", "translation_of":
            "no two pages have the same"
        case "title", "subtitle", "summary", "date", "updated", "authors", "topics",
            "acknowledgements", "series", "image", "version", "revisions", "withdrawn", "volume",
            "issue", "pages":
            "it says something of one text"
        case "featured": "only the home page has it"
        case _ where personKeys.contains(key) || topicKeys.contains(key):
            "only the record of a person or a topic has it"
        default: nil
        }
    }

    /// Reads what a folder says, over what the folders around it say.
    static func decodeDefaults(
        _ pairs: [YAMLNode.Pair], _ reader: inout FieldReader, fields: [String: OwnFieldType]?,
        over outer: PageMetadata?
    ) -> PageMetadata {
        var decoder = MetadataDecoder(
            reader: reader, fields: fields, metadata: outer ?? .beforeReading)
        for pair in pairs { decoder.decodeDefault(pair) }
        for index in decoder.metadata.extra.indices {
            decoder.checkDefault(decoder.metadata.extra[index])
            decoder.metadata.extra[index].isInherited = true
        }
        decoder.checkTimes()
        for pair in pairs { decoder.metadata.inherited.insert(InheritedKeys(pair.key)) }
        reader = decoder.reader
        return decoder.metadata
    }

    private mutating func decodeDefault(_ pair: YAMLNode.Pair) {
        let meant = Self.synonyms[pair.key.lowercased()] ?? pair.key
        if Self.defaultKeys.contains(pair.key) {
            decode(pair, role: .page)
        } else if let reason = Self.reasonAgainst(meant) {
            reader.report(
                "defaults.page-key",
                "‘\(pair.key)’ cannot be a default: \(reason). Write ‘\(meant)’ in the page itself.",
                at: pair.keyBytes)
        } else {
            reader.unknownKey(pair, known: Self.defaultKeys, synonyms: Self.synonyms)
        }
    }

    /// What is relative leads elsewhere from each page.
    private mutating func checkDefault(_ field: ExtraValue) {
        guard !field.isInherited, case .url(let url) = field.value,
            WebAddress.kind(of: url.value) == .relative, !url.value.hasPrefix("/")
        else { return }
        reader.report(
            "front-matter.not-a-url",
            "An address in ‘defaults’ begins with ‘/’ or ‘https://’: ‘\(url.value)’ would be another "
                + "file for each page.", at: url.bytes)
    }
}
