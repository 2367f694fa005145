/// Where formulas stand in a text, found before cmark-gfm sees it.
///
/// The rules are Pandoc's (`tex_math_dollars`), which authors know: no space behind the opening `$` nor
/// before the closing one, no digit behind that, no blank line within; the first `$` that could close
/// does, or nothing is a formula. So "$5 and $10" are prices. Two rules are GitHub's or our own: a sign
/// right behind a letter or digit opens nothing ("US$5"), and what can only be money or a name of the shell is
/// none (`MathScan+Prose`).
///
/// Lines are told apart as far as it takes: fences, indented code, quotations and lists. Where this is
/// mistaken, ``MathText`` puts the source back, so that a mistake costs a formula and no code.

import Bytes
import Math

/// A formula in the source.
struct Formula {
    enum Kind: Equatable {
        case inline, display
        /// `$$` at the beginning of a line that nothing closes.
        case unclosed
        /// `\(x\)`, `\[x\]` or `\begin{align}…\end{align}` without dollars, which is none in Markdown.
        case bare(isCertain: Bool)
    }

    var kind: Kind
    /// Its lines, in ``MathScan/segments``.
    var segments: Range<Int>
    /// `{#eq:x}` behind it.
    var label: Range<Int>?
}

/// One pass over the lines.
struct MathScan {
    private(set) var formulas: [Formula] = []
    /// The lines of formulas with their signs and labels, but without line breaks, indentation and marks of
    /// quotations.
    private(set) var segments: [Range<Int>] = []

    let bytes: UnsafeBufferPointer<UInt8>
    let macros: TeXMacros
    private let limit: Int
    /// Where the line begins that is being read.
    private(set) var position: Int
    /// Whether there are more formulas than are read.
    private(set) var isCutShort = false
    /// Signs that open or close inline formulas, and `` ` `` of each length, are not looked for again before
    /// the place where a search has ended in vain: else a text full of them would be quadratic.
    var deadEnds = [Int](repeating: 0, count: longestFence + 1)
    /// Up to where no brace closes.
    var braceDeadEnd = 0
    var hasNoCommentEnd = false
    /// Before this place, no environment has an end.
    var environmentDeadEnd = 0
    /// Whether the last `$$` at the beginning of a line was one that nothing closes.
    var hasUnclosedFormula = false
    /// Runs of more backticks enclose no code in cmark, either.
    static let longestFence = 80
    /// Of one formula: ten times as many as anyone has written.
    static let mostLines = 1000

    /// What the last line stands in, from outside to inside.
    private(set) var containers: [Container] = []
    private var isInParagraph = false
    private var fence: Fence?
    private var html: HTMLBlock?
    /// Whether the paragraph that is read is a table without bars at the beginning of its rows.
    private var isInTable = false

    enum Container {
        case quote
        /// An item of a list, or a note, with the indentation of its text.
        case item(Int)
    }

    struct Fence {
        var sign: UInt8
        var length: Int
        /// How many containers it stands in.
        var depth: Int
    }

    /// What stands before the text of a line.
    struct Margin {
        /// Where the text begins.
        var content: Int
        /// Columns of space before it that belong to no container.
        var indentation: Int
        /// How many of the containers of the line before go on.
        var depth = 0
    }

    /// Reads the lines of `body`, which ends where `source` does or before.
    ///
    /// Ends behind the line with the last formula that a page may have.
    init(
        _ source: UnsafeBufferPointer<UInt8>, body: Range<Int>, limit: Int, _ macros: TeXMacros
    ) {
        bytes = UnsafeBufferPointer(rebasing: source[..<body.upperBound])
        self.limit = limit
        self.macros = macros
        position = body.lowerBound
        // Behind the last of these nothing ends.
        let last = bytes.lastHit { ($0 == 0x24).bit | ($0 == 0x5C).bit } ?? 0
        while position <= last, !isCutShort {
            let end = readLine(from: position, to: endOfLine(from: position))
            if !isCutShort { position = nextLine(after: end) }
        }
        settleGuesses()
    }

    /// Whether a text can hold a formula, or what its author may think is one.
    static func isNeeded(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
        if source.firstIndex(of: UInt8(ascii: "$"), in: body) != nil { return true }
        var index = body.lowerBound
        while let sign = source.firstIndex(of: UInt8(ascii: "\\"), in: index..<body.upperBound) {
            index = sign + 1
            if index < body.upperBound, "([b".utf8.contains(source[index]) { return true }
        }
        return false
    }

    // MARK: - Lines

    func endOfLine(from start: Int) -> Int {
        bytes.firstIndex(from: start) { ($0 == 0x0A).bit | ($0 == 0x0D).bit }
    }

    func nextLine(after end: Int) -> Int {
        let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        return end + (isPair ? 2 : 1)
    }

    /// Reads a line, and the following ones as far as something goes on there; returns the end of the last.
    private mutating func readLine(from start: Int, to end: Int) -> Int {
        var margin = margin(from: start, to: end)
        if let open = fence, margin.content == end || margin.depth >= open.depth {
            if closes(open, at: margin.content, to: end) { fence = nil }
            return end
        }
        fence = nil
        if let block = html, margin.content == end || margin.depth >= block.depth {
            if closes(block, at: margin.content, to: end) { html = nil }
            return end
        }
        html = nil
        guard margin.content < end else {
            isInParagraph = false
            return end
        }
        if margin.depth < containers.count {
            // A paragraph goes on without the marks of what it stands in.
            if isInParagraph, !beginsBlock(at: margin.content, to: end),
                fence(at: margin.content, to: end) == nil
            {
                return readText(from: margin.content, to: end, goesOn: true)
            }
            containers.removeLast(containers.count - margin.depth)
            isInParagraph = false
        }
        openContainers(&margin, to: end)
        guard margin.content < end, isInParagraph || margin.indentation < 4 else { return end }
        if let (sign, length) = fence(at: margin.content, to: end) {
            fence = Fence(sign: sign, length: length, depth: containers.count)
            isInParagraph = false
            return end
        }
        if var block = htmlBlock(at: margin.content, to: end, isInParagraph) {
            block.depth = containers.count
            isInParagraph = false
            // What closes it may stand on the same line.
            if !closes(block, at: margin.content + 2, to: end) { html = block }
            return end
        }
        if isRule(at: margin.content, to: end) {
            isInParagraph = false
            return end
        }
        guard isInParagraph || !isDefinition(at: margin.content, to: end) else { return end }
        let isHeading = isHeading(at: margin.content, to: end)
        isInTable = isInParagraph && (isInTable || isDelimiterRow(at: margin.content, to: end))
        isInParagraph = !isHeading
        // A heading and the row of a table end with their line.
        return readText(
            from: margin.content, to: end,
            goesOn: !isHeading && !isInTable && bytes[margin.content] != UInt8(ascii: "|"))
    }

    /// What stands before the text of a line, if it is in the containers of the one before.
    func margin(from start: Int, to end: Int) -> Margin {
        var margin = space(from: start, to: end)
        for container in containers {
            // An empty line ends nothing, whatever it lacks.
            guard margin.content < end else { return margin }
            switch container {
            case .quote:
                guard margin.indentation < 4, let next = behindQuote(margin.content, to: end) else {
                    return margin
                }
                (margin.content, margin.indentation) = (next.content, next.indentation)
            case .item(let width):
                guard margin.indentation >= width else { return margin }
                margin.indentation -= width
            }
            margin.depth += 1
        }
        return margin
    }

    func space(from start: Int, to end: Int) -> Margin {
        var margin = Margin(content: start, indentation: 0)
        while margin.content < end {
            switch bytes[margin.content] {
            case 0x20: margin.indentation += 1
            case 0x09: margin.indentation += 4 - margin.indentation % 4
            default: return margin
            }
            margin.content += 1
        }
        return margin
    }

    private func behindQuote(_ start: Int, to end: Int) -> Margin? {
        guard start < end, bytes[start] == UInt8(ascii: ">") else { return nil }
        var margin = space(from: start + 1, to: end)
        // One space belongs to the mark.
        margin.indentation = max(0, margin.indentation - 1)
        return margin
    }

    /// Enters the quotations, list items and notes that begin here.
    private mutating func openContainers(_ margin: inout Margin, to end: Int) {
        while margin.indentation < 4 {
            if let next = behindQuote(margin.content, to: end) {
                containers.append(.quote)
                margin = next
            } else if let width = widthOfNoteMark(at: margin.content, to: end) {
                // What else the note says is indented by four.
                containers.append(.item(4))
                margin = space(from: margin.content + width, to: end)
                margin.indentation = 0
            } else if let width = widthOfMarker(at: margin.content, to: end) {
                let next = space(from: margin.content + width, to: end)
                // Five spaces are one, and code.
                let isText = (1...4).contains(next.indentation) && next.content < end
                let space = isText ? next.indentation : 1
                containers.append(.item(margin.indentation + width + space))
                margin.content = next.content
                margin.indentation = max(0, next.indentation - space)
            } else {
                return
            }
            isInParagraph = false
        }
    }

    // MARK: - Bytes

    func isSpace(_ index: Int) -> Bool {
        index >= bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index])
    }

    /// How often the byte at `start` stands there.
    func run(at start: Int, to end: Int) -> Int {
        var index = start
        while index < end, bytes[index] == bytes[start] { index += 1 }
        return index - start
    }

    /// Where one formula without dollars is one for certain, those are too that may be; else these are text.
    private mutating func settleGuesses() {
        guard formulas.contains(where: { $0.kind == .bare(isCertain: false) }),
            !formulas.contains(where: { $0.kind == .bare(isCertain: true) })
        else { return }
        let (guessed, lines) = (formulas, segments)
        (formulas, segments) = ([], [])
        for formula in guessed where formula.kind != .bare(isCertain: false) {
            add(formula.kind, Array(lines[formula.segments]), label: formula.label)
        }
    }

    mutating func add(_ kind: Formula.Kind, _ lines: [Range<Int>], label: Range<Int>? = nil) {
        guard formulas.count < limit else {
            isCutShort = true
            return
        }
        let first = segments.count
        segments += lines
        formulas.append(
            Formula(kind: kind, segments: first..<segments.count, label: label))
    }
}
