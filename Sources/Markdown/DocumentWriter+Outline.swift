import Bytes
import Markup

/// Headings as contents and other lists show them.
extension DocumentWriter {
    /// What stands for more of them is left out: each is looked for in every piece of a heading.
    private static let mostGaps = 20

    static func html(of words: OutputBuffer, numbered number: String) -> OutputBuffer {
        var html = OutputBuffer("<span class=\"number\">\(number)</span> ".utf8)
        html.append(contentsOf: words)
        return html
    }

    /// Enters into the outline what stands in a heading that only the whole site can put into words.
    ///
    /// Its anchor is made of what was written, and stays. A citation in brackets is left out: “Rates [@lamport1994]” is
    /// called “Rates”.
    ///
    /// - Parameters:
    ///   - gaps: Citations and cross-references, once the heading is written.
    ///   - heading: As it was entered last.
    ///   - node: Whose children were written.
    ///   - isNumbered: Whether it has a number where headings have.
    /// - Returns: The heading with its gaps.
    mutating func entering(
        _ gaps: [TextGap], of heading: Heading, in node: Node, isNumbered: Bool
    ) -> Heading {
        let shown = gaps.filter { isShown($0.slot) }
        guard !shown.isEmpty, gaps.count <= Self.mostGaps,
            document.outline.last?.anchor == heading.anchor
        else { return heading }
        var heading = heading
        heading.text = text(of: node, gaps)
        heading.slots = shown.map(\.slot)
        heading.html = outlineHTML(of: node, gaps: gaps)
        if heading.isRunIn {
            heading.text = Self.withoutStop(heading.text)
            heading.html = withoutStop(heading.html)
        }
        if options.numbersHeadings, isNumbered {
            heading.html = Self.html(of: heading.html, numbered: currentNumber)
        }
        document.outline[document.outline.count - 1] = heading
        return heading
    }

    private func text(of node: Node, _ gaps: [TextGap]) -> String {
        let pieces = (node.firstChild?.plainTextToEnd(gaps: gaps, math) ?? "")
            .split(separator: "\0", omittingEmptySubsequences: false)
        var text = String(pieces.first ?? "")
        for (gap, piece) in zip(gaps, pieces.dropFirst()) {
            if isShown(gap.slot) {
                text += "\0"
            } else if text.last == " " {
                text.removeLast()
            }
            text += piece
        }
        return text.collapsingWhitespace
    }

    /// Whether the name of a heading says it: all but citations in brackets.
    private func isShown(_ slot: Fragment.Slot) -> Bool {
        switch slot {
        case .citation(let index): document.citations[index].form == .narrative
        case .crossReference: true
        case .destination, .imageAttributes, .dataTable, .citationWords, .crossReferenceWords,
            .person, .idPrefix, .word, .pageAddress:
            false
        }
    }

    /// The text of one node, without its citations where their gaps are not known yet.
    private func appendOutline(of node: Node, _ gaps: [TextGap], to html: inout OutputBuffer) {
        let text = node.literal
        guard !gaps.isEmpty else {
            for range in CitationParser.rangesWithoutCitations(text) {
                appendOutline(text[range], to: &html)
            }
            return
        }
        var start = 0
        for gap in gaps {
            let isShown = isShown(gap.slot)
            let end = gap.source.lowerBound
            let hasSpace = !isShown && end > start && text[end - 1] == 0x20
            appendOutline(text[start..<(hasSpace ? end - 1 : end)], to: &html)
            if isShown { html.append(0) }
            start = gap.source.upperBound
        }
        appendOutline(text[start...], to: &html)
    }

    private func appendOutline(
        _ piece: Slice<UnsafeBufferPointer<UInt8>>, to html: inout OutputBuffer
    ) {
        let text = UnsafeBufferPointer(rebasing: piece)
        if math != nil {
            appendMath(text, to: &html)
        } else {
            html.append(text, escapedFor: .htmlText)
        }
    }

    /// The inline markup of a heading without links, ids, notes and citations; a NUL stands for each gap that is shown.
    func outlineHTML(of heading: Node, gaps: [TextGap] = []) -> OutputBuffer {
        var html = OutputBuffer()
        appendOutline(from: heading.firstChild, gaps, to: &html, depth: 0)
        return html
    }

    private func appendOutline(
        from first: Node?, _ gaps: [TextGap], to html: inout OutputBuffer, depth: Int
    ) {
        guard depth < Self.maximumDepth else { return }
        var current = first
        while let node = current {
            switch node.kind {
            case .text:
                appendOutline(of: node, gaps.filter { $0.node == node }, to: &html)
            case .code:
                html.append("<code>")
                html.append(node.literal, escapedFor: .htmlText)
                html.append("</code>")
            case .emphasis:
                html.append("<em>")
                appendOutline(from: node.firstChild, gaps, to: &html, depth: depth + 1)
                html.append("</em>")
            case .passage:
                html.append(contentsOf: "<span\(languageAttributes(of: node))>".utf8)
                appendOutline(from: node.firstChild, gaps, to: &html, depth: depth + 1)
                html.append("</span>")
            case .softBreak, .lineBreak: html.append(" ")
            case .footnoteReference, .htmlInline, .image: break
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
                .thematicBreak, .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell,
                .strong, .link, .other:
                appendOutline(from: node.firstChild, gaps, to: &html, depth: depth + 1)
            }
            current = node.next
        }
    }
}
