/// `defaults` of `site.yaml`: what the pages of a folder have unless they say otherwise.

import Diagnostics
import Files
import Markup

/// Front matter that folders give their pages.
///
/// Every value is checked where it is read, whether a page has it or not. What only the whole site can tell
/// (whether there is such a layout, or such a work) is asked of each folder, not of each page.
package struct FolderDefaults: Sendable {
    /// What a folder gives, that of the folders around it included.
    struct Folder: Sendable {
        /// As it stands in `site.yaml`.
        let key: String
        let keyBytes: ByteRange
        let pages: PageMetadata
    }

    /// By the path of the folder: `content/reports`.
    private var folders: [String: Folder] = [:]

    /// What each folder gives its pages, in no order.
    package var metadata: some Sequence<PageMetadata> { folders.values.lazy.map(\.pages) }

    /// What a page has before its own front matter is read; `nil` outside of all these folders.
    ///
    /// The list page of a folder takes what keeps it back, since its words would tell of what is kept back
    /// with it, and its language. The rest is about texts.
    func metadata(for file: PageFile) -> PageMetadata? {
        guard let folder = nearest(to: file.path) else { return nil }
        guard file.role == .sectionIndex else { return folder.pages }
        var list = PageMetadata.beforeReading
        list.isDraft = folder.pages.isDraft
        list.publishAt = folder.pages.publishAt
        list.expiresAt = folder.pages.expiresAt
        list.language = folder.pages.language
        list.inherited = folder.pages.inherited.intersection([.publishAt, .expiresAt])
        return list
    }

    /// What the pages of a folder below `content/` are.
    package func kind(in folder: String) -> PageKind? {
        nearest(to: "content/\(folder)/index.md")?.pages.kind?.value
    }

    /// The innermost of these folders that a path lies in.
    private func nearest(to path: String) -> Folder? {
        path.foldersAround.lazy.compactMap { folders[String($0)] }.first
    }

    /// Enters a folder; those around it go before it.
    ///
    /// - Returns: Whether it is the first of its name.
    mutating func add(
        _ key: YAMLNode.Pair, reading read: (_ outer: PageMetadata?) -> PageMetadata
    ) -> Bool {
        let path = Self.path(of: key.key)
        guard folders[path] == nil else { return false }
        folders[path] = Folder(
            key: key.key, keyBytes: key.keyBytes, pages: read(nearest(to: path)?.pages))
        return true
    }

    /// With or without the slash at its end.
    private static func path(of key: String) -> String {
        "content/" + (key.hasSuffix("/") ? key.dropLast() : key[...])
    }
}

// MARK: - Folders without pages

extension FolderDefaults {
    /// A default that is for nothing is a mistake: a folder was misspelled or renamed, and what was to be a draft
    /// is none.
    ///
    /// Nobody knows what a folder holds that could not be listed, as `problems` tell.
    func diagnostics(for pages: [PageFile], besides problems: [Diagnostic]) -> [Diagnostic] {
        var known: Set<String> = []
        for page in pages {
            for folder in page.path.foldersAround {
                guard known.insert(String(folder)).inserted else { break }
            }
        }
        // What could not be read may lie in the folder, or hold it.
        let unread = Set(problems.compactMap(\.span?.path))
        known.formUnion(unread.flatMap { $0.foldersAround.map { String($0) } })
        let unknown = folders.filter { path, _ in
            !known.contains(path) && !unread.contains(path)
                && !path.foldersAround.contains { unread.contains(String($0)) }
        }.values.sorted { $0.keyBytes.lower < $1.keyBytes.lower }
        guard !unknown.isEmpty else { return [] }
        let names = known.filter { $0 != "content" }.map { $0.dropFirst("content/".count) + "/" }
            .sorted { $0.precedes($1) }
        return unknown.enumerated().map { number, folder in
            Self.diagnostic(for: folder, number < Self.suggestions ? names : [])
        }
    }

    /// To look for a name that is spelled alike takes milliseconds on a large site.
    private static let suggestions = 20

    private static func diagnostic(for folder: Folder, _ names: [String]) -> Diagnostic {
        let written = folder.key.split(separator: "/").filter {
            !$0.allSatisfy { ".*".contains($0) }
        }
        let span = SourceSpan(SiteSettings.path, folder.keyBytes)
        guard !written.isEmpty, written != ["content"] else {
            return Diagnostic(
                "defaults.unknown-folder",
                "‘defaults’ are for folders below ‘content/’: name one, such as ‘reports/’.",
                at: span)
        }
        let likely = [written[...], written.first == "content" ? written.dropFirst() : []]
            .map { $0.joined(separator: "/") + "/" }
        let hint =
            likely.first { names.contains($0) } ?? Spelling.closestPath(to: likely[0], in: names)
        return Diagnostic(
            "defaults.unknown-folder",
            "No page lies below ‘content/\(likely[0])’, so these defaults are for nothing."
                + Spelling.hint(hint), at: span, repair: hint)
    }
}

// MARK: - Reading

extension FieldReader {
    /// `defaults`: folders below `content/`, each with keys of front matter.
    mutating func defaults(
        _ pair: YAMLNode.Pair, fields: [String: OwnFieldType]?
    ) -> FolderDefaults? {
        let example = "reports/: {kind: report}"
        guard let pairs = pairs(pair.value, for: pair.key, example: example) else { return nil }
        var defaults = FolderDefaults()
        // The outer ones first: what they say goes on in the inner ones.
        for folder in pairs.sorted(by: { $0.key.utf8.count < $1.key.utf8.count }) {
            guard let keys = self.pairs(folder.value, for: folder.key, example: "kind: report")
            else { continue }
            let isNew = defaults.add(folder) { outer in
                MetadataDecoder.decodeDefaults(keys, &self, fields: fields, over: outer)
            }
            guard !isNew else { continue }
            report(
                "yaml.duplicate-key", "The folder ‘\(folder.key)’ is given twice.",
                at: folder.keyBytes)
        }
        return defaults
    }
}
