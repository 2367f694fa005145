import Bytes
import Highlighting
import Markup

/// Code in colour: without its tags, it is the code.
enum CodeTarget {
    private static let languages = Highlighter.languages.sorted()

    @Sendable static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let code = Array(bytes.dropFirst())
        let language = languages[Int(first) % languages.count]
        var html = OutputBuffer()
        let isKnown = code.withUnsafeBufferPointer {
            Highlighter.write($0, in: language, to: &html)
        }
        precondition(isKnown, "a language that is named is not known")
        let markup = [UInt8](html)
        Nesting.expect(in: markup)
        var plain = OutputBuffer()
        code.withUnsafeBufferPointer { plain.append($0, escapedFor: .htmlText) }
        precondition(withoutTags(markup) == [UInt8](plain), "the code is not what it was")
    }

    /// Angle brackets of the code are escaped.
    private static func withoutTags(_ markup: [UInt8]) -> [UInt8] {
        var isTag = false
        return markup.filter { byte in
            if byte == UInt8(ascii: "<") { isTag = true }
            defer { if byte == UInt8(ascii: ">") { isTag = false } }
            return !isTag
        }
    }
}
