import Bytes
import Diagnostics
import Markup

/// `[lamport1994]`: brackets round what may be a key of the bibliography, which a text does not know.
extension DocumentWriter {
    /// Of all keys in one pair of brackets.
    private static let longest = 120

    mutating func recordBracketedKeys(
        _ text: UnsafeBufferPointer<UInt8>, at open: Int, in node: Node
    ) {
        let inner = text[(open + 1)...].prefix(Self.longest).prefix { $0.mayStandBetweenKeys }
        guard inner.endIndex < text.count, text[inner.endIndex] == UInt8(ascii: "]"),
            // A key without a digit is a word as an editor puts one into a quotation.
            inner.contains(where: \.isASCIIDigit), inner.contains(where: \.isASCIILetter),
            open == 0 || !text[open - 1].isASCIILetterOrDigit && text[open - 1] != UInt8(ascii: "]")
        else { return }
        let end = inner.endIndex + 1
        guard end == text.count || !"([:".utf8.contains(text[end]) else { return }
        let shown = text[open..<end]
        guard !isEscaped(shown, by: ["[", "]"], in: node) else { return }
        let keys = String(decoding: inner, as: UTF8.self).split { ",; ".contains($0) }
        document.bracketedKeys.append(
            BracketedKeys(
                keys: keys.map { String($0) }, bytes: ByteRange(place(of: shown, in: node))))
    }

    /// `[@lamport1994; knuth1984, p. 3]`: a key whose sign is missing is a place in the work before it.
    mutating func recordKeysWithoutSign(in citation: ParsedCitation, at range: Range<Int>) {
        for item in citation.items where item.suffix.contains(";") {
            for part in item.suffix.split(separator: ";", omittingEmptySubsequences: false)
                .dropFirst()
            {
                let key = String(part.prefix { $0 != "," }).trimmingWhitespace
                guard key.utf8.count > 2, key.utf8.first?.isASCIILetter ?? false,
                    key.utf8.allSatisfy({ $0.isASCIILetterOrDigit || ":._-+/".utf8.contains($0) })
                else { continue }
                // The key that has its sign may be the same.
                let behind = find(";", in: range)?.upperBound ?? range.lowerBound
                let place = find(key, in: behind..<range.upperBound) ?? range
                document.bracketedKeys.append(
                    BracketedKeys(keys: [key], bytes: ByteRange(place), isInCitation: true))
            }
        }
    }
}

extension UInt8 {
    fileprivate var mayStandBetweenKeys: Bool {
        isASCIILetterOrDigit || ":._-+/,; ".utf8.contains(self)
    }
}
