import Bytes
import Diagnostics
import Markup

/// Lists of definitions, as Pandoc, PHP Markdown Extra and goldmark read them: a paragraph, each line of
/// which is a term, and items below it that begin with a colon (see ``DefinitionMarks``).
extension DocumentWriter {
    /// The list of the definitions that stand below a paragraph.
    func definitions(below paragraph: Node) -> Node? {
        guard !definitionMarks.isEmpty, let list = paragraph.next, list.kind == .list,
            let item = list.firstChild, definitionMarks.contain(item)
        else { return nil }
        return list
    }

    /// Writes a paragraph's terms from `first` on, their definitions, and all terms and definitions that
    /// follow; returns the block to go on with.
    mutating func writeDefinitions(
        of paragraph: Node, from first: Node?, _ list: Node
    ) -> Node? {
        startLine()
        out.append("<dl>\n")
        write(termsOf: paragraph, from: first)
        var list = list
        while true {
            let rest = writeDefinitions(in: list)
            if let rest {
                // The parser knows one list of what begins with a colon and what begins with `+`.
                out.append("</dl>\n")
                write(list: list, from: rest)
                return list.next
            }
            guard let terms = list.next, terms.kind == .paragraph,
                let more = definitions(below: terms)
            else { break }
            write(termsOf: terms, from: terms.firstChild)
            list = more
        }
        out.append("</dl>\n")
        if let next = list.next { reportLostIndentation(of: next, behind: list) }
        return list.next
    }

    // MARK: - Definitions

    /// Writes the definitions of a list, and returns the first item that is none.
    private mutating func writeDefinitions(in list: Node) -> Node? {
        var current = list.firstChild
        while let item = current, definitionMarks.contain(item) {
            write(definition: item, tight: list.isTight)
            current = item.next
        }
        return current
    }

    private mutating func write(definition item: Node, tight: Bool) {
        let line = item.startLine
        unreadDefinitions.remove(line)
        if let content = item.firstChild, content.isIndentedCode, content.startLine == line {
            report(
                "definition.indentation",
                error: "So far behind the colon stands code: write one to four spaces there.",
                at: map.range(ofLine: line))
        }
        let text = item.firstChild
        if needsExcerpt, document.excerpt.isEmpty, text?.kind == .paragraph {
            definitionForExcerpt = text
        }
        if let next = item.next, definitionMarks.contain(next) {
            reportUnclearLine(before: next, of: item)
        }
        out.append("<dd>")
        // To the parser it is an item, and may be one of a list of tasks.
        if item.isTaskItem { out.append(item.isChecked ? "[x] " : "[ ] ") }
        writeContent(ofItem: item, tight: tight)
        out.append("</dd>\n")
    }

    /// A line between two definitions that is not indented may be a term, for which a blank line is
    /// missing, or go on with what stands above it.
    private mutating func reportUnclearLine(before next: Node, of item: Node) {
        let number = next.startLine - 1
        guard number > item.startLine, let last = item.lastChild, last.endLine == number,
            map.indentation(ofLine: number) < item.startColumn,
            !map.range(ofLine: number).isEmpty
        else { return }
        report(
            "definition.unclear-line",
            error:
                "Does this line go on with the definition above it, or is it a term? Indent it if "
                + "it does; put a blank line before it if it is a term.",
            at: map.range(ofLine: number))
    }

    /// A block that is indented, but not as far as the text of the definition above it.
    private mutating func reportLostIndentation(of node: Node, behind list: Node) {
        // The parser moves notes to the end of the text.
        guard node.kind != .footnoteDefinition, node.startColumn > list.startColumn,
            let item = list.lastChild,
            let content = item.firstChild
        else { return }
        let indentation = content.startColumn - item.startColumn
        report(
            "definition.indentation",
            error:
                "This is indented, but does not belong to the definition above it, whose text begins "
                + "\(indentation) columns behind the term: indent it by \(indentation), or not at all.",
            at: map.range(ofLine: node.startLine))
    }

    // MARK: - What is none

    /// A list whose item begins with a colon, but has no term above it.
    mutating func reportWithoutTerm(_ item: Node) {
        guard definitionMarks.contain(item) else { return }
        unreadDefinitions.remove(item.startLine)
        report(
            "definition.no-term",
            error:
                "A colon begins a definition, but no term stands on the line above it. If this goes on "
                + "with a sentence, put the colon at the end of the line before, or write ‘\\:’; the caption of "
                + "a table stands right beside it.",
            at: map.range(ofLine: item.startLine))
    }

    /// Of what is not written for another reason, nothing is said.
    mutating func skipDefinitions(in block: Node?) {
        guard let block, !unreadDefinitions.isEmpty else { return }
        for line in block.startLine...max(block.startLine, block.endLine) {
            unreadDefinitions.remove(line)
        }
    }

    /// Lines that look like a definition, but that the parser has read otherwise.
    mutating func reportUnreadDefinitions() {
        for line in unreadDefinitions.sorted() {
            report(
                "definition.indentation",
                error:
                    "A colon begins a definition, but not here: write it below its term, as far to the "
                    + "left, and a blank line before a table or a rule. If this goes on with a sentence, "
                    + "put the colon at the end of the line before, or write ‘\\:’.",
                at: map.range(ofLine: line))
        }
    }
}

extension Node {
    fileprivate var isIndentedCode: Bool { kind == .codeBlock && fence == nil }
}
