import Bytes
import Math

/// `\(x\)` and `\[x\]`, which are formulas in LaTeX and elsewhere, and of which Markdown leaves `(x)` and `[x]`.
///
/// They are escaped brackets in Markdown, which everyone may write. So only what can hardly be anything else is
/// taken for a formula (``TeXGuess``).
extension MathScan {
    /// More is no formula in brackets, or one of which the first lines are as good.
    private static let longestBrackets = 2000

    /// What opens here and closes in the same paragraph is entered if it looks like a formula; returns what is
    /// behind it.
    mutating func readBrackets(
        at open: Int, to end: Int, _ goesOn: Bool, opensLine: Bool
    ) -> Int? {
        // Two backslashes are one in the text: how Hugo's and Jekyll's authors write it.
        let slashes = min(2, run(at: open, to: end))
        let bracket = open + slashes
        guard bracket < end else { return nil }
        let isDisplay = bytes[bracket] == UInt8(ascii: "[")
        guard isDisplay || bytes[bracket] == UInt8(ascii: "(") else { return nil }
        var lines: [Range<Int>] = []
        var (start, end) = (open, end)
        var index = bracket + 1
        while true {
            index = nextSign(from: index, to: end)
            guard index - open < Self.longestBrackets else { return nil }
            if index >= end {
                lines.append(start..<end)
                guard goesOn, let line = lineGoingOn(after: end, inFormula: opensLine) else {
                    return nil
                }
                (start, end) = (line.lowerBound, line.upperBound)
                index = start
                continue
            }
            // With a dollar in it, its author knows how formulas are written.
            guard bytes[index] == UInt8(ascii: "\\") else { return nil }
            let close = index + slashes
            let sign = close < end && run(at: index, to: end) >= slashes ? bytes[close] : 0
            // Another one opens: the first has no end.
            if sign == bytes[bracket] { return nil }
            guard sign == (isDisplay ? UInt8(ascii: "]") : UInt8(ascii: ")")) else {
                index = min(index + 2, end)
                continue
            }
            lines.append(start..<close + 1)
            return enter(lines, slashes: slashes, isDisplay: isDisplay, opensLine: opensLine, end)
        }
    }

    private mutating func enter(
        _ lines: [Range<Int>], slashes: Int, isDisplay: Bool, opensLine: Bool, _ end: Int
    ) -> Int? {
        let (open, close) = (lines[0].lowerBound, lines[lines.count - 1].upperBound)
        let content = lines.flatMap { bytes[$0] }.dropFirst(slashes + 1).dropLast(slashes + 1)
        var guess = TeXGuess(Array(content), macros)
        let before = open > 0 ? bytes[open - 1] : 0x20
        guess.isAttached = before.isASCIILetterOrDigit || ")]!_".utf8.contains(before)
        let behind = close < end ? bytes[close] : 0x20
        guess.beginsWord = beginsWord(at: close, to: end)
        // `\[text\](address)` is a link that is none on purpose.
        guess.isBracketed = isDisplay
        guard !isDisplay || !"([:".utf8.contains(behind) else { return nil }
        guess.standsAlone = opensLine && bytes[close..<end].allSatisfy { $0 <= 0x20 || $0 == 0x2E }
        switch guess.verdict {
        case .text: return nil
        case .likely: add(.bare(isCertain: false), lines)
        case .certain: add(.bare(isCertain: true), lines)
        }
        return close
    }

    /// Whether what stands in brackets is the first letter of a word: "\(n\)o", but not "the \(n\)th" and "\(x\)s".
    private func beginsWord(at start: Int, to end: Int) -> Bool {
        let letters = bytes[start..<end].prefix { $0.isASCIILetter }
        let endings = ["s", "th", "ths", "st", "nd", "rd", "te", "ten", "ter", "tes", "tem"]
        return !letters.isEmpty && !endings.contains { letters.elementsEqual($0.utf8) }
    }

    /// `\begin{align}` at the beginning of a line, which MathJax takes for a formula; returns what is behind the
    /// matching `\end`.
    mutating func readEnvironment(at open: Int, to end: Int, _ goesOn: Bool) -> Int? {
        guard open >= environmentDeadEnd, starts("\\begin{", at: open),
            let brace = bytes.firstIndex(of: UInt8(ascii: "}"), in: open..<end)
        else { return nil }
        let name = String(decoding: bytes[open + 7..<brace], as: UTF8.self)
        guard TeXMath.isEnvironment(name) else { return nil }
        let closing = Array("\\end{\(name)}".utf8)
        var lines: [Range<Int>] = []
        var (start, end) = (open, end)
        while lines.count < Self.mostLines {
            let line = bytes[start..<end]
            if let close = line.indices.first(where: { line[$0...].starts(with: closing) }) {
                lines.append(start..<close + closing.count)
                add(.bare(isCertain: true), lines)
                return close + closing.count
            }
            lines.append(start..<end)
            guard goesOn, let next = lineGoingOn(after: end, inFormula: true) else { break }
            (start, end) = (next.lowerBound, next.upperBound)
        }
        environmentDeadEnd = end
        return nil
    }
}
