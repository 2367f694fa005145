import Bytes
import Diagnostics
import Markup

/// Raw HTML: the site lets it through, or it is shown as it is written.
///
/// A comment is never shown: it is a note that the author did not write for readers.
extension DocumentWriter {
    mutating func write(htmlBlock node: Node) {
        let html = node.literal
        if options.allowsRawHTML {
            startLine()
            out.write { $0.append(contentsOf: html) }
            startLine()
            takeIDs(of: html, block: node)
            return
        }
        let shown = withoutComments(html, at: map.firstLine(of: node))
        shown.withUnsafeBufferPointer { shown in
            var (start, end) = (0, shown.count)
            while start < end, shown[start] <= 0x20 { start += 1 }
            while end > start, shown[end - 1] <= 0x20 { end -= 1 }
            guard start < end else { return }
            let text = UnsafeBufferPointer(rebasing: shown[start..<end])
            if text[0] == UInt8(ascii: "<") {
                if !reportStyle(text, of: node) { reportShown(text) { $0.map.firstLine(of: node) } }
            } else {
                report(
                    "html.escaped", .warning,
                    "What stands behind a comment on its line is shown as it is written, Markdown "
                        + "too: begin a new line.", at: map.firstLine(of: node))
            }
            startLine()
            out.append("<p>")
            out.write { $0.append(text, escapedFor: .htmlText) }
            out.append("</p>\n")
        }
    }

    mutating func write(htmlInline node: Node) {
        let html = node.literal
        if options.allowsRawHTML {
            out.write { $0.append(contentsOf: html) }
            takeIDs(of: html, inline: node)
        } else if !html.starts(with: HTMLComment.open.utf8) {
            reportShown(html) { writer in
                writer.find(
                    String(decoding: html, as: UTF8.self), in: writer.blockRange(of: node))
                    ?? writer.firstLine(ofBlockAround: node)
            }
            out.write { $0.append(html, escapedFor: .htmlText) }
        }
    }

    /// Says of the first HTML on a page that readers see its source.
    private mutating func reportShown(
        _ html: UnsafeBufferPointer<UInt8>, at place: (inout DocumentWriter) -> Range<Int>
    ) {
        guard !hasShownHTML, HTMLElement.isNamed(in: html) else { return }
        hasShownHTML = true
        let line = html.prefix { $0 != 0x0A && $0 != 0x0D }
        let end = line.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? line.endIndex
        let tag = String(decoding: line[..<end], as: UTF8.self)
        let name = tag.count > 60 ? tag.prefix(60) + "…" : tag
        let isTable = "<table".withUTF8Bytes { html.firstRange(of: $0, in: html.indices) } != nil
        let advice =
            isTable
            ? "write the table with ‘|’, or save it beside the page and write ‘![Caption](table.csv)’"
            : "write it in Markdown"
        report(
            "html.escaped", .warning,
            "HTML is shown as it is written, such as ‘\(name)’ here: \(advice), or set "
                + "‘raw_html: allow’ in site.yaml.", at: place(&self))
    }

    /// Says of rules for browsers that readers would see them, which nobody means; notebooks export tables so.
    private mutating func reportStyle(
        _ html: UnsafeBufferPointer<UInt8>, of node: Node
    ) -> Bool {
        let elements = ["<style", "<script"]
        guard
            let element = elements.first(where: { name in
                name.withUTF8Bytes { html.firstRange(of: $0, in: html.indices) } != nil
            })
        else { return false }
        hasShownHTML = true
        let advice =
            element == "<style"
            ? " Write a table with ‘|’ (in pandas, ‘df.to_markdown()’), or save it beside the page and write "
                + "‘![Caption](table.csv)’." : ""
        report(
            "html.escaped",
            error:
                "What stands in ‘\(element)>’ would be shown to readers as text, with all tags: delete it.\(advice) "
                + "‘raw_html: allow’ in site.yaml lets HTML through.",
            at: map.firstLine(of: node))
        return true
    }

    private mutating func withoutComments(
        _ html: UnsafeBufferPointer<UInt8>, at range: Range<Int>
    ) -> OutputBuffer {
        var shown = OutputBuffer()
        var rest = html.indices
        while let open = HTMLComment.open.firstRange(in: html, rest),
            // What stands behind a comment on its line is text.
            html[rest.lowerBound..<open.lowerBound].allSatisfy({ $0 <= 0x20 })
                || !isText(html[rest])
        {
            // `<!-->` is a comment, too.
            let inner = open.lowerBound + 2..<html.count
            guard let close = HTMLComment.close.firstRange(in: html, inner) else {
                report(
                    "html.malformed-comment",
                    error: "The comment here is never closed: write ‘-->’ at its end.", at: range)
                hasShownHTML = true
                break
            }
            shown.append(contentsOf: html, in: rest.lowerBound..<open.lowerBound)
            rest = close.upperBound..<html.count
        }
        shown.append(contentsOf: html, in: rest)
        return shown
    }

    private func isText(_ html: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        html.first { $0 > 0x20 } != UInt8(ascii: "<")
    }

    /// A comment that is none to the parser stays in the text: what the author wrote for nobody would
    /// be published.
    mutating func reportComment(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        // The first byte of `-`, or of the dash that smart punctuation has made of two.
        guard !hasMalformedComment,
            let sign = HTMLComment.declaration.firstRange(in: text, text.indices),
            sign.upperBound < text.count,
            [UInt8(ascii: "-"), 0xE2].contains(text[sign.upperBound])
        else { return }
        reportComment(inBlockAround: node)
    }

    /// The same where the text is no longer that of nodes.
    mutating func reportComment(inBlockAround node: Node) {
        let block = blockRange(of: node)
        // Once for a block, since every sign in it may lead here.
        guard !hasMalformedComment, block.lowerBound != blockWithoutComment else { return }
        blockWithoutComment = block.lowerBound
        guard let range = openComment(in: block) else { return }
        hasMalformedComment = true
        report(
            "html.malformed-comment",
            error: "This comment would be shown: within a paragraph it must end there with ‘-->’, "
                + "and hold no ‘--’. On lines of its own it may hold anything.", at: range)
    }
}

extension DocumentWriter {
    /// The first `<!--` in the source that is neither escaped nor code, nor a comment to the parser.
    private func openComment(in block: Range<Int>) -> Range<Int>? {
        var isInCode = false
        var last: UInt8 = 0
        var index = block.lowerBound
        while index < block.upperBound {
            let byte = map.bytes[index]
            if byte == UInt8(ascii: "`"), last != byte, last != UInt8(ascii: "\\") {
                isInCode.toggle()
            }
            if byte == UInt8(ascii: "<"), !isInCode, last != UInt8(ascii: "\\"),
                map.bytes[index..<block.upperBound].starts(with: HTMLComment.open.utf8)
            {
                let open = index..<index + HTMLComment.open.utf8.count
                guard let end = endOfComment(from: open.upperBound, in: block) else { return open }
                index = end
                last = UInt8(ascii: ">")
                continue
            }
            last = byte
            index += 1
        }
        return nil
    }

    /// Within a paragraph a comment ends at its first `--`, which has to be that of `-->`.
    private func endOfComment(from start: Int, in block: Range<Int>) -> Int? {
        guard let dashes = map.find("--", in: start..<block.upperBound),
            map.bytes[dashes.lowerBound..<block.upperBound].starts(with: HTMLComment.close.utf8)
        else { return nil }
        return dashes.lowerBound + HTMLComment.close.utf8.count
    }
}

enum HTMLComment {
    static let open = "<!--"
    static let close = "-->"
    static let declaration = "<!"
}

extension String {
    fileprivate func firstRange(
        in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Range<Int>? {
        withUTF8Bytes { text.firstRange(of: $0, in: range) }
    }
}

private enum HTMLElement {
    /// Those of the HTML Standard, and a few that it has dropped.
    private static let names: Set<String> = [
        "a", "abbr", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo",
        "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code",
        "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "div", "dl",
        "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe",
        "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark",
        "math", "menu", "meta", "meter", "nav", "noscript", "object", "ol", "optgroup", "option",
        "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp",
        "script", "search", "section", "select", "slot", "small", "source", "span", "strike",
        "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template",
        "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var",
        "video", "wbr",
    ]

    /// Whether a tag is one of HTML: `Array<T>` reads as it was meant.
    static func isNamed(in html: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = html.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") || $0 <= 0x20 }
            .prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) }
        // `Vec<U>` has one letter, and a capital.
        guard name.count != 1 || name.first.map({ $0 >= 0x61 }) == true else { return false }
        return names.contains(String(decoding: name, as: UTF8.self).lowercased())
    }
}
