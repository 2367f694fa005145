import Bytes

/// Bytes at which something begins that matters for formulas: a formula, or what holds none.
private let specialBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "$`\\<:[]{w".utf8 { table[Int(byte)] = true }
    return table
}()

extension MathScan {
    /// Reads a line of text; returns the end of the line on which the last formula or code ends.
    mutating func readText(from start: Int, to end: Int, goesOn: Bool) -> Int {
        guard mayMatter(start..<end) else { return end }
        let special = specialBytes
        var (index, end) = (start, end)
        while index < end, !isCutShort {
            guard special[Int(bytes[index])] else {
                index += 1
                continue
            }
            var next = index + 1
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                let opensLine = index == start
                next =
                    readBrackets(at: index, to: end, goesOn, opensLine: opensLine)
                    ?? (opensLine ? readEnvironment(at: index, to: end, goesOn) : nil)
                    ?? min(index + 2, end)
            case UInt8(ascii: "`"): next = endOfCode(at: index, to: end, goesOn)
            case UInt8(ascii: "$"):
                next = readSigns(at: index, to: end, goesOn, opensLine: index == start)
            case UInt8(ascii: "<"): next = endOfComment(at: index) ?? next
            case UInt8(ascii: "["):
                if starts("[^", at: index) { next = endOfAddress(from: next, to: end) }
            case UInt8(ascii: "]"):
                if starts("](", at: index) { next = endOfDestination(from: index + 2, to: end) }
                // A label is that of a definition, which stands elsewhere.
                if starts("][", at: index) {
                    next = behind(UInt8(ascii: "]"), after: next, to: end)
                }
            case UInt8(ascii: "{"):
                if starts("{#", at: index) || starts("{.", at: index) {
                    next = endOfAttributes(from: next, to: end)
                }
            default:
                if starts("://", at: index) || starts("www.", at: index) {
                    next = endOfAddress(from: next, to: end)
                }
            }
            index = next
            if index > end { end = endOfLine(from: index) }
        }
        return end
    }

    /// Whether a line holds a dollar, or begins what may hold one on a later line.
    private func mayMatter(_ line: Range<Int>) -> Bool {
        bytes.firstIndex(of: UInt8(ascii: "$"), in: line) != nil
            || bytes.firstIndex(of: UInt8(ascii: "`"), in: line) != nil
            || bytes.firstIndex(of: UInt8(ascii: "<"), in: line) != nil
            || bytes.firstIndex(of: UInt8(ascii: "\\"), in: line) != nil
    }

    func starts(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { text in
            index + text.count <= bytes.count
                && bytes[index..<index + text.count].elementsEqual(text)
        }
    }

    // MARK: - What holds no formula

    /// Behind the next `sign` of the line; `start` where there is none.
    private func behind(_ sign: UInt8, after start: Int, to end: Int) -> Int {
        guard start < end else { return start }
        return bytes.firstIndex(of: sign, in: start..<end).map { $0 + 1 } ?? start
    }

    /// Behind the brace that closes on the line, which is looked for once where none does.
    private mutating func endOfAttributes(from start: Int, to end: Int) -> Int {
        guard start >= braceDeadEnd else { return start }
        let found = behind(UInt8(ascii: "}"), after: start, to: end)
        if found == start { braceDeadEnd = end }
        return found
    }

    /// Behind the code that begins here, or behind its signs.
    private mutating func endOfCode(at start: Int, to end: Int, _ goesOn: Bool) -> Int {
        let length = run(at: start, to: end)
        let behind = start + length
        guard length <= Self.longestFence, start >= deadEnds[length] else { return behind }
        var (index, end) = (behind, end)
        while true {
            guard let sign = bytes.firstIndex(of: UInt8(ascii: "`"), in: index..<end) else {
                guard goesOn, let line = lineGoingOn(after: end) else { break }
                index = line.lowerBound
                end = line.upperBound
                continue
            }
            let found = run(at: sign, to: end)
            index = sign + found
            if found == length { return index }
        }
        deadEnds[length] = end
        return behind
    }

    private mutating func endOfComment(at start: Int) -> Int? {
        guard !hasNoCommentEnd, starts("<!--", at: start) else { return nil }
        let close = HTMLComment.close.withUTF8Bytes {
            bytes.firstRange(of: $0, in: start + 2..<bytes.count)
        }
        hasNoCommentEnd = close == nil
        return close?.upperBound
    }

    private func endOfAddress(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<"),
            bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "]")
        {
            index += 1
        }
        return index
    }

    /// Behind the address in `[words](address)`.
    private func endOfDestination(from start: Int, to end: Int) -> Int {
        var index = start
        if index < end, bytes[index] == UInt8(ascii: "<") {
            index += 1
            while index < end, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<")
            {
                index += 1
            }
            return index
        }
        var depth = 0
        while index < end, bytes[index] > 0x20 {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return index }
                depth -= 1
            default: break
            }
            index += 1
        }
        return index
    }

    // MARK: - Formulas

    /// Enters the formula that begins here, and returns what is behind it; else what is behind the signs.
    private mutating func readSigns(
        at start: Int, to end: Int, _ goesOn: Bool, opensLine: Bool
    ) -> Int {
        let length = run(at: start, to: end)
        switch length {
        case 1: return readInline(at: start, to: end, goesOn) ?? start + 1
        case 2:
            if let end = readDisplay(at: start, to: end, goesOn, opensLine) { return end }
            guard opensLine else { return start + 2 }
            // Behind a blank line in a formula stands what was to close it: one mistake, said once.
            let isAlone = label(behind: start + 2, to: end) != nil || isBlank(start + 2..<end)
            let closes = hasUnclosedFormula && isAlone && lineGoingOn(after: end) == nil
            if !closes { add(.unclosed, [start..<start + 2]) }
            hasUnclosedFormula = !closes
            return start + 2
        // A price range, or an empty formula.
        default: return start + length
        }
    }

    /// The next dollar or backslash of the line, else its end.
    func nextSign(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, bytes[index] != UInt8(ascii: "$"), bytes[index] != UInt8(ascii: "\\") {
            index += 1
        }
        return index
    }

    private mutating func readInline(at open: Int, to end: Int, _ goesOn: Bool) -> Int? {
        // "($)" heads a column of prices.
        guard open >= deadEnds[0], !isSpace(open + 1), bytes[open + 1] != UInt8(ascii: ")"),
            open == 0 || !bytes[open - 1].isASCIILetterOrDigit
                // H$_2$O, and 10$^{-3}$.
                || "_^\\".utf8.contains(bytes[open + 1])
        else { return nil }
        var lines: [Range<Int>] = []
        var (start, end) = (open, end)
        var index = open + 1
        while true {
            index = nextSign(from: index, to: end)
            if index >= end {
                lines.append(start..<end)
                guard goesOn, let line = lineGoingOn(after: end) else { break }
                (start, end) = (line.lowerBound, line.upperBound)
                index = start
            } else if bytes[index] == UInt8(ascii: "\\") {
                index = endOfWords(at: index, to: end) ?? min(index + 2, end)
            } else {
                guard index > start, !isSpace(index - 1), run(at: index, to: end) == 1,
                    index + 1 == end || !bytes[index + 1].isASCIIDigit,
                    bytes[index - 1] != UInt8(ascii: "("), !isProse(from: open, to: index)
                else { break }
                add(.inline, lines + [start..<index + 1])
                return index + 1
            }
        }
        deadEnds[0] = index
        return nil
    }

    /// Behind `\text{…}`, in which a formula may stand; it is not looked for farther than anyone writes.
    private func endOfWords(at start: Int, to end: Int) -> Int? {
        guard starts("\\text", at: start) || starts("\\mbox", at: start) else { return nil }
        var index = start + 5
        while index < end, bytes[index].isASCIILetterOrDigit { index += 1 }
        guard index < end, bytes[index] == UInt8(ascii: "{") else { return nil }
        var depth = 0
        let reach = min(end, index + 500)
        while index < reach {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func readDisplay(
        at open: Int, to end: Int, _ goesOn: Bool, _ opensLine: Bool
    ) -> Int? {
        var lines: [Range<Int>] = []
        var (start, end) = (open, end)
        var index = open + 2
        while true {
            index = nextSign(from: index, to: end)
            if index >= end {
                lines.append(start..<end)
                guard goesOn, lines.count < Self.mostLines,
                    let line = lineGoingOn(after: end, inFormula: opensLine)
                else { return nil }
                (start, end) = (line.lowerBound, line.upperBound)
                index = start
            } else if bytes[index] == UInt8(ascii: "\\") {
                index = min(index + 2, end)
            } else {
                let length = run(at: index, to: end)
                index += length
                guard length == 2 else { continue }
                let label = label(behind: index, to: end)
                let behind = label?.upperBound ?? index
                add(.display, lines + [start..<behind], label: label)
                return behind
            }
        }
    }

    private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }

    /// `{#eq:x}` behind a formula, perhaps with spaces before it.
    private func label(behind start: Int, to end: Int) -> Range<Int>? {
        let open = space(from: start, to: end).content
        guard starts("{#", at: open),
            let close = bytes.firstIndex(of: UInt8(ascii: "}"), in: open..<end)
        else { return nil }
        return open..<close + 1
    }

    /// The text of the next line, when it belongs to the same paragraph.
    ///
    /// Within a formula that begins a line, `- x` and `> y` are no list and no quotation, except where the
    /// list that the formula stands in goes on.
    func lineGoingOn(after end: Int, inFormula: Bool = false) -> Range<Int>? {
        let start = nextLine(after: end)
        guard start < bytes.count else { return nil }
        let next = endOfLine(from: start)
        let margin = margin(from: start, to: next)
        guard margin.content < next, fence(at: margin.content, to: next) == nil else { return nil }
        // The header of a table ends with its line.
        guard inFormula || !isDelimiterRow(at: margin.content, to: next) else { return nil }
        let isWithin = margin.depth == containers.count
        guard inFormula && isWithin || !beginsBlock(at: margin.content, to: next) else {
            return nil
        }
        return margin.content..<next
    }
}
