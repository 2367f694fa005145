/// From tokens to the tree, with every mistake on the way.

import Diagnostics

struct TeXParser {
    /// What is open and waits for its end, innermost last.
    enum Opening: Equatable {
        case brace, bracket, left, environment, dollar
    }

    var lexer: TeXLexer
    /// The token that is looked at.
    var token: TeXToken
    private var found: [TeXMistake] = []
    var openings: [Opening] = []
    /// The names of the environments that are open, innermost last.
    var environments: [String] = []
    /// The alphabet that letters are in, if they are in one.
    var alphabet: MathAlphabet?
    var isBold = false
    /// What `\tag` said for the line that is read.
    var tag: WrittenTag?
    /// What `\tag` said for the first rows: more than one row has none that is the formula's.
    var rowTags: [WrittenTag] = []
    private var depth = 0
    /// Whether it has a command that may be a macro which could not be read.
    ///
    /// Then nobody can tell what is wrong with the rest: the macro may have begun what here has no beginning.
    private var lacksMacro = false
    /// Whether the formula ended too early: what is still open then is no further mistake.
    private var hasRunOut = false

    /// More nesting than any formula has, and less than a thread's stack.
    private static let maximumDepth = 100
    /// An author mends a few and looks again.
    private static let maximumMistakes = 20

    private let givesHints: Bool
    let macros: TeXMacros
    /// Whether macros were written out, each between two marks.
    let isExpanded: Bool
    /// Whether this is what a macro stands for: what opens in one may close in another.
    let isFragment: Bool

    init(
        _ source: UnsafeBufferPointer<UInt8>, hints: Bool, macros: TeXMacros,
        isExpanded: Bool = false, isFragment: Bool = false
    ) {
        givesHints = hints
        self.macros = macros
        self.isExpanded = isExpanded
        self.isFragment = isFragment
        lexer = TeXLexer(source)
        token = lexer.next()
    }

    /// The whole formula; what `\tag` says of all of it stays in ``tag``.
    mutating func formula() -> [MathNode] {
        if token.kind == .end {
            report("This formula is empty.", at: 0..<lexer.source.count)
        }
        return row()
    }

    /// Atoms up to where the row ends, which is not read.
    mutating func row() -> [MathNode] {
        var nodes: [MathNode] = []
        descend { parser in
            while !parser.endsRow() {
                if let node = parser.remainder(after: nodes) {
                    nodes = node
                    return
                }
                if let node = parser.scriptedAtom() { parser.append(node, to: &nodes) }
            }
        }
        return nodes
    }

    /// Runs `body` one level deeper, unless that is too deep: then the formula ends here.
    mutating func descend(_ body: (inout TeXParser) -> Void) {
        guard depth < Self.maximumDepth else {
            report(
                "This formula is nested more than \(Self.maximumDepth) levels deep.",
                at: token.range)
            lexer.position = lexer.source.count
            token = lexer.next()
            hasRunOut = true
            return
        }
        depth += 1
        body(&self)
        depth -= 1
    }

    mutating func advance() { token = lexer.next() }

    /// The name of the command that is looked at, without its backslash.
    var commandName: String { name(of: token) }

    func name(of token: TeXToken) -> String {
        lexer.text(token.range.lowerBound + 1..<token.range.upperBound)
    }

    func isCommand(_ name: StaticString) -> Bool {
        token.kind == .command && isWritten(name, after: 1)
    }

    func isCharacter(_ character: StaticString) -> Bool {
        token.kind == .character && isWritten(character, after: 0)
    }

    private func isWritten(_ text: StaticString, after offset: Int) -> Bool {
        text.withUTF8Buffer {
            lexer.source[token.range].dropFirst(offset).elementsEqual($0)
        }
    }

    /// What is wrong with the formula, as far as that can be told.
    var mistakes: [TeXMistake] { lacksMacro ? [] : found }

    /// Whether no more mistakes are taken.
    private var hasSaidEnough: Bool { found.count >= Self.maximumMistakes }

    /// The name that was perhaps meant.
    func name(like name: String, in known: some Sequence<String>) -> String? {
        givesHints ? Spelling.closest(to: name, in: known) : nil
    }

    /// Says that there is no such command, where that can be told.
    mutating func reportUnknown(at range: Range<Int>, _ message: (TeXParser) -> String) {
        // To look for a hint takes longer than all else.
        guard !hasSaidEnough else { return }
        if macros.isIncomplete {
            lacksMacro = true
        } else {
            report(message(self), at: range)
        }
    }

    mutating func report(_ message: String, at range: Range<Int>) {
        guard !hasSaidEnough else { return }
        found.append(TeXMistake(range: range, message: message))
    }

    /// Says that something lacks what stands around it, which in a macro it need not have.
    mutating func reportUnlessFragment(_ message: String, at range: Range<Int>) {
        if !isFragment { report(message, at: range) }
    }

    /// Says that what `opener` opened has no end; once, since all around it has none either.
    mutating func reportUnclosed(_ message: String, at opener: Range<Int>) {
        if token.kind == .end {
            guard !hasRunOut else { return }
            hasRunOut = true
        }
        report(message, at: opener)
    }
}

// MARK: - Where rows end

extension TeXParser {
    /// Whether the row ends at the token; what can stand nowhere is reported and left out.
    private mutating func endsRow() -> Bool {
        while true {
            switch token.kind {
            case .end: return true
            case .close:
                if openings.contains(.brace) { return true }
                report("This ‘}’ has no ‘{’. Write ‘\\}’ for the sign.", at: token.range)
            case .cellBreak:
                if openings.last == .environment { return true }
                reportUnlessFragment(misplacedCellBreak, at: token.range)
            case .rowBreak:
                if openings.last == .environment { return true }
                reportUnlessFragment(misplacedRowBreak, at: token.range)
            case .dollar:
                if openings.contains(.dollar) { return true }
                report(
                    "A formula has no ‘$’ inside. Write ‘\\$’ for the sign.", at: token.range)
            case .character:
                return endsBracket
            case .command:
                if isCommand("right") {
                    if openings.contains(.left) { return true }
                    reportUnlessFragment("This ‘\\right’ has no ‘\\left’.", at: token.range)
                    advance()
                    _ = delimiter()
                    continue
                }
                if isCommand("middle") {
                    if openings.last == .left { return true }
                    reportUnlessFragment(
                        "‘\\middle’ stands between ‘\\left’ and ‘\\right’ alone.", at: token.range)
                    advance()
                    _ = delimiter()
                    continue
                }
                if isCommand("cr") {
                    if openings.last == .environment { return true }
                    reportUnlessFragment(misplacedRowBreak, at: token.range)
                } else if isCommand("end") {
                    if openings.contains(.environment) { return true }
                    let command = token.range
                    advance()
                    let name = environmentName()
                    reportUnlessFragment(
                        "‘\\end{\(name ?? "")}’ has no ‘\\begin{\(name ?? "")}’.",
                        at: command.lowerBound..<lexer.position(before: token))
                    continue
                } else {
                    return false
                }
            case .open, .superscript, .subscript, .prime: return false
            }
            advance()
        }
    }

    private var misplacedCellBreak: String {
        openings.contains(.environment)
            ? "This ‘&’ stands inside of \(openings.last == .left ? "‘\\left…\\right’" : "braces"), "
                + "where no cell can end."
            : "‘&’ ends a cell of an environment such as ‘aligned’, and there is none here. "
                + "Write ‘\\&’ for the sign."
    }

    private var misplacedRowBreak: String {
        openings.contains(.environment)
            ? "This ‘\\\\’ stands inside of "
                + "\(openings.last == .left ? "‘\\left…\\right’" : "braces"), where no line can end."
            : "‘\\\\’ ends a line of an environment, and there is none here. "
                + "Put the lines between ‘\\begin{aligned}’ and ‘\\end{aligned}’."
    }
}

extension TeXLexer {
    /// The end of what was read before `token`, without the space between.
    func position(before token: TeXToken) -> Int {
        var end = token.range.lowerBound
        while end > 0, source[end - 1] <= 0x20 { end -= 1 }
        return end
    }
}
