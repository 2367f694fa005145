import Bibliography
import Bytes
import Diagnostics
import Testing

/// A text, and the lines that tell what was read from it.
struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let expected: [String]

    var testDescription: String { name }

    init(_ name: String, _ source: String, _ expected: String...) {
        self.name = name
        self.source = source
        self.expected = expected
    }
}

/// What a bibliography was read as: a line for each work, then one for each problem.
enum Described {
    static func bibtex(_ source: String) -> [String] {
        let (library, diagnostics) = WorkLibrary.parse(bibtex: Array(source.utf8), path: "a.bib")
        return library.works.map(line) + problems(diagnostics, in: source)
    }

    static func csl(_ source: String) -> [String] {
        let (library, diagnostics) = WorkLibrary.parse(cslJSON: Array(source.utf8), path: "a.json")
        return library.works.map(line) + problems(diagnostics, in: source)
    }

    /// How a book by Ann Lee stands in a list, of which CSL-JSON says when it was issued.
    static func reference(issued date: String) -> String {
        let item =
            #"[{"id": "k", "type": "book", "author": [{"family": "Lee", "given": "Ann"}], "title": "T", "publisher": "P", "issued": \#(date)}]"#
        let (library, _) = WorkLibrary.parse(cslJSON: Array(item.utf8), path: "a.json")
        return library.work(for: "k").map { String(decoding: PageCitations.html(of: $0, .english)) }
            ?? ""
    }

    /// `line:column id` of each, warnings about missing fields apart: most cases have few fields.
    private static func problems(_ diagnostics: [Diagnostic], in source: String) -> [String] {
        let table = LineTable(Array(source.utf8))
        return diagnostics.filter { $0.id != "bibliography.missing-field" }.map { diagnostic in
            let place = table.position(of: Int(diagnostic.span?.bytes.lower ?? 0))
            return "\(place.line):\(place.column) \(diagnostic.id.rawValue)"
        }
    }

    /// `key kind` and every fact that there is.
    static func line(_ work: Work) -> String {
        var parts = ["\(work.key) \(work.kind.rawValue)"]
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { parts.append("\(name) \(value)") }
        }
        add("title", work.title)
        add("by", work.authors.map(name).joined(separator: " & "))
        if work.hasMoreAuthors { parts.append("and others") }
        add("edited by", work.editors.map(name).joined(separator: " & "))
        add("translated by", work.translators.map(name).joined(separator: " & "))
        add("in", work.container)
        add("whole", work.mainTitle)
        add("date", work.issued.map(date))
        add("first", work.originallyIssued.map(date))
        add("status", work.status)
        add("publisher", work.publisher)
        add("volume", work.volume)
        add("issue", work.issue)
        add("number", work.number)
        add("series", work.series)
        add("number in it", work.seriesNumber)
        add("pages", work.pages)
        add("edition", work.edition)
        add("doi", work.doi)
        add("url", work.url)
        if case .named(let name)? = work.thesis { add("written as", name) }
        add("medium", work.medium)
        add("note", work.note)
        if let pdf = work.pdf {
            let sections = pdf.sections.map { "\($0.number)@\($0.page)" }.joined(separator: " ")
            add("pdf", "\(pdf.url) +\(pdf.pageOffset) of \(pdf.pageCount ?? 0) \(sections)")
        }
        return parts.joined(separator: "; ")
    }

    /// `2021-10`, `2021/2023`, `2021/`.
    private static func date(_ date: PartialDate) -> String {
        let start = [date.year, date.month, date.day].compactMap { $0.map(String.init) }
            .joined(separator: "-")
        switch date.end {
        case nil: return start
        case .year(let last), .period(let last, _): return "\(start)/\(last)"
        case .open: return start + "/"
        }
    }

    /// `given|particle|family|suffix`, or the name of an organization in braces.
    static func name(_ name: PersonName) -> String {
        name.isOrganization
            ? "{\(name.literal)}" : "\(name.given)|\(name.particle)|\(name.family)|\(name.suffix)"
    }
}
