import Bytes
import Diagnostics

/// A paragraph that begins with a tab or four spaces, as in a word processor: it is code, and its lines are not broken.
extension DocumentWriter {
    /// More than a line of a program's output, as a rule.
    private static let longLine = 60
    private static let longest = 1 << 16

    mutating func reportProse(inCode node: Node) {
        let code = node.literal
        guard node.fence == nil, code.count >= Self.longLine, code.count < Self.longest else {
            return
        }
        var isLong = false
        for line in code.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
            guard line.isMadeOfWords else { return }
            isLong = isLong || line.count >= Self.longLine && line.isSentence
        }
        guard isLong, code.beginsSentence else { return }
        report(
            "code.prose", .warning,
            "This paragraph is shown as code, in lines that are not broken: one does not begin with a tab or four "
                + "spaces. Text that is to stand as it is written stands between two lines of ‘```’.",
            at: map.firstLine(of: node))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// With a capital, or a letter of a script without them.
    fileprivate var beginsSentence: Bool {
        let first = first { $0 > 0x20 && !"\"'(*_[".utf8.contains($0) } ?? 0
        return (0x41...0x5A).contains(first) || first >= 0xC3
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether nothing but words, spaces and the signs of sentences stands here, no columns, and few numbers.
    fileprivate var isMadeOfWords: Bool {
        var (words, others, spaces) = (0, 0, 0)
        for byte in self {
            spaces = byte == 0x20 ? spaces + 1 : 0
            guard spaces < 4 else { return false }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "="), UInt8(ascii: "#"), 0x09:
                return false
            case let letter where letter.isASCIILetter || letter >= 0x80 || letter == 0x20:
                words += 1
            case let sign where ".,;:!?'\"()-".utf8.contains(sign): words += 1
            default: others += 1
            }
        }
        return others * 10 <= words
    }

    /// Whether a line has several words, and a sentence ends in it.
    fileprivate var isSentence: Bool {
        let text = String(decoding: self, as: UTF8.self)
        let end = text.last { !$0.isWhitespace && !"\"'”’)*_]".contains($0) }
        if let end, "。！？".contains(end) { return true }
        let words = text.split(separator: " ")
        let hasEnd =
            (end.map { ".!?:".contains($0) } ?? false)
            || zip(words, words.dropFirst()).contains { word, next in
                word.hasSuffix(".") && word.count > 3 && next.first?.isUppercase == true
            }
        return hasEnd && words.count > 8
    }
}
