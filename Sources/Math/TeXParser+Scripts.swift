/// Atoms with what stands at their corners.

extension TeXParser {
    /// An atom with its scripts; `nil` for what leaves nothing behind.
    mutating func scriptedAtom() -> MathNode? {
        let start = token
        switch start.kind {
        case .superscript, .subscript, .prime:
            return scripts(on: .group([]))
        case .command, .character, .open, .close, .cellBreak, .rowBreak, .dollar, .end:
            guard let nucleus = nucleus() else {
                // Scripts of what could not be read go with it.
                if hasScript { _ = scripts(on: .group([])) }
                return nil
            }
            // Scripts go to atoms, so a space has none.
            if case .space = nucleus { return nucleus }
            return hasScript ? scripts(on: nucleus) : nucleus
        }
    }

    private var hasScript: Bool {
        switch token.kind {
        case .superscript, .subscript, .prime: true
        case .command: isCommand("limits") || isCommand("nolimits")
        case .character, .open, .close, .cellBreak, .rowBreak, .dollar, .end: false
        }
    }

    private mutating func scripts(on base: MathNode) -> MathNode {
        var scripted = Scripted(base: base)
        var primes = 0
        while hasScript {
            let mark = token
            switch mark.kind {
            case .prime:
                while token.kind == .prime {
                    primes += 1
                    advance()
                }
            case .superscript:
                advance()
                let script = argument(of: mark)
                if scripted.sup == nil {
                    scripted.sup = script
                } else {
                    report(
                        "A second exponent: TeX takes one. "
                            + "Put braces round what the outer one belongs to, as in ‘{x^a}^b’.",
                        at: mark.range)
                }
            case .subscript:
                advance()
                let script = argument(of: mark)
                if scripted.sub == nil {
                    scripted.sub = script
                } else {
                    report(
                        "A second index: TeX takes one. "
                            + "Put both into braces, as in ‘x_{a,b}’, or nest them, as in ‘x_{a_b}’.",
                        at: mark.range)
                }
            case .command, .character, .open, .close, .cellBreak, .rowBreak, .dollar, .end:
                scripted.placement = isCommand("limits") ? .limits : .beside
                advance()
            }
        }
        if primes > 0 { addPrimes(primes, to: &scripted) }
        if scripted.sub == nil, scripted.sup == nil, scripted.placement == nil { return base }
        return .scripted(scripted)
    }

    /// Primes are an exponent, and come before a written one.
    private func addPrimes(_ count: Int, to scripted: inout Scripted) {
        // Unicode has signs for up to four.
        let signs = ["′", "″", "‴", "⁗"]
        let text =
            count <= signs.count ? signs[count - 1] : String(repeating: "′", count: count)
        let primes = MathNode.symbol(MathSymbol(text, .mark))
        if let sup = scripted.sup {
            scripted.sup = .group([primes] + sup.unwrapped)
        } else {
            scripted.sup = primes
        }
    }
}

extension MathNode {
    /// What braces hold, or the node itself.
    var unwrapped: [MathNode] {
        if case .group(let nodes) = self { nodes } else { [self] }
    }
}
