/// Parentheses and their like.

import Diagnostics

extension TeXParser {
    /// Reads a delimiter; empty for the dot that stands for none, `nil` if there is no delimiter.
    mutating func delimiter() -> String? {
        let text: String
        switch token.kind {
        case .character:
            switch lexer.text(token.range) {
            case ".": text = ""
            case "<": text = "⟨"
            case ">": text = "⟩"
            case let written: text = written
            }
            guard text.isEmpty || Self.delimiters.contains(text) else { return nil }
        case .command:
            guard let symbol = SymbolTable.symbol(named: commandName),
                Self.delimiters.contains(symbol.text)
            else { return nil }
            text = symbol.text
        case .open, .close, .superscript, .subscript, .prime, .cellBreak, .rowBreak, .dollar, .end:
            return nil
        }
        advance()
        return text
    }

    private static let delimiters: Set<String> = [
        "(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "|", "‖", "∣", "∥", "/", "\\",
        "↑", "↓", "↕", "⇑", "⇓", "⇕", "⟦", "⟧", "⟮", "⟯", "⎰", "⎱", "⌜", "⌝", "⌞", "⌟",
    ]

    mutating func reportMissingDelimiter(after command: TeXToken) {
        reportUnclosed(
            "No delimiter follows ‘\(lexer.text(command.range))’, "
                + "such as ‘(’, ‘|’, or ‘.’ for none.",
            at: command.range)
    }

    /// The rest of `\left…\right`.
    mutating func fence(openedBy command: TeXToken) -> MathNode {
        var nodes: [MathNode] = []
        appendDelimiter(.opening, after: command, to: &nodes)
        openings.append(.left)
        nodes += row()
        while isCommand("middle") {
            let middle = token
            advance()
            appendDelimiter(.ordinary, after: middle, to: &nodes)
            nodes += row()
        }
        openings.removeLast()
        if isCommand("right") {
            let right = token
            advance()
            appendDelimiter(.closing, after: right, to: &nodes)
        } else if !isFragment || token.kind != .end {
            reportUnclosed(
                "This ‘\\left’ has no ‘\\right’. Write ‘\\right.’ where nothing is to be seen.",
                at: command.range)
        }
        return .fenced(nodes)
    }

    private mutating func appendDelimiter(
        _ atomClass: AtomClass, after command: TeXToken, to nodes: inout [MathNode]
    ) {
        guard let text = delimiter() ?? brace() else {
            return reportMissingDelimiter(after: command)
        }
        guard !text.isEmpty else { return }
        nodes.append(.delimiter(Delimiter(text: text, atomClass: atomClass, size: .stretched)))
    }

    /// A brace without its backslash, when it can be nothing else.
    private mutating func brace() -> String? {
        guard token.kind == .open || token.kind == .close && !openings.contains(.brace) else {
            return nil
        }
        let text = token.kind == .open ? "{" : "}"
        report("A brace is written with a backslash: ‘\\\(text)’.", at: token.range)
        advance()
        return text
    }

    /// `content` between delimiters that grow with it.
    func fenced(_ content: MathNode, left: String, right: String) -> MathNode {
        var nodes = [content]
        if !left.isEmpty {
            let delimiter = Delimiter(text: left, atomClass: .opening, size: .stretched)
            nodes.insert(.delimiter(delimiter), at: 0)
        }
        if !right.isEmpty {
            let delimiter = Delimiter(text: right, atomClass: .closing, size: .stretched)
            nodes.append(.delimiter(delimiter))
        }
        return .fenced(nodes)
    }

    /// `\genfrac{(}{)}{0pt}{1}{n}{k}`: delimiters, thickness of the bar, style, and a fraction.
    mutating func generalFraction(_ command: TeXToken) -> MathNode {
        let left = bracedDelimiter()
        let right = bracedDelimiter()
        let thickness = rawArgument(of: command)
        let style = rawArgument(of: command)
        let numerator = argument(of: command)
        let denominator = argument(of: command)
        let fraction = Fraction(
            numerator: numerator, denominator: denominator,
            style: style == "0" ? .display : style == "1" ? .text : .inherited,
            hasBar: !thickness.hasPrefix("0"))
        return fenced(.fraction(fraction), left: left, right: right)
    }

    private mutating func bracedDelimiter() -> String {
        guard token.kind == .open else { return delimiter() ?? "" }
        let opener = token
        advance()
        if token.kind == .close {
            advance()
            return ""
        }
        let text = delimiter()
        if text == nil || token.kind != .close {
            report("Only a delimiter can stand here.", at: opener.range)
        }
        while token.kind != .close, token.kind != .end { advance() }
        if token.kind == .close { advance() }
        return text ?? ""
    }
}
