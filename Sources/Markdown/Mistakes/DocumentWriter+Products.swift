import Bytes
import Diagnostics

extension DocumentWriter {
    /// `5*3*2`, of which readers see 532: signs within a word mark as well (CommonMark, “Emphasis and strong emphasis”).
    ///
    /// Only where numbers stand on both sides of each: `1*s*2` is a shell of electrons.
    mutating func reportProduct(_ node: Node) {
        guard let before = node.previous, before.kind == .text,
            before.literal.last?.isASCIIDigit == true,
            let inner = node.firstChild, inner.kind == .text, inner.next == nil,
            let first = inner.literal.first, first.isASCIIDigit,
            let last = inner.literal.last, last.isASCIIDigit, inner.literal.count <= 40,
            let behind = node.next, behind.kind == .text,
            behind.literal.first?.isASCIIDigit == true
        else { return }
        let number = String(decoding: inner.literal, as: UTF8.self)
        let left = String(
            decoding: before.literal.suffix(12).reversed().prefix { $0.isASCIIDigit }.reversed(),
            as: UTF8.self)
        let right = String(
            decoding: behind.literal.prefix(12).prefix { $0.isASCIIDigit }, as: UTF8.self)
        let written = "\(left)*\(number)*\(right)"
        let place = find(written, in: blockRange(of: node)) ?? firstLine(ofBlockAround: node)
        report(
            "emphasis.between-digits", .warning,
            "The signs in ‘\(written)’ set ‘\(number)’ in italics, and readers see no ‘*’: write ‘\(left)×\(number)×\(right)’, or "
                + "‘\\*’ for the sign itself.", at: place)
    }
}
