import Bytes
import Diagnostics
import Markup

/// The terms of lists of definitions: each line of the paragraph above the definitions is one.
extension DocumentWriter {
    mutating func write(termsOf paragraph: Node, from first: Node?) {
        // Lines of a paragraph that are no terms are those of a callout's mark, before `first`.
        var line = paragraph.endLine
        var breaks = first
        while let node = breaks {
            if node.isLineBreak { line -= 1 }
            breaks = node.next
        }
        reportProse(from: first, at: map.range(ofLine: max(line, paragraph.startLine)))
        var current = first
        while let start = current {
            var last = start
            var lines = 1
            while let next = last.next, !endsTerm(next) {
                if next.isLineBreak { lines += 1 }
                last = next
            }
            let end = last.next
            write(term: start, to: last, at: map.range(ofLine: max(line, paragraph.startLine)))
            line += lines
            current = end?.next
        }
    }

    /// A term is a line, and as many as a formula in it has.
    private func endsTerm(_ node: Node) -> Bool {
        node.isLineBreak && !(math != nil && isWithinFormula(node))
    }

    /// Whoever lists terms in several lines writes a few words in each.
    private static let wordsOfTerm = 3

    /// Several lines above a colon that read as one sentence: the first has a comma, or the next goes on in
    /// lower case.
    private mutating func reportProse(from first: Node?, at range: Range<Int>) {
        guard let first else { return }
        var end = first.next
        while let node = end, !endsTerm(node) { end = node.next }
        guard let next = end?.next else { return }
        let text = first.plainText(upTo: end, math)
        guard text.split(separator: " ").count > Self.wordsOfTerm,
            !text.trimmingEnd.hasSuffix("}"),
            text.contains(",") || next.plainText(math).first?.isLowercase == true
        else { return }
        reportLongTerm("These lines read as one sentence", .error, at: range)
    }

    private mutating func reportLongTerm(
        _ what: String, _ severity: Diagnostic.Severity, at range: Range<Int>
    ) {
        report(
            "definition.long-term", severity,
            what
                + ", and the next begins with a colon: if that goes on with the sentence, put the colon at "
                + "the end of the line before; if this is a term, give it an id, ‘{#name}’.",
            at: range)
    }

    /// A term with an id is what others link to as defined here, and is marked as such (HTML, "The dfn
    /// element"); that of a plain list may be a question or a name.
    private mutating func write(term first: Node, to last: Node, at range: Range<Int>) {
        var block: AttributeBlock?
        if last.kind == .text, let (found, rest) = AttributeBlock.trailing(last.literal) {
            block = found
            last.setLiteral(rest)
        }
        let end = last.next
        let text = first.plainText(upTo: end, math)
        check(term: text, from: first, upTo: end, block, at: range)
        out.append("<dt")
        if let id = block?.id {
            take(explicit: id, at: range)
            writeID(id)
        }
        out.append(">")
        writeFormerIDs(of: block, at: range)
        if let id = block?.id {
            out.append("<dfn>")
            definedTerm = nil
            writeInlines(from: first, upTo: end)
            out.append("</dfn>")
            writePermalink(to: id, CitationParser.withoutCitations(text).collapsingWhitespace)
        } else {
            writeInlines(from: first, upTo: end)
        }
        out.append("</dt>\n")
    }

    /// Longer lines than this are prose, in which an editor has moved a colon to the next line.
    ///
    /// In French a space stands before it. An editor moves a word of one sign only behind a line that is
    /// full, and hardly one makes lines of less than 60 characters.
    private static let longestTerm = 60

    private mutating func check(
        term text: String, from first: Node, upTo end: Node?, _ block: AttributeBlock?,
        at range: Range<Int>
    ) {
        if let block { checkMistake(block, at: range) }
        if first.isAlone(upTo: end) {
            report(
                "definition.no-term",
                error: isDataTable(first)
                    ? "A table is no term. Its caption stands in its brackets: ‘![The caption](x.csv)’."
                    : "A picture is no term. Its caption is written in it, behind its address: "
                        + "‘![What it shows](x.png \"The caption\")’.", at: range)
        } else if text.allSatisfy(\.isWhitespace) {
            report(
                "definition.no-term", error: "The term of this definition has no text.", at: range)
        }
        // An address is in the source alone; behind a long one, words may still be few.
        guard block?.id == nil, text.unicodeScalars.count > Self.longestTerm / 2,
            map.text(in: range).unicodeScalars.count > Self.longestTerm
        else { return }
        // Terms are as long at times, and prose is seldom broken so behind its first line.
        reportLongTerm("This line is long for a term", .warning, at: range)
    }
}

extension Node {
    var isLineBreak: Bool { kind == .softBreak || kind == .lineBreak }

    /// Whether this is an image and nothing but space follows it, up to a node that is not asked about.
    fileprivate func isAlone(upTo end: Node?) -> Bool {
        guard kind == .image else { return false }
        var current = next
        while let node = current, node != end {
            guard node.kind == .text, node.literal.allSatisfy({ $0 <= 0x20 }) else { return false }
            current = node.next
        }
        return true
    }
}
