/// BibTeX entries to works.

import Diagnostics
import Markup

struct WorkReader {
    let path: String
    private(set) var diagnostics: [Diagnostic]

    init(path: String, diagnostics: [Diagnostic]) {
        self.path = path
        self.diagnostics = diagnostics
    }

    mutating func works(from entries: [BibTeXEntry]) -> [Work] {
        let byKey = Dictionary(entries.map { ($0.key.lowercased(), $0) }) { first, _ in first }
        return entries.map { entry in
            var entry = entry
            if let reference = entry["crossref"] {
                if let parent = byKey[reference.value.lowercased()] {
                    inherit(parent, into: &entry)
                } else {
                    report(
                        "bibliography.unknown-crossref",
                        "There is no entry ‘\(reference.value)’ to inherit from.",
                        at: reference.span)
                }
            }
            return work(from: entry)
        }
    }

    /// A book's title is the `booktitle` of what is in it.
    private func inherit(_ parent: BibTeXEntry, into entry: inout BibTeXEntry) {
        for field in parent.fields {
            let name = field.name == "title" ? "booktitle" : field.name
            guard entry[name] == nil else { continue }
            entry.fields.append(
                BibTeXEntry.Field(name: name, value: field.value, span: field.span))
        }
    }

    private mutating func report(_ id: Diagnostic.ID, _ message: String, at span: ByteRange) {
        diagnostics.append(Diagnostic(id, message, at: SourceSpan(path, span)))
    }

    private mutating func text(_ entry: BibTeXEntry, _ names: String...) -> String? {
        for name in names {
            guard let field = entry[name] else { continue }
            let (text, unknown) = TeXText.decode(field.value)
            for command in unknown {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.unknown-command", .warning,
                        "The TeX command ‘\\\(command)’ is not known here and is left out.",
                        at: SourceSpan(path, field.span)))
            }
            if !text.isEmpty { return text }
        }
        return nil
    }

    private static let kinds: [String: Work.Kind] = [
        "article": .article, "book": .book, "booklet": .book, "proceedings": .book,
        "collection": .book, "inbook": .chapter, "incollection": .chapter,
        "inproceedings": .conferencePaper, "conference": .conferencePaper,
        "techreport": .report, "report": .report, "manual": .report, "phdthesis": .thesis,
        "mastersthesis": .thesis, "thesis": .thesis, "online": .webpage, "webpage": .webpage,
        "electronic": .webpage, "unpublished": .preprint, "misc": .other,
    ]

    private mutating func work(from entry: BibTeXEntry) -> Work {
        var work = Work(
            key: entry.key, kind: Self.kinds[entry.type] ?? .other,
            title: text(entry, "title") ?? "", span: SourceSpan(path, entry.keySpan))
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
        work.container = text(entry, "journal", "journaltitle", "booktitle")
        work.issued = date(entry)
        work.publisher = text(entry, "publisher", "institution", "school", "organization")
        work.volume = text(entry, "volume")
        work.issue = text(entry, "number", "issue")
        if work.kind == .report {
            work.number = work.issue
            work.issue = nil
        }
        work.pages = text(entry, "pages")?.replacing("-", with: "–").replacing("––", with: "–")
        work.edition = text(entry, "edition")
        work.doi = doi(entry)
        work.url = url(entry, "url")
        work.eprint = text(entry, "eprint")
        work.archive = text(entry, "archiveprefix", "eprinttype")
        work.medium = text(entry, "howpublished")
        if let medium = work.medium, WebAddress.kind(of: medium) == .web {
            work.url = work.url ?? medium
            work.medium = nil
        }
        work.note = text(entry, "note")
        if work.kind == .other, work.eprint != nil, work.container == nil { work.kind = .preprint }
        if work.kind == .other, work.url != nil, work.medium == nil { work.kind = .webpage }
        work.pdf = pdf(entry)
        return work
    }

    // MARK: - Names

    /// Names joined by `and`, outside of braces.
    private mutating func names(_ field: BibTeXEntry.Field?) -> (names: [PersonName], more: Bool) {
        guard let field else { return ([], false) }
        var names: [PersonName] = []
        var more = false
        for part in Self.split(field.value, at: "and") {
            if part == "others" {
                more = true
                continue
            }
            if let name = BibTeXName.parse(part) {
                names.append(name)
            } else {
                report(
                    "bibliography.malformed-name", "This list holds an empty name.", at: field.span)
            }
        }
        return (names, more)
    }

    /// Splits at a word that stands outside of braces.
    private static func split(_ text: String, at word: String) -> [String] {
        var parts: [String] = []
        var current: [Substring] = []
        var depth = 0
        for piece in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            if depth == 0, piece.lowercased() == word {
                parts.append(current.joined(separator: " "))
                current = []
            } else {
                depth += piece.count { $0 == "{" } - piece.count { $0 == "}" }
                current.append(piece)
            }
        }
        return parts + [current.joined(separator: " ")]
    }

    // MARK: - Other values

    private mutating func date(_ entry: BibTeXEntry) -> PartialDate? {
        if let field = entry["date"] {
            let parts = field.value.split(separator: "-").map { Int($0) }
            if let year = parts.first ?? nil {
                return PartialDate(
                    year: year, month: parts.count > 1 ? parts[1] : nil,
                    day: parts.count > 2 ? parts[2] : nil)
            }
            report(
                "bibliography.malformed-date", "‘\(field.value)’ is no date.", at: field.span)
        }
        guard let field = entry["year"] else { return nil }
        guard let year = Int(field.value.filter { $0.isASCII && $0.isNumber }), year < 10_000 else {
            report(
                "bibliography.malformed-date", "‘\(field.value)’ is no year.", at: field.span)
            return nil
        }
        var month: Int?
        if let field = entry["month"] {
            let names = [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ]
            let text = field.value.lowercased()
            month = Int(text) ?? names.firstIndex { text.hasPrefix($0) }.map { $0 + 1 }
            if month.map({ !(1...12).contains($0) }) ?? true {
                report(
                    "bibliography.malformed-date", "‘\(field.value)’ is no month.", at: field.span)
                month = nil
            }
        }
        return PartialDate(year: year, month: month, day: entry["day"].flatMap { Int($0.value) })
    }

    private mutating func doi(_ entry: BibTeXEntry) -> String? {
        guard let field = entry["doi"] else { return nil }
        var bare = field.value[...]
        for prefix in [
            "https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/",
            "doi:",
        ]
        where bare.lowercased().hasPrefix(prefix) {
            bare = bare.dropFirst(prefix.count)
        }
        guard bare.hasPrefix("10."), bare.contains("/"), !bare.contains(" ") else {
            report("bibliography.malformed-doi", "‘\(field.value)’ is no DOI.", at: field.span)
            return nil
        }
        return String(bare).replacing("\\_", with: "_")
    }

    private mutating func url(_ entry: BibTeXEntry, _ name: String) -> String? {
        guard let field = entry[name] else { return nil }
        let url = field.value.replacing("\\url{", with: "").replacing("\\_", with: "_")
            .replacing("\\%", with: "%").replacing("\\&", with: "&").replacing("\\#", with: "#")
            .filter { $0 != "{" && $0 != "}" && !$0.isWhitespace }
        guard WebAddress.kind(of: url) == .web else {
            report(
                "bibliography.malformed-url",
                "‘\(field.value)’ is no address that begins with ‘https://’.", at: field.span)
            return nil
        }
        return url
    }

    /// `pdf`, `pages-in-pdf` (`offset 4, count 214`) and `sections` (`1.2: 6; 2.2: 28`).
    private mutating func pdf(_ entry: BibTeXEntry) -> PDFLocation? {
        guard let url = url(entry, "pdf") else { return nil }
        var location = PDFLocation(url: url)
        if let field = entry["pages-in-pdf"] {
            for part in field.value.split(separator: ",") {
                let words = part.split(separator: " ")
                guard words.count == 2, let number = Int(words[1]) else {
                    report(
                        "bibliography.malformed-pages",
                        "‘pages-in-pdf’ is written ‘offset 4, count 214’.", at: field.span)
                    break
                }
                switch words[0] {
                case "offset": location.pageOffset = number
                case "count": location.pageCount = number
                default:
                    report(
                        "bibliography.malformed-pages",
                        "‘pages-in-pdf’ has ‘offset’ and ‘count’, not ‘\(words[0])’.",
                        at: field.span)
                }
            }
        }
        if let field = entry["sections"] {
            for part in field.value.split(separator: ";") {
                let sides = part.split(separator: ":").map { $0.trimmed }
                guard sides.count == 2, !sides[0].isEmpty, let page = Int(sides[1]), page > 0 else {
                    report(
                        "bibliography.malformed-sections",
                        "‘sections’ is written ‘1.2: 6; 2.2: 28’: number, colon, page.",
                        at: field.span)
                    break
                }
                location.sections.append(PDFLocation.Section(number: sides[0], page: page))
            }
        }
        return location
    }
}

/// The parts of a name (BibTeX: "First von Last", "von Last, First", "von Last, Jr, First").
enum BibTeXName {
    static func parse(_ text: String) -> PersonName? {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        // A name wholly in braces is an organization.
        if trimmed.hasPrefix("{"), trimmed.hasSuffix("}"), closes(trimmed) {
            return PersonName(literal: TeXText.decode(String(trimmed.dropFirst().dropLast())).text)
        }
        let parts = splitCommas(trimmed)
        let decode = { (words: ArraySlice<String>) in
            TeXText.decode(words.joined(separator: " ")).text
        }
        switch parts.count {
        case 1:
            let words = splitWords(parts[0])
            guard words.count > 1 else { return PersonName(given: "", family: decode(words[...])) }
            // von: the lower-case words before the last.
            let start = words.dropLast().firstIndex(where: isLowercase)
            guard let start else {
                return PersonName(given: decode(words.dropLast()), family: decode(words.suffix(1)))
            }
            let end = words.dropLast().lastIndex(where: isLowercase).map { $0 + 1 } ?? start
            return PersonName(
                given: decode(words[..<start]), particle: decode(words[start..<end]),
                family: decode(words[end...]))
        default:
            let words = splitWords(parts[0])
            let end = words.dropLast().lastIndex(where: isLowercase).map { $0 + 1 } ?? 0
            let suffix = parts.count > 2 ? TeXText.decode(parts[1]).text : ""
            return PersonName(
                given: TeXText.decode(parts[parts.count - 1]).text,
                particle: decode(words[..<end]), family: decode(words[end...]), suffix: suffix)
        }
    }

    private static func isLowercase(_ word: String) -> Bool {
        word.first { $0.isLetter }?.isLowercase ?? false && !word.hasPrefix("{")
    }

    /// Whether the first brace closes at the very end.
    private static func closes(_ text: String) -> Bool {
        var depth = 0
        for (offset, character) in text.enumerated() {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0 { return offset == text.count - 1 }
        }
        return false
    }

    private static func splitCommas(_ text: String) -> [String] { split(text) { $0 == "," } }

    private static func splitWords(_ text: String) -> [String] {
        split(text) { $0 == " " || $0 == "~" }.filter { !$0.isEmpty }
    }

    private static func split(_ text: String, at isSeparator: (Character) -> Bool) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0, isSeparator(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.trimmed }
    }
}

extension StringProtocol {
    /// Without white space at either end; U+00A0 counts.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
