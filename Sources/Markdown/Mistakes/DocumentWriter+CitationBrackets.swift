import Bytes
import Diagnostics
import Markup

/// Citations in brackets of another style: `(@lamport1994, p. 3)` and `[@lamport1994 [p. 3]]`.
extension DocumentWriter {
    mutating func reportNestedBrackets(in citation: ParsedCitation, at range: Range<Int>) {
        for item in citation.items {
            guard let key = item.key, item.suffix.hasPrefix("["), item.suffix.hasSuffix("]") else {
                continue
            }
            let place = String(item.suffix.dropFirst().dropLast())
            guard !place.contains("["), CitationParser.startsLocator(place) else { continue }
            report(
                "citation.brackets", .warning,
                "Readers will see brackets within parentheses: a comma stands before a place. Write "
                    + "‘[@\(key), \(place)]’.", at: find("@" + key, in: range) ?? range)
        }
    }
}

extension CitationParser {
    private static let longestParenthesis = 300

    /// Parentheses round a key in a sentence that hold nothing but keys and places, and the same as a citation.
    ///
    /// - Parameters:
    ///   - text: Of a node.
    ///   - key: Where the key stands, with its sign; it follows the opening one.
    /// - Returns: `nil` for parentheses that hold words of a sentence, too.
    static func parenthesis(
        in text: UnsafeBufferPointer<UInt8>, around key: Range<Int>
    ) -> (source: Slice<UnsafeBufferPointer<UInt8>>, citation: String)? {
        guard key.lowerBound > 0, text[key.lowerBound - 1] == UInt8(ascii: "("),
            let close = text[key.upperBound...].prefix(longestParenthesis)
                .firstIndex(where: { "()".utf8.contains($0) }),
            text[close] == UInt8(ascii: ")")
        else { return nil }
        let inner = String(decoding: text[key.lowerBound..<close], as: UTF8.self)
        let isPlain = inner.split(separator: ";", omittingEmptySubsequences: false).allSatisfy {
            part in
            let part = String(part).trimmingWhitespace
            guard part.hasPrefix("@"), let key = firstKey(in: part[...]) else { return false }
            let rest = part.dropFirst(key.utf8.count + 1)
            // `@a [p. 3]` has its place in brackets.
            return rest.isEmpty
                || rest.first == "," && startsLocator(String(rest.dropFirst()))
                    && !rest.contains(where: { "@[]".contains($0) })
        }
        return isPlain ? (text[(key.lowerBound - 1)...close], "[\(inner)]") : nil
    }
}
