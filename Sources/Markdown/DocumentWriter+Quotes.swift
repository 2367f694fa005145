import Diagnostics
import Markup

/// The kinds of `> [!KIND]`.
private enum Callout: String, CaseIterable {
    case note, tip, important, warning, caution, summary, definition

    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
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
            return
        }
        if let block = marker.block { checkMistake(block, at: range) }
        let content = marker.takeMarker()
        let text = marker.text(after: content)
        startLine()
        switch callout {
        case .note, .tip, .important, .warning, .caution:
            out.append("<aside class=\"callout ")
            out.append(callout.rawValue, escapedFor: .attribute)
            out.append("\"")
            if let id = marker.block?.id {
                take(explicit: id, at: range)
                writeID(id)
            }
        case .summary:
            out.append("<section class=\"callout summary\"")
            let passage = passage(marker, id: "summary", text: text, at: range)
            document.summaries.append(passage)
            writeID(passage.anchor)
        case .definition:
            out.append("<section class=\"callout definition\"")
            let term = marker.definedTerm?.plainText ?? ""
            let name = Slug(slugifying: term)?.rawValue ?? "definition"
            let passage = passage(marker, id: "def-" + name, text: text, at: range)
            document.definitions.append(passage)
            writeID(passage.anchor)
        }
        let title = marker.title ?? callout.title
        // A note, not a landmark: a page may have several with one name.
        out.append(" role=\"note\" aria-label=\"")
        out.append(title, escapedFor: .attribute)
        out.append("\">\n<p class=\"callout-title\">")
        out.append(title, escapedFor: .htmlText)
        out.append("</p>\n")
        definedTerm = callout == .definition ? marker.definedTerm : nil
        if let content {
            out.append("<p>")
            writeInlines(from: content)
            out.append("</p>\n")
        }
        writeBlocks(from: marker.paragraph.next)
        startLine()
        switch callout {
        case .note, .tip, .important, .warning, .caution: out.append("</aside>\n")
        case .summary, .definition: out.append("</section>\n")
        }
    }

    private mutating func passage(
        _ marker: CalloutMarker, id: String, text: String, at range: Range<Int>
    ) -> Passage {
        let anchor: String
        if let explicit = marker.block?.id {
            take(explicit: explicit, at: range)
            anchor = explicit
        } else {
            anchor = makeAnchor(for: id, at: range)
        }
        return Passage(anchor: anchor, text: text, bytes: ByteRange(range))
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

    func text(after content: Node?) -> String {
        var texts: [String] = []
        if let content { texts.append(content.plainTextToEnd()) }
        var block = paragraph.next
        while let node = block {
            texts.append(node.plainText)
            block = node.next
        }
        return texts.joined(separator: " ")
    }

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
