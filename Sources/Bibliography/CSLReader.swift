/// CSL-JSON (citation style language, input data): a list of items.

import Bytes
import Diagnostics
import Markup

enum CSLReader {
    private static let kinds: [String: Work.Kind] = [
        "article-journal": .article, "article-magazine": .article, "article-newspaper": .article,
        "article": .preprint, "book": .book, "chapter": .chapter,
        "paper-conference": .conferencePaper, "report": .report, "thesis": .thesis,
        "webpage": .webpage, "post": .webpage, "post-weblog": .webpage, "manuscript": .preprint,
        "entry-encyclopedia": .chapter, "dataset": .other, "software": .other, "speech": .other,
    ]

    static func read(_ bytes: [UInt8], path: String) -> ([Work], [Diagnostic]) {
        let root: JSONValue
        do throws(JSONValue.Failure) {
            root = try JSONValue.read(bytes)
        } catch {
            return (
                [],
                [
                    Diagnostic(
                        "bibliography.syntax", "This is not JSON. \(error.message)",
                        at: SourceSpan(path, error.offset..<min(bytes.count, error.offset + 1)))
                ]
            )
        }
        guard let items = root.array else {
            return (
                [],
                [
                    Diagnostic(
                        "bibliography.syntax", "A CSL-JSON file is a list of items.",
                        at: SourceSpan(path, root.bytes))
                ]
            )
        }
        var diagnostics: [Diagnostic] = []
        var works: [Work] = []
        for item in items {
            reportControls(in: item, path, &diagnostics)
            guard let key = item["id"]?.text, !key.isEmpty else {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.syntax", "This item has no ‘id’.",
                        at: SourceSpan(path, item.bytes)))
                continue
            }
            works.append(work(key, item, path, &diagnostics))
        }
        return (works, diagnostics)
    }

    /// Control characters, which JSON can write as escapes (`"\u0093"`).
    private static func reportControls(
        in value: JSONValue, _ path: String, _ diagnostics: inout [Diagnostic]
    ) {
        for pair in value.object ?? [] { reportControls(in: pair.value, path, &diagnostics) }
        for item in value.array ?? [] { reportControls(in: item, path, &diagnostics) }
        guard let control = value.string?.firstControl else { return }
        diagnostics.append(
            Diagnostic(
                "text.control-character",
                "This text holds the control character \(ControlCharacter.name(control)), which nobody sees. "
                    + ControlCharacter.advice(control), at: SourceSpan(path, value.bytes)))
    }

    private static func work(
        _ key: String, _ item: JSONValue, _ path: String, _ diagnostics: inout [Diagnostic]
    ) -> Work {
        var work = Work(
            key: key, kind: item["type"]?.string.flatMap { kinds[$0] } ?? .other,
            title: item["title"]?.string ?? "",
            span: SourceSpan(path, item["id"]?.bytes ?? item.bytes))
        work.authors = names(item["author"])
        work.editors = names(item["editor"])
        work.container = item["container-title"]?.string
        work.issued = date(item["issued"])
        if work.issued == nil { work.status = item["status"]?.string }
        work.publisher = item["publisher"]?.string
        work.volume = item["volume"]?.text
        work.issue = item["issue"]?.text
        work.number = item["number"]?.text
        work.pages = item["page"]?.text?.replacing("-", with: "–")
        work.edition = item["edition"]?.text
        if let text = item["DOI"]?.string {
            work.doi = WorkIdentifier.doi(text)
            if work.doi == nil {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.malformed-doi", "‘\(text)’ is no DOI.",
                        at: SourceSpan(path, item["DOI"]?.bytes ?? item.bytes)))
            }
        }
        work.url = url(item["URL"], path, &diagnostics)
        let genre = item["genre"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        if work.kind == .thesis {
            work.thesis = genre.map { Thesis(key: $0) ?? .named($0) }
            work.medium = item["medium"]?.string
        } else {
            work.medium = item["medium"]?.string ?? genre
        }
        work.note = item["note"]?.string
        if let url = url(item["pdf"], path, &diagnostics) {
            var pdf = PDFLocation(url: url)
            pdf.pageOffset = item["pages-in-pdf"]?["offset"]?.integer ?? 0
            pdf.pageCount = item["pages-in-pdf"]?["count"]?.integer
            for section in item["sections"]?.object ?? [] {
                if let page = section.value.integer {
                    pdf.sections.append(PDFLocation.Section(number: section.key, page: page))
                }
            }
            work.pdf = pdf
        }
        return work
    }

    /// Only addresses that a page may link to.
    private static func url(
        _ value: JSONValue?, _ path: String, _ diagnostics: inout [Diagnostic]
    ) -> String? {
        guard let value, let text = value.string else { return nil }
        guard WebAddress.kind(of: text) == .web else {
            diagnostics.append(
                Diagnostic(
                    "bibliography.malformed-url",
                    "‘\(text)’ is no address that begins with ‘https://’.",
                    at: SourceSpan(path, value.bytes)))
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

    private static func date(_ value: JSONValue?) -> PartialDate? {
        if let raw = (value?["raw"] ?? value?["literal"])?.string, let moment = Moment(raw) {
            return PartialDate(year: moment.year, month: moment.month, day: moment.day)
        }
        let parts = value?["date-parts"]?.array?.first?.array?.map(\.integer) ?? []
        guard let year = parts.first ?? nil else { return nil }
        return PartialDate(
            year: year, month: parts.count > 1 ? parts[1] : nil,
            day: parts.count > 2 ? parts[2] : nil)
    }
}
