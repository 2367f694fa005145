import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    /// Writes the blocks below a node, unless they are nested too deep.
    mutating func writeBlocks(of parent: Node, tight: Bool = false) {
        writeBlocks(from: parent.firstChild, tight: tight)
    }

    mutating func writeBlocks(from first: Node?, tight: Bool = false) {
        guard enter(first) else { return }
        defer { depth -= 1 }
        var current = first
        while let node = current {
            current = write(block: node, tight: tight)
        }
    }

    /// Counts a level; `false` with an error where the text is nested too deep.
    mutating func enter(_ node: Node?) -> Bool {
        let limit = options.limits.nesting + Self.levelsInBlocks
        guard depth < limit else {
            if let node, !diagnostics.contains(where: { $0.id == "markdown.too-deep" }) {
                report(
                    "markdown.too-deep",
                    error: "The text is nested more than \(limit) levels deep.",
                    at: captionPlace ?? map.firstLine(of: node))
            }
            return false
        }
        depth += 1
        return true
    }

    /// Writes a block and returns the one to go on with.
    private mutating func write(block node: Node, tight: Bool) -> Node? {
        switch node.kind {
        case .paragraph: return write(paragraph: node, tight: tight)
        case .heading: write(heading: node)
        case .blockQuote: write(quote: node)
        case .list: write(list: node, from: node.firstChild)
        case .codeBlock: write(code: node)
        case .htmlBlock: write(htmlBlock: node)
        case .thematicBreak:
            reportRuler(node)
            startLine()
            out.append("<hr />\n")
        case .table: return write(table: node, caption: nil)
        case .footnoteDefinition: break  // written at the end
        case .document, .item: writeBlocks(of: node, tight: tight)
        case .tableHeader, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .code, .htmlInline,
            .emphasis, .strong, .link, .image, .footnoteReference, .passage, .other:
            break
        }
        return node.next
    }

    // MARK: - Paragraphs

    private mutating func write(paragraph node: Node, tight: Bool) -> Node? {
        if !linesBehindNotes.isEmpty { reportIfMeantForNote(node) }
        reportLines(of: node)
        if let list = definitions(below: node) {
            return writeDefinitions(of: node, from: node.firstChild, list)
        }
        if math != nil, writeFormulas(node) { return node.next }
        if !tight {
            if let caption = TableCaption(node), let table = node.next, table.kind == .table {
                return write(table: table, caption: caption)
            }
            if writeFigure(node) { return node.next }
            if options.runInHeads, depth == 1, writeRunInHead(node) { return node.next }
        }
        let outer = language
        defer { language = outer }
        if tight {
            let isForeign = node.language != nil
            if isForeign { openPassage(node) }
            if node == definitionForExcerpt {
                writeDefinitionExcerpt(from: node.firstChild)
            } else {
                writeInlines(of: node)
            }
            if isForeign { out.append("</span>") }
        } else {
            startLine()
            out.append("<p")
            writeLanguage(of: node)
            out.append(">")
            if node == definitionForExcerpt {
                writeDefinitionExcerpt(from: node.firstChild)
            } else if needsExcerpt {
                writeExcerpt(from: node.firstChild)
            } else {
                writeInlines(of: node)
            }
            writeBackLinksIfLast(node)
            out.append("</p>\n")
        }
        return node.next
    }

    // MARK: - Lists

    mutating func write(list node: Node, from first: Node?) {
        startLine()
        let isTaskList = first?.isTaskItem ?? false
        if node.isOrdered {
            if node.listStart == 1 {
                out.append("<ol>\n")
            } else {
                out.append("<ol start=\"")
                out.append(String(node.listStart), escapedFor: .attribute)
                out.append("\">\n")
            }
        } else if isTaskList {
            out.append("<ul class=\"task-list\">\n")
        } else {
            out.append("<ul>\n")
        }
        var current = first
        while let item = current {
            if !definitionMarks.isEmpty { reportWithoutTerm(item) }
            write(item: item, tight: node.isTight)
            current = item.next
        }
        out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func write(item: Node, tight: Bool) {
        startLine()
        if item.isTaskItem {
            let label = CitationParser.withoutCitations(item.firstChild?.plainText(math) ?? "")
            out.append("<li class=\"task-list-item\"><input type=\"checkbox\"")
            if item.isChecked { out.append(" checked=\"\"") }
            out.append(" disabled=\"\" aria-label=\"")
            out.append(label, escapedFor: .attribute)
            out.append("\" /> ")
        } else {
            out.append("<li>")
        }
        writeContent(ofItem: item, tight: tight)
        out.append("</li>\n")
    }

    /// A loose item's blocks stand on lines of their own; a tight one's text follows the tag.
    mutating func writeContent(ofItem item: Node, tight: Bool) {
        guard enter(item.firstChild) else { return }
        var current = item.firstChild
        while let node = current {
            current = write(block: node, tight: tight && node.kind == .paragraph)
            if tight, node.kind == .paragraph, current != nil { out.append("\n") }
        }
        depth -= 1
    }
}
