import Bytes
import Diagnostics
import Highlighting
import Markup

/// Blocks of code.
extension DocumentWriter {
    mutating func write(code node: Node) {
        checkFence(of: node)
        reportProse(inCode: node)
        let info = node.info
        let chunk = CodeChunk(info)
        if chunk?.isRun == true { reportChunk(node, in: chunk?.language ?? "") }
        reportRawBlock(node, info)
        let language = chunk?.language ?? info.split(separator: " ").first ?? ""
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

    /// R Markdown and Quarto run such code, and show what comes of it; said once a page.
    private mutating func reportChunk(_ node: Node, in language: Substring) {
        guard !diagnostics.contains(where: { $0.id == "code.not-run" }) else { return }
        report(
            "code.not-run", .warning,
            "Code is shown here, and never run: write ‘\(language)’ without braces, and what comes of it as text, "
                + "table or image.", at: map.firstLine(of: node))
    }

    /// ```` ```{=latex} ````, which Pandoc passes on to one format and leaves out of the others.
    private mutating func reportRawBlock(_ node: Node, _ info: some StringProtocol) {
        guard info.hasPrefix("{="), let end = info.firstIndex(of: "}") else { return }
        let format = info[..<end].dropFirst(2)
        guard !format.isEmpty, format.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return }
        report(
            "code.raw-block", .warning,
            "Readers will see this as code: nothing is passed on to ‘\(format)’ here. Delete the block, or write what it "
                + "stands for in Markdown.", at: map.firstLine(of: node))
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

/// What stands behind a fence in braces: `{r, echo=FALSE}` and `{python}` (R Markdown, Quarto), or `{.python #id}`
/// (Pandoc).
private struct CodeChunk {
    let language: Substring
    /// Whether those programs run it.
    let isRun: Bool

    /// What is no name of a language is a block of another program (`{note}` of MyST).
    private static let engines: Set<String> = [
        "r", "python", "julia", "sql", "bash", "sh", "ojs", "js", "node", "stan", "rcpp", "stata",
        "mermaid", "dot",
    ]

    init?(_ info: String) {
        guard info.first == "{", info.last == "}" else { return nil }
        let parts = info.dropFirst().dropLast().split { " ,\t".contains($0) }
        let isClass = info.dropFirst().drop { $0 == " " }.first.map { ".#".contains($0) } ?? false
        let name = isClass ? parts.first { $0.first == "." }?.dropFirst() : parts.first
        guard let name, let first = name.first, first.isLetter,
            name.allSatisfy({ $0.isLetter || $0.isNumber || "+#-_".contains($0) })
        else { return nil }
        language = name
        isRun = !isClass && Self.engines.contains(name.lowercased())
    }
}
