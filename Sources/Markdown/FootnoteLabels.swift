/// A guard round a mistake of cmark-gfm 0.29.0.gfm.6: it measures the label of a footnote reference
/// by columns, so that a `[^` whose `]` stands on another line, or behind another `[`, gives a label
/// with bytes from elsewhere, cut in the middle of a character. A `]` in a code span, in a tag or
/// behind a backslash is not the one that counts.
///
/// Such a `[^` is no footnote. Its `^` is a control character while the library parses, and a `^`
/// again in the tree.

import Bytes
import Markup

enum FootnoteLabels {
    private static let endsLabel: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "][\n\r`<\\".utf8 { table[Int(byte)] = true }
        return table
    }()

    /// The text with every dangerous `^` replaced by `mark`; `nil` when there is none.
    static func masked(
        _ text: UnsafeBufferPointer<UInt8>
    ) -> (text: [UInt8], mark: UInt8)? {
        var places: [Int] = []
        var index = 0
        while let caret = text.firstIndex(of: UInt8(ascii: "^"), in: index..<text.count) {
            index = caret + 1
            guard caret > 0, text[caret - 1] == UInt8(ascii: "[") else { continue }
            let end = text[index...].first { endsLabel[Int($0)] }
            if end != UInt8(ascii: "]") { places.append(caret) }
        }
        guard !places.isEmpty else { return nil }
        // A text has no business with these; one that is in it would be lost.
        let marks: [UInt8] = [0x1E, 0x1F, 0x1D, 0x1C, 0x01, 0x02, 0x03, 0x04]
        let mark = marks.first { !text.contains($0) } ?? 0x1E
        var masked = Array(text)
        for place in places { masked[place] = mark }
        return (masked, mark)
    }

    /// Puts every `^` back, wherever it came to stand.
    static func unmask(_ root: Node, _ mark: UInt8) {
        root.forEachNode { node in
            node.forEachString { text in
                for index in text.indices where text[index] == mark {
                    text[index] = UInt8(ascii: "^")
                }
            }
        }
    }
}
