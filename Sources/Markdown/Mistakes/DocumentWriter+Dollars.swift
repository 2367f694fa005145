import Bytes
import Diagnostics

/// Dollars that were meant to enclose a formula and do not, and those that do and were not.
extension DocumentWriter {
    /// Of one line; what is longer is displayed.
    private static let longestFormula = 300

    /// `3$\times$4`, `$ x + y $`, `$x$1`: what readers would see as TeX.
    mutating func reportDollars(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        guard options.math == .on else { return }
        var index = 0
        // Behind a dollar without another, "$c and $d$2", nobody can tell which two were meant.
        var beginsPair = false
        while let open = text.firstIndex(of: dollar, in: index..<text.count) {
            let run = text[open...].prefix { $0 == dollar }.count
            let reach = min(text.count, open + 1 + Self.longestFormula)
            guard run == 1, let close = text.firstIndex(of: dollar, in: open + 1..<reach) else {
                reportUnclosedFormula(in: text, from: open, run, of: node)
                index = open + run
                if run % 2 == 1 { beginsPair.toggle() }
                continue
            }
            index = close
            beginsPair.toggle()
            guard close + 1 == text.count || text[close + 1] != dollar,
                let dollars = LeftDollars(
                    in: text, from: open, to: close, options.macros, isAmongFormulas: math != nil),
                dollars.reason != .digit || beginsPair,
                !isEscaped(text[open...close], by: ["$"], in: node)
            else {
                reportUnclosedFormula(in: text, from: open, run, of: node)
                continue
            }
            report(dollars, at: place(of: text[open...close], in: node))
            index = close + 1
            beginsPair.toggle()
        }
    }

    /// `$\alpha + 1` and `$x = 1`, of which no second dollar makes a formula.
    private mutating func reportUnclosedFormula(
        in text: UnsafeBufferPointer<UInt8>, from open: Int, _ run: Int, of node: Node
    ) {
        guard
            OpenDollar.beginsFormula(
                in: text, from: open, to: open + run, isAmongFormulas: math != nil)
        else { return }
        let shown = text[open...].prefix(run + Self.shownOfFormula)
        guard maySearch(shown.count), !isEscaped(text[open..<open + run], by: ["$"], in: node),
            // What has been said of the whole is not said of its end.
            !diagnostics.contains(where: { $0.id == "math.unclosed" && $0.severity == .error })
        else { return }
        let signs = String(repeating: "$", count: run)
        report(
            "math.unclosed", .warning,
            "Readers will see this ‘\(signs)’: no formula begins here, since no other ‘\(signs)’ ends it, or a space "
                + "stands before that. Dollars that are meant are ‘\\$’.",
            at: place(of: text[open..<min(text.count, open + run + 1)], in: node))
    }

    private static let shownOfFormula = 12

    private mutating func report(_ dollars: LeftDollars, at range: Range<Int>) {
        let written = "$\(dollars.tex)$"
        let advice =
            switch dollars.reason {
            case .attached:
                "none begins right behind a letter or a digit. Write a space there, or all of it between the dollars"
            case .spaces:
                "no space stands behind the first dollar and before the last. Write ‘\(written)’"
            case .digit:
                "no digit stands right behind the last dollar. Write a space there, or the digit before the dollar"
            }
        report(
            "math.left-as-text", .warning,
            "This is no formula, and readers see its TeX: \(advice). Dollars that are meant are ‘\\$’.",
            at: range, repair: dollars.reason == .spaces ? written : nil)
    }

    /// Warns of prices that make a formula, as in "the $100 note and the 50$ note".
    mutating func reportWords(in formula: Formula) {
        guard options.math == .on, let math,
            math.withTeX(of: formula, { tex, _ in FormulaOfWords.isLikely(tex) })
        else { return }
        let place = math.segments[formula.segments.lowerBound]
        report(
            "math.words", .warning,
            "What stands between these dollars is a formula, and its words would be set as products of letters. Write "
                + "‘\\$’ for a dollar that is meant, and ‘\\text{…}’ round words of a formula.",
            at: place)
    }
}

private let dollar = UInt8(ascii: "$")
