package import Diagnostics
package import Markup
package import Math

/// The one door to cmark-gfm: text of a page in, ``Document`` out.
package struct MarkdownParser: Sendable {
    /// What the site and the front matter decide about the text.
    package struct Options: Sendable {
        /// A paragraph that begins with a strong span ending in `.`, `?` or `!` opens a section.
        package var runInHeads = false
        /// Raw HTML passes through instead of being escaped.
        package var allowsRawHTML = false
        /// Names that become links to people where they stand in the acknowledgements section.
        package var acknowledgedNames: [String] = []
        /// Headings are numbered (1, 1.1 …).
        package var numbersHeadings = false
        package var limits = Limits()
        /// Straight quotes, `--` and `...` become typographic ones.
        package var smartPunctuation = true
        /// Of the page (BCP 47).
        package var language = "en"
        package var math = MathReading.on
        /// What the site adds to TeX's commands.
        package var macros = TeXMacros()
        /// Whether code shows its comments, strings and keywords.
        package var highlightsCode = false

        package init() {}

        /// What straight quotes become.
        package var quotationMarks: QuotationMarks { QuotationMarks(language: language) }

        var quotes: QuotationMarks? { smartPunctuation ? quotationMarks : nil }
    }

    /// Whether `$…$` and `$$…$$` are formulas; a site of many prices may want them to be dollars.
    package enum MathReading: Sendable {
        case on
        case off
        /// Nobody can tell: they are read as formulas, and nothing is said of mistakes in them.
        case uncertain
    }

    /// What a text may ask of the parser.
    package struct Limits: Hashable, Sendable {
        /// Quotations and lists within each other.
        package var nesting = 100
        package var tableColumns = 256
        /// Each has an id, a line of the contents and a link of its own: a megabyte of them would
        /// become a hundred.
        package var headings = 50_000
        /// Each is a hundred times as long in MathML.
        package var formulas = 50_000
        /// Bytes of TeX that the macros of a page may stand for.
        package var macros = 1 << 20

        package init() {}
    }

    /// Parses the bytes of `source` from `body` on; spans count from the start of the file.
    ///
    /// Safe to call from any number of threads at once. Text that cmark-gfm could not parse in
    /// reasonable time gives an error and an empty document.
    package static func parse(
        _ source: [UInt8], body: Range<Int>, path: String, options: Options
    ) -> (document: Document, diagnostics: [Diagnostic]) {
        var source = source
        var definitions = DefinitionMarks()
        while true {
            let reading = source.withUnsafeBufferPointer { bytes in
                read(bytes, body: body, path: path, options: options, definitions)
            }
            switch reading {
            case .whole(let document, let diagnostics): return (document, diagnostics)
            case .hasDefinitions(let found, let places):
                definitions = found
                for place in places { source[place] = DefinitionMarks.mark }
            }
        }
    }

    /// What comes of parsing a text once.
    private enum Reading {
        case whole(Document, [Diagnostic])
        /// It is to be parsed again with marks at these places.
        case hasDefinitions(DefinitionMarks, places: [Int])
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, body: Range<Int>, path: String, options: Options,
        _ definitions: DefinitionMarks
    ) -> Reading {
        guard options.math != .off,
            let math = MathText(
                bytes, body: body, limit: options.limits.formulas, options.macros)
        else {
            let text = UnsafeBufferPointer(rebasing: bytes[body])
            return read(
                text, SourceMap(bytes: bytes, body: body), path: path, options: options,
                definitions)
        }
        return math.blanked.withUnsafeBufferPointer { bytes in
            math.masked.withUnsafeBufferPointer { text in
                read(
                    text, SourceMap(bytes: bytes, body: body), path: path, options: options,
                    definitions, math: math)
            }
        }
    }

    /// Parses a text; where it has formulas, they are words in it, and blank in the map.
    private static func read(
        _ text: UnsafeBufferPointer<UInt8>, _ map: SourceMap, path: String, options: Options,
        _ definitions: DefinitionMarks, math: MathText? = nil
    ) -> Reading {
        let body = UnsafeBufferPointer(rebasing: map.bytes[map.body])
        if let refusal = ComplexityGuard.refusal(of: body, limits: options.limits) {
            return .whole(Document(), [diagnostic(for: refusal, options.limits, map, path)])
        }
        guard let tree = CMarkTree(parsing: text, quotes: options.quotes) else {
            return .whole(Document(), [])
        }
        var definitions = definitions
        if definitions.add(from: tree.root, of: text) {
            return .hasDefinitions(definitions, places: definitions.places(in: map))
        }
        let captions = FigureCaptions(of: tree.root, in: map, text, math, options)
        guard !captions.isTooComplex else {
            return .whole(
                Document(), [diagnostic(for: (.tooManySteps, 0), options.limits, map, path)])
        }
        if map.find("@", in: map.body) != nil { WrappedCitations.join(in: tree.root, math) }
        var math = math
        math?.restore(in: tree.root)
        if let root = captions.root { math?.restore(in: root) }
        var writer = DocumentWriter(
            map: map, path: path, options: options, math: math, definitions: definitions,
            captions: captions.captions)
        writer.write(document: tree.root)
        let (document, diagnostics) = writer.finish()
        return .whole(document, diagnostics)
    }

    private static func diagnostic(
        for refusal: (reason: ComplexityGuard.Refusal, line: Int), _ limits: Limits,
        _ map: SourceMap, _ path: String
    ) -> Diagnostic {
        let span = SourceSpan(path, map.lineRange(around: map.body.lowerBound + refusal.line))
        switch refusal.reason {
        case .tooDeep:
            return Diagnostic(
                "markdown.too-deep",
                "Quotations or lists are nested more than \(limits.nesting) deep.", at: span)
        case .tooManyColumns(let count):
            return Diagnostic(
                "markdown.too-many-columns",
                "A table has \(count) columns; at most \(limits.tableColumns) are read.", at: span)
        case .tooManySteps:
            return Diagnostic(
                "markdown.too-complex",
                "This text would take the Markdown parser too long: it repeats brackets, tags or "
                    + "table rules far more often than any real text.", at: span)
        }
    }
}
