import Bytes
import Math
import Testing

/// A formula as it is written, and what comes of it.
struct Formula {
    /// All of the markup.
    let markup: String
    let mistakes: [TeXMistake]
    let tag: TeXTag?
    let source: String

    init(
        _ source: String, display: Bool = false, macros: TeXMacros = TeXMacros(),
        limit: Int = 1 << 20
    ) {
        var out = OutputBuffer()
        var copy = source
        var use = TeXMacroUse(macros, limit: limit)
        let outcome = copy.withUTF8 {
            TeXMath.write($0, display: display, macros: &use, into: &out)
        }
        (mistakes, tag) = (outcome.mistakes, outcome.tag)
        markup = String(decoding: out)
        self.source = source
    }

    /// The markup without what every formula has round it.
    var body: String {
        guard let start = markup.firstRange(of: "<semantics>"),
            let end = markup.firstRange(of: "<annotation")
        else { return markup }
        return String(markup[start.upperBound..<end.lowerBound])
    }

    /// The mistakes, each with the part of the source that it is about.
    var complaints: [String] {
        mistakes.map { mistake in
            let bytes = Array(source.utf8)[mistake.range]
            return "[\(String(decoding: bytes, as: UTF8.self))] \(mistake.message)"
        }
    }
}
