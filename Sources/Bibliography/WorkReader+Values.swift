/// The values of an entry that are more than a text: dates, identifiers, addresses, places in a
/// PDF.

import Diagnostics
import Markup

extension WorkReader {
    /// `date = {2021-10-18}`, or `year`, `month` and `day`; "in press" is a status instead.
    mutating func date(_ entry: BibTeXEntry) -> (date: PartialDate?, status: String?) {
        if let field = entry["date"] {
            if let status = Self.status(of: field.value) { return (nil, status) }
            if Self.isUndated(field.value.trimmed) { return (nil, nil) }
            let date = PartialDate(field.value)
            if date == nil {
                report(
                    "bibliography.malformed-date", "‘\(field.value)’ is no date.", at: field.span)
            }
            return (date, nil)
        }
        guard let field = entry["year"] else { return (nil, nil) }
        let text = TeXText.decode(field.value).text.trimmed
        if let status = Self.status(of: text) { return (nil, status) }
        if Self.isUndated(text) { return (nil, nil) }
        guard
            let year = PartialDate(qualified: text) ?? PartialDate(iso: text)
                ?? PartialDate(written: text)
        else {
            let number = text.hasPrefix("-") ? Int(text.dropFirst()) : nil
            let advice = number.map { " Write ‘\($0) BCE’." } ?? ""
            report(
                "bibliography.malformed-date", "‘\(field.value)’ is no year.\(advice)",
                at: field.span)
            return (nil, nil)
        }
        var date = year
        let (month, day) = month(entry)
        if let month { (date.month, date.day) = (month, day) }
        return (date, nil)
    }

    /// What stands in the place of a year that nobody knows; `XXXX` is EDTF's.
    static func isUndated(_ text: String) -> Bool {
        ["n.d.", "[n.d.]", "n. d.", "no date", "undated", "s.d.", "o. J.", "o.J.", "XXXX"]
            .contains {
                $0.lowercased() == text.lowercased()
            }
    }

    /// `origdate`; a year of more than four digits (`Y-17000`) is left out.
    mutating func originalDate(_ entry: BibTeXEntry) -> PartialDate? {
        guard let field = entry["origdate"] ?? entry["origyear"],
            !field.value.hasPrefix("Y")
        else { return nil }
        // A year may be in words, as that of the work itself.
        let year = entry["origdate"] == nil ? TeXText.decode(field.value).text.trimmed : nil
        let date = PartialDate(field.value) ?? year.flatMap { PartialDate(written: $0) }
        if date == nil {
            report(
                "bibliography.malformed-date", "‘\(field.value)’ is no date.", at: field.span)
        }
        return date
    }

    /// What stands in the place of a year that is not known yet.
    static func status(of text: String) -> String? {
        ["in press", "forthcoming", "to appear"].contains(text.trimmed.lowercased())
            ? "in press" : nil
    }

    /// What journals have in place of a month, and references leave out.
    private static let seasons: Set<String> = ["spring", "summer", "autumn", "fall", "winter"]

    /// A month by name or number, with a day where the field holds one: `10~oct`, `jun # "~10"`.
    private mutating func month(_ entry: BibTeXEntry) -> (month: Int?, day: Int?) {
        var day = entry["day"].flatMap { Int($0.value.trimmed) }
        guard let field = entry["month"] else { return (nil, day) }
        let words = TeXText.decode(field.value).text.lowercased()
            .split { !$0.isLetter && !$0.isNumber }
        var month = words.compactMap { word in
            PartialDate.months.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
        }.first
        for number in words.compactMap({ Int($0) }) {
            if month == nil { month = number } else { day = day ?? number }
        }
        guard let month, (1...12).contains(month) else {
            let isSeason =
                month.map { (21...24).contains($0) }
                ?? words.contains { Self.seasons.contains(String($0)) }
            if !isSeason {
                report(
                    "bibliography.malformed-date",
                    "‘\(field.value)’ is no month, and is left out.", at: field.span, .warning)
            }
            return (nil, nil)
        }
        return (month, day)
    }

    mutating func doi(_ entry: BibTeXEntry) -> String? {
        guard let field = entry["doi"] else { return nil }
        guard let doi = DOI.bare(TeXText.address(field.value)) else {
            report("bibliography.malformed-doi", "‘\(field.value)’ is no DOI.", at: field.span)
            return nil
        }
        return doi
    }

    mutating func url(_ entry: BibTeXEntry, _ name: String) -> String? {
        guard let field = entry[name] else { return nil }
        let url = TeXText.address(field.value)
        guard WebAddress.kind(of: url) == .web else {
            report(
                "bibliography.malformed-url",
                "‘\(field.value)’ is no address that begins with ‘https://’.", at: field.span)
            return nil
        }
        return url
    }

    /// How something was published; an address in its place is that of the work.
    mutating func medium(_ entry: BibTeXEntry) -> (url: String?, medium: String?) {
        guard let field = entry["howpublished"] else { return (nil, nil) }
        if let url = TeXText.addressInCommand(field.value), WebAddress.kind(of: url) == .web {
            return (url, nil)
        }
        let medium = text(entry, "howpublished")
        // Behind it may stand when it was looked at.
        let written = field.value.trimmed.prefix { !$0.isWhitespace }
        let isPlain = !written.contains { "\\{$".contains($0) }
        // As it is written, since to TeX a tilde is a space and two hyphens are a dash.
        var url = isPlain ? String(written) : String((medium ?? "").prefix { !$0.isWhitespace })
        guard WebAddress.kind(of: url) == .web else { return (nil, medium) }
        if let last = url.last, ",;".contains(last) { url.removeLast() }
        return (url, nil)
    }

    /// `pdf`, `pages-in-pdf` (`offset 4, count 214`) and `sections` (`1.2: 6; 2.2: 28`).
    mutating func pdf(_ entry: BibTeXEntry) -> PDFLocation? {
        guard let url = url(entry, "pdf") else { return nil }
        var location = PDFLocation(url: url)
        if let field = entry["pages-in-pdf"] {
            for part in field.value.split(separator: ",") {
                let words = part.split(separator: " ")
                guard words.count == 2, let number = Int(words[1]),
                    PDFLocation.pageNumbers.contains(number)
                else {
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
                guard sides.count == 2, !sides[0].isEmpty, let page = Int(sides[1]), page > 0,
                    PDFLocation.pageNumbers.contains(page)
                else {
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
