import Diagnostics

/// Characters that mean nothing without a certain font (Unicode, "Private Use Area"): `Wingdings` has its bullets there.
extension DocumentWriter {
    /// Said once a page.
    mutating func reportPrivateUse(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        guard
            let start = text.indices.first(where: { PrivateUse.begins(at: $0, in: text) }),
            start + 2 < text.count
        else { return }
        signs.remove(.privateUse)
        let shown = text[start..<(start + 3)]
        let scalar = String(decoding: shown, as: UTF8.self).unicodeScalars.first?.value ?? 0
        report(
            "text.private-use", .warning,
            "Readers will see a box here: U+\(String(scalar, radix: 16, uppercase: true)) is a sign of one font, such as "
                + "a bullet or an arrow of a word processor. Write what was meant, here and where else it stands on "
                + "this page.", at: place(of: shown, in: node))
    }
}

/// U+E000 to U+F8FF, in UTF-8.
enum PrivateUse {
    static func begins(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text[index] == 0xEE
            || text[index] == 0xEF && index + 1 < text.count && text[index + 1] <= 0xA3
    }
}
