/// Which files of `content/` an address means, whoever wrote it.

import Bytes
import Content
import Markup

/// Finds files by addresses, among those that are looked for.
struct FileUses: Sendable {
    /// Sources of files, outside of every bundle: each is published at its path below `content/`.
    private let files: Set<String>
    /// The last parts of their paths, by their length: nearly every address of a site ends in another.
    private let names: [Int: [[UInt8]]]
    private let base: BaseURL

    init(of files: Set<String>, under base: BaseURL) {
        self.files = files
        let parts = files.map {
            Array($0.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed())
        }
        names = Dictionary(grouping: parts, by: \.count)
        self.base = base
    }

    /// The files that an address may mean.
    ///
    /// One that begins with a slash is read from the root of the site, as in Markdown, and from that of the
    /// host, as in HTML.
    ///
    /// - Parameters:
    ///   - address: As it was written, with entities decoded.
    ///   - places: What relative addresses are followed from: paths below the root of the sources.
    /// - Returns: Paths of sources.
    func files(_ address: String, from places: [String]) -> [String] {
        guard mayMean(address) else { return [] }
        var found: [String] = []
        func find(_ target: LinkTarget, from place: String) {
            guard let path = target.path(relativeTo: place), files.contains(path),
                !found.contains(path)
            else { return }
            found.append(path)
        }
        func find(onHost path: Substring) {
            for root in ["/", base.path] where path.hasPrefix(root) {
                find(LinkTarget(String(path.dropFirst(root.count))), from: "content/")
            }
        }
        switch WebAddress.kind(of: address) {
        case .contact, .refused: break
        case .web: if let path = base.pathOnHost(of: address) { find(onHost: path[...]) }
        case .relative where address.hasPrefix("/"): find(onHost: address[...])
        case .relative: for place in places { find(LinkTarget(address), from: place) }
        }
        return found
    }

    /// Asked of every address of a site: byte by byte, without a string of its own for the name.
    private func mayMean(_ address: String) -> Bool {
        address.withUTF8Bytes { bytes in
            let end = bytes.firstIndex(from: 0) { byte in
                (byte == 0x25).bit | (byte >= 0x80).bit | (byte == 0x3F).bit | (byte == 0x23).bit
            }
            // Escaped, or perhaps composed in another way than the name on the disk.
            if end < bytes.count, bytes[end] == UInt8(ascii: "%") || bytes[end] >= 0x80 {
                return true
            }
            var name = end
            while name > 0, bytes[name - 1] != UInt8(ascii: "/") { name -= 1 }
            return names[end - name]?.contains { $0.elementsEqual(bytes[name..<end]) } ?? false
        }
    }
}

extension ParsedPage {
    /// Addresses in the front matter and the text, as they were written; those of raw HTML are not among them.
    var writtenAddresses: [String] {
        let own = [metadata.image?.source.value, metadata.pdf?.value, metadata.person?.url]
        return document.references.map(\.target) + own.compactMap(\.self)
            + metadata.authors.compactMap(\.url) + metadata.extra.flatMap(\.writtenAddresses)
    }
}

extension SiteConfiguration {
    /// What the settings show of the site, from its root.
    var writtenAddresses: [String] {
        let links = navigation.map(\.url) + [learnMore?.url].compactMap(\.self)
        let images = [organization?.logo?.value, image?.src.value].compactMap(\.self)
        return links + images + redirects.map(\.target.value) + extra.flatMap(\.writtenAddresses)
    }
}

extension ExtraValue {
    /// What may be an address: a template of the site's own may make a link of any text.
    fileprivate var writtenAddresses: [String] {
        switch value {
        case .text(let text): [text]
        case .url(let url): [url.value]
        case .list(let texts): texts
        case .date, .number, .flag: []
        }
    }
}
