/// How citations and references are written: author and date, as the Publication Manual of the American
/// Psychological Association (7th edition) prescribes in chapter 8 for citations, and in chapters 9 and 10 for
/// references.

import Bytes
import Markup

struct AuthorDateStyle: Sendable {
    let words: CitationWords

    /// What two works of a page must not share.
    func label(_ entry: CitedEntry) -> String {
        names(entry, inSentence: false) + "|" + year(entry)
    }

    /// The authors' part: "Malik", "Bender et al.".
    func names(_ entry: CitedEntry, inSentence: Bool) -> String {
        let work = entry.work
        let people = entry.people
        guard let first = people.first else {
            if let publisher = work.publisher, work.kind == .report || work.kind == .webpage {
                return publisher
            }
            // Without an author, the title stands in its place.
            return work.title.isEmpty ? work.key : "“\(work.title)”"
        }
        let lead =
            entry.needsInitials && !first.isOrganization && !first.given.isEmpty
            ? first.abbreviated : first.familyWithParticle
        let joint = inSentence ? words.inSentence : words.inParentheses
        let families = [lead] + people.dropFirst().map(\.familyWithParticle)
        if work.hasMoreAuthors || people.count > 2 {
            let shown = min(entry.namesShown, people.count)
            // "et al." is a plural: it cannot stand for one name.
            if work.hasMoreAuthors || shown < people.count - 1 || shown == 1 {
                return families.prefix(shown).joined(separator: words.comma)
                    + (shown > 1 ? words.andOthers.last : words.andOthers.pair)
            }
            return families.dropLast().joined(separator: words.comma) + joint.last
                + families[families.count - 1]
        }
        return families.joined(separator: joint.pair)
    }

    /// The year's part in the list: "2021a", "n.d.".
    func year(_ entry: CitedEntry) -> String {
        guard let date = entry.work.issued else {
            let text = entry.work.status ?? words.noDate
            return text + (entry.yearSuffix.isEmpty ? "" : "-" + entry.yearSuffix)
        }
        let years = years(date)
        guard !entry.yearSuffix.isEmpty else { return years }
        // Behind a letter, as in "n.d.-a".
        return years + (years.last?.isLetter == true ? "-" : "") + entry.yearSuffix
    }

    /// The year's part in a text: "1953/2020a" for what was republished (APA 7, section 8.15).
    func citedYear(_ entry: CitedEntry) -> String {
        let year = year(entry)
        guard entry.work.issued != nil, let first = originalYears(entry.work) else { return year }
        return "\(first)/\(year)"
    }

    /// When it first appeared, where that was in other years.
    private func originalYears(_ work: Work) -> String? {
        guard let date = work.originallyIssued, date.year != work.issued?.year else { return nil }
        return years(date)
    }

    /// The years as far as they are known: "2001–2005", "2001–present", "1905?", "1890s–1900s", "384–322 BCE".
    func years(_ date: PartialDate) -> String {
        let first = text(date.year, date.form)
        // What is in words says its era, too.
        let isBefore = date.year <= 0 && !date.isInWords
        let years: String
        switch date.end {
        case nil: years = era(first, isBefore)
        case .open: years = era(first, isBefore) + "–\(words.present)"
        case .year(let year): years = range(first, isBefore, to: year, .years)
        case .period(let year, let form): years = range(first, isBefore, to: year, form)
        }
        return (date.isApproximate ? words.circa : "") + years + (date.isUncertain ? "?" : "")
    }

    /// The era stands once behind years of one.
    private func range(
        _ first: String, _ isBefore: Bool, to year: Int, _ form: PartialDate.Form
    ) -> String {
        let last = text(year, form)
        guard isBefore else { return "\(first)–\(last)" }
        return year <= 0
            ? words.era("\(first)–\(last)", true)
            : words.era(first, true) + "–" + words.era(last, false)
    }

    private func era(_ years: String, _ isBefore: Bool) -> String {
        isBefore ? words.era(years, true) : years
    }

    /// A year, or what begins with it, without its era.
    private func text(_ year: Int, _ form: PartialDate.Form) -> String {
        switch form {
        case .years: "\(year > 0 ? year : 1 - year)"
        case .decade: words.decade("\(year)")
        case .century: words.century(abs(year) / 100 + 1)
        case .written(let text): text
        }
    }

    // MARK: - References

    /// The entry in the list of references, as HTML.
    func reference(_ entry: CitedEntry) -> OutputBuffer {
        var html = OutputBuffer()
        write(entry, to: &html)
        return html
    }

    private func write(_ entry: CitedEntry, to html: inout OutputBuffer) {
        let work = entry.work
        let lead = authorList(work)
        if !lead.isEmpty {
            html.sentence(lead)
        } else {
            writeTitle(work, to: &html)
            html.text(" ")
        }
        html.text("(\(date(entry))). ")
        if !lead.isEmpty {
            writeTitle(work, to: &html)
            html.text(" ")
        }
        writeSource(work, lead: lead, to: &html)
        if let repository = work.repository { html.sentence(repository) }
        if let doi = work.doi {
            html.link(DOI.url(doi), shown: DOI.shownURL(doi))
        } else if let url = work.url {
            html.link(url)
        } else if let eprint = work.eprint, work.archive?.lowercased() == "arxiv" {
            html.link("https://arxiv.org/abs/" + eprint)
        }
        if let years = originalYears(work) {
            if html.last != 0x20 { html.text(" ") }
            html.text("(\(words.original(years)))")
        }
        while html.last == 0x20 { html.removeLast() }
    }

    /// Up to twenty names; more are cut before the last (APA 7, section 9.8).
    private func authorList(_ work: Work) -> String {
        let people = work.authors.isEmpty ? work.editors : work.authors
        guard !people.isEmpty else {
            return work.kind == .report || work.kind == .webpage ? work.publisher ?? "" : ""
        }
        var names = people.map(\.inverted)
        var list: String
        if work.hasMoreAuthors {
            list = names.joined(separator: words.comma) + words.andOthers.last
        } else if names.count > 20 {
            let last = names[names.count - 1]
            names = Array(names.prefix(19))
            list = names.joined(separator: words.comma) + words.comma + "… " + last
        } else if let last = names.popLast(), !names.isEmpty {
            let joint = names.count == 1 ? words.inReference.pair : words.inReference.last
            list = names.joined(separator: words.comma) + joint + last
        } else {
            list = people[0].inverted
        }
        if work.authors.isEmpty {
            list += " " + (people.count == 1 ? words.editor : words.editors)
        }
        return list
    }

    /// Those who edited the book of a chapter: names as in a text, since nothing is sorted by them
    /// (APA 7, section 9.28).
    private func editorList(_ work: Work) -> String {
        textList(work.editors) + " " + (work.editors.count == 1 ? words.editor : words.editors)
    }

    func textList(_ people: [PersonName]) -> String {
        var names = people.map(\.abbreviated)
        guard let last = names.popLast() else { return "" }
        guard !names.isEmpty else { return last }
        let joint = names.count == 1 ? words.inParentheses.pair : words.inParentheses.last
        return names.joined(separator: words.comma) + joint + last
    }

    private func date(_ entry: CitedEntry) -> String {
        // Only what appears on a day has a day: newspapers, web pages, talks and the like.
        guard entry.work.kind == .webpage || entry.work.kind == .presentation || entry.work.isOfDay,
            entry.work.issued?.end == nil, let month = entry.work.issued?.month,
            (1...12).contains(month)
        else { return year(entry) }
        return words.date(year(entry), month, entry.work.issued?.day)
    }

    private func writeSource(_ work: Work, lead: String, to html: inout OutputBuffer) {
        switch work.kind {
        case .article:
            guard let journal = work.container else { break }
            html.emphasized(journal)
            if let volume = work.volume {
                html.text(", ")
                html.emphasized(volume)
            }
            if let issue = work.issue { html.text("(\(issue))") }
            if let pages = work.pages { html.text(", \(pages)") }
            let isAlone = work.volume == nil && work.issue == nil && work.pages == nil
            html.text(isAlone && journal.hasSuffix(".") ? " " : ". ")
        case .chapter, .conferencePaper:
            guard let book = work.container else { break }
            html.text(words.within)
            if !work.editors.isEmpty {
                html.text(editorList(work) + words.comma)
            }
            html.emphasized(volumeTitle(book, of: work))
            let details = [
                work.edition.map { words.edition(Edition($0)) },
                work.mainTitle == nil ? work.volume.map(words.volume) : nil,
                work.pages.map(words.pages),
            ].compactMap(\.self)
            if !details.isEmpty { html.text(" (\(details.joined(separator: words.comma)))") }
            html.text(details.isEmpty && book.hasSuffix(".") ? " " : ". ")
            if let publisher = work.publisher { html.sentence(publisher) }
        case .book, .report:
            if let publisher = work.publisher, publisher != lead { html.sentence(publisher) }
        case .preprint:
            if let archive = work.archive { html.sentence(archive) }
        case .webpage:
            if let publisher = work.publisher ?? work.container, publisher != lead {
                html.sentence(publisher)
            }
        case .thesis: break
        case .presentation, .other:
            if let source = work.container ?? work.publisher, source != lead {
                html.sentence(source)
            }
        }
    }
}

extension OutputBuffer {
    mutating func text(_ text: String) { append(text, escapedFor: .htmlText) }

    /// A text that ends in a point, its own or another, and the space behind it.
    mutating func sentence(_ text: String) {
        self.text(text.hasSuffix(".") ? text + " " : text + ". ")
    }

    mutating func emphasized(_ text: String) {
        append("<em>")
        append(text, escapedFor: .htmlText)
        append("</em>")
    }

    mutating func link(_ url: String, shown: String? = nil) {
        append("<a href=\"")
        append(url: url)
        append("\">")
        append(shown ?? url, escapedFor: .htmlText)
        append("</a>")
    }
}

extension CitationWords {
    /// The years of a work as readers see them.
    package func years(_ date: PartialDate) -> String { AuthorDateStyle(words: self).years(date) }
}
