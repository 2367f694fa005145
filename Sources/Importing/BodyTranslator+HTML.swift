/// HTML that authors put into Markdown: what has a form of its own in our dialect gets it, the tags of
/// the rest are left out or stay as they are, and are named.

import Diagnostics
import Markup

extension BodyTranslator {
    /// Marks around a text.
    private static let marks = [
        "em": "*", "i": "*", "cite": "*", "dfn": "*", "var": "*", "strong": "**", "b": "**",
        "del": "~~", "s": "~~", "strike": "~~",
    ]

    /// Elements that are more than text: left as they are, with all that they hold.
    private static let kept: Set<String> = [
        "iframe", "script", "style", "video", "audio", "object", "embed", "form", "table", "svg",
        "math", "details", "canvas", "noscript", "button", "select", "input", "source", "picture",
    ]

    /// Attributes that mean something here, by element.
    private static let understood: [String: Set<String>] = [
        "a": ["href", "title"], "img": ["src", "alt", "title"], "code": ["class"],
        "pre": ["class"],
    ]

    /// A tag, a comment or an address in angle brackets at the index; `false` for a mere `<`.
    mutating func readHTML() -> Bool {
        if has("<!--") { return readComment() }
        if has("<http://") || has("<https://") || has("<mailto:") {
            guard let close = findNear(">", from: index) else {
                if end - index > Self.longest { reportTooLong("address") }
                return false
            }
            let whole = index..<close + 1
            if !linkTitle(of: text(index + 1..<close), at: whole) { emit(whole) }
            return true
        }
        guard let tag = HTMLTag(bytes, at: index, end: end) else {
            if HTMLTag.isTooLong(bytes, at: index, end: end) { reportTooLong("tag") }
            return false
        }
        if Self.kept.contains(tag.name) {
            keepElement(tag)
        } else if tag.isEnd {
            index = tag.range.upperBound
            close(tag)
        } else {
            nameAttributes(tag)
            index = tag.range.upperBound
            begin(tag)
        }
        return true
    }

    private mutating func readComment() -> Bool {
        guard let close = findOnce("-->", from: index + 4) else { return false }
        let range = index..<close + 3
        let isMark = text(index + 4..<close).collapsingWhitespace == "more"
        log.note(
            "import.comment-dropped",
            isMark
                ? "The mark ‘more’ was left out: lists show ‘summary’, else the first paragraph."
                : "The comment was left out.", at: range)
        index = range.upperBound
        return true
    }

    private mutating func keepElement(_ tag: HTMLTag) {
        let stop = tag.isEnd ? nil : findOnce("</\(tag.name)>", from: tag.range.upperBound)
        let whole = index..<(stop.map { $0 + tag.name.utf8.count + 3 } ?? tag.range.upperBound)
        log.review(
            "import.html-kept",
            "‘<\(tag.name)>’ has no form here, and stays as it is: readers would see its source.",
            at: tag.range)
        emit(whole)
    }

    mutating func nameAttributes(_ tag: HTMLTag) {
        var lost = Set(tag.attributes.keys).subtracting(Self.understood[tag.name] ?? [])
        if Self.level(of: tag) != nil { lost.remove("id") }
        if Self.language(of: tag) != nil { lost.subtract(["lang", "xml:lang", "dir"]) }
        if tag.name == "img", Self.width(tag.attributes) != nil { lost.subtract(Self.measures) }
        guard !lost.isEmpty else { return }
        log.note(
            "import.attributes-dropped",
            "Attributes of ‘<\(tag.name)>’ were left out: \(lost.sorted().joined(separator: ", ")).",
            at: tag.range)
    }

    /// The language of an element's words, where these may keep it.
    static func language(of tag: HTMLTag) -> String? {
        guard ["span", "blockquote"].contains(tag.name) || marks[tag.name] != nil else {
            return nil
        }
        return tag.attributes["lang"].flatMap { LanguageTag.reading($0) }
    }

    private static func level(of tag: HTMLTag) -> Int? {
        guard tag.name.utf8.count == 2, tag.name.hasPrefix("h"),
            let level = Int(tag.name.dropFirst()),
            (1...6).contains(level)
        else { return nil }
        return level
    }

    // MARK: - Start tags

    private mutating func begin(_ tag: HTMLTag) {
        if Self.marks[tag.name] != nil {
            return open.append(OpenElement(tag: tag, start: output.count))
        }
        if let level = Self.level(of: tag) { return heading(tag, level: level) }
        switch tag.name {
        case "a":
            write("[")
            open.append(OpenElement(tag: tag, start: output.count))
        case "br": lineBreak(at: tag.range)
        case "hr":
            writeBlankLine()
            write("---\n\n")
        case "img":
            let title = tag.attributes["title"].map { "\"\($0)\"" } ?? ""
            writeImage(
                tag.attributes["src"] ?? "", alt: tag.attributes["alt"] ?? "", title: title,
                attributes: [Self.width(tag.attributes)].compactMap(\.self), whole: tag.range)
        case "p": writeBlankLine()
        case "figure": figureElement(tag)
        case "blockquote": quote(tag)
        case "pre": preformatted(tag)
        case "code", "tt", "kbd", "samp": codeElement(tag)
        case "sup", "sub": script(tag)
        case "q": write("“")
        case "ul", "ol":
            if !open.contains(where: { ["ul", "ol"].contains($0.tag.name) }) { writeBlankLine() }
            open.append(OpenElement(tag: tag, start: output.count))
        case "li": item()
        case "span" where Self.language(of: tag) != nil:
            open.append(OpenElement(tag: tag, start: output.count))
        default:
            if tag.name == "span" { open.append(OpenElement(tag: tag, start: output.count)) }
            log.review(
                "import.html-dropped",
                "‘<\(tag.name)>’ has no form here: its content was kept without it.", at: tag.range)
        }
    }

    // MARK: - End tags

    private mutating func close(_ tag: HTMLTag) {
        switch tag.name {
        case "p": return writeBlankLine()
        case "q": return write("”")
        case "li", "br": return
        default: break
        }
        guard let place = open.lastIndex(where: { $0.tag.name == tag.name }) else { return }
        let element = open.remove(at: place)
        switch tag.name {
        case "a":
            guard let address = element.tag.attributes["href"] else {
                let bracket = element.start - 1
                if output.indices.contains(bracket) { output.remove(at: bracket) }
                return
            }
            let title = element.tag.attributes["title"].map { "\"\($0)\"" } ?? ""
            link(to: address, title, whole: element.tag.range)
        case "ul", "ol":
            if !open.contains(where: { ["ul", "ol"].contains($0.tag.name) }) { writeBlankLine() }
        default:
            let language = Self.language(of: element.tag)
            let mark = Self.marks[tag.name] ?? ""
            guard language != nil || !mark.isEmpty else { return }
            let content = String(decoding: output[element.start...], as: UTF8.self)
            let words = content.drop(while: \.isWhitespace)
            guard !words.isEmpty else { return }
            let before = content.prefix(content.count - words.count)
            let after = words.reversed().prefix(while: \.isWhitespace)
            output.removeSubrange(element.start...)
            let text = words.dropLast(after.count)
            let marked = language.map { "[\(text)]{lang=\($0)}" } ?? String(text)
            write(before + mark + marked + mark + String(after))
        }
    }
}
