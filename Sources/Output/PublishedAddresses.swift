/// What a published site has promised its readers.

import Bytes

/// Every file of a published tree, the ids that links to its pages may end in, and the keys by which readers
/// cite its publications.
package struct PublishedAddresses: Sendable {
    /// By path relative to the tree; no anchors for what is no page.
    package let anchors: [String: [String]]

    /// By path; none where no manifest tells them.
    package let citationKeys: [String: String]

    /// Where they were published, where a manifest says it.
    package let baseURL: String?

    package init(
        anchors: [String: [String]], citationKeys: [String: String] = [:], baseURL: String? = nil
    ) {
        self.baseURL = baseURL
        self.anchors = anchors
        self.citationKeys = citationKeys
    }

    package init(_ manifest: Manifest) {
        baseURL = manifest.baseURL
        anchors = Dictionary(
            manifest.entries.map { ($0.path, $0.anchors) }, uniquingKeysWith: { a, _ in a })
        citationKeys = Dictionary(
            manifest.entries.compactMap { entry in entry.citationKey.map { (entry.path, $0) } },
            uniquingKeysWith: { a, _ in a })
    }

    /// Reads a tree with a manifest, a manifest alone, or a tree that another program made.
    ///
    /// - Parameter path: A directory or a file of the machine.
    /// - Throws: When it cannot be read, or is none of these.
    package init(reading path: String) throws(PublishError) {
        guard !path.hasPrefix("http://"), !path.hasPrefix("https://") else {
            throw PublishError(
                "‘\(path)’ is an address: ‘--against-published’ asks for the manifest at base_url; any other "
                    + "manifest is saved to a file first")
        }
        guard Directory.kind(of: path) == .folder else {
            self.init(try Manifest(reading: try PublishedTree.read(path)))
            return
        }
        let manifest = path + "/" + Manifest.fileName
        guard Directory.kind(of: manifest) == nil else {
            self.init(try Manifest(reading: try PublishedTree.read(manifest)))
            return
        }
        var anchors: [String: [String]] = [:]
        let files = try PublishedTree.paths(in: path)
        // A comparison with nothing would find that all is well.
        guard files.contains(where: { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }) else {
            throw PublishError(
                "‘\(path)’ has neither a \(Manifest.fileName) nor a page: there is nothing to compare with"
            )
        }
        for file in files {
            anchors[file] =
                file.hasSuffix(".html")
                ? AnchorIDs.find(in: try PublishedTree.read(path + "/" + file)) : []
        }
        self.init(anchors: anchors)
    }
}

/// Ids in the HTML of another program that people link to, as opposed to the many that style sheets and scripts need:
/// of headings, figures, tables and terms, and those that an author has set down for the purpose (`<a id>`, `<a name>`).
enum AnchorIDs {
    private static let elements: Set<String> = [
        "h1", "h2", "h3", "h4", "h5", "h6", "figure", "table", "dt", "a",
    ]

    static func find(in html: [UInt8]) -> [String] {
        var ids: [String] = []
        var index = 0
        while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            let name = html[index...].prefix(7).prefix { $0.isASCIILetterOrDigit }
            guard elements.contains(String(decoding: name, as: UTF8.self).lowercased()) else {
                continue
            }
            let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
            ids += self.ids(in: html[name.endIndex..<end], isLink: name.count == 1)
            index = end
        }
        return ids
    }

    /// The values of `id`, and of `name` in a link that leads nowhere: one that does is no place to link to.
    private static func ids(in tag: ArraySlice<UInt8>, isLink: Bool) -> [String] {
        let parts = tag.split { $0 <= 0x20 }
        guard !isLink || !parts.contains(where: { $0.starts(with: "href=".utf8) }) else {
            return []
        }
        let found = parts.compactMap { part -> String? in
            guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = part[..<sign]
            guard name.elementsEqual("id".utf8) || isLink && name.elementsEqual("name".utf8) else {
                return nil
            }
            let value = part[(sign + 1)...].filter { $0 != 0x22 && $0 != 0x27 }
            return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        }
        // Both are given as a rule, and are one.
        return found.first.map { [$0] } ?? []
    }
}
