/// From a request to an answer, without a socket.

import Content
import Diagnostics
package import Files
import Markup
import Rendering
import Site

/// What of a request decides the answer.
package struct PreviewRequest: Sendable {
    package var method: String
    /// As it came: not decoded.
    package var target: String
    package var host: String?
    package var range: String?
    package var ifNoneMatch: String?

    package init(
        method: String = "GET", target: String, host: String? = "localhost", range: String? = nil,
        ifNoneMatch: String? = nil
    ) {
        self.method = method
        self.target = target
        self.host = host
        self.range = range
        self.ifNoneMatch = ifNoneMatch
    }
}

package struct PreviewResponse: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// A file of the machine, from `offset` on.
        case file(path: String, offset: Int, count: Int)
        /// A stream of events for the page at an output path, of which the reader has a version.
        case events(path: String, version: String)
    }

    package var status: Int
    package var headers: [(name: String, value: String)] = []
    package var body: Body = .bytes([])
}

package struct PreviewRouter: Sendable {
    /// Below the base path; no page of a site can have this address, since names that begin with
    /// `_` are not published.
    static let scriptPath = "_imprint/live.js"
    static let eventsPath = "_imprint/events"
    static let draftsPath = "_drafts/"

    private let files: DiskFileSystem
    /// Names under which the server may be asked.
    ///
    /// Others may be a page of a stranger whose name was made to lead to this machine (DNS
    /// rebinding).
    private let hosts: Set<String>

    package init(files: DiskFileSystem, host: String) {
        self.files = files
        hosts = ["localhost", "127.0.0.1", "[::1]", host, "[\(host)]"]
    }

    package func respond(to request: PreviewRequest, _ snapshot: PreviewSnapshot) -> PreviewResponse
    {
        guard let host = request.host, isKnown(host) else {
            return plain(403, "This server answers under the names localhost and 127.0.0.1 only.\n")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            var response = plain(405, "Only GET and HEAD are answered.\n")
            response.headers.append(("Allow", "GET, HEAD"))
            return response
        }
        guard let (path, query) = Self.path(request.target) else {
            return plain(400, "This is no path of a site.\n")
        }
        let base = snapshot.basePath
        guard path.hasPrefix(base) else {
            // `/center` and `/` lead to a site at `/center/`.
            return path == "/" || path + "/" == base
                ? redirect(to: base) : notFound(path, request, snapshot)
        }
        return respond(to: String(path.dropFirst(base.count)), query, request, snapshot)
    }

    private func respond(
        to path: String, _ query: String, _ request: PreviewRequest, _ snapshot: PreviewSnapshot
    ) -> PreviewResponse {
        switch path {
        case Self.scriptPath:
            return content(
                Array(LiveScript.source.utf8), "text/javascript; charset=utf-8", request)
        case Self.eventsPath:
            let values = Self.values(of: query)
            return PreviewResponse(
                status: 200,
                headers: [
                    ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"),
                ],
                body: .events(path: values["page"] ?? "", version: values["version"] ?? ""))
        case Self.draftsPath:
            return page(at: path, 200, request, snapshot)
        case "_drafts": return redirect(to: snapshot.basePath + Self.draftsPath)
        default: break
        }
        guard snapshot.shown != nil else {
            return page(at: path, 500, request, snapshot)
        }
        let isFolder = path.isEmpty || path.hasSuffix("/")
        let output = isFolder ? path + "index.html" : path
        guard let (site, found) = snapshot.output(at: output) else {
            if !isFolder, snapshot.output(at: path + "/index.html") != nil {
                return redirect(to: (snapshot.basePath + path + "/").percentEncodedURL)
            }
            if let location = snapshot.shown?.site.redirects.location(of: "/" + path) {
                return redirect(to: location)
            }
            return notFound(output, request, snapshot)
        }
        if case .asset(let index) = found {
            return asset(site.site.graph.assets[index].path, output, request, snapshot)
        }
        guard output.hasSuffix(".html") else {
            return content(snapshot.bytes(at: output) ?? [], MediaType.of(output), request)
        }
        return page(at: output, 200, request, snapshot)
    }

    private func isKnown(_ host: String) -> Bool {
        let name: Substring
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            name = host[...end]
        } else {
            name = host.prefix { $0 != ":" }
        }
        return hosts.contains(name.lowercased())
    }

    /// The path of a target, decoded, if it can be one of the site.
    private static func path(_ target: String) -> (path: String, query: String)? {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, first.hasPrefix("/"),
            first.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let path = String(first).percentDecoded
        else { return nil }
        let isSafe =
            !path.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F }
            && !path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).dropLast()
                .contains { $0.isEmpty || $0 == "." || $0 == ".." }
        let last = path.split(separator: "/").last
        guard isSafe, last != ".", last != ".." else { return nil }
        return (path, parts.count > 1 ? String(parts[1]) : "")
    }

    private static func values(of query: String) -> [String: String] {
        var values: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, let value = String(parts[1]).percentDecoded {
                values[String(parts[0])] = value
            }
        }
        return values
    }
}

// MARK: - Answers

extension PreviewRouter {
    private func plain(_ status: Int, _ text: String) -> PreviewResponse {
        PreviewResponse(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8")],
            body: .bytes(Array(text.utf8)))
    }

    private func redirect(to path: String) -> PreviewResponse {
        PreviewResponse(
            status: 302, headers: [("Location", path), ("Cache-Control", "no-store")])
    }

    /// The page stays open at the address it was asked for, and shows what comes to stand there.
    private func notFound(
        _ output: String, _ request: PreviewRequest, _ snapshot: PreviewSnapshot
    ) -> PreviewResponse {
        page(at: output, 404, request, snapshot)
    }

    /// A page with the script that keeps it fresh.
    ///
    /// The script is never in a file of the output.
    private func page(
        at output: String, _ status: Int, _ request: PreviewRequest, _ snapshot: PreviewSnapshot
    ) -> PreviewResponse {
        let bytes = snapshot.page(at: output)
        let script = LiveScript.tag(
            base: snapshot.basePath, page: output, version: bytes.version)
        let end = Array("</body>".utf8)
        var html = bytes
        if let place = html.lastRange(of: end) {
            html.insert(contentsOf: script, at: place)
        } else {
            html += script
        }
        var response = content(html, "text/html; charset=utf-8", request, status: status)
        if let policy = snapshot.policy {
            response.headers.append(("Content-Security-Policy", policy))
        }
        return response
    }

    private func content(
        _ bytes: [UInt8], _ type: String, _ request: PreviewRequest, status: Int = 200
    ) -> PreviewResponse {
        let tag = "\"\(bytes.version)\""
        let headers = [
            ("Content-Type", type), ("ETag", tag), ("Cache-Control", "no-cache"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        if status == 200, request.ifNoneMatch == tag {
            return PreviewResponse(status: 304, headers: headers)
        }
        return PreviewResponse(status: status, headers: headers, body: .bytes(bytes))
    }

    /// A file of `content/`, or a part of it (RFC 9110, section 14: one range of bytes).
    private func asset(
        _ path: String, _ output: String, _ request: PreviewRequest, _ snapshot: PreviewSnapshot
    ) -> PreviewResponse {
        guard let file = files.status(path) else { return notFound(output, request, snapshot) }
        let tag = "\"\(String(file.size, radix: 16))-\(String(file.modified, radix: 16))\""
        var headers = [
            ("Content-Type", MediaType.of(output)), ("ETag", tag), ("Cache-Control", "no-cache"),
            ("Accept-Ranges", "bytes"), ("X-Content-Type-Options", "nosniff"),
        ]
        if request.ifNoneMatch == tag { return PreviewResponse(status: 304, headers: headers) }
        let absolute = files.absolutePath(path)
        guard let range = request.range.flatMap({ ByteSpan($0, size: file.size) }) else {
            return PreviewResponse(
                status: 200, headers: headers,
                body: .file(path: absolute, offset: 0, count: file.size))
        }
        guard case .part(let part) = range else {
            headers.append(("Content-Range", "bytes */\(file.size)"))
            return PreviewResponse(status: 416, headers: headers)
        }
        headers.append(
            ("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"))
        return PreviewResponse(
            status: 206, headers: headers,
            body: .file(path: absolute, offset: part.lowerBound, count: part.count))
    }
}

/// A `Range` header of one range; others are ignored, as the standard allows.
private enum ByteSpan {
    case part(Range<Int>)
    case unsatisfiable

    init?(_ header: String, size: Int) {
        guard header.hasPrefix("bytes=") else { return nil }
        let parts = header.dropFirst("bytes=".count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch (Int(parts[0]), Int(parts[1])) {
        case (nil, let count?) where parts[0].isEmpty:
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        case (let start?, nil) where parts[1].isEmpty:
            self = start < size ? .part(start..<size) : .unsatisfiable
        case (let start?, let end?) where start <= end:
            self = start < size ? .part(start..<min(size, end + 1)) : .unsatisfiable
        default: return nil
        }
    }
}

extension [UInt8] {
    /// Where a sequence stands for the last time.
    fileprivate func lastRange(of end: [UInt8]) -> Int? {
        guard count >= end.count else { return nil }
        var index = count - end.count
        while index >= 0 {
            if self[index] == end[0], self[index..<index + end.count].elementsEqual(end) {
                return index
            }
            index -= 1
        }
        return nil
    }
}
