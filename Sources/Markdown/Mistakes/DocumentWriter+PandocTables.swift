import Bytes
import Diagnostics
import Markup

/// Tables of Pandoc's that are none here: their lines run together.
extension DocumentWriter {
    private static let cure =
        "Write ‘| … |’ with a line ‘|---|---|’ below the head, or put the table into a ‘.csv’ file, which "
        + "‘![caption](file.csv)’ shows."

    /// `+---+---+` (Pandoc, "grid_tables").
    mutating func reportGrid(_ line: Range<Int>) -> Bool {
        guard PandocTable.isGridRule(map.bytes[line]) else { return false }
        report(
            "table.grid", .warning,
            "These lines make no table, and readers see their signs in one paragraph. \(Self.cure) A drawing of signs "
                + "stands between two lines of ‘```’.", at: line)
        return true
    }

    /// `------- -----`, which parts the head of a table from its rows, or begins and ends one (Pandoc, "simple_tables" and
    /// "multiline_tables"): here it is a line across the page.
    mutating func reportRuler(_ rule: Node) {
        let line = map.range(ofLine: rule.startLine)
        let text = map.bytes[line].drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
        guard PandocTable.isRuler(text), isBesideText(rule.startLine) else { return }
        let ruler = map.text(in: text.startIndex..<text.endIndex)
        let isOfSameTable = tableRuler?.text == ruler
        tableRuler = (rule.startLine, ruler)
        guard !isOfSameTable else { return }
        report(
            "table.simple", .warning,
            "These lines make no table: the dashes are a line across the page, and the cells run together. "
                + Self.cure, at: line)
    }

    /// Whether the line above or below is no empty one.
    private func isBesideText(_ line: Int) -> Bool {
        [line - 1, line + 1].contains { other in
            other > 0 && map.start(ofLine: other) < map.body.upperBound
                && map.bytes[map.range(ofLine: other)].contains {
                    $0 > 0x20 && $0 != UInt8(ascii: ">")
                }
        }
    }

    /// Whether what stands right below a heading's text ends a table that has been reported.
    func isBelowRuler(_ heading: Node) -> Bool {
        guard let tableRuler else { return false }
        return heading.startLine - tableRuler.line < 20
    }
}
