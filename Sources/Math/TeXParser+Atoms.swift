/// Single atoms: characters, numbers, groups, and the arguments of commands.

import Bytes
import Diagnostics

extension TeXParser {
    /// What the token begins, without scripts.
    mutating func nucleus() -> MathNode? {
        switch token.kind {
        case .open: return group()
        case .character:
            if beginsWord { return word() }
            return beginsNumber ? number() : character()
        case .command: return command()
        // Where these stand is the business of the row.
        case .close, .cellBreak, .rowBreak, .dollar, .end, .superscript, .subscript, .prime:
            return nil
        }
    }

    /// An atom in braces.
    private mutating func group() -> MathNode { .group(braced()) }

    /// What stands in the braces that the token opens.
    mutating func braced() -> [MathNode] {
        let opener = token
        advance()
        openings.append(.brace)
        let outer = (alphabet, isBold)
        let nodes = row()
        (alphabet, isBold) = outer
        openings.removeLast()
        if token.kind == .close {
            advance()
        } else {
            reportUnclosed("This ‘{’ has no ‘}’.", at: opener.range)
        }
        return nodes
    }

    /// What `command` works on: a character, a command, or a group in braces.
    mutating func argument(of command: TeXToken) -> MathNode {
        if isExpanded, let node = expandedArgument() { return node }
        var node: MathNode?
        let start = token
        switch token.kind {
        case .open: node = group()
        case .character where endsBracket: break
        case .character: node = character()
        case .command where !isTerminator:
            descend { node = $0.command() }
            // A mistake that was said, or a command without a look: nothing is missing.
            if node == nil, token.range != start.range { node = .group([]) }
        case .command, .close, .superscript, .subscript, .prime, .cellBreak, .rowBreak, .dollar,
            .end:
            break
        }
        if let node { return node }
        let text = lexer.text(command.range)
        reportUnclosed(
            command.kind == .command
                ? "‘\(text)’ lacks an argument: a character, or something in braces."
                : "Nothing follows ‘\(text)’: a character, or something in braces.",
            at: command.range)
        return .group([])
    }

    /// The whole of what a macro stands for, when the token begins it.
    ///
    /// Where its row is too deep, ``descend(_:)`` ends what the macro became alone, and not the formula: reading
    /// goes on behind it. That is bounded, for nothing is read twice, and macros stand in one another no
    /// deeper than ``TeXExpander/maximumDepth``.
    private mutating func expandedArgument() -> MathNode? {
        guard let end = lexer.endOfExpansion(before: token) else { return nil }
        let source = lexer.source
        lexer.source = UnsafeBufferPointer(rebasing: source[..<end])
        openings.append(.brace)
        let outer = (alphabet, isBold)
        let nodes = row()
        (alphabet, isBold) = outer
        openings.removeLast()
        lexer.source = source
        // Else a ‘\right’ has ended it, and is the business of the row.
        if token.kind == .end {
            lexer.position = end
            advance()
        }
        return nodes.count == 1 ? nodes[0] : .group(nodes)
    }

    /// Commands that end a row, and so are nobody's argument.
    private var isTerminator: Bool {
        isCommand("right") || isCommand("middle") || isCommand("end") || isCommand("cr")
    }

    /// `[…]`, where there is one.
    mutating func optionalArgument() -> MathNode? {
        guard isCharacter("[") else { return nil }
        let opener = token
        advance()
        openings.append(.bracket)
        let nodes = row()
        openings.removeLast()
        if isCharacter("]") {
            advance()
        } else {
            reportUnclosed("This ‘[’ has no ‘]’.", at: opener.range)
        }
        return .group(nodes)
    }

    /// A star right behind a command.
    mutating func star() -> Bool {
        guard isCharacter("*") else { return false }
        advance()
        return true
    }

    // MARK: Numbers

    private var beginsNumber: Bool {
        let first = lexer.byte(token.range.lowerBound)
        return first.isASCIIDigit
            || first == UInt8(ascii: ".") && lexer.byte(token.range.upperBound).isASCIIDigit
    }

    /// Digits, with a decimal point inside and commas in braces: `3.14`, `1{,}000`; some of them may come of a
    /// macro.
    private mutating func number() -> MathNode {
        var text = ""
        var position = token.range.lowerBound
        while true {
            let next = behindMarks(position)
            let byte = lexer.byte(next)
            if byte.isASCIIDigit
                || byte == UInt8(ascii: ".") && lexer.byte(next + 1).isASCIIDigit
            {
                text.unicodeScalars.append(Unicode.Scalar(byte))
                position = next + 1
            } else if next == position, byte == UInt8(ascii: "{"),
                lexer.byte(position + 1) == UInt8(ascii: ","),
                lexer.byte(position + 2) == UInt8(ascii: "}"),
                lexer.byte(position + 3).isASCIIDigit
            {
                text += ","
                position += 3
            } else {
                break
            }
        }
        lexer.position = position
        advance()
        return .symbol(styled(MathSymbol(text, .number)))
    }

    /// What follows the marks of macros that stand at `position`, if any do.
    private func behindMarks(_ position: Int) -> Int {
        guard isExpanded else { return position }
        var end = position
        while lexer.byte(end) == TeXExpander.start || lexer.byte(end) == TeXExpander.end {
            end += 1
        }
        return end
    }

    // MARK: Characters

    private mutating func character() -> MathNode {
        let place = token.range
        let text = lexer.text(place)
        advance()
        // One sign in print, and in MathML's dictionary.
        if text == ":", isCharacter("="), token.range.lowerBound == lexer.position - 1 {
            advance()
            return .symbol(MathSymbol(":=", .mark, .relation))
        }
        if text == "~" { return .space(Ems(tenThousandths: 3333)) }
        if text == "#" { reportHash(at: place) }
        return .symbol(styled(SymbolTable.symbol(written: text)))
    }

    /// TeX has the sign for the arguments of macros alone; a label may have come before its formula.
    private mutating func reportHash(at place: Range<Int>) {
        let label = lexer.source[place.lowerBound...].prefix(4).elementsEqual("#eq:".utf8)
        reportUnlessFragment(
            label
                ? "A label stands behind the dollars that close its formula, as in ‘$$ … $$ {#eq:name}’."
                : "‘#’ stands for an argument, in a macro. Write ‘\\#’ for the sign.", at: place)
    }

    /// The symbol in the alphabet that is in force.
    func styled(_ symbol: MathSymbol) -> MathSymbol {
        guard alphabet != nil || isBold, symbol.element != .mark else { return symbol }
        return (alphabet ?? .italic).rendering(symbol, isBold: isBold)
    }

    /// The letters of `\mathrm{Var}`, which are one word, while `xy` is a product.
    private mutating func word() -> MathNode {
        guard case .symbol(var word) = character(), word.isWordPart else {
            preconditionFailure("A word begins with a letter")
        }
        while token.kind == .character, !endsBracket {
            let symbol = styled(SymbolTable.symbol(written: lexer.text(token.range)))
            guard symbol.isWordPart else { break }
            word.text += symbol.text
            word.element = .identifier
            advance()
        }
        if alphabet == .italic { word.text = MathAlphabet.slanted(word.text) }
        return .symbol(word)
    }

    private var beginsWord: Bool {
        guard let alphabet, alphabet.makesWords else { return false }
        return SymbolTable.symbol(written: lexer.text(token.range)).isWordPart
    }

    /// Whether the token is the bracket that ends an optional argument.
    var endsBracket: Bool { openings.last == .bracket && isCharacter("]") }

    /// Appends a node to a row.
    func append(_ node: MathNode, to nodes: inout [MathNode]) {
        if case .symbol(let symbol) = node, symbol.text == "⊥", joinIndependence(to: &nodes) {
            return
        }
        nodes.append(node)
    }

    /// `\perp\!\!\!\perp`, which is how statisticians write a sign that Unicode has.
    private func joinIndependence(to nodes: inout [MathNode]) -> Bool {
        var index = nodes.count - 1
        var kern = Ems.zero
        while index >= 0, case .space(let width) = nodes[index], width < .zero {
            kern = kern + width
            index -= 1
        }
        guard kern < .zero, index >= 0, case .symbol(let first) = nodes[index] else { return false }
        let joined: String
        switch first.text {
        case "⊥": joined = "⫫"
        case "⊥\u{338}": joined = "⫫\u{338}"
        default: return false
        }
        nodes.removeSubrange(index...)
        nodes.append(.symbol(MathSymbol(joined, .mark, .relation)))
        return true
    }
}

extension MathSymbol {
    /// Whether it can be a letter or figure of a word.
    fileprivate var isWordPart: Bool {
        element != .mark && atomClass == .ordinary
    }
}
