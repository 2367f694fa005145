package import Content
import Diagnostics
import Markup

/// A relative link taken apart: path, query, fragment (RFC 3986, section 3).
struct LinkTarget {
    /// As written.
    let path: String
    /// With its `?`, or empty.
    let query: String
    /// Decoded, without its `#`.
    let fragment: String?
    private let rawFragment: String

    init(_ target: String) {
        var rest = target[...]
        // By bytes: neither sign is ever part of another character.
        if let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) {
            rawFragment = String(rest[hash...])
            let text = String(rawFragment.utf8.dropFirst()) ?? ""
            fragment = text.percentDecoded ?? text
            rest = rest[..<hash]
        } else {
            fragment = nil
            rawFragment = ""
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = String(rest[mark...])
            rest = rest[..<mark]
        } else {
            query = ""
        }
        path = String(rest)
    }

    /// Query and fragment, encoded, for the end of a URL.
    var suffix: String { (query + rawFragment).percentEncodedURL }

    /// The path of the file that is meant, or `nil` when it leaves the root of the site.
    func path(relativeTo file: String) -> String? {
        if isPlain {
            let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file[...$0] } ?? ""
            return folder + path
        }
        var parts = file.split(separator: "/").dropLast()
        for part in (path.percentDecoded ?? path).split(
            separator: "/", omittingEmptySubsequences: true)
        {
            switch part {
            case ".": break
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return path.hasSuffix("/") ? joined + "/" : joined
    }

    /// Whether the path needs nothing but the folder of its file before it: no step up, no
    /// encoding, no empty or dotted part.
    private var isPlain: Bool {
        var previous = UInt8(ascii: "/")
        for byte in path.utf8 {
            if byte == UInt8(ascii: "%") { return false }
            if previous == UInt8(ascii: "/"), byte == previous || byte == UInt8(ascii: ".") {
                return false
            }
            previous = byte
        }
        return true
    }

    /// The link with another path, for a suggestion.
    func replacingPath(with other: String) -> String { other + query + rawFragment }

    /// `candidate` (from the root) written the way this link writes `path` (from the root): with
    /// the same `../` at its start.
    func sibling(_ candidate: String, _ path: String) -> String {
        let wanted = path.split(separator: "/")
        let found = candidate.split(separator: "/")
        let written = self.path.split(separator: "/")
        let shared = zip(wanted, found).prefix { $0 == $1 }.count
        let dropped = wanted.count - shared
        guard dropped <= written.count else { return candidate }
        return (written.dropLast(dropped) + found[shared...]).joined(separator: "/")
    }
}

extension SiteGraph {
    /// The published asset at a path of the sources.
    func asset(atSource path: String) -> AssetFile? {
        var (low, high) = (0, assets.count)
        while low < high {
            let middle = (low + high) / 2
            if assets[middle].path.precedes(path) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < assets.count, assets[low].path == path else { return nil }
        return assets[low]
    }

    package func href(ofAsset asset: AssetFile) -> String {
        (configuration.baseURL.path + outputPath(ofAsset: asset)).percentEncodedURL
    }
}
