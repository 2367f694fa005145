/// Elements of HTML that are more than marks around words.

import Diagnostics
import Markup

extension BodyTranslator {
    mutating func item() {
        let lists = open.filter { ["ul", "ol"].contains($0.tag.name) }
        while output.last == 0x20 || output.last == 0x0A { output.removeLast() }
        write(lists.count > 1 || output.isEmpty ? "\n" : isFirstItem(lists.last) ? "\n\n" : "\n")
        write(String(repeating: "   ", count: max(0, lists.count - 1)))
        write(lists.last?.tag.name == "ol" ? "1. " : "- ")
        while index < end, bytes[index] <= 0x20 { index += 1 }
    }

    private func isFirstItem(_ list: OpenElement?) -> Bool { (list?.start ?? 0) >= output.count }

    mutating func heading(_ tag: HTMLTag, level: Int) {
        guard let stop = findOnce("</h\(level)>", from: index) else { return }
        let words = part(index..<stop).collapsingWhitespace
        writeBlankLine()
        write(String(repeating: "#", count: min(6, max(2, level + headingShift))) + " " + words)
        if let id = tag.attributes["id"], Slug(id) != nil { write(" {#\(id)}") }
        write("\n\n")
        index = stop + 5
    }

    mutating func figureElement(_ tag: HTMLTag) {
        guard let stop = findOnce("</figure>", from: index) else { return }
        var image: HTMLTag?
        var caption = ""
        // Of several that begin here, all end there.
        var place = max(index, pictureless)
        while place < stop {
            guard bytes[place] == UInt8(ascii: "<"),
                let inner = HTMLTag(bytes, at: place, end: stop)
            else {
                place += 1
                continue
            }
            if inner.name == "img", image == nil { image = inner }
            if inner.name == "figcaption", !inner.isEnd {
                let close = findOnce("</figcaption>", from: inner.range.upperBound) ?? stop
                caption = plainText(inner.range.upperBound..<min(close, stop))
                place = max(inner.range.upperBound, min(close, stop))
                continue
            }
            if inner.name == "a", !inner.isEnd {
                log.review(
                    "import.html-dropped",
                    "A figure has no link: ‘\(inner.attributes["href"] ?? "")’ was left out.",
                    at: inner.range)
            }
            place = inner.range.upperBound
        }
        guard let image else {
            pictureless = stop
            log.review(
                "import.html-dropped",
                "‘<figure>’ holds no picture: its content was kept without it.", at: tag.range)
            return
        }
        nameAttributes(image)
        figure(
            source: image.attributes["src"] ?? "", alt: image.attributes["alt"],
            caption: caption.isEmpty ? nil : caption, width: Self.width(image.attributes),
            whole: tag.range)
        index = stop + "</figure>".utf8.count
    }

    /// Words without tags, which a caption cannot hold.
    mutating func plainText(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: "<"),
                let tag = HTMLTag(bytes, at: place, end: range.upperBound)
            {
                if !tag.isEnd {
                    log.review(
                        "import.html-dropped",
                        "‘<\(tag.name)>’ cannot stand in a caption: its content was kept without it.",
                        at: tag.range)
                }
                place = tag.range.upperBound
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: text, as: UTF8.self).collapsingWhitespace
    }

    mutating func quote(_ tag: HTMLTag) {
        guard let stop = findOnce("</blockquote>", from: index) else { return }
        // Indentation inside an element means nothing.
        let content = part(index..<stop).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " } }
        let language: [Substring] = Self.language(of: tag).map { ["", "{lang=\($0)}"] } ?? []
        writeQuoted(content + language)
        index = stop + "</blockquote>".utf8.count
    }

    /// Lines as a quotation, which callouts are, too.
    mutating func writeQuoted(_ lines: [Substring]) {
        var lines = lines
        writeBlankLine()
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        for (place, line) in lines.enumerated() where !line.isEmpty || !lines[place - 1].isEmpty {
            write(line.isEmpty ? ">\n" : "> \(line)\n")
        }
        write("\n")
    }

    mutating func preformatted(_ tag: HTMLTag) {
        guard let stop = findOnce("</pre>", from: index) else { return }
        var content = text(index..<stop)
        var language = tag.attributes["class"]
        if content.hasPrefix("<code"), let close = content.firstIndex(of: ">") {
            language = TagAttributes(String(content[..<close].dropFirst(5))).values["class"]
            content = String(content[content.index(after: close)...]).replacing("</code>", with: "")
        }
        language = language.map { $0.replacing("language-", with: "") }
        fence(content.unescapedHTML.trimmingLineEnds, language)
        index = stop + "</pre>".utf8.count
    }

    mutating func codeElement(_ tag: HTMLTag) {
        guard let stop = findOnce("</\(tag.name)>", from: index) else { return }
        let content = text(index..<stop).unescapedHTML
        let fence = content.contains("`") ? "``" : "`"
        let space = fence == "``" ? " " : ""
        write(fence + space + content + space + fence)
        index = stop + tag.name.utf8.count + 3
    }

    mutating func script(_ tag: HTMLTag) {
        guard let stop = findOnce("</\(tag.name)>", from: index) else { return }
        writeScript(index..<stop, isRaised: tag.name == "sup", at: tag.range)
        index = stop + tag.name.utf8.count + 3
    }

    /// Words above or below the line, where there are such letters.
    mutating func writeScript(_ range: Range<Int>, isRaised: Bool, at place: Range<Int>) {
        let words = text(range)
        let letters = words.compactMap { ScriptCharacters.of($0, isRaised: isRaised) }
        if letters.count == words.count, !words.isEmpty { return write(letters.joined()) }
        log.review(
            "import.html-dropped",
            "There are no raised or lowered letters for ‘\(words)’: it stands on the line.",
            at: place)
        write(part(range))
    }
}

extension String {
    /// The five references that code in HTML needs.
    fileprivate var unescapedHTML: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    fileprivate var trimmingLineEnds: String {
        var text = self[...]
        while let first = text.first, first.isNewline { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
