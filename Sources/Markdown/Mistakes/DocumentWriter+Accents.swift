import Bytes
import Diagnostics

/// Accents of TeX in a text: `Schr\"odinger` would lose its backslash, `Erd\H{o}s` keep it.
extension DocumentWriter {
    /// Looks once through the source of a block, since the parser has taken backslashes away.
    mutating func reportAccents(inBlockAround node: Node) {
        let block = captionPlace ?? sourceRange(of: block(around: node))
        // Cells of one row have one line.
        guard block.lowerBound != blockWithAccents, maySearch(block.count) else { return }
        blockWithAccents = block.lowerBound
        var index = block.lowerBound
        while index < block.upperBound {
            switch map.bytes[index] {
            case UInt8(ascii: "`"): index = endOfCode(at: index, in: block)
            case UInt8(ascii: "<"), UInt8(ascii: "]"):
                index = endOfAddress(at: index, in: block) ?? index + 1
            case UInt8(ascii: "\\"):
                guard let accent = TeXAccent(in: map.bytes, at: index, within: block) else {
                    index += 2
                    continue
                }
                report(accent)
                index = accent.range.upperBound
            default: index += 1
            }
        }
    }

    /// Behind a tag, an address in `<…>`, or that of a link: no letters are written there.
    private func endOfAddress(at index: Int, in block: Range<Int>) -> Int? {
        let rest = map.bytes[index..<block.upperBound].dropFirst().prefix(Self.longestAddress)
        guard let next = rest.first else { return nil }
        let isTag = map.bytes[index] == UInt8(ascii: "<")
        guard isTag ? next.isASCIILetter : next == UInt8(ascii: "(") else { return nil }
        return rest.firstIndex(of: UInt8(ascii: isTag ? ">" : ")")).map { $0 + 1 }
    }

    private static let longestAddress = 2000

    private func sourceRange(of block: Node) -> Range<Int> {
        let start = map.start(ofLine: block.startLine)
        return start..<max(start, map.end(ofLine: max(block.endLine, block.startLine)))
    }

    private mutating func report(_ accent: TeXAccent) {
        let written = map.text(in: accent.range)
        let harm =
            accent.sign.map { "an accent of LaTeX, of which readers see ‘\($0)’ beside the letter" }
            ?? "LaTeX, and shown as it is written"
        let advice: String
        switch accent.sign {
        case "'" where !accent.isCertain: advice = " An apostrophe needs no backslash."
        case "\"" where !accent.isCertain: advice = " A quotation mark needs no backslash."
        default: advice = ""
        }
        if accent.sign == "'", !accent.isCertain {
            let areEscaped =
                hasEscapedApostrophes ?? EscapedApostrophes.exist(in: map)
            hasEscapedApostrophes = areEscaped
            guard !areEscaped else { return }
        }
        report(
            "text.latex-command", accent.isCertain ? .error : .warning,
            "‘\(written)’ is \(harm): write ‘\(accent.letter)’.\(advice)", at: accent.range,
            repair: accent.isCertain ? accent.letter : nil)
    }
}
