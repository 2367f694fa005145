import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    mutating func writeInlines(of parent: Node) { writeInlines(from: parent.firstChild) }

    /// Writes a node and its following siblings, up to one that is not written.
    mutating func writeInlines(from first: Node?, upTo end: Node? = nil) {
        guard enter(first?.parent) else { return }
        defer { depth -= 1 }
        var strikes = Strikethrough(siblings: hasTilde ? first : nil, upTo: end)
        var current = first
        while let node = current, node != end {
            switch node.kind {
            case .text: write(text: node, &strikes)
            case .softBreak: if math == nil || !isWithinFormula(node) { out.append("\n") }
            case .lineBreak: out.append("<br />\n")
            case .code:
                let literal = node.literal
                document.wordCount += 1
                reportLaTeXQuotes(inCode: node)
                out.append("<code>")
                out.write { $0.append(literal, escapedFor: .htmlText) }
                out.append("</code>")
            case .htmlInline: write(htmlInline: node)
            case .emphasis:
                reportIfMispaired(node)
                reportProduct(node)
                wrap(node, "<em>", "</em>")
            case .strong:
                reportIfMispaired(node)
                wrap(node, "<strong>", "</strong>")
            case .link: write(link: node)
            case .image: write(inlineImage: node)
            case .footnoteReference: write(footnoteReference: node)
            case .passage: write(passage: node)
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
                .thematicBreak, .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell,
                .other:
                break
            }
            current = node.next
        }
    }

    private mutating func wrap(_ node: Node, _ open: StaticString, _ close: StaticString) {
        let isDefined = node == definedTerm
        if isDefined {
            definedTerm = nil
            out.append("<dfn>")
        }
        out.append(open)
        writeInlines(of: node)
        out.append(close)
        if isDefined { out.append("</dfn>") }
    }

    /// An image within a text; attributes may follow it.
    private mutating func write(inlineImage node: Node) {
        let block = attributes(of: node)
        if let block {
            checkMistake(block, ofImage: true, at: firstLine(ofBlockAround: node))
        }
        reportIfMeantAsFigure(node, block)
        write(image: node, block: block, showsTitle: true)
    }

    // MARK: - Links

    private mutating func write(link node: Node) {
        let url = node.url
        if url.utf8.first == UInt8(ascii: "@") {
            write(citationLink: node, url)
            return
        }
        let range = destinationRange(of: node, url)
        if node.firstChild == nil {
            report("link.empty-text", error: "This link has no words to click on.", at: range)
        }
        let index = addReference(.link, url, at: range)
        out.append(node.showsAddress(url) ? "<a class=\"uri\" href=\"" : "<a href=\"")
        out.append(.destination(index))
        let title = node.title
        if !title.isEmpty {
            out.append("\" title=\"")
            out.append(title, escapedFor: .attribute)
        }
        out.append("\">")
        let wasInLink = isInLink
        isInLink = true
        writeInlines(of: node)
        isInLink = wasInLink
        out.append("</a>")
    }

    /// Enters a link or image into the table; an address that leads nowhere, or that no page may use,
    /// is an error.
    mutating func addReference(_ kind: Reference.Kind, _ target: String, at range: Range<Int>)
        -> Int
    {
        var target = target
        switch WebAddress.kind(of: target) {
        case .refused(let scheme):
            let what = scheme == "//" ? "addresses without a scheme" : "‘\(scheme):’ addresses"
            report(
                "link.refused-scheme",
                error: "Links to \(what) are not allowed; http, https, mailto, tel and paths are.",
                at: range)
            target = ""
        case .web where !WebAddress.hasHost(target):
            report(
                "link.malformed-address",
                error: "‘\(target)’ names no site: an address of the web begins like "
                    + "‘https://example.org’.", at: range)
        case .web where WebAddress.isOwnMachine(target):
            report(
                "link.own-machine", .warning,
                "‘\(target)’ leads each reader to a program on a machine of their own, as the address of a preview "
                    + "does: write where it stands on the web. An address that is only shown is code, ‘`…`’.",
                at: range)
        case .relative where target.isEmpty:
            let what = kind == .link ? "link" : "image"
            report(
                "link.empty",
                error: "This \(what) leads nowhere: write an address, or the path of a file.",
                at: range)
        case .web, .contact, .relative: break
        }
        document.references.append(
            Reference(kind: kind, target: target, bytes: ByteRange(range)))
        return document.references.count - 1
    }

    /// The block that an inline node stands in.
    func block(around node: Node) -> Node {
        var block = node
        while let parent = block.parent, ![.paragraph, .heading, .tableCell].contains(block.kind) {
            block = parent
        }
        return block
    }

    /// The lines of the file from a node's first to the last of its block.
    ///
    /// The library has no line for some inline nodes; their block has one.
    func blockRange(of node: Node) -> Range<Int> {
        if let captionPlace { return captionPlace }
        let block = block(around: node)
        let first = max(node.startLine, block.startLine)
        let start = map.start(ofLine: first)
        return start..<max(start, map.end(ofLine: max(block.endLine, first)))
    }

    /// Where the destination of a link stands, or its first line where it cannot be found (in a
    /// reference definition, say, or written with entities).
    ///
    /// Links come in order: each is looked for behind the one before it, so that the second of two
    /// equal ones is not taken for the first.
    mutating func destinationRange(of node: Node, _ url: String) -> Range<Int> {
        let block = blockRange(of: node)
        guard !url.isEmpty else {
            return emptyDestination(in: block) ?? firstLine(ofBlockAround: node)
        }
        var cursor = block.contains(destinationCursor) ? destinationCursor : block.lowerBound
        var bare: Range<Int>?
        while let found = find(url, in: cursor..<block.upperBound) {
            if isDestination(found) {
                destinationCursor = found.upperBound
                return found
            }
            bare = bare ?? found
            cursor = found.upperBound
        }
        return bare ?? find(url, in: block) ?? firstLine(ofBlockAround: node)
    }

    /// Where the next destination is missing, outside of code.
    private mutating func emptyDestination(in block: Range<Int>) -> Range<Int>? {
        guard maySearch(block.count) else { return nil }
        var index = block.lowerBound
        while index < block.upperBound {
            guard map.bytes[index] != UInt8(ascii: "`") else {
                index = endOfCode(at: index, in: block)
                continue
            }
            if index > block.lowerBound,
                index >= destinationCursor || destinationCursor >= block.upperBound,
                map.bytes[index - 1] == UInt8(ascii: "]"), map.bytes[index] == UInt8(ascii: "(")
            {
                let rest = map.bytes[(index + 1)..<block.upperBound].drop { $0 <= 0x20 }
                if rest.first == UInt8(ascii: ")") || rest.starts(with: "<>".utf8) {
                    destinationCursor = index + 1
                    return index + 1..<index + 1
                }
            }
            index += map.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// Behind the span of code that backticks begin; behind these, when no others follow that are as many.
    mutating func endOfCode(at index: Int, in block: Range<Int>) -> Int {
        let length = map.bytes[index..<block.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
        let start = index + length
        guard maySearch(block.upperBound - start) else { return start }
        var index = start
        while index < block.upperBound {
            let run = map.bytes[index..<block.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
            if run == length { return index + run }
            index += max(run, 1)
        }
        return start
    }

    /// The first line of the block that an inline node stands in.
    func firstLine(ofBlockAround node: Node) -> Range<Int> {
        if let captionPlace { return captionPlace }
        let block = block(around: node)
        return map.range(ofLine: max(node.startLine, block.startLine))
    }

    /// Whether what stands at a place follows `](`, perhaps with a space or `<`.
    private func isDestination(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        if start > map.body.lowerBound,
            map.bytes[start - 1] == UInt8(ascii: "<") || map.bytes[start - 1] == 0x20
        {
            start -= 1
        }
        return start - 2 >= map.body.lowerBound && map.bytes[start - 1] == UInt8(ascii: "(")
            && map.bytes[start - 2] == UInt8(ascii: "]")
    }
}

extension Node {
    /// Whether a link's words are its address, as those of `<https://example.org>` are.
    fileprivate func showsAddress(_ url: String) -> Bool {
        guard let words = firstChild, words.kind == .text, words.next == nil else { return false }
        let literal = words.literal
        return literal.count == url.utf8.count && literal.elementsEqual(url.utf8)
    }
}
