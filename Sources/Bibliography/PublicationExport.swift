/// How a publication of the site is cited by others: BibTeX, RIS, CSL-JSON and formatted text, all from
/// one record.

package import Bytes
import Diagnostics
package import Markup

/// The facts of a publication that a citation gives.
///
/// An object: its page, its files and the lists of all look at the same one.
package final class PublicationExport: Sendable {
    package enum Kind: Sendable { case essay, report, paper, brief, news, talk }

    /// ASCII, stable: the slug of the publication with its year.
    package let key: String
    package let kind: Kind
    package let title: String
    package let authors: [PersonName]
    package let date: Moment
    /// Absolute.
    package let url: String
    package let doi: String?
    package let publisher: String
    package let number: String?
    package let venue: String?
    package let abstract: String?
    package let language: String
    package let keywords: [String]
    package let license: String?
    package let version: String?
    package let pdf: String?
    /// What the formatted citation says.
    package let words: CitationWords

    package init(
        key: String, kind: Kind, title: String, authors: [PersonName], date: Moment, url: String,
        doi: String?, publisher: String, number: String?, venue: String?, abstract: String?,
        language: String, keywords: [String], license: String?, version: String?, pdf: String?,
        words: CitationWords
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.authors = authors
        self.date = date
        self.url = url
        self.doi = doi
        self.publisher = publisher
        self.number = number
        self.venue = venue
        self.abstract = abstract
        self.language = language
        self.keywords = keywords
        self.license = license
        self.version = version
        self.pdf = pdf
        self.words = words
    }

    // MARK: - Formatted

    /// APA 7, as HTML.
    package var html: OutputBuffer { PageCitations.html(of: work, words) }

    /// The same as plain text.
    package static func text(of html: OutputBuffer) -> String {
        html.withUnsafeBufferPointer(text)
    }

    private static func text(of html: UnsafeBufferPointer<UInt8>) -> String {
        var text = OutputBuffer()
        var start = 0
        while true {
            let index = html.firstIndex(from: start) { byte in
                (byte == UInt8(ascii: "<")).bit | (byte == UInt8(ascii: "&")).bit
            }
            text.append(contentsOf: html, in: start..<index)
            guard index < html.count else { return String(decoding: text) }
            var end = UInt8(ascii: ">")
            if html[index] == UInt8(ascii: "&") {
                end = UInt8(ascii: ";")
                // Text between tags is written with three entities: `&amp;`, `&lt;` and `&gt;`.
                switch html[(index + 1)...].first {
                case UInt8(ascii: "l"): text.append(UInt8(ascii: "<"))
                case UInt8(ascii: "g"): text.append(UInt8(ascii: ">"))
                default: text.append(UInt8(ascii: "&"))
                }
            }
            start = html.firstIndex(of: end, in: index..<html.count).map { $0 + 1 } ?? html.count
        }
    }

    /// What stands in a text that cites it: names and year.
    package var inText: String {
        let entry = CitedEntry(work: work)
        let style = AuthorDateStyle(words: words)
        return style.names(entry, inSentence: false) + words.comma + style.year(entry)
    }

    private var work: Work {
        var work = Work(
            key: key, kind: .webpage, title: title, span: .init(file: ""))
        work.authors = authors
        work.issued = PartialDate(year: date.year, month: date.month, day: date.day)
        work.publisher = publisher
        work.doi = doi
        work.url = url
        switch kind {
        case .report, .brief:
            work.kind = .report
            work.number = number
        case .paper: work.kind = venue == nil ? .preprint : .conferencePaper
        case .essay, .news, .talk: break
        }
        work.container = venue
        return work
    }
}
