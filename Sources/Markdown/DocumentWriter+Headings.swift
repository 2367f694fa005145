import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    mutating func write(heading node: Node) {
        let range = map.firstLine(of: node)
        guard hasRoomForHeading(at: range) else { return }
        var level = node.headingLevel
        if level == 1 {
            report(
                "heading.level-1", .warning,
                "The title is the page's only heading of level 1; this one becomes level 2.",
                at: range)
            level = 2
        }
        if level > lastHeadingLevel + 1 {
            report(
                "heading.skipped-level", .warning,
                "This heading of level \(level) follows one of level \(lastHeadingLevel).",
                at: range)
        }
        lastHeadingLevel = level
        var block: AttributeBlock?
        if let last = node.lastChild, last.kind == .text,
            let (found, rest) = AttributeBlock.trailing(last.literal)
        {
            block = found
            last.setLiteral(rest)
        }
        let text = node.plainText(math).collapsingWhitespace
        reportUnderlinedText(node, text)
        let heading = register(
            level: level, text: text, html: outlineHTML(of: node),
            block: block, isRunIn: false, at: range)
        startLine()
        let isNumbered = block?.isUnnumbered != true
        open(heading, isNumbered: isNumbered)
        let gaps = writeRecordingGaps(from: node.firstChild)
        close(entering(gaps, of: heading, in: node, isNumbered: isNumbered))
        out.append("\n")
    }

    /// Whether the text may have another heading; the first that may not is named.
    private mutating func hasRoomForHeading(at range: Range<Int>) -> Bool {
        guard document.outline.count >= options.limits.headings else { return true }
        if !hasTooManyHeadings {
            hasTooManyHeadings = true
            report(
                "markdown.too-many-headings",
                error: "The text has more than \(options.limits.headings) headings.", at: range)
        }
        return false
    }

    /// Enters a heading into the outline and gives it its id.
    private mutating func register(
        level: Int, text: String, html words: OutputBuffer, block: AttributeBlock?, isRunIn: Bool,
        at range: Range<Int>
    ) -> Heading {
        if let block { checkMistake(block, at: range) }
        if text.isEmpty { report("heading.empty", error: "This heading has no text.", at: range) }
        let anchor: String
        if let id = block?.id {
            take(explicit: id, at: range)
            anchor = id
        } else {
            anchor = anchors.makeAnchor(
                for: quotationMarks.withoutSpaces(in: text), at: range)
        }
        // Its address is made of all that was written; a citation in it changes no address.
        let shown = CitationParser.withoutCitations(text)
        let former = block?.formerIDs ?? []
        for id in former { take(explicit: id, at: range) }
        // A heading below them is a part of the acknowledgements.
        if let section = acknowledgementsLevel, level <= section, !isRunIn {
            acknowledgementsLevel = nil
        }
        if Self.isAcknowledgements(text) {
            document.hasAcknowledgements = true
            acknowledgementsLevel = level
            names = names ?? NameMatcher(options.acknowledgedNames)
        }
        var html = words
        let isNumbered = options.numbersHeadings && block?.isUnnumbered != true
        let number = isNumbered ? nextNumber(level) : nil
        if let number { report(number: number, ofHeading: text, at: range) }
        if let number { html = Self.html(of: words, numbered: number) }
        if let id = block?.id, id.hasPrefix("sec:") {
            document.labels.append(
                Label(kind: .section, name: id, number: number ?? shown, isNumbered: isNumbered))
        }
        let heading = Heading(
            level: level, anchor: anchor, formerAnchors: former, text: shown, html: html,
            isRunIn: isRunIn, bytes: ByteRange(range))
        document.outline.append(heading)
        return heading
    }

    /// Titles (lower case) under which a section counts as the acknowledgements.
    private static let acknowledgementTitles: Set<String> = [
        "acknowledgements", "acknowledgments", "acknowledgement", "acknowledgment", "danksagung",
        "danksagungen", "remerciements", "agradecimientos", "شكر وتقدير", "謝辞",
    ]

    private static func isAcknowledgements(_ title: String) -> Bool {
        // By its first byte, nearly no title is.
        guard let first = title.utf8.first, first >= 0x80 || "AaDdRr".utf8.contains(first) else {
            return false
        }
        return acknowledgementTitles.contains(title.lowercased())
    }

    private mutating func nextNumber(_ level: Int) -> String {
        let place = max(0, level - 2)
        while headingNumbers.count <= place { headingNumbers.append(0) }
        headingNumbers.removeLast(headingNumbers.count - place - 1)
        headingNumbers[place] += 1
        return currentNumber
    }

    /// Of the heading that was entered last.
    var currentNumber: String { headingNumbers.map { String($0) }.joined(separator: ".") }

    private mutating func open(_ heading: Heading, isNumbered: Bool) {
        out.append("<h")
        out.write { $0.append(UInt8(ascii: "0") + UInt8(heading.level)) }
        writeID(heading.anchor)
        out.append(">")
        for former in heading.formerAnchors { writeEmptyElement(for: former) }
        if options.numbersHeadings, isNumbered {
            out.append("<span class=\"number\">")
            out.append(currentNumber, escapedFor: .htmlText)
            out.append("</span> ")
        }
    }

    private mutating func close(_ heading: Heading) {
        writePermalink(to: heading.anchor, heading.text, heading.slots)
        out.append("</h")
        out.write { $0.append(UInt8(ascii: "0") + UInt8(heading.level)) }
        out.append(">")
    }

    /// A link to a place of the page, for who wants to cite it.
    ///
    /// In the text, a NUL stands for each of the slots.
    mutating func writePermalink(
        to anchor: String, _ text: String, _ slots: [Fragment.Slot] = []
    ) {
        out.append("<a class=\"anchor\" href=\"")
        out.append(.pageAddress)
        out.append("#")
        out.write { $0.append(url: anchor) }
        out.append("\" aria-label=\"")
        out.append(.word(.permalink))
        out.append(": ")
        // Struck out or not, it is said.
        let isStruck = hasTilde && text.contains(byte: UInt8(ascii: "~"))
        write(label: isStruck ? text.replacing("~~", with: "") : text, slots)
        out.append("\"></a>")
    }

    // MARK: - Run-in heads

    /// A paragraph that begins with a strong span ending in a stop, and goes on: a heading that
    /// stands in the line.
    ///
    /// `false` when the paragraph is none.
    mutating func writeRunInHead(_ paragraph: Node) -> Bool {
        guard let head = paragraph.firstChild, head.kind == .strong, let after = head.next,
            Self.endsSentence(head.plainText(math))
        else { return false }
        var block: AttributeBlock?
        if after.kind == .text,
            let (found, rest) = AttributeBlock.leading(
                String(decoding: after.literal, as: UTF8.self))
        {
            block = found
            after.setLiteral(rest)
        }
        guard !after.plainTextToEnd(math).allSatisfy(\.isWhitespace) else { return false }
        let level = min(6, (lastPlainLevel ?? 1) + 1)
        let text = Self.withoutStop(head.plainText(math).collapsingWhitespace)
        let range = map.firstLine(of: paragraph)
        guard hasRoomForHeading(at: range) else { return false }
        let heading = register(
            level: level, text: text,
            html: withoutStop(outlineHTML(of: head)), block: block,
            isRunIn: true, at: range)
        startLine()
        out.append("<div class=\"run-in\">")
        let isNumbered = block?.isUnnumbered != true
        open(heading, isNumbered: isNumbered)
        let gaps = writeRecordingGaps(from: head.firstChild)
        close(entering(gaps, of: heading, in: head, isNumbered: isNumbered))
        out.append("\n<p")
        let outer = language
        defer { language = outer }
        writeLanguage(of: paragraph)
        out.append(">")
        if after.kind == .text {
            after.setLiteral(
                String(String(decoding: after.literal, as: UTF8.self).drop { $0 == " " }))
        }
        if needsExcerpt {
            writeExcerpt(from: after)
            document.excerpt = document.excerpt.collapsingWhitespace
        } else {
            writeInlines(from: after)
        }
        writeBackLinksIfLast(paragraph)
        out.append("</p></div>\n")
        return true
    }

    /// Level of the last heading that is not run in.
    private var lastPlainLevel: Int? { document.outline.last { !$0.isRunIn }?.level }

    /// Whether a text ends in `.`, `?` or `!`, perhaps inside closing quotation marks or brackets.
    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { !"”’\"')]".contains($0) }) else { return false }
        return ".?!".contains(last)
    }

    static func withoutStop(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    func withoutStop(_ html: OutputBuffer) -> OutputBuffer {
        var html = html
        if html.last == UInt8(ascii: ".") { html.removeLast() }
        return html
    }
}
