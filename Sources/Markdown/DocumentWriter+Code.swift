import Bytes
import Diagnostics
import Highlighting
import Markup

/// Blocks of code.
extension DocumentWriter {
    mutating func write(code node: Node) {
        checkFence(of: node)
        let info = node.info
        let language = info.split(separator: " ").first ?? ""
        if language == "math", options.math != .off {
            writeFormula(ofCode: node, info: info)
            return
        }
        startLine()
        // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
        if language.isEmpty {
            out.append("<pre tabindex=\"0\"><code>")
        } else {
            out.append("<pre tabindex=\"0\"><code class=\"language-")
            out.append(String(language), escapedFor: .attribute)
            out.append("\">")
        }
        let literal = node.literal
        if options.highlightsCode, !language.isEmpty, writeHighlighted(literal, in: language) {
            document.hasHighlights = true
        } else {
            if options.highlightsCode { checkLanguage(language, of: node) }
            out.write { $0.append(literal, escapedFor: .htmlText) }
        }
        out.append("</code></pre>\n")
    }

    /// - Returns: Whether anything was written; not for a language that nobody here knows.
    private mutating func writeHighlighted(
        _ code: UnsafeBufferPointer<UInt8>, in language: Substring
    ) -> Bool {
        var isKnown = false
        out.write { isKnown = Highlighter.write(code, in: language, to: &$0) }
        return isKnown
    }

    /// A language that is unknown may be misspelled; a short name is near to too many to tell.
    private mutating func checkLanguage(_ language: Substring, of node: Node) {
        guard language.utf8.count >= 5 else { return }
        // Few mistype the first letter, and a site may show the output of programs on every page.
        let first = language.first?.lowercased()
        let candidates = Highlighter.languages.filter { $0.first?.lowercased() == first }
        guard let known = Spelling.closest(to: String(language), in: candidates.sorted())
        else { return }
        report(
            "code.language", .warning,
            "Code in ‘\(language)’ is shown without colours: no such language is known. Did you mean "
                + "‘\(known)’?", at: map.firstLine(of: node))
    }
}
