/// How a publication of the site is cited by others: BibTeX, RIS, CSL-JSON and formatted text, all from
/// one record.

package import Bytes
import Diagnostics
package import Markup

/// The facts of a publication that a citation gives.
package struct PublicationExport: Sendable {
    package enum Kind: Sendable { case essay, report, paper, brief, news, talk }

    /// ASCII, stable: the slug of the publication with its year.
    package var key: String
    package var kind: Kind
    package var title: String
    package var authors: [PersonName]
    package var date: Moment
    /// Absolute.
    package var url: String
    package var doi: String?
    package var publisher: String
    package var number: String?
    package var venue: String?
    package var abstract: String?
    package var language: String
    package var keywords: [String]
    package var license: String?
    package var version: String?
    package var pdf: String?
    /// What the formatted citation says.
    package let words: CitationWords

    package init(
        key: String, kind: Kind, title: String, authors: [PersonName], date: Moment, url: String,
        publisher: String, language: String, words: CitationWords
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.authors = authors
        self.date = date
        self.url = url
        self.publisher = publisher
        self.language = language
        self.words = words
        keywords = []
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
        var index = 0
        while index < html.count {
            let byte = html[index]
            var last = index
            switch byte {
            case UInt8(ascii: "<"):
                last = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
            case UInt8(ascii: "&"):
                // Text between tags is written with three entities: `&amp;`, `&lt;` and `&gt;`.
                switch html[(index + 1)...].first {
                case UInt8(ascii: "l"): text.append(UInt8(ascii: "<"))
                case UInt8(ascii: "g"): text.append(UInt8(ascii: ">"))
                default: text.append(byte)
                }
                last = html[index...].firstIndex(of: UInt8(ascii: ";")) ?? html.count
            default: text.append(byte)
            }
            index = last + 1
        }
        return String(decoding: text)
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
