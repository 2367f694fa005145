/// How citations and references are written. One style is built in; another needs these three
/// answers and nothing else.

import Markup

protocol CitationStyle: Sendable {
    /// The authors' part: "Malik", "Bender et al.".
    func names(_ entry: CitedEntry, inSentence: Bool) -> String
    /// The year's part: "2021a", "n.d.".
    func year(_ entry: CitedEntry) -> String
    /// The entry in the list of references, as HTML.
    func reference(_ entry: CitedEntry, to html: inout [UInt8])
}

extension CitationStyle {
    /// What two works of a page must not share.
    func label(_ entry: CitedEntry) -> String {
        names(entry, inSentence: false) + "|" + year(entry)
    }
}

/// Author and date, as the Publication Manual of the American Psychological Association (7th
/// edition) prescribes: chapter 8 for citations, chapters 9 and 10 for references.
struct AuthorDateStyle: CitationStyle {
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
            ? "\(first.initials) \(first.familyWithParticle)" : first.familyWithParticle
        let joint = inSentence ? "and" : "&"
        let families = [lead] + people.dropFirst().map(\.familyWithParticle)
        if work.hasMoreAuthors || people.count > 2 {
            let shown = min(entry.namesShown, people.count)
            // "et al." is a plural: it cannot stand for one name.
            if work.hasMoreAuthors || shown < people.count - 1 || shown == 1 {
                let names = families.prefix(shown).joined(separator: ", ")
                return shown > 1 ? "\(names), et al." : "\(names) et al."
            }
            return families.dropLast().joined(separator: ", ")
                + ", \(joint) \(families[families.count - 1])"
        }
        return families.joined(separator: " \(joint) ")
    }

    func year(_ entry: CitedEntry) -> String {
        guard let year = entry.work.issued?.year else {
            let words = entry.work.status ?? "n.d."
            return words + (entry.yearSuffix.isEmpty ? "" : "-" + entry.yearSuffix)
        }
        return "\(year)\(entry.yearSuffix)"
    }

    // MARK: - References

    func reference(_ entry: CitedEntry, to html: inout [UInt8]) {
        let work = entry.work
        let lead = authorList(work)
        if !lead.isEmpty {
            html.text(lead)
            html.text(lead.hasSuffix(".") ? " " : ". ")
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
        if let doi = work.doi {
            html.link("https://doi.org/" + doi)
        } else if let url = work.url {
            html.link(url)
        } else if let eprint = work.eprint, work.archive?.lowercased() == "arxiv" {
            html.link("https://arxiv.org/abs/" + eprint)
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
            list = names.joined(separator: ", ") + ", et al"
        } else if names.count > 20 {
            let last = names[names.count - 1]
            names = Array(names.prefix(19))
            list = names.joined(separator: ", ") + ", … " + last
        } else if let last = names.popLast(), !names.isEmpty {
            list = names.joined(separator: ", ") + ", & " + last
        } else {
            list = people[0].inverted
        }
        if work.authors.isEmpty { list += people.count == 1 ? " (Ed.)" : " (Eds.)" }
        return list
    }

    private func date(_ entry: CitedEntry) -> String {
        var text = year(entry)
        // Only what appears on a day has a day: web pages and the like.
        if entry.work.kind == .webpage, let month = entry.work.issued?.month,
            (1...12).contains(month)
        {
            text += ", " + Self.months[month - 1]
            if let day = entry.work.issued?.day { text += " \(day)" }
        }
        return text
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// Works that stand alone have their title in italics, parts of others have not.
    private func writeTitle(_ work: Work, to html: inout [UInt8]) {
        let isPart: Bool
        switch work.kind {
        case .article, .chapter, .conferencePaper: isPart = work.container != nil
        case .book, .report, .thesis, .webpage, .preprint, .other: isPart = false
        }
        let title = work.title.isEmpty ? work.key : work.title
        if isPart { html.text(title) } else { html.emphasized(title) }
        var details: [String] = []
        if let edition = work.edition { details.append("\(edition) ed.") }
        if let volume = work.volume, !isPart { details.append("Vol. \(volume)") }
        if work.kind == .report, let number = work.number { details.append("No. \(number)") }
        if !details.isEmpty { html.text(" (\(details.joined(separator: ", ")))") }
        if work.kind == .thesis { html.text(" [Thesis, \(work.publisher ?? "unpublished")]") }
        if let medium = work.medium { html.text(" [\(medium)]") }
        let ends = title.last.map { ".?!".contains($0) } ?? false
        if !ends || !details.isEmpty || work.medium != nil { html.text(".") }
    }

    private func writeSource(_ work: Work, lead: String, to html: inout [UInt8]) {
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
            html.text(". ")
        case .chapter, .conferencePaper:
            guard let book = work.container else { break }
            html.text("In ")
            if !work.editors.isEmpty {
                let names = work.editors.map { "\($0.initials) \($0.familyWithParticle)".trimmed }
                html.text(
                    names.joined(separator: ", ") + (names.count == 1 ? " (Ed.), " : " (Eds.), "))
            }
            html.emphasized(book)
            if let pages = work.pages { html.text(" (pp. \(pages))") }
            html.text(". ")
            if let publisher = work.publisher { html.text("\(publisher). ") }
        case .book, .report:
            if let publisher = work.publisher, publisher != lead { html.text("\(publisher). ") }
        case .preprint:
            if let archive = work.archive { html.text("\(archive). ") }
        case .webpage:
            if let publisher = work.publisher ?? work.container, publisher != lead {
                html.text("\(publisher). ")
            }
        case .thesis: break
        case .other:
            if let source = work.container ?? work.publisher, source != lead {
                html.text("\(source). ")
            }
        }
    }
}

extension [UInt8] {
    mutating func text(_ text: String) { append(text, escapedFor: .htmlText) }

    mutating func emphasized(_ text: String) {
        append("<em>")
        append(text, escapedFor: .htmlText)
        append("</em>")
    }

    mutating func link(_ url: String) {
        append("<a href=\"")
        append(url: url)
        append("\">")
        append(url, escapedFor: .htmlText)
        append("</a>")
    }
}
