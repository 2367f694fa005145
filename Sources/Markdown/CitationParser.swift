/// Pandoc's citation syntax in a text.

import Bytes
import Markup

/// A citation as it stands in a text node; places are offsets in that text.
struct ParsedCitation {
    struct Item {
        var key: String?
        var prefix: String
        var suffix: String
        var suppressesAuthor: Bool
    }
    var items: [Item]

    /// Those that mean a label of the page, as in `[@fig:x]`, and no work.
    var labels: [Item] { items.filter { $0.key.flatMap(Label.Kind.init(prefixOf:)) != nil } }
}

enum CitationParser {
    /// `[see @a, p. 4; @b]` from the bracket at `start`.
    ///
    /// `nil` for brackets that cite nothing, such as an editor's "[of foundation models]".
    static func bracketed(_ text: UnsafeBufferPointer<UInt8>, at start: Int)
        -> (citation: ParsedCitation, end: Int)?
    {
        guard let close = closingBracket(text, from: start) else { return nil }
        let inner = String(decoding: text[start + 1..<close], as: UTF8.self)
        guard inner.contains("@") else { return nil }
        // `[x](…)` and `[x][y]` that cmark left as text are no citations.
        if close + 1 < text.count, text[close + 1] == UInt8(ascii: "(") { return nil }
        var items: [ParsedCitation.Item] = []
        for part in inner.split(separator: ";", omittingEmptySubsequences: false) {
            if let item = item(part) {
                items.append(item)
            } else if !items.isEmpty {
                // `[@, Section 1.2; pg. 7-9]`: a further locator of the same work.
                items[items.count - 1].suffix += ";" + part
            } else {
                return nil
            }
        }
        return (ParsedCitation(items: items), close + 1)
    }

    /// `@a` in a sentence, perhaps with a bracket behind it: `@a [p. 4]`.
    static func narrative(_ text: UnsafeBufferPointer<UInt8>, at index: Int)
        -> (citation: ParsedCitation, end: Int)?
    {
        let suppresses = index > 0 && text[index - 1] == UInt8(ascii: "-")
        guard !suppresses, index == 0 || !text[index - 1].isWordByte else { return nil }
        // No key is so long; a text full of signs is not read to its end for each of them.
        let reach = min(text.count, index + 1 + 300)
        let rest = String(decoding: text[(index + 1)..<reach], as: UTF8.self)[...]
        guard let (key, _) = key(rest) else { return nil }
        var end = index + 1 + key.utf8.count
        var suffix = ""
        if Label.Kind(prefixOf: key) == nil, end + 1 < text.count, text[end] == 0x20,
            text[end + 1] == UInt8(ascii: "["), let close = closingBracket(text, from: end + 1)
        {
            let inner = String(decoding: text[end + 2..<close], as: UTF8.self)
            if !inner.contains("@"), startsLocator(inner) {
                suffix = inner
                end = close + 1
            }
        }
        let item = ParsedCitation.Item(
            key: key, prefix: "", suffix: suffix, suppressesAuthor: false)
        return (ParsedCitation(items: [item]), end)
    }

    /// The target of a citation link: `@key, Section 5` or `@, p. 3`.
    static func link(_ target: String) -> ParsedCitation? {
        let text = target.percentDecodedSpaces
        guard let item = item(text[...]), item.prefix.isEmpty else { return nil }
        return ParsedCitation(items: [item])
    }

    /// `see @a, p. 4` or `-@a` or `@, Section 2`.
    private static func item(_ part: Substring) -> ParsedCitation.Item? {
        guard let at = citationSign(part) else { return nil }
        var prefix = part[..<at]
        let suppresses = prefix.last == "-"
        if suppresses { prefix = prefix.dropLast() }
        var rest = part[part.index(after: at)...]
        var name: String?
        if let (key, after) = key(rest) {
            name = key
            rest = after
        } else {
            // A key-less citation needs a comma, or the end: "@ home" is no citation.
            let trimmed = rest.drop(while: \.isWhitespace)
            guard trimmed.first.map(isComma) ?? true else { return nil }
        }
        rest = rest.drop { $0.isWhitespace }
        // A colon stands there in other styles: `[@a: 355]`.
        if let first = rest.first, isComma(first) || first == ":" { rest = rest.dropFirst() }
        return ParsedCitation.Item(
            key: name, prefix: inOneLine(prefix), suffix: inOneLine(rest),
            suppressesAuthor: suppresses)
    }

    private static func isComma(_ character: Character) -> Bool {
        character == "," || Character.foreignCommas.contains(character)
    }

    private static func inOneLine(_ words: Substring) -> String {
        String(words).trimmingWhitespace.replacing("\n", with: " ")
    }

    /// The first key with its sign in a text.
    static func firstKey(in text: Substring) -> String? {
        guard let at = citationSign(text) else { return nil }
        return key(text[text.index(after: at)...])?.key
    }

    /// The first `@` that does not stand in a word.
    private static func citationSign(_ text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while let at = text[index...].firstIndex(of: "@") {
            let before = at > text.startIndex ? text[text.index(before: at)] : " "
            if !before.isLetter, !before.isNumber { return at }
            index = text.index(after: at)
        }
        return nil
    }

    /// A citation key (Pandoc): begins with a letter, a digit or `_`; inside, single signs of
    /// `:.#$%&-+?<>~/` may stand between letters and digits.
    private static func key(_ text: Substring) -> (key: String, rest: Substring)? {
        guard let first = text.first, first.isLetter || first.isNumber || first == "_" else {
            return nil
        }
        var end = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let after = text.index(after: index)
            if character.isLetter || character.isNumber || character == "_" {
                end = after
            } else if !(":.#$%&-+?<>~/".contains(character) && index == end) {
                break
            }
            index = after
        }
        return (String(text[..<end]), text[end...])
    }

    /// Whether a bracket behind a narrative citation holds a place.
    ///
    /// “§2”, “appendix B”, or any word with a number: “S. 4” is a page in German.
    static func startsLocator(_ text: String) -> Bool {
        let text = text.drop(while: \.isWhitespace)
        let word = text.prefix { $0.isLetter }
        let rest = text[word.endIndex...].drop { $0 == "." || $0.isWhitespace }
        guard word.count <= 12, let first = rest.first else { return false }
        return first.isNumber || "§¶".contains(first)
            || ["app", "appendix", "ch", "chap", "chapter", "part", "sec", "section"]
                .contains(word.lowercased())
    }

    private static func closingBracket(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
    {
        var depth = 0
        var index = start
        // A citation is a line or two; a bracket that stays open is text.
        while index < text.count, index - start < 2000 {
            switch text[index] {
            case UInt8(ascii: "["):
                depth += 1
                if depth > 8 { return nil }
            case UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }
}

extension String {
    /// A link destination in angle brackets may hold spaces; one without may write them `%20`.
    fileprivate var percentDecodedSpaces: String { replacing("%20", with: " ") }
}

// MARK: - Where nothing can be cited

extension CitationParser {
    /// The parts of a text beside its citations in brackets, and without the space before each: for contents and
    /// other lists of headings, where nothing can stand for them.
    static func rangesWithoutCitations(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard text.firstIndex(of: UInt8(ascii: "@"), in: text.indices) != nil else {
            return [text.indices]
        }
        var kept: [Range<Int>] = []
        var (start, index) = (0, 0)
        while let open = text.firstIndex(of: UInt8(ascii: "["), in: index..<text.count) {
            index = open + 1
            guard let (_, end) = bracketed(text, at: open) else { continue }
            let hasSpace = open > start && text[open - 1] == 0x20
            kept.append(start..<(hasSpace ? open - 1 : open))
            start = end
            index = end
        }
        return kept + [start..<text.count]
    }

    /// A text without its citations in brackets; as it is, when it has nothing else.
    static func withoutCitations(_ text: String) -> String {
        text.withUTF8Bytes { bytes in
            let kept = rangesWithoutCitations(bytes)
            guard kept.count > 1 else { return text }
            let shown = kept.map { String(decoding: bytes[$0], as: UTF8.self) }.joined()
            return shown.contains { !$0.isWhitespace } ? shown : text
        }
    }
}
