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
        case .inline:
            reportWords(in: formula)
            write(tex: formula)
        case .unclosed:
            guard let place = math?.segments[formula.segments.lowerBound] else { return }
            reportMath(
                "math.unclosed",
                "The formula that begins here does not end: write ‘$$’ behind it, and no blank "
                    + "line within. Two dollars that are meant are ‘\\$\\$’.", at: place)
            out.append("$$")
        case .bare: reportBare(formula)
        case .display where isInLink || isInHeading(node):
            if let label = formula.label { reportMisplaced(label: label) }
            write(tex: formula)
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
            case .formula(let formula):
                guard formula.kind == .inline || formula.kind == .display else { return }
                math.withTeX(of: formula) { tex, _ in
                    let hasBox = TeXMath.mayBeWide(tex, macros: macros)
                    if hasBox { html.append(Self.boxStart) }
                    _ = TeXMath.write(
                        tex, display: false, hints: false, macros: &macros, into: &html)
                    if hasBox { html.append(Self.boxEnd) }
                }
            }
        }
    }

    /// Says how a formula is written here that is written as elsewhere.
    private mutating func reportBare(_ formula: Formula) {
        guard let math else { return }
        let lines = formula.segments.map { math.text(in: math.segments[$0]) }
        guard let first = lines.first else { return }
        let place = math.segments[formula.segments.lowerBound]
        let slashes = first.prefix { $0 == "\\" }.count
        let bracket = first.dropFirst(slashes).first
        let isEnvironment = bracket == "b"
        let dollars = bracket == "(" ? "$" : "$$"
        var tex = lines.joined(separator: " ")
        if !isEnvironment {
            tex = String(tex.dropFirst(slashes + 1).dropLast(slashes + 1)).trimmingWhitespace
        }
        let written = "\(dollars)\(tex)\(dollars)"
        let isShort = tex.utf8.count <= 60
        let reason =
            isEnvironment
            ? "An environment by itself is no formula here"
            : "Markdown takes \(slashes == 1 ? "the backslashes" : "a backslash") away, and leaves no formula"
        reportMath(
            "math.no-dollars",
            "\(reason): write ‘\(isShort ? written : "\(dollars)…\(dollars)")’."
                + (isEnvironment ? "" : " Brackets that are meant need no backslash."), at: place,
            repair: isShort && lines.count == 1 ? written : nil)
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
        tex.withUnsafeBufferPointer {
            writeBox($0, TeXPlaces(lines: places), label, isBlock: true)
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
        math?.withTeX(of: formula) { tex, places in
            writeBox(tex, places, label, isBlock: isBlock)
        }
    }

    private mutating func writeBox(
        _ tex: UnsafeBufferPointer<UInt8>, _ places: TeXPlaces,
        _ label: (block: AttributeBlock, range: Range<Int>)?, isBlock: Bool
    ) {
        // What it says of itself stands before it in the markup.
        var formula = OutputBuffer()
        let (tag, rowTags) = write(tex: tex, places, into: &formula)
        out.append(isBlock ? "<div" : "<span")
        // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
        out.append(" class=\"equation\" tabindex=\"0\" role=\"group\" aria-label=\"")
        out.append(.word(.equation))
        let number =
            label.flatMap { enter(label: $0.block, at: $0.range, tag, rowTags) } ?? tag?.text
        enter(numbers: rowTags.isEmpty ? [number ?? ""] : rowTags.map(\.text), of: tex, places)
        if let number, !number.isEmpty {
            out.append(" ")
            out.append(number, escapedFor: .attribute)
        }
        out.append("\"")
        if let id = label?.block.id { writeID(id) }
        out.append(">")
        document.wordCount += isBlock ? 1 : 0
        out.write { $0.append(contentsOf: formula) }
        if let tag {
            out.append(" <span class=\"number\">")
            out.write { $0.append(unescaped: tag.html) }
            out.append("</span>")
        } else if let number, rowTags.isEmpty {
            out.append(" <span class=\"number\">(")
            out.append(number, escapedFor: .htmlText)
            out.append(")</span>")
        }
        out.append(isBlock ? "</div>" : "</span>")
    }

    /// Takes the id, and returns the number when it is a label: what `\tag` says, be it in a row, or the next.
    private mutating func enter(
        label block: AttributeBlock, at range: Range<Int>, _ tag: TeXTag?, _ rowTags: [TeXTag]
    ) -> String? {
        checkMistake(block, at: range)
        guard let id = block.id else { return nil }
        take(explicit: id, at: range, isOfEquation: true)
        guard Label.Kind(prefixOf: id) == .equation else {
            noteHyphen(in: id, of: .equation, at: range)
            return nil
        }
        if tag == nil, rowTags.count > 1 {
            reportMath(
                "math.ambiguous-label",
                "This formula has a ‘\\tag’ in more than one row, and a label stands for one number: "
                    + "leave one of them, or give each row a formula of its own.", at: range)
        }
        let number: String
        if let tag = tag ?? rowTags.first, !tag.text.isEmpty {
            number = tag.text
        } else {
            labelNumbers[.equation, default: 0] += 1
            number = String(labelNumbers[.equation, default: 0])
        }
        document.labels.append(Label(kind: .equation, name: id, number: number))
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
        reportMath(
            "math.misplaced-label",
            "Nothing here can have the label of an equation: it stands behind the ‘$$’ that "
                + "closes a formula, as in ‘$$…$$ {#eq:name}’.", at: range)
    }

    // MARK: - TeX

    /// A formula in a line that may be wider than a small screen has a box to scroll in: Firefox and Safari let no
    /// `math` be one.
    private static var boxStart: StaticString { "<span class=\"formula\">" }
    private static var boxEnd: StaticString { "</span>" }

    /// A formula in a line of text.
    private mutating func write(tex formula: Formula) {
        math?.withTeX(of: formula) { tex, places in
            let hasBox = TeXMath.mayBeWide(tex, macros: macroUse)
            if hasBox { out.append(Self.boxStart) }
            defer { if hasBox { out.append(Self.boxEnd) } }
            // Straight into the text: most formulas are such.
            let hints = hintsAreGiven
            var macros = macroUse
            var outcome = TeXOutcome()
            out.write {
                outcome = TeXMath.write(
                    tex, display: false, hints: hints, macros: &macros, into: &$0)
            }
            macroUse = macros
            report(outcome, places)
        }
    }

    /// Writes a displayed formula, and returns its tag and those of its rows.
    private mutating func write(
        tex: UnsafeBufferPointer<UInt8>, _ places: TeXPlaces, into html: inout OutputBuffer
    ) -> (own: TeXTag?, ofRows: [TeXTag]) {
        let outcome = TeXMath.write(
            tex, display: true, hints: hintsAreGiven, macros: &macroUse, into: &html)
        report(outcome, places)
        return (outcome.tag, outcome.rowTags)
    }

    /// An author who has made many mistakes mends these first.
    private var hintsAreGiven: Bool { diagnostics.count < 20 }

    private mutating func report(_ outcome: TeXOutcome, _ places: TeXPlaces) {
        document.hasMath = true
        for mistake in outcome.mistakes.prefix(Self.maximumDiagnostics) {
            reportMath("math.malformed", mistake.message, at: places.range(of: mistake.range))
        }
    }

    /// Says what is wrong with a formula, unless it may be none.
    private mutating func reportMath(
        _ id: Diagnostic.ID, _ message: String, at range: Range<Int>, repair: String? = nil
    ) {
        guard options.math != .uncertain else { return }
        report(id, .error, message, at: range, repair: repair)
    }
}
