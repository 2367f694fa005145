/// When a page is published, and under which address it was.

import Content
import Diagnostics
import Markup

extension FrontMatterTranslator {
    /// Hugo and Jekyll hold back what has a date to come; here, only `publish_at` does.
    ///
    /// (`buildFuture` of Hugo and `future` of Jekyll, both off unless somebody turns them on.)
    mutating func readSchedule(_ now: Moment, _ name: PostName) {
        guard !surroundings.isQuarto, let date = date ?? (dateText == nil ? name.date : nil),
            date > now, !fields.contains(where: { $0.key == "publish_at" })
        else { return }
        set("publish_at", date.rfc3339)
        log.note(
            "import.scheduled",
            "The date is still to come, so the page waits: ‘publish_at: \(date.rfc3339)’ was written. Remove it "
                + "to publish the page at once.", at: datePlace ?? 0..<3)
    }

    /// Says what kind of publication the page is, unless something has said so.
    mutating func setKind(_ kind: String) -> Bool {
        guard !fields.contains(where: { $0.key == "kind" }) else { return false }
        set("kind", kind)
        return true
    }

    /// `type: report` of Hugo, where it is one of our kinds; `false` of what only chose a template.
    mutating func readType(_ pair: YAMLNode.Pair) -> Bool {
        let text = pair.value.scalar?.lowercased() ?? ""
        let word = text.hasSuffix("s") && text != "news" ? String(text.dropLast()) : text
        let kind: PageKind? =
            switch word {
            case "working-paper", "working paper", "preprint": .paper
            case "policy-brief", "policy brief": .brief
            case "technical-report", "technical report": .report
            case "presentation": .talk
            default: PageKind(rawValue: word)
            }
        guard let kind, kind != .page else { return false }
        _ = setKind(kind.rawValue)
        return true
    }

    /// Old addresses, which lead to the new one: those that are given, and that of the page itself.
    ///
    /// - Returns: All addresses that the page had.
    mutating func readAddress(_ name: PostName, date: Moment?, newPath: String) -> [String] {
        var own: String?
        // A draft of Jekyll had no address.
        let place = surroundings.place.flatMap { $0.isAmongDrafts ? nil : $0 }
        if let place = place ?? (permalink == nil ? nil : OldPlace.unknown) {
            own = OldAddress(place: place, name: name, front: self, date: date).path
        }
        if let own, Self.isAddress(own) {
            if !aliases.contains(own) { aliases.insert(own, at: 0) }
        } else if own != nil || permalink != nil {
            let reason =
                own.map { Self.reason(against: $0) }
                ?? "it is a pattern in which something is not known"
            log.review(
                "import.value-dropped",
                "The old address ‘\(own ?? permalink ?? "")’ was left out: \(reason). Write the address of the "
                    + "page into ‘aliases’.", at: permalinkPlace ?? 0..<3)
        }
        let all = aliases
        let new = newPath.split(separator: "/").joined(separator: "/")
        aliases.removeAll { ImportedPages.plain($0) == new }
        return all
    }

    /// Old addresses that are given.
    mutating func readAliases(_ pair: YAMLNode.Pair) {
        let texts = pair.value.texts
        // Other names of the note, in Obsidian.
        if surroundings.isNote, !texts.contains(where: { $0.contains("/") }) { return keep(pair) }
        for text in texts {
            let path = text.hasPrefix("/") ? text : "/" + text
            if Self.isAddress(path) {
                if !aliases.contains(path) { aliases.append(path) }
            } else {
                drop(pair, "‘\(text)’ is no address of a page: \(Self.reason(against: path)).")
            }
        }
        if texts.isEmpty { drop(pair, "it holds no address.") }
    }

    /// Whether our own reader takes it for an old address; of a colon, one cannot tell what it stood for.
    private static func isAddress(_ path: String) -> Bool {
        !path.contains(":") && PageMetadata.isAlias(path)
    }

    private static func reason(against path: String) -> String {
        path.split(separator: "/").contains { $0.utf8.count > Slug.longest }
            ? "a part of it is longer than \(Slug.longest) bytes" : "an alias has no such signs"
    }
}
