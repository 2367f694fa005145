/// Named functions, and operators that depend on what is beside them.

import Diagnostics

extension TeXParser {
    /// `\operatorname{name}`; with a star, scripts stand below and above in displayed formulas.
    mutating func operatorName(_ command: TeXToken) -> MathNode {
        let limits: ScriptPlacement = star() ? .limitsInDisplay : .beside
        let outer = (alphabet, isBold)
        (alphabet, isBold) = (.roman, false)
        let content = argument(of: command)
        (alphabet, isBold) = outer
        guard let name = content.name else {
            return .classed(.largeOperator, content, limits: limits)
        }
        let element: MathSymbol.Element =
            name.unicodeScalars.count == 1 ? .upright : .identifier
        return .symbol(MathSymbol(name, element, .largeOperator, limits: limits))
    }

    /// `a \bmod n`, `a \pmod{n}`, `a \mod{n}`, `a \pod{n}`.
    mutating func modulo(_ kind: TeXCommand.Modulo, _ command: TeXToken) -> MathNode {
        let word = MathNode.symbol(MathSymbol("mod", .identifier))
        let gap = MathNode.space(Ems(tenThousandths: 4444))
        let space = MathNode.space(Ems(tenThousandths: 3333))
        let left = MathNode.symbol(MathSymbol("(", .mark, .opening))
        let right = MathNode.symbol(MathSymbol(")", .mark, .closing))
        switch kind {
        case .binary: return .symbol(MathSymbol("mod", .mark, .binary))
        case .parenthesized: return .fenced([gap, left, word, space, argument(of: command), right])
        case .plain: return .group([gap, word, space, argument(of: command)])
        case .pod: return .fenced([gap, left, argument(of: command), right])
        }
    }

    /// Whether an operator or relation comes next: amsmath sets dots at its height.
    var dotsBeforeOperator: Bool {
        let symbol: MathSymbol?
        switch token.kind {
        case .command: symbol = SymbolTable.symbol(named: commandName)
        case .character: symbol = SymbolTable.symbol(written: lexer.text(token.range))
        case .open, .close, .superscript, .subscript, .prime, .cellBreak, .rowBreak, .dollar, .end:
            symbol = nil
        }
        return symbol?.atomClass == .binary || symbol?.atomClass == .relation
    }

    /// The sign that `\not` strikes out.
    mutating func negation(_ command: TeXToken) -> MathNode {
        let node = argument(of: command)
        guard case .symbol(let symbol)? = node.unwrapped.first, node.unwrapped.count == 1 else {
            if !node.unwrapped.isEmpty {
                report(
                    "‘\\not’ strikes a single sign such as ‘=’ or ‘\\in’. "
                        + "To strike out more, use ‘\\cancel’.", at: command.range)
            }
            return node
        }
        return .symbol(
            MathSymbol(Negation.negated(symbol.text), symbol.element, symbol.atomClass))
    }
}

extension MathNode {
    /// The word that upright letters and thin spaces are; `nil` for anything else.
    fileprivate var name: String? {
        var name = ""
        for node in unwrapped {
            switch node {
            case .symbol(let symbol) where symbol.text == "−": name += "-"
            case .symbol(let symbol) where symbol.element == .mark && symbol.text != "∗":
                return nil
            case .symbol(let symbol): name += symbol.text == "∗" ? "*" : symbol.text
            case .space(.thin): name += "\u{2009}"
            case .space(let width) where width > .zero: name += "\u{A0}"
            case .space: break
            case .text(let pieces):
                for piece in pieces {
                    guard case .words(let words, .plain) = piece else { return nil }
                    name += words
                }
            case .group, .fenced, .delimiter, .scripted, .fraction, .root, .stacked, .accented,
                .styled, .phantom, .classed, .table, .tag:
                return nil
            }
        }
        return name.isEmpty ? nil : name
    }
}
