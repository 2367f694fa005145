/// The one walk over a parsed page: writes HTML with slots, and fills the tables of the document.

import Bytes
import Diagnostics
import Markup
import Math

struct DocumentWriter {
    /// Blocks and inlines together, so that no input exhausts the stack.
    static let maximumDepth = 220
    /// How deep emphasis, links and the like may be nested beside quotations and lists.
    static let levelsInBlocks = 20
    /// Of one page's text.
    static let maximumDiagnostics = 200

    let map: SourceMap
    let path: String
    let options: MarkdownParser.Options
    var document = Document()
    var anchors = AnchorRegistry()
    var diagnostics: [Diagnostic] = []
    var out = Fragment()

    /// Of the text around what is being written (BCP 47).
    var language: String
    /// Of the page.
    let quotationMarks: QuotationMarks
    var depth = 0
    var isInLink = false
    /// Level of the acknowledgements heading while inside its section.
    var acknowledgementsLevel: Int?
    var lastHeadingLevel = 1
    var headingNumbers: [Int] = []
    var hasTooManyHeadings = false
    var hasImage = false
    /// What stood between braces behind images: on few pages anything.
    var imageAttributes: [Node: AttributeBlock] = [:]
    /// Captions of figures that hold markup.
    let captions: [Node: FigureCaption]
    /// Where the caption stands that is being written.
    var captionPlace: Range<Int>?
    /// The span that a definition defines, to be marked as such.
    var definedTerm: Node?
    /// Labels of footnotes in the order of their numbers.
    var footnotes: [Footnote] = []
    /// Lines that may have been meant for the note of a label.
    var linesBehindNotes: [Int: String] = [:]
    /// The note being written, until its back links are.
    var currentFootnote: Int?
    /// Citations and cross-references are read from text; a cross-reference is resolved at the end.
    var pendingCrossReferences: [(items: [CitationGroup.Item], before: String)] = []
    var labelNumbers: [Label.Kind: Int] = [:]
    /// Bytes that may still be searched for the places of links and citations.
    ///
    /// Each is looked for in its block; thousands in one block would make that quadratic. Then a
    /// place is told by its line, which is as good for a text that nobody wrote.
    private var searchBudget: Int
    /// Whether what is written is said as plain text elsewhere, too, and the citations in it so far.
    var recordsGaps = false
    var gaps: [TextGap] = []
    /// The paragraph of a definition that becomes the excerpt, and whether one has.
    var definitionForExcerpt: Node?
    var isExcerptOfDefinition = false
    /// Where the last link destination was found, so that the second of two equal ones is not
    /// taken for the first.
    var destinationCursor = 0
    /// The same for the last `@` of a text with an escaped one.
    var signCursor = 0
    /// The same for the last id in HTML.
    var idCursor = 0
    /// The same for the last reference to a control character.
    var referenceCursor = 0
    /// The same for the last mark of a review.
    var reviewCursor = 0
    /// The same for the last command of LaTeX.
    var commandCursor = 0
    /// Behind the last citation.
    var citationCursor = 0
    /// The displayed formulas so far, and which of them has each number.
    var equationCount = 0
    var equationNumbers: [String: NumberedEquation] = [:]
    /// Numbers in brackets, which may be those of notes.
    var bracketedNumbers = BracketedNumbers()
    /// Ids of tables and equations that Quarto would take for labels.
    var hyphenatedLabels: [(label: String, range: Range<Int>)] = []
    /// Whether apostrophes have a backslash before them; `nil` until that is asked.
    var hasEscapedApostrophes: Bool?
    /// Where the last block begins in which accents of TeX were looked for.
    var blockWithAccents: Int?
    /// The drawing of HTML that is open.
    var rawDrawing = RawDrawing()
    /// Made when it is first needed: most pages have no acknowledgements of their own.
    var names: NameMatcher?
    /// Whether `\@` stands anywhere: nearly never.
    let hasEscapedSign: Bool
    /// Whether anything can be struck through.
    let hasTilde: Bool
    /// Whether `__` stands anywhere: as a rule for bold text, of which nothing is left.
    let hasUnderscores: Bool
    /// Whether `<!--` stands anywhere, and would be shown where it begins no comment.
    let hasCommentSign: Bool
    /// What has come from other programs, as long as it has not been reported.
    var signs: SourceSigns
    /// Formulas of the text; `nil` on nearly all pages.
    let math: MathText?
    var macroUse: TeXMacroUse
    /// Whether `{#eq:` stands anywhere but behind a formula.
    let hasEquationLabel: Bool
    /// Whether a fence was closed outside of the list that it stands in.
    var hasLostFence = false
    /// Which items of lists are definitions: of few pages any.
    let definitionMarks: DefinitionMarks
    /// Lines that should begin a definition, as long as none has been written of them.
    var unreadDefinitions: Set<Int>
    /// HTML is reported once a page, as is a comment that is none.
    var hasShownHTML = false
    var hasMalformedComment = false
    /// Where the last block begins in which none was found.
    var blockWithoutComment: Int?
    /// The last line of a second front matter.
    var lastLineOfPastedFrontMatter = 0
    /// The last line of dashes that was to be one of a table.
    var tableRuler: (line: Int, text: String)?

    struct Footnote {
        var label: String
        var node: Node
        /// Ids of the references to it that were written.
        var references: [String] = []
    }

    init(
        map: SourceMap, path: String, options: MarkdownParser.Options, math: MathText?,
        definitions: DefinitionMarks, captions: [Node: FigureCaption]
    ) {
        self.map = map
        self.path = path
        self.options = options
        language = options.language
        quotationMarks = options.quotationMarks
        self.math = math
        macroUse = TeXMacroUse(options.macros, limit: options.limits.macros)
        definitionMarks = definitions
        unreadDefinitions = definitions.lines
        self.captions = captions
        signs = SourceSigns(in: UnsafeBufferPointer(rebasing: map.bytes[map.body]))
        searchBudget = 1 << 22 + 32 * map.body.count
        // `&#126;` is one too.
        hasTilde =
            map.bytes.firstIndex(of: UInt8(ascii: "~"), in: map.body) != nil
            || map.find("&#", in: map.body) != nil
        hasEscapedSign = map.find("\\@", in: map.body) != nil
        hasUnderscores = map.find("__", in: map.body) != nil
        hasCommentSign =
            !options.allowsRawHTML && map.find(HTMLComment.open, in: map.body) != nil
        hasEquationLabel = options.math != .off && map.find("{#eq:", in: map.body) != nil
    }

    mutating func write(document root: Node) {
        takeImageAttributes(from: root)
        collectFootnotes(of: root)
        // More than nearly every page needs; the rest is given back.
        out.write { $0.reserveCapacity(map.body.count + map.body.count / 2) }
        lastLineOfPastedFrontMatter = reportPastedFrontMatter()
        reportMergeConflict(in: root)
        writeBlocks(of: root)
        writeFootnotes()
        reportUnusedDefinitions(in: root)
        reportBracketedNotes(in: root)
    }

    /// The finished document: cross-references resolved, anchors sorted.
    mutating func finish() -> (document: Document, diagnostics: [Diagnostic]) {
        reportFootnotes()
        reportUnreadDefinitions()
        if let place = math?.firstUnread {
            report(
                "markdown.too-many-formulas",
                error: "The text has more than \(options.limits.formulas) formulas.",
                at: map.lineRange(around: place))
        }
        resolveCrossReferences()
        reportHyphenatedLabels()
        out.write { $0.shrink() }
        document.body = out
        // What is left out because of a mistake is meant to be there.
        document.isEmpty = out.isEmpty && !diagnostics.contains { $0.severity == .error }
        document.anchors = anchors.sorted
        return (document, diagnostics)
    }

    var nameMatcher: NameMatcher? { acknowledgementsLevel == nil ? nil : names }

    // MARK: - Diagnostics

    mutating func report(
        _ id: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: String,
        at range: Range<Int>, notes: [Diagnostic.Note] = [], repair: String? = nil
    ) {
        // A text with a mistake in each of its lines is mended by other means than a list of them.
        guard diagnostics.count < Self.maximumDiagnostics else { return }
        let message = math?.restored(message, as: .source) ?? message
        diagnostics.append(
            Diagnostic(
                id, severity, message, at: SourceSpan(path, range), notes: notes, repair: repair))
    }

    mutating func report(_ id: Diagnostic.ID, error message: String, at range: Range<Int>) {
        report(id, .error, message, at: range)
    }

    // MARK: - Places

    /// Where `needle` first stands within `range`, as long as searching is not too much work.
    mutating func find(_ needle: String, in range: Range<Int>) -> Range<Int>? {
        guard searchBudget > 0 else { return nil }
        let found = map.find(needle, in: range)
        searchBudget -= (found?.upperBound ?? range.upperBound) - range.lowerBound
        return found
    }

    /// Whether so many bytes more may be looked at.
    mutating func maySearch(_ count: Int) -> Bool {
        guard searchBudget > 0 else { return false }
        searchBudget -= count
        return true
    }

    // MARK: - Ids

    /// Takes an id that the author wrote; a second use is an error that shows the first.
    mutating func take(explicit id: String, at range: Range<Int>, isOfEquation: Bool = false) {
        if hasEquationLabel, !isOfEquation, id.hasPrefix("eq:") { reportMisplaced(label: range) }
        guard let other = anchors.take(id, at: range) else { return }
        report(
            "anchor.duplicate", .error, "The id ‘\(id)’ is given twice on this page.",
            at: range,
            notes: [Diagnostic.Note("The other is here.", at: SourceSpan(path, other))])
    }

    mutating func writeID(_ id: String) {
        out.append(" id=\"")
        out.append(.idPrefix)
        out.append(id, escapedFor: .attribute)
        out.append("\"")
    }

    mutating func checkMistake(
        _ block: AttributeBlock, ofImage isOfImage: Bool = false, at range: Range<Int>
    ) {
        guard let mistake = block.mistake else { return }
        let hint: String
        if isOfImage, mistake.hasPrefix("height=") {
            hint = " The height of an image follows from its width: give that alone."
        } else if isOfImage {
            hint = " A width is written ‘width=50%’ or ‘width=320’."
        } else {
            hint = mistake.contains("=") ? " ‘{#name .name}’ is all that can stand here." : ""
        }
        report(
            "attributes.malformed",
            error: "‘\(mistake)’ is neither an id (‘#name’) nor a class (‘.name’).\(hint)",
            at: range)
    }

    /// Places for the ids that something had once: links to them go on.
    mutating func writeFormerIDs(of block: AttributeBlock?, at range: Range<Int>) {
        for former in block?.formerIDs ?? [] {
            take(explicit: former, at: range)
            writeEmptyElement(for: former)
        }
    }

    /// An old address stays a real element: it works without script.
    mutating func writeEmptyElement(for former: String) {
        out.append("<span")
        writeID(former)
        out.append("></span>")
    }

    /// Starts a line, unless one has just begun.
    mutating func startLine() {
        if let last = out.last, last != 0x0A { out.append("\n") }
    }
}
