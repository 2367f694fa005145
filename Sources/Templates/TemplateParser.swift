/// Mustache's syntax (mustache(5) and its specification): tags, sections, delimiters, inheritance,
/// and the rules for tags that stand alone on a line.

import Diagnostics

struct TemplateParser {
    /// Of one template: an author mends a few and looks again.
    static let maximumDiagnostics = 200

    let source: [UInt8]
    private let path: String
    private var open: [UInt8] = Array("{{".utf8)
    private var close: [UInt8] = Array("}}".utf8)
    private var diagnostics: [Diagnostic] = []

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
    }

    static func parse(_ source: TemplateSource) -> ParsedTemplate {
        var parser = TemplateParser(source: source.bytes, path: source.path)
        var tokens = parser.tokens()
        parser.trimStandaloneLines(&tokens)
        let nodes = parser.nest(tokens)
        return ParsedTemplate(path: source.path, nodes: nodes, diagnostics: parser.diagnostics)
    }

    private init(source: [UInt8], path: String) {
        self.source = source
        self.path = path
    }

    private mutating func report(
        _ id: Diagnostic.ID, _ message: String, at range: Range<Int>,
        notes: [Diagnostic.Note] = []
    ) {
        guard diagnostics.count < Self.maximumDiagnostics else { return }
        diagnostics.append(Diagnostic(id, message, at: SourceSpan(path, range), notes: notes))
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first else { return nil }
        var index = start
        while index + needle.count <= source.count {
            if source[index] == first, source[index..<index + needle.count].elementsEqual(needle) {
                return index
            }
            index += 1
        }
        return nil
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
        var inner = start + open.count
        let isTriple =
            open.elementsEqual("{{".utf8) && inner < source.count
            && source[inner] == UInt8(ascii: "{")
        let sign = inner < source.count ? source[inner] : 0
        let ending =
            isTriple
            ? Array("}}}".utf8) : sign == UInt8(ascii: "=") ? [UInt8(ascii: "=")] + close : close
        guard let end = find(ending, from: inner + (isTriple || sign == UInt8(ascii: "=") ? 1 : 0))
        else {
            report(
                "template.unclosed-tag",
                "This tag has no closing ‘\(String(decoding: ending, as: UTF8.self))’.",
                at: start..<min(source.count, start + open.count))
            return nil
        }
        let range = start..<end + ending.count
        let kind: Token.Kind
        switch sign {
        case UInt8(ascii: "{") where isTriple: kind = .variable(raw: true)
        case UInt8(ascii: "&"): kind = .variable(raw: true)
        case UInt8(ascii: "!"): return Token(kind: .comment, range: range)
        case UInt8(ascii: "="):
            changeDelimiters(source[inner + 1..<end], at: range)
            return Token(kind: .delimiters, range: range)
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .end
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "$"): kind = .block
        case UInt8(ascii: "<"): kind = .parent
        default:
            kind = .variable(raw: false)
            inner -= 1
        }
        let name = String(decoding: source[inner + 1..<end], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !Self.isName(name) {
            report(
                "template.malformed-tag",
                name.isEmpty
                    ? "This tag has no name."
                    : ForeignSyntax.advice(for: name, isSection: sign == UInt8(ascii: "#"))
                        ?? "‘\(name)’ is no name: it has a space.", at: range)
        }
        return Token(kind: kind, name: name, range: range)
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.contains(" ") && (name == "." || !name.hasPrefix("."))
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

    // MARK: - Nesting

    private struct Level {
        var token: Token
        var nodes: [TemplateNode] = []
    }

    private mutating func nest(_ tokens: [Token]) -> [TemplateNode] {
        var levels = [Level(token: Token(kind: .text, range: 0..<0))]
        func add(_ kind: TemplateNode.Kind, _ range: Range<Int>) {
            levels[levels.count - 1].nodes.append(
                TemplateNode(kind: kind, bytes: ByteRange(range)))
        }
        for token in tokens {
            switch token.kind {
            case .text:
                if !token.range.isEmpty { add(.text(Array(source[token.range])), token.range) }
            case .comment, .delimiters: break
            case .variable(let raw):
                add(.variable(path: Self.path(token.name), isRaw: raw), token.range)
            case .partial:
                add(
                    .partial(name: token.name, indentation: token.indentation), token.range)
            case .section, .inverted, .block, .parent:
                guard levels.count < 64 else {
                    report("template.too-deep", "Sections are nested too deep.", at: token.range)
                    return levels[0].nodes
                }
                levels.append(Level(token: token))
            case .end:
                guard levels.count > 1, let level = levels.last else {
                    report(
                        "template.stray-end",
                        "‘\(token.name)’ is closed here, but no section is open.", at: token.range)
                    continue
                }
                // ‘{{#each authors}}’ was told already, and its end is ‘{{/each}}’.
                if level.token.name != token.name,
                    !level.token.name.hasPrefix(token.name + " ")
                {
                    report(
                        "template.mismatched-end",
                        "‘\(token.name)’ is closed here, but ‘\(level.token.name)’ is open.",
                        at: token.range,
                        notes: [
                            Diagnostic.Note(
                                "It was opened here.", at: SourceSpan(path, level.token.range))
                        ])
                }
                levels.removeLast()
                if let kind = Self.node(level) { add(kind, level.token.range) }
            }
        }
        while levels.count > 1 {
            let level = levels.removeLast()
            report(
                "template.unclosed-section",
                "‘\(level.token.name)’ is opened here and never closed: write "
                    + "‘{{/\(level.token.name)}}’.", at: level.token.range)
            levels[levels.count - 1].nodes += level.nodes
        }
        return levels[0].nodes
    }

    private static func node(_ level: Level) -> TemplateNode.Kind? {
        switch level.token.kind {
        case .section: .section(path: path(level.token.name), isInverted: false, level.nodes)
        case .inverted: .section(path: path(level.token.name), isInverted: true, level.nodes)
        case .block: .block(name: level.token.name, level.nodes)
        case .parent:
            .parent(
                name: level.token.name, indentation: level.token.indentation, level.nodes)
        case .text, .comment, .delimiters, .variable, .end, .partial: nil
        }
    }

    /// `a.b` is two names, `.` is the current value.
    private static func path(_ name: String) -> [String] {
        name == "."
            ? ["."]
            : name.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    }
}
