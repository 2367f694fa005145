/// Formulas: TeX's notation in, MathML Core out, which browsers set without a script.
///
/// A formula goes from bytes, with what macros stand for in their place (``TeXExpander``), to tokens
/// (``TeXLexer``), to a tree (``TeXParser``, ``MathNode``) and to markup (``MathMLWriter``). The notation is
/// LaTeX's with amsmath and amssymb; spaces between atoms are TeX's own, and are written only where a browser
/// would set others.

package import Bytes

/// One formula in TeX notation.
package enum TeXMath {
    /// Writes `<math>…</math>` for `source`, the text between the dollar signs.
    ///
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - display: Whether it stands on a line of its own.
    ///   - hints: Whether mistakes say what was perhaps meant: to look for that takes longer than to
    ///     read the formula.
    ///   - macros: What the site adds to TeX's commands.
    ///   - out: What could not be read is left out of it.
    /// - Returns: Every mistake, and what `\tag` says of a displayed formula and its rows.
    package static func write(
        _ source: UnsafeBufferPointer<UInt8>, display: Bool, hints: Bool = true,
        macros: inout TeXMacroUse, into out: inout OutputBuffer
    ) -> TeXOutcome {
        guard TeXExpander.isNeeded(macros.macros, in: source) else {
            var parser = TeXParser(source, hints: hints, macros: macros.macros)
            let tags = write(&parser, display: display, source: source, into: &out)
            return TeXOutcome(mistakes: parser.mistakes, tags: tags)
        }
        var expander = TeXExpander(macros.macros, limit: macros.remaining)
        let expansion = TeXExpansion(expander.expanded(source), of: source)
        macros.remaining = max(0, expander.remaining)
        if let excess = expander.excess {
            return TeXOutcome(mistakes: macros.mistakes(of: excess))
        }
        return expansion.withBytes { bytes in
            var parser = TeXParser(bytes, hints: hints, macros: macros.macros, isExpanded: true)
            let tags = write(&parser, display: display, source: source, into: &out)
            return TeXOutcome(
                mistakes: expander.mistakes
                    + parser.mistakes.map { expansion.inSource($0, macros.macros) },
                tags: tags)
        }
    }

    /// Whether a formula in a line may be wider than the text on a screen of 320 pixels: a guess, on the safe side.
    ///
    /// There is room for fourteen ems. What is read as one sign takes a byte at least; what a macro stands for may
    /// be of any length.
    package static func mayBeWide(
        _ source: UnsafeBufferPointer<UInt8>, macros: TeXMacroUse
    ) -> Bool {
        source.count > 12 || TeXExpander.isNeeded(macros.macros, in: source)
    }

    private static func write(
        _ parser: inout TeXParser, display: Bool, source: UnsafeBufferPointer<UInt8>,
        into out: inout OutputBuffer
    ) -> (own: TeXTag?, ofRows: [TeXTag]) {
        var formula = parser.formula()
        // In a line of text it stands behind the formula.
        if !display, let tag = parser.tag { formula.append(.tag(tag.node)) }
        var writer = MathMLWriter()
        // Moved in and out again: a copy would be one of the whole page.
        swap(&writer.out, &out)
        writer.writeFormula(formula, display: display, source: source)
        swap(&writer.out, &out)
        guard display else { return (nil, []) }
        return (
            parser.tag.map { MathMLWriter.tag($0) }, parser.rowTags.map { MathMLWriter.tag($0) }
        )
    }

    /// What is wrong with a part of a formula, wherever it will stand; what it says of an argument is left out.
    static func mistakes(
        inFragment bytes: [ExpandedByte], of body: String, _ macros: TeXMacros
    ) -> [TeXMistake] {
        body.withUTF8Bytes { source in
            let expansion = TeXExpansion(bytes, of: source)
            return expansion.withBytes { bytes in
                var parser = TeXParser(
                    bytes, hints: true, macros: macros, isExpanded: true, isFragment: true)
                _ = parser.formula()
                return parser.mistakes.filter { !expansion.hasArgument(in: $0.range) }
                    .map { expansion.inSource($0, macros) }
            }
        }
    }
}

extension TeXMath {
    /// Whether letters behind a backslash are a command here.
    package static func isCommand(_ name: String, _ macros: TeXMacros) -> Bool {
        name.utf8.first?.isASCIILetter == true
            && (SymbolTable.symbol(named: name) != nil || TeXCommand.named(name) != nil
                || macros.table[name] != nil
                || ["right", "middle", "end"].contains(name))
    }

    package static func isEnvironment(_ name: String) -> Bool {
        MathEnvironment.named(name) != nil
    }
}

extension TeXMacroUse {
    /// Says what is too much: of the length of all that a page's macros become, once.
    fileprivate mutating func mistakes(of excess: TeXExpander.Excess) -> [TeXMistake] {
        switch excess.kind {
        case .depth:
            return [TeXMistake(range: excess.place, message: TeXExpander.Excess.depthMessage)]
        case .length:
            guard !hasSaidEnough else { return [] }
            hasSaidEnough = true
            return [
                TeXMistake(
                    range: excess.place,
                    message:
                        "Up to here, the macros of this page have become more than is read of one. "
                        + "Nest them less deep, or divide the page.")
            ]
        }
    }
}
