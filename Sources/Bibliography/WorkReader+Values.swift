/// The values of an entry that are more than a text: dates, identifiers, addresses, places in a
/// PDF.

import Diagnostics
import Markup

extension WorkReader {
    /// `date = {2021-10-18}`, or `year`, `month` and `day`; "in press" is a status instead.
    mutating func date(_ entry: BibTeXEntry) -> (date: PartialDate?, status: String?) {
        if let field = entry["date"] {
            if let status = Self.status(of: field.value) { return (nil, status) }
            let date = PartialDate(iso: field.value)
            if date == nil {
                report(
                    "bibliography.malformed-date", "‘\(field.value)’ is no date.", at: field.span)
            }
            return (date, nil)
        }
        guard let field = entry["year"] else { return (nil, nil) }
        let text = TeXText.decode(field.value).text
        if let status = Self.status(of: text) { return (nil, status) }
        if ["n.d.", "no date"].contains(text.lowercased()) { return (nil, nil) }
        guard let year = text.firstNumber, (1...9999).contains(year) else {
            report("bibliography.malformed-date", "‘\(field.value)’ is no year.", at: field.span)
            return (nil, nil)
        }
        let (month, day) = month(entry)
        var date = PartialDate(year: year, month: month, day: day)
        date.end = Self.end(ofYears: text)
        return (date, nil)
    }

    /// `origdate`; a year before our era is left out.
    mutating func originalDate(_ entry: BibTeXEntry) -> PartialDate? {
        guard let field = entry["origdate"] ?? entry["origyear"],
            !field.value.hasPrefix("-"), !field.value.hasPrefix("Y")
        else { return nil }
        let date = PartialDate(iso: field.value)
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

    /// The last year of `2001--2005`, once TeX's dash is one.
    private static func end(ofYears text: String) -> PartialDate.End? {
        let years = text.split { "-–—".contains($0) }.map { Int($0.trimmed) }
        guard years.count == 2, let first = years[0], let last = years[1] else { return nil }
        return PartialDate.End(lastYear: last, of: first)
    }

    /// What journals have in place of a month, and references leave out.
    private static let seasons: Set<String> = ["spring", "summer", "autumn", "fall", "winter"]

    /// A month by name or number, with a day where the field holds one: `10~oct`, `jun # "~10"`.
    private mutating func month(_ entry: BibTeXEntry) -> (month: Int?, day: Int?) {
        var day = entry["day"].flatMap { Int($0.value.trimmed) }
        guard let field = entry["month"] else { return (nil, day) }
        let names = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let words = TeXText.decode(field.value).text.lowercased()
            .split { !$0.isLetter && !$0.isNumber }
        var month = words.compactMap { word in
            names.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
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

extension String {
    /// The first run of digits.
    fileprivate var firstNumber: Int? {
        Int(drop { !($0.isASCII && $0.isNumber) }.prefix { $0.isASCII && $0.isNumber })
    }
}

extension PartialDate.End {
    /// `nil` where something ended in its first year, or a number is no such year.
    init?(lastYear: Int, of firstYear: Int) {
        guard lastYear > firstYear, lastYear <= 9999 else { return nil }
        self = .year(lastYear)
    }
}

extension PartialDate {
    /// `2021`, `2021-10`, `2021-10-18`; `2021/2023`, and `2021/` for what goes on.
    ///
    /// As BibLaTeX has it (manual, section 2.3.8): a time of day, a season and the signs of what is uncertain
    /// may stand there, and are not shown.
    init?(iso text: String) {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        self.init(isoDay: sides[0])
        guard sides.count > 1 else { return }
        end =
            ["", ".."].contains(sides[1].trimmed)
            ? .open
            : PartialDate(isoDay: sides[1]).flatMap { End(lastYear: $0.year, of: year) }
    }

    private init?(isoDay start: Substring) {
        let day = start.prefix { $0 != "T" }.filter { !"?~%".contains($0) }
        let parts = day.split(separator: "-", omittingEmptySubsequences: false).map {
            Int($0.trimmed)
        }
        // Of `21/03/2021`, the beginning is no year.
        let digits = day.prefix { $0 != "-" }.trimmed.count
        guard (1...3).contains(parts.count), digits == 4, let year = parts[0], year > 0,
            parts.allSatisfy({ $0 != nil })
        else { return nil }
        let month = parts.count > 1 ? parts[1] : nil
        let dayOfMonth = parts.count > 2 ? parts[2] : nil
        if let month, (21...24).contains(month), dayOfMonth == nil {
            self.init(year: year)
            return
        }
        guard (1...12).contains(month ?? 1), (1...31).contains(dayOfMonth ?? 1) else { return nil }
        self.init(year: year, month: month, day: dayOfMonth)
    }
}
