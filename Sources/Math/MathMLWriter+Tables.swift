/// Environments.

import Bytes

extension MathMLWriter {
    mutating func write(_ table: MathTable, in place: Place) {
        let layout = table.layout
        out.append("<mtable")
        switch layout.kind {
        case .centered, .columns: break
        case .aligned: out.append(" class=\"align\"")
        case .alignedClosely: out.append(" class=\"align close\"")
        case .cases: out.append(" class=\"cases\"")
        case .small: out.append(" class=\"small\"")
        }
        if layout.isDisplay { out.append(" displaystyle=\"true\"") }
        if layout.isScript { out.append(" scriptlevel=\"1\"") }
        out.append(UInt8(ascii: ">"))
        let inner = Place(
            isDisplay: layout.isDisplay, isScript: place.isScript || layout.isScript)
        let columns = table.rows.lazy.map(\.cells.count).max() ?? 0
        for (index, row) in table.rows.enumerated() {
            let endsWithRule = table.endsWithRule && index == table.rows.count - 1
            switch (row.hasRule, endsWithRule) {
            case (false, false): out.append("<mtr>")
            case (true, false): out.append("<mtr class=\"rule\">")
            case (false, true): out.append("<mtr class=\"rule-end\">")
            case (true, true): out.append("<mtr class=\"rule rule-end\">")
            }
            for (column, cell) in row.cells.enumerated() {
                writeCellStart(column, isLast: column == row.cells.count - 1, of: layout)
                // The sign that a line is aligned at has something before it: the other cell.
                let followsCell = layout.isAligned && column % 2 == 1
                writeRow(cell, in: inner, after: followsCell ? .ordinary : nil)
                out.append("</mtd>")
            }
            if let tag = row.tag {
                // All tags stand in one column, behind the longest row.
                let missing = columns - row.cells.count
                if missing == 1 { out.append("<mtd></mtd>") }
                // One for all: a formula of one long row and many short ones would become a megabyte.
                if missing > 1 {
                    out.append("<mtd columnspan=\"")
                    out.append(unescaped: String(missing))
                    out.append("\"></mtd>")
                }
                out.append("<mtd class=\"tag\">")
                write(tag.node, in: .text)
                out.append("</mtd>")
            }
            out.append("</mtr>")
        }
        out.append("</mtable>")
    }

    private mutating func writeCellStart(_ column: Int, isLast: Bool, of layout: TableLayout) {
        out.append("<mtd")
        var classes: [StaticString] = []
        if layout.kind == .columns, !layout.columns.isEmpty {
            switch layout.columns[min(column, layout.columns.count - 1)] {
            case .left: classes.append("left")
            case .center: break
            case .right: classes.append("right")
            }
            if layout.rules.contains(column) { classes.append("rule") }
            if isLast, layout.rules.contains(column + 1) { classes.append("rule-end") }
        }
        if !classes.isEmpty {
            out.append(" class=\"")
            for (index, name) in classes.enumerated() {
                if index > 0 { out.append(UInt8(ascii: " ")) }
                out.append(name)
            }
            out.append(UInt8(ascii: "\""))
        }
        out.append(UInt8(ascii: ">"))
    }
}

extension TableLayout {
    /// Whether columns are right and left in turns.
    fileprivate var isAligned: Bool {
        switch kind {
        case .aligned, .alignedClosely: true
        case .centered, .cases, .columns, .small: false
        }
    }
}
