/// Mustache's syntax (mustache(5) and its specification): tags, sections, delimiters, inheritance,
/// and the rules for tags that stand alone on a line.

import Bytes
import Diagnostics

struct TemplateParser {
    /// Of one template: an author mends a few and looks again.
    static let maximumDiagnostics = 200

    let source: [UInt8]
    let path: String
    private var open: [UInt8] = Array("{{".utf8)
    private var close: [UInt8] = Array("}}".utf8)
    private var diagnostics: [Diagnostic] = []
    /// Whether a comment without an end has taken the rest of the file.
    private(set) var isCut = false

    /// A tag or a piece of text, before nesting.
    struct Token {
        enum Kind {
            case text
            case comment, delimiters
            case variable(raw: Bool)
            case section, inverted, block, parent, end, partial
        }
        var kind: Kind
        var name = ""
        var range: Range<Int>
        /// For a partial or parent that stands alone: the white space before it.
        var indentation: [UInt8] = []

        /// What the end of a section is called: that of `{{#each authors}}`, which was told already, is `{{/each}}`.
        var key: String {
            name.utf8.contains(0x20) ? String(name.prefix { $0 != " " }) : name
        }
    }

    static func parse(_ source: TemplateSource) -> ParsedTemplate {
        var parser = TemplateParser(source: source.bytes, path: source.path)
        var tokens = parser.tokens()
        parser.trimStandaloneLines(&tokens)
        let (nodes, nesting) = parser.nest(tokens)
        return ParsedTemplate(
            path: source.path, nodes: nodes, diagnostics: parser.diagnostics,
            nesting: nesting)
    }

    private init(source: [UInt8], path: String) {
        self.source = source
        self.path = path
    }

    mutating func report(
        _ id: Diagnostic.ID, _ message: String, at range: Range<Int>,
        notes: [Diagnostic.Note] = []
    ) {
        guard diagnostics.count < Self.maximumDiagnostics else { return }
        diagnostics.append(Diagnostic(id, message, at: SourceSpan(path, range), notes: notes))
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        source.withUnsafeBufferPointer { source in
            needle.withUnsafeBufferPointer { source.firstRange(of: $0, in: start..<source.count) }
        }?.lowerBound
    }

    // MARK: - Tokens

    private mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while let start = find(open, from: index) {
            if start > index { tokens.append(Token(kind: .text, range: index..<start)) }
            guard let tag = tag(at: start) else { return tokens }
            tokens.append(tag)
            index = tag.range.upperBound
        }
        if index < source.count {
            tokens.append(Token(kind: .text, range: index..<source.count))
        }
        return tokens
    }

    /// The tag whose delimiter stands at `start`; `nil` after an error that nothing can follow.
    private mutating func tag(at start: Int) -> Token? {
        let inner = start + open.count
        let sign = inner < source.count ? source[inner] : 0
        if sign == UInt8(ascii: "!") || sign == UInt8(ascii: "=") {
            return unnamedTag(sign, at: start)
        }
        let isTriple = sign == UInt8(ascii: "{") && open.elementsEqual("{{".utf8)
        let ending = isTriple ? Array("}}}".utf8) : close
        let kind: Token.Kind? =
            switch sign {
            case UInt8(ascii: "{") where isTriple: .variable(raw: true)
            case UInt8(ascii: "&"): .variable(raw: true)
            case UInt8(ascii: "#"): .section
            case UInt8(ascii: "^"): .inverted
            case UInt8(ascii: "/"): .end
            case UInt8(ascii: ">"): .partial
            case UInt8(ascii: "$"): .block
            case UInt8(ascii: "<"): .parent
            default: nil
            }
        let begin = kind == nil ? inner : inner + 1
        guard let end = end(ofTag: ending, from: begin) else {
            return openTag(kind ?? .variable(raw: false), from: start, begin, ending)
        }
        let range = start..<end + ending.count
        let name = Self.words(source[begin..<end])
        if !Self.isName(name) {
            report(
                "template.malformed-tag",
                name.isEmpty
                    ? "This tag has no name."
                    : ForeignSyntax.advice(for: name, isSection: sign == UInt8(ascii: "#"))
                        ?? "‘\(name)’ is no name: it has a space.", at: range)
        }
        return Token(kind: kind ?? .variable(raw: false), name: name, range: range)
    }

    /// A comment, or a change of the delimiters.
    private mutating func unnamedTag(_ sign: UInt8, at start: Int) -> Token? {
        let isComment = sign == UInt8(ascii: "!")
        let inner = start + open.count + 1
        let ending = isComment ? close : [UInt8(ascii: "=")] + close
        guard let end = find(ending, from: inner) else {
            isCut = true
            reportOpen(start..<inner, ending)
            return nil
        }
        let range = start..<end + ending.count
        if !isComment { changeDelimiters(source[inner..<end], at: range) }
        return Token(kind: isComment ? .comment : .delimiters, range: range)
    }

    /// Where the closing delimiter of a tag stands; `nil` where another tag begins before it.
    private func end(ofTag ending: [UInt8], from start: Int) -> Int? {
        guard let first = ending.first, let other = open.first else { return nil }
        var index = start
        while index < source.count {
            if source[index] == first, source[index...].starts(with: ending) { return index }
            if source[index] == other, source[index...].starts(with: open) { return nil }
            index += 1
        }
        return nil
    }

    /// A tag without its closing delimiter, up to the end of its name: what stands behind it is read on.
    private mutating func openTag(
        _ kind: Token.Kind, from start: Int, _ begin: Int, _ ending: [UInt8]
    ) -> Token {
        let name = source[begin...].drop { $0 == 0x20 }.prefix {
            $0.isASCIILetterOrDigit || "_-./".utf8.contains($0)
        }
        guard !name.isEmpty else {
            reportOpen(start..<begin, ending)
            return Token(kind: .comment, range: start..<begin)
        }
        let range = start..<name.endIndex
        reportOpen(range, ending)
        return Token(kind: kind, name: String(decoding: name, as: UTF8.self), range: range)
    }

    private mutating func reportOpen(_ tag: Range<Int>, _ ending: [UInt8]) {
        let ending = String(decoding: ending, as: UTF8.self)
        report("template.unclosed-tag", "This tag has no closing ‘\(ending)’.", at: tag)
    }

    /// What stands in a tag, with single spaces.
    private static func words(_ text: ArraySlice<UInt8>) -> String {
        // Nearly all tags are one word of ASCII between spaces.
        let word = text.drop { $0 == 0x20 }.prefix { $0 > 0x20 && $0 < 0x7F }
        if text[word.endIndex...].allSatisfy({ $0 == 0x20 }) {
            return String(decoding: word, as: UTF8.self)
        }
        return String(decoding: text, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.utf8.contains(0x20)
            && (name == "." || name.utf8.first != UInt8(ascii: "."))
    }

    private mutating func changeDelimiters(_ text: ArraySlice<UInt8>, at range: Range<Int>) {
        let parts = text.split { $0 <= 0x20 }
        guard parts.count == 2, !parts[0].contains(UInt8(ascii: "=")),
            !parts[1].contains(UInt8(ascii: "="))
        else {
            report(
                "template.malformed-delimiters",
                "New delimiters are written ‘{{=<% %>=}}’: two signs without ‘=’.", at: range)
            return
        }
        open = Array(parts[0])
        close = Array(parts[1])
    }
}
