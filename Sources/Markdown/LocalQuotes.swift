import Bytes
import CCMarkGFM
import Markup

/// Quotation marks of the page's language.
///
/// The library makes English ones of straight quotes and apostrophes; here they become those of
/// another language, in the tree.
struct LocalQuotes {
    private let marks: QuotationMarks
    /// Single quotation marks that are open in the block: a `’` that closes none is an apostrophe.
    private var open = 0

    /// Translates all text of a tree.
    static func apply(_ marks: QuotationMarks, to root: Node) {
        guard let iterator = cmark_iter_new(root.pointer) else { return }
        defer { cmark_iter_free(iterator) }
        var quotes = LocalQuotes(marks: marks)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else {
                continue
            }
            switch Node(pointer: node).kind {
            case .text: quotes.translate(Node(pointer: node))
            case .paragraph, .heading, .tableCell: quotes.open = 0
            default: break
            }
        }
    }

    private init(marks: QuotationMarks) { self.marks = marks }

    /// Whether any of “ ” ‘ „ ‚ « » stands in the source; `’` is an apostrophe as often as not.
    ///
    /// An author who types quotation marks has chosen them: nobody could tell the typed ones from those
    /// that the library made.
    static func areTyped(in source: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index + 1 < source.count {
            switch (source[index], source[index + 1]) {
            case (0xC2, 0xAB), (0xC2, 0xBB): return true
            case (0xE2, 0x80) where index + 2 < source.count:
                if [0x98, 0x9A, 0x9C, 0x9D, 0x9E, 0xB9, 0xBA].contains(source[index + 2]) {
                    return true
                }
            default: break
            }
            index += 1
        }
        return false
    }

    private mutating func translate(_ node: Node) {
        let text = node.literal
        guard text.firstIndex(of: 0xE2, in: 0..<text.count) != nil else { return }
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "“": result += marks.opening
            case "”": result += marks.closing
            case "‘":
                result += marks.innerOpening
                open += 1
            case "’" where open > 0 && !isLetter(scalars, index + 1):
                result += marks.innerClosing
                open -= 1
            default: result.unicodeScalars.append(scalar)
            }
        }
        node.setLiteral(result)
    }

    private func isLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
    }
}
