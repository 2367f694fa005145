import Bytes
import Diagnostics

/// Commands and quotation marks of LaTeX in a text, which readers would see as they are written.
extension DocumentWriter {
    /// `\cite{lamport1994}`, `\begin{itemize}`, `{\bf words}`, `\noindent`.
    mutating func reportCommands(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: UInt8(ascii: "\\"), in: index..<text.count) {
            index = start + 1
            guard let command = LaTeXCommand(in: text, at: start),
                let advice = command.advice(options.macros)
            else { continue }
            index = command.endOfName
            let shown = text[start..<command.endOfName]
            // Dollars that are no formula are reported as such.
            guard
                !advice.isMath
                    || options.math == .on && !text[max(0, start - 300)..<start].contains(0x24),
                !isEscaped(shown, by: ["\\"], in: node)
            else { continue }
            report(
                "text.latex-command", advice.isCertain ? .error : .warning,
                "‘\(command.form)’ is LaTeX, and shown as it is written: \(advice.text). For the command "
                    + "itself write ‘`\(command.form)`’.", at: nextPlace(of: shown, in: node))
        }
    }

    /// Commands come in order: the second of two equal ones stands behind the first.
    private mutating func nextPlace(
        of shown: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Range<Int> {
        let block = blockRange(of: node)
        let start = block.contains(commandCursor) ? commandCursor : block.lowerBound
        if maySearch(block.upperBound - start),
            let found = unescapedPlace(of: shown, in: start..<block.upperBound)
        {
            commandCursor = found.lowerBound + 1
            return found
        }
        return place(of: shown, in: node)
    }

    // MARK: - Quotation marks

    /// ` ``Words'' `, in which no code ends.
    mutating func reportLaTeXQuotes(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node
    ) {
        guard index + 2 < text.count, text[index + 2].isASCIILetter || text[index + 2] >= 0x80,
            index == 0 || text[index - 1] <= 0x20 || text[index - 1] == UInt8(ascii: "(")
        else { return }
        let word = text[index..<text.count].prefix(20).prefix {
            $0 > 0x20 && $0 != 0x27 && $0 < 0x80
        }
        reportLaTeXQuotes(beginningWith: word, in: node)
    }

    /// ` ``Words'' and ``others'' `, whose two beginnings are the ends of code to the parser.
    mutating func reportLaTeXQuotes(inCode node: Node) {
        let code = node.literal
        guard let last = code.last, last == 0x20 || last == UInt8(ascii: "("),
            let first = code.first,
            first.isASCIILetter,
            let close = "''".withUTF8Bytes({ code.firstRange(of: $0, in: code.indices) }),
            code[close.lowerBound - 1].isASCIILetterOrDigit
                || ".,;:!?)".utf8.contains(code[close.lowerBound - 1]),
            close.upperBound == code.count || !code[close.upperBound].isASCIILetterOrDigit
        else { return }
        let word = Array("``".utf8) + code.prefix(18).prefix { $0.isASCIILetter }
        word.withUnsafeBufferPointer { reportLaTeXQuotes(beginningWith: $0[...], in: node) }
    }

    private mutating func reportLaTeXQuotes(
        beginningWith word: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) {
        let block = blockRange(of: node)
        guard let open = find(String(decoding: word, as: UTF8.self), in: block),
            open.lowerBound == block.lowerBound
                || map.bytes[open.lowerBound - 1] != UInt8(ascii: "\\"),
            let close = find("''", in: open.upperBound..<block.upperBound)
        else { return }
        let words = map.text(in: open.lowerBound + 2..<close.lowerBound)
        let isShort = words.count <= 40 && !words.contains("\n")
        report(
            "text.latex-quotes", .warning,
            "‘``’ and ‘''’ are the quotation marks of LaTeX: write ‘\"\(isShort ? words : "…")\"’, which becomes "
                + "those of the language.", at: open.lowerBound..<close.upperBound,
            repair: isShort ? "\"\(words)\"" : nil)
    }
}
