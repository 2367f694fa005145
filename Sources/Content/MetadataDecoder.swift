/// Front matter to ``PageMetadata``: one place that knows every key.

import Diagnostics
import Markup

/// Front matter, as far as it could be read: what is wrong has no value.
struct DecodedMetadata {
    var metadata: PageMetadata
    /// `nil` when nobody can tell whether the page is a draft, or when readers would see it.
    var reading: ParsedPage.Reading?
    var diagnostics: [Diagnostic]

    static func unreadable(_ diagnostics: [Diagnostic]) -> DecodedMetadata {
        DecodedMetadata(metadata: .beforeReading, reading: nil, diagnostics: diagnostics)
    }
}

struct MetadataDecoder {
    var reader: FieldReader
    /// What `extra` may have.
    private let fields: [String: OwnFieldType]?
    /// At first, what the page has from its folder.
    var metadata: PageMetadata
    private var isDraftKnown = true

    init(reader: FieldReader, fields: [String: OwnFieldType]?, metadata: PageMetadata) {
        self.reader = reader
        self.fields = fields
        self.metadata = metadata
    }

    /// Reads the keys of `root`, each of which goes before what the folder says (`defaults`).
    static func decode(
        _ root: YAMLNode?, of source: [UInt8], _ file: PageFile, frontMatter: ByteRange,
        fields: [String: OwnFieldType]? = nil, defaults: PageMetadata? = nil
    ) -> DecodedMetadata {
        var decoder = MetadataDecoder(
            reader: FieldReader(path: file.path, source: source), fields: fields,
            metadata: defaults ?? .beforeReading)
        var pairs: [YAMLNode.Pair] = []
        switch root?.value {
        case nil: break
        case .mapping(let written): pairs = written
        case .scalar, .sequence:
            decoder.reader.report(
                "front-matter.wrong-type", "Front matter is a group of ‘key: value’ lines.",
                at: root?.bytes ?? frontMatter)
            return .unreadable(decoder.reader.diagnostics)
        }
        for pair in pairs { decoder.decode(pair, role: file.role) }
        decoder.checkMissing(
            besides: pairs, file, at: ByteRange(Int(frontMatter.lower), Int(frontMatter.lower) + 3))
        decoder.checkDates()
        decoder.checkSource()
        return DecodedMetadata(
            metadata: decoder.metadata, reading: decoder.reading(of: pairs),
            diagnostics: decoder.reader.diagnostics)
    }

    /// How far the keys of a page could be read.
    private func reading(of pairs: [YAMLNode.Pair]) -> ParsedPage.Reading? {
        guard reader.diagnostics.hasErrors else { return .whole }
        if isDraftKnown, metadata.isDraft { return .brokenDraft }
        let isDecided =
            isDraftKnown
            && pairs.allSatisfy { pair in
                switch pair.key {
                case "publish_at": metadata.publishAt != nil
                case "expires_at": metadata.expiresAt != nil
                default: true
                }
            }
        return isDecided ? .broken : nil
    }

    private static let keys = [
        "title", "subtitle", "summary", "date", "updated", "kind", "authors", "topics",
        "acknowledgements", "funders", "draft", "publish_at", "expires_at", "slug", "aliases",
        "series", "image", "license", "doi", "version", "pdf", "venue", "journal", "volume",
        "issue", "pages", "citation_key", "language",
        "translation_of", "number", "default_work", "revisions", "withdrawn", "run_in_heads",
        "numbered", "toc", "layout", "extra",
    ]
    static let personKeys = [
        "orcid", "url", "affiliation", "role", "names", "sort_name",
    ]
    private static let homeKeys = ["featured"]
    private static let sectionKeys = ["sort_by"]
    static let topicKeys = ["names", "broader", "related"]

    /// What other generators call a key.
    static let synonyms = [
        "tags": "topics", "tag": "topics", "categories": "topics", "category": "topics",
        "keywords": "topics", "author": "authors", "description": "summary",
        "abstract": "summary", "excerpt": "summary", "deck": "subtitle", "dek": "subtitle",
        "lastmod": "updated", "last_modified_at": "updated", "modified": "updated",
        "date-modified": "updated", "publishdate": "publish_at", "publish_date": "publish_at",
        "expirydate": "expires_at", "expiry_date": "expires_at", "permalink": "slug",
        "featured_image": "image", "cover": "image", "hero": "image", "images": "image",
        "lang": "language", "translationkey": "translation_of",
        "translation": "translation_of", "type": "kind", "template": "layout",
        "redirect_from": "aliases", "acknowledgments": "acknowledgements",
        "thanks": "acknowledgements", "cite_key": "citation_key", "citekey": "citation_key",
        "licence": "license", "params": "extra",
    ]

    mutating func decode(_ pair: YAMLNode.Pair, role: ParsedPage.Role) {
        if !metadata.inherited.isEmpty { metadata.inherited.remove(InheritedKeys(pair.key)) }
        switch pair.key {
        case "title":
            if let title = reader.locatedProse(pair) { metadata.title = title }
        case "subtitle": metadata.subtitle = reader.prose(pair)
        case "summary": metadata.summary = reader.prose(pair)
        case "date": metadata.date = reader.moment(pair)
        case "updated": metadata.updated = reader.moment(pair)
        case "kind":
            metadata.kind = reader.choice(pair, PageKind.self).map {
                Located($0, at: pair.value.bytes)
            }
        case "authors": metadata.authors = reader.authors(pair)
        case "topics": metadata.topics = reader.texts(pair, atMost: 100)
        case "acknowledgements": metadata.acknowledgements = reader.acknowledgements(pair)
        case "funders": metadata.funders = reader.funders(pair)
        case "draft":
            let flag = reader.flag(pair)
            metadata.isDraft = flag ?? true
            isDraftKnown = flag != nil
        case "publish_at": metadata.publishAt = reader.moment(pair, needsTime: true)
        case "expires_at": metadata.expiresAt = reader.moment(pair, needsTime: true)
        case "slug": metadata.slug = reader.slug(pair)
        case "aliases": metadata.aliases = reader.aliases(pair)
        case "series": metadata.series = reader.series(pair)
        case "image": metadata.image = reader.image(pair)
        case "license": metadata.license = reader.license(pair)
        case "doi": metadata.doi = reader.doi(pair)
        case "citation_key": metadata.citationKey = reader.citationKey(pair)
        case "version": metadata.version = reader.text(pair)
        case "pdf": metadata.pdf = reader.located(pair)
        case "venue": metadata.venue = venue(pair)
        case "journal": metadata.journal = reader.text(pair)
        case "volume": metadata.volume = reader.located(pair)
        case "issue": metadata.issue = reader.located(pair)
        case "pages": metadata.pages = pages(pair)
        case "language": metadata.language = reader.language(pair)
        case "translation_of": metadata.translationOf = reader.located(pair)
        case "number": metadata.number = reader.text(pair)
        case "default_work": metadata.defaultWork = reader.located(pair)
        case "revisions": metadata.revisions = reader.revisions(pair)
        case "withdrawn": metadata.withdrawn = reader.reason(pair).map { FrontMatterLine($0) }
        case "run_in_heads": metadata.runInHeads = reader.flag(pair)
        case "numbered": metadata.isNumbered = reader.flag(pair) ?? false
        case "toc": metadata.showsContents = reader.flag(pair)
        case "layout": metadata.layout = reader.located(pair)
        case "extra": decodeExtra(pair)
        default: decodeSpecial(pair, role: role)
        }
    }

    /// Keys that only the home page, or the record of a person or a topic has.
    private mutating func decodeSpecial(_ pair: YAMLNode.Pair, role: ParsedPage.Role) {
        switch (role, pair.key) {
        case (.person, "orcid"): metadata.personFields.orcid = reader.orcid(pair)
        case (.person, "url"): metadata.personFields.url = reader.url(pair)
        case (.person, "affiliation"):
            metadata.personFields.affiliations = reader.affiliations(pair)
        case (.person, "role"): metadata.personFields.role = reader.text(pair)
        case (.person, "names"): metadata.personFields.names = reader.texts(pair)
        case (.person, "sort_name"): metadata.personFields.sortName = reader.text(pair)
        case (.sectionIndex, "sort_by"): metadata.sortBy = reader.order(pair, fields: fields)
        case (.home, "featured"): metadata.featured = reader.texts(pair, atMost: 20)
        case (.topic, "names"): metadata.topicFields.names = reader.texts(pair)
        case (.topic, "broader"): metadata.topicFields.broader = reader.located(pair)
        case (.topic, "related"): metadata.topicFields.related = reader.texts(pair)
        case (.person, "name"), (.topic, "name"):
            reader.unknownKey(pair, known: [], synonyms: ["name": "title"])
        // What it says is the other way round.
        case (_, "published"):
            reader.report(
                "front-matter.unknown-key",
                "There is no key ‘published’: write ‘draft: true’ to keep the page back, else nothing.",
                at: pair.keyBytes)
        default:
            let special =
                switch role {
                case .person: Self.personKeys
                case .topic: Self.topicKeys
                case .home: Self.homeKeys
                case .sectionIndex: Self.sectionKeys
                case .page: [String]()
                }
            reader.unknownKey(pair, known: Self.keys + special, synonyms: Self.synonyms)
        }
    }

    /// The folder's values stay as far as the page has no others by these names.
    private mutating func decodeExtra(_ pair: YAMLNode.Pair) {
        let own = reader.extra(pair, fields: fields)
        if !metadata.extra.isEmpty {
            let names = Set(own.map(\.name))
            metadata.extra.removeAll { names.contains($0.name) }
        }
        metadata.extra += own
    }

    private mutating func checkDates() {
        checkTimes()
        guard let day = metadata.date?.value.isoDate else { return }
        if let updated = metadata.updated, updated.value.isoDate < day {
            reader.report(
                "date.order", "‘updated’ is before the publication on \(day).", at: updated.bytes)
        }
        for revision in metadata.revisions where revision.date.isoDate < day {
            reader.report(
                "date.order",
                "The revision of \(revision.date.isoDate) is before the publication on \(day).",
                at: revision.note.bytes)
        }
    }

    /// Whether there is a time in which readers see the page; what a folder says alone was asked there.
    mutating func checkTimes() {
        guard let start = metadata.publishAt, let end = metadata.expiresAt,
            end.value <= start.value,
            !metadata.inherited.isSuperset(of: [.publishAt, .expiresAt])
        else { return }
        let isEndInherited = metadata.inherited.contains(.expiresAt)
        reader.report(
            "date.order",
            "The page would expire before it is published."
                + (isEndInherited ? " ‘defaults’ of its folder have ‘expires_at’." : ""),
            at: isEndInherited ? start.bytes : end.bytes)
    }
}

extension PageMetadata {
    fileprivate var personFields: PersonFields {
        get { person ?? PersonFields() }
        set { person = newValue }
    }
    fileprivate var topicFields: TopicFields {
        get { topic ?? TopicFields() }
        set { topic = newValue }
    }
}
