/// Entries of Atom feeds and their archives.

import Markup

enum FeedRule {
    /// An entry as a reader of feeds sees it.
    private struct Entry {
        var values: [String: String] = [:]
        var authors: [String] = []
        var links: [String: String] = [:]
    }

    static func differences(
        _ bytes: [UInt8], _ record: SiteRecords, at output: String
    ) -> [Difference] {
        entries(bytes).flatMap { entry in
            record.differences(
                of: "an entry", at: entry.links["alternate"] ?? "", in: output
            ) { facts, comparison in
                comparison.compare(
                    .title, in: "the entry", entry.values["title"], with: facts.title)
                comparison.compare(.authors, in: "the entry", entry.authors, with: facts.authors)
                comparison.compare(
                    .date, in: "‘published’", entry.values["published"],
                    with: facts.appeared.rfc3339)
                comparison.compare(
                    .date, in: "‘updated’", entry.values["updated"], with: facts.updated.rfc3339)
                comparison.compare(.address, in: "‘id’", entry.values["id"], with: facts.url)
                if let license = facts.license {
                    comparison.compare(
                        .license, in: "the entry", entry.links["license"], with: license)
                }
            }
        }
    }

    private static func entries(_ bytes: [UInt8]) -> [Entry] {
        var scanner = MarkupScanner(bytes, isXML: true)
        var entries: [Entry] = []
        var path: [String] = []
        while let token = scanner.next() {
            switch token.kind {
            case .start:
                if token.name == "entry" { entries.append(Entry()) }
                if token.name == "link", path.last == "entry",
                    let relation = scanner.attribute("rel", of: token)
                {
                    entries[entries.count - 1].links[relation] = scanner.attribute(
                        "href", of: token)
                }
                // Empty elements have no end of their own.
                if !["link", "category", "fh:archive"].contains(token.name) {
                    path.append(token.name)
                }
            case .end: if path.last == token.name { path.removeLast() }
            case .text:
                guard path.count > 2, let name = path.last, name != "content" else { continue }
                let index = entries.count - 1
                guard index >= 0 else { continue }
                let text = scanner.text(token.range)
                if path.suffix(2) == ["author", "name"] {
                    entries[index].authors.append(text)
                } else if path.dropLast().last == "entry" {
                    entries[index].values[name, default: ""] += text
                }
            }
        }
        return entries
    }
}
