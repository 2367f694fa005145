import Bytes
import Diagnostics
import Markup

/// Lines that are blocks to other programs, and text here: admonitions of MkDocs, abbreviations of kramdown, and the
/// names of paragraphs in Obsidian.
extension DocumentWriter {
    // MARK: - Admonitions

    /// `!!! note "Title"` and `??? note` (Python-Markdown, MkDocs), above lines that are indented.
    mutating func reportAdmonition(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        let sign = text[0]
        guard text.count > 5, text[1] == sign, text[2] == sign else { return }
        let isOpen = sign == UInt8(ascii: "?") && text[3] == UInt8(ascii: "+")
        let rest = text[(isOpen ? 4 : 3)...]
        let name = rest.dropFirst().prefix(20).prefix { $0.isASCIILetter }
        let behind = text[name.endIndex...].drop { $0 == 0x20 }
        // Behind the kind stands a title in quotes, which may be others by now, or nothing.
        guard rest.first == 0x20, !name.isEmpty,
            behind.isEmpty || behind.startIndex > name.endIndex && Self.beginsQuote(behind)
        else { return }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        guard let kind = Callout(rawValue: word) ?? Callout.meant(by: word) ?? Self.callout(word),
            !isEscaped(text[..<3], by: ["!", "?"], in: node)
        else { return }
        report(
            "text.admonition", .warning,
            "Readers will see this line, and what is indented below it as text or code: a callout is a quotation that "
                + "begins with ‘> [!\(kind.rawValue.uppercased())]’, and has ‘> ’ before each line.",
            at: place(of: text[..<name.endIndex], in: node))
    }

    private static func beginsQuote(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first else { return false }
        return "\"'".utf8.contains(first) || first == 0xE2 || first == 0xC2
    }

    /// Kinds that MkDocs has besides those of other programs.
    private static func callout(_ word: String) -> Callout? {
        switch word {
        case "quote", "cite": .note
        default: nil
        }
    }

    // MARK: - Abbreviations

    /// `*[HTML]: HyperText Markup Language` (PHP Markdown Extra, kramdown, Python-Markdown).
    ///
    /// An abbreviation has capitals or numbers; `*[Note]: …` is a note.
    mutating func reportAbbreviation(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        guard let close = text[2...].prefix(60).firstIndex(where: { "[]".utf8.contains($0) }),
            text[close] == UInt8(ascii: "]"), close > 2, close + 2 < text.count,
            text[close + 1] == UInt8(ascii: ":"), text[close + 2] == 0x20
        else { return }
        let shown = text[..<(close + 2)]
        guard text[2..<close].count(where: { (0x30...0x5A).contains($0) }) > 1 else { return }
        guard !isEscaped(shown, by: ["*", "["], in: node) else { return }
        let name = String(decoding: text[2..<close], as: UTF8.self)
        let words = String(decoding: text[(close + 3)...].prefix(80), as: UTF8.self)
        report(
            "text.abbreviation", .warning,
            "Readers will see this line: no abbreviation is explained by one. Delete it, and write ‘\(words) (\(name))’ "
                + "where the text first has it.", at: place(of: shown, in: node))
    }

    // MARK: - Names of paragraphs

    /// `^quote-of-day` behind a space at the end of a paragraph, or alone in one (Obsidian).
    ///
    /// An exponent (`x ^2`, `e ^kt`) is shorter, and has no number and no hyphen among its letters.
    mutating func reportBlockName(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        guard node.next == nil, node.parent?.kind == .paragraph,
            let caret = text.suffix(40).lastIndex(of: UInt8(ascii: "^")),
            caret == 0 || text[caret - 1] == 0x20
        else { return }
        if caret == 0, let previous = node.previous, previous.kind != .softBreak { return }
        let name = text[(caret + 1)...]
        let letters = name.count { $0.isASCIILetter }
        guard name.count >= 4, letters > 0,
            name.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }),
            // Names that a program makes are of letters and digits, those of an author mostly of words.
            letters < name.count || caret == 0 || name.count >= 6,
            !isEscaped(text[caret...], by: ["^"], in: node)
        else { return }
        report(
            "text.block-name", .warning,
            "‘^\(String(decoding: name, as: UTF8.self))’ names the paragraph in Obsidian, and readers see it here: delete "
                + "it. Links lead to headings, ‘## Words {#name}’, and to figures, tables and equations.",
            at: place(of: text[caret...], in: node))
    }
}
