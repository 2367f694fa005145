/// The text of a post to our dialect: copied byte by byte, except where another generator's notation
/// begins.
///
/// Code is never touched. What is not understood stays as it is, and is named.

import Diagnostics
import Markup

struct BodyTranslator {
    /// Of a tag or a destination, in bytes: to look further from each sign that may begin one would
    /// be quadratic.
    static let longest = 4096

    let bytes: [UInt8]
    var log: ImportLog
    /// Where the old site was: links to its pages lead there.
    let oldSite: String?
    /// The keys of the new site's bibliography; `nil` where none is known.
    let works: Set<String>?
    let surroundings: PostSurroundings
    /// Whether the text is one of Quarto's, with Pandoc's notation.
    let isQuarto: Bool
    var files: [ImportedPost.File] = []
    var index = 0
    var output: [UInt8] = []
    /// Where a picture ends in what was written.
    var lastImageEnd: Int?
    /// What closes the HTML elements that are open, innermost last.
    var open: [OpenElement] = []
    /// How much deeper every heading goes: 1 when the text has one of level 1.
    var headingShift = 0
    /// Whether `\(x\)` is a formula, as Hugo passes it through.
    var readsSingleBackslashes = false
    /// Whether a formula was written with other signs.
    var hasFormulas = false
    /// Whether what is translated is the destination of a link, and no text.
    var isDestination = false
    /// Whether the line belongs to a table, whose rows are lines.
    var isInTable = false
    /// What figures, tables, formulas and sections of the text are labelled, in our form.
    var labels: Set<String> = []
    /// What is said once for each kind, and has been.
    var said: Set<String> = []
    /// Notes that stood within a line, for the end of the text.
    var notes: [String] = []
    /// Where texts were sought, each up to the place where it was found; up to `Int.max` where it was not.
    var sought: [String: Range<Int>] = [:]
    /// Where the fenced divs of Quarto end, by the beginnings of their first lines.
    var divEnds: [Int: Range<Int>] = [:]
    /// Before this place, no figure holds a picture.
    var pictureless = 0
    /// How many elements around the text are translated on their own.
    var depth = 0
    /// Before this place, dollars begin nothing.
    var unpairedEnd = 0
    var parentheses = Parentheses()
    /// Before this place, no single dollar closes a formula.
    var formulaDeadEnd = 0
    var end: Int

    init(
        _ bytes: [UInt8], log: ImportLog, options: ImportOptions,
        surroundings: PostSurroundings
    ) {
        self.bytes = bytes
        self.log = log
        oldSite = options.oldSite
        works = options.works
        self.surroundings = surroundings
        isQuarto = surroundings.isQuarto
        end = bytes.count
    }

    /// Says that what begins at the index is longer than is read.
    mutating func reportTooLong(_ what: String) {
        log.review(
            "import.too-long",
            "This \(what) is longer than \(Self.longest) bytes, and stays as it is: translate it by hand.",
            at: index..<min(index + 2, end))
    }

    /// The text from `start` to the end of the file.
    mutating func translate(from start: Int) -> String {
        index = start
        findHeadings(from: start)
        findLabels(from: start)
        if isQuarto { findDivs(from: start) }
        run()
        for (index, note) in notes.enumerated() {
            writeBlankLine()
            write("[^inline-\(index + 1)]: \(note)\n")
        }
        return finished()
    }

    private func finished() -> String {
        let text = String(decoding: output, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        // Within fenced code, empty lines count.
        var isOutside = true
        for line in lines
        where !(line.isEmpty && (kept.isEmpty || kept.last?.isEmpty == true && isOutside)) {
            kept.append(line)
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isOutside.toggle() }
        }
        while kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n") + "\n"
    }

    /// A part of the text, translated on its own.
    mutating func part(_ range: Range<Int>, isDestination: Bool = false) -> String {
        var part = self
        part.isDestination = isDestination
        part.depth += 1
        part.index = range.lowerBound
        part.end = range.upperBound
        part.output = []
        part.open = []
        part.lastImageEnd = nil
        part.run()
        log = part.log
        said = part.said
        notes = part.notes
        hasFormulas = part.hasFormulas
        unpairedEnd = part.unpairedEnd
        files = part.files
        return String(decoding: part.output, as: UTF8.self)
    }

    private mutating func run() {
        while index < end {
            let isLineStart = index == 0 || bytes[index - 1] == 0x0A
            if isLineStart, readLine() { continue }
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                if !readEscapedBrackets() { copyEscape() }
            case UInt8(ascii: "$"): if !readDollars(), !readFormula() { copyDollars() }
            case UInt8(ascii: "`"): copyCodeSpan()
            case UInt8(ascii: "{"): if !readTemplateTag(), !readPandocAttributes() { copy() }
            case UInt8(ascii: "["): if !readWikiLink(), !readLabelsInBrackets() { copy() }
            case UInt8(ascii: "~"), UInt8(ascii: "^"): if !readScript() { copy() }
            // `[a](<a file.png>)`
            case UInt8(ascii: "<") where isDestination: copy()
            case UInt8(ascii: "<"): if !readHTML() { copy() }
            case UInt8(ascii: "!"): if !readWikiLink() { copy() }
            case UInt8(ascii: "%"): if !readPrivateComment() { copy() }
            case UInt8(ascii: "]"): if !readDestination() { copy() }
            case UInt8(ascii: "@"): readAt()
            case 0x0D: index += 1
            default: copy()
            }
        }
    }

    // MARK: - Lines

    /// What only the beginning of a line can be.
    ///
    /// `false` when the line is read like any other text.
    private mutating func readLine() -> Bool {
        let first = firstNonSpace(index)
        guard first < end else { return false }
        lookForTable(from: first)
        // Indentation inside an element means nothing.
        if !open.isEmpty { index = first }
        if bytes[first] == UInt8(ascii: "["), readDefinition(from: first) { return true }
        if first - index < 4, has("```", at: first) || has("~~~", at: first) {
            if !readCell(from: first) { copyFence(from: first) }
            return true
        }
        if first - index < 4, has(":::", at: first), readDiv(from: first) { return true }
        if first - index < 4, readCallout(from: first) { return true }
        if first - index >= 4, isAfterBlankLine(index), open.isEmpty, !isInList() {
            emit(index..<min(lineEnd(index) + 1, end))
            return true
        }
        return headingShift > 0 && shiftHeading(from: first)
    }

    private mutating func copyFence(from first: Int) {
        emit(index..<endOfFence(from: first).upperBound)
    }

    /// The line that closes a fence; the end of the text, where there is none.
    func endOfFence(from first: Int) -> Range<Int> {
        let length = run(at: first)
        var line = lineEnd(first) + 1
        while line < end {
            let start = firstNonSpace(line)
            let count = start < end && bytes[start] == bytes[first] ? run(at: start) : 0
            let next = min(lineEnd(line) + 1, end)
            if count >= length, firstNonSpace(start + count) >= lineEnd(line) { return line..<next }
            line = next
        }
        return end..<end
    }

    /// Whether the text before holds a list, a note or a definition, in which indented text is no code.
    private func isInList() -> Bool {
        let recent = String(decoding: output.suffix(2000), as: UTF8.self)
        for line in recent.split(separator: "\n").reversed() {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix("- ") || trimmed.hasPrefix("* ") || trimmed.hasPrefix("+ ")
                || trimmed.hasPrefix("[^") || trimmed.hasPrefix(": ")
                || trimmed.prefix(while: \.isNumber).count > 0
                    && trimmed.drop(while: \.isNumber).hasPrefix(". ")
            {
                return true
            }
            if trimmed.count == line.count { return false }
        }
        return false
    }

    /// `[label]: address "title"`.
    private mutating func readDefinition(from first: Int) -> Bool {
        let line = first..<lineEnd(first)
        guard first + 1 < end, bytes[first + 1] != UInt8(ascii: "^"),
            let bracket = findOnce("]: ", from: first),
            bracket < line.upperBound
        else { return false }
        let start = output.count
        // The brackets of a link: what becomes of it becomes of the definition.
        write("[")
        let (address, title) = Self.split(
            part(bracket + 3..<line.upperBound, isDestination: true))
        link(to: address, title, whole: bracket + 3..<line.upperBound)
        let made = String(decoding: output[start...], as: UTF8.self)
        output.removeSubrange(start...)
        if made.hasPrefix("[](") {
            write("\(text(first..<bracket + 3))\(made.dropFirst(3).dropLast())\n")
        }
        index = min(line.upperBound + 1, end)
        return true
    }

    // MARK: - Inline

    private mutating func copyCodeSpan() {
        let length = run(at: index)
        var search = index + length
        while search < end {
            let count = run(at: search)
            search += count
            guard bytes[search - 1] == UInt8(ascii: "`") else { continue }
            if count == length {
                nameInlineCell(index + length..<search - length)
                return emit(index..<search)
            }
        }
        emit(index..<index + length)
    }
}
