/// CSL-JSON (citation style language, input data): a list of items.

import Bytes
import Diagnostics
import Markup

struct CSLReader {
    private static let kinds: [String: Work.Kind] = [
        "article-journal": .article, "article-magazine": .article, "article-newspaper": .article,
        "article": .preprint, "book": .book, "chapter": .chapter,
        "paper-conference": .conferencePaper, "report": .report, "thesis": .thesis,
        "webpage": .webpage, "post": .webpage, "post-weblog": .webpage, "manuscript": .preprint,
        "entry-encyclopedia": .chapter, "entry-dictionary": .chapter, "review": .article,
        "review-book": .article, "dataset": .other, "software": .other, "speech": .presentation,
    ]

    /// What is kept in an archive where others have a publisher.
    private static let unpublished: Set<String> = [
        "manuscript", "personal_communication", "document", "interview", "map",
    ]

    /// Shelf mark and archive.
    private static func repository(_ item: JSONValue) -> String? {
        let parts = ["archive_location", "archive", "archive-place"].compactMap { text(item[$0]) }
            .filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private let path: String
    private var diagnostics: [Diagnostic] = []

    static func read(_ bytes: [UInt8], path: String) -> ([Work], [Diagnostic]) {
        var reader = CSLReader(path: path)
        let works = reader.works(bytes)
        return (works, reader.diagnostics)
    }

    private init(path: String) { self.path = path }

    private mutating func report(_ id: Diagnostic.ID, _ message: String, at bytes: ByteRange) {
        diagnostics.append(Diagnostic(id, message, at: SourceSpan(path, bytes)))
    }

    private mutating func works(_ bytes: [UInt8]) -> [Work] {
        let root: JSONValue
        do throws(JSONValue.Failure) {
            root = try JSONValue.read(bytes)
        } catch {
            report(
                "bibliography.syntax", "This is not JSON. \(error.message)",
                at: ByteRange(error.offset, min(bytes.count, error.offset + 1)))
            return []
        }
        guard let items = root.array else {
            report("bibliography.syntax", "A CSL-JSON file is a list of items.", at: root.bytes)
            return []
        }
        return items.compactMap { item in
            reportControls(in: item)
            guard let key = item["id"]?.text, !key.isEmpty else {
                report("bibliography.syntax", "This item has no ‘id’.", at: item.bytes)
                return nil
            }
            return work(key, item)
        }
    }

    /// Control characters, which JSON can write as escapes (`"\u0093"`).
    private mutating func reportControls(in value: JSONValue) {
        for pair in value.object ?? [] { reportControls(in: pair.value) }
        for item in value.array ?? [] { reportControls(in: item) }
        guard let control = value.string?.firstControl else { return }
        report(
            "text.control-character",
            "This text holds the control character \(ControlCharacter.name(control)), which nobody sees. "
                + ControlCharacter.advice(control), at: value.bytes)
    }

    private mutating func work(_ key: String, _ item: JSONValue) -> Work {
        var work = Work(
            key: key, kind: item["type"]?.string.flatMap { Self.kinds[$0] } ?? .other,
            title: Self.text(item["title"]) ?? "",
            span: SourceSpan(path, item["id"]?.bytes ?? item.bytes))
        work.authors = Self.names(item["author"])
        work.editors = Self.names(item["editor"])
        work.translators = Self.names(item["translator"])
        work.container = Self.text(item["container-title"])
        if work.kind == .presentation {
            // `event` is its name up to version 1.0.1.
            work.container = Self.text(item["event-title"] ?? item["event"]) ?? work.container
        }
        work.issued = Self.date(item["issued"])
        work.originallyIssued = Self.date(item["original-date"])
        if work.issued == nil {
            work.status = item["status"]?.string ?? Self.status(item["issued"])
            work.isUndated =
                (item["issued"]?["raw"] ?? item["issued"]?["literal"])?.string
                .map(WorkReader.isUndated) ?? false
        }
        work.publisher = Self.text(item["publisher"])
        work.volume = item["volume"]?.text
        work.volumeCount = item["number-of-volumes"]?.text
        work.issue = item["issue"]?.text
        work.number = item["number"]?.text
        readWhole(item, &work)
        work.pages = item["page"]?.text?.replacing("-", with: "–")
        work.edition = item["edition"]?.text
        if let text = item["DOI"]?.string {
            work.doi = DOI.bare(text)
            if work.doi == nil {
                report(
                    "bibliography.malformed-doi", "‘\(text)’ is no DOI.",
                    at: item["DOI"]?.bytes ?? item.bytes)
            }
        }
        work.url = url(item["URL"])
        let genre = item["genre"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        if work.kind == .thesis {
            work.thesis = genre.map { Thesis(key: $0) ?? .named($0) }
            work.medium = item["medium"]?.string
        } else {
            work.medium = item["medium"]?.string ?? genre
        }
        work.note = item["note"]?.string
        work.isOfDay = ["article-newspaper", "article-magazine"].contains(item["type"]?.string)
        if Self.unpublished.contains(item["type"]?.string ?? "") {
            work.repository = Self.repository(item)
        }
        if let url = url(item["pdf"]) {
            var pdf = PDFLocation(url: url)
            pdf.pageOffset = Self.pageNumber(item["pages-in-pdf"]?["offset"]) ?? 0
            pdf.pageCount = Self.pageNumber(item["pages-in-pdf"]?["count"])
            for section in item["sections"]?.object ?? [] {
                if let page = Self.pageNumber(section.value) {
                    pdf.sections.append(PDFLocation.Section(number: section.key, page: page))
                }
            }
            work.pdf = pdf
        }
        return work
    }

    /// The work in volumes or the series to which a book, or the book of a part, belongs.
    private func readWhole(_ item: JSONValue, _ work: inout Work) {
        switch work.kind {
        case .book, .chapter, .conferencePaper:
            guard let title = Self.text(item["volume-title"]) else { break }
            if work.kind == .book {
                (work.mainTitle, work.title) = (work.title, title)
            } else {
                (work.mainTitle, work.container) = (work.container, title)
            }
        case .report: break
        case .article, .thesis, .webpage, .preprint, .presentation, .other: return
        }
        work.series = Self.text(item["collection-title"])
        work.seriesNumber = item["collection-number"]?.text
    }

    /// Only addresses that a page may link to.
    private mutating func url(_ value: JSONValue?) -> String? {
        guard let value, let text = value.string else { return nil }
        guard WebAddress.kind(of: text) == .web else {
            report(
                "bibliography.malformed-url",
                "‘\(text)’ is no address that begins with ‘https://’.", at: value.bytes)
            return nil
        }
        return text
    }

    private static func names(_ value: JSONValue?) -> [PersonName] {
        (value?.array ?? []).map { name in
            if let literal = name["literal"]?.string { return PersonName(literal: literal) }
            guard let family = name["family"]?.string else {
                return PersonName(given: "", family: name["given"]?.string ?? "")
            }
            return PersonName(
                given: name["given"]?.string ?? "",
                particle: name["non-dropping-particle"]?.string ?? name["dropping-particle"]?.string
                    ?? "", family: family,
                suffix: name["suffix"]?.string ?? "")
        }
    }

    /// Plain text of a value that may have markup.
    private static func text(_ value: JSONValue?) -> String? {
        value?.string.map { HTMLText.plain($0) }
    }

    /// What an item says of its date that is none: "in press".
    private static func status(_ date: JSONValue?) -> String? {
        (date?["raw"] ?? date?["literal"])?.string.flatMap { WorkReader.status(of: $0) }
    }

    /// A flag, which CSL-JSON writes as `true`, `1`, `"true"` or any other text.
    private static func isSet(_ value: JSONValue?) -> Bool {
        switch value?.content {
        case .flag(let isSet): isSet
        case .number(let text), .string(let text): !["0", "false", ""].contains(text)
        case .null, .array, .object, nil: false
        }
    }

    /// To CSL, -350 is 350 BCE, and there is no year 0 (CSL 1.0.2, appendix on dates).
    private static func isoYear(_ year: Int) -> Int? {
        guard year != 0, PartialDate.years.contains(year) else { return nil }
        return year < 0 ? year + 1 : year
    }

    /// `nil` also for what no file has.
    private static func pageNumber(_ value: JSONValue?) -> Int? {
        value?.integer.flatMap { PDFLocation.pageNumbers.contains($0) ? $0 : nil }
    }

    private static func date(_ value: JSONValue?) -> PartialDate? {
        if let raw = (value?["raw"] ?? value?["literal"])?.string {
            // `2021/03`, as some programs write it; a range has no such months.
            return PartialDate(iso: raw.replacing("/", with: "-")) ?? PartialDate(raw)
                ?? PartialDate(written: raw)
                ?? raw.split { !$0.isNumber }.first { $0.count == 4 }
                .flatMap { Int($0).map { PartialDate(year: $0) } }
        }
        let dates = value?["date-parts"]?.array?.map { $0.array?.map(\.integer) ?? [] } ?? []
        let parts = dates.first ?? []
        guard let year = (parts.first ?? nil).flatMap(isoYear) else { return nil }
        var date = PartialDate(
            year: year, month: parts.count > 1 ? parts[1] : nil,
            day: parts.count > 2 ? parts[2] : nil)
        // A range has two.
        if dates.count > 1, let last = (dates[1].first ?? nil).flatMap(isoYear) {
            date.end = PartialDate.End(lastYear: last, of: year)
        }
        date.isApproximate = isSet(value?["circa"])
        return date
    }
}
