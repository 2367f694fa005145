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

    /// Whether neither query nor fragment stands behind the path.
    var isPathAlone: Bool { query.isEmpty && rawFragment.isEmpty }

    /// What an address without its scheme is, `www.example.org/a`; `nil` for what may be the path of a file.
    var withScheme: String? {
        if let address = asMailAddress { return address }
        let host = path.prefix { $0 != "/" }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }), let end = parts.last,
            parts[0] == "www" && parts.count > 2
                || ["org", "com", "net", "edu", "gov"].contains(end.lowercased())
        else { return nil }
        return "https://" + path + query + rawFragment
    }

    /// `mailto:ada@example.org` for `ada@example.org`.
    var asMailAddress: String? {
        let parts = path.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !path.contains(where: { "/ ".contains($0) }),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).count > 1,
            parts[1].split(separator: ".", omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty }),
            // `wall@2x.png` is an image for screens with more pixels.
            parts[1].first?.isNumber == false,
            let end = parts[1].split(separator: ".").last, !Self.endings.contains(end.lowercased())
        else { return nil }
        return "mailto:" + path + query
    }

    private static let endings: Set<String> = [
        "avif", "bib", "css", "csv", "gif", "html", "jpeg", "jpg", "js", "json", "md", "pdf", "png",
        "svg", "txt", "webp",
        "zip",
    ]

    /// Query and fragment, encoded, for the end of a URL.
    var suffix: String { (query + rawFragment).percentEncodedURL }

    /// The path of the file that is meant, or `nil` when it leaves the root of the site.
    func path(relativeTo file: String) -> String? {
        var joined = PathBuilder()
        joined.enterFolder(of: file)
        let target = path.percentDecoded ?? path
        let isInside = target.withUTF8Bytes { bytes in
            var start = 0
            while start < bytes.count {
                let end =
                    bytes.firstIndex(of: UInt8(ascii: "/"), in: start..<bytes.count) ?? bytes.count
                guard joined.enter(bytes, start..<end) else { return false }
                start = end + 1
            }
            return true
        }
        guard isInside else { return nil }
        return joined.path(asFolder: path.utf8.last == UInt8(ascii: "/"))
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

/// A path that is put together part by part; each part in it has its slash.
private struct PathBuilder {
    private var bytes = OutputBuffer()

    mutating func enterFolder(of file: String) {
        bytes.append(unescaped: file)
        leavePart()
    }

    private mutating func leavePart() {
        while let last = bytes.last, last != UInt8(ascii: "/") { bytes.removeLast() }
    }

    /// Enters a part, where `..` leaves the last one; `false` when there is none to leave.
    mutating func enter(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
        let dots = text[part].allSatisfy { $0 == UInt8(ascii: ".") } ? part.count : 3
        switch dots {
        case 0, 1: break
        case 2:
            guard !bytes.isEmpty else { return false }
            bytes.removeLast()
            leavePart()
        default:
            bytes.append(contentsOf: text, in: part)
            bytes.append("/")
        }
        return true
    }

    func path(asFolder: Bool) -> String {
        var bytes = bytes
        if bytes.last != UInt8(ascii: "/") {
            if asFolder { bytes.append("/") }
        } else if !asFolder {
            bytes.removeLast()
        }
        return String(decoding: bytes)
    }
}

extension String {
    /// The path of a file as it is written in another one, both from the root.
    func relative(to file: String) -> String {
        let (here, there) = (file.split(separator: "/").dropLast(), split(separator: "/"))
        let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: here.count - shared) + there[shared...])
            .joined(separator: "/")
    }

    /// The path of a file as an author writes it in a link.
    var percentEncodedInLink: String {
        replacing("%", with: "%25").replacing(" ", with: "%20").replacing("#", with: "%23")
            .replacing("?", with: "%3F")
    }

    /// Where a byte of ASCII first stands.
    fileprivate func firstIndex(ofByte byte: UInt8) -> String.Index? {
        withUTF8Bytes { $0.firstIndex(of: byte, in: 0..<$0.count) }
            .map { utf8.index(startIndex, offsetBy: $0) }
    }
}

extension SiteGraph {
    /// The published asset at a path of the sources, in whatever way the letters of both are composed.
    func asset(atSource path: String) -> AssetFile? {
        let wanted = path.normalized
        let index = assets.partitioningIndex { !$0.composedPath.precedes(wanted) }
        return index < assets.count && assets[index].composedPath == wanted ? assets[index] : nil
    }

    package func href(ofAsset asset: AssetFile) -> String {
        configuration.baseURL.href(ofOutput: outputPath(ofAsset: asset).percentEncodedPath)
    }
}
