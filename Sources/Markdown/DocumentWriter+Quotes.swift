import Bytes
import Diagnostics
import Markup

/// The kinds of `> [!KIND]`.
private enum Callout: String, CaseIterable {
    case note, tip, important, warning, caution, summary, definition

    /// The title of a callout that the author gives none.
    var word: Word {
        switch self {
        case .note: .note
        case .tip: .tip
        case .important: .important
        case .warning: .warning
        case .caution: .caution
        case .summary: .summary
        case .definition: .definition
        }
    }

    /// Roles of DPUB-ARIA where one fits.
    ///
    /// None of them is a landmark: a page may have many callouts with one title.
    var role: StaticString {
        switch self {
        case .note, .summary, .definition: "note"
        case .tip: "doc-tip"
        case .important, .warning, .caution: "doc-notice"
        }
    }
}

extension DocumentWriter {
    mutating func write(quote node: Node) {
        if let marker = CalloutMarker(node) {
            write(callout: marker)
        } else {
            startLine()
            out.append("<blockquote>\n")
            writeBlocks(of: node)
            startLine()
            out.append("</blockquote>\n")
        }
    }

    private mutating func write(callout marker: CalloutMarker) {
        let range = map.firstLine(of: marker.paragraph)
        guard let callout = Callout(rawValue: marker.kind.lowercased()) else {
            let hint = Spelling.closest(
                to: marker.kind, in: Callout.allCases.map { $0.rawValue.uppercased() })
            report(
                "callout.unknown-kind",
                error: "There is no callout ‘[!\(marker.kind)]’."
                    + (hint.map { " Did you mean ‘[!\($0)]’?" } ?? ""), at: range)
            skipDefinitions(in: marker.paragraph.parent)
            return
        }
        if let block = marker.block { checkMistake(block, at: range) }
        let content = marker.takeMarker()
        startLine()
        out.append("<div class=\"callout ")
        out.append(callout.rawValue, escapedFor: .attribute)
        out.append("\"")
        switch callout {
        case .note, .tip, .important, .warning, .caution:
            if let id = marker.block?.id {
                take(explicit: id, at: range)
                writeID(id)
            }
        case .summary: writeID(anchor(of: marker, or: "summary", at: range))
        case .definition:
            let term = marker.definedTerm?.plainText(math) ?? ""
            let name = Slug(slugifying: term)?.rawValue ?? "definition"
            writeID(anchor(of: marker, or: "def-" + name, at: range))
        }
        out.append(" role=\"")
        out.append(callout.role)
        out.append("\">\n<p class=\"callout-title\">")
        if let title = marker.title {
            title.withUTF8Bytes { write(words: $0, of: marker.paragraph) }
        } else {
            out.append(.word(callout.word))
        }
        out.append("</p>\n")
        definedTerm = callout == .definition ? marker.definedTerm : nil
        var next = marker.paragraph.next
        if let content, let list = definitions(below: marker.paragraph) {
            next = writeDefinitions(of: marker.paragraph, from: content, list)
        } else if let content {
            out.append("<p>")
            writeInlines(from: content)
            out.append("</p>\n")
        }
        writeBlocks(from: next)
        startLine()
        out.append("</div>\n")
    }

    /// The id of a callout that has one in any case: the author's, else one made of `text`.
    private mutating func anchor(
        of marker: CalloutMarker, or text: String, at range: Range<Int>
    ) -> String {
        guard let id = marker.block?.id else { return anchors.makeAnchor(for: text, at: range) }
        take(explicit: id, at: range)
        return id
    }
}

/// The first line of a callout, taken apart: `[!SUMMARY] Title {#id}`.
private struct CalloutMarker {
    let paragraph: Node
    let kind: String
    let title: String?
    let block: AttributeBlock?
    private let first: Node

    init?(_ quote: Node) {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph,
            let first = paragraph.firstChild, first.kind == .text
        else { return nil }
        let text = String(decoding: first.literal, as: UTF8.self)
        guard text.hasPrefix("[!"), let close = text.firstIndex(of: "]") else { return nil }
        let kind = text[text.index(text.startIndex, offsetBy: 2)..<close]
        guard !kind.isEmpty, kind.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        // More markup on the marker's line is no title that could be shown as text.
        guard first.next == nil || first.next?.kind == .softBreak || first.next?.kind == .lineBreak
        else { return nil }
        self.paragraph = paragraph
        self.first = first
        self.kind = String(kind)
        var rest = String(text[text.index(after: close)...])
        let trailing = AttributeBlock.trailing(rest)
        block = trailing?.block
        rest = trailing?.rest ?? rest
        let title = rest.split(separator: " ").joined(separator: " ")
        self.title = title.isEmpty ? nil : title
    }

    /// The first node behind the marker's line.
    func takeMarker() -> Node? { first.next?.next }

    /// The first strong or emphasized span: what a definition defines.
    var definedTerm: Node? {
        var node = first.next
        while let current = node {
            if current.kind == .strong || current.kind == .emphasis { return current }
            node = current.next
        }
        return nil
    }
}
