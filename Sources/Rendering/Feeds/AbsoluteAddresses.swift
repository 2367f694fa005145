/// Relative addresses in an author's own HTML, made absolute where the text leaves its page.

import Bytes
import Markup

struct AbsoluteAddresses {
    /// `https://example.org/posts/a/`.
    private let page: String
    /// `https://example.org`.
    private let origin: Substring

    init(of page: String) {
        self.page = page
        let host = page.firstRange(of: "://").map { page[$0.upperBound...] } ?? page[...]
        origin = page[..<(host.firstIndex(of: "/") ?? page.endIndex)]
    }

    /// The same HTML with no relative address left in it.
    func rewritten(_ html: OutputBuffer) -> OutputBuffer {
        var output = OutputBuffer()
        let html = [UInt8](html)
        var start = 0
        var scanner = MarkupScanner(html)
        while let token = scanner.next() {
            guard token.kind == .start else { continue }
            for attribute in scanner.attributes(of: token) {
                let value: String
                switch attribute.name {
                case "href", "src", "poster", "cite", "data", "action":
                    value = absolute(scanner.text(attribute.value)[...])
                case "srcset", "imagesrcset":
                    value = scanner.text(attribute.value).split(separator: ",").map { candidate in
                        let parts = candidate.split(whereSeparator: \.isWhitespace)
                        let url = absolute(parts.first ?? "")
                        return ([url] + parts.dropFirst().map { String($0) })
                            .joined(separator: " ")
                    }.joined(separator: ", ")
                default: continue
                }
                output.append(contentsOf: html[start..<attribute.value.lowerBound])
                output.append(value, escapedFor: .attribute)
                start = attribute.value.upperBound
            }
        }
        output.append(contentsOf: html[start...])
        return output
    }

    private func absolute(_ url: Substring) -> String {
        let text = String(url)
        guard WebAddress.kind(of: text) == .relative else { return text }
        if text.hasPrefix("/") { return origin + text }
        var folder = page[...]
        var rest = text[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        while rest.hasPrefix("../"), folder.count > origin.count + 1 {
            rest = rest.dropFirst(3)
            folder = folder.dropLast()
            folder = folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)]
        }
        return String(folder + rest)
    }
}
