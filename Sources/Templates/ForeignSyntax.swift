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
        default: nil
        }
    }

    /// A tag of Liquid or Jinja (`{% if x %}`), which would be shown to readers.
    static func liquidTag(in text: [UInt8]) -> Range<Int>? {
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

    private static let keywords: Set<String> = [
        "if", "range", "with", "define", "block", "template", "partial", "else", "end",
    ]
}
