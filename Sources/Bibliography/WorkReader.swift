/// BibTeX entries to works.

import Diagnostics

struct WorkReader {
    let path: String
    private(set) var diagnostics: [Diagnostic]

    init(path: String, diagnostics: [Diagnostic]) {
        self.path = path
        self.diagnostics = diagnostics
    }

    /// - Parameters:
    ///   - entries: In the order of the file.
    ///   - unread: Keys of entries that have a mistake of their own, to inherit from which is none.
    /// - Returns: A work for each entry.
    mutating func works(from entries: [BibTeXEntry], unread: Set<String>) -> [Work] {
        let byKey = Dictionary(entries.map { ($0.key.lowercased(), $0) }) { first, _ in first }
        return entries.map { entry in
            var entry = entry
            if let reference = entry["crossref"] {
                if let parent = byKey[reference.value.lowercased()] {
                    inherit(parent, into: &entry)
                } else if !unread.contains(reference.value) {
                    report(
                        "bibliography.unknown-crossref",
                        "There is no entry ‘\(reference.value)’ to inherit from.",
                        at: reference.span)
                }
            }
            return work(from: entry)
        }
    }

    /// What says where the parent is, or which part it is, says nothing of its parts.
    private static let ownFields: Set<String> = [
        "crossref", "doi", "url", "eprint", "archiveprefix", "eprinttype", "pages", "pdf",
        "pages-in-pdf", "sections",
    ]

    /// A book's title is the `booktitle` of what is in it, and that of a work in volumes the `maintitle` of each
    /// (BibLaTeX manual, appendix B).
    private func inherit(_ parent: BibTeXEntry, into entry: inout BibTeXEntry) {
        let whole = parent.type.hasPrefix("mv") ? "main" : "book"
        for field in parent.fields where !Self.ownFields.contains(field.name) {
            let isTitle = field.name == "title" || field.name == "subtitle"
            let name = isTitle && parent["booktitle"] == nil ? whole + field.name : field.name
            guard entry[name] == nil else { continue }
            entry.fields.append(
                BibTeXEntry.Field(name: name, value: field.value, span: field.span))
        }
    }

    mutating func report(
        _ id: Diagnostic.ID, _ message: String, at span: ByteRange,
        _ severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(Diagnostic(id, severity, message, at: SourceSpan(path, span)))
    }

    mutating func text(_ entry: BibTeXEntry, _ names: String...) -> String? {
        for name in names {
            guard let field = entry[name] else { continue }
            let text = text(of: field)
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// The text of a field; commands that are not known are reported.
    @discardableResult
    private mutating func text(of field: BibTeXEntry.Field) -> String {
        let (text, unknown) = TeXText.decode(field.value)
        for command in unknown {
            diagnostics.append(
                Diagnostic(
                    "bibliography.unknown-command", .warning,
                    "The TeX command ‘\\\(command)’ is not known here and is left out.",
                    at: SourceSpan(path, field.span)))
        }
        return text
    }

    /// A title and what follows behind its colon.
    private mutating func title(_ entry: BibTeXEntry, _ main: String, _ other: String) -> String? {
        guard let title = text(entry, main) else { return nil }
        guard let subtitle = text(entry, other) else { return title }
        return title + (title.last.map { "?!.:".contains($0) } == true ? " " : ": ") + subtitle
    }

    private static let kinds: [String: Work.Kind] = [
        "article": .article, "book": .book, "booklet": .book, "proceedings": .book,
        "collection": .book, "inbook": .chapter, "incollection": .chapter,
        "inproceedings": .conferencePaper, "conference": .conferencePaper,
        "techreport": .report, "report": .report, "manual": .report, "phdthesis": .thesis,
        "mastersthesis": .thesis, "thesis": .thesis, "online": .webpage, "webpage": .webpage,
        "electronic": .webpage, "unpublished": .preprint, "misc": .other,
        "mvbook": .book, "mvcollection": .book, "mvproceedings": .book, "reference": .book,
        "mvreference": .book, "periodical": .book, "inreference": .chapter, "bookinbook": .chapter,
        "suppbook": .chapter, "suppcollection": .chapter, "suppperiodical": .article,
        "review": .article, "letter": .other, "dataset": .other, "software": .other,
        "patent": .other, "standard": .other, "audio": .other, "video": .other, "movie": .other,
        "music": .other, "image": .other, "artwork": .other, "performance": .other,
        "jurisdiction": .other, "legislation": .other, "legal": .other, "commentary": .other,
    ]

    private mutating func work(from entry: BibTeXEntry) -> Work {
        var work = Work(
            key: entry.key, kind: Self.kinds[entry.type] ?? .other,
            title: title(entry, "title", "subtitle") ?? "", span: SourceSpan(path, entry.keySpan))
        if Self.kinds[entry.type] == nil {
            let hint = Spelling.closest(to: entry.type, in: Self.kinds.keys.sorted())
            diagnostics.append(
                Diagnostic(
                    "bibliography.unknown-type", .warning,
                    "‘@\(entry.type)’ is no known type of entry.\(Spelling.hint(hint))",
                    at: work.span))
        }
        (work.authors, work.hasMoreAuthors) = names(entry["author"])
        work.editors = names(entry["editor"]).names
        work.translators = names(entry["translator"]).names
        work.container =
            text(entry, "journal", "journaltitle") ?? title(entry, "booktitle", "booksubtitle")
        (work.issued, work.status) = date(entry)
        work.isUndated = text(entry, "date", "year").map(Self.isUndated) ?? false
        work.originallyIssued = originalDate(entry)
        work.publisher = text(entry, "publisher", "institution", "school", "organization")
        work.volume = text(entry, "volume")
        work.volumeCount = text(entry, "volumes")
        work.issue = text(entry, "number", "issue")
        if work.kind == .report {
            work.number = work.issue
            work.issue = nil
        }
        readWhole(entry, &work)
        work.pages = text(entry, "pages")?.replacing("-", with: "–").replacing("––", with: "–")
        // Articles without pages have a number.
        work.pages = work.pages ?? text(entry, "eid")
        work.edition = text(entry, "edition")
        if work.kind == .thesis { work.thesis = thesis(entry) }
        work.doi = doi(entry)
        work.url = url(entry, "url")
        work.eprint = text(entry, "eprint")
        work.archive = text(entry, "archiveprefix", "eprinttype")
        readArXiv(&work)
        let published = medium(entry)
        work.url = work.url ?? published.url
        work.medium = published.medium ?? reportType(entry)
        work.note = text(entry, "note")
        // BibTeX asks for a note there, since nothing else tells where the work is.
        if entry.type == "unpublished" { work.repository = work.note }
        work.isOfDay = isOfDay(work, subtype: text(entry, "entrysubtype"))
        if work.kind == .other, work.eprint != nil, work.container == nil { work.kind = .preprint }
        if work.kind == .other, work.url != nil, work.medium == nil { work.kind = .webpage }
        work.pdf = pdf(entry)
        return work
    }

    /// What is on arXiv is a preprint, by whatever type it is entered; its name is written as it writes itself.
    private func readArXiv(_ work: inout Work) {
        guard let eprint = work.eprint, work.archive?.lowercased() == "arxiv" else { return }
        work.archive = "arXiv"
        work.eprint = ArXiv.identifier(eprint)
        if work.kind == .webpage, work.container == nil { work.kind = .preprint }
    }

    /// An article of a newspaper or a magazine, as BibLaTeX says; or that has a day, and neither author nor volume.
    private func isOfDay(_ work: Work, subtype: String?) -> Bool {
        if let subtype { return ["newspaper", "magazine"].contains(subtype) }
        return work.kind == .article && work.container != nil && work.authors.isEmpty
            && work.volume == nil && work.issued?.day != nil
    }

    /// What the file calls a thesis, else what its type says.
    private mutating func thesis(_ entry: BibTeXEntry) -> Thesis? {
        guard let name = text(entry, "type") else { return Thesis(key: entry.type) }
        // BibLaTeX has keys for its kinds of theses: one word, which is not for readers.
        let isKey = name.lowercased().hasSuffix("thesis") && !name.contains(" ")
        return isKey ? Thesis(key: name) : .named(name)
    }

    /// What the file calls a report, unless by a key of BibLaTeX.
    private mutating func reportType(_ entry: BibTeXEntry) -> String? {
        guard Self.kinds[entry.type] == .report, let type = text(entry, "type"),
            !["techreport", "resreport"].contains(type.lowercased())
        else { return nil }
        return type
    }

    /// The work in volumes or the series to which a book, or the book of a part, belongs.
    private mutating func readWhole(_ entry: BibTeXEntry, _ work: inout Work) {
        switch work.kind {
        case .report: work.series = text(entry, "series")
        case .book, .chapter, .conferencePaper:
            work.mainTitle = title(entry, "maintitle", "mainsubtitle")
            if work.kind != .book, work.container == nil {
                (work.container, work.mainTitle) = (work.mainTitle, nil)
            }
            work.series = text(entry, "series")
            guard work.series != nil else { break }
            (work.seriesNumber, work.issue) = (work.issue, nil)
            // To BibTeX, which knows `year` alone, a volume is one of the series; to BibLaTeX, of the book.
            if work.seriesNumber == nil, work.mainTitle == nil, entry["date"] == nil {
                (work.seriesNumber, work.volume) = (work.volume, nil)
            }
        case .article, .thesis, .webpage, .preprint, .presentation, .other: break
        }
    }

    // MARK: - Names

    /// Whether a name is a list in itself, as other programs join them; braces make an organization of it.
    private static func isSeveral(_ name: String) -> Bool {
        !name.hasPrefix("{")
            && (name.utf8.contains(UInt8(ascii: ";")) && name.contains("; ")
                || ["et al.", "et al"].contains { name.hasSuffix(" " + $0) })
    }

    /// Names joined by `and`, outside of braces.
    private mutating func names(_ field: BibTeXEntry.Field?) -> (names: [PersonName], more: Bool) {
        guard let field else { return ([], false) }
        if field.value.utf8.contains(UInt8(ascii: "\\")) { text(of: field) }
        var names: [PersonName] = []
        var more = false
        for part in BibTeXName.list(field.value) {
            if part == "others" {
                more = true
                continue
            }
            if let joined = BibTeXName.joined(part) {
                report(
                    "bibliography.malformed-name",
                    "‘\(part)’ is several names: write ‘\(joined)’.", at: field.span)
            } else if Self.isSeveral(part) {
                report(
                    "bibliography.malformed-name",
                    "‘\(part)’ is several names: join them with ‘and’, and write ‘and others’ for the rest.",
                    at: field.span)
            } else if let name = BibTeXName.parse(part) {
                names.append(name)
            } else {
                report(
                    "bibliography.malformed-name",
                    part.isEmpty
                        ? "This list holds an empty name."
                        : "‘\(part)’ has too many commas: join names with ‘and’.", at: field.span)
            }
        }
        return (names, more)
    }
}
