import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    mutating func write(quote node: Node) {
        if let marker = CalloutMarker(node) {
            write(callout: marker)
        } else {
            startLine()
            let outer = language
            out.append("<blockquote")
            writeLanguage(of: node)
            out.append(">\n")
            writeBlocks(of: node)
            language = outer
            startLine()
            out.append("</blockquote>\n")
        }
    }

    private mutating func write(callout marker: CalloutMarker) {
        let range = map.firstLine(of: marker.paragraph)
        guard let callout = Callout(rawValue: marker.kind.lowercased()) else {
            reportUnknown(marker.kind, at: range)
            skipDefinitions(in: marker.paragraph.parent)
            return
        }
        if let block = marker.block { checkMistake(block, at: range) }
        if let sign = marker.foldingSign {
            report(
                "callout.folded",
                error: "A callout does not fold: delete the ‘\(sign)’ behind ‘[!\(marker.kind)]’.",
                at: range)
        }
        marker.strip()
        startLine()
        out.append("<div class=\"callout ")
        out.append(callout.rawValue, escapedFor: .attribute)
        out.append("\"")
        writeAnchor(of: callout, marker, at: range)
        out.append(" role=\"")
        out.append(callout.role)
        out.append("\">\n<p class=\"callout-title\">")
        writeFormerIDs(of: marker.block, at: range)
        writeTitle(of: callout, marker, number: number(of: callout, marker, at: range))
        out.append("</p>\n")
        definedTerm = callout == .definition ? marker.definedTerm : nil
        var next = marker.paragraph.next
        if let content = marker.content, let list = definitions(below: marker.paragraph) {
            next = writeDefinitions(of: marker.paragraph, from: content, list)
        } else if let content = marker.content {
            let outer = language
            out.append("<p")
            writeLanguage(of: marker.paragraph)
            out.append(">")
            writeInlines(from: content)
            language = outer
            out.append("</p>\n")
        }
        writeBlocks(from: next)
        startLine()
        out.append("</div>\n")
    }

    private mutating func reportUnknown(_ kind: String, at range: Range<Int>) {
        let names = Callout.allCases.map { $0.rawValue.uppercased() }
        let advice: String
        let words = kind.split(separator: " ")
        if words.count > 1 {
            let title = words.joined(separator: " ")
            advice =
                "A title stands behind the brackets, as in ‘[!NOTE] \(title.prefix(1) + title.dropFirst().lowercased())’."
        } else if let hint = Spelling.closest(to: kind, in: names) {
            advice = "Did you mean ‘[!\(hint)]’?"
        } else if let callout = Callout.meant(by: kind) {
            advice =
                "Write ‘[!\(callout.rawValue.uppercased())]’, or another of \(names.joined(separator: ", "))."
        } else if ["quote", "cite"].contains(kind.lowercased()) {
            advice = "A quotation is one without it: delete the line."
        } else {
            advice = "Use one of \(names.joined(separator: ", "))."
        }
        report(
            "callout.unknown-kind", error: "There is no callout ‘[!\(kind)]’. \(advice)", at: range)
    }

    /// The author's id; summaries and definitions have one in any case.
    private mutating func writeAnchor(
        of callout: Callout, _ marker: CalloutMarker, at range: Range<Int>
    ) {
        if let id = marker.block?.id {
            take(explicit: id, at: range)
            writeID(id)
        } else if callout == .summary {
            writeID(anchors.makeAnchor(for: "summary", at: range))
        } else if callout == .definition {
            let term = marker.definedTerm?.plainText(math) ?? ""
            let name = Slug(slugifying: term)?.rawValue ?? "definition"
            writeID(anchors.makeAnchor(for: "def-" + name, at: range))
        }
    }

    /// Its number, when its id is a label: "2".
    private mutating func number(
        of callout: Callout, _ marker: CalloutMarker, at range: Range<Int>
    ) -> String? {
        guard let id = marker.block?.id, let kind = Label.Kind(prefixOf: id),
            let own = callout.labelKind
        else { return nil }
        guard kind == own else {
            let name = id.drop { $0 != ":" }
            report(
                "callout.label",
                error: "The label of ‘[!\(marker.kind)]’ begins with ‘\(own.rawValue):’: write "
                    + "‘{#\(own.rawValue)\(name)}’.", at: find(id, in: range) ?? range)
            return nil
        }
        labelNumbers[kind, default: 0] += 1
        let number = String(labelNumbers[kind, default: 0])
        document.labels.append(Label(kind: kind, name: id, number: number))
        return number
    }

    private mutating func writeTitle(
        of callout: Callout, _ marker: CalloutMarker, number: String?
    ) {
        let isWordShown = !marker.hasTitle || number != nil || callout.isNamed
        if isWordShown { out.append(.word(callout.word)) }
        if let number {
            out.append(" ")
            out.append(number, escapedFor: .htmlText)
        }
        guard marker.hasTitle else { return }
        if number != nil, let kind = callout.labelKind, marker.first.kind == .text {
            let title = String(decoding: marker.first.literal.prefix(60), as: UTF8.self)
            reportNumber(
                inCaption: title, of: kind, isTitle: true, at: map.firstLine(of: marker.paragraph))
        }
        if isWordShown { out.append(" ") }
        // A title with its own parentheses, or a citation, brings them along.
        let isBracketed = !isWordShown || marker.isInParentheses
        if !isBracketed { out.append("(") }
        writeInlines(from: marker.first, upTo: marker.end)
        if !isBracketed { out.append(")") }
    }
}

extension DocumentWriter {
    /// `[!TIP]` at the beginning of a line that is not the first of its quotation.
    mutating func reportLateCallout(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        guard index == 0, node.previous?.isLineBreak == true,
            node.parent?.parent?.kind == .blockQuote
        else { return }
        let word = text[2...].prefix(20).prefix { $0.isASCIILetter }
        let name = String(decoding: word, as: UTF8.self)
        guard word.endIndex < text.count, text[word.endIndex] == UInt8(ascii: "]"),
            Callout(rawValue: name.lowercased()) != nil
        else { return }
        let shown = text[index...word.endIndex]
        guard !isEscaped(shown, by: ["["], in: node) else { return }
        report(
            "callout.late",
            error:
                "A callout begins on the first line of its quotation: leave a line empty above ‘[!\(name)]’.",
            at: place(of: shown, in: node))
    }
}

/// The first line of a callout, taken apart: `[!SUMMARY] A *short* title {#id}`.
private struct CalloutMarker {
    let paragraph: Node
    let kind: String
    let block: AttributeBlock?
    let hasTitle: Bool
    /// The node that begins with the marker, and then holds the beginning of the title.
    let first: Node
    /// The break behind the line.
    let end: Node?
    private let title: String
    /// Of two or three words, which are none, but meant as one.
    private static let longestKind = 30
    private let last: Node
    private let lastText: String

    init?(_ quote: Node) {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
            let first = paragraph.firstChild, first.kind == .text
        else { return nil }
        let text = String(decoding: first.literal, as: UTF8.self)
        guard text.hasPrefix("[!"), let close = text.firstIndex(of: "]") else { return nil }
        let kind = text[text.index(text.startIndex, offsetBy: 2)..<close]
        // With spaces beside the word it is none, but meant as one.
        let name = kind.filter { $0 != " " }
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }),
            name.first != "-", kind.count <= Self.longestKind, Self.isMeant(kind)
        else { return nil }
        var last = first
        while let next = last.next, !next.isLineBreak { last = next }
        self.paragraph = paragraph
        self.kind = String(kind)
        self.first = first
        self.last = last
        end = last.next
        let title = String(text[text.index(after: close)...].drop { $0 == " " })
        let lastText =
            last == first
            ? title : last.kind == .text ? String(decoding: last.literal, as: UTF8.self) : ""
        let trailing = AttributeBlock.trailing(lastText)
        block = trailing?.block
        self.lastText = trailing?.rest ?? lastText
        self.title = title
        hasTitle = last != first || !self.lastText.isEmpty
    }

    /// Whether words in brackets were meant as a kind: `[!see above]` is somebody's note in a quotation.
    private static func isMeant(_ kind: Substring) -> Bool {
        let words = kind.split(separator: " ")
        return words.count == 1 || words[0].first?.isUppercase == true
            || Callout(rawValue: String(words[0])) != nil
    }

    /// What folds a callout in Obsidian: `[!NOTE]-`.
    var foldingSign: Character? {
        let text = String(decoding: first.literal, as: UTF8.self)
        guard let close = text.firstIndex(of: "]") else { return nil }
        return text[text.index(after: close)...].first.flatMap { "+-".contains($0) ? $0 : nil }
    }

    /// Leaves the title alone of the line.
    func strip() {
        first.setLiteral(title)
        if last.kind == .text { last.setLiteral(lastText) }
    }

    /// Whether the title is one pair of parentheses, or a citation, which has some of its own.
    var isInParentheses: Bool {
        let end = last.kind == .text ? String(decoding: last.literal, as: UTF8.self) : ""
        let title = last == first ? end : String(decoding: first.literal, as: UTF8.self) + end
        guard let open = title.first, let close = title.last else { return false }
        let inner = title.dropFirst().dropLast()
        switch (open, close) {
        case ("(", ")"): return !inner.contains { "()".contains($0) }
        case ("[", "]"): return inner.contains("@") && !inner.contains { "[]".contains($0) }
        default: return false
        }
    }

    /// The first node behind the line.
    var content: Node? { end?.next }

    /// The first strong or emphasized span: what a definition defines.
    var definedTerm: Node? {
        var node = end
        while let current = node {
            if current.kind == .strong || current.kind == .emphasis { return current }
            node = current.next
        }
        return nil
    }
}
