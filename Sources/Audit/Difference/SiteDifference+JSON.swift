/// A difference for another program.

import Diagnostics

extension SiteDifference {
    /// One object; every key is always there.
    package var json: String {
        Self.object([
            ("new", Self.array(new.map(\.json))),
            ("changed", Self.array(changed.map(\.json))),
            (
                "moved",
                Self.array(
                    moved.map {
                        Self.object([
                            ("from", JSONValue.quoted($0.from)), ("to", JSONValue.quoted($0.to)),
                        ])
                    })
            ),
            ("gone", Self.array(gone.map(\.json))),
            ("new_lists", Self.array(newLists.map(\.json))),
            ("new_files", Self.array(newFiles.map { JSONValue.quoted($0) })),
            ("changed_files", Self.array(changedFiles.map { JSONValue.quoted($0) })),
            ("gone_files", Self.array(goneFiles.map { JSONValue.quoted($0) })),
            ("others", String(others)),
        ]) + "\n"
    }

    fileprivate static func object(_ pairs: [(String, String)]) -> String {
        "{" + pairs.map { JSONValue.quoted($0) + ": " + $1 }.joined(separator: ", ") + "}"
    }

    fileprivate static func array(_ values: [String]) -> String {
        "[" + values.joined(separator: ", ") + "]"
    }

    fileprivate static func string(_ text: String?) -> String {
        text.map { JSONValue.quoted($0) } ?? "null"
    }
}

extension SiteDifference.Page {
    fileprivate var pairs: [(String, String)] {
        [
            ("url", JSONValue.quoted(address)), ("title", JSONValue.quoted(title)),
            ("authors", SiteDifference.string(authors)), ("date", SiteDifference.string(date)),
        ]
    }

    fileprivate var json: String { SiteDifference.object(pairs) }
}

extension SiteDifference.ChangedPage {
    fileprivate var json: String {
        SiteDifference.object(
            page.pairs + [
                (
                    "facts",
                    SiteDifference.array(
                        change.facts.map {
                            SiteDifference.object([
                                ("name", JSONValue.quoted($0.name)),
                                ("before", SiteDifference.string($0.before)),
                                ("after", SiteDifference.string($0.after)),
                            ])
                        })
                ),
                ("sections", SiteDifference.array(change.sections.map(\.json))),
                ("withdrawn", change.isWithdrawn ? "true" : "false"),
                ("untold", change.isUntold ? "true" : "false"),
            ])
    }
}

extension PageChange.Section {
    fileprivate var json: String {
        var counts = (newWords: 0, goneWords: 0, newLinks: 0, goneLinks: 0)
        let state: String
        switch kind {
        case .new(let words): (state, counts.newWords) = ("new", words)
        case .gone(let words): (state, counts.goneWords) = ("gone", words)
        case .changed(let newWords, let goneWords, let newLinks, let goneLinks):
            (state, counts) = ("changed", (newWords, goneWords, newLinks, goneLinks))
        }
        return SiteDifference.object([
            ("heading", JSONValue.quoted(heading)),
            ("old_heading", SiteDifference.string(oldHeading)), ("state", JSONValue.quoted(state)),
            ("new_words", String(counts.newWords)), ("gone_words", String(counts.goneWords)),
            ("new_links", String(counts.newLinks)), ("gone_links", String(counts.goneLinks)),
        ])
    }
}
