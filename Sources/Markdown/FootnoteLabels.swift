/// A guard round mistakes of cmark-gfm 0.29.0.gfm.6: it measures the label of a footnote reference
/// by columns, so that a `[^` whose `]` stands on another line, or behind another `[`, gives a label
/// with bytes from elsewhere, cut in the middle of a character. A `]` in a code span, in a tag or
/// behind a backslash is not the one that counts.
///
/// Such a `[^` is no footnote. Its `^` is a control character while the library parses, and a `^`
/// again in the tree. Neither is one whose `^` has a backslash or is a reference to a character (`[\^a]`, `[&#94;a]`): the
/// library takes it for one, and loses what stands behind it. There the bracket is the control character.

import Bytes
import Markup

struct FootnoteLabels {
    /// The text as the library gets it.
    let text: [UInt8]
    private let caret: UInt8
    private let bracket: UInt8

    private static let endsLabel: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "][\n\r`<\\".utf8 { table[Int(byte)] = true }
        return table
    }()

    /// `nil` when nothing of a text is dangerous.
    init?(masking text: UnsafeBufferPointer<UInt8>) {
        let carets = Self.dangerousCarets(in: text)
        let brackets = Self.dangerousBrackets(in: text)
        guard !carets.isEmpty || !brackets.isEmpty else { return nil }
        // A text has no business with these; one that is in it would be lost.
        let marks: [UInt8] = [0x1E, 0x1F, 0x1D, 0x1C, 0x01, 0x02, 0x03, 0x04]
        let free = marks.filter { !text.contains($0) }
        caret = free.first ?? 0x1E
        bracket = free.dropFirst().first ?? 0x1F
        var masked = Array(text)
        for place in carets { masked[place] = caret }
        for place in brackets { masked[place] = bracket }
        self.text = masked
    }

    private static func dangerousCarets(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var places: [Int] = []
        var index = 0
        while let caret = text.firstIndex(of: UInt8(ascii: "^"), in: index..<text.count) {
            index = caret + 1
            guard caret > 0, text[caret - 1] == UInt8(ascii: "[") else { continue }
            let end = text[index...].first { endsLabel[Int($0)] }
            if end != UInt8(ascii: "]") { places.append(caret) }
        }
        return places
    }

    private static func dangerousBrackets(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var places: [Int] = []
        var (index, close) = (0, 0)
        while let open = text.firstIndex(of: UInt8(ascii: "["), in: index..<text.count) {
            index = open + 1
            guard writesCaret(text, at: index) else { continue }
            if close < index {
                guard
                    let next = text.firstIndex(of: UInt8(ascii: "]"), in: index..<text.count)
                else { break }
                close = next
            }
            // A link is found before a footnote, and a definition before any link.
            let next = close + 1 < text.count ? text[close + 1] : 0
            if next != UInt8(ascii: "("), next != UInt8(ascii: "["), next != UInt8(ascii: ":") {
                places.append(open)
            }
        }
        return places
    }

    /// Whether a `^` is written at a place in another way than as itself.
    private static func writesCaret(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        switch text[index] {
        case UInt8(ascii: "\\"): return text[index + 1] == UInt8(ascii: "^")
        case UInt8(ascii: "&"):
            return NumericReference(in: text, at: index)?.value == 0x5E
                || text[index...].starts(with: "&Hat;".utf8)
        default: return false
        }
    }

    /// Puts every sign back, wherever it came to stand.
    func unmask(_ root: Node) {
        root.forEachNode { node in
            node.forEachString { text in
                for index in text.indices {
                    if text[index] == caret {
                        text[index] = UInt8(ascii: "^")
                    } else if text[index] == bracket {
                        text[index] = UInt8(ascii: "[")
                    }
                }
            }
        }
    }
}
