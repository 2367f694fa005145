/// Things at the corners of others, below and above them.

import Bytes

extension MathMLWriter {
    mutating func write(_ scripted: Scripted, in place: Place, _ mark: MarkAttributes) {
        let own = scripted.base.limits
        let areLimits: Bool
        switch scripted.placement ?? own {
        case .limits: areLimits = true
        case .limitsInDisplay: areLimits = place.isDisplay
        case .beside: areLimits = false
        }
        guard !areLimits else {
            var mark = mark
            // A browser would move the limits of a sum beside it.
            mark.keepsLimits =
                !place.isDisplay && own == .limitsInDisplay && scripted.base.mark != nil
            return writeLimits(
                of: scripted.base, under: scripted.sub, over: scripted.sup, in: place, mark)
        }
        let element: StaticString
        switch (scripted.sub, scripted.sup) {
        case (nil, nil): return write(scripted.base, in: place, mark)
        case (_, nil): element = "msub>"
        case (nil, _): element = "msup>"
        case (_, _): element = "msubsup>"
        }
        write(
            element, of: scripted.base, [scripted.sub, scripted.sup].compactMap(\.self), in: place,
            mark)
    }

    mutating func writeLimits(
        of base: MathNode, under: MathNode?, over: MathNode?, in place: Place,
        _ mark: MarkAttributes
    ) {
        let element: StaticString
        switch (under, over) {
        case (nil, nil): return write(base, in: place, mark)
        case (_, nil): element = "munder>"
        case (nil, _): element = "mover>"
        case (_, _): element = "munderover>"
        }
        write(element, of: base, [under, over].compactMap(\.self), in: place, mark)
    }

    private mutating func write(
        _ element: StaticString, of base: MathNode, _ scripts: [MathNode], in place: Place,
        _ mark: MarkAttributes
    ) {
        out.append(UInt8(ascii: "<"))
        out.append(element)
        write(base.unwrapped, asOneIn: place, mark)
        for script in scripts { write(script.unwrapped, asOneIn: .script) }
        out.append("</")
        out.append(element)
    }

    mutating func write(
        _ base: MathNode, _ accent: Accent, in place: Place, _ mark: MarkAttributes
    ) {
        out.append(accent.isUnder ? "<munder accentunder=\"true\"" : "<mover accent=\"true\"")
        if accent.extent == .line {
            out.append(accent.isUnder ? " class=\"underline\"" : " class=\"overline\"")
        }
        out.append(UInt8(ascii: ">"))
        write(base.unwrapped, asOneIn: place, mark)
        switch accent.extent {
        case .letter:
            let grows = ["ˆ", "ˇ", "˜", "ˉ"].contains(accent.text)
            out.append(grows ? "<mo stretchy=\"false\">" : "<mo>")
        case .wide: out.append("<mo stretchy=\"true\">")
        case .brace, .line: out.append("<mo>")
        }
        write(accent: accent.text)
        out.append(accent.isUnder ? "</mo></munder>" : "</mo></mover>")
    }

    /// An accent; combining marks as references, so that none combines with the tag before it.
    private mutating func write(accent text: String) {
        guard let scalar = text.unicodeScalars.first, scalar.properties.generalCategory.isMark
        else {
            return out.append(unescaped: text)
        }
        out.append("&#x")
        out.append(unescaped: String(scalar.value, radix: 16))
        out.append(UInt8(ascii: ";"))
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark }
}

extension MathNode {
    /// Where the scripts of this base stand.
    var limits: ScriptPlacement {
        switch self {
        case .symbol(let symbol): symbol.limits
        case .classed(_, _, let limits): limits
        case .accented(_, let accent): accent.extent == .brace ? .limits : .beside
        case .styled(_, let nodes): nodes.count == 1 ? nodes[0].limits : .beside
        case .group, .fenced, .delimiter, .scripted, .fraction, .root, .stacked, .text, .space,
            .phantom, .table, .tag:
            .beside
        }
    }
}
