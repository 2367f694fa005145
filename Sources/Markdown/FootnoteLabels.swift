/// A guard round mistakes of cmark-gfm 0.29.0.gfm.6: it measures the label of a footnote reference
/// by columns, so that a `[^` whose `]` stands on another line, or behind another `[`, gives a label
/// with bytes from elsewhere, cut in the middle of a character. A `]` in a code span, in a tag or
/// behind a backslash is not the one that counts.
///
/// Such a `[^` is no footnote. Its `^` is a control character while the library parses, and a `^`
/// again in the tree. Neither is one whose `^` is written in another way (`[\^a]`, `[&#94;a]`), where the library loses what
/// stands behind it: there the backslash or the ampersand is a control character, and the tree gets what both mean.

import Bytes
import Markup

struct FootnoteLabels {
    /// The text as the library gets it.
    let text: [UInt8]
    private let caret: UInt8
    /// In place of the signs that begin a `^` written in another way; `nil` when there is none.
    private let escapes: (backslash: UInt8, ampersand: UInt8)?

    private static let endsLabel: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "][\n\r`<\\".utf8 { table[Int(byte)] = true }
        return table
    }()

    /// `nil` when nothing of a text is dangerous.
    init?(masking text: UnsafeBufferPointer<UInt8>) {
        let carets = Self.dangerousCarets(in: text)
        var escapes = Self.escapedCarets(in: text)
        guard !carets.isEmpty || !escapes.isEmpty else { return nil }
        // A text has no business with these; one that is in it would be lost.
        let marks: [UInt8] = [0x1E, 0x1F, 0x1D, 0x1C, 0x01, 0x02, 0x03, 0x04]
        let free = marks.filter { text.firstIndex(of: $0, in: text.indices) == nil }
        if free.count < 3 { escapes = [] }
        caret = free.first ?? 0x1E
        self.escapes = escapes.isEmpty ? nil : (free[1], free[2])
        var masked = Array(text)
        for place in carets { masked[place] = caret }
        if let marks = self.escapes {
            for place in escapes {
                masked[place] =
                    text[place] == UInt8(ascii: "\\") ? marks.backslash : marks.ampersand
            }
        }
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

    /// Where a `^` right behind a `[` is written in another way than as itself.
    private static func escapedCarets(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var places: [Int] = []
        var index = 0
        while let open = text.firstIndex(of: UInt8(ascii: "["), in: index..<text.count) {
            index = open + 1
            if writesCaret(text, at: index) { places.append(index) }
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
            node.forEachString { Self.replace(caret, by: UInt8(ascii: "^"), in: $0) }
            guard let escapes else { return }
            switch node.kind {
            case .text: if let text = read(node.literal) { node.setLiteral(text) }
            case .link, .image:
                if let url = node.url.withUTF8Bytes(read) { node.setURL(url) }
                if let title = read(node.titleBytes) { node.setTitle(title) }
            case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
                .thematicBreak, .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell,
                .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .footnoteReference,
                .passage, .other:
                node.forEachString { text in
                    Self.replace(escapes.backslash, by: UInt8(ascii: "\\"), in: text)
                    Self.replace(escapes.ampersand, by: UInt8(ascii: "&"), in: text)
                }
            }
        }
    }

    private static func replace(
        _ mark: UInt8, by sign: UInt8, in text: UnsafeMutableBufferPointer<UInt8>
    ) {
        for index in text.indices where text[index] == mark { text[index] = sign }
    }

    /// A text with a `^` in place of what means one; `nil` when nothing does.
    private func read(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard let escapes,
            text.contains(where: { $0 == escapes.backslash || $0 == escapes.ampersand })
        else { return nil }
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            // The caret stands behind it.
            case escapes.backslash: break
            case escapes.ampersand:
                bytes.append(UInt8(ascii: "^"))
                rest = rest.drop { $0 != UInt8(ascii: ";") }.dropFirst()
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
