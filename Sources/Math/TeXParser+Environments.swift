/// `\begin…\end`: rows of cells.

import Bytes
import Diagnostics

extension TeXParser {
    /// The environment that `command` begins; `nil` if it is not known.
    mutating func environment(begunBy command: TeXToken) -> MathNode? {
        guard let name = environmentName() else {
            reportUnclosed(
                "‘\\begin’ lacks the name of an environment in braces.", at: command.range)
            return nil
        }
        let range = command.range.lowerBound..<lexer.position(before: token)
        guard let environment = MathEnvironment.named(name) else {
            report(
                "There is no environment ‘\(name)’."
                    + Spelling.hint(self.name(like: name, in: MathEnvironment.names)),
                at: range)
            // Its rows are read, so that nothing in them is a further mistake.
            _ = table(TableLayout(kind: .centered), name: name, openedBy: range)
            return nil
        }
        var layout = environment.layout
        switch environment.argument {
        case .none: break
        case .position: skipPosition()
        case .columns:
            skipPosition()
            readColumns(into: &layout, of: command)
        case .count: _ = rawArgument(of: command)
        case .alignment: readAlignment(into: &layout)
        }
        let table = table(
            layout, name: name, openedBy: range,
            columns: environment.argument == .columns ? layout.columns.count : environment.columns)
        // A single line is no table (`equation`).
        if environment.isUnwrapped, table.rows.count == 1, table.rows[0].cells.count == 1 {
            if let own = table.rows[0].tag {
                tag = own
                rowTags.removeLast()
            }
            return .group(table.rows[0].cells[0])
        }
        return fenced(.table(table), left: environment.left, right: environment.right)
            .withoutEmptyFence
    }

    /// The lines of `\substack`.
    mutating func substack(_ command: TeXToken) -> MathNode {
        guard token.kind == .open else { return argument(of: command) }
        let opener = token
        advance()
        openings.append(.brace)
        openings.append(.environment)
        let rows = rows(columns: 1, of: "substack")
        openings.removeLast(2)
        if token.kind == .close {
            advance()
        } else {
            reportUnclosed("This ‘{’ has no ‘}’.", at: opener.range)
        }
        return .table(MathTable(layout: TableLayout(kind: .small), rows: rows.rows))
    }

    /// The name in braces behind `\begin` and `\end`, if there is one.
    mutating func environmentName() -> String? {
        guard token.kind == .open else { return nil }
        return bracedText()
    }

    // MARK: Rows

    private mutating func table(
        _ layout: TableLayout, name: String, openedBy range: Range<Int>, columns: Int? = nil
    ) -> MathTable {
        let outerTag = tag
        tag = nil
        openings.append(.environment)
        environments.append(name)
        var table = MathTable(layout: layout)
        (table.rows, table.endsWithRule) = rows(columns: columns, of: name)
        openings.removeLast()
        environments.removeLast()
        tag = outerTag
        readEnd(of: name, openedBy: range)
        return table
    }

    private mutating func readEnd(of name: String, openedBy range: Range<Int>) {
        if isFragment, token.kind == .end { return }
        guard isCommand("end") else {
            return reportUnclosed("‘\\begin{\(name)}’ has no ‘\\end{\(name)}’.", at: range)
        }
        let end = token
        let before = (lexer, token)
        advance()
        let other = environmentName()
        if other == name { return }
        if let other, environments.contains(other) {
            // It ends an outer environment, which will read it.
            (lexer, token) = before
            report("‘\\begin{\(name)}’ has no ‘\\end{\(name)}’.", at: range)
        } else {
            report(
                "‘\\begin{\(name)}’ is ended by ‘\\end{\(other ?? "")}’.",
                at: end.range.lowerBound..<lexer.position(before: token))
        }
    }

    private mutating func rows(
        columns: Int?, of name: String
    ) -> (rows: [MathTable.Row], endsWithRule: Bool) {
        var rows: [MathTable.Row] = []
        while true {
            var line = MathTable.Row()
            line.hasRule = readRules()
            line.cells.append(row())
            while token.kind == .cellBreak {
                if line.cells.count == columns { reportTooManyCells(columns ?? 0, of: name) }
                advance()
                line.cells.append(row())
            }
            line.tag = tag
            if let tag { rowTags.append(tag) }
            tag = nil
            let isBlank = line.cells.count == 1 && line.cells[0].isEmpty && line.tag == nil
            guard token.kind == .rowBreak || isCommand("cr") else {
                // Nothing behind the last ‘\\’ is no row.
                if isBlank, !rows.isEmpty { return (rows, line.hasRule) }
                return (rows + [line], false)
            }
            rows.append(line)
            skipRowBreak()
        }
    }

    private mutating func reportTooManyCells(_ columns: Int, of name: String) {
        report(
            columns == 1
                ? "A line of ‘\(name)’ has a single cell: write ‘\\&’ for the sign."
                : "A line of ‘\(name)’ has \(columns) cells here, and this ‘&’ begins another.",
            at: token.range)
    }

    private mutating func readRules() -> Bool {
        var hasRule = false
        while token.kind == .command, case .rule? = TeXCommand.named(commandName) {
            hasRule = true
            advance()
        }
        return hasRule
    }

    /// `\\`, with a star and a length in brackets where they follow.
    private mutating func skipRowBreak() {
        let end = token.range.upperBound
        advance()
        if token.range.lowerBound == end { _ = star() }
        guard isCharacter("[") else { return }
        var position = token.range.upperBound
        let first = lexer.byte(position)
        guard first.isASCIIDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else {
            return
        }
        while lexer.byte(position).isLengthPart { position += 1 }
        guard lexer.byte(position) == UInt8(ascii: "]") else { return }
        lexer.position = position + 1
        advance()
    }

    // MARK: What environments are told

    /// `[t]`, which says where the environment stands on the line; browsers center it.
    private mutating func skipPosition() {
        guard isCharacter("["), lexer.byte(token.range.upperBound + 1) == UInt8(ascii: "]") else {
            return
        }
        lexer.position = token.range.upperBound + 2
        advance()
    }

    /// `[r]`, as the starred matrices of mathtools have it.
    private mutating func readAlignment(into layout: inout TableLayout) {
        guard isCharacter("[") else { return }
        let column = TableLayout.Column(lexer.byte(token.range.upperBound))
        skipPosition()
        guard let column, column != .center else { return }
        layout.kind = .columns
        layout.columns = [column]
    }

    private mutating func readColumns(into layout: inout TableLayout, of command: TeXToken) {
        let opener = token
        let specification = Array(rawArgument(of: command).utf8)
        guard !specification.isEmpty else { return }
        if !layout.readColumns(specification[...], depth: 0) {
            report(
                "Columns are ‘l’, ‘c’ and ‘r’ for left, centered and right, "
                    + "and ‘|’ for a line between.",
                at: opener.range.lowerBound..<lexer.position(before: token))
        }
    }
}

extension UInt8 {
    /// Whether it can be part of a length such as `-1.5 em`.
    fileprivate var isLengthPart: Bool {
        isASCIIDigit || isASCIILetter || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
            || self == 0x20
    }
}

extension MathNode {
    /// What is between delimiters, if there are none.
    fileprivate var withoutEmptyFence: MathNode {
        if case .fenced(let nodes) = self, nodes.count == 1 { nodes[0] } else { self }
    }
}
