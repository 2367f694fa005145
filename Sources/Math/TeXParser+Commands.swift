/// Commands, one function for each kind.

import Bytes
import Diagnostics

extension TeXParser {
    /// Reads the command that is looked at; `nil` when it leaves nothing in the row.
    mutating func command() -> MathNode? {
        let command = token
        let name = commandName
        advance()
        if let symbol = SymbolTable.symbol(named: name) { return .symbol(styled(symbol)) }
        guard let meaning = TeXCommand.named(name) else {
            if name.isEmpty {
                report("A lone ‘\\’ begins no command.", at: command.range)
            } else {
                reportUnknown(at: command.range) {
                    "‘\\\(name)’ is not known in formulas." + $0.hint(for: name)
                }
            }
            return nil
        }
        return node(for: meaning, command, name)
    }

    private mutating func node(
        for meaning: TeXCommand, _ command: TeXToken, _ name: String
    ) -> MathNode? {
        switch meaning {
        case .fraction(let style):
            let numerator = argument(of: command)
            let denominator = argument(of: command)
            return .fraction(
                Fraction(numerator: numerator, denominator: denominator, style: style))
        case .binomial(let style):
            let upper = argument(of: command)
            let lower = argument(of: command)
            return fenced(
                .fraction(
                    Fraction(numerator: upper, denominator: lower, style: style, hasBar: false)),
                left: "(", right: ")")
        case .generalFraction: return generalFraction(command)
        case .root:
            let index = optionalArgument()
            return .root(argument(of: command), index: index)
        case .left: return fence(openedBy: command)
        case .bigDelimiter(let size, let atomClass):
            guard let text = delimiter() else {
                reportMissingDelimiter(after: command)
                return nil
            }
            return .delimiter(Delimiter(text: text, atomClass: atomClass, size: .fixed(size)))
        case .accent(let accent): return .accented(argument(of: command), accent)
        case .overset, .stackrel:
            let over = argument(of: command)
            let node = MathNode.stacked(argument(of: command), over: over, under: nil)
            guard case .stackrel = meaning else { return node }
            return .classed(.relation, node, limits: .beside)
        case .underset:
            let under = argument(of: command)
            return .stacked(argument(of: command), over: nil, under: under)
        case .extensibleArrow(let text):
            let under = optionalArgument()
            let over = argument(of: command)
            let arrow = MathNode.symbol(MathSymbol(text, .mark, .relation))
            return .stacked(arrow, over: over.padded, under: under?.padded)
        case .text(let font): return text(of: command, in: font)
        case .alphabet(let alphabet):
            return argument(of: command, in: alphabet, isBold: isBold)
        case .bold: return argument(of: command, in: alphabet, isBold: true)
        case .operatorName: return operatorName(command)
        case .atomClass(let atomClass):
            return .classed(
                atomClass, argument(of: command),
                limits: atomClass == .largeOperator ? .limitsInDisplay : .beside)
        case .begin: return environment(begunBy: command)
        case .substack: return substack(command)
        case .space(let width): return .space(width)
        case .writtenSpace: return writtenSpace(command)
        case .modulo(let kind): return modulo(kind, command)
        case .dots: return .symbol(MathSymbol(dotsBeforeOperator ? "⋯" : "…", .mark, .inner))
        case .not: return negation(command)
        case .textColor:
            let color = color(of: command)
            let content = argument(of: command).unwrapped
            return color.map { .styled(.color($0), content) } ?? .group(content)
        case .framed(let name): return .styled(.framed(name), argument(of: command).unwrapped)
        case .phantom(let phantom): return .phantom(phantom, argument(of: command))
        case .strut: return .phantom(.vertical, .symbol(MathSymbol("(", .mark)))
        case .overlap: return argument(of: command)
        case .prescript:
            let sup = argument(of: command)
            let sub = argument(of: command)
            let scripts = Scripted(base: .group([]), sub: sub, sup: sup)
            return .group([.scripted(scripts), argument(of: command)])
        case .tag:
            readTag(command)
            return nil
        case .limits:
            report("‘\\\(name)’ stands right behind a large operator.", at: command.range)
            return nil
        case .rule:
            reportUnlessFragment(
                "‘\\\(name)’ stands at the beginning of a line of ‘array’.", at: command.range)
            return nil
        case .idle(let kind):
            passOver(kind, command, name)
            return nil
        case .change:
            // Handled where rows are read; here it is an argument.
            report(
                "‘\\\(name)’ is about what follows in a group: put braces round both.",
                at: command.range)
            return nil
        }
    }

    /// Says what to do in the place of a command, and leaves out what belongs to it.
    private mutating func passOver(
        _ kind: TeXCommand.Idle, _ command: TeXToken, _ name: String
    ) {
        switch kind {
        case .ignored: break
        case .definition:
            report(
                "‘\\\(name)’ does nothing here. The macros of a site are defined in site.yaml, "
                    + "with ‘macros’ below ‘math’.", at: command.range)
            skipDefinition()
        case .reference:
            report(
                "‘\\\(name)’ does nothing here. To name a formula, write ‘{#eq:name}’ after it; "
                    + "to refer to it, write ‘[@eq:name]’ in the text.", at: command.range)
            skipGroup()
        case .unsupported(let advice):
            reportUnknown(at: command.range) { _ in
                "‘\\\(name)’ is not known here: \(advice)."
            }
            skipArguments()
        }
    }

    /// The rest of the row, when the token changes all of it (`\displaystyle`, `\over`).
    mutating func remainder(after nodes: [MathNode]) -> [MathNode]? {
        guard token.kind == .command, case .change(let change)? = TeXCommand.named(commandName)
        else { return nil }
        let command = token
        advance()
        switch change {
        case .style(let style):
            return nodes + [.styled(.size(style), row())]
        case .color:
            let color = color(of: command)
            let rest = row()
            return nodes + (color.map { [.styled(.color($0), rest)] } ?? rest)
        case .alphabet(let alphabet):
            let outer = self.alphabet
            self.alphabet = alphabet
            let rest = row()
            self.alphabet = outer
            return nodes + rest
        case .infix(let hasBar, let left, let right):
            let fraction = MathNode.fraction(
                Fraction(
                    numerator: .group(nodes), denominator: .group(row()), hasBar: hasBar))
            return [left.isEmpty ? fraction : fenced(fraction, left: left, right: right)]
        }
    }

    private mutating func argument(
        of command: TeXToken, in alphabet: MathAlphabet?, isBold: Bool
    ) -> MathNode {
        let outer = (self.alphabet, self.isBold)
        (self.alphabet, self.isBold) = (alphabet, isBold)
        let node = argument(of: command)
        (self.alphabet, self.isBold) = outer
        return node
    }

    private func hint(for name: String) -> String {
        let isCapital = name.first?.isUppercase == true
        if let near = self.name(like: name, in: macros.names) {
            return Spelling.hint("\\" + near)
        }
        guard name.utf8.count > 1 else {
            // Nearly always a macro for an alphabet that the author has elsewhere.
            return isCapital ? " For the letter as a set, write ‘\\mathbb{\(name)}’." : ""
        }
        let near = self.name(like: name, in: isCapital ? Self.capitalsFirst : Self.capitalsLast)
        if Self.functions.contains(name) || isCapital && near?.first?.isUppercase != true {
            return " For a function's name, write ‘\\operatorname{\(name)}’."
        }
        return Spelling.hint(near.map { "\\" + $0 })
    }

    /// What authors define for themselves, and then miss.
    private static let functions: Set<String> = [
        "tr", "rank", "diag", "sign", "supp", "span", "conv", "dist", "erf", "softmax", "logit",
        "var", "cov", "corr", "lcm", "vol", "proj", "prox", "id", "im",
    ]

    /// Sorted, so that the same mistake gets the same hint every time.
    ///
    /// Of ‘\delta’ and ‘\Delta’, which are equally near, the first is meant by who began small.
    private static let capitalsFirst = (Array(SymbolTable.names) + TeXCommand.usefulNames)
        .filter { $0.utf8.first?.isASCIILetter == true }.sorted()
    private static let capitalsLast =
        capitalsFirst.filter { $0.first?.isLowercase == true }
        + capitalsFirst.filter { $0.first?.isUppercase == true }

    /// Leaves out a name, the number of its arguments, and what it stands for.
    private mutating func skipDefinition() {
        _ = star()
        if token.kind == .command { advance() }
        skipArguments()
    }

    private mutating func skipArguments() {
        while token.kind == .open || isCharacter("[") {
            if token.kind == .open {
                skipGroup()
            } else {
                while !isCharacter("]"), token.kind != .end { advance() }
                if token.kind != .end { advance() }
            }
        }
    }

    /// Leaves out what stands in braces, if the token opens some.
    mutating func skipGroup() {
        guard token.kind == .open else { return }
        var depth = 0
        repeat {
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            advance()
        } while depth > 0 && token.kind != .end
    }
}

extension MathNode {
    /// With room at both sides, as text above an arrow has it.
    fileprivate var padded: MathNode {
        let margin = MathNode.space(Ems(tenThousandths: 4000))
        return unwrapped.isEmpty ? self : .group([margin] + unwrapped + [margin])
    }
}
