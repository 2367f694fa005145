import Bytes

/// `\@`: a sign that cites nothing, in the sentence and in brackets.
///
/// The parser has taken the backslash away, so that the source has to be looked at. Signs come in order, as
/// links do: each is looked for behind the one before it, outside of code.
extension DocumentWriter {
    /// Whether the first sign of what reads as a citation has a backslash before it.
    mutating func isEscaped(_ citation: ParsedCitation, in node: Node, isBracketed: Bool = false)
        -> Bool
    {
        guard hasEscapedSign else { return false }
        let names = citation.items.map { $0.key ?? "" }
        let start = signCursor
        let isEscaped = passSign("@" + (names.first ?? ""), in: node)
        if isEscaped, isBracketed {
            // The walk comes to it again.
            signCursor = start
        } else {
            for name in names.dropFirst() { _ = passSign("@" + name, in: node) }
        }
        return isEscaped
    }

    /// Goes to the next place of a sign and its key, and tells whether it is escaped there.
    private mutating func passSign(_ sign: String, in node: Node) -> Bool {
        let block = blockRange(of: node)
        let start = block.contains(signCursor) ? signCursor : block.lowerBound
        guard maySearch(block.upperBound - start) else { return false }
        let bytes = Array(sign.utf8)
        var index = start
        while index < block.upperBound {
            switch map.bytes[index] {
            case UInt8(ascii: "`"): index = endOfCode(at: index, in: block)
            case UInt8(ascii: "\\"):
                if map.bytes[(index + 1)..<block.upperBound].starts(with: bytes) {
                    signCursor = index + 1 + bytes.count
                    return true
                }
                index += 2
            case UInt8(ascii: "@"):
                if map.bytes[index..<block.upperBound].starts(with: bytes) {
                    signCursor = index + bytes.count
                    return false
                }
                index += 1
            default: index += 1
            }
        }
        return false
    }
}
