/// What a published page says to its readers, read from its bytes alone.

import Bibliography
import Diagnostics
import Markup
import Rendering

/// The record of a page and its text by sections, without what stands around it.
///
/// The text is what the search finds: the element with `data-pagefind-body`, less what is marked with
/// `data-pagefind-ignore`. A list has none; what stands above it is the first element of the class `prose`.
struct ReadPage: Sendable {
    struct Section: Sendable {
        /// Of its heading, without markup; empty above the first.
        var heading = ""
        /// Of its heading, and of places within it: a former one is among them.
        var ids: [String] = []
        var text = ""
        /// Where links lead that leave the page, and what images show.
        var links: [String] = []
        /// Whether it tells what was corrected (DPUB-ARIA 1.1, `doc-errata`).
        var isErrata = false

        var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }
    }

    /// The first heading of the first level.
    private(set) var title = ""
    /// What the record says of the page, by the name that editors give it, in a fixed order.
    private(set) var facts: [(name: String, value: String)] = []
    /// Empty for a page without a text of its own.
    private(set) var sections: [Section] = []
    /// Whether it leads readers on to another address.
    private(set) var isRedirect = false
    /// Whether there is a record with a headline.
    private(set) var hasRecord = false
    /// Whether the record counts the words of the text: not that of one that was withdrawn.
    private(set) var hasWordCount = false

    /// The same page with links as they would be written now.
    func replacingLinks(_ replace: (String) -> String) -> ReadPage {
        var page = self
        for index in page.sections.indices {
            page.sections[index].links = page.sections[index].links.map(replace)
        }
        return page
    }

    var hasText: Bool { !sections.isEmpty }

    /// Whether it is a page of its own, though its template may not mark the text.
    var isArticle: Bool { hasText || hasRecord }

    func fact(_ name: String) -> String? { facts.first { $0.name == name }?.value }

    init(reading bytes: [UInt8]) {
        let reading = read(bytes)
        let item = reading.records.lazy.compactMap { StructuredItem.read($0) }.first
        for (key, name) in Self.facts {
            let value = item?[key].flatMap(Self.text)
            if let value, !value.isEmpty { facts.append((name, value)) }
        }
        let summary = item?["description"].flatMap(Self.text) ?? reading.summary
        if let summary, !isMade(summary) { facts.append(("summary", summary)) }
        // The identifier of a work is its DOI where it has one.
        let doi = item?["@id"]?.string.flatMap { DOI.bare($0) }
        if let doi { facts.append(("doi", doi)) }
        isRedirect = reading.isRedirect
        hasRecord = item != nil
        hasWordCount = item?["wordCount"] != nil
    }

    /// A list: its title and the text above it, which may be empty.
    ///
    /// What its record says is made of its pages.
    init(readingList bytes: [UInt8]) {
        _ = read(bytes, isList: true)
        if sections.isEmpty { sections = [Section()] }
    }

    private mutating func read(_ bytes: [UInt8], isList: Bool = false) -> PageReading {
        var reading = PageReading(bytes, isList: isList)
        reading.run()
        title = reading.title.collapsingWhitespace
        sections = reading.sections
        for index in sections.indices {
            sections[index].heading = sections[index].heading.collapsingWhitespace
        }
        facts = [("title", title)]
        return reading
    }

    /// Properties of schema.org, and what they are called in front matter.
    private static let facts = [
        ("alternativeHeadline", "subtitle"), ("author", "authors"),
        ("datePublished", "date"), ("dateModified", "updated"), ("inLanguage", "language"),
        ("license", "license"), ("version", "version"), ("reportNumber", "number"),
        ("about", "topics"),
        ("funding", "funding"), ("contributor", "contributors"),
    ]

    /// Whether a summary is the subtitle, or of the first words of the text: where an author wrote none.
    private func isMade(_ summary: String) -> Bool {
        let beginning = summary.hasSuffix("…") ? summary.dropLast() : summary[...]
        return summary.isEmpty || summary == fact("subtitle")
            || sections.contains { $0.text.collapsingWhitespace.contains(beginning) }
    }

    /// A value as a person would write it: names of people and things, one after the other.
    private static func text(_ value: JSONValue) -> String? {
        if let values = value.array {
            var texts: [String] = []
            // One person has several roles, each a value of its own.
            for case let text? in values.map(text) where texts.last != text { texts.append(text) }
            return texts.isEmpty ? nil : texts.joined(separator: ", ")
        }
        if let text = value.text { return text.collapsingWhitespace }
        for key in ["name", "value", "contributor", "funder"] {
            if let text = value[key].flatMap(text) { return text }
        }
        return nil
    }
}
