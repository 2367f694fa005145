/// Finds the works of a page's citations, and writes the citations.

import Diagnostics
import Markup

struct CitationResolver {
    let library: WorkLibrary
    let path: String
    let defaultWork: (key: String, bytes: ByteRange)?
    let style: any CitationStyle
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var references: [PageCitations.Reference] = []
    private var entries: [String: CitedEntry] = [:]
    private var referenceByKey: [String: Int] = [:]

    init(
        library: WorkLibrary, path: String, defaultWork: (key: String, bytes: ByteRange)?,
        style: any CitationStyle
    ) {
        self.library = library
        self.path = path
        self.defaultWork = defaultWork
        self.style = style
        if let defaultWork, library.work(for: defaultWork.key) == nil {
            diagnostics.append(unknownKey(defaultWork.key, at: defaultWork.bytes))
        }
    }

    private func unknownKey(_ key: String, at bytes: ByteRange) -> Diagnostic {
        // Looking through a large bibliography is for a few mistakes, not for thousands.
        let hint = diagnostics.count < 20 ? Spelling.closest(to: key, in: library.keys) : nil
        let span = SourceSpan(path, bytes)
        return Diagnostic(
            "citation.unknown-key",
            "The bibliography has no work ‘\(key)’.\(Spelling.hint(hint))", at: span,
            repair: hint.map { Diagnostic.Repair("@" + $0, at: span) })
    }

    // MARK: - Which works

    /// Finds all works first: whether a year needs a letter depends on the whole page.
    mutating func collect(_ groups: [CitationGroup]) {
        var works: [Work] = []
        var seen: Set<String> = []
        for group in groups {
            for item in group.items {
                guard let key = item.key ?? defaultWork?.key else {
                    diagnostics.append(
                        Diagnostic(
                            "citation.no-default-work",
                            "This citation names no work, and the page has no ‘default_work’: write "
                                + "‘@key’, or ‘default_work: key’ in the front matter.",
                            at: SourceSpan(path, item.bytes)))
                    continue
                }
                guard let work = library.work(for: key) else {
                    if item.key != nil, diagnostics.count < 200 {
                        diagnostics.append(unknownKey(key, at: item.bytes))
                    }
                    continue
                }
                if seen.insert(key).inserted { works.append(work) }
            }
        }
        works.sort { PageCitations.sortKey(of: $0) < PageCitations.sortKey(of: $1) }
        makeEntries(works)
        for work in works {
            guard let entry = entries[work.key] else { continue }
            var html: [UInt8] = []
            style.reference(entry, to: &html)
            referenceByKey[work.key] = references.count
            references.append(
                PageCitations.Reference(
                    key: work.key, work: work, anchor: "ref-" + Self.idPart(work.key), html: html))
        }
    }

    private mutating func makeEntries(_ works: [Work]) {
        // First authors of the same family name with different initials are told apart.
        var initials: [String: Set<String>] = [:]
        for work in works {
            if let first = work.authors.first, !first.isOrganization {
                initials[first.familyWithParticle, default: []].insert(first.initials)
            }
        }
        for work in works {
            var entry = CitedEntry(work: work)
            if let first = work.authors.first {
                entry.needsInitials = (initials[first.familyWithParticle]?.count ?? 0) > 1
            }
            entries[work.key] = entry
        }
        // The same names and year: letters in the order of the list.
        var groups: [String: [String]] = [:]
        for work in works {
            guard let entry = entries[work.key] else { continue }
            let label = style.names(entry, inSentence: false) + "|" + style.year(entry)
            groups[label, default: []].append(work.key)
        }
        for keys in groups.values where keys.count > 1 {
            for (index, key) in keys.enumerated() where index < 26 {
                entries[key]?.yearSuffix = String(
                    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index))))
            }
        }
    }

    /// A key as part of an id: ids may hold no white space, and are easier to read without signs.
    private static func idPart(_ key: String) -> String {
        Slug(slugifying: key)?.rawValue ?? "work"
    }

    // MARK: - What stands in the text

    mutating func render(_ group: CitationGroup) -> Fragment {
        var out = Fragment()
        var ids: [String] = []
        var written: [(CitationGroup.Item, CitedEntry, String)] = []
        for item in group.items {
            guard let key = item.key ?? defaultWork?.key, let entry = entries[key],
                let index = referenceByKey[key]
            else { continue }
            let id = "cite-\(Self.idPart(key))-\(references[index].citedAt.count + 1)"
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
                    out.append(style.names(entry, inSentence: false) + ", ", escapedFor: .htmlText)
                }
                out.append(style.year(entry), escapedFor: .htmlText)
                out.append("</a>")
                if !item.suffix.isEmpty { out.append(", ") }
            } else if item.suffix.isEmpty {
                openReference(entry, to: &out)
                out.append(
                    "\(style.names(entry, inSentence: false)), \(style.year(entry))",
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
            out.append(style.year(entry), escapedFor: .htmlText)
            if !item.suffix.isEmpty {
                out.append(", ")
                write(suffix: item, of: entry, at: id, to: &out)
            }
            out.append(")")
        }
    }

    /// The author's own words, linked to the first place that is named.
    private mutating func link(
        _ html: [UInt8], _ items: [(CitationGroup.Item, CitedEntry, String)],
        to out: inout Fragment
    ) {
        guard let (item, entry, id) = items.first else { return }
        var target: String?
        for piece in LocatorText(item.suffix).pieces {
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
        out.write { $0.append(contentsOf: html) }
        out.append("</a>")
    }

    private func openReference(_ entry: CitedEntry, to out: inout Fragment) {
        out.append("<a href=\"")
        out.append(.pageAddress)
        out.append("#ref-")
        out.write { $0.append(url: Self.idPart(entry.work.key)) }
        out.append("\" role=\"doc-biblioref\">")
    }

    /// The locators in the author's words, each number linked to its place in the work.
    private mutating func write(
        suffix item: CitationGroup.Item, of entry: CitedEntry, at id: String,
        to out: inout Fragment
    ) {
        guard !item.suffix.isEmpty else { return }
        note(item.suffix, of: entry, at: id)
        // The label belongs to the link: "Section 2.2", not "2.2" alone.
        var pending = ""
        for piece in LocatorText(item.suffix).pieces {
            guard let target = piece.target else {
                out.append(pending, escapedFor: .htmlText)
                pending = piece.text
                continue
            }
            let split = pending.lastIndex { ",;".contains($0) }.map { pending.index(after: $0) }
            let label = split.map { String(pending[$0...]) } ?? pending
            out.append(split.map { String(pending[..<$0]) } ?? "", escapedFor: .htmlText)
            pending = ""
            let space = label.prefix { $0.isWhitespace }
            out.append(String(space), escapedFor: .htmlText)
            let words = label.dropFirst(space.count) + piece.text
            if let url = check(target, of: entry.work, at: item) {
                out.append("<a href=\"")
                out.write { $0.append(url: url) }
                out.append("\">")
                out.append(String(words), escapedFor: .htmlText)
                out.append("</a>")
            } else {
                out.append(String(words), escapedFor: .htmlText)
            }
        }
        out.append(pending, escapedFor: .htmlText)
    }

    private mutating func note(_ text: String, of entry: CitedEntry, at id: String) {
        guard !text.isEmpty, let index = references.firstIndex(where: { $0.key == entry.work.key })
        else { return }
        references[index].places.append((text, id))
    }

    /// The address of a place, checked against what is known of the work.
    private mutating func check(
        _ target: LocatorText.Target, of work: Work, at item: CitationGroup.Item
    ) -> String? {
        guard let pdf = work.pdf else { return nil }
        switch pdf.link(to: target) {
        case .success(let url): return url
        case .failure(let error):
            diagnostics.append(diagnostic(for: error.problem, of: work, at: item))
            return nil
        }
    }

    private func diagnostic(
        for problem: PDFLocation.Problem, of work: Work, at item: CitationGroup.Item
    ) -> Diagnostic {
        let span = SourceSpan(path, item.bytes)
        let note = [Diagnostic.Note("The work is described here.", at: work.span)]
        switch problem {
        case .unknownSection(let number, let hint):
            return Diagnostic(
                "locator.unknown-section",
                "‘\(work.key)’ has no section \(number).\(Spelling.hint(hint))", at: span,
                notes: note)
        case .pastTheEnd(let page, let count):
            return Diagnostic(
                "locator.page-past-end",
                "‘\(work.key)’ ends on page \(count), before page \(page).", at: span, notes: note)
        case .zero:
            return Diagnostic("locator.page-zero", "There is no page 0.", at: span)
        case .reversed(let first, let last):
            return Diagnostic(
                "locator.reversed-range", "Pages \(first) to \(last) run backwards.", at: span)
        }
    }
}
