/// Figures of shortcodes and tags, with captions of plain text.

import Diagnostics
import Markup

extension BodyTranslator {
    /// A picture with its caption, as a paragraph of its own.
    mutating func figure(
        source: String, alt: String?, caption: String?, width: String?, whole: Range<Int>
    ) {
        let title = caption.map { Self.quoted($0) }
        writeBlankLine()
        writeImage(
            source, alt: (alt ?? "").collapsingWhitespace, title: title ?? "",
            attributes: [width].compactMap(\.self), whole: whole)
        write("\n\n")
        index = whole.upperBound
    }

    /// `{{< figure … >}}` of Hugo: `attr` says whose picture it is, and stands behind the caption there.
    mutating func figure(_ values: [String: String], at tag: Range<Int>) {
        let words = ["title", "caption", "attr"].compactMap { values[$0]?.collapsingWhitespace }
            .filter { !$0.isEmpty }.map { plainCaption($0, at: tag) }
        let caption = words.dropFirst().reduce(words.first ?? "") { text, next in
            text + (".!?…:".contains(text.last ?? " ") ? " " : ". ") + next
        }
        nameLost(values, at: tag)
        figure(
            source: values["src"] ?? "", alt: values["alt"],
            caption: caption.isEmpty ? nil : caption, width: Self.width(values), whole: tag)
    }

    private mutating func nameLost(_ values: [String: String], at tag: Range<Int>) {
        var lost = Set(values.filter { !$0.value.isEmpty }.keys)
            .subtracting(["src", "alt", "title", "caption", "attr"])
        if Self.width(values) != nil { lost.subtract(Self.measures) }
        guard !lost.isEmpty else { return }
        let links = ["link", "attrlink"].compactMap { lost.contains($0) ? values[$0] : nil }
        let message =
            "Attributes of the figure were left out: \(lost.sorted().joined(separator: ", "))."
        guard links.isEmpty else {
            return log.review(
                "import.attributes-dropped",
                message
                    + " A figure has no link: write ‘\(links.joined(separator: "’ and ‘"))’ into the text.",
                at: tag)
        }
        log.note("import.attributes-dropped", message, at: tag)
    }

    /// A text as the title of a picture.
    static func quoted(_ text: String) -> String {
        "\"" + text.collapsingWhitespace.replacing("\"", with: "”") + "\""
    }

    /// The words of a caption, without marks and links.
    mutating func plainCaption(_ text: String, at range: Range<Int>) -> String {
        PlainCaption(text).say(of: text, at: range, in: &log)
    }
}

/// A caption as words alone.
struct PlainCaption {
    private(set) var words: String
    private let hasLink: Bool

    init(_ text: String) {
        (words, hasLink) = Self.withoutLinks(text)
        for sign in ["*", "`"] as [Character] where words.count(where: { $0 == sign }) > 1 {
            words.removeAll { $0 == sign }
        }
    }

    /// A text with the words of its links alone, and whether it had any.
    static func withoutLinks(_ text: String) -> (words: String, hasLink: Bool) {
        var (words, hasLink) = ("", false)
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            words += rest[..<open]
            rest = rest[rest.index(after: open)...]
            // The words of a link end where its address begins.
            guard let close = rest.firstIndex(of: "]"),
                rest[rest.index(after: close)...].first == "(",
                let end = rest[close...].firstIndex(of: ")")
            else {
                words += "["
                continue
            }
            hasLink = true
            words += rest[..<close]
            rest = rest[rest.index(after: end)...]
        }
        return (words + rest, hasLink)
    }

    /// Says what was lost of a text, and returns its words.
    func say(of text: String, at range: Range<Int>, in log: inout ImportLog) -> String {
        if hasLink {
            log.review(
                "import.plain-caption",
                "A caption comes along as words alone: of the link in ‘\(text)’ they were kept.",
                at: range)
        } else if words != text {
            log.note(
                "import.plain-caption",
                "A caption comes along as words alone: the marks in ‘\(text)’ were left out.",
                at: range)
        }
        return words
    }
}
