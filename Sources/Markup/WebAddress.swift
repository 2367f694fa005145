/// Rules about URLs that hold wherever one is written.

import Bytes

package enum WebAddress {
    /// What kind of URL a text is.
    ///
    /// Nothing but these is ever put into a page.
    package enum Kind: Hashable, Sendable {
        /// `http:` or `https:`.
        case web
        /// `mailto:` or `tel:`.
        case contact
        /// No scheme and no host: a path, a query or a fragment.
        case relative
        /// `//host/…`, or any other scheme. Refused.
        case refused(scheme: String)
    }

    /// Classifies a URL as a browser would: C0 controls and spaces at the start are skipped, tabs
    /// and line ends are ignored anywhere (WHATWG URL, section 4.4).
    package static func kind(of url: String) -> Kind { url.withUTF8Bytes { kind(of: $0) } }

    /// The same of a URL in UTF-8.
    package static func kind(of url: UnsafeBufferPointer<UInt8>) -> Kind {
        if let kind = obviousKind(of: url) { return kind }
        // Hardly an address has any.
        guard url.firstIndex(from: 0, where: { ($0 <= 0x20).bit }) < url.count else {
            return kind(ofClean: url)
        }
        let clean = url.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.drop { $0 <= 0x20 }
        return clean.withUnsafeBufferPointer { kind(ofClean: $0) }
    }

    /// The kind of an address that its first bytes tell, whatever the others are: of nearly all.
    private static func obviousKind(of url: UnsafeBufferPointer<UInt8>) -> Kind? {
        guard url.count > 1 else { return nil }
        switch url[0] {
        case UInt8(ascii: "#"): return .relative
        case UInt8(ascii: "/"):
            // Nothing that is ignored, and no second slash.
            return url[1] > 0x20 && url[1] != UInt8(ascii: "/") && url[1] != UInt8(ascii: "\\")
                ? .relative : nil
        case UInt8(ascii: "h"):
            return url.begins(with: "https:") || url.begins(with: "http:") ? .web : nil
        default: return nil
        }
    }

    /// Whether an address of the web names a host, as neither `https://` nor `http:/x` does.
    package static func hasHost(_ url: String) -> Bool {
        url.withUTF8Bytes { bytes in
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: bytes.indices),
                colon + 3 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"),
                bytes[colon + 2] == UInt8(ascii: "/")
            else { return false }
            return switch bytes[colon + 3] {
            case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"),
                UInt8(ascii: ":"), UInt8(ascii: "@"):
                false
            default: true
            }
        }
    }

    /// What stands behind the port that a scheme has anyway, and that says no more than none (RFC 3986, section 6.2.3):
    /// of `:443/a`, `/a`.
    package static func withoutDefaultPort(_ rest: Substring, isSecure: Bool) -> Substring {
        guard rest.utf8.first == UInt8(ascii: ":") else { return rest }
        let port = rest.utf8.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard port.isEmpty || port.elementsEqual((isSecure ? "443" : "80").utf8) else {
            return rest
        }
        return rest[port.endIndex...]
    }

    /// Whether an address of the web leads to the reader's own machine, as that of a preview does.
    package static func isOwnMachine(_ url: String) -> Bool {
        url.withUTF8Bytes { bytes in
            guard let slash = bytes.firstIndex(of: UInt8(ascii: "/"), in: bytes.indices),
                slash + 2 < bytes.count
            else { return false }
            // Nearly no host begins so.
            switch bytes[slash + 2] {
            case UInt8(ascii: "l"), UInt8(ascii: "1"), UInt8(ascii: "0"), UInt8(ascii: "["): break
            default: return false
            }
            let host = bytes[(slash + 2)...]
            return ["localhost", "127.0.0.1", "0.0.0.0", "[::1]"].contains { name in
                host.starts(with: name.utf8)
                    && host.dropFirst(name.utf8.count).first.map { ":/?#".utf8.contains($0) }
                        ?? true
            }
        }
    }

    private static func kind(ofClean url: UnsafeBufferPointer<UInt8>) -> Kind {
        guard let first = url.first else { return .relative }
        // A browser takes a backslash for a slash.
        func isSlash(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
        }
        guard !isSlash(first) else {
            return url.count > 1 && isSlash(url[1]) ? .refused(scheme: "//") : .relative
        }
        guard let end = url.firstIndex(where: { !$0.isSchemeByte }), url[end] == UInt8(ascii: ":")
        else { return .relative }
        func isScheme(_ name: StaticString) -> Bool {
            name.withUTF8Buffer { name in
                name.count == end && name.indices.allSatisfy { name[$0] == url[$0] | 0x20 }
            }
        }
        if isScheme("https") || isScheme("http") { return .web }
        if isScheme("mailto") || isScheme("tel") { return .contact }
        return .refused(scheme: String(decoding: url[..<end], as: UTF8.self).lowercased())
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func begins(with literal: StaticString) -> Bool {
        literal.withUTF8Buffer { literal in
            count >= literal.count && literal.indices.allSatisfy { self[$0] == literal[$0] }
        }
    }
}

extension UInt8 {
    fileprivate var isSchemeByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}

extension OutputBuffer {
    /// Appends a URL for a quoted attribute of HTML or XML: bytes that may not stand in a URL are
    /// percent-encoded, existing `%xx` are kept, `&` becomes `&amp;`.
    package mutating func append(url: String) { url.withUTF8Bytes { append(url: $0) } }

    /// The same of a URL in UTF-8.
    package mutating func append(url: UnsafeBufferPointer<UInt8>) {
        // Most addresses stand for themselves.
        let first = URLBytes.endOfKept(in: url, from: 0)
        guard first < url.count else { return append(contentsOf: url) }
        append(url: url, from: first)
    }

    /// Appends a URL in which nothing before `first` is replaced.
    @inline(never)
    private mutating func append(url: UnsafeBufferPointer<UInt8>, from first: Int) {
        var start = 0
        var index = first
        while index < url.count {
            append(contentsOf: url, in: start..<index)
            let byte = url[index]
            start = index + 1
            if byte == UInt8(ascii: "&") {
                append("&amp;")
            } else {
                append(UInt8(ascii: "%"))
                append(hexDigit: byte >> 4)
                append(hexDigit: byte & 15)
            }
            index = URLBytes.endOfKept(in: url, from: start)
        }
        append(contentsOf: url, in: start..<url.count)
    }

    private mutating func append(hexDigit value: UInt8) {
        append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
    }
}

extension String {
    /// The URL with everything percent-encoded that RFC 3986 does not allow in one.
    package var percentEncodedURL: String {
        guard !withUTF8Bytes(URLBytes.mustBeEncoded) else { return encoded }
        return self
    }

    /// The path of a file as it stands in a URL: what would begin an escape, a query or a fragment there
    /// is a sign of its name.
    package var percentEncodedPath: String {
        let isPlain = withUTF8Bytes { bytes in
            let sign = bytes.firstIndex(from: 0) {
                ($0 == 0x23).bit | ($0 == 0x25).bit | ($0 == 0x3F).bit
            }
            return sign == bytes.count
        }
        guard !isPlain else { return percentEncodedURL }
        return replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
            .percentEncodedURL
    }

    private var encoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            if byte == UInt8(ascii: "&") || URLBytes.isReplaced(byte) == 0 {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text with `%xx` decoded, or `nil` when that is not UTF-8 or holds a NUL.
    package var percentDecoded: String? {
        let isEncoded = withUTF8Bytes {
            $0.firstIndex(of: UInt8(ascii: "%"), in: $0.indices) != nil
        }
        guard isEncoded else { return self }
        var bytes: [UInt8] = []
        let source = Array(utf8)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = source[index + 1].hexValue, let low = source[index + 2].hexValue
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}

private enum URLBytes {
    /// Where the run of bytes ends that begins at `start` and stands for itself in a quoted
    /// attribute.
    ///
    /// Those are RFC 3986's unreserved and reserved characters and `%`, without `&`, `'`, and the
    /// brackets that only a host may have.
    static func endOfKept(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        bytes.firstIndex(from: start, where: isReplaced)
    }

    /// 1 for a byte that does not stand for itself.
    @inline(__always)
    static func isReplaced(_ byte: UInt8) -> UInt8 {
        (byte <= 0x20).bit | (byte == 0x22).bit | (byte | 1 == 0x27).bit
            | (byte | 2 == 0x3E).bit | ((byte >= 0x5B).bit & (byte <= 0x5E).bit)
            | (byte == 0x60).bit | ((byte >= 0x7B).bit & (byte != 0x7E).bit)
    }

    /// Whether a URL has a byte that may not stand in one.
    static func mustBeEncoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = endOfKept(in: bytes, from: 0)
        while index < bytes.count, bytes[index] == UInt8(ascii: "&") {
            index = endOfKept(in: bytes, from: index + 1)
        }
        return index < bytes.count
    }
}
