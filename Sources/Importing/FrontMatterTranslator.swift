/// Keys of other generators to ours; what has no place here goes below `extra`, and is named.

import Content
import Diagnostics
import Markup

struct FrontMatterTranslator {
    var log: ImportLog
    let surroundings: PostSurroundings
    let oldSite: String?
    /// The folder of the new pages, below `content/`.
    let section: String
    var files: [ImportedPost.File] = []
    private(set) var title: String?
    /// With its time, in UTC where no zone is given.
    private(set) var date: Moment?
    /// As the page has it.
    private(set) var dateText: String?
    /// Where it stands.
    private(set) var datePlace: Range<Int>?
    private(set) var authors: [ImportedAuthor] = []
    /// Institutions that authors name by a key, in Quarto.
    private var institutions: [String: String] = [:]
    var slug: Slug?
    /// As it was written.
    var slugText: String?
    private(set) var isDraft = false
    /// Whether it stands in the page itself.
    private var saysDraft = false
    var language: String?
    /// What the versions of a text have in common, in Hugo.
    private(set) var translationKey: String?
    var topics: [String] = []
    /// Of Jekyll, whose addresses begin with them.
    var categories: [String] = []
    var aliases: [String] = []
    /// The address of the page, or a pattern for it.
    var permalink: String?
    private(set) var permalinkPlace: Range<Int>?
    /// Lines of our front matter by key, in the order in which they are written.
    var fields: [(key: String, yaml: String)] = []
    var extra: [String] = []
    /// The key that each of ours was taken from.
    private var taken: [String: String] = [:]
    /// What may be the summary.
    private var summaries: [(rank: Int, pair: YAMLNode.Pair)] = []
    /// What may be the image.
    private(set) var images: [YAMLNode.Pair] = []
    private(set) var imageAlt: String?
    /// Whether the page asks for formulas.
    private(set) var hasMath = false
    /// Whether the theme showed it as a page of the site, like “About”.
    private(set) var isPage = false
    /// What says where the text appeared.
    var source = ImportedSource()
    /// The dates among the fields, and where the first of each stands.
    private var moments: [String: (moment: Moment, pair: YAMLNode.Pair)] = [:]

    init(
        log: ImportLog, surroundings: PostSurroundings, oldSite: String? = nil, section: String = ""
    ) {
        self.section = section
        self.log = log
        self.surroundings = surroundings
        self.oldSite = oldSite
    }

    private var isQuarto: Bool { surroundings.isQuarto }

    mutating func read(_ root: YAMLNode) {
        guard case .mapping(let pairs) = root.value else { return }
        if let pair = pairs.first(where: { $0.key == "affiliations" }) {
            institutions = ImportedAuthor.institutions(pair.value)
        }
        let isFree = { (pair: YAMLNode.Pair) in ["params", "extra"].contains(pair.key.lowercased())
        }
        for pair in pairs where !isFree(pair) { read(pair, of: ImportedKey(pair.key)) }
        // What stands at the top is the page's own.
        for pair in pairs where isFree(pair) { readExtra(pair) }
        readSummary()
        readSource()
        readImages()
    }

    /// Whoever held pages back by their folder would find them published.
    mutating func readFolder() {
        guard let place = surroundings.place else { return }
        if place.isAmongDrafts || place.isNamedDraft || !saysDraft && place.isDraft {
            isDraft = true
        }
        guard let section = place.draftSection else { return }
        isDraft = true
        log.note(
            "import.kept-back",
            "‘\(section)’ is a draft, and Zola holds back all that is in its folder: so this is one, too.",
            at: 0..<3)
    }

    mutating func read(_ pair: YAMLNode.Pair, of key: ImportedKey) {
        if ["layout", "type"].contains(key.name), pair.value.scalar == "page" { isPage = true }
        if key.isSingle, !pair.value.isNull {
            if let other = taken[key.name] { return keep(pair, besides: other) }
            taken[key.name] = pair.key
        }
        switch key.name {
        case "title": title = text(pair)
        case "summary": summaries.append((key.rank, pair))
        case "date": readDate(pair)
        case "updated": if !isMadeByQuarto(pair) { setMoment("updated", pair) }
        case "authors": readAuthors(pair)
        case "affiliations" where !institutions.isEmpty: break
        case "topics":
            if ["category", "categories"].contains(pair.key.lowercased()) {
                readCategories(pair)
            }
            readTopics(pair)
        case "draft":
            // Of two keys that differ, the one that holds the page back.
            isDraft = flag(pair) ?? true || isDraft
            saysDraft = true
        case "published":
            isDraft = isDraft || flag(pair) == false
            saysDraft = true
        case "publish_at", "expires_at": setMoment(key.name, pair, whole: true)
        case "slug": readSlug(pair)
        case "permalink":
            permalink = text(pair)
            permalinkPlace = pair.value.bytes.range
        case "path" where surroundings.place?.mayBeZola == true && permalink == nil:
            // The whole address of a page of Zola.
            let path = text(pair).map { $0.split(separator: "/").joined(separator: "/") } ?? ""
            if !path.isEmpty { permalink = "/\(path)/" }
            permalinkPlace = pair.value.bytes.range
        case "aliases": readAliases(pair)
        case "language": readLanguage(pair)
        case "translationkey":
            translationKey = text(pair)
            // Where the versions are known, each names the original.
            if surroundings.version == nil { keep(pair) }
        case "license": checked("license", pair, Identifier.isLicense)
        case "subtitle", "version": set(key.name, text(pair))
        case let name where ImportedSource.keys.contains(name): source[name] = pair
        case "citation" where isQuarto && pair.value.isMapping: source["citation"] = pair
        case "series": readSeries(pair)
        case "toc", "numbered":
            set(key.name, flag(pair).map { $0 ? "true" : "false" }, isText: false)
        case "image": images.append(pair)
        case "image-alt": imageAlt = text(pair)
        case "cascade":
            // Whether all that is imported lies below is not known here.
            if let advice = OldDefaults.advice(
                on: pair.key, general: [], special: OldDefaults.hugo(pair.value), section: section)
            {
                log.review("import.defaults", advice, at: pair.keyBytes.range)
            }
        case "taxonomies": readTaxonomies(pair)
        // Its works come along (``ImportedBibliography``).
        case "bibliography" where isQuarto: break
        case "type" where readType(pair): break
        case _ where key.keepsBack(pair.value):
            log.review(
                "import.kept-back",
                "‘\(pair.key)’ may have kept this page back on the old site, so it is a draft.",
                at: pair.keyBytes.range)
        default:
            guard key.isMeaningless || isQuarto && key.isMeaninglessInQuarto else {
                return keep(pair)
            }
            if key.asksForMath, case .scalar(let text, _) = pair.value.value, text != "false" {
                hasMath = true
            }
            log.note(
                "import.key-dropped", "‘\(pair.key)’ means nothing here and was left out.",
                at: pair.keyBytes.range)
        }
    }

    mutating func set(_ key: String, _ value: String?, isText: Bool = true) {
        guard let value else { return }
        fields.append((key, isText ? YAMLText.scalar(value) : value))
    }

    // MARK: - Several keys for one

    /// The author's own summary wins over what lists cut out of the text, and an abstract is the longest.
    private mutating func readSummary() {
        let sorted = summaries.enumerated().sorted {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }.map(\.element.pair)
        var winner: (key: String, text: String)?
        for pair in sorted {
            guard let text = text(pair) else { continue }
            if let winner {
                if winner.text != text { keep(pair, besides: winner.key) }
            } else {
                winner = (pair.key, text)
                set("summary", text)
            }
        }
    }

    private mutating func setMoment(_ key: String, _ pair: YAMLNode.Pair, whole: Bool = false) {
        let text = moment(pair, whole: whole)
        set(key, text)
        if moments[key] == nil { moments[key] = text.flatMap { Moment($0) }.map { ($0, pair) } }
    }

    /// Leaves out a date that our reader would refuse beside the others.
    mutating func leaveOutDisorder(publishedOn date: String) {
        if let (updated, pair) = moments["updated"], updated.isoDate < date.prefix(10) {
            fields.removeAll { $0.key == "updated" }
            drop(pair, "it is before the publication on \(date.prefix(10)).")
        }
        if let (end, pair) = moments["expires_at"], let (start, _) = moments["publish_at"],
            end <= start
        {
            fields.removeAll { $0.key == "expires_at" }
            drop(pair, "the page would expire before it is published.")
        }
    }

    private mutating func readAuthors(_ pair: YAMLNode.Pair) {
        let (authors, problems) = ImportedAuthor.read(pair, institutions)
        for author in authors where !self.authors.contains(where: { $0.name == author.name }) {
            self.authors.append(author)
        }
        for problem in problems {
            log.review("import.authors", problem.message, at: problem.bytes.range)
        }
    }

    private mutating func readDate(_ pair: YAMLNode.Pair) {
        guard !isMadeByQuarto(pair), let text = text(pair) else { return }
        date = ImportedDate(text)?.moment
        datePlace = pair.value.bytes.range
        dateText = moment(pair)
    }

    // MARK: - The result

    /// Our front matter, its fences included.
    func yaml(
        title: String, date: String?, authors: [ImportedAuthor], isDraft: Bool
    ) -> String {
        func field(_ key: String) -> [String] {
            fields.filter { $0.key == key }.prefix(1).map { "\(key): \($0.yaml)" }
        }
        var lines = ["---", "title: " + YAMLText.scalar(title)] + field("subtitle")
        lines += field("summary")
        if let date { lines.append("date: " + date) }
        lines += field("updated") + field("kind")
        if !authors.isEmpty { lines.append("authors:" + ImportedAuthor.yaml(authors)) }
        if !topics.isEmpty { lines.append("topics: " + YAMLText.list(topics)) }
        for key in ["publish_at", "expires_at"] { lines += field(key) }
        if !aliases.isEmpty { lines.append("aliases: " + YAMLText.list(aliases)) }
        for key in [
            "series", "image", "license", "doi", "version", "venue", "journal", "volume", "issue",
            "pages", "language", "translation_of", "number", "numbered", "toc",
        ] { lines += field(key) }
        if !extra.isEmpty { lines += ["extra:"] + extra }
        if isDraft { lines.append("draft: true") }
        return (lines + ["---", ""]).joined(separator: "\n")
    }
}
