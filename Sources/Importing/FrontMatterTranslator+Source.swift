/// Where a text appeared: the journal or the conference, and the place in it.

import Bibliography
import Content
import Diagnostics
import Markup

/// What front matter says of it, each key by our name.
///
/// Read when all is known: a volume or pages mean something beside the name of what has them alone.
struct ImportedSource {
    static let keys: Set = [
        "doi", "journal", "venue", "volume", "issue", "pages", "number", "publication",
        "publication_types",
    ]
    private var pairs: [String: YAMLNode.Pair] = [:]

    subscript(key: String) -> YAMLNode.Pair? {
        get { pairs[key] }
        set { if pairs[key] == nil { pairs[key] = newValue } }
    }
}

extension FrontMatterTranslator {
    mutating func readSource() {
        if let citation = source["citation"] { readCitation(citation) }
        readPublication()
        if let pair = source["doi"] { checked("doi", pair) { DOI.bare($0) != nil } }
        let journal = source["journal"].flatMap { text($0) }
        set("journal", journal)
        let venue = source["venue"].flatMap { text($0) }
        set("venue", venue)
        for key in ["volume", "issue", "pages"] {
            guard let pair = source[key] else { continue }
            // Proceedings have no issues.
            if journal != nil || venue != nil && key != "issue" {
                set(key, text(pair))
            } else {
                keep(pair)
            }
        }
        if let pair = source["number"] {
            // By what BibTeX calls the issue of a journal.
            set(journal != nil && source["issue"] == nil ? "issue" : "number", text(pair))
        }
    }

    // MARK: - HugoBlox

    /// `publication: In *Proceedings*` and `publication_types` of HugoBlox, which numbered these before it named them.
    private mutating func readPublication() {
        let types = source["publication_types"]
        guard let pair = source["publication"] else {
            if let types { keep(types) }
            return
        }
        let name = text(pair).map { PlainEmphasis.words(of: $0) } ?? ""
        switch types?.value.texts.first {
        case "article-journal", "2":
            let (journal, volume, issue) = Self.journal(name)
            source["journal"] = pair.with(journal)
            if let volume { source["volume"] = pair.with(volume) }
            if let issue { source["issue"] = pair.with(issue) }
            set("kind", "paper")
        case "paper-conference", "1":
            source["venue"] = pair.with(name.hasPrefix("In ") ? String(name.dropFirst(3)) : name)
            set("kind", "paper")
        default:
            keep(pair)
            if let types { keep(types) }
        }
    }

    /// `Nature, 521(7553)`: the name, the volume and the issue.
    private static func journal(_ text: String) -> (name: String, volume: String?, issue: String?) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else {
            return (text, nil, nil)
        }
        let issue = text[text.index(after: open)...].dropLast()
        let before = text[..<open]
        let volume = String(before.reversed().prefix(while: \.isNumber).reversed())
        let name = before.dropLast(volume.count)
        guard !issue.isEmpty, issue.allSatisfy(\.isNumber), !volume.isEmpty, name.contains(",")
        else { return (text, nil, nil) }
        let end = name.lastIndex { $0 != "," && $0 != " " } ?? name.startIndex
        return (String(name[...end]), volume, String(issue))
    }

    // MARK: - Quarto

    /// Of CSL: what any page is.
    private static let typesOfPages: Set<String> = [
        "article", "document", "post", "post-weblog", "webpage",
    ]

    /// `citation` of Quarto, whose keys are those of CSL-JSON; what is said of the page itself by others is left out.
    private mutating func readCitation(_ pair: YAMLNode.Pair) {
        guard case .mapping(let pairs) = pair.value.value else { return }
        var left: [String] = []
        var type: String?
        var container: YAMLNode.Pair?
        var event: YAMLNode.Pair?
        var (first, last): (YAMLNode.Pair?, String?) = (nil, nil)
        for inner in pairs {
            switch inner.key.lowercased() {
            case "type": type = inner.value.scalar
            case "container-title": container = inner
            case "event", "event-title": event = inner
            case "doi" where source["doi"] != nil: left.append("‘doi’")
            case "volume", "issue", "number", "doi": source[inner.key.lowercased()] = inner
            case "page", "pages": source["pages"] = inner
            case "page-first": first = inner
            case "page-last": last = inner.value.scalar
            default: left.append("‘\(inner.key)’")
            }
        }
        if let first, let number = first.value.scalar {
            source["pages"] = first.with(last.map { "\(number)–\($0)" } ?? number)
        } else if last != nil {
            left.append("‘page-last’")
        }
        let isInJournal = source["volume"] != nil || source["issue"] != nil
        switch type {
        case "article-journal", "article-magazine", "article-newspaper",
            nil where isInJournal:
            source["journal"] = container
            if type == "article-journal" { set("kind", "paper") }
        case "paper-conference":
            source["venue"] = container ?? event
            if container != nil, event != nil { left.append("‘event’") }
            set("kind", "paper")
        case "report":
            set("kind", "report")
            if let container { keep(container) }
        default:
            if let container { keep(container) }
            if let type, !Self.typesOfPages.contains(type) { left.append("‘type: \(type)’") }
        }
        guard !left.isEmpty else { return }
        log.note(
            "import.key-dropped",
            "Of ‘\(pair.key)’, \(left.joined(separator: ", ")) "
                + "\(left.count == 1 ? "was" : "were") left out.", at: pair.keyBytes.range)
    }
}

extension YAMLNode {
    var isMapping: Bool { if case .mapping = value { true } else { false } }
}

extension YAMLNode.Pair {
    /// The same place with another text.
    fileprivate func with(_ text: String) -> YAMLNode.Pair {
        YAMLNode.Pair(
            key: key, keyBytes: keyBytes,
            value: YAMLNode(value: .scalar(text, isPlain: false), bytes: value.bytes))
    }
}
