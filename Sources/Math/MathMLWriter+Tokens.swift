/// Elements that hold text.

import Bytes

extension MathMLWriter {
    mutating func write(_ symbol: MathSymbol, _ mark: MarkAttributes) {
        switch symbol.element {
        case .identifier: out.append("<mi>")
        case .upright:
            out.append(symbol.isSlantedByBrowsers ? "<mi mathvariant=\"normal\">" : "<mi>")
        case .number: out.append("<mn>")
        case .mark:
            out.append("<mo")
            write(mark)
            if OperatorDictionary.grows(symbol.text, mark.form ?? mark.position) {
                out.append(" stretchy=\"false\"")
            }
            out.append(UInt8(ascii: ">"))
        }
        write(escaped: symbol.text)
        switch symbol.element {
        case .identifier, .upright: out.append("</mi>")
        case .number: out.append("</mn>")
        case .mark: out.append("</mo>")
        }
    }

    mutating func write(_ delimiter: Delimiter, _ mark: MarkAttributes) {
        out.append("<mo")
        write(mark)
        if !OperatorDictionary.grows(delimiter.text, mark.form ?? mark.position) {
            out.append(" stretchy=\"true\"")
        }
        if case .fixed(let size) = delimiter.size {
            // TeX's sizes, with the font's own at one em.
            let heights = ["1.2em", "1.8em", "2.4em", "3em"]
            out.append(" minsize=\"")
            out.append(unescaped: heights[size - 1])
            out.append("\" maxsize=\"")
            out.append(unescaped: heights[size - 1])
            out.append(UInt8(ascii: "\""))
        }
        out.append(UInt8(ascii: ">"))
        write(escaped: delimiter.text)
        out.append("</mo>")
    }

    private mutating func write(_ mark: MarkAttributes) {
        switch mark.form {
        case .prefix: out.append(" form=\"prefix\"")
        case .infix: out.append(" form=\"infix\"")
        case .postfix: out.append(" form=\"postfix\"")
        case nil: break
        }
        if let left = mark.left { write(" lspace=\"", left) }
        if let right = mark.right { write(" rspace=\"", right) }
        if mark.keepsLimits { out.append(" movablelimits=\"false\"") }
    }

    private mutating func write(_ attribute: StaticString, _ width: Ems) {
        out.append(attribute)
        write(width)
        out.append(UInt8(ascii: "\""))
    }

    /// A length, as short as it can be: `.1667em`, `2em`, `0`.
    private mutating func write(_ width: Ems) {
        let value = width.tenThousandths.magnitude
        guard value > 0 else { return out.append(UInt8(ascii: "0")) }
        if width < .zero { out.append(UInt8(ascii: "-")) }
        if value >= 10_000 { out.append(unescaped: String(value / 10_000)) }
        var rest = value % 10_000
        if rest > 0 { out.append(UInt8(ascii: ".")) }
        var place: UInt = 1000
        while rest > 0 {
            out.append(UInt8(ascii: "0") + UInt8(rest / place))
            rest %= place
            place /= 10
        }
        out.append("em")
    }

    /// A space between two things that are no operators.
    ///
    /// A width below zero is none in MathML Core: the style sheet moves back what follows by a
    /// sixth of an em for each element.
    mutating func writeSpace(_ width: Ems) {
        if width > .zero {
            write("<mspace width=\"", width)
            return out.append("/>")
        }
        let steps = (width.tenThousandths.magnitude + 833) / 1667
        for _ in 0..<min(steps, 60) { out.append("<mspace class=\"back\"/>") }
    }

    /// The parts of a text.
    mutating func write(_ pieces: [TextPiece], in place: Place) {
        if pieces.count != 1 { out.append("<mrow>") }
        for piece in pieces {
            switch piece {
            case .words(let words, let font): write(words, in: font)
            case .formula(let formula):
                write(formula, in: Place(isDisplay: false, isScript: place.isScript))
            }
        }
        if pieces.count != 1 { out.append("</mrow>") }
    }

    private mutating func write(_ words: String, in font: TextPiece.Font) {
        out.append("<mtext>")
        write(words, asHTMLIn: font)
        out.append("</mtext>")
    }

    mutating func write(_ words: String, asHTMLIn font: TextPiece.Font) {
        switch font {
        case .plain: break
        case .bold: out.append("<b>")
        case .italic: out.append("<i>")
        case .monospace: out.append("<code>")
        }
        // Browsers drop spaces at the ends.
        var bytes = Array(words.utf8)[...]
        let hasStart = bytes.first == 0x20
        if hasStart { bytes = bytes.dropFirst() }
        let hasEnd = bytes.last == 0x20
        if hasEnd { bytes = bytes.dropLast() }
        if hasStart { out.append("\u{A0}") }
        bytes.withUnsafeBufferPointer { write(escaped: $0) }
        if hasEnd { out.append("\u{A0}") }
        switch font {
        case .plain: break
        case .bold: out.append("</b>")
        case .italic: out.append("</i>")
        case .monospace: out.append("</code>")
        }
    }

    private mutating func write(escaped text: String) {
        text.withUTF8Bytes { write(escaped: $0) }
    }

    /// Bytes as content; what XML has no place for is left out.
    mutating func write(escaped bytes: UnsafeBufferPointer<UInt8>) {
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "&"): out.append("&amp;")
            case UInt8(ascii: "<"): out.append("&lt;")
            case UInt8(ascii: ">"): out.append("&gt;")
            case 0xBE, 0xBF:
                // U+FFFE and U+FFFF, of which the first two bytes are written, become U+FFFD.
                let isNoncharacter =
                    index > 1 && bytes[index - 1] == 0xBF && bytes[index - 2] == 0xEF
                out.append(isNoncharacter ? 0xBD : byte)
            case 0x09, 0x0A, 0x20...: out.append(byte)
            default: break
            }
        }
    }
}

extension MathSymbol {
    /// Whether browsers slant this when it is alone in `mi`: single Latin and Greek letters.
    fileprivate var isSlantedByBrowsers: Bool {
        let scalars = text.unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return false }
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x131, 0x237, 0x391...0x3C9, 0x3D1, 0x3D5, 0x3D6, 0x3F0,
            0x3F1,
            0x3F4, 0x3F5, 0x2202, 0x2207:
            return true
        default: return false
        }
    }
}
