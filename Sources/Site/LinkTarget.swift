import Bytes
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
        if let hash = target.firstIndex(ofByte: UInt8(ascii: "#")) {
            rawFragment = String(rest[hash...])
            let text = String(rawFragment.utf8.dropFirst()) ?? ""
            fragment = text.percentDecoded ?? text
            rest = rest[..<hash]
        } else {
            fragment = nil
            rawFragment = ""
        }
        if let mark = target.firstIndex(ofByte: UInt8(ascii: "?")), mark < rest.endIndex {
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
        let slash = UInt8(ascii: "/")
        let target = path.percentDecoded ?? path
        let room = file.utf8.count + target.utf8.count + 2
        var leavesRoot = false
        let joined = String(unsafeUninitializedCapacity: room) { joined in
            var count = joined.initialize(fromContentsOf: file.utf8)
            func keepFolder() {
                while count > 0, joined[count - 1] != slash { count -= 1 }
            }
            func append(_ part: UnsafeBufferPointer<UInt8>.SubSequence) {
                switch (part.count, part.first, part.last) {
                case (0, _, _), (1, UInt8(ascii: "."), _): break
                case (2, UInt8(ascii: "."), UInt8(ascii: ".")):
                    guard count > 0 else {
                        leavesRoot = true
                        return
                    }
                    count -= 1
                    keepFolder()
                default:
                    for byte in part {
                        joined[count] = byte
                        count += 1
                    }
                    joined[count] = slash
                    count += 1
                }
            }
            // The folder of the file, with its slash, and then one part after the other.
            keepFolder()
            target.withUTF8Bytes { bytes in
                var start = 0
                while start < bytes.count {
                    let end = bytes.firstIndex(of: slash, in: start..<bytes.count) ?? bytes.count
                    append(bytes[start..<end])
                    start = end + 1
                }
            }
            let isFolder = count > 0 && joined[count - 1] == slash
            if path.utf8.last == slash {
                if !isFolder {
                    joined[count] = slash
                    count += 1
                }
            } else if isFolder, !path.isEmpty {
                count -= 1
            }
            return count
        }
        return leavesRoot ? nil : joined
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

extension String {
    /// Where a byte of ASCII first stands.
    fileprivate func firstIndex(ofByte byte: UInt8) -> String.Index? {
        withUTF8Bytes { $0.firstIndex(of: byte, in: 0..<$0.count) }
            .map { utf8.index(startIndex, offsetBy: $0) }
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
