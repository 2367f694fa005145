/// Titles of works in the list of references, and what stands in parentheses and brackets behind them (APA 7,
/// sections 9.18 to 9.21).

import Bytes

extension AuthorDateStyle {
    /// Works that stand alone have their title in italics, parts of others have not.
    func writeTitle(_ work: Work, to html: inout OutputBuffer) {
        let isPart: Bool
        switch work.kind {
        case .article, .chapter, .conferencePaper: isPart = work.container != nil
        case .book, .report, .thesis, .webpage, .preprint, .presentation, .other: isPart = false
        }
        let title = work.title.isEmpty ? work.key : work.title
        if isPart { html.text(title) } else { html.emphasized(volumeTitle(title, of: work)) }
        let details = details(work, isPart: isPart)
        if !details.isEmpty { html.text(" (\(details))") }
        let description = description(work)
        if let description { html.text(" [\(description)]") }
        let ends = title.last.map { ".?!".contains($0) } ?? false
        if !ends || !details.isEmpty || description != nil { html.text(".") }
    }

    /// The title of a volume behind that of the whole, as in `Handbook: Vol. 2. Methods`.
    func volumeTitle(_ title: String, of work: Work) -> String {
        guard work.kind != .report, let whole = work.whole else { return title }
        return "\(whole.title): " + (whole.volume.map { words.volume($0) + ". " } ?? "") + title
    }

    /// Who else had a part in it, then which edition, volume or number it is.
    ///
    /// `H. Weaver, Trans.; 2nd ed.`
    private func details(_ work: Work, isPart: Bool) -> String {
        var groups: [String] = []
        // Those of a chapter have edited the book.
        if work.kind == .book, !work.authors.isEmpty, let editors = others(work.editors) {
            let word = work.editors.count == 1 ? words.editor : words.editors
            groups.append(editors + words.comma + word.filter { !"()（）".contains($0) })
        }
        if let translators = others(work.translators) {
            groups.append(translators + words.comma + words.translator)
        }
        if let number = numberOfReport(work) { groups.append(number) }
        var details: [String] = []
        // Of a chapter, both belong to the book.
        if let edition = work.edition, !isInBook(work) {
            details.append(words.edition(Edition(edition)))
        }
        if let volume = work.volume, work.mainTitle == nil, !isPart {
            details.append(words.volume(volume))
        } else if let volumes = allVolumes(of: work) {
            details.append(words.volumes(volumes))
        }
        if !details.isEmpty { groups.append(details.joined(separator: words.comma)) }
        return groups.joined(separator: "; ")
    }

    /// `1–4` of a work in four volumes that is cited as a whole (APA 7, section 9.19).
    private func allVolumes(of work: Work) -> String? {
        guard work.kind == .book, work.whole == nil, work.volume == nil,
            let count = work.volumeCount
        else { return nil }
        guard let number = Int(count) else { return count }
        return number > 1 ? "1–\(number)" : nil
    }

    private func others(_ people: [PersonName]) -> String? {
        people.isEmpty ? nil : textList(people)
    }

    /// What the report is called and its number, else the series and the number in it.
    private func numberOfReport(_ work: Work) -> String? {
        guard work.kind == .report else { return nil }
        guard let number = work.number.map(words.number) ?? work.seriesNumber else {
            return work.series
        }
        guard let name = work.medium else {
            return [work.series, number].compactMap(\.self).joined(separator: " ")
        }
        return ["\(name) \(number)", work.series].compactMap(\.self).joined(separator: "; ")
    }

    /// What kind of thesis it is and where it was written; or how something unusual was published.
    private func description(_ work: Work) -> String? {
        if work.kind == .thesis {
            let source = work.publisher ?? words.unpublished
            let thesis = words.name(of: work.thesis) + words.comma + source
            return work.medium.map { "\(thesis)] [\($0)" } ?? thesis
        }
        // With a number, the name of a report stands before that.
        let isNamed = work.kind == .report && (work.number ?? work.seriesNumber) != nil
        return isNamed ? nil : work.medium
    }

    /// Whether a work is part of a book that its reference names.
    private func isInBook(_ work: Work) -> Bool {
        (work.kind == .chapter || work.kind == .conferencePaper) && work.container != nil
    }
}
