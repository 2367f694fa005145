/// Formulas: TeX's notation in, MathML Core out, which browsers set without a script.
///
/// A formula goes from bytes to tokens (``TeXLexer``), to a tree (``TeXParser``, ``MathNode``) and to
/// markup (``MathMLWriter``). The notation is LaTeX's with amsmath and amssymb; spaces between atoms
/// are TeX's own, and are written only where a browser would set others.

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
    ///   - out: What could not be read is left out of it.
    /// - Returns: Every mistake.
    package static func write(
        _ source: UnsafeBufferPointer<UInt8>, display: Bool, hints: Bool = true,
        into out: inout OutputBuffer
    ) -> [TeXMistake] {
        var parser = TeXParser(source, hints: hints)
        let formula = parser.formula()
        var writer = MathMLWriter()
        // Moved in and out again: a copy would be one of the whole page.
        swap(&writer.out, &out)
        writer.writeFormula(formula, display: display, source: source)
        swap(&writer.out, &out)
        return parser.mistakes
    }
}
