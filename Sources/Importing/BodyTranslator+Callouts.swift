/// Callouts of Obsidian (https://help.obsidian.md/callouts).

import Diagnostics
import Markup

extension BodyTranslator {
    /// What Obsidian calls callouts, and ours that come closest; those of one name may be folded (`[!note]-`).
    private static let callouts = [
        "note": "NOTE", "info": "NOTE", "todo": "NOTE", "question": "NOTE", "help": "NOTE",
        "faq": "NOTE", "abstract": "SUMMARY", "summary": "SUMMARY", "tldr": "SUMMARY",
        "tip": "TIP", "hint": "TIP", "success": "TIP", "check": "TIP", "done": "TIP",
        "important": "IMPORTANT", "warning": "WARNING", "attention": "WARNING",
        "caution": "CAUTION", "failure": "CAUTION", "fail": "CAUTION", "missing": "CAUTION",
        "danger": "CAUTION", "error": "CAUTION", "bug": "CAUTION", "example": "EXAMPLE",
    ]

    /// The beginning of `> [!info]- Title`; `false` where the line begins no callout.
    mutating func readCallout(from first: Int) -> Bool {
        guard bytes[first] == UInt8(ascii: ">"), surroundings.mayBeNote,
            let open = find("[!", from: first, within: 16),
            bytes[first..<open].allSatisfy({ $0 == UInt8(ascii: ">") || $0 == 0x20 }),
            let close = find("]", from: open, within: 64), close < lineEnd(open)
        else { return false }
        // Behind the sign stands what only a theme reads: `[!info|wide]`.
        let inside = text(open + 2..<close)
        let kind = String(inside.prefix { $0 != "|" }).collapsingWhitespace
        guard !kind.isEmpty,
            kind.allSatisfy({ $0.isLetter || $0.isNumber || "-_ ".contains($0) })
        else { return false }
        if ["quote", "cite"].contains(kind.lowercased()) {
            readQuotation(open..<close + 1)
            return true
        }
        guard let own = Self.callouts[kind.lowercased()] else {
            reportCallout(kind, at: open..<close + 1)
            return false
        }
        if kind != inside {
            log.note(
                "import.attributes-dropped", "Of ‘[!\(inside)]’, ‘\(kind)’ was kept.",
                at: open..<close + 1)
        }
        emit(index..<open)
        write("[!\(own)]")
        index = close + 1
        if has("-") || has("+") { index += 1 }
        return true
    }

    /// `> [!quote] Title`, which is a quotation here: its title is the first paragraph.
    private mutating func readQuotation(_ mark: Range<Int>) {
        let line = lineEnd(mark.upperBound)
        let prefix = text(index..<mark.lowerBound)
        var start = mark.upperBound
        if start < line, "+-".utf8.contains(bytes[start]) { start += 1 }
        let title = part(start..<line).collapsingWhitespace
        index = min(line + 1, end)
        guard !title.isEmpty else { return }
        log.note(
            "import.callout",
            "‘\(text(mark))’ is a quotation here, and its title a paragraph of it.",
            at: mark)
        write("\(prefix)\(title)\n\(prefix)")
        while output.last == 0x20 { output.removeLast() }
        write("\n")
    }

    /// Names a kind that a vault has by itself; what is ours already passes.
    private mutating func reportCallout(_ kind: String, at range: Range<Int>) {
        let own = Set(Self.callouts.values).union(Self.statements.values)
        guard !own.union(["PROOF", "ASSUMPTION"]).contains(kind.uppercased()) else { return }
        log.review(
            "import.callout",
            "There is no callout ‘\(kind)’ here: write another, such as ‘[!NOTE] \(kind)’.",
            at: range)
    }
}
