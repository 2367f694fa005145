/// What only Quarto's texts have: fenced divs, cells that it ran, and notes within the line.

import Diagnostics
import Markup

extension BodyTranslator {
    private static let callouts = [
        "callout-note": "NOTE", "callout-tip": "TIP", "callout-important": "IMPORTANT",
        "callout-warning": "WARNING", "callout-caution": "CAUTION", "proof": "PROOF",
        "remark": "REMARK",
    ]
    /// What the label of a div makes of it: `::: {#thm-line}`.
    static let statements = [
        "thm": "THEOREM", "lem": "LEMMA", "prp": "PROPOSITION", "cor": "COROLLARY",
        "cnj": "CONJECTURE", "def": "DEFINITION", "exm": "EXAMPLE", "rem": "REMARK",
    ]

    /// Says what has no form here, once for each kind of it.
    mutating func sayOnce(_ kind: String, _ message: String, at range: Range<Int>) {
        guard said.insert(kind).inserted else { return }
        log.review("import.quarto", message + " This is the first.", at: range)
    }

    // MARK: - Divs

    /// Finds where each `::: {…}` ends.
    mutating func findDivs(from start: Int) {
        var opened: [Int] = []
        var fence: UInt8?
        var line = start
        while line < end {
            let first = firstNonSpace(line)
            let stop = lineEnd(line)
            if first < end, has("```", at: first) || has("~~~", at: first) {
                fence = fence == nil ? bytes[first] : fence == bytes[first] ? nil : fence
            } else if fence == nil, first < end, has(":::", at: first) {
                if bytes[first..<stop].allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ":") }) {
                    if let open = opened.popLast() { divEnds[open] = line..<min(stop + 1, end) }
                } else {
                    opened.append(first)
                }
            }
            line = stop + 1
        }
    }

    /// A line of colons that opens or closes a div; `false` when it is text.
    mutating func readDiv(from first: Int) -> Bool {
        guard isQuarto else { return false }
        let line = first..<lineEnd(first)
        let next = min(line.upperBound + 1, end)
        var words = text(line).drop { $0 == ":" || $0 == " " }
        while let last = words.last, last == ":" || last.isWhitespace { words.removeLast() }
        let isBlock = words.first == "{" && words.last == "}"
        let attributes = TagAttributes(String(isBlock ? words.dropFirst().dropLast() : words))
        let classes = attributes.plain.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
        let label = classes.lazy.filter { $0.hasPrefix("#") }
            .compactMap { Self.label(String($0.dropFirst()), isQuarto: true) }.first
        if let kind = label.flatMap({ Self.statements[String($0.prefix { $0 != ":" })] })
            ?? classes.lazy.compactMap({ Self.callouts[$0] }).first,
            let close = divEnds[first], depth < 16
        {
            callout(
                kind, label: label, title: attributes.values["title"] ?? attributes.values["name"],
                next..<close.lowerBound, at: line)
            index = close.upperBound
            return true
        }
        writeBlankLine()
        index = next
        // The list of works is made without being asked for.
        if let name = classes.first, name != "#refs" {
            sayOnce(
                "div \(name)",
                "‘::: \(words)’ has no form here: its content was kept without it.", at: line)
        }
        return true
    }

    private mutating func callout(
        _ kind: String, label: String?, title: String?, _ content: Range<Int>, at line: Range<Int>
    ) {
        var title = title
        var start = content.lowerBound
        while start < content.upperBound, firstNonSpace(start) >= lineEnd(start) {
            start = min(lineEnd(start) + 1, content.upperBound)
        }
        if title == nil, start < content.upperBound, bytes[start] == UInt8(ascii: "#") {
            let stop = min(lineEnd(start), content.upperBound)
            title = String(text(start..<stop).drop { $0 == "#" })
            start = stop
        }
        let words = title.map { plainCaption($0.collapsingWhitespace, at: line) } ?? ""
        let first = ["[!\(kind)]", words, label.map { "{#\($0)}" } ?? ""].filter { !$0.isEmpty }
        var lines = part(start..<max(start, content.upperBound))
            .split(separator: "\n", omittingEmptySubsequences: false)[...]
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        writeQuoted([first.joined(separator: " ")[...]] + lines)
    }

    // MARK: - Cells

    /// A block that Quarto runs, as the code that it is; `false` for all others.
    mutating func readCell(from first: Int) -> Bool {
        guard isQuarto else { return false }
        let info = text(first..<lineEnd(first)).drop { $0 == "`" || $0 == "~" || $0 == " " }
        guard info.first == "{", info.dropFirst().first != "." else { return false }
        let name = info.dropFirst().prefix { !" ,}\t\r".contains($0) }
        let close = endOfFence(from: first)
        let lines = text(min(lineEnd(first) + 1, close.lowerBound)..<close.lowerBound)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .drop { line in ["#|", "//|", "%%|", "--|"].contains { line.hasPrefix($0) } }
        let language = name.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        var code = lines.joined(separator: "\n")
        while code.last?.isNewline == true { code.removeLast() }
        sayOnce(
            "cell \(name)",
            "Quarto ran cells of ‘\(name)’: here stands their code, without their options and what it gave. "
                + "Put that in its place.", at: first..<lineEnd(first))
        fence(code, String(language))
        index = close.upperBound
        return true
    }

    /// Code in the line that Quarto runs.
    mutating func nameInlineCell(_ range: Range<Int>) {
        guard isQuarto, has("{", at: range.lowerBound) || has("r ", at: range.lowerBound) else {
            return
        }
        sayOnce(
            "inline",
            "Quarto computed ‘\(text(range))’, and its source stands here: write what it gave.",
            at: range)
    }

    // MARK: - In the line

    /// `~2~`, `^2^` and `^[a note]`.
    mutating func readScript() -> Bool {
        guard isQuarto else { return false }
        if has("^[") { return readInlineNote() }
        let sign = bytes[index]
        if has("~~") {
            while index < end, bytes[index] == sign { copy() }
            return true
        }
        let limit = min(end, index + 40)
        guard index == 0 || bytes[index - 1] != UInt8(ascii: "["),
            let stop = bytes[(index + 1)..<limit].firstIndex(where: { $0 <= 0x20 || $0 == sign }),
            bytes[stop] == sign, stop > index + 1
        else { return false }
        writeScript(
            index + 1..<stop, isRaised: sign == UInt8(ascii: "^"), at: index..<stop + 1)
        index = stop + 1
        return true
    }

    private mutating func readInlineNote() -> Bool {
        guard findOnce("]", from: index) != nil else { return false }
        var place = index + 1
        var open = 0
        let limit = min(end, index + Self.longest)
        while place < limit {
            if bytes[place] == 0x0A, firstNonSpace(place + 1) >= lineEnd(place + 1) { return false }
            if bytes[place] == UInt8(ascii: "[") { open += 1 }
            if bytes[place] == UInt8(ascii: "]") { open -= 1 }
            if open == 0 { break }
            place += 1
        }
        guard place < limit, depth < 16 else { return false }
        let words = part(index + 2..<place).collapsingWhitespace
        notes.append(words)
        write("[^inline-\(notes.count)]")
        index = place + 1
        return true
    }
}
