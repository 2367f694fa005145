import Bytes
import Diagnostics

/// `10^th^` and `x^2^`, Pandoc's superscripts.
extension DocumentWriter {
    private static let longest = 10

    mutating func reportSuperscripts(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: caret, in: index..<text.count) {
            index = start + 1
            guard start > 0,
                text[start - 1].isASCIILetterOrDigit || text[start - 1] == UInt8(ascii: ")")
            else { continue }
            let raised = text[index...].prefix(Self.longest).prefix { $0.mayBeRaised }
            let end = raised.endIndex
            // `2^3^4` is a power of a power.
            guard raised.contains(where: \.isASCIILetterOrDigit), end < text.count,
                text[end] == caret,
                end + 1 == text.count || !text[end + 1].mayBeRaised && text[end + 1] != caret
            else { continue }
            index = end + 1
            let shown = text[(start - 1)...end]
            guard maySearch(shown.count), !isEscaped(shown, by: ["^"], in: node) else { continue }
            let name = String(decoding: shown, as: UTF8.self)
            report(
                "text.superscript", .warning,
                "Readers will see ‘^’ here: it raises nothing. Write a character such as ‘²’, a formula such as "
                    + "‘$x^2$’, or the letters alone: ‘10th’. For the signs themselves write "
                    + "‘\(name.replacing("^", with: "\\^"))’.", at: place(of: shown, in: node))
        }
    }
}

private let caret = UInt8(ascii: "^")

extension UInt8 {
    fileprivate var mayBeRaised: Bool { isASCIILetterOrDigit || "+-*".utf8.contains(self) }
}
