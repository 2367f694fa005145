/// CSL-JSON (citation style language, input data): a list of items.

import Diagnostics

enum CSLReader {
    private static let kinds: [String: Work.Kind] = [
        "article-journal": .article, "article-magazine": .article, "article-newspaper": .article,
        "article": .preprint, "book": .book, "chapter": .chapter,
        "paper-conference": .conferencePaper, "report": .report, "thesis": .thesis,
        "webpage": .webpage, "post": .webpage, "post-weblog": .webpage, "manuscript": .preprint,
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
            guard let key = item["id"]?.text, !key.isEmpty else {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.syntax", "This item has no ‘id’.",
                        at: SourceSpan(path, item.bytes)))
                continue
            }
            works.append(work(key, item, path))
        }
        return (works, diagnostics)
    }

    private static func work(_ key: String, _ item: JSONValue, _ path: String) -> Work {
        var work = Work(
            key: key, kind: item["type"]?.string.flatMap { kinds[$0] } ?? .other,
            title: item["title"]?.string ?? "",
            span: SourceSpan(path, item["id"]?.bytes ?? item.bytes))
        work.authors = names(item["author"])
        work.editors = names(item["editor"])
        work.container = item["container-title"]?.string
        work.issued = date(item["issued"])
        work.publisher = item["publisher"]?.string
        work.volume = item["volume"]?.text
        work.issue = item["issue"]?.text
        work.number = item["number"]?.text
        work.pages = item["page"]?.text?.replacing("-", with: "–")
        work.edition = item["edition"]?.text
        work.doi = item["DOI"]?.string
        work.url = item["URL"]?.string
        work.medium = item["medium"]?.string ?? item["genre"]?.string
        work.note = item["note"]?.string
        if let url = item["pdf"]?.string {
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

    private static func names(_ value: JSONValue?) -> [PersonName] {
        (value?.array ?? []).map { name in
            if let literal = name["literal"]?.string { return PersonName(literal: literal) }
            return PersonName(
                given: name["given"]?.string ?? "",
                particle: name["non-dropping-particle"]?.string ?? name["dropping-particle"]?.string
                    ?? "", family: name["family"]?.string ?? "",
                suffix: name["suffix"]?.string ?? "")
        }
    }

    private static func date(_ value: JSONValue?) -> PartialDate? {
        let parts = value?["date-parts"]?.array?.first?.array?.map(\.integer) ?? []
        guard let year = parts.first ?? nil else { return nil }
        return PartialDate(
            year: year, month: parts.count > 1 ? parts[1] : nil,
            day: parts.count > 2 ? parts[2] : nil)
    }
}
