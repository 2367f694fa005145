import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    /// cmark moves the definitions that are used to the end of the document, in the order of their
    /// numbers.
    mutating func collectFootnotes(of root: Node) {
        var node = root.lastChild
        while let definition = node, definition.kind == .footnoteDefinition {
            let label = label(of: definition)
            footnotes.append(Footnote(label: label, node: definition))
            // Before any heading gets one: these follow from the label alone.
            let place = map.firstLine(of: definition)
            anchors.take("fn-" + label, at: place)
            anchors.take("fnref-" + label, at: place)
            node = definition.previous
        }
        footnotes.reverse()
        findLinesBehindNotes()
    }

    /// The label of a definition, from its line: the library does not tell it.
    private func label(of definition: Node) -> String {
        let line = map.lineRange(around: map.start(ofLine: definition.startLine))
        guard let open = map.find("[^", in: line),
            let close = map.find("]:", in: open.upperBound..<line.upperBound)
        else { return "note" }
        return String(decoding: map.bytes[open.upperBound..<close.lowerBound], as: UTF8.self)
    }

    mutating func write(footnoteReference node: Node) {
        guard let number = Int(String(decoding: node.literal, as: UTF8.self)),
            footnotes.indices.contains(number - 1)
        else { return }
        let label = footnotes[number - 1].label
        if isInLink { reportInLink("[^\(label)]", node) }
        let use = footnotes[number - 1].references.count + 1
        var id = "fnref-" + label
        if use > 1 {
            // An author may have a section of this name.
            id = anchors.makeID("\(id)-\(use)", at: map.firstLine(of: node))
        }
        footnotes[number - 1].references.append(id)
        out.append("<sup class=\"footnote-ref\"")
        // A theme may set the note beside the line that first refers to it.
        if use == 1 {
            out.append(" data-note=\"")
            out.append(String(number), escapedFor: .attribute)
            out.append("\"")
        }
        out.append("><a href=\"")
        out.append(.pageAddress)
        out.append("#")
        out.write { $0.append(url: "fn-" + label) }
        out.append("\"")
        writeID(id)
        out.append(" role=\"doc-noteref\">")
        out.append(String(number), escapedFor: .htmlText)
        out.append("</a></sup>")
    }

    /// The words for an image are read as they stand: a reference among them would vanish, and its
    /// note would lead back to nothing.
    mutating func reportFootnotes(inWordsFor image: Node, before end: Int) {
        guard !footnotes.isEmpty, let reference = image.footnoteReference(depth: 0),
            let number = Int(String(decoding: reference.literal, as: UTF8.self)),
            footnotes.indices.contains(number - 1)
        else { return }
        let mark = "[^\(footnotes[number - 1].label)]"
        let start = map.firstLine(of: image).lowerBound
        report(
            "footnote.in-image",
            error: "The words for an image cannot hold a footnote: put ‘\(mark)’ behind the image.",
            at: map.find(mark, in: start..<max(start, end)) ?? map.firstLine(of: image))
    }

    /// No link can stand in another.
    private mutating func reportInLink(_ mark: String, _ reference: Node) {
        let block = blockRange(of: reference)
        // The words of a link stand before its address, which has been found.
        let end = block.contains(destinationCursor) ? destinationCursor : block.upperBound
        var place: Range<Int>?
        while let found = find(mark, in: (place?.upperBound ?? block.lowerBound)..<end) {
            place = found
        }
        report(
            "footnote.in-link",
            error:
                "The words of a link cannot hold a footnote, which is a link itself: put ‘\(mark)’ behind "
                + "the link.", at: place ?? firstLine(ofBlockAround: reference))
    }

    /// The notes, each with a link back to every place that refers to it.
    mutating func writeFootnotes() {
        guard !footnotes.isEmpty else { return }
        startLine()
        out.append(
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
        out.append(.word(.notes))
        out.append("\">\n<ol>\n")
        acknowledgementsLevel = nil
        for index in footnotes.indices {
            let label = footnotes[index].label
            out.append("<li")
            writeID("fn-" + label)
            out.append(">\n")
            currentFootnote = index
            reportIfEmpty(footnotes[index])
            writeBlocks(of: footnotes[index].node)
            // A note that does not end in a paragraph has its links on a line of their own.
            if currentFootnote != nil {
                writeBackLinks(to: index)
                currentFootnote = nil
            }
            startLine()
            out.append("</li>\n")
        }
        out.append("</ol>\n")
        // Of these there is an error; the way back from them ends somewhere in a preview, too.
        for note in footnotes where note.references.isEmpty {
            out.append("<span")
            writeID("fnref-" + note.label)
            out.append("></span>\n")
        }
        out.append("</section>\n")
    }

    private mutating func reportIfEmpty(_ note: Footnote) {
        guard note.node.firstChild == nil else { return }
        report(
            "footnote.empty",
            error: "The footnote ‘\(note.label)’ has no text: write it behind the colon. Further "
                + "paragraphs of it are indented by four spaces.", at: map.firstLine(of: note.node))
    }

    /// A caption is a text of its own to the parser, which has no notes.
    mutating func reportFootnoteInCaption(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        let rest = text[index...].prefix(200)
        guard rest.starts(with: "[^".utf8), let close = rest.firstIndex(of: UInt8(ascii: "]"))
        else {
            return
        }
        let shown = text[index...close]
        let mark = String(decoding: shown, as: UTF8.self)
        // One that is written nowhere is reported as such.
        guard map.find(mark + ":", in: map.body) != nil, !isEscaped(shown, by: ["["], in: node)
        else {
            return
        }
        report(
            "footnote.in-image",
            error: "The caption of an image cannot hold a footnote: put ‘\(mark)’ into the text.",
            at: place(of: shown, in: node))
    }

    /// Writes the back links at the end of the paragraph that ends a note.
    mutating func writeBackLinksIfLast(_ paragraph: Node) {
        guard let index = currentFootnote, paragraph.next == nil,
            paragraph.parent == footnotes[index].node
        else { return }
        out.append(" ")
        writeBackLinks(to: index)
        currentFootnote = nil
    }

    private mutating func writeBackLinks(to index: Int) {
        let note = footnotes[index]
        // The only reference may stand in a note that is still to be written.
        let ids = note.references.isEmpty ? ["fnref-" + note.label] : note.references
        for (use, id) in zip(1..., ids) {
            if use > 1 { out.append(" ") }
            out.append("<a href=\"")
            out.append(.pageAddress)
            out.append("#")
            out.write { $0.append(url: id) }
            out.append("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")
            out.append(.word(.backToReference))
            out.append(" \(index + 1)", escapedFor: .attribute)
            if use > 1 { out.append("-\(use)", escapedFor: .attribute) }
            out.append("\">↩")
            if use > 1 {
                out.append("<sup>")
                out.append(String(use), escapedFor: .htmlText)
                out.append("</sup>")
            }
            out.append("</a>")
        }
    }

    /// References without a definition, which cmark leaves as text, and definitions that nothing
    /// refers to, which it drops.
    ///
    /// Both are looked for in the source, outside of code.
    mutating func reportFootnotes() {
        reportOrphans()
        let used = Set(footnotes.map(\.label))
        guard FootnoteScan.isNeeded(map, used) else { return }
        let scan = FootnoteScan(map)
        for definition in scan.definitions where !used.contains(definition.label) {
            report(
                "footnote.unused", .warning,
                "Nothing refers to the footnote ‘\(definition.label)’.", at: definition.range)
        }
        reportRepeats(in: scan.definitions.filter { used.contains($0.label) })
        for note in scan.spaced {
            let name = note.label.split(separator: " ").joined(separator: "-")
            report(
                "footnote.spaces",
                error: "The name of a footnote has no spaces: write ‘[^\(name)]’, at the note too.",
                at: note.range)
        }
        let known = Set(scan.definitions.map(\.label))
        for reference in scan.references
        where !known.contains(reference.label)
            && !scan.isOfExpression(reference.label, at: reference.range, map)
        {
            let hint = Spelling.closest(to: reference.label, in: known.sorted())
            report(
                "footnote.undefined",
                error: "There is no footnote ‘\(reference.label)’.\(Spelling.hint(hint))",
                at: reference.range)
        }
    }
}

extension DocumentWriter {
    /// Notes that only dropped ones refer to: the library keeps these, with a way back to nothing.
    private mutating func reportOrphans() {
        guard let note = footnotes.first(where: { $0.references.isEmpty }),
            !diagnostics.contains(where: { $0.id == "footnote.in-image" })
        else { return }
        report(
            "footnote.unused",
            error:
                "Only a footnote that nothing refers to refers to ‘\(note.label)’: refer to that one, or "
                + "delete both.", at: map.firstLine(of: note.node))
    }

    /// Of two notes with one label, the library drops the second.
    private mutating func reportRepeats(in definitions: [(label: String, range: Range<Int>)]) {
        var first: [String: Range<Int>] = [:]
        for (label, range) in definitions {
            // With four spaces before it, it may be code.
            let indentation = map.bytes[map.body.lowerBound..<range.lowerBound].suffix(4)
            guard indentation.count < 4 || !indentation.allSatisfy({ $0 == 0x20 }),
                indentation.last != 0x09
            else { continue }
            guard let other = first[label] else {
                first[label] = range
                continue
            }
            report(
                "footnote.duplicate", .error,
                "The footnote ‘\(label)’ is written twice: readers would see the first alone.",
                at: range,
                notes: [Diagnostic.Note("The other is here.", at: SourceSpan(path, other))])
        }
    }
}

extension Node {
    /// The first reference below this node.
    fileprivate func footnoteReference(depth: Int) -> Node? {
        guard kind != .footnoteReference else { return self }
        guard depth <= DocumentWriter.maximumDepth else { return nil }
        var child = firstChild
        while let node = child {
            if let found = node.footnoteReference(depth: depth + 1) { return found }
            child = node.next
        }
        return nil
    }
}

extension DocumentWriter {
    /// `^[A note.]`, a footnote of Pandoc's, which is text here.
    ///
    /// Words, and no expression such as `^[a-z]`, are in it.
    mutating func reportInlineNote(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        let words = text[(index + 2)...].prefix(400).prefix { $0 != UInt8(ascii: "]") }
        let shown = text[index..<min(words.endIndex, index + 12)]
        guard words.first?.isASCIILetter == true, words.contains(0x20),
            !isEscaped(shown, by: ["^", "["], in: node)
        else { return }
        report(
            "footnote.inline",
            error:
                "‘^[…]’ is shown as it is written: write ‘[^name]’ here, and the note in a paragraph of its own, "
                + "‘[^name]: …’.",
            at: place(of: shown, in: node))
    }
}
