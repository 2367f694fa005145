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
            writeBlocks(of: footnotes[index].node)
            // A note that does not end in a paragraph has its links on a line of their own.
            if currentFootnote != nil {
                writeBackLinks(to: index)
                currentFootnote = nil
            }
            startLine()
            out.append("</li>\n")
        }
        out.append("</ol>\n</section>\n")
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
        let used = Set(footnotes.map(\.label))
        guard FootnoteScan.isNeeded(map, used) else { return }
        let scan = FootnoteScan(map)
        for definition in scan.definitions where !used.contains(definition.label) {
            report(
                "footnote.unused", .warning,
                "Nothing refers to the footnote ‘\(definition.label)’.", at: definition.range)
        }
        reportRepeats(in: scan.definitions.filter { used.contains($0.label) })
        let known = Set(scan.definitions.map(\.label))
        for reference in scan.references where !known.contains(reference.label) {
            let hint = Spelling.closest(to: reference.label, in: known.sorted())
            report(
                "footnote.undefined",
                error: "There is no footnote ‘\(reference.label)’.\(Spelling.hint(hint))",
                at: reference.range)
        }
    }
}

extension DocumentWriter {
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

/// `[^label]` and `[^label]:` in the source, outside of fenced code, code spans and comments, each label
/// once.
///
/// One pass, line by line: whether a place is in code is judged from the fences before it and the
/// backticks before it on its line.
private struct FootnoteScan {
    private(set) var definitions: [(label: String, range: Range<Int>)] = []
    private(set) var references: [(label: String, range: Range<Int>)] = []
    private var seen: Set<String> = []
    private var isInComment = false

    /// Whether the source has a label that is not among those the page uses, or more notes than those.
    ///
    /// Most pages have none, and whether a place is in code need not be known for that.
    static func isNeeded(_ map: SourceMap, _ used: Set<String>) -> Bool {
        var index = map.body.lowerBound
        var definitions = 0
        while let open = map.find("[^", in: index..<map.body.upperBound) {
            index = open.upperBound
            let end =
                map.bytes.firstIndex(of: UInt8(ascii: "]"), in: index..<map.body.upperBound)
                ?? index
            if !used.contains(String(decoding: map.bytes[index..<end], as: UTF8.self)) {
                return true
            }
            if end + 1 < map.body.upperBound, map.bytes[end + 1] == UInt8(ascii: ":") {
                definitions += 1
            }
        }
        return definitions > used.count
    }

    init(_ map: SourceMap) {
        var fence: (sign: UInt8, length: Int)?
        var start = map.body.lowerBound
        while start < map.body.upperBound {
            let line = map.lineRange(around: start)
            let text = map.bytes[line]
            let sign = text.first ?? 0
            let length = text.prefix { $0 == sign }.count
            let isFence = length >= 3 && (sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"))
            if let open = fence {
                let closes = isFence && sign == open.sign && length >= open.length
                if closes, text.dropFirst(length).allSatisfy({ $0 <= 0x20 }) { fence = nil }
            } else if isFence, !isInComment {
                fence = (sign, length)
            } else {
                scan(line, map)
            }
            start = max(line.upperBound, start) + 1
        }
    }

    private mutating func scan(_ line: Range<Int>, _ map: SourceMap) {
        let bytes = map.bytes
        var isInCode = false
        var index = line.lowerBound
        while index < line.upperBound {
            if isInComment {
                guard let close = map.find(HTMLComment.close, in: index..<line.upperBound) else {
                    return
                }
                isInComment = false
                index = close.upperBound
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "`"): isInCode.toggle()
            case UInt8(ascii: "<") where !isInCode:
                isInComment = isComment(at: index, line, map)
            // An escaped bracket is text.
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "[") where !isInCode: index = note(at: index, line, map) ?? index
            default: break
            }
            index += 1
        }
    }

    /// Whether a comment begins here: one that ends on its line, or one that stands at the beginning of a line
    /// that is no code, and ends.
    private func isComment(at start: Int, _ line: Range<Int>, _ map: SourceMap) -> Bool {
        guard map.bytes[start..<line.upperBound].starts(with: HTMLComment.open.utf8) else {
            return false
        }
        if map.find(HTMLComment.close, in: start..<line.upperBound) != nil { return true }
        let indentation = map.bytes[map.body.lowerBound..<line.lowerBound].suffix(4)
        guard start == line.lowerBound, indentation.last != 0x09,
            indentation.count < 4 || !indentation.allSatisfy({ $0 == 0x20 })
        else { return false }
        return map.find(HTMLComment.close, in: start..<map.body.upperBound) != nil
    }

    /// Records the label that stands at `start`, and returns its last byte.
    private mutating func note(at start: Int, _ line: Range<Int>, _ map: SourceMap) -> Int? {
        let bytes = map.bytes
        guard start + 2 < line.upperBound, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
        var end = start + 2
        while end < line.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "]"),
            bytes[end] != UInt8(ascii: "[")
        {
            end += 1
        }
        guard end < line.upperBound, bytes[end] == UInt8(ascii: "]"), end > start + 2 else {
            return nil
        }
        let label = String(decoding: bytes[start + 2..<end], as: UTF8.self)
        let isDefinition =
            start == line.lowerBound && end + 1 < line.upperBound
            && bytes[end + 1] == UInt8(ascii: ":")
        if isDefinition {
            definitions.append((label, start..<end + 1))
        } else if seen.insert(label).inserted {
            references.append((label, start..<end + 1))
        }
        return end
    }
}
