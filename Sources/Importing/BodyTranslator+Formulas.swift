/// Formulas as kramdown's authors write them, and those who give theirs to MathJax.

import Diagnostics
import Markup

extension BodyTranslator {
    /// `$$x$$`: displayed where nothing else stands on its lines, and within a text a formula of the line.
    ///
    /// Either way, nothing in it is translated. Where it is not certain which dollars belong together, none of
    /// the paragraph's that follow do: what stands between two formulas would become one.
    mutating func readDollars() -> Bool {
        guard index >= unpairedEnd, has("$$") else { return false }
        let close: Int
        switch endOfDollars() {
        case .none: return false
        case .unclear:
            reportUnclear(at: index..<index + 2)
            return false
        case .at(let place): close = place
        }
        let whole = index..<close + 2
        guard !standsAlone(whole) else {
            emit(whole)
            return true
        }
        if let (label, stop) = equationLabel(behind: whole) {
            emit(whole)
            write(" {#\(label)}")
            index = stop
            return true
        }
        var tex = text(index + 2..<close).trimmingWhitespace
        // A space that is written out ends it, and would leave a backslash.
        if tex.reversed().prefix(while: { $0 == "\\" }).count % 2 == 1 { tex.removeLast() }
        tex = tex.trimmingWhitespace
        guard !tex.isEmpty else {
            emit(whole)
            return true
        }
        writeFormula(tex, at: whole)
        return true
    }

    /// A backslash and the sign behind it, which mean no more than that sign.
    mutating func copyEscape() {
        // Whether the third dollar of `\$$x$$` begins something, programs do not agree on.
        if index >= unpairedEnd, has(#"\$$"#),
            find("$$", from: index + 3, within: endOfParagraph - index - 3) != nil
        {
            reportUnclear(at: index..<index + 3)
        }
        emit(index..<min(index + 2, end))
    }

    /// Dollars that begin nothing, all of a run at once.
    mutating func copyDollars() {
        while index < end, bytes[index] == UInt8(ascii: "$") { copy() }
    }

    private enum DollarsEnd {
        /// Nothing in the paragraph closes it.
        case none
        case at(Int)
        /// Something does that may as well belong to others.
        case unclear
    }

    /// Where the dollars stand that close those at the index.
    private func endOfDollars() -> DollarsEnd {
        var isClear = !has("$$$")
        var place = index + run(at: index)
        let start = place
        let limit = min(end, index + Self.longest)
        while place < limit {
            switch bytes[place] {
            case 0x0A where firstNonSpace(place + 1) >= lineEnd(place + 1): return .none
            case UInt8(ascii: "\\"): place = endOfWords(at: place, limit) ?? place + 2
            case UInt8(ascii: "`"):
                // Dollars in code close nothing.
                isClear = false
                let signs = String(repeating: "`", count: run(at: place))
                place += signs.utf8.count
                if let close = find(signs, from: place, within: limit - place) {
                    place = close + signs.utf8.count
                }
            case UInt8(ascii: "$"):
                let length = run(at: place)
                if length != 2 { isClear = false }
                if length > 1 {
                    let isBlank = bytes[start..<place].allSatisfy { $0 <= 0x20 }
                    return isClear && !isBlank ? .at(place) : .unclear
                }
                place += length
            default: place += 1
            }
        }
        return .none
    }

    /// Behind `\text{…}`, in which formulas have dollars of their own.
    func endOfWords(at start: Int, _ limit: Int) -> Int? {
        guard has(#"\text"#, at: start) || has(#"\mbox"#, at: start) else { return nil }
        var place = start + 5
        while place < limit, (0x61...0x7A).contains(bytes[place]) { place += 1 }
        guard place < limit, bytes[place] == UInt8(ascii: "{") else { return nil }
        var depth = 0
        while place < limit, bytes[place] != 0x0A {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { return place }
        }
        return nil
    }

    private var endOfParagraph: Int {
        var place = index
        while place < end, firstNonSpace(place) < lineEnd(place) { place = lineEnd(place) + 1 }
        return min(place, end)
    }

    private mutating func reportUnclear(at range: Range<Int>) {
        unpairedEnd = endOfParagraph
        log.review(
            "import.unclear-dollars",
            "Which dollars belong together is not certain here: up to the end of the paragraph, they stay as "
                + #"they are. Write ‘$x$’ for a formula of the line, and ‘\$’ for a dollar."#,
            at: range)
    }

    /// `\\(x\\)` and `\\[x\\]`, of which Markdown leaves `\(x\)` and `\[x\]` for MathJax.
    mutating func readEscapedBrackets() -> Bool {
        if readsSingleBackslashes, has(#"\("#) || has(#"\["#) { return readSingleBackslash() }
        let isDisplay = has(#"\\["#)
        guard isDisplay || has(#"\\("#),
            let close = endOfFormula(isDisplay ? #"\\]"# : #"\\)"#, from: index + 3)
        else { return false }
        let whole = index..<close + 3
        let tex = unescaped(index + 3..<close)
        guard !tex.contains("$"), !tex.trimmingWhitespace.isEmpty else { return false }
        if isDisplay {
            write("$$\(tex)$$")
            index = whole.upperBound
        } else {
            writeFormula(tex.trimmingWhitespace, at: whole)
        }
        return true
    }

    /// `\(x\)` and `\[x\]`, which Hugo leaves for MathJax as they are where a page asks for formulas.
    private mutating func readSingleBackslash() -> Bool {
        let isDisplay = has(#"\["#)
        guard let close = endOfFormula(isDisplay ? #"\]"# : #"\)"#, from: index + 2) else {
            return false
        }
        let whole = index..<close + 2
        let tex = text(index + 2..<close).filter { $0 != "\r" }
        guard !tex.contains("$"), !tex.trimmingWhitespace.isEmpty else { return false }
        if isDisplay, standsAlone(whole) {
            write("$$\(tex)$$")
            index = whole.upperBound
        } else {
            writeFormula(tex.trimmingWhitespace, at: whole)
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
    func standsAlone(_ range: Range<Int>) -> Bool {
        beginsLine(range) && firstNonSpace(range.upperBound) >= lineEnd(range.upperBound)
    }

    private func beginsLine(_ range: Range<Int>) -> Bool {
        // The first sign that may not stand there ends the search: a line may be long.
        let before = bytes[..<range.lowerBound]
        let sign = before.lastIndex { $0 == 0x0A || !($0 <= 0x20 || ">-*+".utf8.contains($0)) }
        return sign.map { before[$0] == 0x0A } ?? true
    }

    /// The `{#eq:name}` that makes what stands before it a displayed formula with a number, in our form.
    private func equationLabel(behind range: Range<Int>) -> (label: String, end: Int)? {
        let start = firstNonSpace(range.upperBound)
        guard beginsLine(range), start < end, has("{#", at: start),
            let close = find("}", from: start, within: 300),
            firstNonSpace(close + 1) >= lineEnd(close + 1),
            let label = label(at: start + 2), label.hasPrefix("eq:")
        else { return nil }
        return (label, close + 1)
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
