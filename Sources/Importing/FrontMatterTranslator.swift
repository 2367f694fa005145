/// Keys of other generators to ours; what has no place here goes below `extra`, and is named.

import Content
import Diagnostics
import Markup

struct FrontMatterTranslator {
    var log: ImportLog
    let surroundings: any ImportSurroundings
    var files: [ImportedPost.File] = []
    private(set) var title: String?
    private(set) var date: String?
    private(set) var authors: [ImportedAuthor] = []
    var slug: Slug?
    private(set) var isDraft = false
    var language: String?
    /// What the versions of a text have in common, in Hugo.
    private(set) var translationKey: String?
    var topics: [String] = []
    var aliases: [String] = []
    /// Lines of our front matter by key, in the order in which they are written.
    var fields: [(key: String, yaml: String)] = []
    private var extra: [String] = []

    init(log: ImportLog, surroundings: any ImportSurroundings) {
        self.log = log
        self.surroundings = surroundings
    }

    mutating func read(_ root: YAMLNode) {
        guard case .mapping(let pairs) = root.value else { return }
        for pair in pairs { read(pair) }
    }

    private mutating func read(_ pair: YAMLNode.Pair) {
        switch pair.key.lowercased() {
        case "title": title = text(pair)
        case "subtitle", "deck", "dek", "tagline", "subheading": set("subtitle", text(pair))
        case "description", "summary", "excerpt", "abstract":
            if fields.contains(where: { $0.key == "summary" }) {
                keep(pair)
            } else {
                set("summary", text(pair))
            }
        case "date": date = moment(pair)
        case "lastmod", "last_modified_at", "modified", "updated", "last-modified-at":
            set("updated", moment(pair))
        case "author", "authors": readAuthors(pair)
        case "tags", "tag", "categories", "category", "topics", "keywords": readTopics(pair)
        case "draft": isDraft = flag(pair) ?? true
        case "published": isDraft = isDraft || flag(pair) == false
        case "publishdate", "publish_date", "pubdate": set("publish_at", moment(pair, whole: true))
        case "expirydate", "expiry_date", "unpublishdate":
            set("expires_at", moment(pair, whole: true))
        case "slug": readSlug(pair)
        case "permalink", "url", "aliases", "redirect_from", "alias": readAliases(pair)
        case "lang", "language", "locale": readLanguage(pair)
        case "translationkey":
            translationKey = text(pair)
            // Where the versions are known, each names the original.
            if surroundings.version == nil { keep(pair) }
        case "license", "licence": checked("license", pair, Identifier.isLicense)
        case "doi": checked("doi", pair) { Identifier.doi($0) != nil }
        case "venue", "version", "number": set(pair.key.lowercased(), text(pair))
        case "series": readSeries(pair)
        case "toc": set("toc", flag(pair).map { $0 ? "true" : "false" }, isText: false)
        case "image", "cover", "hero", "featured_image", "thumbnail", "images": readImage(pair)
        case "extra", "params": readExtra(pair)
        case "layout", "type", "weight", "comments", "math", "mathjax", "katex", "share",
            "sitemap", "toc_sticky", "outputs", "cascade", "build", "_build", "classes",
            "pin", "sticky", "template", "readtime", "showtoc":
            log.note(
                "import.key-dropped", "‘\(pair.key)’ means nothing here and was left out.",
                at: pair.keyBytes.range)
        default: keep(pair)
        }
    }

    mutating func set(_ key: String, _ value: String?, isText: Bool = true) {
        guard let value else { return }
        fields.append((key, isText ? YAMLText.scalar(value) : value))
    }

    /// A key that is not known: its value stands below `extra`, where templates find it.
    private mutating func keep(_ pair: YAMLNode.Pair) {
        log.note(
            "import.key-to-extra", "There is no key ‘\(pair.key)’ here: it stands under ‘extra’.",
            at: pair.keyBytes.range)
        extra.append("  \(YAMLText.scalar(pair.key)): \(pair.value.flow)")
    }

    private mutating func readExtra(_ pair: YAMLNode.Pair) {
        guard case .mapping(let pairs) = pair.value.value else { return keep(pair) }
        for pair in pairs {
            extra.append("  \(YAMLText.scalar(pair.key)): \(pair.value.flow)")
        }
    }

    /// A value that cannot be what its key needs: it is left out, and somebody has to look.
    mutating func drop(_ pair: YAMLNode.Pair, _ reason: String) {
        log.review(
            "import.value-dropped", "‘\(pair.key)’ was left out: \(reason)",
            at: pair.value.bytes.range)
    }

    mutating func text(_ pair: YAMLNode.Pair) -> String? {
        guard case .scalar(let text, _) = pair.value.value else {
            drop(pair, "it is \(pair.value.kindName), where a text is needed.")
            return nil
        }
        let trimmed = text.collapsingWhitespace
        return trimmed.isEmpty || pair.value.isNull ? nil : trimmed
    }

    private mutating func flag(_ pair: YAMLNode.Pair) -> Bool? {
        if case .scalar(let text, _) = pair.value.value {
            switch text.lowercased() {
            case "true", "yes", "on": return true
            case "false", "no", "off": return false
            default: break
            }
        }
        drop(pair, "it is neither true nor false.")
        return nil
    }

    private mutating func checked(
        _ key: String, _ pair: YAMLNode.Pair, _ isRight: (String) -> Bool
    ) {
        guard let text = text(pair) else { return }
        if isRight(text) { return set(key, text) }
        drop(pair, "‘\(text)’ does not have the form that ‘\(key)’ needs.")
    }

    private mutating func readLanguage(_ pair: YAMLNode.Pair) {
        guard let text = text(pair)?.replacing("_", with: "-") else { return }
        if Identifier.isLanguageTag(text) {
            language = text
            return set("language", text)
        }
        drop(pair, "‘\(text)’ is no language tag.")
    }

    private mutating func moment(_ pair: YAMLNode.Pair, whole: Bool = false) -> String? {
        guard let text = text(pair) else { return nil }
        switch ImportedDate(text) {
        case .exact(let moment):
            return whole || moment.time != nil ? moment.rfc3339 : moment.isoDate
        case .withoutZone(let date):
            log.note(
                "import.date-without-zone",
                "‘\(text)’ has no zone, so nobody can tell which moment it is: only the date was kept.",
                at: pair.value.bytes.range)
            return whole ? date.rfc3339 : date.isoDate
        case nil:
            drop(pair, "‘\(text)’ is no date.")
            return nil
        }
    }

    private mutating func readAuthors(_ pair: YAMLNode.Pair) {
        let (authors, problems) = ImportedAuthor.read(pair)
        for author in authors where !self.authors.contains(where: { $0.name == author.name }) {
            self.authors.append(author)
        }
        for problem in problems {
            log.review("import.authors", problem.message, at: problem.bytes.range)
        }
    }

    /// Our front matter, its fences included.
    func yaml(title: String, date: String, authors: [ImportedAuthor], isDraft: Bool) -> String {
        func field(_ key: String) -> [String] {
            fields.filter { $0.key == key }.prefix(1).map { "\(key): \($0.yaml)" }
        }
        var lines = ["---", "title: " + YAMLText.scalar(title)] + field("subtitle")
        lines += field("summary") + ["date: " + date] + field("updated")
        lines += ["authors:" + ImportedAuthor.yaml(authors)]
        if !topics.isEmpty { lines.append("topics: " + YAMLText.list(topics)) }
        for key in ["publish_at", "expires_at"] { lines += field(key) }
        if !aliases.isEmpty { lines.append("aliases: " + YAMLText.list(aliases)) }
        for key in [
            "series", "image", "license", "doi", "version", "venue", "language", "translation_of",
            "number", "toc",
        ] { lines += field(key) }
        if !extra.isEmpty { lines += ["extra:"] + extra }
        if isDraft { lines.append("draft: true") }
        return (lines + ["---", ""]).joined(separator: "\n")
    }
}

extension YAMLNode {
    /// The value on one line.
    fileprivate var flow: String {
        switch value {
        case .scalar(let text, let isPlain):
            isPlain && (text == "true" || text == "false" || Int(text) != nil)
                ? text : YAMLText.scalar(text)
        case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{"
                + pairs.map { "\(YAMLText.scalar($0.key)): \($0.value.flow)" }
                .joined(separator: ", ") + "}"
        }
    }
}
