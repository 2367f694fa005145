/// Formulas that are written as ours are.

import Bytes

extension BodyTranslator {
    /// `$x$`, which is the same here, so nothing in it is translated: `$R[[t]]$` has no link.
    ///
    /// By the rules of our own dialect. Where Liquid's tags stand in it, they are for Liquid.
    mutating func readFormula() -> Bool {
        let next = index + 1 < end ? bytes[index + 1] : 0x20
        let isBehindWord = index > 0 && bytes[index - 1].isASCIILetterOrDigit
        guard !isDestination, index >= max(unpairedEnd, formulaDeadEnd), next > 0x20,
            next != UInt8(ascii: "$"), next != UInt8(ascii: ")"),
            !isBehindWord || "_^\\".utf8.contains(next)
        else { return false }
        var place = index + 1
        while place < end {
            switch bytes[place] {
            case UInt8(ascii: "\\"):
                // Words in a formula are few.
                place = endOfWords(at: place, min(end, place + 500)) ?? place + 2
            case UInt8(ascii: "$") where closesFormula(at: place):
                emit(index..<place + 1)
                return true
            case UInt8(ascii: "`"), UInt8(ascii: "$"): return endFormulas(at: place)
            case UInt8(ascii: "|") where isInTable: return endFormulas(at: place)
            case UInt8(ascii: "{") where has("{{", at: place) || has("{%", at: place):
                return endFormulas(at: place)
            case 0x0A where beginsOther(at: firstNonSpace(place + 1)):
                return endFormulas(at: place)
            default: place += 1
            }
        }
        return endFormulas(at: end)
    }

    /// Notes that nothing before a place closes a formula.
    private mutating func endFormulas(at place: Int) -> Bool {
        formulaDeadEnd = place
        return false
    }

    private func closesFormula(at place: Int) -> Bool {
        let behind = place + 1 < end ? bytes[place + 1] : 0x20
        return bytes[place - 1] > 0x20 && bytes[place - 1] != UInt8(ascii: "(")
            && behind != UInt8(ascii: "$") && !(0x30...0x39).contains(behind)
    }

    /// Whether a line, from its first sign on, does not belong to the paragraph above it.
    private func beginsOther(at first: Int) -> Bool {
        let line = bytes[min(first, end)..<min(first + 12, end)]
        return line.isEmpty || line.first == 0x0A || ">#|".utf8.contains(line.first ?? 0)
            || line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8)
            || Self.beginsItem(line)
    }
}
