import Bytes
import Math

/// Formulas with the macros of a site: whatever comes of them is well-formed and bounded.
enum MathTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        // Between bytes of 0xFF, which no UTF-8 has, stand the bodies of the macros `\a`, `\b` …; a formula is last.
        var parts = bytes.split(separator: 0xFF, maxSplits: 8, omittingEmptySubsequences: false)
        guard let formula = parts.popLast() else { return }
        let names = ["\\a", "\\b", "\\c", "\\d", "\\epsilon", "\\vec", "\\g", "\\mathbb"]
        let definitions = zip(names, parts).map { name, body in
            TeXMacroDefinition(command: name, body: String(decoding: body, as: UTF8.self))
        }
        let (macros, mistakes) = TeXMacros.checked(definitions)
        for mistake in mistakes {
            guard let range = mistake.range else { continue }
            let body = definitions[mistake.definition].body ?? ""
            precondition(range.upperBound <= body.utf8.count, "a place past the end of a macro")
        }
        // Files that are not UTF-8 never come so far.
        guard String(validating: formula, as: UTF8.self) != nil else { return }
        var use = TeXMacroUse(macros, limit: 1 << 16)
        for display in [false, true] {
            var out = OutputBuffer()
            let outcome = Array(formula).withUnsafeBufferPointer {
                TeXMath.write($0, display: display, macros: &use, into: &out)
            }
            for mistake in outcome.mistakes {
                precondition(mistake.range.upperBound <= formula.count, "a place past the end")
            }
            let markup = [UInt8](out)
            precondition(String(validating: markup, as: UTF8.self) != nil, "MathML is not UTF-8")
            Nesting.expect(in: markup)
            precondition(
                markup.count < 200 * (formula.count + 1 << 16), "markup grows beyond bounds")
        }
    }
}
