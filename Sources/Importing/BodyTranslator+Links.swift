/// Links and pictures: to a page that is imported too, to the old site, or to a file beside the page.

import Diagnostics
import Markup

extension BodyTranslator {
    /// The destination behind `](`; `false` where there is none.
    ///
    /// What leads to a page of the old site and nowhere here loses its link and keeps its words.
    mutating func readDestination() -> Bool {
        guard has("](") else { return false }
        let close = closing(of: index + 1)
        guard let close, close < end, close - index < Self.longest else {
            if min(close ?? parentheses.range.upperBound, end) - index >= Self.longest {
                reportTooLong("address")
            }
            return false
        }
        if output.count > Self.longest, openingBracket() == nil { reportTooLong("link") }
        let inside = index + 2..<close
        // Tags inside are translated first: they give the address.
        let translated = part(inside, isDestination: true)
        let (address, title) = Self.split(translated)
        index = close + 1
        if isImage() {
            image(address, title, readPandocImage(behind: address), whole: inside)
        } else {
            link(to: address, title, whole: inside)
        }
        return true
    }

    static func split(_ text: String) -> (address: String, title: String) {
        let text = text.collapsingWhitespace
        // What a citation cites has spaces of its own.
        guard !text.hasPrefix("<@") else { return (text, "") }
        if text.hasPrefix("<"), let close = text.firstIndex(of: ">") {
            let address = text[..<close].dropFirst().replacing(" ", with: "%20")
            return (String(address), String(text[close...].dropFirst()).collapsingWhitespace)
        }
        let address = text.prefix { $0 != " " }
        return (String(address), String(text.dropFirst(address.count)).collapsingWhitespace)
    }

    /// The beginning of the brackets that end here, in what was written.
    func openingBracket() -> Int? {
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

    private mutating func image(
        _ address: String, _ title: String, _ pandoc: PandocImage?, whole: Range<Int>
    ) {
        var alt =
            openingBracket().map { String(decoding: output[($0 + 1)...], as: UTF8.self) } ?? ""
        if let bracket = openingBracket() { output.removeSubrange((bracket - 1)...) }
        var title = title
        if let pandoc {
            if pandoc.isFigure, title.isEmpty, !alt.isEmpty {
                title = Self.quoted(plainCaption(alt, at: whole))
            }
            alt = pandoc.alt ?? alt
        }
        writeImage(
            address, alt: alt, title: title, attributes: pandoc?.attributes ?? [], whole: whole)
    }

    /// `![alt](address "title")`, with the file beside the page.
    mutating func writeImage(
        _ address: String, alt: String, title: String, attributes: [String] = [],
        whole: Range<Int>
    ) {
        var address = address
        let local = oldPath(of: address)
        if local != nil || WebAddress.kind(of: address) != .web {
            let path = (local ?? address).prefix { $0 != "?" && $0 != "#" }
            if let source = surroundings.file(String(path)) {
                address = keepFile(source)
            } else if local != nil {
                // It stays where it was.
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
        var attributes = attributes
        if alt.collapsingWhitespace.isEmpty {
            attributes.insert(".decorative", at: attributes.first?.hasPrefix("#") == true ? 1 : 0)
            log.review(
                "import.missing-alt",
                "The picture has no text that says what it shows, and counts as decoration: write "
                    + "one.", at: whole)
        }
        let block = attributes.isEmpty ? "" : "{\(attributes.joined(separator: " "))}"
        write("![\(alt)](\(address)\(title.isEmpty ? "" : " " + title))\(block)")
        lastImageEnd = output.count
    }

    /// Ends the link whose words were written last.
    mutating func link(to address: String, _ title: String, whole: Range<Int>) {
        let suffix = title.isEmpty ? "" : " " + title
        let local = oldPath(of: address)
        switch WebAddress.kind(of: address) {
        case .web where local != nil: break
        case .web, .contact: return write("](\(address)\(suffix))")
        case .relative where address.hasPrefix("#"):
            return write("](\(fragment(of: address))\(suffix))")
        case .relative where address.hasPrefix("<"): return write("](\(address)\(suffix))")
        case .relative: break
        case .refused(let scheme):
            return keepWords("‘\(scheme)’ addresses are not allowed", whole)
        }
        let place = local ?? address
        let path = String(place.prefix { $0 != "#" && $0 != "?" })
        let fragment = fragment(of: place)
        if let target = surroundings.link(to: path) {
            if !target.isCertain {
                log.note(
                    "import.link-matched",
                    "‘\(path)’ was taken for ‘\(target.path)’, by its last part.", at: whole)
            }
            write("](\(target.path)\(fragment)\(suffix))")
        } else if let source = surroundings.file(path) {
            write("](\(keepFile(source))\(suffix))")
        } else if local != nil {
            write("](\(address)\(suffix))")
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

    /// From its `#` on; labels of Quarto in our form.
    private func fragment(of address: String) -> String {
        let fragment = String(address.drop { $0 != "#" })
        guard isQuarto, let label = Self.label(String(fragment.dropFirst()), isQuarto: true) else {
            return fragment
        }
        return "#" + label
    }

    /// The path of an address of the old site; `nil` for all others.
    private func oldPath(of address: String) -> String? {
        guard let oldSite else { return nil }
        let host = { (url: Substring) in url.drop { $0 != "/" } }
        let (old, new) = (host(oldSite[...]), host(address[...]))
        guard WebAddress.kind(of: address) == .web,
            new.lowercased().hasPrefix(old.lowercased())
        else { return nil }
        let path = WebAddress.withoutDefaultPort(
            new.dropFirst(old.count), isSecure: address.lowercased().hasPrefix("https:"))
        guard let first = path.first else { return "/" }
        return first == "/" ? String(path) : "#?".contains(first) ? "/" + path : nil
    }

    /// Writes an address that leads to an imported page as a link with its title; `false` for all others.
    mutating func linkTitle(of address: String, at whole: Range<Int>) -> Bool {
        guard let path = oldPath(of: address),
            let target = surroundings.link(to: String(path.prefix { $0 != "#" && $0 != "?" }))
        else { return false }
        write("[\(Self.escaped(target.title))")
        link(to: address, "", whole: whole)
        index = whole.upperBound
        return true
    }

    mutating func keepWords(_ reason: String, _ whole: Range<Int>) {
        if let bracket = openingBracket() { output.remove(at: bracket) }
        log.review(
            "import.unresolved-link", "\(reason): only the words of the link were kept.", at: whole)
    }

    /// A file that is to lie beside the page; its name there.
    private mutating func keepFile(_ source: String) -> String {
        let file = ImportedPost.File.named(source, among: files)
        if !files.contains(file) { files.append(file) }
        return Self.encoded(file.name)
    }

    /// What would end a destination, as signs of an address.
    private static func encoded(_ name: String) -> String {
        [("%", "%25"), (" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E")]
            .reduce(name) { $0.replacing($1.0, with: $1.1) }
    }

    /// The address that `{% post_url … %}` or `{{< ref … >}}` stands for: where it is no destination, a link with
    /// the title of the page.
    mutating func linkTarget(_ name: String, _ tag: Range<Int>) {
        let name = name.filter { !"\"'".contains($0) }
        index = tag.upperBound
        guard !isDestination, !name.isEmpty else {
            return write(name.isEmpty ? text(tag) : name)
        }
        let path = String(name.prefix { $0 != "#" && $0 != "?" })
        guard let target = surroundings.link(to: path) else {
            log.review(
                "import.unresolved-link",
                "‘\(name)’ is not imported, so its name stands where its address was: import it together with "
                    + "this page, or write a link.", at: tag)
            return write(name)
        }
        write("[\(Self.escaped(target.title))](\(target.path)\(name.drop { $0 != "#" }))")
    }

    /// Words of a title in a text.
    static func escaped(_ words: String) -> String {
        words.map { "\\[]*_`<@$".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
