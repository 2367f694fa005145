/// What a published site has promised its readers.

/// Every file of a published tree, the ids that links to its pages may end in, and the keys by which readers
/// cite its publications.
package struct PublishedAddresses: Sendable {
    /// By path relative to the tree; no anchors for what is no page.
    package let anchors: [String: [String]]

    /// By path; none where no manifest tells them.
    package let citationKeys: [String: String]

    package init(anchors: [String: [String]], citationKeys: [String: String] = [:]) {
        self.anchors = anchors
        self.citationKeys = citationKeys
    }

    package init(_ manifest: Manifest) {
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
                ? HeadingIDs.find(in: try PublishedTree.read(path + "/" + file)) : []
        }
        self.init(anchors: anchors)
    }
}

/// Ids of headings in the HTML of another program: what people link to, as opposed to the many ids
/// that style sheets and scripts need.
enum HeadingIDs {
    static func find(in html: [UInt8]) -> [String] {
        var ids: [String] = []
        var index = 0
        while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index + 1 < html.count, html[index] | 0x20 == UInt8(ascii: "h"),
                (0x31...0x36).contains(html[index + 1])
            else { continue }
            let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
            if let id = attribute(in: html[index..<end]) { ids.append(id) }
            index = end
        }
        return ids
    }

    /// The value of `id` in a tag.
    private static func attribute(in tag: ArraySlice<UInt8>) -> String? {
        let parts = tag.split(separator: 0x20)
        for part in parts where part.starts(with: "id=".utf8) {
            let value = part.dropFirst(3).filter { $0 != 0x22 && $0 != 0x27 }
            if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
        }
        return nil
    }
}
