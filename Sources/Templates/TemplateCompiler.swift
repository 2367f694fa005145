/// Checks a template against the record it will show, and compiles it.
///
/// Every name is resolved, every section's type is known, and every value's place in the syntax of
/// the output is worked out here, once for each page kind: rendering cannot fail.

import Diagnostics

struct TemplateCompiler {
    /// What a name may be resolved against, innermost last.
    enum Scope {
        case record(AnySchema, frame: Int)
        /// Inside a section over an optional text or URL, or a list of texts.
        case text(isURL: Bool)
    }

    /// A partial being compiled, for recursion.
    struct Inclusion {
        let name: String
        let schema: AnySchema?
        let frames: Int
        let context: EscapingContext
        let start: Int
        /// Records or loops entered when it began: recursion must enter another.
        let scopes: Int
        var routine: Int?
        let tag: SourceSpan
    }

    /// A block that a template further out replaces.
    struct Override {
        let nodes: [TemplateNode]
        let path: String
    }

    let library: TemplateLibrary
    var program = Program()
    var diagnostics: [Diagnostic] = []
    var scopes: [Scope] = []
    var frames = 1
    private var inclusionCount = 0
    var loops = 0
    /// Sections around what is being compiled, in this template and those that include it.
    private(set) var sectionDepth = 0
    var context: EscapingContext
    var path: String { didSet { checksText = library.checkedPaths.contains(path) } }
    /// Whether the template is the site's own: its text is looked into.
    private(set) var checksText: Bool
    var inclusions: [Inclusion] = []
    var overrides: [String: Override] = [:]
    var declaredBlocks: Set<String> = []
    /// The last tag that an address began with: what is spelled out behind it is checked with it.
    var addressTag: (name: String, path: String, bytes: ByteRange)?
    /// The worst of the templates that were read so far: what follows from it is not told as well.
    private var nesting = ParsedTemplate.Nesting.known

    init(library: TemplateLibrary, path: String, schema: AnySchema) {
        self.library = library
        self.path = path
        checksText = library.checkedPaths.contains(path)
        scopes = [.record(schema, frame: 0)]
        context = EscapingContext(syntax: EscapingContext.Syntax(path: path))
    }

    mutating func compile(_ template: ParsedTemplate, name: String) {
        nesting = template.nesting
        inclusions.append(
            Inclusion(
                name: name, schema: innermostSchema, frames: frames, context: context, start: 0,
                scopes: scopes.count, tag: SourceSpan(file: path)))
        compile(template.nodes)
        let end = EscapingContext(syntax: context.syntax)
        if context != end, diagnostics.isEmpty {
            report(
                "template.unfinished-html",
                "The template ends inside a tag, a comment or a script.",
                at: ByteRange(0, 0))
        }
    }

    var innermostSchema: AnySchema? {
        for case .record(let schema, _) in scopes.reversed() { return schema }
        return nil
    }

    // MARK: - Diagnostics

    mutating func report(
        _ id: Diagnostic.ID, _ message: String, at bytes: ByteRange,
        severity: Diagnostic.Severity = .error
    ) {
        guard diagnostics.count < TemplateParser.maximumDiagnostics, isCertain(id) else { return }
        let notes = inclusions.dropFirst().reversed().map {
            Diagnostic.Note("Included from here.", at: $0.tag)
        }
        diagnostics.append(
            Diagnostic(
                id, severity, message, at: SourceSpan(path, bytes), notes: Array(notes)))
    }

    /// Whether a mistake is one, however the sections were meant.
    private func isCertain(_ id: Diagnostic.ID) -> Bool {
        switch nesting {
        case .known: true
        case .endIsGuessed: id == "template.unknown-name" || id == "template.missing"
        case .lacksBeginning: id == "template.missing"
        }
    }

    // MARK: - Nodes

    mutating func compile(_ nodes: [TemplateNode]) { for node in nodes { compile(node) } }

    private mutating func compile(_ node: TemplateNode) {
        switch node.kind {
        case .text(let text):
            advance(over: text, at: node.bytes)
            append(literal: text)
        case .variable(let path, let isRaw): compile(variable: path, isRaw: isRaw, at: node.bytes)
        case .section(let path, let isInverted, let nodes):
            compile(section: path, isInverted: isInverted, nodes, at: node.bytes)
        case .partial(let name, _): compile(partial: name, at: node.bytes)
        case .block(let name, let nodes): compile(block: name, nodes)
        case .parent(let name, _, let nodes): compile(parent: name, nodes, at: node.bytes)
        }
    }

    mutating func append(literal text: [UInt8]) {
        // Neighbouring literals become one copy.
        if case .literal(let start, let count)? = program.instructions.last,
            start + count == program.literals.count, !isJumpTarget
        {
            program.instructions[program.instructions.count - 1] = .literal(
                start: start, count: count + text.count)
        } else {
            program.instructions.append(
                .literal(start: program.literals.count, count: text.count))
        }
        isJumpTarget = false
        program.literals += text
    }

    /// Partials that include each other twice double with every level.
    private static let maximumInclusions = 2000

    /// Whether the next instruction is jumped to, and so must not be merged with the one before.
    var isJumpTarget = false

    mutating func emit(_ instruction: Instruction) {
        isJumpTarget = false
        program.instructions.append(instruction)
    }

    // MARK: - Sections

    /// Compiles a body behind an instruction that needs to know where the body ends.
    mutating func compileBody(
        _ nodes: [TemplateNode], at bytes: ByteRange, _ instruction: (Int) -> Instruction
    ) {
        let place = program.instructions.count
        let before = context
        emit(instruction(0))
        sectionDepth += 1
        compile(nodes)
        sectionDepth -= 1
        isJumpTarget = true
        program.instructions[place] = instruction(program.instructions.count)
        // What stands before and after must be read alike whether the body runs or not.
        if !context.closeSection(from: before) {
            report(
                "template.unbalanced-section",
                "This section begins in one place of the page's syntax and ends in another (a tag or "
                    + "a quotation mark is opened or closed in it, but not both).", at: bytes)
        }
    }

    // MARK: - Other templates

    private mutating func compile(partial name: String, at bytes: ByteRange) {
        guard let (file, template) = library.template(name, from: path) else {
            reportMissing(name, what: "partial", at: bytes)
            return
        }
        if let known = inclusions.lastIndex(where: { $0.name == file }) {
            recurse(into: known, file, at: bytes)
            return
        }
        include(file, template, tag: bytes) { compiler in compiler.compile(template.nodes) }
    }

    mutating func include(
        _ file: String, _ template: ParsedTemplate, tag: ByteRange,
        _ body: (inout TemplateCompiler) -> Void
    ) {
        inclusionCount += 1
        guard inclusionCount <= Self.maximumInclusions else {
            if inclusionCount == Self.maximumInclusions + 1 {
                report(
                    "template.too-large",
                    "The page includes more than \(Self.maximumInclusions) partials and layouts, one "
                        + "in the other.", at: tag)
            }
            return
        }
        nesting = max(nesting, template.nesting)
        let outer = path
        inclusions.append(
            Inclusion(
                name: file, schema: innermostSchema, frames: frames, context: context,
                start: program.instructions.count, scopes: scopes.count,
                tag: SourceSpan(path, tag)))
        // A call may jump to the first instruction of the partial.
        isJumpTarget = true
        path = template.path
        body(&self)
        path = outer
        let inclusion = inclusions.removeLast()
        if let routine = inclusion.routine {
            program.routines[routine] = inclusion.start..<program.instructions.count
            isJumpTarget = true
        }
    }

    /// A partial that includes itself becomes a call, as long as each turn enters another record.
    private mutating func recurse(into index: Int, _ file: String, at bytes: ByteRange) {
        let inclusion = inclusions[index]
        guard scopes.count > inclusion.scopes, index > 0 else {
            report(
                "template.endless-recursion",
                "‘\(file)’ includes itself without entering a list: it would never end.", at: bytes)
            return
        }
        guard let top = innermostSchema, let expected = inclusion.schema, top == expected,
            context == inclusion.context
        else {
            report(
                "template.uneven-recursion",
                "‘\(file)’ includes itself for another kind of record, or in another place of the "
                    + "page's syntax, than the first time.", at: bytes)
            return
        }
        let routine: Int
        if let known = inclusion.routine {
            routine = known
        } else {
            routine = program.routines.count
            program.routines.append(0..<0)
            inclusions[index].routine = routine
        }
        emit(.call(routine: routine, frames: inclusion.frames))
    }

    private mutating func compile(block name: String, _ nodes: [TemplateNode]) {
        declaredBlocks.insert(name)
        guard let override = overrides[name] else {
            compile(nodes)
            return
        }
        // The replacement may declare a block of its name again, which is not replaced once more.
        overrides[name] = nil
        let outer = path
        path = override.path
        compile(override.nodes)
        path = outer
        overrides[name] = override
    }
}

extension EscapingContext.Syntax {
    /// By the extension of a template's file.
    init(path: String) {
        switch path.split(separator: ".").last {
        case "html", "htm", "svg": self = .html
        case "xml", "atom", "rss": self = .xml
        case "json": self = .json
        default: self = .plain
        }
    }
}
