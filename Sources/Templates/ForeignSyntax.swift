/// Tags as Handlebars, Go's templates and Liquid have them, and what is written here instead.
///
/// Who moves a theme writes what the hand knows; all three look like Mustache, and none is.

import Bytes

enum ForeignSyntax {
    /// What to write for a tag that is none.
    ///
    /// - Parameters:
    ///   - name: All between the braces and their sign, with single spaces.
    ///   - isSection: Whether the sign is `#`.
    /// - Returns: A sentence, or `nil` when it looks like none of them.
    static func advice(for name: String, isSection: Bool) -> String? {
        let words = name.split(separator: " ")
        guard let first = words.first else { return nil }
        if isSection, words.count > 1 {
            switch first {
            case "if", "each", "with":
                return
                    "‘#\(first)’ is Handlebars: a section over ‘\(words[1])’ is written ‘{{#\(words[1])}}…{{/\(words[1])}}’, and "
                    + "is shown when there is one, and for each of a list."
            case "unless":
                return
                    "‘#unless’ is Handlebars: what is shown when there is no ‘\(words[1])’ is written "
                    + "‘{{^\(words[1])}}…{{/\(words[1])}}’."
            default: return nil
            }
        }
        if name.hasPrefix("../") {
            let field = name.drop { "./".contains($0) }
            return "What stands around is known by its own name: write ‘{{\(field)}}’."
        }
        if words.count > 1, words.contains("|") {
            return "There are no filters: write ‘{{\(first)}}’."
        }
        let isGo = name.hasPrefix(".") || words.dropFirst().contains { $0.hasPrefix(".") }
        guard isGo || keywords.contains(String(first)) && words.count > 1 else { return nil }
        return
            "This is the language of Go's templates (Hugo): a field is written ‘{{title}}’, a condition or a list "
            + "‘{{#authors}}…{{/authors}}’, a partial ‘{{>partials/name}}’."
    }

    /// The same of a name that no record has.
    static func advice(forUnknown name: String) -> String? {
        switch name {
        case "else":
            "There is no ‘else’: what is shown otherwise is a section of its own, ‘{{^name}}…{{/name}}’."
        case "end", "endif", "endfor", "end if":
            "A section is closed by its name: ‘{{/name}}’."
        case "this": "‘this’ is Handlebars: the text itself, of a list of texts, is ‘{{.}}’."
        case "@first", "@last", "@index":
            "‘\(name)’ is Handlebars: within a list it is written ‘-\(name.dropFirst())’."
        case _ where name.hasPrefix("this."):
            "‘this’ is Handlebars: a field is known by its own name, ‘{{\(name.dropFirst(5))}}’."
        default: nil
        }
    }

    /// A tag of Liquid or Jinja (`{% if x %}`), which would be shown to readers.
    static func liquidTag(in text: [UInt8]) -> Range<Int>? {
        // Nearly no text has one, and each piece of each template is asked.
        guard text.contains(UInt8(ascii: "%")) else { return nil }
        let (start, end) = (Array("{%".utf8), Array("%}".utf8))
        return text.withUnsafeBufferPointer { text in
            guard
                let open = start.withUnsafeBufferPointer({
                    text.firstRange(of: $0, in: text.indices)
                }),
                let close = end.withUnsafeBufferPointer({
                    text.firstRange(of: $0, in: open.upperBound..<text.count)
                })
            else { return nil }
            return open.lowerBound..<close.upperBound
        }
    }

    /// `{title}}`, which lacks its first brace: the place, and its sign and name.
    static func halfTag(in text: [UInt8]) -> (place: Range<Int>, name: String)? {
        var index = 0
        while let brace = text[index...].firstIndex(of: UInt8(ascii: "}")) {
            index = brace + 1
            guard index < text.count, text[index] == text[brace] else { continue }
            let name = text[..<brace].suffix(longestName).reversed().prefix {
                $0.isASCIILetterOrDigit || "_-./#^>".utf8.contains($0)
            }
            let start = brace - name.count - 1
            guard !name.isEmpty, start >= 0, text[start] == UInt8(ascii: "{") else { continue }
            return (start..<brace + 2, String(decoding: text[start + 1..<brace], as: UTF8.self))
        }
        return nil
    }

    private static let longestName = 80

    private static let keywords: Set<String> = [
        "if", "range", "with", "define", "block", "template", "partial", "else", "end",
    ]
}
