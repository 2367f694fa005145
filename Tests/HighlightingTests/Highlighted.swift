import Bytes
import Highlighting
import Markup

/// Code written in a language, as HTML; `nil` when the language is unknown.
func highlighted(_ code: String, in language: String) -> String? {
    var output = OutputBuffer()
    let isKnown = code.withUTF8Bytes { Highlighter.write($0, in: language, to: &output) }
    return isKnown ? String(decoding: [UInt8](output), as: UTF8.self) : nil
}

/// The same to be read: `«keyword def» f(x)`, without escapes.
func parts(of code: String, in language: String) -> String? {
    highlighted(code, in: language)?
        .replacing("<span class=\"code-", with: "«").replacing("\">", with: " ")
        .replacing("</span>", with: "»")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
}
