/// Formulas as kramdown's authors write them, and those who give theirs to MathJax.

import Diagnostics
import Markup

extension BodyTranslator {
    /// `$$x$$`: displayed where nothing else stands on its lines, and within a text a formula of the line.
    ///
    /// Either way, nothing in it is translated.
    mutating func readDollars() -> Bool {
        guard has("$$"), !has("$$$"), let close = endOfFormula("$$", from: index + 2),
            // Code, and dollars that are meant: no formula has them.
            !bytes[index + 2..<close].contains(where: { "$`".utf8.contains($0) }),
            bytes[close - 1] != UInt8(ascii: "\\")
        else { return false }
        let whole = index..<close + 2
        guard !standsAlone(whole) else {
            emit(whole)
            return true
        }
        writeFormula(text(index + 2..<close).trimmed, at: whole)
        return true
    }

    /// Dollars that begin nothing, all of a run at once.
    mutating func copyDollars() {
        while index < end, bytes[index] == UInt8(ascii: "$") { copy() }
    }

    /// `\\(x\\)` and `\\[x\\]`, of which Markdown leaves `\(x\)` and `\[x\]` for MathJax.
    mutating func readEscapedBrackets() -> Bool {
        let isDisplay = has(#"\\["#)
        guard isDisplay || has(#"\\("#),
            let close = endOfFormula(isDisplay ? #"\\]"# : #"\\)"#, from: index + 3)
        else { return false }
        let whole = index..<close + 3
        let tex = unescaped(index + 3..<close)
        guard !tex.contains("$"), !tex.trimmed.isEmpty else { return false }
        if isDisplay {
            write("$$\(tex)$$")
            index = whole.upperBound
        } else {
            writeFormula(tex.trimmed, at: whole)
        }
        return true
    }

    /// Where the sign stands that closes a formula, in the same paragraph.
    private func endOfFormula(_ sign: String, from start: Int) -> Int? {
        guard start < end, let close = find(sign, from: start, within: Self.longest), close > start
        else { return nil }
        var place = start
        while place < close {
            let line = lineEnd(place)
            guard line >= close || firstNonSpace(line + 1) < lineEnd(line + 1) else { return nil }
            place = line + 1
        }
        return bytes[start..<close].allSatisfy { $0 <= 0x20 } ? nil : close
    }

    /// Whether a formula has its lines for itself, but for marks of quotations and lists.
    private func standsAlone(_ range: Range<Int>) -> Bool {
        let before = bytes[..<range.lowerBound].reversed().prefix { $0 != 0x0A }
        return before.allSatisfy { $0 <= 0x20 || ">-*+".utf8.contains($0) }
            && firstNonSpace(range.upperBound) >= lineEnd(range.upperBound)
    }

    /// Writes a formula of the line, where the rules for dollars have one.
    private mutating func writeFormula(_ tex: String, at range: Range<Int>) {
        let before = output.last ?? 0x20
        let behind = range.upperBound < end ? bytes[range.upperBound] : 0x20
        let isWord = { (byte: UInt8) in
            byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
        let isRead =
            (!isWord(before) || "_^\\".utf8.contains(tex.utf8.first ?? 0))
            && !(0x30...0x39).contains(behind) && tex.first != ")" && tex.last != "("
        guard isRead else {
            log.review(
                "import.formula-in-word",
                "This formula stands in a word, where ‘$…$’ would be dollars: it stays as it is.",
                at: range)
            return emit(range)
        }
        if !hasFormulas {
            hasFormulas = true
            log.note(
                "import.formula-in-line",
                #"A formula within a line is ‘$x$’ here, and not ‘$$x$$’ or ‘\\(x\\)’: all of them were "#
                    + "changed, and this is the first.", at: range)
        }
        write("$\(tex)$")
        index = range.upperBound
    }

    /// What Markdown makes of a text: a backslash before a sign is gone.
    private func unescaped(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < range.upperBound,
                UnicodeScalar(bytes[place + 1]).isASCIIPunctuation
            {
                place += 1
            }
            if bytes[place] != 0x0D { result.append(bytes[place]) }
            place += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UnicodeScalar {
    fileprivate var isASCIIPunctuation: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
