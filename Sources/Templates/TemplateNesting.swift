/// Sections, blocks and layouts around what stands between their tags.
///
/// Where one is not closed, or another is, one mistake is told, and the rest is read as it was most likely meant.

import Diagnostics

struct TemplateNesting {
    private struct Level {
        var token: TemplateParser.Token
        var nodes: [TemplateNode] = []
        var key: String { token.key }
    }

    private var levels = [Level(token: TemplateParser.Token(kind: .text, range: 0..<0))]
    private var nesting = ParsedTemplate.Nesting.known
    /// Of the tags that are still to come: how many ends there are of a name, less its beginnings.
    private var surplus: [String: Int] = [:]
    /// Ends that come too late, and were told of where the section around theirs ended.
    private var late: [String: Int] = [:]

    private mutating func isTooDeep(_ token: TemplateParser.Token) -> Bool {
        guard levels.count >= 64 else { return false }
        nesting = max(nesting, .endIsGuessed)
        return true
    }
}

extension TemplateParser {
    /// Puts what stands between two tags into the first of them.
    mutating func nest(
        _ tokens: [Token]
    ) -> (nodes: [TemplateNode], nesting: ParsedTemplate.Nesting) {
        var nesting = TemplateNesting(tokens)
        for token in tokens where !nesting.add(token, in: &self) { return nesting.result }
        nesting.finish(in: &self)
        return nesting.result
    }
}

extension TemplateNesting {
    fileprivate init(_ tokens: [TemplateParser.Token]) {
        for token in tokens { count(token, by: 1) }
    }

    fileprivate var result: (nodes: [TemplateNode], nesting: ParsedTemplate.Nesting) {
        (levels[0].nodes, nesting)
    }

    private mutating func count(_ token: TemplateParser.Token, by number: Int) {
        switch token.kind {
        case .end: surplus[token.key, default: 0] += number
        case .section, .inverted, .block, .parent: surplus[token.key, default: 0] -= number
        case .text, .comment, .delimiters, .variable, .partial: break
        }
    }

    private mutating func add(_ kind: TemplateNode.Kind, _ range: Range<Int>) {
        levels[levels.count - 1].nodes.append(TemplateNode(kind: kind, bytes: ByteRange(range)))
    }

    /// - Returns: `false` after an error that nothing can follow.
    fileprivate mutating func add(
        _ token: TemplateParser.Token, in parser: inout TemplateParser
    ) -> Bool {
        count(token, by: -1)
        switch token.kind {
        case .text:
            if !token.range.isEmpty {
                add(.text(Array(parser.source[token.range])), token.range)
            }
        case .comment, .delimiters: break
        case .variable(let raw):
            add(.variable(path: Self.path(token.name), isRaw: raw), token.range)
        case .partial:
            add(.partial(name: token.name, indentation: token.indentation), token.range)
        case .section, .inverted, .block, .parent:
            guard !isTooDeep(token) else {
                parser.report("template.too-deep", "Sections are nested too deep.", at: token.range)
                return false
            }
            levels.append(Level(token: token))
        case .end: end(token, in: &parser)
        }
        return true
    }

    fileprivate mutating func finish(in parser: inout TemplateParser) {
        if parser.isCut { nesting = max(nesting, .endIsGuessed) }
        while levels.count > 1 {
            if !parser.isCut { reportOpen(in: &parser) }
            close()
        }
    }

    // MARK: - Ends

    private mutating func end(_ token: TemplateParser.Token, in parser: inout TemplateParser) {
        let key = token.key
        guard let index = levels.dropFirst().lastIndex(where: { $0.key == key }) else {
            endOfNothing(token, key, in: &parser)
            return
        }
        while levels.count - 1 > index {
            if innermostHasEnd {
                reportCrossing(token, in: &parser)
            } else {
                reportOpen(before: token, in: &parser)
            }
            close()
        }
        close()
    }

    /// An end of what is not open: that of the innermost section, misspelt, or one too many.
    private mutating func endOfNothing(
        _ token: TemplateParser.Token, _ key: String, in parser: inout TemplateParser
    ) {
        if let count = late[key], count > 0 {
            late[key] = count - 1
            return
        }
        guard levels.count > 1, !innermostHasEnd else {
            nesting = .lacksBeginning
            let what = levels.count > 1 ? "no section of that name" : "no section"
            parser.report(
                "template.stray-end", "‘\(token.name)’ is closed here, but \(what) is open.",
                at: token.range)
            return
        }
        let name = levels[levels.count - 1].key
        report(
            "‘\(token.name)’ is closed here, but ‘\(name)’ is open: write ‘{{/\(name)}}’.", token,
            in: &parser)
        close()
    }

    /// Whether an end of the innermost section is still to come, besides those of the sections around it that have its
    /// name.
    private var innermostHasEnd: Bool {
        guard let key = levels.last?.key else { return false }
        return surplus[key, default: 0] > levels.dropLast().count { $0.key == key }
    }

    private mutating func close() {
        let level = levels.removeLast()
        if let kind = Self.node(level) { add(kind, level.token.range) }
    }

    // MARK: - Reports

    /// `{{#a}}{{#b}}{{/a}}{{/b}}`.
    private mutating func reportCrossing(
        _ token: TemplateParser.Token, in parser: inout TemplateParser
    ) {
        let inner = levels[levels.count - 1]
        late[inner.key, default: 0] += 1
        surplus[inner.key, default: 0] -= 1
        report(
            "‘\(token.name)’ is closed here, but ‘\(inner.token.name)’, which was opened within it, only "
                + "later: write ‘{{/\(inner.key)}}’ first.", token, in: &parser)
    }

    /// An end that is not that of the innermost section.
    private mutating func report(
        _ message: String, _ token: TemplateParser.Token, in parser: inout TemplateParser
    ) {
        nesting = max(nesting, .endIsGuessed)
        let opened = SourceSpan(parser.path, levels[levels.count - 1].token.range)
        parser.report(
            "template.mismatched-end", message, at: token.range,
            notes: [Diagnostic.Note("It was opened here.", at: opened)])
    }

    /// The innermost section has no end.
    private mutating func reportOpen(
        before token: TemplateParser.Token? = nil, in parser: inout TemplateParser
    ) {
        nesting = max(nesting, .endIsGuessed)
        let level = levels[levels.count - 1]
        let place = token.map { " before ‘{{/\($0.name)}}’" } ?? ""
        parser.report(
            "template.unclosed-section",
            "‘\(level.token.name)’ is opened here and never closed: write ‘{{/\(level.key)}}’\(place).",
            at: level.token.range,
            notes: token.map {
                [
                    Diagnostic.Note(
                        "What it stands in ends here.", at: SourceSpan(parser.path, $0.range))
                ]
            } ?? [])
    }

    // MARK: - Nodes

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
        name == "." || !name.utf8.contains(UInt8(ascii: "."))
            ? [name]
            : name.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    }
}
