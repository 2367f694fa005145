/// The results of earlier runs, in a file that can be committed: one link to a line, sorted, so that a
/// difference of two is readable.

import Diagnostics

package struct LinkCache: Sendable {
    struct Entry: Hashable, Sendable {
        let verdict: LinkVerdict
        /// Days since 1970-01-01.
        let day: Int
    }

    package static let fileName = "external-links.json"
    /// For how many days a link that was there is not asked again.
    static let keep = 14

    private(set) var entries: [String: Entry]

    package init() { entries = [:] }

    /// Reads a file that this program has written; `nil` for any other.
    package init?(reading bytes: [UInt8]) {
        guard let links = (try? JSONValue.read(bytes))?["links"]?.array else { return nil }
        entries = [:]
        for link in links {
            guard let url = link["url"]?.string, let name = link["state"]?.string,
                let state = LinkVerdict.State(rawValue: name), let day = link["day"]?.integer
            else { return nil }
            entries[url] = Entry(
                verdict: LinkVerdict(
                    state, link["reason"]?.string ?? "", target: link["target"]?.string), day: day)
        }
    }

    package var bytes: [UInt8] {
        let lines = entries.sorted { $0.key.precedes($1.key) }.map {
            url, entry in
            var line = "{\"url\":\(JSONValue.quoted(url)),"
            line += "\"state\":\"\(entry.verdict.state.rawValue)\","
            line += "\"reason\":\(JSONValue.quoted(entry.verdict.reason)),\"day\":\(entry.day)"
            if let target = entry.verdict.target {
                line += ",\"target\":\(JSONValue.quoted(target))"
            }
            return line + "}"
        }
        return Array("{\"links\":[\n\(lines.joined(separator: ",\n"))\n]}\n".utf8)
    }

    /// What is known of a link and need not be asked again.
    ///
    /// What was gone or unsure is asked each time: a mended link should not be reported for days.
    package func verdict(for url: String, on day: Int) -> LinkVerdict? {
        // Of a file that may hold any number, none is subtracted.
        guard let entry = entries[url], (day - Self.keep + 1...day).contains(entry.day) else {
            return nil
        }
        switch entry.verdict.state {
        case .fine, .moved, .blocked: return entry.verdict
        case .gone, .unsure: return nil
        }
    }

    package mutating func record(_ verdict: LinkVerdict, for url: String, on day: Int) {
        entries[url] = Entry(verdict: verdict, day: day)
    }

    /// Forgets links that the site does not have any more.
    package mutating func keep(only urls: Set<String>) {
        entries = entries.filter { urls.contains($0.key) }
    }
}
