/// How a publication of the site is cited by others: BibTeX, RIS, CSL-JSON and formatted text, all from
/// one record.

package import Bytes
import Diagnostics
package import Markup

/// The facts of a publication that a citation gives.
///
/// An object: its page, its files and the lists of all look at the same one.
package final class PublicationExport: Sendable {
    /// What others cite it as, told by its kind and by what front matter says of where it appeared.
    package enum Kind: Sendable {
        /// A text of the site alone: an essay, news.
        case post, news
        case report
        /// A paper that has appeared nowhere else.
        case manuscript
        /// The same with a number, which makes it one of a series of the site.
        case numberedPaper
        case article, conferencePaper, talk
    }

    /// ASCII, stable: the slug of the publication with its year.
    package let key: String
    package let kind: Kind
    package let title: String
    package let authors: [PersonName]
    package let date: Moment
    /// Absolute.
    package let url: String
    package let doi: String?
    /// The site's own; `nil` of what appeared in a journal or in proceedings, which others publish.
    package let publisher: String?
    package let number: String?
    /// The journal, the conference, the event.
    package let container: String?
    package let volume: String?
    package let issue: String?
    /// A range has an en dash.
    package let pages: String?
    /// What the site calls the kind of text: "Talk".
    package let genre: String
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
        doi: String?, publisher: String, number: String?, container: String?, volume: String?,
        issue: String?, pages: String?, genre: String, abstract: String?, language: String,
        keywords: [String], license: String?, version: String?, pdf: String?,
        words: CitationWords
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.authors = authors
        self.date = date
        self.url = url
        self.doi = doi
        self.publisher = kind == .article || kind == .conferencePaper ? nil : publisher
        self.number = number
        self.container = container
        self.volume = volume
        self.issue = issue
        self.pages = pages
        self.genre = genre
        self.abstract = abstract
        self.language = language
        self.keywords = keywords
        self.license = license
        self.version = version
        self.pdf = pdf
        self.words = words
    }

    // MARK: - Formatted

    /// APA 7: the reference as HTML, and what stands in a text that cites it, names and year.
    package var formatted: (html: OutputBuffer, inText: String) {
        let entry = CitedEntry(work: work)
        let style = AuthorDateStyle(words: words)
        return (
            style.reference(entry),
            style.names(entry, inSentence: false) + words.comma + style.year(entry)
        )
    }

    /// A reference as plain text.
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

    private var work: Work {
        var work = Work(
            key: key, kind: .webpage, title: title, span: .init(file: ""))
        work.authors = authors
        work.issued = PartialDate(year: date.year, month: date.month, day: date.day)
        work.publisher = publisher
        work.doi = doi
        work.url = url
        work.container = container
        work.volume = volume
        work.issue = issue
        work.pages = pages
        switch kind {
        case .post, .news: break
        case .report:
            work.kind = .report
            work.number = number
        case .manuscript: work.kind = .preprint
        case .numberedPaper:
            work.kind = .report
            work.number = number
            work.medium = genre
        case .article: work.kind = .article
        case .conferencePaper: work.kind = .conferencePaper
        case .talk:
            work.kind = .presentation
            work.medium = genre
        }
        return work
    }

    /// The first page, and the last where there are several.
    package var pageRange: (first: String, last: String?)? {
        guard let sides = pages?.split(separator: "–", maxSplits: 1), let first = sides.first else {
            return nil
        }
        return (first.trimmed, sides.count > 1 ? sides[1].trimmed : nil)
    }
}
