/// Links and pictures: to a page that is imported too, to the old site, or to a file beside the page.

import Diagnostics
import Markup

extension BodyTranslator {
    /// The destination behind `](`; `false` where there is none.
    ///
    /// What leads to a page of the old site and nowhere here loses its link and keeps its words.
    mutating func readDestination() -> Bool {
        guard has("](") else { return false }
        var start = index + 2
        while start < end, bytes[start] == 0x20 { start += 1 }
        var close = start
        var depth = 0
        while close < end, bytes[close] != 0x0A, close - start < Self.longest {
            if has("{{", at: close) || has("{%", at: close) {
                let stop = has("{%", at: close) ? "%}" : "}}"
                close = find(stop, from: close).map { $0 + 2 } ?? end
                continue
            }
            if bytes[close] == UInt8(ascii: "(") { depth += 1 }
            if bytes[close] == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            close += 1
        }
        guard close < end, bytes[close] == UInt8(ascii: ")") else {
            if close - start >= Self.longest { reportTooLong("address") }
            return false
        }
        if output.count > Self.longest, openingBracket() == nil { reportTooLong("link") }
        let inside = index + 2..<close
        // Tags inside are translated first: they give the address.
        let translated = part(inside)
        let (address, title) = Self.split(translated)
        index = close + 1
        if isImage() {
            image(address, title, whole: inside)
        } else {
            link(to: address, title, whole: inside)
        }
        return true
    }

    static func split(_ text: String) -> (address: String, title: String) {
        let text = text.collapsingWhitespace
        guard !text.hasPrefix("<") else { return (text, "") }
        let address = text.prefix { $0 != " " }
        return (String(address), String(text.dropFirst(address.count)).collapsingWhitespace)
    }

    /// The beginning of the brackets that end here, in what was written.
    private func openingBracket() -> Int? {
        var depth = 0
        for place in output.indices.suffix(Self.longest).reversed() {
            if place > 0, output[place - 1] == UInt8(ascii: "\\") { continue }
            if output[place] == UInt8(ascii: "]") { depth += 1 }
            if output[place] == UInt8(ascii: "[") {
                if depth == 0 { return place }
                depth -= 1
            }
        }
        return nil
    }

    private func isImage() -> Bool {
        guard let bracket = openingBracket(), bracket > 0 else { return false }
        return output[bracket - 1] == UInt8(ascii: "!")
    }

    private mutating func image(_ address: String, _ title: String, whole: Range<Int>) {
        let alt =
            openingBracket().map { String(decoding: output[($0 + 1)...], as: UTF8.self) } ?? ""
        if let bracket = openingBracket() { output.removeSubrange((bracket - 1)...) }
        writeImage(address, alt: alt, title: title, whole: whole)
    }

    /// `![alt](address "title")`, with the file beside the page.
    mutating func writeImage(
        _ address: String, alt: String, title: String, width: String? = nil, whole: Range<Int>
    ) {
        var address = address
        let kind = WebAddress.kind(of: address)
        if kind != .web {
            let path = address.prefix { $0 != "?" && $0 != "#" }
            if let source = surroundings.file(String(path)) {
                address = keepFile(source, named: String(path))
            } else if let oldSite, path.hasPrefix("/") {
                address = oldSite + path
                log.review(
                    "import.old-address",
                    "The file was not found; the picture is shown from ‘\(address)’.", at: whole)
            } else {
                log.review(
                    "import.missing-image",
                    "The file ‘\(path)’ was not found, so the picture was left out: see ‘--files’.",
                    at: whole)
                return write(alt)
            }
        }
        var attributes = width.map { "{\($0)}" } ?? ""
        if alt.collapsingWhitespace.isEmpty {
            attributes = "{.decorative\(width.map { " " + $0 } ?? "")}"
            log.review(
                "import.missing-alt",
                "The picture has no text that says what it shows, and counts as decoration: write "
                    + "one.", at: whole)
        }
        write("![\(alt)](\(address)\(title.isEmpty ? "" : " " + title))\(attributes)")
        lastImageEnd = output.count
    }

    /// Ends the link whose words were written last.
    mutating func link(to address: String, _ title: String, whole: Range<Int>) {
        let suffix = title.isEmpty ? "" : " " + title
        switch WebAddress.kind(of: address) {
        case .web, .contact: return write("](\(address)\(suffix))")
        case .relative where address.hasPrefix("#") || address.hasPrefix("<"):
            return write("](\(address)\(suffix))")
        case .relative: break
        case .refused(let scheme):
            return keepWords("‘\(scheme)’ addresses are not allowed", whole)
        }
        let path = String(address.prefix { $0 != "#" && $0 != "?" })
        let fragment = address.drop { $0 != "#" }
        if let target = surroundings.link(to: path) {
            if path.hasPrefix("/"), !path.hasSuffix(".md") {
                log.note(
                    "import.link-matched", "‘\(path)’ was taken for ‘\(target)’, by its last part.",
                    at: whole)
            }
            write("](\(target)\(fragment)\(suffix))")
        } else if let source = surroundings.file(path) {
            write("](\(keepFile(source, named: path))\(suffix))")
        } else if let oldSite {
            let absolute = oldSite + (path.hasPrefix("/") ? "" : "/") + path
            log.note(
                "import.old-address", "‘\(path)’ is not imported; the link leads to ‘\(absolute)’.",
                at: whole)
            write("](\(absolute)\(fragment)\(suffix))")
        } else {
            keepWords("‘\(address)’ is not imported (see ‘--old-site’)", whole)
        }
    }

    private mutating func keepWords(_ reason: String, _ whole: Range<Int>) {
        if let bracket = openingBracket() { output.remove(at: bracket) }
        log.review(
            "import.unresolved-link", "\(reason): only the words of the link were kept.", at: whole)
    }

    /// A file that is to lie beside the page; its name there.
    private mutating func keepFile(_ source: String, named path: String) -> String {
        let file = ImportedPost.File(source, namedBy: path)
        if !files.contains(file) { files.append(file) }
        return file.name
    }

    /// The address that `{% post_url … %}` or `{{< ref … >}}` stands for.
    mutating func linkTarget(_ name: String, _ tag: Range<Int>) {
        let name = name.filter { !"\"'".contains($0) }
        write(name.isEmpty ? text(tag) : name)
        index = tag.upperBound
    }

    /// A picture with its caption, as a paragraph of its own.
    mutating func figure(
        source: String, alt: String?, caption: String?, width: String?, whole: Range<Int>
    ) {
        let title = caption.map { "\"" + $0.collapsingWhitespace.replacing("\"", with: "”") + "\"" }
        writeBlankLine()
        writeImage(
            source, alt: (alt ?? "").collapsingWhitespace, title: title ?? "", width: width,
            whole: whole)
        write("\n\n")
        index = whole.upperBound
    }
}
