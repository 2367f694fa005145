/// Writes the tree as MathML Core.
///
/// What MathML Core leaves to style sheets is said by classes, for a site's policy may forbid style
/// attributes. Without these rules formulas can still be read, but for what is crossed out:
///
/// - `mtable.align`: columns at the right and at the left in turns, without padding, and 2 em before
///   each further pair, unless it is `close`.
/// - `mtable.cases`: cells at the left, 1 em between them; `mtable.small`: hardly any padding.
/// - `mtd.left`, `mtd.right`, `mtd.tag`: where the content of a cell stands.
/// - `mtd.rule`, `mtd.rule-end`, `mtr.rule`, `mtr.rule-end`: a line before, after, above, below.
/// - `mspace.back`: what follows is moved back by a sixth of an em.
/// - `.overline`, `.underline`: a line at the first child, instead of the operator.
/// - `mrow.boxed`, `mrow.cancel`, `mrow.bcancel`, `mrow.xcancel`: a frame; strokes up, down, and both.
/// - `mrow.tag`: the label of a formula in a line of text.
///
/// Chromium aligns cells by `text-align: -webkit-right` and `-webkit-left` alone.

import Bytes

struct MathMLWriter {
    /// What a browser knows about a place: whether it is displayed, and whether it is a script.
    struct Place {
        var isDisplay: Bool
        var isScript: Bool

        static let text = Place(isDisplay: false, isScript: false)
        /// Of an index or exponent.
        static let script = Place(isDisplay: false, isScript: true)
    }

    /// What is written on the operator that a node is or is built upon.
    struct MarkAttributes {
        var form: OperatorDictionary.Form?
        var left: Ems?
        var right: Ems?
        /// Where it stands, if not said.
        var position = OperatorDictionary.Form.infix
        /// Whether limits stay below and above in running text.
        var keepsLimits = false

        static let none = MarkAttributes()
    }

    var out = OutputBuffer()

    mutating func writeFormula(
        _ nodes: [MathNode], display: Bool, source: UnsafeBufferPointer<UInt8>
    ) {
        out.append(display ? "<math display=\"block\">" : "<math>")
        out.append("<semantics>")
        write(nodes, asOneIn: Place(isDisplay: display, isScript: false), isAlone: false)
        out.append("<annotation encoding=\"application/x-tex\">")
        write(escaped: Self.trimmed(source))
        out.append("</annotation></semantics></math>")
    }

    private static func trimmed(
        _ source: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        guard let start = source.firstIndex(where: { $0 > 0x20 }),
            let end = source.lastIndex(where: { $0 > 0x20 })
        else { return UnsafeBufferPointer(rebasing: source[..<0]) }
        return UnsafeBufferPointer(rebasing: source[start...end])
    }

    // MARK: Nodes

    mutating func write(_ node: MathNode, in place: Place, _ mark: MarkAttributes = .none) {
        switch node {
        case .symbol(let symbol): write(symbol, mark)
        case .group(let nodes): write(nodes, asOneIn: place, mark)
        case .fenced(let nodes): writeRowElement(nodes, in: place)
        case .delimiter(let delimiter): write(delimiter, mark)
        case .scripted(let scripted): write(scripted, in: place, mark)
        case .fraction(let fraction): write(fraction, in: place)
        case .root(let radicand, let index):
            guard let index else {
                out.append("<msqrt>")
                writeRow(radicand.unwrapped, in: place)
                return out.append("</msqrt>")
            }
            out.append("<mroot>")
            write(radicand.unwrapped, asOneIn: place)
            write(index.unwrapped, asOneIn: .script)
            out.append("</mroot>")
        case .stacked(let base, let over, let under):
            writeLimits(of: base, under: under, over: over, in: place, mark)
        case .accented(let base, let accent): write(base, accent, in: place, mark)
        case .text(let pieces): write(pieces, in: place)
        case .space(let width): writeSpace(width)
        case .styled(let styling, let nodes): write(styling, nodes, in: place, mark)
        case .phantom(let phantom, let content): write(phantom, content, in: place, mark)
        case .classed(_, let content, _): write(content.unwrapped, asOneIn: place, mark)
        case .table(let table): write(table, in: place)
        case .tag(let label):
            out.append("<mrow class=\"tag\">")
            write(label, in: .text)
            out.append("</mrow>")
        }
    }

    private mutating func write(_ fraction: Fraction, in place: Place) {
        out.append("<mfrac")
        if !fraction.hasBar { out.append(" linethickness=\"0\"") }
        let isDisplay: Bool
        switch fraction.style {
        case .inherited: isDisplay = place.isDisplay
        case .display, .continued: isDisplay = true
        case .text: isDisplay = false
        }
        if isDisplay != place.isDisplay { writeDisplayStyle(isDisplay) }
        out.append(UInt8(ascii: ">"))
        let inner = Place(isDisplay: false, isScript: place.isScript || !isDisplay)
        write(fraction.numerator.unwrapped, asOneIn: inner)
        if fraction.style == .continued {
            write(.size(.display), fraction.denominator.unwrapped, in: inner, .none)
        } else {
            write(fraction.denominator.unwrapped, asOneIn: inner)
        }
        out.append("</mfrac>")
    }

    private mutating func writeDisplayStyle(_ isDisplay: Bool) {
        out.append(isDisplay ? " displaystyle=\"true\"" : " displaystyle=\"false\"")
    }

    private mutating func write(
        _ styling: Styling, _ nodes: [MathNode], in place: Place, _ mark: MarkAttributes
    ) {
        var inner = place
        out.append("<mrow")
        switch styling {
        case .size(let style):
            inner = Place(isDisplay: style == .display, isScript: style.rawValue > 1)
            writeDisplayStyle(inner.isDisplay)
            if inner.isScript || place.isScript {
                out.append(" scriptlevel=\"")
                out.append(UInt8(ascii: "0") + UInt8(max(0, style.rawValue - 1)))
                out.append(UInt8(ascii: "\""))
            }
        case .color(let color): writeAttribute(" mathcolor=\"", color)
        case .framed(let name): writeAttribute(" class=\"", name)
        }
        out.append(UInt8(ascii: ">"))
        if nodes.count == 1 {
            write(nodes[0], in: inner, mark)
        } else {
            writeRow(nodes, in: inner)
        }
        out.append("</mrow>")
    }

    private mutating func writeAttribute(_ name: StaticString, _ value: String) {
        out.append(name)
        out.append(unescaped: value)
        out.append(UInt8(ascii: "\""))
    }

    private mutating func write(
        _ phantom: Phantom, _ content: MathNode, in place: Place, _ mark: MarkAttributes
    ) {
        switch phantom {
        case .whole: break
        case .horizontal, .smash: out.append("<mpadded height=\"0\" depth=\"0\">")
        case .vertical: out.append("<mpadded width=\"0\">")
        }
        if phantom != .smash { out.append("<mphantom>") }
        let nodes = content.unwrapped
        if nodes.count == 1 { write(nodes[0], in: place, mark) } else { writeRow(nodes, in: place) }
        if phantom != .smash { out.append("</mphantom>") }
        if phantom != .whole { out.append("</mpadded>") }
    }
}
