/// A cited work, whatever file it was read from.

package import Diagnostics
import Markup

package struct Work: Sendable {
    package enum Kind: String, Sendable {
        case article, book, chapter, conferencePaper, report, thesis, webpage, preprint
        case presentation, other
    }

    package var key: String
    package var kind: Kind
    package var title: String
    /// Journal, proceedings or book that holds it; the event at which a talk was given.
    package var container: String?
    package var authors: [PersonName] = []
    package var editors: [PersonName] = []
    package var translators: [PersonName] = []
    /// `and others`: more authors than are named.
    package var hasMoreAuthors = false
    package var issued: PartialDate?
    /// When what was translated or republished first appeared.
    package var originallyIssued: PartialDate?
    /// What stands in the place of a year that is not known yet: "in press".
    package var status: String?
    /// Whether the file says that nobody knows when it appeared.
    package var isUndated = false
    /// Publisher, institution or school.
    package var publisher: String?
    package var volume: String?
    /// How many volumes the work has, of which none is named.
    package var volumeCount: String?
    /// Title of the work in volumes of which this is one, or of which the book is that holds it.
    package var mainTitle: String?
    package var series: String?
    package var seriesNumber: String?
    package var issue: String?
    package var pages: String?
    package var edition: String?
    /// `nil` of a thesis of which nobody says for what degree, and of other works.
    package var thesis: Thesis?
    /// Number of a report.
    package var number: String?
    /// Bare: `10.1000/182`.
    package var doi: String?
    package var url: String?
    /// arXiv identifier or the like.
    package var eprint: String?
    package var archive: String?
    /// How something unusual was published: "Workshop remarks".
    package var medium: String?
    package var note: String?
    /// Where what is not published is kept: shelf mark and archive.
    package var repository: String?
    /// Whether it appeared in a newspaper or a magazine, which are cited by their day.
    package var isOfDay = false
    package var pdf: PDFLocation?
    /// Where the work stands in the bibliography.
    package var span: SourceSpan

    package init(key: String, kind: Kind, title: String, span: SourceSpan) {
        self.key = key
        self.kind = kind
        self.title = title
        self.span = span
    }
}

/// What a thesis was written for.
package enum Thesis: Hashable, Sendable {
    case doctoral, masters
    /// In the words of the file: "Bachelor’s thesis".
    case named(String)

    /// By a key of BibTeX or BibLaTeX; `nil` for any other.
    init?(key: String) {
        switch key.lowercased() {
        case "phdthesis": self = .doctoral
        case "mastersthesis", "mathesis": self = .masters
        default: return nil
        }
    }
}

/// The PDF of a work, and where its pages and sections are in it.
package struct PDFLocation: Hashable, Sendable {
    package var url: String
    /// Added to a printed page number to get the page of the file.
    package var pageOffset = 0
    /// Pages of the file, when known.
    package var pageCount: Int?
    /// Printed page on which each section begins, in the order of the file.
    package var sections: [Section] = []

    package struct Section: Hashable, Sendable {
        package var number: String
        package var page: Int

        package init(number: String, page: Int) {
            self.number = number
            self.page = page
        }
    }

    package init(url: String) { self.url = url }
}

extension Work {
    /// The work in volumes, or else the numbered series, of which a book is one volume; a series alone is not named
    /// (APA 7, section 10.2).
    var whole: (title: String, volume: String?)? {
        if let mainTitle { return (mainTitle, volume) }
        guard let series, let seriesNumber else { return nil }
        return (series, seriesNumber)
    }

    /// Told of the first of a file, with the work that has it.
    var ligature: Diagnostic? {
        let names = (authors + editors).flatMap { [$0.given, $0.family] }
        let shown = [title, container, mainTitle, series, publisher].compactMap(\.self) + names
        return shown.lazy.compactMap { Ligature.mistake(in: $0) }.first.map {
            Diagnostic("text.ligature", .warning, $0, at: span)
        }
    }

    /// Fields that an entry of its kind should have, and this one lacks.
    var missingFields: [String] {
        var missing: [String] = []
        if title.isEmpty { missing.append("title") }
        if authors.isEmpty, editors.isEmpty, publisher == nil, !isOfDay { missing.append("author") }
        if issued == nil, status == nil, !isUndated { missing.append("year") }
        switch kind {
        case .article: if container == nil { missing.append("journal") }
        case .chapter, .conferencePaper: if container == nil { missing.append("booktitle") }
        case .book: if publisher == nil { missing.append("publisher") }
        case .report: if publisher == nil { missing.append("institution") }
        case .thesis: if publisher == nil { missing.append("school") }
        case .webpage, .preprint, .presentation, .other: break
        }
        return missing
    }
}
