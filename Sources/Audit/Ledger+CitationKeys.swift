import Content
import Diagnostics
import Markup
import Output
import Rendering
import Site

/// The keys by which readers cite publications (`@misc{liang2021-reflections`), which stand in their files for
/// decades.
extension Ledger {
    /// Every publication that was cited by another key, and what keeps the old one.
    ///
    /// A key is made of author, year and slug, and so changes with these; and with an older page that has the same.
    func changedKeys() -> [Diagnostic] {
        guard !old.citationKeys.isEmpty else { return [] }
        var pageByKey: [String: PageID] = [:]
        for id in site.site.graph.publications {
            if let key = site.citationKey(of: id) { pageByKey[key.lowercased()] = id }
        }
        return old.citationKeys.keys.sorted().compactMap { path in
            guard let before = old.citationKeys[path] else { return nil }
            let finding = finding(at: path)
            guard case .content(let content)? = finding else {
                return finding == nil ? changed(from: before, ofGone: Address(path)) : nil
            }
            guard let id = site.text(of: content), let now = site.citationKey(of: id),
                now != before
            else { return nil }
            return changed(from: before, to: now, id, ownedBy: pageByKey[before.lowercased()])
        }
    }

    /// Told with the address that is gone: who writes the alias alone would hear of the key one run later.
    private func changed(from before: String, ofGone address: Address) -> Diagnostic? {
        guard case .source(let span)? = successors.successor(of: address)?.place,
            let id = site.site.graph.page(atSource: span.path),
            let now = site.citationKey(of: id), now != before
        else { return nil }
        return Diagnostic(
            "ledger.changed-key", .warning,
            "Readers cite ‘\(address.text)’ by the key ‘\(before)’. If that is "
                + "‘\(site.site.graph[id].permalink.path)’ now, its key would be ‘\(now)’: to keep the old one, write "
                + "‘citation_key: \(before)’ in the front matter.",
            at: span)
    }

    /// Where another page has the key now, whoever looks it up finds the wrong text.
    private func changed(
        from before: String, to now: String, _ id: PageID, ownedBy other: PageID?
    ) -> Diagnostic {
        let page = site.site.graph[id]
        let other = other.flatMap { $0 == id ? nil : site.site.graph[$0] }
        let owner = other.map { ", and ‘\($0.path)’ has that key now" } ?? ""
        let otherHasSaidSo = other?.source.metadata.citationKey != nil
        return Diagnostic(
            "ledger.changed-key", other == nil ? .warning : .error,
            "Readers cite ‘\(page.permalink.path)’ by the key ‘\(before)’, which would be ‘\(now)’\(owner). To keep it, write "
                + "‘citation_key: \(before)’ in the front matter\(otherHasSaidSo ? ", and another in that page" : "").",
            at: SourceSpan(page.path, page.source.metadata.title.bytes))
    }
}
