import Bytes
import Diagnostics
import Markup
import Math

/// Formulas, as MathML.
///
/// A display formula stands in a box of its own, which scrolls where the page is narrow and holds the
/// number. Alone in its paragraph it is a block; within a sentence it is a `span`, so that the paragraph
/// stays one to readers aloud and in feeds. In a link or a heading, where no box can be, it is written as
/// one in the line.
extension DocumentWriter {
    /// Writes a paragraph that is nothing but display formulas; `false` for any other.
    mutating func writeFormulas(_ paragraph: Node) -> Bool {
        guard let math, let formulas = math.displayFormulas(of: paragraph) else { return false }
        for formula in formulas {
            startLine()
            write(equation: formula, isBlock: true)
            out.append("\n")
        }
        return true
    }

    /// Writes a formula within a text.
    mutating func write(_ formula: Formula, in node: Node) {
        switch formula.kind {
        case .inline: write(tex: formula, display: false)
        case .unclosed:
            guard let place = math?.segments[formula.segments.lowerBound] else { return }
            report(
                "math.unclosed",
                error:
                    "The formula that begins here does not end: write ‘$$’ behind it, and no blank "
                    + "line within. Two dollars that are meant are ‘\\$\\$’.", at: place)
            out.append("$$")
        case .display where isInLink || isInHeading(node):
            if let label = formula.label { reportMisplaced(label: label) }
            write(tex: formula, display: false)
        case .display: write(equation: formula, isBlock: false)
        }
    }

    /// Writes words that are a part of a node's text.
    mutating func write(words: UnsafeBufferPointer<UInt8>, of node: Node) {
        guard let math else {
            out.write { $0.append(words, escapedFor: .htmlText) }
            return
        }
        math.forEachPart(of: words) { part in
            switch part {
            case .text(let text): out.write { $0.append(text, escapedFor: .htmlText) }
            case .formula(let formula): write(formula, in: node)
            }
        }
    }

    /// Appends a text with its formulas to a line of the contents; mistakes are reported where it stands.
    func appendMath(_ text: UnsafeBufferPointer<UInt8>, to html: inout OutputBuffer) {
        guard let math else { return }
        // Where they stand in the text, they have been counted.
        var macros = TeXMacroUse(options.macros, limit: options.limits.macros)
        math.forEachPart(of: text) { part in
            switch part {
            case .text(let text): html.append(text, escapedFor: .htmlText)
            case .formula(let formula) where formula.kind == .unclosed: html.append("$$")
            case .formula(let formula):
                math.withTeX(of: formula) { tex, _ in
                    _ = TeXMath.write(
                        tex, display: false, hints: false, macros: &macros, into: &html)
                }
            }
        }
    }

    /// A block of code in the language `math` is a formula, as on GitHub.
    mutating func writeFormula(ofCode node: Node, info: String) {
        // Line breaks of two bytes become one, as in all formulas.
        var tex = node.literal.filter { $0 != 0x0D }
        while tex.last == 0x0A { tex.removeLast() }
        let lines = tex.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        // What the parser has taken away stood before the text of a line.
        let places = lines.map { number, line in
            let number = node.startLine + 1 + number
            let end = map.end(ofLine: number)
            return max(map.start(ofLine: number), end - line.count)..<end
        }
        startLine()
        let label = AttributeBlock.trailing(info).map {
            (block: $0.block, range: map.firstLine(of: node))
        }
        writeBox(label, isBlock: true) { writer in
            tex.withUnsafeBufferPointer {
                writer.write(tex: $0, TeXPlaces(lines: places), display: true)
            }
        }
        out.append("\n")
    }

    /// Whether a soft break stands between two lines of a formula.
    func isWithinFormula(_ softBreak: Node) -> Bool {
        guard let before = softBreak.previous, before.kind == .text else { return false }
        return math?.isUnfinished(before.literal) ?? false
    }

    private func isInHeading(_ node: Node) -> Bool {
        var block: Node? = node
        while let current = block, current.kind != .paragraph, current.kind != .tableCell {
            if current.kind == .heading { return true }
            block = current.parent
        }
        return false
    }

    // MARK: - Equations

    private mutating func write(equation formula: Formula, isBlock: Bool) {
        let label = formula.label.flatMap { range in
            math.flatMap { AttributeBlock.leading($0.text(in: range))?.block }
                .map { (block: $0, range: range) }
        }
        writeBox(label, isBlock: isBlock) { $0.write(tex: formula, display: true) }
    }

    private mutating func writeBox(
        _ label: (block: AttributeBlock, range: Range<Int>)?, isBlock: Bool,
        _ content: (inout DocumentWriter) -> Void
    ) {
        out.append(isBlock ? "<div" : "<span")
        // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
        out.append(" class=\"equation\" tabindex=\"0\" role=\"group\" aria-label=\"")
        out.append(.word(.equation))
        let number = label.flatMap { enter(label: $0.block, at: $0.range) }
        if let number {
            out.append(" ")
            out.append(number, escapedFor: .attribute)
        }
        out.append("\"")
        if let id = label?.block.id { writeID(id) }
        out.append(">")
        document.wordCount += isBlock ? 1 : 0
        content(&self)
        if let number {
            out.append(" <span class=\"number\">(")
            out.append(number, escapedFor: .htmlText)
            out.append(")</span>")
        }
        out.append(isBlock ? "</div>" : "</span>")
    }

    /// Takes the id, and returns the number when it is a label.
    private mutating func enter(label block: AttributeBlock, at range: Range<Int>) -> String? {
        checkMistake(block, at: range)
        guard let id = block.id else { return nil }
        take(explicit: id, at: range, isOfEquation: true)
        guard Label.Kind(prefixOf: id) == .equation else { return nil }
        labelNumbers[.equation, default: 0] += 1
        let number = String(labelNumbers[.equation, default: 0])
        document.labels.append(
            Label(kind: .equation, name: id, number: number, bytes: ByteRange(range)))
        return number
    }

    // MARK: - Labels without a formula

    /// Says of `{#eq:x}` in a text that it labels nothing.
    mutating func reportLabel(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        let sign = "{#eq:"
        guard
            let open = sign.withUTF8Bytes({ text.firstRange(of: $0, in: text.indices) }),
            let close = text.firstIndex(
                of: UInt8(ascii: "}"), in: open.upperBound..<text.count)
        else { return }
        let label = String(decoding: text[open.lowerBound...close], as: UTF8.self)
        reportMisplaced(
            label: find(label, in: blockRange(of: node)) ?? firstLine(ofBlockAround: node))
    }

    mutating func reportMisplaced(label range: Range<Int>) {
        report(
            "math.misplaced-label",
            error: "Nothing here can have the label of an equation: it stands behind the ‘$$’ that "
                + "closes a formula, as in ‘$$…$$ {#eq:name}’.", at: range)
    }

    // MARK: - TeX

    private mutating func write(tex formula: Formula, display: Bool) {
        math?.withTeX(of: formula) { tex, places in write(tex: tex, places, display: display) }
    }

    private mutating func write(
        tex: UnsafeBufferPointer<UInt8>, _ places: TeXPlaces, display: Bool
    ) {
        document.hasMath = true
        var mistakes: [TeXMistake] = []
        // An author who has made that many mends these first.
        let hints = diagnostics.count < 20
        var macros = macroUse
        out.write {
            mistakes = TeXMath.write(
                tex, display: display, hints: hints, macros: &macros, into: &$0)
        }
        macroUse = macros
        for mistake in mistakes.prefix(Self.maximumDiagnostics) {
            report("math.malformed", error: mistake.message, at: places.range(of: mistake.range))
        }
    }
}
