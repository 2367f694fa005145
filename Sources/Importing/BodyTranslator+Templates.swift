/// What Jekyll writes in `{% … %}` and `{{ … }}`, Hugo in `{{< … >}}`, and kramdown in `{: … }`.

import Diagnostics

extension BodyTranslator {
    /// A tag at the index; `false` when none begins here.
    mutating func readTemplateTag() -> Bool {
        for (start, close) in [
            ("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}"), ("{:", "}"),
        ]
        where has(start) {
            guard let stop = findNear(close, from: index + start.utf8.count) else {
                if end - index > Self.longest { reportTooLong("tag") }
                return false
            }
            let tag = index..<stop + close.utf8.count
            var content = text(index + start.utf8.count..<stop)
            while let last = content.last, last == "-" || last == " " { content.removeLast() }
            content = String(content.drop { $0 == "-" || $0 == " " })
            switch start {
            case "{%": readLiquid(content, tag)
            case "{{": readValue(content, tag)
            case "{:" where content.hasPrefix(":") || content.hasPrefix("/"):
                readExtension(content, tag)
            case "{:": readAttributes(tag)
            default: readShortcode(content, tag)
            }
            return true
        }
        return false
    }

    mutating func keep(_ tag: Range<Int>, _ name: String) {
        log.review(
            "import.unknown-tag",
            "‘\(name)’ cannot be translated, and stays as it is: write what it stood for.", at: tag)
        emit(tag)
    }

    // MARK: - Liquid

    private mutating func readLiquid(_ content: String, _ tag: Range<Int>) {
        let words = content.split(whereSeparator: \.isWhitespace).map { String($0) }
        switch words.first ?? "" {
        case "highlight":
            code(
                tag, until: ["{% endhighlight %}", "{%- endhighlight -%}"], words.dropFirst().first)
        case "raw": verbatim(tag, until: ["{% endraw %}", "{%endraw%}"])
        case "comment":
            if !dropComment(tag, until: { $0.endOfLiquid("endcomment", from: tag.upperBound) }) {
                keep(tag, words[0])
            }
        case "post_url", "link": linkTarget(words.dropFirst().first ?? "", tag)
        case "include" where words.contains { $0.hasPrefix("src=") || $0.hasPrefix("image_path=") }:
            let values = TagAttributes(content).values
            figure(
                source: values["src"] ?? values["image_path"] ?? "", alt: values["alt"],
                caption: values["caption"], width: Self.width(values), whole: tag)
        default: keep(tag, words.first ?? "{% %}")
        }
    }

    /// `{{ site.baseurl }}` and its like, which only say where the old site was.
    private mutating func readValue(_ content: String, _ tag: Range<Int>) {
        let parts = content.split(separator: "|").map { $0.filter { $0 != " " } }
        let name = parts.first ?? ""
        if ["site.baseurl", "site.url", "site.baseurl_root"].contains(name), parts.count == 1 {
            index = tag.upperBound
        } else if parts.count == 2, ["relative_url", "absolute_url"].contains(parts[1]),
            let quote = name.first, "\"'".contains(quote), name.last == quote, name.count > 2
        {
            write(String(name.dropFirst().dropLast()))
            index = tag.upperBound
        } else {
            keep(tag, content)
        }
    }

    // MARK: - Hugo

    private mutating func readShortcode(_ content: String, _ tag: Range<Int>) {
        let name = String(content.prefix { !$0.isWhitespace })
        let attributes = TagAttributes(String(content.dropFirst(name.count)))
        switch name {
        case "figure": figure(attributes.values, at: tag)
        case "comment":
            if !dropComment(tag, until: { $0.endOfShortcode("comment", from: tag.upperBound) }) {
                keep(tag, name)
            }
        case "highlight":
            let language = attributes.plain.first
            code(
                tag, until: ["{{< /highlight >}}", "{{</highlight>}}", "{{</ highlight >}}"],
                language)
        case "ref", "relref":
            linkTarget(attributes.plain.first ?? attributes.values["path"] ?? "", tag)
        case "pagebreak" where isQuarto:
            log.note(
                "import.attributes-dropped", "‘pagebreak’ means nothing here and was left out.",
                at: tag)
            index = tag.upperBound
        default: keep(tag, name)
        }
    }

    // MARK: - Both

    private mutating func code(_ tag: Range<Int>, until stops: [String], _ language: String?) {
        guard let (stop, length) = first(of: stops, from: tag.upperBound) else {
            return keep(tag, "highlight")
        }
        var content = text(tag.upperBound..<stop)
        while content.first == "\n" || content.first == "\r\n" { content.removeFirst() }
        while content.last?.isWhitespace == true { content.removeLast() }
        fence(content, language)
        index = stop + length
    }

    /// A block of code, in a fence that it does not hold.
    mutating func fence(_ content: String, _ language: String?) {
        var fence = "```"
        while content.contains(fence) { fence += "`" }
        writeBlankLine()
        write("\(fence)\(language ?? "")\n\(content.replacing("\r\n", with: "\n"))\n\(fence)\n\n")
    }

    private mutating func verbatim(_ tag: Range<Int>, until stops: [String]) {
        guard let (stop, length) = first(of: stops, from: tag.upperBound) else {
            return keep(tag, "raw")
        }
        output += bytes[tag.upperBound..<stop]
        index = stop + length
    }

    private mutating func first(
        of stops: [String], from start: Int
    ) -> (place: Int, length: Int)? {
        var found: (place: Int, length: Int)?
        for stop in stops {
            guard let place = findOnce(stop, from: start), place < found?.place ?? .max else {
                continue
            }
            found = (place, stop.utf8.count)
        }
        return found
    }

    /// `{: .class}` of kramdown; `{:toc}` asks for a table of contents, which we make ourselves.
    private mutating func readAttributes(_ tag: Range<Int>) {
        index = tag.upperBound
        guard !takeWidth(from: tag) else { return }
        log.note(
            "import.attributes-dropped", "The attributes ‘\(text(tag))’ were left out.", at: tag)
        // The words that `{:toc}` replaces stand before it: `* TOC` or `1. TOC`.
        guard text(tag).contains("toc") else { return }
        let written = output.suffix(Self.longest)
        guard let end = written.lastIndex(of: 0x0A) else { return }
        let start = written[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? written.startIndex
        let line = String(decoding: written[start..<end], as: UTF8.self)
        guard line.lowercased().hasSuffix("toc") || line.contains("TOC") else { return }
        output.removeSubrange(start...)
    }
}
