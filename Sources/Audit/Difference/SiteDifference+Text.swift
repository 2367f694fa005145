/// A difference as a person reads it: on a terminal, and in a comment on a pull request.

import Diagnostics

extension SiteDifference {
    private struct Entry {
        var address: String
        var text = ""
        var details: [String] = []
    }

    /// Lines for a terminal; a sentence when there is nothing to tell.
    package var text: String {
        var output = ""
        for (heading, entries) in groups {
            output += (output.isEmpty ? "" : "\n") + heading + "\n"
            for entry in entries {
                output += "  " + entry.address.visible
                output += entry.text.isEmpty ? "\n" : "  " + entry.text.visible + "\n"
                for detail in entry.details { output += "    " + detail.visible + "\n" }
            }
        }
        return output.isEmpty ? remark + "\n" : output + "\n" + remark + "\n"
    }

    /// The same as Markdown of GitHub, for a comment or the summary of a job.
    ///
    /// A comment has its limits: a group tells of its first 100 entries, and an entry of as many.
    package var markdown: String {
        var output = ""
        for (heading, entries) in groups {
            output += "### \(heading)\n\n"
            for entry in entries.prefix(100) {
                output += "- `\(entry.address.visible.replacing("`", with: "%60"))`"
                output += entry.text.isEmpty ? "\n" : " " + Self.escaped(entry.text) + "\n"
                for detail in entry.details.prefix(100) {
                    output += "  - " + Self.escaped(detail) + "\n"
                }
                if entry.details.count > 100 {
                    output += "  - and \(entry.details.count - 100) more\n"
                }
            }
            if entries.count > 100 { output += "- and \(entries.count - 100) more\n" }
            output += "\n"
        }
        return output + remark + "\n"
    }

    private var groups: [(heading: String, entries: [Entry])] {
        let groups: [(String, [Entry])] = [
            ("New pages", new.map { Entry(address: $0.address, text: $0.description) }),
            ("Changed pages", changed.map(Self.entry)),
            ("Moved", moved.map { Entry(address: $0.from, text: "to " + $0.to) }),
            ("Gone", gone.map { Entry(address: $0.address, text: $0.description) }),
            ("New lists", newLists.map { Entry(address: $0.address, text: $0.title) }),
            ("New files", newFiles.map { Entry(address: $0) }),
            ("Changed files", changedFiles.map { Entry(address: $0) }),
            ("Files that are gone", goneFiles.map { Entry(address: $0) }),
        ]
        return groups.filter { !$0.1.isEmpty }
    }

    private var remark: String {
        let files = others.of("other file") + (others == 1 ? " changes" : " change")
        let these = "lists, feeds, and what stands around texts"
        if others == 0 { return isEmpty ? "Nothing changes." : "Nothing else changes." }
        return isEmpty ? "No page changes its text. \(files): \(these)." : "\(files): \(these)."
    }

    private static func entry(_ page: ChangedPage) -> Entry {
        var details = page.change.facts.map(\.description)
        if page.change.isWithdrawn { details.append("The text is withdrawn.") }
        details += page.change.sections.map(\.description)
        if page.change.isUntold {
            details.append("No revision tells readers that the text has changed.")
        }
        return Entry(address: page.page.address, text: page.page.title, details: details)
    }

    /// Text that Markdown shall show as it is.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.visible.unicodeScalars {
            if "\\`*_[]<>&#|~@$".unicodeScalars.contains(scalar) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }
}

extension SiteDifference.Page {
    /// `Naming · Ada Example · 2025-01-01`.
    fileprivate var description: String {
        [title, authors ?? "", date ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

extension PageChange.Fact {
    fileprivate var description: String {
        switch (before, after) {
        case (let before?, let after?): "\(name): \(before.shortened) → \(after.shortened)"
        case (nil, let after?): "\(name), new: \(after.shortened)"
        case (let before?, nil): "\(name), gone: \(before.shortened)"
        case (nil, nil): name
        }
    }
}

extension PageChange.Section {
    fileprivate var description: String {
        let name = heading.isEmpty ? "The beginning" : "“\(heading.shortened)”"
        switch kind {
        case .new(let words): return "\(name), new: \(words.of("word"))"
        case .gone(let words): return "\(name), gone: \(words.of("word"))"
        case .changed(let newWords, let goneWords, let newLinks, let goneLinks):
            var parts: [String] = []
            if let oldHeading { parts.append("was “\(oldHeading.shortened)”") }
            if newWords > 0 { parts.append("\(newWords.of("word")) new") }
            if goneWords > 0 { parts.append("\(goneWords.of("word")) gone") }
            if newLinks > 0 { parts.append("\(newLinks.of("link")) new") }
            if goneLinks > 0 { parts.append("\(goneLinks.of("link")) gone") }
            return name + ": "
                + (parts.isEmpty ? "in another order" : parts.joined(separator: ", "))
        }
    }
}

extension String {
    fileprivate var shortened: String { count > 160 ? prefix(160) + "…" : self }
}
