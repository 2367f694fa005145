/// Where a publication appeared: the conference or the journal, and the place in it.

import Bytes
import Diagnostics
import Markup

extension MetadataDecoder {
    /// A venue, with a warning where its name can only be that of a journal.
    mutating func venue(_ pair: YAMLNode.Pair) -> String? {
        guard let venue = reader.text(pair) else { return nil }
        if Self.isJournal(venue) {
            reader.report(
                "front-matter.journal-as-venue",
                "‘venue’ is a conference or an event, and a paper is cited as a paper of it. If this is a "
                    + "journal, write ‘journal: \(YAMLText.scalar(venue))’.", at: pair.keyBytes,
                severity: .warning)
        }
        return venue
    }

    /// A range of pages, written with any dash.
    mutating func pages(_ pair: YAMLNode.Pair) -> Located<String>? {
        reader.located(pair).map {
            let dashes = $0.value.replacing("-", with: "–").replacing("––", with: "–")
            return Located(dashes.replacing(" – ", with: "–"), at: $0.bytes)
        }
    }

    /// Whether what says where in a journal or in proceedings a text stands has such.
    mutating func checkSource() {
        guard metadata.journal == nil else { return }
        if let issue = metadata.issue {
            let place = metadata.venue.map {
                " in place of ‘venue’: ‘journal: \(YAMLText.scalar($0))’"
            }
            report(
                "issue", "a journal", "write its name\(place ?? " behind ‘journal:’")",
                at: issue.bytes)
        } else if metadata.venue == nil {
            let advice = "write its name behind ‘journal:’ or ‘venue:’"
            for (key, value) in [("volume", metadata.volume), ("pages", metadata.pages)] {
                if let value {
                    report(
                        key, "a journal or the proceedings of a conference", advice, at: value.bytes
                    )
                }
            }
        }
    }

    private mutating func report(
        _ key: String, _ whole: String, _ advice: String, at bytes: ByteRange
    ) {
        reader.report(
            "front-matter.no-journal",
            "‘\(key)’ is a place in \(whole), and the page names none: \(advice).", at: bytes)
    }

    /// By the words with which names of journals begin, and no meeting's does.
    private static func isJournal(_ name: String) -> Bool {
        let name = name.lowercased()
        let start = name.hasPrefix("the ") ? name.dropFirst(4) : name[...]
        let meetings = ["workshop", "conference", "symposium", "meeting", "session", "seminar"]
        return (start.hasPrefix("journal of ") || start.contains("transactions on "))
            && !meetings.contains { start.contains($0) }
    }
}
