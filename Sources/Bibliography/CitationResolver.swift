/// Finds the works of a page's citations, and writes the citations.

import Bytes
import Diagnostics
import Markup

struct CitationResolver {
    let library: WorkLibrary
    let path: String
    let defaultWork: String?
    let words: CitationWords
    let style: AuthorDateStyle
    var diagnostics: [Diagnostic] = []
    var references: [PageCitations.Reference] = []
    private var entries: [String: CitedEntry] = [:]
    var indexByKey: [String: Int] = [:]

    init(library: WorkLibrary, path: String, defaultWork: String?, words: CitationWords) {
        self.library = library
        self.path = path
        self.defaultWork = defaultWork
        self.words = words
        style = AuthorDateStyle(words: words)
    }

    /// In a sentence, the sign may have been meant as one, as names in networks have it.
    private mutating func reportUnknownKey(
        _ key: String, at bytes: ByteRange, isInSentence: Bool = false
    ) {
        // The mistake of the file itself is reported, and perhaps it has the work.
        guard !library.mayHave(key), diagnostics.count < 200 else { return }
        // Looking through a large bibliography is for a few mistakes, not for thousands.
        let hint = diagnostics.count < 20 ? Spelling.closest(to: key, in: library.keys) : nil
        let advice: String
        if hint == nil, let label = Self.label(key) {
            advice =
                " For a part of this page, write ‘[@\(label)]’ here and ‘{#\(label)}’ behind that part."
        } else {
            advice =
                isInSentence && hint == nil
                ? " If this is no citation, write ‘\\@\(key)’." : Spelling.hint(hint)
        }
        diagnostics.append(
            Diagnostic(
                "citation.unknown-key", "The bibliography has no work ‘\(key)’.\(advice)",
                at: SourceSpan(path, bytes), repair: hint.map { "@" + $0 }))
    }

    /// The label that is written with a hyphen by Quarto, `fig-walls` for `fig:walls`, and with other words by LaTeX:
    /// `tab:rates` for `tbl:rates`.
    private static func label(_ key: String) -> String? {
        guard let sign = key.firstIndex(where: { "-:".contains($0) }) else { return nil }
        let rest = key[key.index(after: sign)...]
        let word = key[..<sign].lowercased()
        guard !rest.isEmpty,
            let kind = Label.Kind(rawValue: word)
                ?? (key[sign] == ":" ? otherPrefixes[word] : nil)
        else { return nil }
        return "\(kind.rawValue):\(rest)"
    }

    private static let otherPrefixes: [String: Label.Kind] = [
        "figure": .figure, "tab": .table, "table": .table, "eqn": .equation, "equation": .equation,
        "section": .section, "app": .section, "appendix": .section, "ch": .section,
        "chap": .section,
        "theorem": .theorem, "lemma": .lemma, "prop": .proposition, "proposition": .proposition,
        "corollary": .corollary, "conj": .conjecture, "conjecture": .conjecture, "as": .assumption,
        "ass": .assumption, "assumption": .assumption, "defn": .definition,
        "definition": .definition,
        "ex": .example, "example": .example, "rmk": .remark, "remark": .remark,
    ]

    // MARK: - Which works

    /// Finds all works first: whether a year needs a letter depends on the whole page.
    mutating func collect(_ groups: [CitationGroup]) {
        var works: [Work] = []
        var seen: Set<String> = []
        for group in groups {
            for item in group.items {
                guard let key = item.key ?? defaultWork else {
                    diagnostics.append(
                        Diagnostic(
                            "citation.no-default-work",
                            "This citation names no work, and the page has no ‘default_work’: write "
                                + "‘@key’, or ‘default_work: key’ in the front matter.",
                            at: SourceSpan(path, item.bytes)))
                    continue
                }
                guard let work = library.work(for: key) else {
                    if item.key != nil {
                        reportUnknownKey(
                            key, at: item.bytes, isInSentence: group.form == .narrative)
                    }
                    continue
                }
                if seen.insert(key).inserted { works.append(work) }
                if let parenthesis = group.parenthesis { report(parenthesis) }
            }
        }
        // Each key is made once: that takes longer than to compare them.
        works = works.map { (key: PageCitations.sortKey(of: $0), work: $0) }
            .sorted { $0.key < $1.key }.map(\.work)
        entries = CitedEntry.entries(of: works, style)
        var taken: Set<String> = []
        for work in works {
            guard let entry = entries[work.key] else { continue }
            indexByKey[work.key] = references.count
            references.append(
                PageCitations.Reference(
                    key: work.key, work: work, anchor: Self.anchor(for: work.key, &taken),
                    html: style.reference(entry)))
        }
    }

    /// The id of an entry, easier to read without signs; keys that differ in signs or case alone
    /// are told apart by a number.
    private static func anchor(for key: String, _ taken: inout Set<String>) -> String {
        let plain = "ref-" + (Slug(slugifying: key)?.rawValue ?? "work")
        var anchor = plain
        var number = 2
        while !taken.insert(anchor).inserted {
            anchor = "\(plain)-\(number)"
            number += 1
        }
        return anchor
    }

    // MARK: - What stands in the text

    mutating func render(_ group: CitationGroup) -> Fragment {
        var out = Fragment()
        var ids: [String] = []
        var written: [(CitationGroup.Item, CitedEntry, String)] = []
        for item in group.items {
            guard let key = item.key ?? defaultWork, let entry = entries[key],
                let index = indexByKey[key]
            else { continue }
            let id = "cite-\(references[index].idPart)-\(references[index].citedAt.count + 1)"
            references[index].citedAt.append(id)
            ids.append(id)
            written.append((item, entry, id))
        }
        guard let firstID = ids.first else { return out }
        out.append("<span class=\"citation\" id=\"")
        out.append(.idPrefix)
        out.append(firstID, escapedFor: .attribute)
        out.append("\">")
        // Further works of a group have places of their own to come back to.
        for id in ids.dropFirst() {
            out.append("<span id=\"")
            out.append(.idPrefix)
            out.append(id, escapedFor: .attribute)
            out.append("\"></span>")
        }
        switch group.form {
        case .parenthetical: parenthetical(written, to: &out)
        case .narrative: narrative(written, to: &out)
        case .link(let html): link(html, written, to: &out)
        }
        out.append("</span>")
        return out
    }

    private mutating func parenthetical(
        _ items: [(CitationGroup.Item, CitedEntry, String)], to out: inout Fragment
    ) {
        out.append("(")
        for (number, (item, entry, id)) in items.enumerated() {
            if number > 0 { out.append("; ") }
            if !item.prefix.isEmpty {
                out.append(item.prefix + " ", escapedFor: .htmlText)
            }
            // Without a key the author's words stand alone: the page says once what it cites.
            if item.key != nil {
                openReference(entry, to: &out)
                if !item.suppressesAuthor {
                    out.append(
                        style.names(entry, inSentence: false) + words.comma, escapedFor: .htmlText)
                }
                out.append(style.citedYear(entry), escapedFor: .htmlText)
                out.append("</a>")
                if !item.suffix.isEmpty { out.append(words.comma, escapedFor: .htmlText) }
            } else if item.suffix.isEmpty {
                openReference(entry, to: &out)
                out.append(
                    style.names(entry, inSentence: false) + words.comma + style.citedYear(entry),
                    escapedFor: .htmlText)
                out.append("</a>")
            }
            write(suffix: item, of: entry, at: id, to: &out)
        }
        out.append(")")
    }

    private mutating func narrative(
        _ items: [(CitationGroup.Item, CitedEntry, String)], to out: inout Fragment
    ) {
        for (item, entry, id) in items {
            openReference(entry, to: &out)
            out.append(style.names(entry, inSentence: true), escapedFor: .htmlText)
            out.append("</a> (")
            out.append(style.citedYear(entry), escapedFor: .htmlText)
            if !item.suffix.isEmpty {
                out.append(words.comma, escapedFor: .htmlText)
                write(suffix: item, of: entry, at: id, to: &out)
            }
            out.append(")")
        }
    }

    /// The author's own words, linked to the first place that is named.
    private mutating func link(
        _ html: Fragment, _ items: [(CitationGroup.Item, CitedEntry, String)],
        to out: inout Fragment
    ) {
        guard let (item, entry, id) = items.first else { return }
        var target: String?
        for piece in LocatorText(item.suffix, words).pieces {
            guard let place = piece.target else { continue }
            let url = check(place, of: entry.work, at: item)
            target = target ?? url
        }
        note(item.suffix, of: entry, at: id)
        if let target {
            out.append("<a href=\"")
            out.write { $0.append(url: target) }
            out.append("\">")
        } else {
            openReference(entry, to: &out)
        }
        out.append(html)
        out.append("</a>")
    }

    private func openReference(_ entry: CitedEntry, to out: inout Fragment) {
        out.append("<a href=\"")
        out.append(.pageAddress)
        out.append("#")
        if let index = indexByKey[entry.work.key] {
            let anchor = references[index].anchor
            out.write { $0.append(url: anchor) }
        }
        out.append("\" role=\"doc-biblioref\">")
    }
}
